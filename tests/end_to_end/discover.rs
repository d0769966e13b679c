//! `notis discover`, `notis evaluate discovery`.

use crate::support::*;

const THEMES: [(&str, [&str; 4]); 4] = [
    (
        "laks",
        [
            "Laksen rømde frå merda",
            "Lakselusa plagar oppdrettslaksen",
            "Slakteriet tek imot laksen",
            "Merdene står tomme for laks",
        ],
    ),
    (
        "skole",
        [
            "Elevene fikk ny lærer ved skolen",
            "Skolen mangler lærere og rektor",
            "Rektoren møter elevene på skolen",
            "Lærerne underviser elevene i klasserommet",
        ],
    ),
    (
        "ferje",
        [
            "Ferja ligg til kai i stormen",
            "Ferjeruta er innstilt i dag",
            "Bilane står i kø på ferjekaia",
            "Reiarlaget set inn ei ferje til",
        ],
    ),
    (
        "kamp",
        [
            "Laget vant kampen etter scoring",
            "Treneren roste keeperen etter kampen",
            "Spilleren skåret mål på straffe",
            "Dommeren blåste av kampen og scoringen",
        ],
    ),
];

/// Ten articles on each of four themes, none the same as another.
fn archive() -> Folder {
    let mut rows = String::new();
    for number in 0..40_usize {
        let (label, sentences) = THEMES[number % 4];
        let turn = number / 4;
        let text: Vec<&str> = (0..3).map(|n| sentences[(turn + n) % 4]).collect();
        let text = format!("{}. Sak {number} fra en kommune i uke {turn}.", text.join(". "));
        let date = format!("2026-{:02}-03", 1 + turn % 3);
        rows += &serde_json::json!({"id": number, "text": text, "date": date, "labels": [label]}).to_string();
        rows.push('\n');
    }
    Folder::new(&[("saker.jsonl", &rows)])
}

#[test]
fn an_unlabelled_archive_becomes_topics_that_classify() {
    let folder = archive();
    let run = folder.notis("discover saker.jsonl -o emner --topics-count 4");
    assert!(run.err.contains("4 topics in 40 articles"), "{}", run.err);
    run.ok();
    let labels = String::from_utf8(folder.read("emner/labels.tsv")).unwrap();
    let topic = |id: usize| {
        labels
            .lines()
            .nth(1 + id)
            .unwrap()
            .split('\t')
            .nth(4)
            .unwrap()
            .to_owned()
    };
    assert!((4..40).all(|id| topic(id) == topic(id % 4)), "{labels}");
    let report: serde_json::Value = serde_json::from_slice(&folder.read("emner/report.json")).unwrap();
    assert_eq!(
        report["periods"],
        serde_json::json!([
            "2026-W01", "2026-W02", "2026-W03", "2026-W04", "2026-W05", "2026-W06", "2026-W07", "2026-W08",
            "2026-W09", "2026-W10"
        ])
    );
    assert_eq!(
        report["topics"][0]["keywords"].as_array().unwrap().len().min(3),
        3
    );
    let tags = folder
        .notis("classify saker.jsonl --topics emner/topics.toml --format jsonl")
        .json();
    assert!(tags[0].to_string().contains(&topic(0)), "{}", tags[0]);
    let page = String::from_utf8(folder.read("emner/report.html")).unwrap();
    assert!(page.contains("<svg") && !page.contains("<script"), "{page}");
}

#[test]
fn the_same_articles_give_the_same_bytes_on_any_number_of_threads() {
    let folder = archive();
    folder
        .notis("discover saker.jsonl -o en --threads 1 --levels 2")
        .ok();
    folder
        .notis("discover saker.jsonl -o tre --threads 3 --levels 2")
        .ok();
    for file in ["topics.toml", "labels.tsv", "report.json", "report.html"] {
        assert_eq!(
            folder.read(&format!("en/{file}")),
            folder.read(&format!("tre/{file}")),
            "{file}"
        );
    }
}

