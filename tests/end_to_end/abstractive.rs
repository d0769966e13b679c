//! Digests by a language model behind an address.

use serde_json::Value;

use crate::stand_in::{Answer, StandIn};
use crate::support::{Folder, Run};

const ARTICLE: &str = "Elva Storelva gjekk over breiddene sine natt til måndag. Brua i Vik er stengd, og 40 bebuarar er flytta ut. \
    Ingen er skadde, seier ordførar Kari Dale.";

fn folder() -> Folder {
    Folder::new(&[("a.txt", ARTICLE)])
}

fn digest(server: &StandIn, flags: &str) -> Run {
    let asked = "digest a.txt --method abstractive --format jsonl --model norsk-7b --retries 0";
    folder().notis(&format!("{asked} --endpoint {} {flags}", server.address()))
}

#[test]
fn a_model_behind_an_address_writes_the_digest() {
    let server = StandIn::saying("Brua i Vik er stengd, og 40 er flytta ut.");
    let line = digest(&server, "").json().remove(0);
    assert_eq!(line["method"], "abstractive");
    assert_eq!(line["text"], "Brua i Vik er stengd, og 40 er flytta ut.");
    assert_eq!(server.asked()[0]["model"], "norsk-7b");
}

#[test]
fn what_it_invents_is_marked_and_in_strict_replaced() {
    let server = StandIn::saying("Brua i Vik er stengd, og 90 er flytta ut.");
    let line = digest(&server, "").json().remove(0);
    assert_eq!(line["sentences"][0]["unsupported"], Value::from(vec!["90"]));
    let line = digest(&server, "--strict").json().remove(0);
    assert_eq!(line["method"], "notis");
}

#[test]
fn what_goes_wrong_is_told_with_the_remedy() {
    let server = StandIn::answering(&[Answer::Status(500, "out of memory")]);
    digest(&server, "").fails_saying(&["500", "out of memory"]);
    let folder = folder();
    for (flags, remedy) in [
        (
            "--method abstractive --endpoint http://192.0.2.7/v1",
            "--allow-remote",
        ),
        ("--endpoint http://127.0.0.1:1/v1", "--method abstractive"),
        (
            "--method abstractive --retries 0 --endpoint http://127.0.0.1:1/v1",
            "is the server running?",
        ),
    ] {
        folder
            .notis(&format!("digest a.txt --model x {flags}"))
            .fails_saying(&[remedy]);
    }
}

#[test]
fn the_prompts_can_be_seen_and_changed() {
    let folder = folder();
    let shown = folder.notis("digest --show-prompt").ok();
    assert!(shown.contains("[nb]") && shown.contains("[nn]") && shown.contains("{article}"));
    let own = shown.replace("Skriv eit samandrag på {length}.", "Stutt, takk.");
    folder.write("own.toml", own.as_bytes());
    assert_eq!(folder.notis("digest --show-prompt own.toml").ok(), own);
    let server = StandIn::saying("Brua i Vik er stengd.");
    let asked = "digest a.txt --method abstractive --prompt own.toml --model x --endpoint";
    folder.notis(&format!("{asked} {}", server.address())).ok();
    let said = server.asked()[0]["messages"][1]["content"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(said.starts_with("Stutt, takk."), "{said}");
    folder.write("wrong.toml", b"[nb]");
    folder
        .notis("digest --show-prompt wrong.toml")
        .fails_saying(&["wrong.toml", "--show-prompt"]);
}
