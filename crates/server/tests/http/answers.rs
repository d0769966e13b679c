//! What is answered to good requests.

use std::io::{Read, Write};

use notis::Budget;
use notis::output::json_line;
use serde_json::json;

use crate::support::{ARTICLE, Answer, line, server};

fn article(id: &str) -> String {
    json!({"id": id, "text": ARTICLE}).to_string()
}

#[test]
fn answers_are_the_lines_of_the_library() {
    let server = server(|_| ());
    let classified = line("a", ARTICLE, |r| {
        json_line(&r.classification(false, false)).unwrap()
    });
    assert_eq!(server.post("/api/v1/classify", &article("a")).body, classified);
    let told = line("a", ARTICLE, |r| {
        json_line(&r.classification(true, true)).unwrap()
    });
    assert_eq!(
        server
            .post("/api/v1/classify?explain=true&scores=true", &article("a"))
            .body,
        told
    );
    let digest = line("a", ARTICLE, |r| {
        json_line(&r.digest(Budget::Sentences(1)).unwrap()).unwrap()
    });
    assert_eq!(
        server.post("/api/v1/digest?sentences=1", &article("a")).body,
        digest
    );
    let analysis = line("a", ARTICLE, |r| json_line(&r.analysis()).unwrap());
    assert_eq!(server.post("/api/v1/analyze", &article("a")).body, analysis);
    let explained = server
        .post("/api/v1/explain?topic=nord-korea", &article("a"))
        .json();
    let evidence = line("a", ARTICLE, |r| json_line(&r.explain("nord-korea")).unwrap());
    assert_eq!(
        explained["evidence"],
        serde_json::from_str::<serde_json::Value>(&evidence).unwrap()
    );
}

#[test]
fn a_batch_goes_on_after_a_bad_line() {
    let server = server(|_| ());
    let lines = format!("{}\n\n{{\"id\": 3}}\nnot json\n{}", article("a"), article("b"));
    let answer = server.send(
        "POST",
        "/api/v1/batch",
        "Content-Type: application/jsonl\r\n",
        &lines,
    );
    let found: Vec<serde_json::Value> = answer
        .body
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 4, "{answer:?}");
    assert_eq!((&found[0]["id"], &found[3]["id"]), (&json!("a"), &json!("b")));
    assert_eq!((&found[1]["line"], &found[2]["line"]), (&json!(3), &json!(4)));
    assert!(found[1]["error"].as_str().unwrap().contains("text"), "{answer:?}");
}

#[test]
fn a_batch_is_in_order_whatever_its_length() {
    let server = server(|options| options.limits.queue = 4);
    let lines: String = (0..300).map(|n| article(&n.to_string()) + "\n").collect();
    let answer = server.send("POST", "/api/v1/batch?do=digest&sentences=1", "", &lines);
    let ids = answer
        .body
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].clone());
    let expected = (0..300).map(|n| json!(n.to_string()));
    assert!(ids.eq(expected), "{answer:?}");
}

#[test]
fn models_and_topics_are_told() {
    let server = server(|_| ());
    let models = server.get("/api/v1/models").json();
    assert_eq!(
        (&models[0]["name"], &models[0]["default"]),
        (&json!("notis"), &json!(true))
    );
    let topics = server.get("/api/v1/topics").json();
    assert_eq!(
        topics.as_array().unwrap().len() as u64,
        models[0]["topics"].as_u64().unwrap()
    );
    assert_eq!(server.get("/api/v1/models/notis").json()["topics"], topics);
    assert!(server.get("/api/v1/models/ingen").is_problem(404));
}

#[test]
fn the_description_is_the_one_that_is_kept() {
    let kept = include_str!("../../openapi.json");
    let again = "cargo run -p notis-server --example openapi > crates/server/openapi.json";
    assert!(
        notis_server::openapi() == kept,
        "the API has changed; run {again}"
    );
    let server = server(|_| ());
    assert_eq!(server.get("/api/v1/openapi.json").body, kept);
    assert!(server.get("/api/v1").body.contains("POST /api/v1/classify"));
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let description: serde_json::Value = serde_json::from_str(notis_server::openapi()).unwrap();
    let paths = description["paths"].as_object().unwrap();
    let operations = paths.values().flat_map(|path| path.as_object().unwrap().values());
    let mut names: Vec<_> = operations.map(|operation| &operation["operationId"]).collect();
    let all = names.len();
    names.sort_by_key(|name| name.to_string());
    names.dedup();
    assert_eq!(names.len(), all, "{names:?}");
}

#[test]
fn health_and_numbers_are_told() {
    let server = server(|_| ());
    assert_eq!(server.get("/health").status, 200);
    server.get("/api/v1/models");
    let numbers = server.get("/metrics").body;
    assert!(
        numbers.contains("notis_requests_total{route=\"/api/v1/models\",status=\"200\"} 1"),
        "{numbers}"
    );
}

#[test]
fn a_request_that_has_begun_ends_before_the_server() {
    let mut server = server(|_| ());
    let body = article("a");
    let mut stream = server.connect();
    let head = format!(
        "POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                        Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    let rest = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        stream.write_all(body.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        Answer::parse(&answer)
    });
    server.end();
    assert_eq!(rest.join().unwrap().status, 200);
    assert!(std::net::TcpStream::connect(server.address).is_err());
}
