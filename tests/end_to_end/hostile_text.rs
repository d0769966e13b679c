//! Text that wants to command a terminal, a spreadsheet, a page: in articles, topics and names of files.

use std::fs;

use crate::support::*;

/// An id, a title, a text and a label that no output may pass on as they are.
const HOSTILE: &str = r#"{"id":"=cmd|x\nferje  laks 1.00\u001b[2J\u009b31m","title":"Tittel\n# Forfalsket\u0007","date":"2024-05-03","text":"Ferga sto i seks timer\u001b[31m ved kai. Ferga gikk igjen ved middagstid.\u009d","labels":["ferje\u001b[2J"]}"#;

/// A topic whose names and code come from somebody who means no good.
const HOSTILE_TOPICS: &str = r#"
[[topic]]
id = "ferje"
names = { nb = "Ferje\u001b[2J\n# Forfalsket", nn = "\u009b31m<script>", en = "\u0007" }
iptc = "medtop:1\u001b[2J\"/><script>"
aliases = ["ferj*", "ferg*", "fer\u001bge"]

[[topic]]
id = "laks"
aliases = ["laks*"]
"#;

/// Whether a terminal would see these as they are: line breaks are, as ends of lines.
fn acts(c: char) -> bool {
    c.is_control() && c != '\n'
}

#[test]
fn nothing_an_article_holds_acts_on_a_terminal() {
    let folder = Folder::new(&[("s.jsonl", HOSTILE), ("topics.toml", HOSTILE_TOPICS)]);
    let labelled = HOSTILE.replace(r"ferje\u001b[2J", "ferje");
    folder.write("ferje.jsonl", labelled.as_bytes());
    folder.notis("train --topics topics.toml -o m.notis").ok();
    let model = "m.notis";
    for (verb, formats) in [
        (
            "classify --explain --scores",
            &["text", "jsonl", "csv", "markdown", "html", "ninjs"][..],
        ),
        (
            "classify --summary",
            &["text", "jsonl", "csv", "markdown", "html"],
        ),
        (
            "digest",
            &["text", "jsonl", "csv", "markdown", "html", "ninjs", "atom"],
        ),
        (
            "digest --by story",
            &["text", "jsonl", "csv", "markdown", "html", "atom"],
        ),
        (
            "digest --by date",
            &["text", "jsonl", "csv", "markdown", "html", "atom"],
        ),
    ] {
        for format in formats {
            let args = format!("{verb} s.jsonl -m {model} --format {format}");
            let run = folder.notis(&args);
            assert!(!run.err.contains(acts), "{args}: {:?}", run.err);
            let out = run.ok();
            assert!(!out.contains(acts), "{args}: {out:?}");
            let forged = |line: &str| line.starts_with("ferje  laks") || line.starts_with("# F");
            assert!(!out.lines().any(forged), "{args}: {out}");
        }
    }
    for args in [
        "analyze s.jsonl",
        "analyze s.jsonl --format jsonl",
        &format!("suggest s.jsonl -m {model}"),
        &format!("evaluate topics ferje.jsonl -m {model}"),
        #[cfg(target_os = "linux")]
        &format!("report s.jsonl -m {model} -o /dev/stdout"),
        &format!("inspect {model}"),
    ] {
        let out = folder.notis(args).ok();
        assert!(!out.contains(acts_but_tabs), "{args}: {out:?}");
    }
}

fn acts_but_tabs(c: char) -> bool {
    acts(c) && c != '\t'
}

#[test]
fn what_is_markup_or_json_stays_words_in_feeds_and_items() {
    let text = "Ferga sto ved kai </content><script>alert(1)</script> ]]> & \\\"}\u{9b}31m i natt.";
    let record = serde_json::json!({
        "id": "\"}\n{\"id\":\"forfalsket\u{1b}[2J", "title": "</title><x>&#27;\u{1b}", "text": text, "url": "javascript:alert(1)",
    });
    let folder = Folder::new(&[("s.jsonl", &record.to_string())]);
    let digest = |format: &str| {
        let args = format!(
            "digest s.jsonl --sentences 1 --format {format} -m {}",
            small_model()
        );
        folder.notis(&args).ok()
    };
    let feed = digest("atom");
    assert!(
        !feed.contains("<script") && !feed.contains("javascript") && !feed.contains(acts),
        "{feed}"
    );
    let title = "<title>&lt;/title&gt;&lt;x&gt;&amp;#27;␛</title>";
    assert!(feed.contains(title), "{feed}");
    folder.write("ut.atom", feed.as_bytes());
    assert_eq!(
        folder.notis("analyze ut.atom --format jsonl").json().len(),
        1,
        "{feed}"
    );
    for version in 1..=3 {
        let item = digest(&format!("ninjs --ninjs {version}"));
        assert_eq!(item.lines().count(), 1, "a line an item: {item}");
        assert!(!item.contains(acts), "{item:?}");
        let item = lines(&item).remove(0);
        assert!(
            item.to_string().contains("forfalsket\\u001b"),
            "the id is whole: {item}"
        );
        assert!(item["uri"].as_str().unwrap().starts_with("urn:notis:"), "{item}");
    }
}

