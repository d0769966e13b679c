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
    let labels = ["file", "date", "lang", "title", "labels", "mentions"];
    let notes = ["excerpt", "names", "probability", "reason"];
    assert_eq!(rows[0], [&labels[..], &notes].concat());
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[1][0], "2", "the passing mention is least certain: {draft}");
    assert_eq!(
        (rows[4][0], rows[4][4]),
        ("4", "ferje"),
        "what is labelled comes last: {draft}"
    );
    let one = rows.iter().find(|r| r[0] == "1").unwrap();
    assert_eq!((one[4], one[7]), ("laks", "laks"));
    assert!(one[6].contains("laks rømde"), "{draft}");
    assert_eq!(one[8], "1,00", "{draft}");
    assert!(rows[1][9].contains("nearest: "), "{draft}");
    assert!(rows[4][9].starts_with("labelled"), "{draft}");
}

#[test]
fn a_naive_bayes_model_learns_corrections_and_others_say_that_they_cannot() {
    let row = |id: &str, text: &str, label: &str| {
        format!(
            "{}\n",
            serde_json::json!({"id": id, "text": text, "labels": [label]})
        )
    };
    // By its words this is a ferry's day; the editor says that it was the salmon's.
    let salmon_on_a_ferry = format!("{FERRY}{SALMON}{FERRY}");
    let ferry_as_salmon = |n| row(&format!("ny{n}"), &salmon_on_a_ferry, "laks");
    let corrected: String = (0..16).map(ferry_as_salmon).collect();
    let folder = Folder::new(&[("retta.jsonl", &corrected)]);
    let corpus: String = (0..8)
        .flat_map(|n| {
            [("laks", SALMON), ("ferje", FERRY)].map(|(label, text)| row(&format!("{label}{n}"), text, label))
        })
        .collect();
    folder.write("c.jsonl", corpus.as_bytes());
    folder
        .notis("train c.jsonl --exclusive --learner nb -o nb.notis")
        .ok();
    folder
        .notis("train c.jsonl --exclusive --learner svm -o svm.notis")
        .ok();
    let probability = |model: &str| {
        let lines = folder
            .notis(&format!(
                "classify retta.jsonl -m {model} --scores --format jsonl"
            ))
            .json();
        lines[0]["scores"]["laks"].as_f64().unwrap()
    };
    folder.notis("learn retta.jsonl -m nb.notis -o betre.notis").ok();
    assert!(probability("betre.notis") > probability("nb.notis"));
    folder
        .notis("learn retta.jsonl -m svm.notis -o x.notis")
        .fails_saying(&["cannot learn", "train anew"]);
    folder
        .notis("learn retta.jsonl -m nb.notis")
        .fails_saying(&["-o MODEL"]);
    folder.write("feil.jsonl", row("x", SALMON, "torsk").as_bytes());
    folder
        .notis("learn feil.jsonl -m nb.notis -o x.notis")
        .fails_saying(&["torsk"]);
}

#[test]
fn the_shipped_model_learns_corrections_without_its_corpus() {
    let about = |n: usize, labels: &[&str]| {
        let text = format!("{SALMON}Dette er sak nummer {n} om rømminga i fjorden.");
        serde_json::json!({"id": n.to_string(), "text": text, "labels": labels}).to_string() + "\n"
    };
    let corrected: String = (0..12).map(|n| about(n, &["klima", "landbruk-fiske"])).collect();
    let folder = Folder::new(&[
        ("retta.jsonl", &corrected),
        ("ny.jsonl", &about(99, &[])),
        ("ferje.txt", FERRY),
    ]);
    folder.notis("learn retta.jsonl -o min.notis").ok();
    let probability = |file: &str, model: &str, topic: &str| {
        let lines = folder
            .notis(&format!("classify {file} {model} --scores --format jsonl"))
            .json();
        lines[0]["scores"][topic].as_f64().unwrap()
    };
    let (before, after) = (
        probability("ny.jsonl", "", "klima"),
        probability("ny.jsonl", "-m min.notis", "klima"),
    );
    assert!(after > before + 0.2, "{before} {after}");
    let ferry = |model: &str| probability("ferje.txt", model, "samferdsel");
    assert!((ferry("-m min.notis") - ferry("")).abs() < 0.05);
    let run = folder.notis("evaluate topics retta.jsonl -m min.notis");
    assert!(run.err.contains("trained on 12 of these articles"), "{}", run.err);
    assert!(run.ok().contains("no test of it"));
}

#[test]
fn a_draft_takes_no_column_of_a_label_table_away() {
    let table = "file\tlabels\tsjanger\na\t\tnotis\n";
    let folder = Folder::new(&[("c/a.txt", SALMON), ("c/labels.tsv", table)]);
    folder
        .notis(&format!("suggest c -m {} -o c/labels.tsv", small_model()))
        .fails_saying(&["labels.tsv", "sjanger", "another file"]);
    assert_eq!(folder.read("c/labels.tsv"), table.as_bytes());
}
