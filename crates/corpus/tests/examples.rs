//! The examples in `data/formats`, one of each form.

// A test that cannot unwrap has failed.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use notis_corpus::{Article, ReadOptions};

fn read(name: &str, columns: &[&str]) -> Vec<Article> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../data/formats")
        .join(name);
    let options = ReadOptions {
        columns: columns.iter().map(|column| column.parse().unwrap()).collect(),
        ..ReadOptions::default()
    };
    let articles = notis_corpus::open(&[file], &options).unwrap();
    articles.map(Result::unwrap).collect()
}

#[test]
fn every_example_gives_its_articles_with_their_dates() {
    for (name, expected) in [
        (
            "saker.jsonl",
            &[
                ("ferje-jsonl", "2024-05-03"),
                ("sno-jsonl", "2024-01-14T06:30:00+01:00"),
            ][..],
        ),
        ("saker.json", &[("bru-json", ""), ("skule-json", "")]),
        (
            "ninjs.json",
            &[("urn:fjordbyraet:sak-12", "2024-05-03T10:00:00+02:00")],
        ),
        (
            "straum.rss",
            &[
                ("ras-rss", "2024-05-03T08:00:00+00:00"),
                ("laks-rss", "2024-05-04T06:15:00+00:00"),
            ],
        ),
        ("straum.atom", &[("trikk-atom", "2024-05-03T10:00:00+00:00")]),
        ("side.html", &[("side", "2024-02-10T07:00:00+01:00")]),
        ("nitf.xml", &[("ulv-nitf", "2024-02-14T09:15:00+01:00")]),
        (
            "newsml.xml",
            &[("urn:fjordbyraet:sak-13", "2024-05-03T10:00:00+02:00")],
        ),
    ] {
        let articles = read(name, &[]);
        let found: Vec<_> = articles
            .iter()
            .map(|a| (a.id.as_str(), a.date.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_spreadsheet_is_read_with_its_own_names_and_letters() {
    let columns = [
        "id=Nr",
        "date=Dato",
        "title=Overskrift",
        "text=Brødtekst",
        "labels=Emner",
    ];
    let rows = read("regneark.csv", &columns);
    assert_eq!(rows[0].title.as_deref(), Some("Brua \"sprakk\""));
    assert_eq!(rows[0].labels, Some(vec!["samferdsel".into(), "vær".into()]));
    assert_eq!(rows[1].date.as_deref(), Some("2025-12-01"));
    assert!(rows[1].text.starts_with("Hjemmelaget"));
}

#[test]
fn a_page_gives_its_article_without_what_stands_around_it() {
    let page = read("side.html", &[]).remove(0);
    for clutter in ["informasjonskapsler", "Forsiden", "Ny kafé åpnet"] {
        assert!(!page.text.contains(clutter), "{}", page.text);
    }
    assert!(page.text.contains("Klokka tre om natta") && page.text.contains("i tretti år"));
}
