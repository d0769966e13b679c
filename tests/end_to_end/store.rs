//! What `notis serve --data` keeps, when the process is killed at any moment, and `notis store`.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::support::*;

/// A server that is killed when this goes.
struct Served {
    process: Child,
    address: String,
}

impl Served {
    fn start(folder: &Folder) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_notis"))
            .args(["serve", "--listen", "127.0.0.1:0", "--data", "data"])
            .current_dir(folder.path("."))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stderr.take().unwrap());
        let address = loop {
            let mut line = String::new();
            assert!(said.read_line(&mut line).unwrap() > 0, "the server ended");
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.split('/').next().unwrap().to_owned();
            }
        };
        // Its log is read on, or it would wait for a reader.
        std::thread::spawn(move || said.read_to_end(&mut Vec::new()));
        Served { process, address }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

/// Sends a request; the status, where an answer came.
fn post(address: &str, path: &str, body: &str) -> Option<u16> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all((head + body).as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    answer.split(' ').nth(1)?.parse().ok()
}

/// Keeps and corrects articles until nobody answers; those that were acknowledged go into the lists.
fn keep_on(
    address: &str,
    round: usize,
    writer: usize,
    kept: &Mutex<BTreeSet<String>>,
    corrected: &Mutex<BTreeSet<String>>,
) {
    for number in 0.. {
        let id = format!("{round}-{writer}-{number}");
        let article =
            format!("{{\"id\": \"{id}\", \"text\": \"Ferja {id} står ved kai i natt. Ingen vart skadde.\"}}");
        match post(address, "/api/v1/articles", &article) {
            Some(201) => kept.lock().unwrap().insert(id.clone()),
            Some(other) => panic!("{other}"),
            None => return,
        };
        let said = format!("{{\"article\": \"{id}\", \"labels\": [\"samferdsel\"], \"who\": \"Kari\"}}");
        match post(address, "/api/v1/corrections", &said) {
            Some(201) => corrected.lock().unwrap().insert(id),
            Some(other) => panic!("{other}"),
            None => return,
        };
    }
}

/// Kills the server again and again while articles and corrections come in; all that was acknowledged must be there.
fn killed(times: usize) {
    let folder = Folder::new(&[]);
    let (kept, corrected) = (Mutex::<BTreeSet<String>>::default(), Mutex::default());
    let mut random = 0x2545_f491_u64;
    for round in 0..times {
        let server = Served::start(&folder);
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let moment = Duration::from_micros((random >> 33) % 150_000);
        std::thread::scope(|scope| {
            for writer in 0..2 {
                let (address, kept, corrected) = (&server.address, &kept, &corrected);
                let address = address.clone();
                scope.spawn(move || keep_on(&address, round, writer, kept, corrected));
            }
            // Every other time something has come in before: a machine with other work to do may not get that far by itself.
            let begun = Instant::now();
            let before = format!("{round}-");
            let none_came = || {
                !kept
                    .lock()
                    .unwrap()
                    .iter()
                    .any(|id: &String| id.starts_with(&before))
            };
            while round % 2 == 0 && none_came() && begun.elapsed() < Duration::from_secs(20) {
                std::thread::sleep(Duration::from_millis(1));
            }
            std::thread::sleep(moment);
            server.kill();
        });
    }
    let exported = folder.notis("store export --data data").ok();
    let articles: Vec<serde_json::Value> = exported
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let with = |is_meant: &dyn Fn(&serde_json::Value) -> bool| -> BTreeSet<String> {
        let meant = articles.iter().filter(|article| is_meant(article));
        meant
            .map(|article| article["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let (kept, corrected) = (kept.into_inner().unwrap(), corrected.into_inner().unwrap());
    assert!(kept.len() >= times / 2, "only {} articles came in", kept.len());
    assert!(with(&|_| true).is_superset(&kept));
    assert!(with(&|article| article["labels"] == serde_json::json!(["samferdsel"])).is_superset(&corrected));
    // The copy is made of a store that was checked page by page.
    folder.notis("store backup --data data -o copy.sqlite").ok();
}

#[test]
fn what_was_acknowledged_outlives_twenty_kills() {
    killed(20);
}

/// As many as `NOTIS_KILLS` says: scripts/crash-loops wants more.
#[test]
#[ignore = "takes minutes; the gate runs it where ../shared is"]
fn what_was_acknowledged_outlives_hundreds_of_kills() {
    let wanted = std::env::var("NOTIS_KILLS").ok();
    killed(wanted.map_or(200, |number| number.parse().unwrap()));
}

#[test]
fn a_store_goes_out_comes_in_and_teaches() {
    let lines = "{\"id\": \"a\", \"text\": \"Ferja står ved kai.\", \"labels\": [\"samferdsel\"]}\n\
                 {\"id\": \"b\", \"text\": \"Laksen rømte i natt.\"}\n";
    let folder = Folder::new(&[("saker.jsonl", lines)]);
    let run = folder.notis("store import saker.jsonl --data data");
    assert!(run.err.contains("2 new articles"), "{}", run.err);
    run.ok();
    let exported = folder.notis("store export --data data").ok();
    let first: serde_json::Value = serde_json::from_str(exported.lines().next().unwrap()).unwrap();
    assert_eq!(
        (&first["id"], &first["labels"]),
        (&"a".into(), &serde_json::json!(["samferdsel"]))
    );
    folder.notis("store export --data data -o ut.jsonl").ok();
    let again = folder.notis("store import ut.jsonl --data other");
    assert!(again.err.contains("2 new articles"), "{}", again.err);
    assert_eq!(folder.notis("store export --data other").ok(), exported);
    let missing = folder.notis("store export --data ingen");
    assert!(missing.err.contains("there is no store"), "{}", missing.err);
    assert!(!folder.path("ingen").exists());
}

#[cfg(unix)]
#[test]
fn an_export_that_nobody_reads_to_its_end_is_no_error() {
    let many: String = (0..300)
        .map(|n| {
            format!(
                "{{\"id\": \"{n}\", \"text\": \"{}\"}}\n",
                "Ferja står ved kai. ".repeat(40)
            )
        })
        .collect();
    let folder = Folder::new(&[("saker.jsonl", &many)]);
    folder.notis("store import saker.jsonl --data data").ok();
    let piped = format!(
        "set -o pipefail; {} store export --data data | head -n 1 >en.jsonl",
        env!("CARGO_BIN_EXE_notis")
    );
    let shell = folder.shell(&piped).unwrap();
    assert!(shell.status.success() && shell.stderr.is_empty(), "{shell:?}");
}
