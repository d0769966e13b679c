//! `notis digest`.

use crate::support::*;

fn sentences(line: &serde_json::Value) -> Vec<String> {
    let sentences = line["sentences"].as_array().unwrap().iter();
    sentences
        .map(|s| s["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_fields_of_a_line_are_a_contract() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let line = folder
        .notis(&format!("digest ferge.txt --format jsonl -m {}", small_model()))
        .json()
        .remove(0);
    let keys: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "id",
            "keyword_spans",
            "keywords",
            "method",
            "name_spans",
            "names",
            "sentences",
            "text",
            "title",
            "topics"
        ]
    );
    assert_eq!(line["method"], "notis");
    assert_eq!(line["topics"][0], "ferje");
    assert_eq!(line["text"], sentences(&line).join(" "));
    assert!(
        line["names"].as_array().unwrap().contains(&"Arne Moe".into()),
        "{line}"
    );
    assert!(!line["keywords"].as_array().unwrap().is_empty());
}

#[test]
fn budgets_are_exact() {
    let folder = Folder::new(&[("a/ferge.txt", FERRY), ("a/laks.txt", SALMON)]);
    for n in [1, 2, 3, 50] {
        for line in folder
            .notis(&format!("digest a --sentences {n} --format jsonl"))
            .json()
        {
            assert_eq!(sentences(&line).len(), n.min(4), "{line}");
        }
    }
    for n in [3, 8, 20] {
        for line in folder
            .notis(&format!("digest a --words {n} --format jsonl"))
            .json()
        {
            let text = line["text"].as_str().unwrap();
            assert!(text.split_whitespace().count() <= n && !text.is_empty(), "{text}");
        }
    }
    for line in folder.notis("digest a --chars 60 --format jsonl").json() {
        assert!(line["text"].as_str().unwrap().chars().count() <= 60, "{line}");
    }
}

#[test]
fn sentences_are_slices_and_every_change_is_listed() {
    let folder = Folder::new(&[("a/ferge.txt", FERRY), ("a/laks.txt", SALMON)]);
    for (line, text) in folder
        .notis("digest a --sentences 4 --verbatim --format jsonl")
        .json()
        .iter()
        .zip([FERRY, SALMON])
    {
        for sentence in line["sentences"].as_array().unwrap() {
            let at = |field: &str| usize::try_from(sentence[field].as_u64().unwrap()).unwrap();
            let slice: Vec<_> = text[at("start")..at("end")].split_whitespace().collect();
            assert_eq!(sentence["text"].as_str().unwrap(), slice.join(" "));
            assert!(sentence.get("edits").is_none());
        }
    }
}

#[test]
fn every_method_of_the_list_works_and_another_name_says_which_there_are() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    for method in ["notis", "lead", "centroid", "textrank", "lexrank"] {
        let line = folder
            .notis(&format!(
                "digest ferge.txt --method {method} --sentences 2 --format jsonl"
            ))
            .json()
            .remove(0);
        assert_eq!(line["method"], method);
        assert_eq!(sentences(&line).len(), 2);
    }
    folder
        .notis("digest ferge.txt --method tilfeldig")
        .fails_saying(&["tilfeldig", "lexrank"]);
    folder
        .notis("digest ferge.txt --sentences 0")
        .fails_saying(&["at least 1"]);
}

#[test]
fn the_text_form_is_made_for_reading() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let shown = folder
        .notis(&format!("digest ferge.txt --sentences 1 -m {}", small_model()))
        .ok();
    let lines: Vec<_> = shown.lines().collect();
    assert_eq!(lines[0], "Ferga sto i seks timer");
    assert_eq!(lines[1].trim(), "ferge · ferje");
    assert!(shown.lines().all(|l| l.chars().count() <= 100), "{shown}");
}

