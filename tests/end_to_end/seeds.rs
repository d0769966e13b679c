//! The five articles the program exists for: tagged by the shipped model, and three real
//! sentences of each.

use std::collections::BTreeMap;
use std::fs;

use crate::support::*;

/// The one tag that the shipped model misses: named in a sub-heading, without a passage of its own, and marked as
/// borderline by whoever graded it. Strike it out when a model gets it.
const MISSED: (&str, &str) = ("002_a805a82089fdac1e", "nord-korea");

#[test]
#[ignore = "needs ../shared"]
fn every_topic_they_are_about_is_tagged_and_none_they_do_not_name() {
    let (seeds, grades) = (shared("seeds"), shared("seeds-grades.jsonl"));
    let tagged = notis(&format!("classify {} --format jsonl", seeds.display())).json();
    let tagged: BTreeMap<_, _> = tagged
        .iter()
        .map(|l| (l["id"].as_str().unwrap(), l["topics"].to_string()))
        .collect();
    for article in lines(&fs::read_to_string(grades).unwrap()) {
        let tags = &tagged[article["id"].as_str().unwrap()];
        for (topic, grade) in article["grades"].as_object().unwrap() {
            let given = tags.contains(&format!("\"{topic}\""));
            let is_missed = (article["id"].as_str(), topic.as_str()) == (Some(MISSED.0), MISSED.1);
            assert_eq!(
                grade == 2 && !given,
                is_missed,
                "{}: {topic} is missing in {tags}, or no longer missed",
                article["id"]
            );
            assert!(
                grade != 0 || !given,
                "{}: {topic} is wrong in {tags}",
                article["id"]
            );
        }
    }
}

#[test]
#[ignore = "needs ../shared"]
fn their_digests_are_three_sentences_of_running_text() {
    let seeds = shared("seeds");
    let digests = notis(&format!(
        "digest {} --sentences 3 --format jsonl",
        seeds.display()
    ))
    .json();
    let analyses = notis(&format!("analyze {} --format jsonl", seeds.display())).json();
    assert_eq!(digests.len(), 5);
    for (digest, analysis) in digests.iter().zip(&analyses) {
        let sentences = digest["sentences"].as_array().unwrap();
        assert_eq!(sentences.len(), 3);
        let text = digest["text"].as_str().unwrap();
        assert!(!text.contains("date 20") && !text.contains("Foto:"), "{text}");
        for sentence in sentences {
            let start = sentence["start"].as_u64();
            let blocks = analysis["blocks"].as_array().unwrap();
            let block = blocks
                .iter()
                .find(|b| b["start"].as_u64() <= start && start < b["end"].as_u64())
                .unwrap();
            assert!(
                block["kind"] == "body" || block["kind"] == "quote",
                "{sentence} stands in {block}"
            );
        }
    }
}
