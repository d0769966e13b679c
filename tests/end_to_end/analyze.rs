//! `notis analyze`.

use crate::support::*;

#[test]
fn the_fields_of_a_line_are_a_contract() {
    let folder = Folder::new(&[("laks.txt", SALMON)]);
    let line = &folder.notis("analyze --format jsonl laks.txt").json()[0];
    let keys: Vec<_> = line.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["blocks", "id", "lang", "names", "sentences", "tokens"]);
    assert_eq!(line["lang"], "nn");
    assert_eq!(line["blocks"][0]["kind"], "title");
    for (list, fields) in [
        ("blocks", "end kind start"),
        ("sentences", "block end start"),
        ("tokens", "end start stem"),
    ] {
        let item = line[list][0].as_object().unwrap();
        assert_eq!(item.keys().cloned().collect::<Vec<_>>().join(" "), fields);
    }
}

#[test]
fn spans_are_bytes_of_the_text_as_it_was_read() {
    let text = " date 2024-05 Måkene på Værøy\n\nÆrfuglen kom før. «Så rart», sa Åse.\n";
    let folder = Folder::new(&[("fugl.txt", text)]);
    let line = &folder.notis("analyze --format jsonl fugl.txt").json()[0];
    let slice = |item: &serde_json::Value| {
        let at = |field: &str| usize::try_from(item[field].as_u64().unwrap()).unwrap();
        text[at("start")..at("end")].to_owned()
    };
    assert_eq!(slice(&line["blocks"][0]), "date 2024-05");
    assert_eq!(slice(&line["blocks"][1]), "Måkene på Værøy");
    let sentences: Vec<_> = line["sentences"].as_array().unwrap().iter().map(slice).collect();
    assert_eq!(sentences.last().unwrap(), "«Så rart», sa Åse.");
    let tokens: Vec<_> = line["tokens"].as_array().unwrap().iter().map(slice).collect();
    assert!(tokens.contains(&"Ærfuglen".to_owned()), "{tokens:?}");
}

#[test]
fn names_are_found_with_their_places() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let line = &folder.notis("analyze --format jsonl ferge.txt").json()[0];
    let names = line["names"].as_array().unwrap();
    let arne = names.iter().find(|n| n["name"] == "Arne Moe").unwrap();
    let at = |field: &str| usize::try_from(arne[field].as_u64().unwrap()).unwrap();
    assert_eq!(
        FERRY[at("start")..at("end")]
            .split_whitespace()
            .collect::<Vec<_>>(),
        ["Arne", "Moe"]
    );
}

#[test]
fn the_text_form_has_a_line_a_sentence() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let shown = folder.notis("analyze ferge.txt").ok();
    assert!(shown.starts_with("ferge nb, "), "{shown}");
    assert!(shown.contains("body  Ferga over fjorden"), "{shown}");
    assert!(!shown.contains('\u{1b}'), "no colours where nobody looks");
}
