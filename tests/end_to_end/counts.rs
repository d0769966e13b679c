//! `notis count` and `notis merge`: statistics of parts are those of the whole.

use crate::support::*;

/// The lines of a corpus of three topics in both written forms, some articles of none and some unlabelled.
fn lines() -> Vec<String> {
    let line = |n: usize| {
        let labels = match n % 5 {
            0 => serde_json::json!(["laks"]),
            1 => serde_json::json!(["ferje"]),
            2 => serde_json::json!(["laks", "ferje"]),
            3 => serde_json::json!([]),
            _ => serde_json::Value::Null,
        };
        let text = match n % 5 {
            0 => SALMON.to_owned(),
            1 => FERRY.to_owned(),
            2 => format!("{SALMON}{FERRY}"),
            _ => "Kommunestyret vedtok budsjettet for neste år. ".to_owned(),
        };
        let text = format!("{text}Dette er sak nummer {n}, den {}. i rekka.", n / 3);
        serde_json::json!({"id": n, "text": text, "labels": labels}).to_string() + "\n"
    };
    (0..130).map(line).collect()
}

/// Writes the lines into so many files, dealt out in turn, and counts each.
fn parts(folder: &Folder, count: usize) -> String {
    let lines = lines();
    let names = (0..count).map(|part| {
        let own: String = lines
            .iter()
            .skip(part)
            .step_by(count)
            .map(String::as_str)
            .collect();
        folder.write(&format!("p{count}-{part}.jsonl"), own.as_bytes());
        folder
            .notis(&format!("count p{count}-{part}.jsonl -o p{count}-{part}.stats"))
            .ok();
        format!("p{count}-{part}.stats")
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn any_number_of_parts_gives_the_bytes_of_the_whole() {
    let folder = Folder::new(&[]);
    folder.write("alt.jsonl", lines().concat().as_bytes());
    folder.notis("count alt.jsonl -o alt.stats --threads 1").ok();
    folder.notis("train --from-counts alt.stats -o alt.notis").ok();
    for count in [1, 7, 64] {
        let parts = parts(&folder, count);
        folder.notis(&format!("merge {parts} -o sum.stats")).ok();
        assert!(
            folder.read("sum.stats") == folder.read("alt.stats"),
            "{count} parts"
        );
        folder
            .notis(&format!("train --from-counts {parts} -o sum.notis"))
            .ok();
        assert!(
            folder.read("sum.notis") == folder.read("alt.notis"),
            "{count} parts"
        );
    }
}

#[test]
fn a_model_from_counts_tells_topics_apart() {
    let folder = Folder::new(&[]);
    folder.write("alt.jsonl", lines().concat().as_bytes());
    folder.notis("count alt.jsonl -o alt.stats").ok();
    let trained = folder.notis("train --from-counts alt.stats -o m.notis");
    assert!(
        trained.err.contains("130 articles, 104 of them labelled"),
        "{}",
        trained.err
    );
    folder.write("ny.txt", SALMON.as_bytes());
    let line = folder
        .notis("classify ny.txt -m m.notis --format jsonl --scores")
        .json()
        .remove(0);
    assert!(
        line["scores"]["laks"].as_f64() > line["scores"]["ferje"].as_f64(),
        "{line}"
    );
}

#[test]
fn statistics_that_do_not_fit_say_why() {
    let folder = Folder::new(&[("a.jsonl", "{\"text\":\"Laksen rømde.\",\"labels\":[\"laks\"]}\n")]);
    folder.notis("count a.jsonl -o a.stats").ok();
    folder.notis("count a.jsonl -o b.stats --features stems").ok();
    folder
        .notis("merge a.stats b.stats -o c.stats")
        .fails_saying(&["different features"]);
    folder
        .notis("train --from-counts a.stats -o m.notis")
        .fails_saying(&["one label alone", "laks"]);
    folder
        .notis("train --from-counts a.stats --learner svm -o m.notis")
        .fails_saying(&["Naive Bayes alone"]);
    folder
        .notis("merge a.jsonl -o c.stats")
        .fails_saying(&["a.jsonl", "no statistics"]);
    let mut damaged = folder.read("a.stats");
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    folder.write("d.stats", &damaged);
    folder
        .notis("merge a.stats d.stats -o c.stats")
        .fails_saying(&["d.stats", "damaged"]);
    assert!(
        !folder.names().contains(&"c.stats".to_owned()),
        "nothing half-written"
    );
}