#[test]
fn topics_are_renamed_and_merged_in_the_definitions() {
    let folder = archive();
    folder
        .notis("discover saker.jsonl -o emner --topics-count 4")
        .ok();
    let toml = String::from_utf8(folder.read("emner/topics.toml")).unwrap();
    let ids: Vec<&str> = toml
        .lines()
        .filter_map(|line| line.strip_prefix("id = "))
        .map(|id| id.trim_matches('"'))
        .collect();
    let merged = format!(
        "[[topic]]\nid = 'alt'\nwas = ['{}', '{}', '{}']\naliases = ['laks*', 'skole*']\n[[topic]]\nid = '{}'\naliases = ['kamp*']\n",
        ids[0], ids[1], ids[2], ids[3]
    );
    folder.write("mine.toml", merged.as_bytes());
    let labels = String::from_utf8(folder.read("emner/labels.tsv")).unwrap();
    let mut rows = String::new();
    for (line, cells) in String::from_utf8(folder.read("saker.jsonl"))
        .unwrap()
        .lines()
        .zip(labels.lines().skip(1))
    {
        let mut row: serde_json::Value = serde_json::from_str(line).unwrap();
        row["labels"] = serde_json::json!([cells.split('\t').nth(4).unwrap()]);
        rows += &format!("{row}\n");
    }
    folder.write("merket.jsonl", rows.as_bytes());
    folder
        .notis("train merket.jsonl --topics mine.toml -o m.notis --learner nb --no-calibrate")
        .ok();
    let card = folder.notis("inspect m.notis").ok();
    assert!(card.contains("alt") && !card.contains(ids[0]), "{card}");
}

#[test]
fn known_topics_are_found_first() {
    let folder = archive();
    folder.write(
        "mine.toml",
        b"[[topic]]\nid = 'sport'\nnames = { nb = 'Sport' }\naliases = ['kamp*', 'keeper*', 'trener*']\n[[topic]]\nid = 'romfart'\naliases = ['romskip*']\n",
    );
    folder
        .notis("discover saker.jsonl -o emner --topics-count 4 --seed-topics mine.toml")
        .ok();
    let report: serde_json::Value = serde_json::from_slice(&folder.read("emner/report.json")).unwrap();
    assert_eq!(
        (&report["topics"][0]["id"], &report["topics"][0]["articles"]),
        (&"sport".into(), &10.into())
    );
    assert_eq!(report["not_found"], serde_json::json!(["romfart"]));
    folder
        .notis("discover saker.jsonl -o emner2 --topics-count 1")
        .fails_saying(&["ask for two or more"]);
}

#[test]
fn what_cannot_be_found_is_said_and_nothing_is_left() {
    let folder = archive();
    folder.notis("discover saker.jsonl").fails_saying(&["-o DIR"]);
    folder
        .notis("discover saker.jsonl -o ny --levels 9")
        .fails_saying(&["1 to 4 levels"]);
    folder.write("to.jsonl", b"{\"text\":\"Sol.\"}\n{\"text\":\"Regn.\"}\n");
    folder
        .notis("discover to.jsonl -o ny")
        .fails_saying(&["2 articles are too few"]);
    folder.write("feil.jsonl", b"{\"text\":\"Sol.\"}\nfeil\n");
    folder
        .notis("discover feil.jsonl -o ny")
        .fails_saying(&["line 2"]);
    folder.write("full/mine.txt", b"x");
    folder
        .notis("discover saker.jsonl -o full")
        .fails_saying(&["is there already"]);
    assert_eq!(folder.names(), ["feil.jsonl", "full", "saker.jsonl", "to.jsonl"]);
}

#[test]
fn found_topics_are_measured() {
    let folder = archive();
    let args = "evaluate discovery saker.jsonl --topics-count 4 --draws 2";
    let scores = &folder.notis(&format!("{args} --format json")).json()[0];
    assert_eq!(scores["agreement"]["all"]["purity"], 1.0);
    assert!(
        scores["npmi"].as_f64().unwrap() > 0.0 && scores["stability"].as_f64().unwrap() > 0.4,
        "{scores}"
    );
    assert!(folder.notis(args).ok().contains("purity"));
}
