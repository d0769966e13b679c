//! Under fire: disks that fill up, interrupts, odd arguments.

use std::fs;
use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::support::*;

#[test]
fn more_threads_than_any_machine_has_are_refused_at_once() {
    let folder = Folder::new(&[("a.txt", FERRY)]);
    let start = Instant::now();
    let run = folder.notis("analyze a.txt --threads 20000");
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("20000") && run.err.contains("1024"),
        "{}",
        run.err
    );
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn records_that_are_all_bad_are_an_error_even_where_bad_ones_are_passed_over() {
    let folder = Folder::new(&[("s.jsonl", "feil\n{\"id\":1}\n")]);
    for verb in ["analyze", "classify", "digest", "digest --by story"] {
        folder
            .notis(&format!("{verb} s.jsonl --skip-bad"))
            .fails_saying(&["all records are bad (2)"]);
    }
    folder
        .notis("train s.jsonl --skip-bad -o m.notis")
        .fails_saying(&["all records are bad (2)"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_is_named_in_the_error() {
    let many: String = (0..3000)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Sola skein over Vågå i dag.\"}}\n"))
        .collect();
    let folder = Folder::new(&[("s.jsonl", &many), ("ut.jsonl", "det som var")]);
    for verb in ["analyze", "classify", "digest"] {
        let limited = format!(
            "ulimit -f 8; exec {} {verb} s.jsonl --format jsonl -o ut.jsonl",
            env!("CARGO_BIN_EXE_notis")
        );
        let shell = folder.shell(&limited).unwrap();
        let said = String::from_utf8_lossy(&shell.stderr);
        assert_eq!(shell.status.code(), Some(2), "{verb}: {said}");
        assert!(
            said.contains("ut.jsonl") && said.contains("large"),
            "{verb}: {said}"
        );
        assert_eq!(folder.read("ut.jsonl"), b"det som var");
        assert_eq!(
            folder.names(),
            ["s.jsonl", "ut.jsonl"],
            "{verb}: nothing is left behind"
        );
    }
}

#[test]
fn what_cannot_be_written_is_named_without_the_name_that_nobody_gave_it() {
    let folder = Folder::new(&[("a.txt", FERRY)]);
    let run = folder.notis("analyze a.txt -o borte/ut.txt");
    run.fails_saying(&["cannot write borte/ut.txt", "os error 2"]);
    assert!(
        !run.err.contains(".notis-") && !run.err.contains("at path"),
        "{}",
        run.err
    );
}

#[test]
fn a_stretch_of_time_without_articles_is_told() {
    let dated = "{\"id\":\"a\",\"date\":\"2026-05-03\",\"text\":\"Ferga sto i seks timer ved kai.\"}\n";
    let folder = Folder::new(&[("s.jsonl", dated)]);
    for by in ["article", "date"] {
        let run = folder.notis(&format!("digest s.jsonl --by {by} --since 2026-06"));
        assert!(run.err.contains("no article is of the dates"), "{}", run.err);
        assert_eq!(run.ok(), "");
        folder
            .notis(&format!(
                "digest s.jsonl --by {by} --since 2026-06 --fail-if-empty"
            ))
            .fails_saying(&["no article is of the dates"]);
        folder
            .notis(&format!(
                "digest s.jsonl --by {by} --since 2026-06 --until 2026-05"
            ))
            .fails_saying(&["swap --since and --until"]);
        assert!(
            folder
                .notis(&format!("digest s.jsonl --by {by} --since 2026-05"))
                .err
                .is_empty()
        );
    }
}

#[test]
fn a_digest_says_why_a_text_has_no_topic_where_it_was_not_looked_at() {
    let folder = Folder::new(&[]);
    let english = "The ferry between the two towns is closed for repairs. Officials said that it would last for three weeks.";
    let digest = folder.notis_fed("digest -", english.as_bytes()).ok();
    assert!(digest.contains("no topic (not norwegian)"), "{digest}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    let folder = Folder::new(&[("ut.jsonl", "det som var")]);
    for signal in ["TERM", "INT"] {
        let mut run = command(
            &["analyze", "-", "--format", "jsonl", "-o", "ut.jsonl"],
            &folder.path(""),
        )
        .spawn()
        .unwrap();
        let mut input = run.stdin.take().unwrap();
        input.write_all(b"{\"text\":\"Sola skein i dag.\"}\n").unwrap();
        input.flush().unwrap();
        let start = Instant::now();
        while folder.names().len() < 2 && start.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert_eq!(folder.names().len(), 2, "it writes beside its target");
        let id = run.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", signal, &id])
                .status()
                .unwrap()
                .success()
        );
        assert!(!run.wait().unwrap().success());
        drop(input);
        assert_eq!(folder.names(), ["ut.jsonl"], "{signal}");
        assert_eq!(folder.read("ut.jsonl"), b"det som var");
    }
}

#[cfg(unix)]
#[test]
fn a_result_goes_where_a_link_points_even_where_nothing_is_there_yet() {
    let folder = Folder::new(&[("a.txt", FERRY)]);
    std::os::unix::fs::symlink("ny.txt", folder.path("lenke")).unwrap();
    folder.notis("analyze a.txt -o lenke").ok();
    assert!(fs::symlink_metadata(folder.path("lenke")).unwrap().is_symlink());
    assert!(!folder.read("ny.txt").is_empty());
}
