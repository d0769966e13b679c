//! What is answered to bad requests.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use notis_server::Token;
use serde_json::json;

use crate::support::{ARTICLE, Answer, server};

#[test]
fn bad_bodies_are_problems() {
    let server = server(|options| options.limits.body = 1000);
    for body in [
        "",
        "{",
        "[]",
        "{\"text\": 7}",
        "{\"id\": \"a\"}",
        "{\"text\": \"\\ud800\"}",
    ] {
        assert!(server.post("/api/v1/classify", body).is_problem(400), "{body}");
    }
    let deep = format!(
        "{{\"text\": \"a\", \"x\": {}{}}}",
        "[".repeat(400),
        "]".repeat(400)
    );
    // A field that is not known is passed over, however deep.
    assert_eq!(server.post("/api/v1/classify", &deep).status, 200);
    assert!(server.send("POST", "/api/v1/classify", "", "{}").is_problem(415));
    let large = json!({"text": "a".repeat(2000)}).to_string();
    assert!(server.post("/api/v1/classify", &large).is_problem(413));
    let long = server.send(
        "POST",
        "/api/v1/batch",
        "",
        &format!("{large}\n{{\"text\": \"Elva steig.\"}}\n"),
    );
    assert_eq!(long.body.lines().count(), 2, "{long:?}");
    assert!(
        long.body
            .starts_with("{\"line\":1,\"error\":\"the line is longer than 1000 bytes"),
        "{long:?}"
    );
}

#[test]
fn bad_queries_are_problems() {
    let server = server(|_| ());
    let body = json!({"text": ARTICLE}).to_string();
    for path in [
        "digest?sentences=1&words=5",
        "digest?sentences=x",
        "digest?sentences=0",
        "digest?method=nix",
        "digest?ratio=2",
        "classify?explain=kanskje",
        "explain",
    ] {
        let answer = server.post(&format!("/api/v1/{path}"), &body);
        assert!(answer.is_problem(400), "{path}: {answer:?}");
    }
    assert!(server.post("/api/v1/classify?model=nix", &body).is_problem(404));
    assert!(
        server
            .post("/api/v1/explain?topic=%3Cscript%3E", &body)
            .is_problem(404)
    );
    assert!(server.get("/api/v1/classify").is_problem(405));
    assert!(server.get("/../../etc/passwd").is_problem(404));
    assert!(
        server
            .get("/api/v1/models/..%2f..%2fetc%2fpasswd%00%0d%0aX-Evil:1")
            .is_problem(404)
    );
}

#[test]
fn malformed_http_harms_nobody() {
    let server = server(|_| ());
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nA b: c\r\n\r\n",
        b"POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
    ] {
        let mut stream = server.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        assert!(answer.is_empty() || Answer::parse(&answer).status >= 200);
    }
    assert_eq!(server.get("/health").status, 200);
}

#[test]
fn slow_callers_are_given_up() {
    let server = server(|options| {
        options.limits.arrival = Duration::from_millis(200);
        options.limits.request = Duration::from_millis(400);
    });
    let start = Instant::now();
    let head = "POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
                Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{";
    assert!(server.raw(head.as_bytes()).is_problem(408));
    let mut stream = server.connect();
    stream.write_all(b"GET /health HT").unwrap();
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let batch =
        "POST /api/v1/batch HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 99\r\n\r\n{";
    assert!(
        server
            .raw(batch.as_bytes())
            .body
            .contains("nothing came for too long")
    );
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn a_full_queue_says_come_again() {
    let server = server(|options| options.limits.queue = 1);
    let body = json!({"text": format!("{ARTICLE} ").repeat(3000)}).to_string();
    let answers: Vec<Answer> = std::thread::scope(|scope| {
        let callers: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| server.post("/api/v1/digest", &body)))
            .collect();
        callers.into_iter().map(|caller| caller.join().unwrap()).collect()
    });
    assert!(answers.iter().any(|answer| answer.status == 200));
    let refused: Vec<_> = answers.iter().filter(|answer| answer.status != 200).collect();
    assert!(!refused.is_empty());
    assert!(
        refused
            .iter()
            .all(|answer| answer.is_problem(429) && answer.head.contains("retry-after: 1"))
    );
}

#[test]
fn a_refusal_keeps_the_connection_and_waits_for_no_long_body() {
    let server = server(|options| options.limits.queue = 0);
    let mut stream = server.connect();
    let body = json!({"text": ARTICLE}).to_string();
    for _ in 0..3 {
        let answer = ask(&mut stream, body.len(), &body);
        assert!(answer.is_problem(429), "{answer:?}");
        assert!(!answer.head.contains("connection: close"), "{answer:?}");
    }
    // What is announced never comes.
    let start = Instant::now();
    assert!(ask(&mut server.connect(), 9_000_000, &"a".repeat(70_000)).is_problem(429));
    assert!(start.elapsed() < Duration::from_secs(20));
}

/// Announces so many bytes of an article, sends some, and reads one answer.
fn ask(stream: &mut TcpStream, length: usize, sent: &str) -> Answer {
    let head = "POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    let request = format!("{head}Content-Length: {length}\r\n\r\n{sent}");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // The last byte of a problem.
    while answer.last() != Some(&b'\n') || !answer.contains(&b'{') {
        let mut piece = [0; 4096];
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&answer));
        answer.extend_from_slice(&piece[..read]);
    }
    Answer::parse(&answer)
}

