//! Every field that the JSON Lines can hold, once. `contract.json` of this crate is what the objects here come to, and the
//! server's description of its answers is held against it.

use notis_names::{EntityType, Kind};
use notis_text::{BlockKind, Language, Span};
use serde_json::json;

use super::*;

fn classification() -> Classification {
    let evidence = Evidence {
        text: "laksen".into(),
        weight: 0.5,
        start: 3,
        end: 9,
        origin: EvidenceOrigin::Title,
    };
    let tag = Tag {
        topic: "oppdrett".into(),
        name: Some("Oppdrett".into()),
        iptc: Some("20000212".into()),
        shares_iptc: false,
        probability: 0.75,
        threshold: 0.5,
        evidence: Some(vec![evidence]),
    };
    let nearest = Nearest {
        topic: "fiskeri".into(),
        probability: 0.25,
        threshold: 0.5,
        distance: 0.25,
    };
    Classification {
        id: "a1".into(),
        decision: Decision::Abstained(Reason::BelowThreshold),
        lang: Language::Nynorsk,
        topics: vec![tag],
        nearest: Some(nearest),
        scores: Some(Scores(vec![("oppdrett".into(), 0.75)])),
        origin: origin(),
    }
}

fn origin() -> Origin {
    Origin {
        title: Some("Laks på rømmen".into()),
        date: Some("2026-11-28".into()),
        source: Some("avisa".into()),
        url: Some("https://avisa.example/laks".into()),
    }
}

fn edits() -> Vec<Edit> {
    vec![Edit {
        kind: "parenthesis",
        start: 4,
        end: 9,
        replacement: String::new(),
    }]
}

fn digest() -> Digest {
    let sentence = DigestSentence {
        text: "Laksen rømde.".into(),
        start: 0,
        end: 13,
        edits: edits(),
        unsupported: vec!["Voss".into()],
    };
    let place = Place {
        start: 0,
        end: 4,
        field: Some("title"),
    };
    Digest {
        id: "a1".into(),
        method: "notis",
        text: "Laksen rømde.".into(),
        sentences: vec![sentence],
        topics: vec!["oppdrett".into()],
        keywords: vec!["laksen".into()],
        keyword_spans: vec![vec![Span::new(0, 6)]],
        names: vec!["Oslo".into()],
        name_spans: vec![vec![place]],
        name_kinds: Some(vec![Kind::Place]),
        name_ids: Some(vec![Some("Q585".into())]),
        unread: Some(Span::new(14, 20)),
        origin: origin(),
        tags: Vec::new(),
        lang: Language::Nynorsk,
        is_list: false,
        reason: None,
    }
}

fn analysis() -> Analysis<'static> {
    let span = Span::new(0, 6);
    let mention = Mention {
        name: "Oslo".into(),
        span,
        field: Some("title"),
        kind: Some(Kind::Place),
        entity: Some(EntityType::GpeLoc),
        wikidata: Some("Q585".into()),
    };
    let entity = EntitySpan {
        kind: Kind::Place,
        entity: EntityType::GpeLoc,
        place: Place {
            start: 0,
            end: 4,
            field: Some("title"),
        },
    };
    Analysis {
        id: "a1",
        lang: Language::Nynorsk,
        blocks: vec![TypedBlock {
            kind: BlockKind::Body,
            span,
        }],
        sentences: vec![SentenceSpan { span, block: 0 }],
        tokens: vec![TokenSpan { span, stem: "laks" }],
        names: vec![mention],
        entities: Some(vec![entity]),
        by_mentions: Vec::new(),
    }
}

fn group() -> GroupDigest {
    let item = GroupArticle {
        id: "a1".into(),
        title: Some("Laks på rømmen".into()),
        source: Some("avisa".into()),
        date: Some("2026-11-28".into()),
        link: Some("https://avisa.example/laks".into()),
    };
    let sentence = GroupSentence {
        id: "a1".into(),
        text: "Laksen rømde.".into(),
        span: Span::new(0, 13),
        edits: edits(),
    };
    let name = GroupName {
        name: "Oslo".into(),
        kind: Kind::Place,
        wikidata: Some("Q585".into()),
        articles: 1,
    };
    GroupDigest {
        group: "Laks på rømmen".into(),
        articles: vec!["a1".into()],
        sources: vec!["avisa".into()],
        items: vec![item],
        text: "Laksen rømde.".into(),
        sentences: vec![sentence],
        names: Some(vec![name]),
    }
}

fn row() -> SummaryRow<'static> {
    SummaryRow {
        topic: "oppdrett",
        month: "2026-11",
        lang: "nn",
        articles: 1,
    }
}

#[test]
fn every_field_is_the_one_that_is_kept() {
    let made = json!({
        "classification": classification(),
        "digest": digest(),
        "analysis": analysis(),
        "group": group(),
        "summary": row(),
    });
    let kept: serde_json::Value = serde_json::from_str(include_str!("../../contract.json")).unwrap();
    assert_eq!(
        made, kept,
        "the JSON Lines are a contract: a new field is added to contract.json, none changes or goes"
    );
}
