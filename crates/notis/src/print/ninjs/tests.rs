//! Items of every version, as a reader of ninjs finds them.

use super::*;
use crate::{Budget, Desk, NameModel, Topics};

fn printed(version: NinjsVersion) -> Value {
    let topics =
        "[[topic]]\nid='ferje'\nnames={nb='Ferge'}\niptc='medtop:20000340'\naliases=['ferje*', 'ferja']";
    let topics = Topics::parse(topics).unwrap();
    let desk = Desk::builder().topics(topics).build().unwrap();
    let article = Article {
        id: "2024/ferje".into(),
        text: "Ferja over fjorden står etter ein motorbrann i natt. Ferja ligg ved ferjekaia i Lavik.".into(),
        title: Some("Ferja\u{1b} står".into()),
        date: Some("2024-05-03".into()),
        source: Some("Fjordavisa".into()),
        author: Some("Siri Moe".into()),
        url: Some("https://avisa.example/ferje".into()),
        ..Article::default()
    };
    let digest = desk.read(&article).unwrap().digest(Budget::Sentences(1)).unwrap();
    let line = Ninjs::new(version)
        .article(&article, &Answer::Digest(&digest))
        .unwrap();
    assert!(!line.contains(&0x1b));
    serde_json::from_slice(&line).unwrap()
}

#[test]
fn an_item_tells_topics_digest_and_where_it_comes_from_in_the_spelling_of_its_version() {
    let item = printed(NinjsVersion::Three);
    assert_eq!(item["uri"], "urn:notis:2024/ferje");
    assert_eq!(item["versionCreated"], "2024-05-03T00:00:00Z");
    assert_eq!(item["language"], "nn");
    assert_eq!(item["headlines"][0]["value"], "Ferja\u{1b} står");
    let summary = &item["descriptions"][0];
    assert_eq!(
        summary["value"],
        "Ferja over fjorden står etter ein motorbrann i natt."
    );
    assert_eq!(summary["contentType"], "text/plain");
    let subjects = item["subjects"].as_array().unwrap();
    let ferry = subjects.iter().find(|s| s["literal"] == "ferje").unwrap();
    assert_eq!(ferry["name"], "Ferge");
    assert_eq!(ferry["uri"], "http://cv.iptc.org/newscodes/mediatopic/20000340");
    assert!((50..=100).contains(&ferry["confidence"].as_u64().unwrap()));
    assert_eq!(item["infoSources"][0]["name"], "Fjordavisa");
    assert_eq!(item["by"], "Siri Moe");
    assert_eq!(item["altIds"][1]["value"], "https://avisa.example/ferje");
}

#[test]
fn older_versions_are_written_too() {
    let second = printed(NinjsVersion::Two);
    assert_eq!(second["versioncreated"], "2024-05-03T00:00:00Z");
    assert_eq!(second["infosources"][0]["name"], "Fjordavisa");
    assert_eq!(second["standard"]["version"], "2.2");
    let first = printed(NinjsVersion::One);
    assert_eq!(first["headline"], "Ferja\u{1b} står");
    assert_eq!(
        first["description_text"],
        "Ferja over fjorden står etter ein motorbrann i natt."
    );
    let ferry = first["subject"]
        .as_array()
        .unwrap()
        .iter()
        .find(|s| s["name"] == "Ferge");
    assert_eq!(ferry.unwrap()["code"], "20000340");
    assert_eq!(first["altids"]["url"], "https://avisa.example/ferje");
}

#[test]
fn a_code_that_topics_share_goes_out_once_and_under_no_name_of_theirs() {
    let topics = "[[topic]]\nid='ferje'\nnames={nb='Ferge'}\niptc='medtop:20000340'\naliases=['ferja']\n\
                  [[topic]]\nid='buss'\nnames={nb='Buss'}\niptc='medtop:20000340'\naliases=['bussen']";
    let desk = Desk::builder()
        .topics(Topics::parse(topics).unwrap())
        .build()
        .unwrap();
    let article = Article {
        id: "a".into(),
        text: "Ferja og bussen står. Ferja ventar på bussen, og bussen ventar på ferja.".into(),
        ..Article::default()
    };
    let given = desk.read(&article).unwrap().classification(false, false);
    let item = |version| -> Value {
        let line = Ninjs::new(version).article(&article, &Answer::Classification(&given));
        serde_json::from_slice(&line.unwrap()).unwrap()
    };
    for (version, field, code) in [
        (NinjsVersion::One, "subject", "code"),
        (NinjsVersion::Three, "subjects", "uri"),
    ] {
        let item = item(version);
        let subjects = item[field].as_array().unwrap();
        let of_name = |name: &str| subjects.iter().find(|subject| subject["name"] == name).unwrap();
        assert!(
            ["Ferge", "Buss"]
                .iter()
                .all(|name| of_name(name).get(code).is_none()),
            "{item}"
        );
        let of_code = |subject: &&Value| subject[code].as_str().is_some_and(|c| c.ends_with("20000340"));
        let shared: Vec<_> = subjects.iter().filter(of_code).collect();
        assert!(shared.len() == 1 && shared[0].get("name").is_none(), "{item}");
    }
}

#[test]
fn names_stand_in_the_lists_of_their_kinds_where_these_are_asked_for() {
    let article = Article {
        id: "a".into(),
        text: "Kari Dale bur i Bergen. Dale er leiar i Norges Bank, melder Dale. Ho er fødd i Sverige."
            .into(),
        ..Article::default()
    };
    let desk = Desk::builder()
        .without_model()
        .kinds(NameModel::shipped().unwrap())
        .build()
        .unwrap();
    let digest = desk.read(&article).unwrap().digest(Budget::Sentences(1)).unwrap();
    let item = |version| -> Value {
        let line = Ninjs::new(version)
            .article(&article, &Answer::Digest(&digest))
            .unwrap();
        serde_json::from_slice(&line).unwrap()
    };
    let third = item(NinjsVersion::Three);
    assert_eq!(third["people"], json!([{ "name": "Kari Dale" }]));
    let sweden = json!({ "name": "Sverige", "uri": "http://www.wikidata.org/entity/Q34" });
    assert_eq!(third["places"], json!([{ "name": "Bergen" }, sweden]));
    let first = item(NinjsVersion::One);
    assert_eq!(first["organisation"], json!([{ "name": "Norges Bank" }]));
    assert_eq!(first["place"][1]["scheme"], "http://www.wikidata.org/entity/");
    assert_eq!(first["place"][1]["code"], "Q34");
    assert!(printed(NinjsVersion::Three).get("places").is_none());
}

#[test]
fn what_is_written_is_read_again() {
    for version in NinjsVersion::ALL {
        let line = printed(version).to_string().into_bytes();
        let mut read = notis_corpus::open_bytes("a.json", line, &Default::default()).unwrap();
        let article = read.next().unwrap().unwrap();
        assert_eq!(article.id, "2024/ferje");
        assert_eq!(
            article.text,
            "Ferja over fjorden står etter ein motorbrann i natt."
        );
        assert_eq!(article.url.as_deref(), Some("https://avisa.example/ferje"));
        assert_eq!(article.source.as_deref(), Some("Fjordavisa"));
        assert!(article.labels.unwrap().contains(&"Ferge".to_owned()));
    }
}
