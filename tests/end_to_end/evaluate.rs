//! `notis evaluate`.

use crate::support::*;

fn parsed(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn topics_are_measured_against_labels() {
    let mut rows = String::new();
    for (id, text, labels) in [
        ("1", SALMON, "laks"),
        ("2", FERRY, "ferje"),
        ("3", SALMON, "ferje"),
    ] {
        let text = format!("{text}Sak {id}.");
        rows += &serde_json::json!({"id": id, "text": text, "labels": [labels]}).to_string();
        rows.push('\n');
    }
    let folder = Folder::new(&[("c.jsonl", &rows)]);
    let report = parsed(
        &folder
            .notis(&format!(
                "evaluate topics c.jsonl -m {} --format json",
                small_model()
            ))
            .ok(),
    );
    assert!(report.to_string().contains("laks"), "{report}");
    let table = folder
        .notis(&format!("evaluate topics c.jsonl -m {}", small_model()))
        .ok();
    assert!(table.contains("laks") && table.contains("micro"), "{table}");
}

#[test]
fn digests_are_measured_against_human_ones() {
    let row = serde_json::json!({"id": "1", "text": FERRY, "summaries_nb": ["Ferga ble liggende ved kai i seks timer fordi rampen ikke lot seg heve."]});
    let folder = Folder::new(&[("c.jsonl", &format!("{row}\n"))]);
    let report = parsed(
        &folder
            .notis("evaluate digests c.jsonl --words 30 --format json")
            .ok(),
    );
    assert!(report.to_string().contains("lead"), "{report}");
    let table = folder.notis("evaluate digests c.jsonl --words 30").ok();
    assert!(table.contains("lead") && table.contains("oracle"), "{table}");
}
