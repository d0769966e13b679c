//! Annif's API.

use crate::store::keeping;
use crate::support::{ARTICLE, Answer, Running, server};

fn form(server: &Running, path: &str, form: &str) -> Answer {
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    server.send("POST", path, kind, form)
}

#[test]
fn a_model_is_a_project_and_its_topics_a_vocabulary() {
    let server = server(|_| ());
    for path in ["/v1", "/v1/"] {
        assert!(
            server.get(path).json()["title"]
                .as_str()
                .unwrap()
                .contains("notis")
        );
    }
    let projects = server.get("/v1/projects").json();
    assert_eq!(projects["projects"][0]["project_id"], "notis");
    let project = server.get("/v1/projects/notis").json();
    assert_eq!(project, projects["projects"][0]);
    assert_eq!(project["backend"]["backend_id"], "notis");
    assert_eq!(project["is_trained"], true);
    let vocabulary = &server.get("/v1/vocabs").json()["vocabs"][0];
    assert_eq!(vocabulary, &project["vocab"]);
    assert_eq!(vocabulary["size"], 40);
    assert!(server.get("/v1/projects/ukjent").is_problem(404));
}

#[test]
fn subjects_come_most_probable_first_within_limit_and_threshold() {
    let server = server(|_| ());
    let text = format!("text={}", ARTICLE.replace(' ', "+"));
    let suggest = "/v1/projects/notis/suggest";
    let all = form(&server, suggest, &text).json();
    let results = all["results"].as_array().unwrap();
    assert_eq!(results.len(), 10);
    assert_eq!(results[0]["uri"], "urn:notis:topic:nord-korea");
    assert_eq!(results[0]["label"], "Nord-Korea");
    let scores: Vec<f64> = results.iter().map(|r| r["score"].as_f64().unwrap()).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let few = form(&server, suggest, &format!("{text}&limit=1&threshold=0.5"));
    assert_eq!(few.json()["results"], serde_json::json!([results[0]]));
    let none = form(&server, suggest, &format!("{text}&threshold=1"));
    assert_eq!(none.json()["results"], serde_json::json!([]));
}

#[test]
fn a_batch_answers_each_document_under_its_name() {
    let server = server(|_| ());
    let batch = "/v1/projects/notis/suggest-batch?limit=1";
    let documents = serde_json::json!({"documents": [
        {"document_id": "rakett", "text": ARTICLE},
        {"text": "kort", "metadata": {"title": "Kort"}},
    ]});
    let answers = server.post(batch, &documents.to_string()).json();
    assert_eq!(answers[0]["document_id"], "rakett");
    assert_eq!(answers[0]["results"][0]["uri"], "urn:notis:topic:nord-korea");
    assert_eq!(answers[1]["document_id"], serde_json::Value::Null);
    let many = serde_json::json!({"documents": vec![serde_json::json!({"text": "a"}); 33]});
    assert!(server.post(batch, &many.to_string()).is_problem(400));
}

#[test]
fn what_is_not_offered_is_said() {
    let server = server(|_| ());
    let suggest = "/v1/projects/notis/suggest";
    assert!(form(&server, suggest, "text=a&language=fi").is_problem(400));
    assert!(form(&server, suggest, "text=a&threshold=2").is_problem(400));
    assert!(form(&server, suggest, "tekst=a").status >= 400);
    assert!(form(&server, "/v1/projects/ukjent/suggest", "text=a").is_problem(404));
    let document = r#"[{"text": "a", "subjects": [{"uri": "urn:notis:topic:is"}]}]"#;
    assert!(server.post("/v1/projects/notis/learn", document).is_problem(403));
    assert!(server.post("/v1/projects/ukjent/learn", document).is_problem(404));
}

#[test]
fn what_it_is_to_learn_is_kept_with_a_store() {
    let (_dir, server) = keeping();
    let learn =
        |documents: serde_json::Value| server.post("/v1/projects/notis/learn", &documents.to_string());
    let uri = "urn:notis:topic:usa";
    let good =
        serde_json::json!([{"text": ARTICLE, "subjects": [{"uri": uri, "label": "USA"}, {"label": "FN"}]}]);
    assert_eq!(learn(good.clone()).status, 204);
    assert_eq!(learn(good).status, 204);
    let listed = server.get("/api/v1/articles").json();
    assert_eq!(listed.as_array().unwrap().len(), 1);
    assert_eq!(listed[0]["topics"], serde_json::json!(["fn", "usa"]));
    let id = listed[0]["id"].as_str().unwrap();
    let said = server.get(&format!("/api/v1/corrections?article={id}")).json();
    assert_eq!(
        (said.as_array().unwrap().len(), said[0]["who"].as_str()),
        (1, Some("annif"))
    );
    // One that is wrong keeps all from being kept.
    let wrong = serde_json::json!([
        {"text": "Ferja står.", "subjects": []},
        {"text": "Ferja går.", "subjects": [{"uri": "http://www.yso.fi/onto/yso/p1265"}]}
    ]);
    let refused = learn(wrong);
    assert!(
        refused.is_problem(400) && refused.body.contains("document 2"),
        "{refused:?}"
    );
    assert!(learn(serde_json::json!([{"text": " ", "subjects": []}])).is_problem(400));
    assert_eq!(server.get("/api/v1/articles").json().as_array().unwrap().len(), 1);
}

#[test]
fn the_written_form_is_found_among_candidates() {
    let server = server(|_| ());
    let ask = |languages: serde_json::Value| {
        let text = "Eg veit ikkje kva dei gjer, men vi må vere der før det blir mørkt i kveld.";
        let asked = serde_json::json!({"text": text, "languages": languages});
        server.post("/v1/detect-language", &asked.to_string())
    };
    let found = ask(serde_json::json!(["en", "nb", "nn"])).json();
    assert_eq!(
        found["results"][0],
        serde_json::json!({"language": "nn", "score": 1.0})
    );
    assert_eq!(found["results"].as_array().unwrap().len(), 4);
    assert_eq!(
        ask(serde_json::json!(["no"])).json()["results"][0]["language"],
        "no"
    );
    assert!(ask(serde_json::json!(["en", "fi"])).json()["results"][0]["language"].is_null());
    assert!(ask(serde_json::json!([])).is_problem(400));
}
