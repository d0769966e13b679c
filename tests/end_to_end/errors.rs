//! What can be wrong: each ends with status 2 and one clear message that says what, where and what to do.

use std::fs;

use crate::support::*;

/// A corpus of two topics that a model can be trained on.
fn corpus() -> Folder {
    let folder = Folder::new(&[("topics.toml", TOPICS)]);
    let mut labels = "file\tdate\tlang\ttitle\tlabels\tmentions\n".to_owned();
    for n in 0..6 {
        folder.write(
            &format!("c/laks{n}.txt"),
            format!("{SALMON}Dette er sak {n}.").as_bytes(),
        );
        folder.write(
            &format!("c/ferje{n}.txt"),
            format!("{FERRY}Dette er sak {n}.").as_bytes(),
        );
        labels += &format!("laks{n}\t\tnn\t\tlaks\t\nferje{n}\t\tnb\t\tferje\t\n");
    }
    folder.write("c/labels.tsv", labels.as_bytes());
    folder
}

#[test]
fn a_missing_file() {
    notis("classify borte.txt").fails_saying(&["borte.txt", "no such file"]);
    notis("digest borte/").fails_saying(&["borte/", "no such file"]);
    notis("train borte -o /tmp/x.notis").fails_saying(&["borte", "no such file"]);
}

#[test]
fn an_empty_file() {
    let folder = Folder::new(&[
        ("tom.txt", ""),
        ("tom.jsonl", "\n"),
        ("tom.csv", ""),
        ("blank.txt", " \n\n"),
    ]);
    for name in ["tom.txt", "tom.jsonl", "tom.csv", "blank.txt"] {
        let run = folder.notis(&format!("analyze {name}"));
        assert!(run.err.contains(name) && run.err.contains("empty"), "{}", run.err);
        assert_eq!(run.ok(), "");
        folder
            .notis(&format!("analyze {name} --fail-if-empty"))
            .fails_saying(&[name, "empty"]);
    }
    assert_eq!(folder.notis_fed("analyze -", b"").ok(), "");
    folder
        .notis_fed("analyze - --fail-if-empty", b"")
        .fails_saying(&["standard input", "empty"]);
    folder
        .notis("train tom.jsonl -o m.notis")
        .fails_saying(&["tom.jsonl", "empty"]);
}

#[test]
fn a_folder_without_articles() {
    let folder = Folder::new(&[("m/kart.svg", "<svg/>")]);
    let run = folder.notis("analyze m");
    assert!(run.err.contains("m: the folder holds no articles"), "{}", run.err);
    assert_eq!(run.ok(), "");
    folder
        .notis("analyze m --fail-if-empty")
        .fails_saying(&["m: the folder holds no articles", ".txt"]);
    folder
        .notis("analyze m m")
        .fails_saying(&["m: the folder holds no articles"]);
}

#[test]
fn invalid_utf8() {
    let folder = Folder::new(&[]);
    folder.write("l1.txt", b"Bl\xe5b\xe6r");
    folder.write("l1.jsonl", b"{\"text\":\"Sol\"}\n{\"text\":\"bl\xe5\"}\n");
    folder.write("l1.csv", b"text\nSn\xc3\xb8\nbl\xe5\n");
    folder
        .notis("analyze l1.txt")
        .fails_saying(&["l1.txt", "UTF-8", "--encoding"]);
    folder
        .notis("analyze l1.jsonl")
        .fails_saying(&["l1.jsonl, line 2", "UTF-8", "--encoding"]);
    folder
        .notis("analyze l1.csv")
        .fails_saying(&["l1.csv, line 3", "UTF-8", "--encoding"]);
    // A byte-order mark tells UTF-16, and no other encoding mends what is damaged in it.
    folder.write("u16.txt", b"\xff\xfeV\0\xe5\0r\0.");
    let run = folder.notis("analyze u16.txt");
    run.fails_saying(&["u16.txt", "UTF-16LE", "cut short"]);
    assert!(!run.err.contains("windows-1252"), "{}", run.err);
    folder
        .notis("analyze l1.txt --encoding klingonsk")
        .ok_usage_error("klingonsk");
}

