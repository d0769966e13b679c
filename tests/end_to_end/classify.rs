//! `notis classify`.

use crate::support::*;

fn articles() -> Folder {
    Folder::new(&[
        ("saker/1-laks.txt", SALMON),
        ("saker/2-ferge.txt", FERRY),
        ("saker/3-kort.txt", "Ferga gikk."),
        ("topics.toml", TOPICS),
    ])
}

fn topics_of(line: &serde_json::Value) -> Vec<&str> {
    line["topics"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| t["topic"].as_str().unwrap())
        .collect()
}

#[test]
fn each_article_has_a_line_with_its_tags() {
    let lines = articles()
        .notis(&format!("classify saker -m {} --format jsonl", small_model()))
        .json();
    assert_eq!(ids(&lines), ["1-laks", "2-ferge", "3-kort"]);
    assert_eq!(topics_of(&lines[0]), ["laks"]);
    assert_eq!(topics_of(&lines[1]), ["ferje"]);
    assert_eq!(
        (&lines[0]["decision"], &lines[0]["lang"]),
        (&"tagged".into(), &"nn".into())
    );
    let tag = &lines[0]["topics"][0];
    assert!(tag["probability"].as_f64() >= tag["threshold"].as_f64());
    assert!(tag.get("evidence").is_none() && lines[0].get("scores").is_none());
}

#[test]
fn it_abstains_with_a_reason() {
    let texts = [
        ("tolv", "Ferga gikk."),
        (
            "english",
            "The ferry was late because the ramp would not move this morning.",
        ),
        (
            "nok",
            "Kommunen pussar opp rådhuset for fire millionar kroner i år.",
        ),
    ];
    let text: String = texts
        .iter()
        .map(|(id, text)| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n"))
        .collect();
    let folder = Folder::new(&[("s.jsonl", &text)]);
    let lines = folder
        .notis(&format!("classify s.jsonl -m {} --format jsonl", small_model()))
        .json();
    let reasons: Vec<_> = lines.iter().map(|l| l["reason"].as_str().unwrap()).collect();
    assert_eq!(reasons[..2], ["too_short", "not_norwegian"]);
    assert!(["below_threshold", "unfamiliar"].contains(&reasons[2]));
    assert!(
        lines
            .iter()
            .all(|l| l["decision"] == "abstained" && topics_of(l).is_empty())
    );
}

#[test]
fn evidence_slices_the_text_and_adds_up() {
    let line = articles()
        .notis(&format!(
            "classify saker/1-laks.txt -m {} --format jsonl --explain",
            small_model()
        ))
        .json()
        .remove(0);
    let tag = &line["topics"][0];
    let evidence = tag["evidence"].as_array().unwrap();
    for part in evidence.iter().filter(|e| e.get("field").is_none()) {
        let at = |field: &str| usize::try_from(part[field].as_u64().unwrap()).unwrap();
        assert_eq!(&SALMON[at("start")..at("end")], part["text"].as_str().unwrap());
    }
    assert!(evidence.iter().any(|e| e["text"] == "Laksen"));
    let sum: f64 = evidence.iter().map(|e| e["weight"].as_f64().unwrap()).sum();
    let probability = 1.0 / (1.0 + (-sum).exp());
    assert!(
        (probability - tag["probability"].as_f64().unwrap()).abs() < 0.01,
        "{probability} {tag}"
    );
}

#[test]
fn a_threshold_of_zero_gives_every_topic_and_scores_give_every_probability() {
    let args = format!(
        "classify saker/2-ferge.txt -m {} --format jsonl --scores --threshold 0",
        small_model()
    );
    let line = articles().notis(&args).json().remove(0);
    assert_eq!(topics_of(&line), ["ferje", "laks"]);
    assert!(line["scores"]["ferje"].as_f64() > line["scores"]["laks"].as_f64());
    articles()
        .notis("classify saker --threshold 1.5")
        .fails_saying(&["threshold", "0 to 1"]);
}

#[test]
fn topics_are_added_by_their_definition_alone() {
    let defined = "[[topic]]\nid = 'brev'\naliases = ['rampen', 'bilkø*']\n";
    let folder = articles();
    folder.write("fleire.toml", defined.as_bytes());
    let args = format!(
        "classify saker/2-ferge.txt -m {} --topics fleire.toml --format jsonl --scores",
        small_model()
    );
    let line = folder.notis(&args).json().remove(0);
    let topics: Vec<_> = line["scores"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(topics, ["brev", "ferje", "laks"]);
}

#[test]
fn csv_opens_in_a_norwegian_spreadsheet() {
    let table = articles()
        .notis(&format!("classify saker -m {} --format csv --bom", small_model()))
        .ok();
    let rows: Vec<_> = table.lines().collect();
    assert_eq!(
        rows[0],
        "\u{feff}id;decision;reason;lang;topics;probabilities;title;date;source;url"
    );
    assert!(rows[1].starts_with("1-laks;tagged;;nn;laks;"), "{table}");
    assert_eq!(
        rows[3],
        "3-kort;abstained;too_short;nb;;;;;;"
            .replace(";nb;", &format!(";{};", rows[3].split(';').nth(3).unwrap()))
    );
}

#[test]
fn the_summary_counts_tags_by_topic_month_and_form() {
    let folder = Folder::new(&[
        ("s/a.txt", &format!(" date 2024-05-03 {SALMON}")),
        ("s/b.txt", SALMON),
        ("s/c.txt", FERRY),
    ]);
    let counted = folder
        .notis(&format!(
            "classify s -m {} --summary --format jsonl",
            small_model()
        ))
        .json();
    let salmon: Vec<_> = counted.iter().filter(|c| c["topic"] == "laks").collect();
    assert_eq!(salmon.len(), 2, "one without a month and one with: {counted:?}");
    assert_eq!(salmon[1]["month"], "2024-05");
    assert_eq!(salmon[1]["lang"], "nn");
    assert_eq!(salmon[1]["articles"], 1);
    let shown = folder
        .notis(&format!("classify s -m {} --summary", small_model()))
        .ok();
    assert!(shown.starts_with("3 articles"), "{shown}");
}

#[test]
fn the_text_form_says_what_and_why() {
    let shown = articles()
        .notis(&format!("classify saker -m {} --explain", small_model()))
        .ok();
    assert!(shown.contains("1-laks  laks "), "{shown}");
    assert!(shown.contains("[Laksen]"), "{shown}");
    assert!(shown.contains("3-kort  – (too short)"), "{shown}");
}

#[test]
fn a_limit_stops_reading() {
    let text = "{\"id\":1,\"text\":\"Ferga sto i seks timer i dag.\"}\nikkje JSON\n";
    let folder = Folder::new(&[("s.jsonl", text)]);
    let lines = folder
        .notis(&format!(
            "classify s.jsonl -m {} --limit 1 --format jsonl",
            small_model()
        ))
        .json();
    assert_eq!(lines.len(), 1);
}

#[test]
fn the_model_in_the_program_knows_its_topics() {
    let folder = articles();
    let line = folder
        .notis("classify saker/1-laks.txt --format jsonl --scores")
        .json()
        .remove(0);
    let scores = line["scores"].as_object().unwrap();
    for topic in ["syria", "ukraina", "nord-korea", "is"] {
        assert!(scores.contains_key(topic), "{topic}");
    }
}
