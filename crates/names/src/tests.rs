//! The model as a whole, on gold of our own.

use crate::evaluate::{of_gazetteer, on_text, on_words};
use crate::{Clusters, EntityType, Error, Gazetteer, Kind, NameModel, read_gold, train};

/// Persons who live in places and lead organisations.
fn gold(people: &[&str], places: &[&str], bodies: &[&str]) -> String {
    let mut gold = String::new();
    for ((person, place), body) in people.iter().zip(places).zip(bodies) {
        let (first, last) = person.split_once(' ').unwrap();
        gold += &format!("{first}\tB-PER\n{last}\tI-PER\nbur\tO\ni\tO\n{place}\tB-GPE_LOC\n.\tO\n\n");
        gold += &format!("Ho\tO\nleier\tO\n{body}\tB-ORG\n,\tO\nseier\tO\n{last}\tB-PER\n.\tO\n\n");
        gold += &format!("{place}-mannen\tB-DRV\nventar\tO\n.\tO\n\n");
    }
    gold
}

fn trained() -> NameModel {
    let gold = gold(
        &["Kari Dale", "Siri Moe", "Turid Lie", "Astrid Berge"],
        &["Voss", "Odda", "Lom", "Flåm"],
        &["Fjordkraft", "Sparebanken", "Fjordlaget", "Bygdelaget"],
    );
    train(&read_gold("gull.tsv", &gold).unwrap(), Clusters::default(), 1).unwrap()
}

#[test]
fn what_was_learned_holds_for_names_that_were_not_seen() {
    let model = trained();
    let unseen = gold(&["Marit Vik"], &["Førde"], &["Skogkraft"]);
    let unseen = read_gold("nytt.tsv", &unseen).unwrap();
    assert_eq!(on_words(&model, &unseen).all.right, 5);
    assert_eq!(on_text(&model, &unseen).all.right, 5);
    let known = of_gazetteer(&Gazetteer::of(&unseen), &unseen);
    assert_eq!(known.all.f1(), 1.0);
}

#[test]
fn scores_tell_spans_types_and_coarse_types_apart() {
    let gold = read_gold(
        "gull.tsv",
        "Norge\tB-GPE_ORG\nmøter\tO\nKari\tB-PER\nDale\tI-PER\n",
    )
    .unwrap();
    let said = read_gold("sagt.tsv", "Norge\tB-ORG\nmøter\tO\nKari\tB-PER\n").unwrap();
    let scores = of_gazetteer(&Gazetteer::of(&said), &gold);
    assert_eq!((scores.all.gold, scores.all.found, scores.all.right), (2, 2, 0));
    assert_eq!((scores.seven_types.right, scores.spans.right), (1, 1));
    let types: Vec<EntityType> = scores.types.iter().map(|(entity, _)| *entity).collect();
    assert_eq!(types, [EntityType::Per, EntityType::Org, EntityType::GpeOrg]);
}

#[test]
fn the_same_gold_gives_the_same_bytes_and_a_file_the_same_model() {
    let bytes = trained().to_bytes();
    assert_eq!(trained().to_bytes(), bytes);
    let read = NameModel::from_bytes(&bytes).unwrap();
    assert_eq!(read.to_bytes(), bytes);
    assert_eq!(read.card().names, 20);
}

#[test]
fn a_damaged_file_is_refused() {
    let bytes = trained().to_bytes();
    for at in [0, 9, 60, bytes.len() - 1] {
        let mut damaged = bytes.clone();
        damaged[at] ^= 1;
        assert!(
            matches!(NameModel::from_bytes(&damaged), Err(Error::Model(_))),
            "{at}"
        );
    }
    for length in [0, 8, 20, bytes.len() - 1] {
        assert!(NameModel::from_bytes(&bytes[..length]).is_err(), "{length}");
    }
}

#[test]
fn gold_without_names_teaches_nothing() {
    let gold = read_gold("gull.tsv", "Det\tO\nregnar\tO\n").unwrap();
    assert!(matches!(
        train(&gold, Clusters::default(), 1),
        Err(Error::NoNames)
    ));
}

#[test]
fn a_name_has_one_kind_wherever_it_is_mentioned() {
    let model = trained();
    let text = "Kari Dale bur i Odda. Ho leier Fjordkraft, seier Dale. Odda-mannen ventar.";
    let analysis = notis_text::analyze(text, Some("Dale bur i Lom"));
    let names = notis_text::names(&analysis);
    let read = model.read(&analysis, &names);
    let kind = |name: &str| {
        let at = names.iter().position(|found| found.name == name).unwrap();
        read.known[at].kind
    };
    assert_eq!(kind("Kari Dale"), Kind::Person);
    assert_eq!(kind("Odda"), Kind::Place);
    assert_eq!(kind("Fjordkraft"), Kind::Organisation);
    assert!(read.marked[0].in_title);
    let derived = read.marked.last().unwrap();
    assert_eq!(
        (derived.span.of(text), derived.entity),
        ("Odda-mannen", EntityType::Drv)
    );
}

#[test]
fn a_name_that_only_a_derived_word_holds_has_a_kind_of_its_own() {
    let model = trained();
    let analysis = notis_text::analyze("No ventar vi på at Voss-mannen ventar.", None);
    let names = notis_text::names(&analysis);
    assert_eq!(names[0].name, "Voss");
    assert_eq!(model.read(&analysis, &names).known[0].kind, Kind::Place);
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_marks_lie_in_it(text in "\\PC{0,80}", title in proptest::option::of("\\PC{0,20}")) {
        let model = NameModel::from_bytes(&trained_once()).unwrap();
        let analysis = notis_text::analyze(&text, title.as_deref());
        let names = notis_text::names(&analysis);
        let read = model.read(&analysis, &names);
        assert_eq!(read.known.len(), names.len());
        for marked in read.marked {
            let field = if marked.in_title { title.as_deref().unwrap() } else { &text };
            assert!(field.get(marked.span.start..marked.span.end).is_some_and(|words| !words.is_empty()));
        }
    }
}

fn trained_once() -> Vec<u8> {
    static BYTES: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    BYTES.get_or_init(|| trained().to_bytes()).clone()
}
