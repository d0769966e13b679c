//! What is kept, over HTTP.

use std::time::{Duration, Instant};

use notis_server::{Options, Server};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::{ARTICLE, Running, server};

pub(crate) fn keeping() -> (TempDir, Running) {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let server = server(|options| options.data = Some(data));
    (dir, server)
}

pub(crate) fn add(server: &Running, id: &str, title: &str, text: &str) {
    let body = json!({"id": id, "title": title, "text": text, "date": "2026-11-27", "source": "Avisa"});
    assert_eq!(
        server.post("/api/v1/articles", &body.to_string()).status,
        201,
        "{id}"
    );
}

/// Asks until the answer is as it should be, or too long.
fn wait_for(server: &Running, path: &str, is_there: impl Fn(&Value) -> bool) -> Value {
    let start = Instant::now();
    loop {
        let answer = server.get(path).json();
        if is_there(&answer) {
            return answer;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "{path}: {answer}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn without_a_folder_nothing_is_kept() {
    let server = server(|_| ());
    let body = json!({"text": ARTICLE}).to_string();
    assert!(server.post("/api/v1/articles", &body).is_problem(404));
    for path in [
        "articles",
        "stories",
        "timeline",
        "search?q=rakett",
        "corrections?article=a",
    ] {
        assert!(server.get(&format!("/api/v1/{path}")).is_problem(404), "{path}");
    }
}

#[test]
fn an_article_is_kept_found_corrected_and_taken_away() {
    let (_dir, server) = keeping();
    add(&server, "2026/rakett å", "Ny rakett", ARTICLE);
    let again = json!({"id": "2026/rakett å", "text": "Ferja står."}).to_string();
    assert_eq!(
        server.post("/api/v1/articles", &again).json()["result"],
        "replaced"
    );
    let back = json!({"id": "2026/rakett å", "title": "Ny rakett", "text": ARTICLE, "date": "2026-11-27"});
    server.post("/api/v1/articles", &back.to_string());
    let one = "/api/v1/articles/2026%2Frakett%20%C3%A5";
    let kept = server.get(one).json();
    assert_eq!(kept["article"]["text"], ARTICLE);
    assert_eq!(kept["classification"]["topics"][0]["topic"], "nord-korea");
    assert_eq!(kept["digest"]["method"], "notis");
    let said = json!({"article": "2026/rakett å", "labels": ["usa"], "graded": ["usa", "nord-korea"], "who": "Kari"});
    assert_eq!(server.post("/api/v1/corrections", &said.to_string()).status, 201);
    let listed = server.get("/api/v1/articles?topic=usa").json();
    assert_eq!(
        (&listed[0]["id"], &listed[0]["corrected"]),
        (&json!("2026/rakett å"), &json!(true))
    );
    assert_eq!(server.get("/api/v1/articles?topic=nord-korea").json(), json!([]));
    let found = server.get("/api/v1/search?q=rakettar%20Nord-Korea").json();
    assert!(
        found[0]["sentence"]
            .as_str()
            .unwrap()
            .starts_with("Nord-Korea skjøt"),
        "{found}"
    );
    let stories = server.get("/api/v1/stories").json();
    assert_eq!(stories[0]["articles"], json!(["2026/rakett å"]));
    let bars = server.get("/api/v1/timeline").json();
    assert!(
        bars.as_array()
            .unwrap()
            .contains(&json!({"day": "2026-11-27", "topic": "usa", "articles": 1})),
        "{bars}"
    );
    let corrections = server
        .get("/api/v1/corrections?article=2026%2Frakett%20%C3%A5")
        .json();
    assert_eq!(corrections[0]["who"], "Kari");
    assert_eq!(server.send("DELETE", one, "", "").status, 204);
    assert!(server.get(one).is_problem(404));
}

#[test]
fn bad_corrections_and_pages_are_problems() {
    let (_dir, server) = keeping();
    add(&server, "a", "", ARTICLE);
    for (said, status) in [
        (json!({"article": "a", "labels": ["ingen-slik"]}), 404),
        (
            json!({"article": "a", "labels": [], "graded": ["ingen-slik"]}),
            404,
        ),
        (json!({"article": "ingen", "labels": []}), 404),
        (json!({"article": "a", "labels": [], "who": "x".repeat(101)}), 400),
        (json!({"article": "a"}), 400),
    ] {
        assert!(
            server
                .post("/api/v1/corrections", &said.to_string())
                .is_problem(status),
            "{said}"
        );
    }
    for path in [
        "articles?limit=0",
        "articles?limit=1001",
        "articles?skip=-1",
        "search",
        "stories?sentences=0",
    ] {
        assert!(server.get(&format!("/api/v1/{path}")).is_problem(400), "{path}");
    }
}

#[test]
fn what_is_dropped_into_the_inbox_is_read_in() {
    let (dir, server) = keeping();
    let inbox = dir.path().join("data/inbox");
    std::fs::write(inbox.join("rakett.txt"), ARTICLE).unwrap();
    let lines = format!(
        "{}\n{{\"id\": 7}}\n",
        json!({"id": "ferje", "text": "Ferja står.", "labels": ["samferdsel"]})
    );
    std::fs::write(inbox.join("saker.jsonl"), lines).unwrap();
    wait_for(&server, "/api/v1/articles", |listed| {
        listed.as_array().unwrap().len() == 2
    });
    // Labels that came along are people's word.
    let listed = wait_for(&server, "/api/v1/articles?topic=samferdsel", |listed| {
        listed != &json!([])
    });
    assert_eq!(listed[0]["id"], "ferje");
    let start = Instant::now();
    let told = inbox.join("failed/saker.jsonl.error.txt");
    while !told.exists() || !inbox.join("done/rakett.txt").exists() {
        assert!(start.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(100));
    }
    let told = std::fs::read_to_string(told).unwrap();
    assert!(
        told.contains("1 articles were read in") && told.contains("line 2"),
        "{told}"
    );
}

#[test]
fn what_was_kept_is_there_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let data = || Some(dir.path().join("data"));
    let mut first = server(|options| options.data = data());
    add(&first, "a", "", ARTICLE);
    first.end();
    let second = server(|options| options.data = data());
    assert_eq!(second.get("/api/v1/articles").json()[0]["id"], "a");
}

#[test]
fn a_folder_has_one_server_at_a_time() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = server(|options| options.data = Some(dir.path().to_owned()));
    let mut options = Options::new("127.0.0.1:0".parse().unwrap());
    options
        .models
        .push(("notis".to_owned(), notis::Model::shipped().unwrap()));
    options.data = Some(dir.path().to_owned());
    let error = Server::bind(options).err().unwrap().to_string();
    assert!(
        error.contains("another notis serve") && error.contains("--data"),
        "{error}"
    );
    assert_eq!(first.get("/health").status, 200);
    first.end();
    server(|options| options.data = Some(dir.path().to_owned()));
}

