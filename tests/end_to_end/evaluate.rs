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

/// Articles on a ferry and on salmon, one a month, some of them nearly the same.
fn dated() -> Folder {
    let mut rows = String::new();
    for n in 0..12 {
        for (topic, text) in [("laks", SALMON), ("ferje", FERRY)] {
            let id = format!("{topic}{n}");
            let text = format!("{text}Dette er sak nummer {n} i år.");
            let date = format!("20{:02}-05", 10 + n);
            rows += &serde_json::json!({"id": id, "text": text, "date": date, "labels": [topic]}).to_string();
            rows.push('\n');
        }
    }
    Folder::new(&[("c.jsonl", &rows), ("topics.toml", TOPICS)])
}

#[test]
fn fresh_models_are_measured_on_folds_and_by_date() {
    let folder = dated();
    for how in ["--folds 2", "--by-date"] {
        let run = folder.notis(&format!(
            "evaluate topics c.jsonl --topics topics.toml {how} --format json"
        ));
        assert!(
            run.err.contains("nearly the same as one trained on"),
            "{}",
            run.err
        );
        let report = parsed(&run.ok());
        assert_eq!(report["micro"]["f1"], 1.0, "{report}");
        assert!(report["calibration_error"].is_number() && report["brier_skill"].as_f64() > Some(0.5));
        assert_eq!(report["baselines"].as_array().unwrap().len(), 2);
        assert!(
            report["by_form"].to_string().contains("nn") && report["by_year"].to_string().contains("2021")
        );
    }
}

#[test]
fn a_test_by_date_of_articles_without_dates_that_differ_is_refused() {
    let row = |n: usize, date: &str| {
        let (label, text) = [("laks", SALMON), ("ferje", FERRY)][n % 2];
        let text = format!("{text}Dette er sak {n}.");
        serde_json::json!({"id": n, "text": text, "labels": [label], "date": date}).to_string() + "\n"
    };
    let folder = Folder::new(&[]);
    for (date, undated) in [("", "8 have none"), ("2024-05", "0 have none")] {
        folder.write(
            "c.jsonl",
            (0..8).map(|n| row(n, date)).collect::<String>().as_bytes(),
        );
        folder.notis("evaluate topics c.jsonl --by-date").fails_saying(&[
            "dates that differ",
            undated,
            "--folds",
        ]);
    }
    folder.write("c.jsonl", row(0, "i fjor").as_bytes());
    folder
        .notis("evaluate topics c.jsonl --by-date")
        .fails_saying(&["c.jsonl", "«i fjor» is not a date"]);
}

#[test]
fn graded_articles_report_tags_on_passing_mentions() {
    let row = serde_json::json!({"id": "1", "text": SALMON, "grades": {"laks": 1, "ferje": 0}});
    let folder = Folder::new(&[("c.jsonl", &format!("{row}\n"))]);
    let report = folder
        .notis(&format!(
            "evaluate topics c.jsonl -m {} --format json",
            small_model()
        ))
        .ok();
    let report = parsed(&report);
    assert_eq!(report["tags_on_passing_mentions"], 1, "{report}");
    assert_eq!(report["micro"]["false_alarms"], 1);
}

#[test]
fn two_label_files_are_compared() {
    let head = "file\tdate\tlang\ttitle\tlabels\tmentions\n";
    let rows = |labels: [&str; 4]| {
        let row = |(n, label): (usize, &str)| format!("a{n}\t\tnb\t\t{label}\t\n");
        head.to_owned() + &labels.into_iter().enumerate().map(row).collect::<String>()
    };
    let folder = Folder::new(&[
        ("anne.tsv", &rows(["laks", "laks", "ferje", ""])),
        ("berit.tsv", &rows(["laks", "ferje", "ferje", ""])),
    ]);
    let table = folder.notis("evaluate labels anne.tsv berit.tsv").ok();
    assert!(table.contains("kappa") && table.contains("0.50"), "{table}");
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

#[test]
fn two_models_are_compared_with_a_verdict() {
    let folder = dated();
    folder.write(
        "blind.toml",
        "[[topic]]\nid = 'laks'\naliases = ['ørret*']\n[[topic]]\nid = 'ferje'\naliases = ['ferje*']\n"
            .as_bytes(),
    );
    folder.notis("train --topics topics.toml -o god.notis").ok();
    folder.notis("train --topics blind.toml -o blind.notis").ok();
    let shown = folder.notis("evaluate topics blind.notis god.notis c.jsonl").ok();
    assert!(
        shown.contains("god.notis is better") && shown.contains("2 topics"),
        "{shown}"
    );
    let found = parsed(
        &folder
            .notis("evaluate topics god.notis blind.notis c.jsonl --format json")
            .ok(),
    );
    assert_eq!(found["verdict"], "first", "{found}");
    assert!(found["difference_ci95"][1].as_f64() < Some(0.0), "{found}");
    let shown = folder.notis("evaluate topics god.notis god.notis c.jsonl").ok();
    assert!(shown.contains("Neither is shown to be better"), "{shown}");
    folder
        .notis("evaluate topics god.notis c.jsonl")
        .fails_saying(&["-m god.notis"]);
    folder
        .notis("evaluate topics god.notis blind.notis")
        .fails_saying(&["no articles"]);
    folder
        .notis("evaluate topics god.notis blind.notis c.jsonl --folds 2")
        .fails_saying(&["--folds"]);
}