#[test]
fn a_page_of_answers_runs_nothing() {
    let folder = Folder::new(&[(
        "s.jsonl",
        &HOSTILE.replace(
            "Ferga sto",
            "<script>alert(1)</script><img src=x onerror=a()> Ferga sto",
        ),
    )]);
    for verb in ["classify --explain", "digest --sentences 1", "digest --by story"] {
        for format in ["html", "markdown"] {
            let args = format!("{verb} s.jsonl -m {} --format {format}", small_model());
            let out = folder.notis(&args).ok();
            assert!(
                !out.contains("<script>") && !out.contains("<img"),
                "{args}: {out}"
            );
        }
    }
    folder
        .notis(&format!("report s.jsonl -m {} -o r.html", small_model()))
        .ok();
    let page = String::from_utf8(folder.read("r.html")).unwrap();
    assert!(
        !page.contains("<script>alert") && !page.contains("<img src=x"),
        "{page}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn names_of_files_pass_nothing_on_and_are_read_whatever_they_hold() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = Folder::new(&[]);
    let names: [&[u8]; 6] = [
        b"a\x1b[2J\nnotis: ferje 1.00.txt",
        b"b\"; <b>&'|.txt",
        b"=cmd|x.txt",
        b"c\xc2\x9b31m\r.txt",
        b"bl\xe5.txt",
        b"bl\xe6.txt",
    ];
    fs::create_dir(folder.path("m")).unwrap();
    for name in names {
        fs::write(folder.path("m").join(OsStr::from_bytes(name)), FERRY).unwrap();
    }
    for format in ["text", "jsonl", "csv", "markdown", "html", "ninjs"] {
        let args = format!("classify m -m {} --format {format}", small_model());
        let run = folder.notis(&args);
        assert!(!run.err.contains(acts), "{args}: {:?}", run.err);
        let out = run.ok();
        assert!(!out.contains(acts), "{args}: {out:?}");
        assert!(
            !out.lines()
                .any(|line| line.starts_with("notis:") || format == "csv" && line.starts_with('=')),
            "{args}: {out}"
        );
    }
    let read = folder.notis("analyze m --format jsonl").json();
    let read: Vec<_> = ids(&read).into_iter().map(str::to_owned).collect();
    assert_eq!(read.len(), names.len());
    for id in ["bl\\xe5", "bl\\xe6", "=cmd|x", "a\u{1b}[2J\nnotis: ferje 1.00"] {
        assert!(read.iter().any(|read| read == id), "{id:?} is not among {read:?}");
    }
    for name in names {
        fs::write(folder.path("m").join(OsStr::from_bytes(name)), b"\xff").unwrap();
    }
    let run = folder.notis("analyze m --skip-bad");
    assert!(
        !run.err.contains(acts) && run.err.lines().all(|line| line.starts_with("notis:")),
        "{:?}",
        run.err
    );
    assert_eq!(
        run.err
            .lines()
            .filter(|line| line.contains("passed over: m/"))
            .count(),
        names.len()
    );
}

#[test]
fn remarks_and_errors_pass_nothing_on() {
    let folder = Folder::new(&[("s.jsonl", &format!("{HOSTILE}\n{HOSTILE}\n"))]);
    for args in [
        "analyze s.jsonl",
        "analyze s.jsonl --skip-bad",
        "train s.jsonl --skip-bad -o m.notis",
    ] {
        let run = folder.notis(args);
        assert!(!run.err.contains(acts), "{args}: {:?}", run.err);
        assert!(
            run.err.lines().all(|line| line.starts_with("notis:")),
            "{args}: {}",
            run.err
        );
    }
}

#[test]
fn a_date_that_commands_is_a_bad_record() {
    let folder = Folder::new(&[(
        "s.jsonl",
        "{\"id\":\"a\",\"text\":\"Ferga sto.\",\"date\":\"2024-05\\u001b]0;x\"}",
    )]);
    let run = folder.notis("classify s.jsonl");
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("is not a date") && !run.err.contains(acts),
        "{:?}",
        run.err
    );
}

#[test]
fn no_cell_is_a_formula() {
    let folder = Folder::new(&[("s.jsonl", HOSTILE)]);
    let model = small_model();
    for args in ["classify s.jsonl --format csv", "digest s.jsonl --format csv"] {
        let out = folder.notis(&format!("{args} -m {model}")).ok();
        assert!(out.contains("'=cmd|x"), "{out}");
    }
    let drafted = folder.notis(&format!("suggest s.jsonl -m {model}")).ok();
    assert!(drafted.contains("'=cmd|x"), "{drafted}");
}

#[test]
fn a_draft_with_formulas_is_read_back_as_it_was() {
    let folder = Folder::new(&[
        ("c/a.txt", FERRY),
        ("c/labels.tsv", "file\ttitle\tlabels\na\t\"=1+1\"\tferje\n"),
    ]);
    folder
        .notis(&format!("suggest c -m {} -o utkast.tsv", small_model()))
        .ok();
    let drafted = String::from_utf8(folder.read("utkast.tsv")).unwrap();
    assert!(drafted.contains("'=1+1"), "{drafted}");
    folder.write("c/labels.tsv", drafted.as_bytes());
    let digest = folder.notis("digest c --format markdown").ok();
    assert!(digest.contains("## \\=1+1"), "{digest}");
}
