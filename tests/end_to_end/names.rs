//! Names with their kinds: `--kinds`, `train --names`, `evaluate names`.

use crate::support::*;

const NEWS: &str = "Kari Dale bur i Bergen. Dale er leiar i Norges Bank.";

/// Gold of two sentences, a word and a label a line.
const GOLD: &str =
    "Kari\tB-PER\nbur\tO\ni\tO\nVoss\tB-GPE_LOC\n\nOla\tB-PER\nbur\tO\ni\tO\nOdda\tB-GPE_LOC\n";

#[test]
fn kinds_are_new_fields_where_they_are_asked_for() {
    let folder = Folder::new(&[("sak.txt", NEWS)]);
    let plain = folder.notis("analyze --format jsonl sak.txt").json().remove(0);
    let mut told = folder
        .notis("analyze --format jsonl --kinds sak.txt")
        .json()
        .remove(0);
    assert_eq!(told["names"][0]["kind"], "person");
    assert_eq!(told["names"][1]["type"], "GPE_LOC");
    let entities = told.as_object_mut().unwrap().remove("entities").unwrap();
    assert_eq!(entities[0]["kind"], "person");
    for name in told["names"].as_array_mut().unwrap() {
        let name = name.as_object_mut().unwrap();
        assert!(name.remove("kind").is_some() && name.remove("type").is_some());
    }
    assert_eq!(told, plain);
}

#[test]
fn the_text_form_tells_kinds_behind_the_names() {
    let folder = Folder::new(&[("sak.txt", NEWS)]);
    let shown = folder.notis("analyze --kinds sak.txt").ok();
    assert!(
        shown.contains("Kari Dale (person, 2), Bergen (place), Norges Bank (organisation)"),
        "{shown}"
    );
}

#[test]
fn digests_and_reports_tell_kinds_too() {
    let folder = Folder::new(&[("a.txt", NEWS), ("b.txt", NEWS)]);
    let digest = &folder.notis("digest --format jsonl --kinds a.txt").json()[0];
    assert_eq!(
        digest["name_kinds"],
        serde_json::json!(["person", "place", "organisation"])
    );
    folder.notis("report a.txt b.txt --kinds -o side.html").ok();
    let page = String::from_utf8(folder.read("side.html")).unwrap();
    assert!(page.contains("<td>Personer</td><td>Kari Dale 2</td>"), "{page}");
    folder.notis("report a.txt b.txt -o uten.html").ok();
    let page = String::from_utf8(folder.read("uten.html")).unwrap();
    assert!(!page.contains("Personer"));
}

#[test]
fn groups_tell_the_names_of_most_of_their_articles() {
    let folder = Folder::new(&[("a.txt", NEWS), ("b.txt", NEWS)]);
    let run = "digest a.txt b.txt --by date --kinds --format";
    let group = &folder.notis(&format!("{run} jsonl")).json()[0];
    let first = serde_json::json!({ "name": "Kari Dale", "kind": "person", "articles": 2 });
    assert_eq!(group["names"][0], first);
    let csv = folder.notis(&format!("{run} csv")).ok();
    let (head, row) = csv.trim().split_once('\n').unwrap();
    assert_eq!(head, "group;articles;sources;text;names;name_kinds;name_ids");
    assert!(
        row.contains(";Kari Dale|Bergen|Norges Bank;person|place|organisation;||"),
        "{row}"
    );
    for form in ["text", "markdown"] {
        let shown = folder.notis(&format!("{run} {form}")).ok();
        assert!(shown.contains("Kari Dale (person), Bergen (place)"), "{shown}");
    }
    let page = folder.notis(&format!("{run} html")).ok();
    assert!(
        page.contains("<dt>Personer</dt>\n<dd>Kari Dale</dd>\n<dt>"),
        "{page}"
    );
    let plain = &folder.notis("digest a.txt b.txt --by date --format jsonl").json()[0];
    assert!(plain.get("names").is_none());
}

