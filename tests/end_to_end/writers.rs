//! What goes out: ninjs, feeds, tables, with title, date, source and address of the article.

use crate::support::*;

const ARTICLE: &str = "{\"id\":\"a\",\"title\":\"Ferja står\",\"date\":\"3.5.2024\",\"source\":\"Fjordavisa\",\
    \"url\":\"https://avisa.example/a\",\"text\":\"Ferja over fjorden står etter ein motorbrann i natt. Ho ligg ved kai.\"}";

fn folder() -> Folder {
    Folder::new(&[("sak.jsonl", ARTICLE)])
}

#[test]
fn what_is_known_of_an_article_stands_at_the_end_of_its_line() {
    let known = ",\"title\":\"Ferja står\",\"date\":\"2024-05-03\",\"source\":\"Fjordavisa\",\"url\":\"https://avisa.example/a\"}\n";
    for verb in ["classify", "classify --scores", "digest"] {
        let line = folder().notis(&format!("{verb} sak.jsonl --format jsonl")).ok();
        assert!(line.ends_with(known), "{verb}: {line}");
        let bare = Folder::new(&[("sak.jsonl", "{\"id\":\"a\",\"text\":\"Ferja står.\"}")]);
        let line = bare.notis(&format!("{verb} sak.jsonl --format jsonl")).ok();
        assert!(!line.contains("\"title\"") && !line.contains("\"url\""), "{line}");
    }
}

#[test]
fn every_form_passes_it_on() {
    for (verb, format) in [
        ("classify", "csv"),
        ("classify", "ninjs"),
        ("digest", "csv"),
        ("digest", "ninjs"),
        ("digest", "atom"),
        ("digest", "markdown"),
        ("digest", "text"),
    ] {
        let out = folder()
            .notis(&format!("{verb} sak.jsonl --format {format}"))
            .ok();
        for known in [
            "Ferja står",
            "2024-05-03",
            "Fjordavisa",
            "https://avisa.example/a",
        ] {
            assert!(out.contains(known), "{verb} {format}: {out}");
        }
    }
}

#[test]
fn a_table_of_digests_or_tags_is_read_again() {
    for verb in ["digest", "classify"] {
        let folder = folder();
        folder
            .notis(&format!("{verb} sak.jsonl --format csv --bom -o ut.csv"))
            .ok();
        let column = if verb == "digest" {
            ""
        } else {
            "--column text=title"
        };
        let read = folder
            .notis(&format!("digest ut.csv --format jsonl {column}"))
            .json();
        assert_eq!(read[0]["date"], "2024-05-03");
        assert_eq!(read[0]["source"], "Fjordavisa");
    }
}

#[test]
fn a_feed_of_digests_is_read_again() {
    let folder = folder();
    folder
        .notis("digest sak.jsonl --format atom --sentences 1 -o ut.atom")
        .ok();
    let read = folder.notis("digest ut.atom --format jsonl").json();
    assert_eq!(read[0]["id"], "a");
    assert_eq!(
        read[0]["text"],
        "Ferja over fjorden står etter ein motorbrann i natt."
    );
    assert_eq!(read[0]["url"], "https://avisa.example/a");
}

#[test]
fn ninjs_is_written_in_the_version_that_is_asked_for() {
    let folder = folder();
    for (version, standard) in [
        ("", "3.1"),
        ("--ninjs 3", "3.1"),
        ("--ninjs 2", "2.2"),
        ("--ninjs 1", "1.6"),
    ] {
        let items = folder
            .notis(&format!("digest sak.jsonl --format ninjs {version}"))
            .json();
        let name = if version.ends_with('1') {
            "$standard"
        } else {
            "standard"
        };
        assert_eq!(items[0][name]["version"], standard);
    }
    folder
        .notis("digest sak.jsonl --ninjs 2")
        .fails_saying(&["--format ninjs"]);
}

#[test]
fn a_form_that_has_no_place_for_an_answer_says_so_before_anything_is_read() {
    for (args, what) in [
        ("classify sak.jsonl --format atom", "topics"),
        ("classify sak.jsonl --summary --format ninjs", "counts"),
        ("digest sak.jsonl --by date --format ninjs", "group"),
    ] {
        let run = folder().notis(args);
        assert_eq!(run.out, "");
        run.fails_saying(&["has no form for", what]);
    }
}
