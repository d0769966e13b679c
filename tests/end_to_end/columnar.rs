//! Parquet and Arrow: in and out where they are built in, and named where they are not.

use crate::support::*;

const ARTICLES: &str = "{\"id\":\"a\",\"title\":\"Ferja står\",\"date\":\"3.5.2024\",\"source\":\"Fjordavisa\",\
    \"text\":\"Ferja over fjorden står etter ein motorbrann i natt. Ho ligg ved kai.\"}\n\
    {\"id\":\"b\",\"text\":\"Snøen kom i natt, og vegen over fjellet er stengd.\"}\n";

fn folder() -> Folder {
    Folder::new(&[("saker.jsonl", ARTICLES)])
}

#[cfg(not(feature = "columnar"))]
#[test]
fn a_program_without_them_names_the_feature() {
    let folder = folder();
    folder.write("saker.parquet", b"PAR1....PAR1");
    folder.write("saker.bin", b"ARROW1\0\0");
    let remedy = "--features columnar";
    folder
        .notis("classify saker.parquet")
        .fails_saying(&["this is a Parquet file", remedy]);
    folder
        .notis("digest saker.bin")
        .fails_saying(&["this is an Arrow file", remedy, ".csv"]);
    for form in ["parquet", "arrow"] {
        let run = folder.notis(&format!("digest saker.jsonl --format {form} -o ut"));
        run.fails_saying(&["built without what writes", form, remedy]);
        assert!(!folder.path("ut").exists());
    }
}

#[cfg(feature = "columnar")]
#[test]
fn what_is_written_is_read_again() {
    for form in ["parquet", "arrow"] {
        let folder = folder();
        folder
            .notis(&format!(
                "digest saker.jsonl --sentences 1 --format {form} -o ut.{form}"
            ))
            .ok();
        let read = folder
            .notis(&format!(
                "digest ut.{form} --column text=digest --format jsonl --sentences 1"
            ))
            .json();
        assert_eq!(read[0]["id"], "a");
        assert_eq!(
            read[0]["text"],
            "Ferja over fjorden står etter ein motorbrann i natt."
        );
        assert_eq!(read[0]["date"], "2024-05-03");
        assert_eq!(read[0]["source"], "Fjordavisa");
        assert_eq!(read[1]["id"], "b");
        folder
            .notis(&format!("classify saker.jsonl --format {form} -o tags.{form}"))
            .ok();
        let bad = folder.notis(&format!("digest tags.{form} --column text=title"));
        bad.fails_saying(&["row 2 (article b)", "the text is missing"]);
    }
}

#[cfg(feature = "columnar")]
#[test]
fn a_table_is_there_whole_or_not_at_all() {
    let folder = folder();
    folder.write("vond.jsonl", format!("{ARTICLES}oi\n").as_bytes());
    folder.write("ut.parquet", b"gammal");
    folder
        .notis("classify vond.jsonl --format parquet -o ut.parquet")
        .fails_saying(&["line 3"]);
    assert_eq!(folder.read("ut.parquet"), b"gammal");
    folder
        .notis("classify vond.jsonl --skip-bad --format parquet -o ut.parquet")
        .ok();
    assert_eq!(
        folder
            .notis("digest ut.parquet --column text=title --skip-bad --format jsonl")
            .json()
            .len(),
        1
    );
}

#[cfg(feature = "columnar")]
#[test]
fn what_a_table_cannot_hold_is_said_before_anything_is_read() {
    let folder = folder();
    let fails = |args: &str, words: &[&str]| folder.notis(args).fails_saying(words);
    fails(
        "classify saker.jsonl --explain --format parquet",
        &["--explain", "jsonl"],
    );
    fails(
        "classify --follow . --format arrow",
        &["--follow", "whole at its end"],
    );
    fails(
        "digest saker.jsonl --resume -o ut.parquet --format parquet",
        &["--resume", "jsonl"],
    );
    fails(
        "classify saker.jsonl --summary --format parquet",
        &["no form for counts"],
    );
}
