//! `notis report`, `notis evaluate drift`.

use crate::support::*;

/// Articles on salmon, month after month, and more and more on ferries.
fn dated() -> Folder {
    let mut rows = String::new();
    for month in 1..=6_usize {
        for number in 0..12_usize {
            let (label, text) = if number < 2 * month {
                ("ferje", FERRY)
            } else {
                ("laks", SALMON)
            };
            let id = format!("{month}-{number}");
            let text = format!("{text} Dette er sak nummer {id} i år, skriven <b>i fjor</b>.");
            let date = format!("2026-{month:02}-{:02}", 1 + number);
            let source = if number % 2 == 0 { "Avisa A" } else { "Avisa <B>" };
            let row = serde_json::json!({"id": id, "text": text, "date": date, "source": source, "labels": [label],
                "title": "Sak \u{202e}<script>alert(1)</script>", "url": "javascript:alert(1)"});
            rows += &format!("{row}\n");
        }
    }
    Folder::new(&[("saker.jsonl", &rows)])
}

#[test]
fn a_page_tells_what_there_is_more_of_and_holds_nothing_that_acts() {
    let folder = dated();
    for language in ["nb", "nn", "en"] {
        folder
            .notis(&format!(
                "report saker.jsonl -m {} -o side.html --language {language}",
                small_model()
            ))
            .ok();
        let page = String::from_utf8(folder.read("side.html")).unwrap();
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(!page.contains("<script") && !page.contains("javascript:") && !page.contains('\u{202e}'));
        assert!(!page.contains("http") || page.matches("http").count() == page.matches("http-equiv").count());
        assert!(page.contains("2026-W01") && page.contains("Avisa &lt;B&gt;") && page.contains("<mark>"));
    }
    let page = String::from_utf8(folder.read("side.html")).unwrap();
    let ferries = page
        .lines()
        .find(|line| line.contains("ferje") && line.contains("class=\"n\">× "));
    assert!(
        ferries.is_some_and(|row| row.contains("30 (83.3 %)")),
        "more ferries in the later half: {ferries:?}"
    );
}

#[test]
fn two_sides_are_compared_and_must_be_there() {
    let folder = dated();
    let report = |sides: &str| {
        folder.notis(&format!(
            "report saker.jsonl -m {} -o s.html --compare {sides}",
            small_model()
        ))
    };
    report("2026-01 2026-05..2026-06").ok();
    let page = String::from_utf8(folder.read("s.html")).unwrap();
    assert!(page.contains("2026-05..2026-06"));
    report("2019 2026-06").fails_saying(&["no article is of «2019»"]);
    report("2026 2026").fails_saying(&["is the same as"]);
    folder
        .notis("report saker.jsonl")
        .fails_saying(&["-o report.html"]);
}

#[test]
fn drift_is_told_month_by_month_with_advice() {
    let folder = dated();
    let model = small_model();
    let report = &folder
        .notis(&format!("evaluate drift saker.jsonl -m {model} --format json"))
        .json()[0];
    assert_eq!(report["months"].as_array().unwrap().len(), 6);
    assert_eq!(report["baseline"]["articles"], 24);
    let distance = |month: usize| report["months"][month]["topic_distance"].as_f64().unwrap();
    assert!(distance(5) > distance(2), "{report}");
    let text = folder
        .notis(&format!("evaluate drift saker.jsonl -m {model}"))
        .ok();
    assert!(text.contains("2026-06") && text.contains("\n- "), "{text}");
    folder.write(
        "en.jsonl",
        b"{\"text\":\"Ferja gjekk ikkje i dag, seier ho.\",\"date\":\"2026-01-01\"}\n",
    );
    folder
        .notis(&format!("evaluate drift en.jsonl -m {model}"))
        .fails_saying(&["nothing to compare"]);
}
