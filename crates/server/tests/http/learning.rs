//! Learning from corrections, from the first one to a model in use and back.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::store::keeping;
use crate::support::Running;

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost\r\n";

fn corrected(server: &Running) {
    for n in 0..12 {
        let (about, text) = match n % 2 {
            0 => (
                "samferdsel",
                format!("Ferja nummer {n} står ved kai. Rutebåten går ikkje før i morgon, seier reiarlaget."),
            ),
            _ => (
                "helse",
                format!("Sykehuset har {n} ledige senger. Pasientene venter på legene på avdelingen."),
            ),
        };
        let body = json!({"id": format!("a{n}"), "text": text, "labels": [about]});
        assert_eq!(server.post("/api/v1/articles", &body.to_string()).status, 201);
    }
}

#[test]
fn a_model_is_learned_tried_used_and_left_again() {
    let (dir, server) = keeping();
    corrected(&server);
    // However many ask, one learns.
    for _ in 0..5 {
        let answer = server.send("POST", "/learn", FORM, "");
        assert!(
            answer.status == 303 && answer.head.contains("location: /learn"),
            "{answer:?}"
        );
    }
    let start = Instant::now();
    let learned = loop {
        let now = server.get("/learn");
        if now.status == 303 {
            break now;
        }
        assert!(!now.body.contains("role=\"alert\""), "{now:?}");
        assert!(start.elapsed() < Duration::from_secs(300), "{now:?}");
        std::thread::sleep(Duration::from_millis(200));
    };
    assert!(
        learned.head.contains("location: /learn/learned%2d1")
            || learned.head.contains("location: /learn/learned-1")
    );
    assert!(!dir.path().join("data/models/learned-2.notis").exists());
    let report = server.get("/learn/learned-1").body;
    assert!(
        report.contains("value=\"learned-1\"") && report.contains("F1"),
        "{report}"
    );
    assert_eq!(server.get("/api/v1/models").json()[0]["name"], "notis");
    for (name, first) in [("learned-1", "learned-1"), ("notis", "notis")] {
        let answer = server.send("POST", "/models/use", FORM, &format!("name={name}"));
        assert_eq!(answer.status, 303, "{answer:?}");
        assert_eq!(server.get("/api/v1/models").json()[0]["name"], first);
    }
    server.send("POST", "/models/use", FORM, "name=learned-1");
    assert!(server.get("/models?compare=notis").body.contains("F1 notis"));
}
