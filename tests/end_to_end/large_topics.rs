//! Files of topics that somebody made to take long, or that only are large.

use std::time::{Duration, Instant};

use crate::support::*;

#[test]
fn a_hundred_thousand_topics_are_learned_and_told_apart() {
    let topic = |n: usize| format!("[[topic]]\nid = 'emne{n}'\naliases = ['ord{n}', 'emne {n}']\n");
    let folder = Folder::new(&[
        ("topics.toml", &(0..100_000).map(topic).collect::<String>()),
        (
            "sak.txt",
            "Saka gjeld ord51177, seier kommunen i dag. Ord51177 er viktig.",
        ),
    ]);
    let start = Instant::now();
    folder.notis("train --topics topics.toml -o m.notis").ok();
    let given = folder.notis("classify sak.txt -m m.notis --format jsonl").json();
    assert_eq!(given[0]["topics"][0]["topic"], "emne51177", "{given:?}");
    // Two seconds of a processor in a release; a quadratic place takes minutes.
    assert!(start.elapsed() < Duration::from_secs(90), "{:?}", start.elapsed());
}

#[cfg(target_os = "linux")]
#[test]
fn phrases_within_phrases_against_equal_words_take_bounded_memory() {
    let nested: Vec<_> = (1..=20)
        .map(|n| format!("'{}'", ["laks"; 20][..n].join(" ")))
        .collect();
    let nested = nested.join(", ");
    let topics = format!(
        "[[topic]]\nid = 'laks'\naliases = [{nested}]\n[[topic]]\nid = 'ferje'\naliases = ['ferje*']\n"
    );
    let text = format!(
        "Laksen rømde i natt, og det er ikkje bra for elva. {}",
        "laks ".repeat(150_000)
    );
    let folder = Folder::new(&[("topics.toml", &topics), ("sak.txt", &text)]);
    folder.notis("train --topics topics.toml -o m.notis").ok();
    // Address space in kilobytes; it once asked for 4 GB at a time.
    let limited = format!(
        "ulimit -v 2000000; exec {} classify sak.txt -m m.notis --threads 1 --format jsonl",
        env!("CARGO_BIN_EXE_notis")
    );
    let shell = folder.shell(&limited).unwrap();
    let said = String::from_utf8_lossy(&shell.stderr);
    assert_eq!(shell.status.code(), Some(0), "{said}");
    let given = lines(std::str::from_utf8(&shell.stdout).unwrap());
    assert_eq!(given[0]["topics"][0]["topic"], "laks", "{given:?}");
}