#[test]
fn broken_json_on_line_7() {
    let line = "{\"text\":\"Sola skein i dag.\"}\n";
    let folder = Folder::new(&[("s.jsonl", &format!("{}{{\"text\": \"Reg\n{line}", line.repeat(6)))]);
    let run = folder.notis("analyze s.jsonl --format jsonl");
    run.fails_saying(&["s.jsonl, line 7", "broken JSON", "--skip-bad"]);
    assert_eq!(run.out.lines().count(), 6);
}

#[test]
fn a_record_without_text_or_with_an_id_twice() {
    let folder = Folder::new(&[
        ("s.jsonl", "{\"id\":\"a\",\"tekst\":\"Sol\"}\n"),
        (
            "t.jsonl",
            "{\"id\":1,\"text\":\"Sol\"}\n{\"id\":\"1\",\"text\":\"Regn\"}\n",
        ),
    ]);
    folder
        .notis("analyze s.jsonl")
        .fails_saying(&["s.jsonl, line 1", "`text`", "--column"]);
    folder
        .notis("analyze t.jsonl")
        .fails_saying(&["t.jsonl", "article 1", "second"]);
}

#[test]
fn a_csv_without_a_text_column() {
    let folder = Folder::new(&[("s.csv", "nr;Brødtekst\n1;Sol\n")]);
    folder
        .notis("classify s.csv")
        .fails_saying(&["s.csv", "«text»", "«Brødtekst»", "--column text=NAME"]);
}

#[test]
fn an_unknown_topic_in_the_labels() {
    let folder = corpus();
    let labels = String::from_utf8(folder.read("c/labels.tsv"))
        .unwrap()
        .replacen("\tlaks\t", "\tlask\t", 1);
    folder.write("c/labels.tsv", labels.as_bytes());
    let run = folder.notis("train c --topics topics.toml -o m.notis");
    run.fails_saying(&[
        "c/labels.tsv, line 2 (article laks0)",
        "«lask»",
        "did you mean «laks»?",
    ]);
    let rows = [("a", "laks"), ("b", "ferje"), ("c", "Ferjer")];
    let rows =
        rows.map(|(id, label)| serde_json::json!({"id": id, "text": FERRY, "labels": [label]}).to_string());
    folder.write("s.jsonl", rows.join("\n").as_bytes());
    folder
        .notis("train s.jsonl --topics topics.toml -o m.notis")
        .fails_saying(&["s.jsonl, line 3 (article c)", "«Ferjer»", "did you mean «ferje»?"]);
    folder.write(
        "s.csv",
        format!("text;labels\n\"{FERRY}\";ferje\nLaks i fjorden.;sjakk\n").as_bytes(),
    );
    let run = folder.notis("train s.csv --topics topics.toml -o m.notis");
    run.fails_saying(&["s.csv, line 6 (article s.csv:6)", "«sjakk»", "define it"]);
    assert!(
        !run.err.contains("did you mean"),
        "nothing is like it: {}",
        run.err
    );
    assert!(!folder.names().contains(&"m.notis".to_owned()));
}

#[test]
fn a_corpus_with_one_label_or_none() {
    let folder = corpus();
    let labels = String::from_utf8(folder.read("c/labels.tsv")).unwrap();
    folder.write("c/labels.tsv", labels.replace("\tferje\t", "\tlaks\t").as_bytes());
    folder
        .notis("train c -o m.notis")
        .fails_saying(&["one label", "laks"]);
    fs::remove_file(folder.path("c/labels.tsv")).unwrap();
    folder
        .notis("train c -o m.notis")
        .fails_saying(&["nothing to learn", "--topics"]);
    assert!(!folder.names().contains(&"m.notis".to_owned()));
}

#[test]
fn a_truncated_model() {
    let folder = Folder::new(&[("ferge.txt", FERRY)]);
    let whole = fs::read(small_model()).unwrap();
    for length in [0, 1, 7, 8, 100, whole.len() / 2, whole.len() - 1] {
        folder.write("m.notis", &whole[..length]);
        folder
            .notis("classify ferge.txt -m m.notis")
            .fails_saying(&["m.notis"]);
        folder.notis("inspect m.notis").fails_saying(&["m.notis"]);
    }
    folder
        .notis("classify ferge.txt -m ferge.txt")
        .fails_saying(&["ferge.txt"]);
    folder
        .notis("classify ferge.txt -m borte.notis")
        .fails_saying(&["borte.notis"]);
}