#[test]
fn stories_are_digested_by_the_method_that_is_asked_for() {
    let lead = "– Dette har vi venta på i mange år, og no er det endeleg vår tur.";
    let text = format!(
        "{lead} Sogndal kommune får 40 millionar kroner til ny symjehall, stadfestar fylkeskommunen."
    );
    let folder = Folder::new(&[("a/1.txt", &text)]);
    let told = |method: &str| {
        let command = format!("digest a --by story --sentences 1 --format jsonl --method {method}");
        folder.notis(&command).json()[0]["text"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(told("lead"), lead);
    assert!(told("notis").starts_with("Sogndal kommune"));
}

#[test]
fn a_date_that_is_none_is_an_error() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let failed = folder.notis("digest ferge.txt --since mai");
    assert_eq!(failed.status, 2);
    assert!(failed.err.contains("2026-11-28"), "{}", failed.err);
}

#[test]
fn markdown_has_a_heading_an_article() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let shown = folder.notis("digest ferge.txt --format markdown").ok();
    assert!(shown.starts_with("## Ferga sto i seks timer\n"), "{shown}");
}

#[test]
fn many_articles_of_one_story_have_one_digest() {
    let again = FERRY
        .replace("driftssjef", "driftssjefen")
        .replace("Ved middagstid", "Klokken tolv");
    let folder = Folder::new(&[
        ("a/1.txt", &format!(" date 2024-05-03 {FERRY}")),
        ("a/2.txt", &format!(" date 2024-05-03 {again}")),
        ("a/3.txt", &format!(" date 2024-05-04 {SALMON}")),
    ]);
    let groups = folder.notis("digest a --by story --format jsonl").json();
    let articles: Vec<_> = groups.iter().map(|g| g["articles"].to_string()).collect();
    assert_eq!(groups.len(), 2, "{articles:?}");
    assert!(articles.contains(&"[\"1\",\"2\"]".to_owned()), "{articles:?}");
    for group in &groups {
        let keys: Vec<_> = group.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys, ["articles", "group", "items", "sentences", "text"]);
        assert_eq!(group["items"][0]["id"], group["articles"][0]);
        let keys: Vec<_> = group["sentences"][0]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(keys, ["end", "id", "start", "text"]);
    }
    let by_date = folder.notis("digest a --by date --format jsonl").json();
    let dates: Vec<_> = by_date.iter().map(|g| g["group"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2024-05-04", "2024-05-03"], "newest first");
    let months = folder.notis("digest a --by month --format jsonl").json();
    assert_eq!((months.len(), &months[0]["group"]), (1, &"2024-05".into()));
    let weeks = folder
        .notis("digest a --by week --until 2024-05-03 --format jsonl")
        .json();
    assert_eq!((weeks.len(), &weeks[0]["group"]), (1, &"2024-W18".into()));
    assert_eq!(weeks[0]["articles"].as_array().unwrap().len(), 2);
    let paragraphs = |group: &serde_json::Value| group["text"].as_str().unwrap().split("\n\n").count();
    assert_eq!(
        paragraphs(&months[0]),
        2,
        "what articles of two subjects say never runs together"
    );
    let by_topic = folder
        .notis(&format!(
            "digest a --by topic --format jsonl -m {}",
            small_model()
        ))
        .json();
    assert_eq!(by_topic.len(), 2);
}

#[test]
fn the_shortest_forms_are_points_and_a_headline() {
    let text = "Brua over Storelva er stengd frå i kveld, fordi flaumen har teke eit fundament. Kommunen har sett opp skilt.";
    let folder = Folder::new(&[("bru.txt", text)]);
    let shown = folder.notis("digest bru.txt --bullets 2").ok();
    assert!(
        shown.contains("  • Brua over Storelva er stengd frå i kveld.\n  • Kommunen"),
        "{shown}"
    );
    let line = folder
        .notis("digest bru.txt --headline --format jsonl")
        .json()
        .remove(0);
    assert_eq!(line["text"], "Brua over Storelva er stengd frå i kveld");
    assert_eq!(line["sentences"][0]["edits"][0]["kind"], "clause");
    let titled = Folder::new(&[("ferge.txt", FERRY)]);
    let line = titled
        .notis("digest ferge.txt --headline --format jsonl")
        .json()
        .remove(0);
    assert_eq!(line["text"], "Ferga sto i seks timer");
    assert_eq!(titled.notis("digest ferge.txt --headline --by story").status, 2);
}