#[test]
fn what_is_imported_beside_a_server_is_read_by_its_model() {
    let (dir, server) = keeping();
    // The first look has been.
    std::thread::sleep(Duration::from_secs(2));
    let file = dir.path().join("saker.jsonl");
    std::fs::write(&file, format!("{}\n", json!({"id": "rakett", "text": ARTICLE}))).unwrap();
    notis_server::store::import(&dir.path().join("data"), &[file]).unwrap();
    let kept = wait_for(&server, "/api/v1/articles/rakett", |kept| {
        !kept["model"].is_null()
    });
    assert_eq!(kept["classification"]["topics"][0]["topic"], "nord-korea");
}

#[test]
fn who_says_the_same_twice_has_said_it_once() {
    let (_dir, server) = keeping();
    add(&server, "a", "", ARTICLE);
    let say = |who: &str, labels: &[&str]| {
        let said = json!({"article": "a", "labels": labels, "who": who}).to_string();
        assert_eq!(server.post("/api/v1/corrections", &said).status, 201);
    };
    say("Kari", &["usa"]);
    say("Kari", &["usa"]);
    say("Ola", &["usa"]);
    say("Ola", &["fn"]);
    say("Ola", &["usa"]);
    let said = server.get("/api/v1/corrections?article=a").json();
    assert_eq!(said.as_array().unwrap().len(), 4);
}
