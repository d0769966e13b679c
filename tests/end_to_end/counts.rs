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
            .notis(&format!(
                "count p{count}-{part}.jsonl --sample 60 -o p{count}-{part}.stats"
            ))
            .ok();
        format!("p{count}-{part}.stats")
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn any_number_of_parts_gives_the_bytes_of_the_whole() {
    let folder = Folder::new(&[]);
    folder.write("alt.jsonl", lines().concat().as_bytes());
    folder
        .notis("count alt.jsonl --sample 60 -o alt.stats --threads 1")
        .ok();
    let learners = ["nb", "svm"];
    for learner in learners {
        folder
            .notis(&format!(
                "train --from-counts alt.stats --learner {learner} -o alt-{learner}.notis"
            ))
            .ok();
    }
    for count in [1, 7, 64] {
        let parts = parts(&folder, count);
        folder.notis(&format!("merge {parts} -o sum.stats")).ok();
        assert!(
            folder.read("sum.stats") == folder.read("alt.stats"),
            "{count} parts"
        );
        for learner in learners {
            folder
                .notis(&format!(
                    "train --from-counts {parts} --learner {learner} -o sum.notis"
                ))
                .ok();
            assert!(
                folder.read("sum.notis") == folder.read(&format!("alt-{learner}.notis")),
                "{learner} of {count} parts"
            );
        }
    }
}

/// Whether it is said that probabilities are assumed.
fn is_assumed(text: &str) -> bool {
    text.contains("probabilities and thresholds are assumed")
}

#[test]
fn every_learner_learns_from_a_sample_and_is_calibrated_on_it() {
    let folder = Folder::new(&[]);
    folder.write("alt.jsonl", lines().concat().as_bytes());
    folder.write("ny.txt", SALMON.as_bytes());
    let counted = folder.notis("count alt.jsonl -o alt.stats");
    assert!(counted.err.contains("a sample of 104"), "{}", counted.err);
    for learner in ["auto", "nb", "complement-nb", "svm", "logistic"] {
        let trained = folder.notis(&format!(
            "train --from-counts alt.stats --learner {learner} -o m.notis"
        ));
        assert!(!is_assumed(&trained.err), "{learner}: {}", trained.err);
        let card = folder.notis("inspect m.notis").out;
        assert!(
            card.contains("a sample of 104 articles") && !is_assumed(&card),
            "{learner}: {card}"
        );
        let line = folder
            .notis("classify ny.txt -m m.notis --format jsonl")
            .json()
            .remove(0);
        let topics: Vec<_> = line["topics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|t| &t["topic"])
            .collect();
        assert_eq!(topics, ["laks"], "{learner}: {line}");
    }
}

#[test]
fn what_is_assumed_is_said_when_it_is_learned_and_ever_after() {
    let folder = Folder::new(&[]);
    folder.write("alt.jsonl", lines().concat().as_bytes());
    folder.notis("count alt.jsonl --sample 0 -o uten.stats").ok();
    folder.notis("count alt.jsonl --sample 50 -o med.stats").ok();
    let ways = [
        "--from-counts uten.stats",
        "--from-counts med.stats uten.stats",
        "--from-counts med.stats --no-calibrate",
        "alt.jsonl --no-calibrate --learner svm",
    ];
    for way in ways {
        let trained = folder.notis(&format!("train {way} -o m.notis"));
        assert!(is_assumed(&trained.err), "{way}: {}", trained.err);
        let card = folder.notis("inspect m.notis").out;
        assert!(is_assumed(&card), "{way}: {card}");
    }
    folder
        .notis("train --from-counts uten.stats --learner svm -o n.notis")
        .fails_saying(&["no sample", "svm"]);
}

#[test]
fn labels_that_are_not_read_are_told_of() {
    let folder = Folder::new(&[
        ("korpus/2019/a.txt", SALMON),
        ("korpus/labels.tsv", "file\tlabels\n2019/a\tlaks\n"),
    ]);
    let part = folder.notis("count korpus/2019 -o del.stats");
    assert!(
        part.err.contains("no article has labels") && part.err.contains("labels.tsv lies above korpus/2019"),
        "{}",
        part.err
    );
    let whole = folder.notis("count korpus -o alt.stats");
    assert!(!whole.err.contains("no article has labels"), "{}", whole.err);
    folder.write(
        "delvis.jsonl",
        "{\"text\":\"Ferja står.\",\"labels\":[],\"graded\":[\"laks\"]}\n".as_bytes(),
    );
    let partly = folder.notis("count delvis.jsonl -o delvis.stats");
    assert!(
        partly.err.contains("1 articles were read for some topics only"),
        "{}",
        partly.err
    );
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
        .notis("train --from-counts a.stats --features stems -o m.notis")
        .fails_saying(&["no features"]);
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
