//! A disk that fails at any step, a program that is killed at any step: what was there stays or the new is there, never a
//! third, and what a killed run left is gone with the next.
//!
//! The program under test is built with the faults of `notis-files`: `NOTIS_FAULT=7` lets the seventh step fail (a file
//! made, written, brought to the disk, renamed or read), `7+` that and all that follow, `7!` ends the program there.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use crate::support::*;

/// What a run writes into `ut`, from files that [`folder`] has.
const RUNS: [&str; 12] = [
    "train c.jsonl --topics topics.toml --no-calibrate --learner nb -o ut",
    "train --from-counts en.stats -o ut",
    "learn nye.jsonl -m liten.notis -o ut",
    "count c.jsonl -o ut",
    "merge en.stats to.stats -o ut",
    "classify c.jsonl -m liten.notis --format jsonl -o ut",
    "digest c.jsonl -m liten.notis --format jsonl -o ut",
    "digest c.jsonl -m liten.notis --by story --format markdown -o ut",
    "analyze c.jsonl --format jsonl -o ut",
    "suggest c.jsonl -m liten.notis -o ut",
    "report c.jsonl -m liten.notis -o ut",
    "inspect liten.notis -o ut",
];

/// More steps than any of these runs has.
const MANY: usize = 200;

const OLD: &[u8] = b"det som var";

fn lines() -> String {
    let line = |n: usize| {
        let (label, text) = [("laks", SALMON), ("ferje", FERRY)][n % 2];
        let record = serde_json::json!({
            "id": n, "text": format!("{text}Dette er sak {n}."), "labels": [label], "date": format!("2026-1{}-03", n % 2),
        });
        format!("{record}\n")
    };
    (0..12).map(line).collect()
}

fn folder() -> Folder {
    let folder = Folder::new(&[
        ("topics.toml", TOPICS),
        ("c.jsonl", &lines()),
        ("nye.jsonl", &lines()),
    ]);
    fs::copy(small_model(), folder.path("liten.notis")).unwrap();
    for stats in ["en.stats", "to.stats"] {
        folder.notis(&format!("count c.jsonl -o {stats}")).ok();
    }
    let trained = "train c.jsonl --no-calibrate --learner nb -o liten.notis";
    folder.notis(trained).ok();
    folder
}

/// What a run writes where nothing fails.
fn written(folder: &Folder, args: &str) -> Vec<u8> {
    folder.notis(args).ok();
    folder.read("ut")
}

/// Runs with a fault at every step until there is none left, and calls `check` after each run that the fault hit.
fn at_every_step(folder: &Folder, args: &str, kind: &str, check: &dyn Fn(&Run)) {
    for step in 1..MANY {
        folder.write("ut", OLD);
        let run = folder.notis_with(args, &[("NOTIS_FAULT", &format!("{step}{kind}"))]);
        if run.status == 0 {
            assert!(step > 2, "{args}: the faults are not built in");
            return;
        }
        check(&run);
    }
    panic!("{args}: it has more than {MANY} steps");
}

#[test]
fn a_disk_that_fails_at_any_step_leaves_the_old_file_and_nothing_else() {
    let folder = folder();
    for args in RUNS {
        let new = written(&folder, args);
        let names = folder.names();
        for kind in ["", "+"] {
            at_every_step(&folder, args, kind, &|run| {
                run.fails_saying(&["os error"]);
                assert!(!run.err.contains(".notis-"), "{args}: {}", run.err);
                assert_eq!(folder.read("ut"), OLD, "{args}");
                assert_eq!(folder.names(), names, "{args}");
            });
        }
        assert_eq!(folder.read("ut"), new, "{args}: without a fault it is as ever");
    }
}

