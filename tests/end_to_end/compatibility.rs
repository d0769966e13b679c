//! Models and statistics of earlier versions: opened, or refused with what to do.

use std::fs;

use crate::support::*;

fn old(name: &str) -> String {
    project(&format!("tests/fixtures/v0.1/{name}"))
}

fn topic(folder: &Folder, model: &str) -> serde_json::Value {
    let answer = folder
        .notis(&format!("classify ferge.txt -m {model} --format jsonl"))
        .json();
    answer[0]["topics"][0]["topic"].clone()
}

#[test]
fn models_of_version_0_1_still_answer() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    for model in ["defined.notis", "labelled.notis"] {
        assert_eq!(topic(&folder, &old(model)), "ferje", "{model}");
        let card = folder.notis(&format!("inspect {}", old(model))).ok();
        assert!(card.contains("laks") && card.contains("ferje"), "{card}");
    }
}

#[test]
fn statistics_of_version_0_1_still_add_up_and_teach() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let counts = old("counts.stats");
    folder.notis(&format!("merge {counts} {counts} -o to.stats")).ok();
    let trained = folder.notis("train --from-counts to.stats -o m.notis");
    // They hold no sample of articles to set probabilities on.
    assert!(trained.err.contains("thresholds are assumed"), "{}", trained.err);
    trained.ok();
    assert_eq!(topic(&folder, "m.notis"), "ferje");
}

#[test]
fn a_file_of_another_kind_says_what_to_do() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let counts = old("counts.stats");
    folder
        .notis(&format!("classify ferge.txt -m {counts}"))
        .fails_saying(&["counts.stats", "train it anew"]);
    let model = fs::read(old("defined.notis")).unwrap();
    folder.write("kort.notis", &model[..200]);
    folder
        .notis("inspect kort.notis")
        .fails_saying(&["kort.notis", "copy it again, or train it anew"]);
}