#[test]
fn tables_tell_kinds_in_columns_of_their_own() {
    let folder = Folder::new(&[("a.txt", NEWS)]);
    let csv = folder.notis("digest a.txt --kinds --format csv").ok();
    let (head, row) = csv.trim().split_once('\n').unwrap();
    assert!(head.contains(";names;name_kinds;name_ids;title;"), "{head}");
    assert!(
        row.contains(";Kari Dale|Bergen|Norges Bank;person|place|organisation;||;"),
        "{row}"
    );
    let plain = folder.notis("digest a.txt --format csv").ok();
    assert!(
        plain.starts_with("id;method;text;topics;keywords;names;title;"),
        "{plain}"
    );
}

#[test]
fn a_gazetteer_gives_names_their_wikidata_ids() {
    let list = "# stader\nOslo\tplace\tQ585\nNorges Bank\torganisation\tQ999999999\n";
    let news = format!("{NEWS} Ho har budd i Oslo og i Sverige.");
    let folder = Folder::new(&[
        ("a.txt", &news),
        ("mine.tsv", list),
        ("feil.tsv", "Oslo\tby\tQ585\n"),
    ]);
    let told = &folder
        .notis("digest a.txt --gazetteer mine.tsv --format jsonl")
        .json()[0];
    let of = |name: &str| {
        let at = told["names"]
            .as_array()
            .unwrap()
            .iter()
            .position(|known| known == name);
        told["name_ids"][at.unwrap()].clone()
    };
    assert_eq!(of("Oslo"), "Q585");
    assert_eq!(of("Norges Bank"), "Q999999999");
    assert_eq!(of("Sverige"), "Q34");
    assert_eq!(of("Kari Dale"), serde_json::Value::Null);
    let seen = &folder
        .notis("analyze a.txt --gazetteer mine.tsv --format jsonl")
        .json()[0];
    let names = seen["names"].as_array().unwrap();
    assert!(
        names
            .iter()
            .any(|name| name["name"] == "Oslo" && name["wikidata"] == "Q585"),
        "{names:?}"
    );
    let run = folder.notis("analyze a.txt --gazetteer feil.tsv");
    run.fails_saying(&["feil.tsv, line 1", "«by» is not a kind", "place"]);
}

#[test]
fn a_model_of_names_is_trained_measured_and_used() {
    let folder = Folder::new(&[("gull.tsv", GOLD), ("sak.txt", "Kari bur i Odda.")]);
    folder
        .notis("train --names gull.tsv --texts sak.txt -o a.names")
        .ok();
    folder
        .notis("train --names gull.tsv --texts sak.txt -o b.names --threads 1")
        .ok();
    assert_eq!(folder.read("a.names"), folder.read("b.names"));
    let run = folder.notis("evaluate names gull.tsv --names-model a.names --baseline gull.tsv --format json");
    let systems = &run.json()[0]["systems"];
    assert_eq!(systems[0]["all"]["f1"], 1.0);
    assert_eq!(systems[2]["types"]["PER"]["gold"], 2);
    let shown = folder.notis("analyze sak.txt --names-model a.names").ok();
    assert!(shown.ends_with("names  Odda (place)\n\n"), "{shown}");
}

#[test]
fn what_is_wrong_with_gold_and_models_is_told() {
    let folder = Folder::new(&[("gull.tsv", "Voss\tB-STAD\n"), ("sak.txt", NEWS)]);
    let run = folder.notis("train --names gull.tsv -o a.names");
    run.fails_saying(&["gull.tsv, line 1", "unknown label «B-STAD»"]);
    assert_eq!(folder.names(), ["gull.tsv", "sak.txt"]);
    let run = folder.notis("analyze sak.txt --names-model gull.tsv");
    run.fails_saying(&["gull.tsv", "no model of names"]);
    let run = folder.notis("train --names -o a.names");
    assert!(run.err.contains("<CORPUS>") && run.status == 2, "{}", run.err);
}