#[test]
fn a_run_that_is_killed_at_any_step_leaves_the_old_file_or_the_new_and_the_next_run_takes_away_the_rest() {
    let folder = folder();
    for args in RUNS {
        let new = written(&folder, args);
        let names = folder.names();
        at_every_step(&folder, args, "!", &|run| {
            assert_eq!(run.status, -1, "{args}: {}", run.err);
            let left = folder.read("ut");
            assert!(left == OLD || left == new, "{args}: a third state");
        });
        age_left_overs(&folder);
        folder.notis(args).ok();
        assert_eq!(folder.names(), names, "{args}: something is left");
        assert_eq!(folder.read("ut"), new, "{args}");
    }
}

/// Makes what killed runs left look as if it had lain there for an hour.
fn age_left_overs(folder: &Folder) {
    let hidden = folder
        .names()
        .into_iter()
        .filter(|name| name.starts_with(".notis-"));
    for name in hidden {
        let hour_ago = SystemTime::now() - Duration::from_secs(3600);
        File::open(folder.path(&name))
            .unwrap()
            .set_modified(hour_ago)
            .unwrap();
    }
}

#[test]
fn a_folder_of_found_topics_is_whole_or_not_there() {
    let folder = folder();
    let args = "discover c.jsonl --topics-count 2 -o funn";
    folder.notis(args).ok();
    let whole = fs::read(folder.path("funn/topics.toml")).unwrap();
    fs::remove_dir_all(folder.path("funn")).unwrap();
    for step in 1..MANY {
        let run = folder.notis_with(args, &[("NOTIS_FAULT", &format!("{step}!"))]);
        if run.status == 0 {
            age_left_overs(&folder);
            break;
        }
        assert!(!folder.path("funn").exists(), "half a folder");
    }
    assert_eq!(fs::read(folder.path("funn/topics.toml")).unwrap(), whole);
    folder.notis("discover c.jsonl --topics-count 2 -o fleire").ok();
    assert!(
        folder.names().iter().all(|name| !name.starts_with('.')),
        "{:?}",
        folder.names()
    );
}

#[test]
fn a_copy_of_the_store_is_whole_or_not_there() {
    let folder = folder();
    folder.notis("store import c.jsonl --data data").ok();
    for kind in ["", "!"] {
        for step in 1..MANY {
            let run = folder.notis_with(
                "store backup --data data -o kopi",
                &[("NOTIS_FAULT", &format!("{step}{kind}"))],
            );
            if run.status == 0 {
                break;
            }
            assert!(!folder.path("kopi").exists(), "half a copy");
        }
        fs::remove_file(folder.path("kopi")).unwrap();
        assert!(
            !folder.path("kopi.part").exists(),
            "what a killed run left is written over"
        );
    }
}

/// A limit on the size of files stands in for a disk that fills up at any page of the database.
#[cfg(unix)]
#[test]
fn a_store_whose_disk_is_full_keeps_what_it_had() {
    let folder = folder();
    let more: String = (0..200)
        .map(|n| {
            format!("{{\"id\":\"ny{n}\",\"text\":\"Ferja {n} står ved kai i natt. Ingen vart skadde.\"}}\n")
        })
        .collect();
    folder.write("fleire.jsonl", more.as_bytes());
    folder.notis("store import c.jsonl --data data").ok();
    let before = folder.notis("store export --data data").ok();
    for blocks in (0..400).step_by(32) {
        let limited = format!(
            "ulimit -f {blocks}; exec {} store import fleire.jsonl --data data",
            env!("CARGO_BIN_EXE_notis")
        );
        let shell = folder.shell(&limited).unwrap();
        let said = String::from_utf8_lossy(&shell.stderr);
        assert!(
            [Some(0), Some(2)].contains(&shell.status.code()),
            "{blocks}: {said}"
        );
        let now = folder.notis("store export --data data").ok();
        assert!(now.starts_with(&before), "{blocks}: an article is lost");
        assert!(
            shell.status.code() == Some(2) || now.lines().count() == 212,
            "{blocks}: it said that all is well"
        );
    }
    assert_eq!(folder.notis("store import fleire.jsonl --data data").status, 0);
    assert_eq!(folder.notis("store export --data data").ok().lines().count(), 212);
}