#[test]
fn a_full_disk_while_saving_and_an_existing_model_that_stays() {
    if cfg!(not(target_os = "linux")) {
        return;
    }
    let folder = corpus();
    folder
        .notis("train c -o /dev/full")
        .fails_saying(&["/dev/full", "space"]);
    folder
        .notis("classify c -o /dev/full")
        .fails_saying(&["/dev/full", "space"]);
    folder
        .notis("train c -o borte/m.notis")
        .fails_saying(&["borte/m.notis"]);
    folder.notis("train c -o c").fails_saying(&["folder"]);
}

#[test]
fn an_existing_model_is_never_damaged() {
    let folder = corpus();
    folder.write("m.notis", b"det som var");
    folder.write("c/ny.txt", b"\xff\xfe");
    folder.notis("train c -o m.notis").fails_saying(&["c/ny.txt"]);
    assert_eq!(folder.read("m.notis"), b"det som var");
    assert_eq!(
        folder.names(),
        ["c", "m.notis", "topics.toml"],
        "nothing is left behind"
    );
    // A limit on the size of files stands in for a disk that fills up in the middle.
    let limited = format!(
        "ulimit -f 0; trap '' XFSZ; exec {} train c --skip-bad -o m.notis",
        env!("CARGO_BIN_EXE_notis")
    );
    let Ok(shell) = folder.shell(&limited) else {
        return;
    };
    let said = String::from_utf8_lossy(&shell.stderr);
    assert_eq!(shell.status.code(), Some(2), "{said}");
    assert!(said.contains("m.notis"), "{said}");
    assert_eq!(folder.read("m.notis"), b"det som var");
    assert_eq!(folder.names(), ["c", "m.notis", "topics.toml"]);
}

#[test]
fn wrong_topic_definitions() {
    let folder = Folder::new(&[
        ("ferge.txt", FERRY),
        ("feil.toml", "[[topic]\nid='x'"),
        ("tom.toml", ""),
    ]);
    folder
        .notis("classify ferge.txt --topics feil.toml")
        .fails_saying(&["feil.toml"]);
    folder
        .notis("train --topics tom.toml -o m.notis")
        .fails_saying(&["tom.toml", "[[topic]]"]);
    folder
        .notis("classify ferge.txt --topics borte.toml")
        .fails_saying(&["borte.toml"]);
}

#[test]
fn wrong_labels() {
    let folder = Folder::new(&[("c/a.txt", SALMON), ("c/labels.tsv", "fil\tlabels\na\tlaks\n")]);
    folder
        .notis("train c -o m.notis")
        .fails_saying(&["labels.tsv, line 1", "«file»"]);
    folder.write("c/labels.tsv", b"file\tlabels\na\tlaks\na.txt\tferje\n");
    folder
        .notis("train c -o m.notis")
        .fails_saying(&["labels.tsv, line 3", "second row"]);
}

#[test]
fn nonsense_never_brings_it_down() {
    let folder = Folder::new(&[]);
    let mut noise: Vec<u8> = Vec::new();
    let mut state = 7_u32;
    for _ in 0..20_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        noise.push((state >> 24) as u8);
    }
    let odd = "\u{0}\u{feff}🏔️ a\u{301}\u{200d}ÅÅÅ… «–» !!!???…:::;;| date 2024-99 \r\r\n\t\n".repeat(200);
    folder.write("noise", &noise);
    folder.write("odd.txt", odd.as_bytes());
    folder.write(
        "deep.jsonl",
        format!("{{\"text\":{}", "[".repeat(5000)).as_bytes(),
    );
    folder.write("half.gz", &gzip(FERRY)[..60]);
    folder.write("row.csv", b"text\n\"never closed\n");
    for verb in ["analyze", "classify", "digest"] {
        for name in ["noise", "odd.txt", "deep.jsonl", "half.gz", "row.csv"] {
            for form in ["txt", "jsonl", "csv", "tsv"] {
                let args = format!("{verb} {name} --input-format {form} --format jsonl");
                let run = folder.notis(&args);
                assert!([0, 2].contains(&run.status), "{args}: {run:?}");
                assert!(!run.err.contains("panicked"), "{args}: {}", run.err);
            }
        }
    }
}

impl Run {
    /// A wrong argument: status 2 and a usage message that names it.
    #[track_caller]
    fn ok_usage_error(&self, word: &str) {
        assert_eq!(self.status, 2, "{self:?}");
        assert!(
            self.err.starts_with("error:") && self.err.contains(word),
            "{}",
            self.err
        );
    }
}
