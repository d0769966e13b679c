//! What holds for every verb: help, exit status, `-o`, closed pipes, quickness.

use std::io::Read;
use std::time::{Duration, Instant};

use crate::support::*;

const VERBS: [&str; 20] = [
    "train",
    "learn",
    "count",
    "merge",
    "classify",
    "digest",
    "evaluate topics",
    "evaluate digests",
    "discover",
    "evaluate discovery",
    "evaluate drift",
    "report",
    "suggest",
    "analyze",
    "inspect",
    "doctor",
    "serve",
    "store export",
    "store import",
    "store backup",
];

#[test]
fn every_verb_has_help_with_an_example() {
    assert!(notis("--help").ok().contains("Examples:"));
    for verb in VERBS {
        let help = notis(&format!("{verb} --help")).ok();
        assert!(help.contains("Example"), "{verb}: {help}");
        assert!(help.contains(&format!("notis {verb}")), "{verb}: {help}");
        for flag in [
            "--output",
            "--input-format",
            "--column",
            "--encoding",
            "--skip-bad",
            "--threads",
            "--quiet",
        ] {
            assert!(help.contains(flag), "{verb} {flag}");
        }
    }
    assert_eq!(notis("").status, 2);
    assert_eq!(notis("klassifiser x").status, 2);
}

#[test]
fn results_go_to_the_file_whole_or_not_at_all() {
    let folder = Folder::new(&[("a.txt", FERRY), ("b.jsonl", "{\"text\":\"Sol\"}\nfeil\n")]);
    let out = folder.notis("analyze a.txt --format jsonl").ok();
    assert_eq!(folder.notis("analyze a.txt --format jsonl -o ut.jsonl").ok(), "");
    assert_eq!(folder.read("ut.jsonl"), out.as_bytes());
    folder
        .notis("analyze b.jsonl -o ut.jsonl")
        .fails_saying(&["line 2"]);
    assert_eq!(folder.read("ut.jsonl"), out.as_bytes());
    assert_eq!(folder.names(), ["a.txt", "b.jsonl", "ut.jsonl"]);
}

#[test]
fn a_closed_pipe_is_not_an_error() {
    let many: String = (0..3000)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Sola skein over Vågå i dag.\"}}\n"))
        .collect();
    let folder = Folder::new(&[("s.jsonl", &many)]);
    let mut child = command(&["analyze", "--format", "jsonl", "s.jsonl"], &folder.path(""))
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(said, "");
}

#[test]
fn shells_get_their_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(
            notis(&format!("completions {shell}")).ok().contains("classify"),
            "{shell}"
        );
    }
}

#[test]
fn the_doctor_never_fails() {
    let report = notis("doctor").ok();
    for word in ["program", "topic model", "neural"] {
        assert!(report.contains(word), "{report}");
    }
}

/// The quickest of several runs: what the program needs when nothing else takes the machine.
fn quickest(args: &str, folder: &Folder) -> Duration {
    let time = || {
        let start = Instant::now();
        folder.notis(args).ok();
        start.elapsed()
    };
    (0..7).map(|_| time()).min().unwrap()
}

#[test]
fn it_starts_at_once() {
    let folder = Folder::new(&[("a.txt", FERRY)]);
    let (help, tags) = (quickest("--help", &folder), quickest("classify a.txt", &folder));
    eprintln!("--help {help:?}, classify of one article {tags:?}");
    // The limits are those of the finished program; without optimisation the model is slower to unpack.
    let slack = if cfg!(debug_assertions) { 10 } else { 1 };
    assert!(help < Duration::from_millis(20) * slack, "{help:?}");
    assert!(tags < Duration::from_millis(50) * slack, "{tags:?}");
}
