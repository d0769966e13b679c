//! Articles that come while the run goes on, and runs that go on where another ended.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::*;

/// How long an answer may take, on a machine that is busy with other tests.
const PATIENCE: Duration = Duration::from_secs(20);

/// A run that is spoken with line by line.
struct Live {
    child: Child,
    lines: Receiver<String>,
}

impl Live {
    fn new(args: &str, folder: &Folder) -> Self {
        let args: Vec<_> = args.split_whitespace().collect();
        let mut child = command(&args, &folder.path(""))
            .stderr(Stdio::inherit())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || out.lines().try_for_each(|line| sender.send(line.unwrap())));
        Live { child, lines }
    }

    fn line(&self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("an answer in time")
    }

    fn id(&self) -> String {
        let line: Value = serde_json::from_str(&self.line()).unwrap();
        line["id"].as_str().unwrap().to_owned()
    }

    fn stdin(&mut self) -> &mut ChildStdin {
        self.child.stdin.as_mut().unwrap()
    }

    fn asks(&mut self, line: &str) -> (String, Duration) {
        let start = Instant::now();
        writeln!(self.stdin(), "{line}").unwrap();
        self.stdin().flush().unwrap();
        (self.line(), start.elapsed())
    }

    /// Sends a signal by the system's own command, and waits for the end.
    fn ends_at(mut self, signal: &str) -> i32 {
        let pid = self.child.id().to_string();
        std::process::Command::new("kill")
            .args([signal, &pid])
            .status()
            .unwrap();
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn article(id: &str) -> String {
    format!("{{\"id\":\"{id}\",\"text\":\"Ferja {id} sto i natt. Ho ligg ved kai.\"}}")
}

#[test]
fn each_line_of_a_pipe_is_answered_before_the_next_is_written() {
    let folder = Folder::new(&[]);
    for verb in [
        "classify - --format jsonl",
        "digest - --format jsonl",
        "classify - --format csv",
    ] {
        let mut live = Live::new(verb, &folder);
        if verb.ends_with("csv") {
            writeln!(live.stdin(), "{}", article("hovud")).unwrap();
            assert!(live.line().starts_with("id;decision"));
            live.line();
        }
        let mut quickest = PATIENCE;
        for id in ["a", "b", "c", "d"] {
            let (answer, took) = live.asks(&article(id));
            assert!(answer.contains(id), "{answer}");
            quickest = quickest.min(took);
        }
        assert!(quickest < Duration::from_millis(50), "{verb}: {quickest:?}");
    }
}

#[test]
fn rows_of_a_table_are_answered_as_they_come() {
    let folder = Folder::new(&[]);
    let mut live = Live::new(
        "digest - --format jsonl --input-format csv --column text=tekst",
        &folder,
    );
    writeln!(live.stdin(), "id;tekst").unwrap();
    for id in ["a", "b"] {
        let (answer, _) = live.asks(&format!("{id};Ferja sto i natt."));
        assert!(answer.starts_with(&format!("{{\"id\":\"{id}\"")), "{answer}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_is_followed_until_the_run_is_told_to_end() {
    for (signal, verb) in [("-INT", "classify"), ("-TERM", "digest")] {
        let folder = Folder::new(&[("inn/a.jsonl", &article("a")), ("inn/kart.png", "")]);
        let live = Live::new(&format!("{verb} --follow inn --format jsonl"), &folder);
        assert_eq!(live.id(), "a");
        folder.write("inn/.b.tmp", article("b").as_bytes());
        folder.write("inn/.skjult.jsonl", article("x").as_bytes());
        fs::rename(folder.path("inn/.b.tmp"), folder.path("inn/b.jsonl")).unwrap();
        assert_eq!(live.id(), "b");
        folder.write("inn/ny/c.txt", "Ferja sto i natt.".as_bytes());
        assert_eq!(live.id(), "ny/c");
        // What is written again as it was is not news; what has changed is.
        folder.write("inn/b.jsonl", article("b").as_bytes());
        folder.write("inn/ny/c.txt", "Ferja går att.".as_bytes());
        assert_eq!(live.id(), "ny/c");
        assert_eq!(live.ends_at(signal), 0, "{verb} {signal}");
    }
}

#[cfg(unix)]
#[test]
fn what_came_into_a_followed_folder_is_in_the_file_when_the_run_ends() {
    let folder = Folder::new(&[("inn/a.jsonl", &article("a"))]);
    let live = Live::new("classify --follow inn --format jsonl -o ut.jsonl", &folder);
    std::thread::sleep(Duration::from_millis(1500));
    assert!(!folder.path("ut.jsonl").exists());
    assert_eq!(live.ends_at("-INT"), 0);
    assert_eq!(
        ids(&lines(std::str::from_utf8(&folder.read("ut.jsonl")).unwrap())),
        ["a"]
    );
}

#[test]
fn a_killed_run_is_resumed_and_gives_what_a_whole_one_gives() {
    let many: String = (0..4000).map(|n| article(&n.to_string()) + "\n").collect();
    let folder = Folder::new(&[("saker.jsonl", &many)]);
    let whole = folder.notis("digest saker.jsonl --format jsonl").ok();
    let args = "digest saker.jsonl --format jsonl --resume -o ut.jsonl";
    let killed = Live::new(args, &folder);
    let start = Instant::now();
    while fs::metadata(folder.path("ut.jsonl")).map_or(0, |meta| meta.len()) < 100_000 {
        assert!(start.elapsed() < PATIENCE, "nothing is written");
        std::thread::yield_now();
    }
    drop(killed);
    let left = folder.read("ut.jsonl");
    assert!(left.len() < whole.len(), "it was killed on the way");
    // Wherever the knife falls, the last line may be cut.
    folder.write("ut.jsonl", &left[..left.len() - 7]);
    folder.notis(args).ok();
    assert_eq!(folder.read("ut.jsonl"), whole.as_bytes());
    folder.notis(args).ok();
    assert_eq!(folder.read("ut.jsonl"), whole.as_bytes(), "nothing is left to do");
}

#[test]
fn what_cannot_be_resumed_says_so() {
    let folder = Folder::new(&[("a.txt", FERRY), ("brev.txt", "Kjære deg\n")]);
    folder
        .notis("digest a.txt --resume --format jsonl")
        .fails_saying(&["-o FILE"]);
    folder
        .notis("digest a.txt --resume -o ut.txt")
        .fails_saying(&["--format jsonl"]);
    folder
        .notis("digest a.txt --resume --format jsonl -o brev.txt")
        .fails_saying(&["line 1", "no result"]);
    assert_eq!(folder.read("brev.txt"), "Kjære deg\n".as_bytes());
    folder
        .notis("classify --follow borte")
        .fails_saying(&["cannot follow borte"]);
}
