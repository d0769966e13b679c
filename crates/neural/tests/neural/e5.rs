//! The real encoder, multilingual-e5-small, end to end. Its folder is named by NOTIS_E5; without it nothing is tested, and
//! that is said.

use std::path::PathBuf;
use std::sync::Arc;

use crate::common::cosine;
use notis_neural::{Embeddings, Encoder, Role, ZeroShot};
use notis_summarizer::methods::Notis;
use notis_summarizer::{Budget, Document, Edits, Query, Summarizer};

fn e5() -> Option<Arc<Encoder>> {
    let Some(folder) = std::env::var_os("NOTIS_E5").map(PathBuf::from) else {
        println!("skipped: NOTIS_E5 names no folder; scripts/convert-e5 makes it");
        return None;
    };
    Some(Arc::new(Encoder::load(&folder, 1).unwrap()))
}

/// Sentences with the 384 numbers that transformers 4.45 gives for them as passages.
const REFERENCE: &str = include_str!("e5.json");

#[test]
fn the_vectors_are_those_of_transformers() {
    let Some(encoder) = e5() else { return };
    let reference: Vec<(String, Vec<f32>)> = serde_json::from_str(REFERENCE).unwrap();
    for (sentence, wanted) in &reference {
        let vector = &encoder.embed(Role::Passage, &[sentence]).unwrap()[0];
        assert!(cosine(vector, wanted) >= 0.999, "{sentence}");
    }
}

#[test]
fn bokmål_and_nynorsk_of_one_claim_lie_close() {
    let Some(encoder) = e5() else { return };
    let texts = [
        "Elven steg i natt, og veien er stengt.",
        "Elva steig i natt, og vegen er stengd.",
        "Regjeringen la fram statsbudsjettet på mandag.",
    ];
    let vectors = encoder.embed(Role::Passage, &texts).unwrap();
    let (same, other) = (cosine(&vectors[0], &vectors[1]), cosine(&vectors[0], &vectors[2]));
    assert!(same > 0.93 && other < same - 0.05, "{same} {other}");
}

#[test]
fn a_topic_is_found_by_its_name_alone() {
    let Some(encoder) = e5() else { return };
    let topics = ZeroShot::new(&encoder, &["fotball", "klima", "en rettssak"]).unwrap();
    let article = notis_text::analyze("Brann vann 3–1 etter to scoringar av spissen før pause.", None);
    let probabilities = topics.probabilities(&encoder.embed_passages(&article).unwrap(), &[0.0; 3]);
    assert!(
        probabilities[0] > probabilities[1].max(probabilities[2]),
        "{probabilities:?}"
    );
}

#[test]
fn a_semantic_digest_is_made_of_the_article() {
    let Some(encoder) = e5() else { return };
    let text = "Elva gjekk over breiddene sine i natt, og vegen mellom Voss og Vik er stengd.\n\n\
        Tolv personar måtte forlate husa sine då vatnet steig.\n\n\
        Vegen mellom Vik og Voss er stengt etter at elven gikk over breddene.\n\n\
        Ordføraren ventar meir regn utover kvelden.";
    let article = notis_text::analyze(text, None);
    let digest = Notis::by(Embeddings::new(encoder).unwrap(), Edits::Marked);
    let digest = digest
        .summarize(&Document::new(&article, &Query::default()), Budget::Sentences(2))
        .unwrap();
    assert_eq!(digest.method, "semantic");
    assert_eq!(digest.sentences.len(), 2);
    assert!(
        !(digest.text.contains("elven") && digest.text.contains("Elva")),
        "one claim once: {}",
        digest.text
    );
}