#[test]
fn a_caller_that_goes_on_sending_is_told_why_it_is_given_up() {
    let server = server(|options| options.limits.request = Duration::from_millis(300));
    let mut stream = server.connect();
    let head = "POST /api/v1/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 9999\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    for _ in 0..20 {
        // A connection that was reset would take no more.
        stream.write_all(b"{").unwrap();
        std::thread::sleep(Duration::from_millis(50));
    }
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = Answer::parse(&answer);
    assert!(
        answer.is_problem(408) && answer.head.contains("connection: close"),
        "{answer:?}"
    );
}

#[test]
fn only_callers_with_the_token_are_answered() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("token");
    std::fs::write(&file, "et-hemmelig-ord-for-oss\n").unwrap();
    let server = server(|options| options.token = Some(Token::read(&file).unwrap()));
    let status = |headers: &str| server.send("GET", "/api/v1/models", headers, "").status;
    assert_eq!(status("Authorization: Bearer et-hemmelig-ord-for-oss\r\n"), 200);
    assert_eq!(status("Authorization: Bearer et-hemmelig-ord-for-osx\r\n"), 401);
    let refused = server.get("/api/v1/models");
    assert!(
        refused.is_problem(401) && refused.head.contains("www-authenticate: basic"),
        "{refused:?}"
    );
    assert_eq!(server.get("/health").status, 200);
    assert_eq!(server.get("/metrics").status, 401);
}

#[test]
fn other_names_and_other_sites_are_refused() {
    let server = server(|options| options.hosts.push("desk.example.no".to_owned()));
    let named = |host: &str| {
        server.raw(format!("GET /health HTTP/1.1\r\n{host}Connection: close\r\n\r\n").as_bytes())
    };
    assert!(named("Host: evil.example\r\n").is_problem(421));
    assert!(named("Host: localhost\r\nHost: localhost\r\n").is_problem(400));
    assert!(named("").is_problem(400));
    assert_eq!(named("Host: desk.example.no\r\n").status, 200);
    let body = json!({"text": ARTICLE}).to_string();
    let from = |header: &str| {
        let headers = format!("Content-Type: application/json\r\n{header}\r\n");
        server.send("POST", "/api/v1/classify", &headers, &body).status
    };
    assert_eq!(from("Origin: http://localhost"), 200);
    assert_eq!(from("Origin: http://evil.example"), 403);
    assert_eq!(from("Sec-Fetch-Site: cross-site"), 403);
}

#[test]
fn no_page_elsewhere_opens_a_socket_or_asks_what_it_may() {
    let server = server(|_| ());
    let socket = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
                  Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: http://evil.example\r\n";
    for path in ["/", "/api/v1", "/api/v1/models", "/learn"] {
        let head = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n{socket}\r\n");
        let mut stream = server.connect();
        stream.write_all(head.as_bytes()).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut answer = [0; 12];
        stream.read_exact(&mut answer).unwrap();
        assert_ne!(&answer, b"HTTP/1.1 101", "{path}");
    }
    let asked = "Origin: http://evil.example\r\nAccess-Control-Request-Method: POST\r\n\
                 Access-Control-Request-Headers: content-type\r\n";
    let answer = server.send("OPTIONS", "/api/v1/classify", asked, "");
    assert!(!answer.head.contains("access-control"), "{answer:?}");
}

#[test]
fn every_answer_has_the_strict_headers() {
    let server = server(|_| ());
    for path in ["/api/v1", "/health", "/ingen"] {
        let head = server.get(path).head;
        for header in [
            "content-security-policy: default-src 'none'",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "x-request-id: ",
        ] {
            assert!(head.contains(header), "{path}: {head}");
        }
        assert!(
            !head.contains("unsafe-inline") && !head.contains("access-control"),
            "{head}"
        );
    }
}

/// A log that a test can read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn no_line_of_the_log_acts_or_is_forged() {
    let log = Log::default();
    let written = log.clone();
    notis_server::log_to(move || written.clone(), notis_server::Level::INFO);
    let server = server(|_| ());
    for path in [
        "/\u{9b}31m\u{202e}ø",
        "/%1b%5b2J%0a{%22message%22:%22alt er vel%22}",
        "/\u{85}<script>",
    ] {
        server.raw(format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes());
    }
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(log.contains("/\u{fffd}31m\u{fffd}ø"), "{log}");
    assert!(
        !log.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'),
        "{log:?}"
    );
    for line in log.lines() {
        let event: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(event["message"] != "alt er vel", "{line}");
    }
}

#[test]
fn an_id_that_commands_stays_an_id_and_every_line_of_a_batch_has_one() {
    let server = server(|_| ());
    let id = "a\"}\n{\"id\":\"b\u{1b}[2J\u{9b}31m";
    let line = json!({"id": id, "text": ARTICLE}).to_string();
    let batch = server.send("POST", "/api/v1/batch", "", &format!("{line}\n{line}\n"));
    assert_eq!(batch.body.lines().count(), 2, "{batch:?}");
    for line in batch.body.lines() {
        assert!(!line.contains(char::is_control), "{line:?}");
        let answer: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(answer["id"], id, "{line}");
    }
}
