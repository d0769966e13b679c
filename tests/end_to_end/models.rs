//! `notis inspect`, `notis suggest`, `notis learn`: what is done with a model.

use crate::support::*;

#[test]
fn a_card_names_the_topics() {
    let card = notis(&format!("inspect {}", small_model())).ok();
    assert!(card.contains("laks") && card.contains("ferje"), "{card}");
    assert!(notis("inspect").ok().contains("nord-korea"));
}

#[test]
fn a_draft_of_labels_is_a_label_file_with_the_least_certain_first() {
    let folder = Folder::new(&[
        ("c/1.txt", SALMON),
        (
            "c/2.txt",
            "Vegen er stengd av snø. Ein mann på ferja fortel at det kan ta tid å rydde.\n\nBrøytebilen står i garasjen.\n",
        ),
        (
            "c/3.txt",
            "Rådhuset skal pussast opp for fire millionar kroner til neste år.\n",
        ),
        ("c/4.txt", FERRY),
        ("c/labels.tsv", "file\tlabels\n4\tferje\n"),
    ]);
    folder
        .notis(&format!("suggest c -m {} -o utkast.tsv", small_model()))
        .ok();
    let draft = String::from_utf8(folder.read("utkast.tsv")).unwrap();
    let rows: Vec<Vec<_>> = draft.lines().map(|l| l.split('\t').collect()).collect();
    assert_eq!(rows[0], ["file", "date", "lang", "title", "labels", "mentions"]);
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[1][0], "2", "the passing mention is least certain: {draft}");
    assert_eq!(
        (rows[4][0], rows[4][4]),
        ("4", "ferje"),
        "what is labelled comes last: {draft}"
    );
    let one = rows.iter().find(|r| r[0] == "1").unwrap();
    assert_eq!(one[4], "laks");
}
