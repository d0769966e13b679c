//! The tagging service that Superdesk asks.

use serde_json::{Value, json};

use crate::store::keeping;
use crate::support::{ARTICLE, server};

fn item(headline: &str, body: &[&str]) -> String {
    json!({"uuid": "urn:newsml:1", "pubStatus": false, "headline": headline, "body": body, "language": "nb"})
        .to_string()
}

#[test]
fn concepts_are_topics_with_those_above_them_beside() {
    let server = server(|_| ());
    let analysis = "/superdesk/article/analysis?conceptFields=uuid,title,type,links";
    let goal =
        "Rosenborg slo Molde 3–1 på Lerkendal i eliteserien i fotball søndag. Spissen scoret to ganger.";
    let found = server.post(analysis, &item("Seier på Lerkendal", &[goal])).json();
    let concept = &found["concepts"][0];
    assert_eq!(concept["uuid"], "fotball");
    assert_eq!(concept["type"], "category");
    assert_eq!(concept["broader"], "idrett");
    assert_eq!(concept["links"][0]["relationType"], "exactMatch");
    assert!(concept["weight"].as_f64().unwrap() > 0.5);
    assert_eq!(found["broader"][0]["uuid"], "idrett");
    assert_eq!(found["broader"].as_array().unwrap().len(), 1);
    let headline_alone = server.post(analysis, &item(ARTICLE, &[])).json();
    assert_eq!(headline_alone["concepts"][0]["uuid"], "nord-korea");
    let empty = server.post(analysis, &item("", &[]));
    assert_eq!((empty.status, empty.json()["concepts"].clone()), (200, json!([])));
}

#[test]
fn only_a_topic_alone_with_its_code_is_exactly_that_subject() {
    let server = server(|_| ());
    let get = |asked: Value| {
        server
            .post("/superdesk/concept/get?operation=id", &asked.to_string())
            .json()
    };
    let of = |id: &str| get(json!({"uuid": id}))["result"][0].clone();
    assert_eq!(of("syria")["type"], "topic");
    assert_eq!(of("syria")["links"], json!([]));
    assert_eq!(of("rettssak")["links"].as_array().unwrap().len(), 1);
    assert_eq!(get(json!({"uuid": "ukjent"}))["result"], json!([]));
}

#[test]
fn concepts_are_found_by_what_is_typed() {
    let server = server(|_| ());
    let typed = |title: &str| {
        let asked = json!({"title": title, "type": "all", "draft": false, "size": 10}).to_string();
        let found = server
            .post("/superdesk/concept/get?operation=title_type", &asked)
            .json();
        let ids = found["result"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["uuid"].as_str().unwrap().to_owned());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(typed("Fotb"), ["fotball"]);
    assert_eq!(typed("islamske"), ["is"]);
    assert!(typed("finnes ikke").is_empty());
    assert!(
        server
            .post("/superdesk/concept/get?operation=annet", "{}")
            .is_problem(400)
    );
}

#[test]
fn concepts_are_neither_made_nor_taken_away() {
    let server = server(|_| ());
    let made = server.post(
        "/superdesk/concept/create",
        r#"{"title": "Ferjer", "type": "topic"}"#,
    );
    assert_eq!((made.status, made.json()["error"].clone()), (200, json!(true)));
    let gone = server.send("DELETE", "/superdesk/concept/delete?uuid=is", "", "");
    assert_eq!((gone.status, gone.json()["error"].clone()), (200, json!(true)));
    let stored = server.post("/superdesk/article/store", &item("Ferje", &["Ferja står."]));
    assert_eq!(
        (stored.status, stored.json()["error"].clone()),
        (200, json!(false))
    );
}

#[test]
fn what_an_editor_made_of_an_article_is_kept_with_a_store() {
    let (_dir, server) = keeping();
    let concept = |uuid: &str| json!({"uuid": uuid, "title": uuid, "type": "topic"});
    let left = json!({"uuid": "urn:newsml:1", "pubStatus": true, "headline": "Rakett", "body": [ARTICLE], "language": "nb",
        "concepts": [concept("usa"), concept("usa"), concept("0b2f-annet")]});
    let user = "Content-Type: application/json\r\nAuthorization: Basic ZGVza2VuOng=\r\n";
    let stored = server.send("POST", "/superdesk/article/store", user, &left.to_string());
    assert_eq!(
        (stored.status, stored.json()["error"].clone()),
        (200, json!(false))
    );
    assert!(
        stored.body.contains("1 concepts that are no topics"),
        "{stored:?}"
    );
    let kept = server.get("/api/v1/articles/urn%3Anewsml%3A1").json();
    assert_eq!(
        (&kept["article"]["title"], &kept["article"]["lang"]),
        (&json!("Rakett"), &json!("nb"))
    );
    let said = &kept["corrections"];
    assert_eq!(
        (&said[0]["labels"], &said[0]["who"]),
        (&json!(["usa"]), &json!("desken"))
    );
    // An article that nobody tagged is kept without a word on its topics.
    let untagged = item("Ferje", &["Ferja står."]).replace("newsml:1", "newsml:2");
    server.post("/superdesk/article/store", &untagged);
    let kept = server.get("/api/v1/articles/urn%3Anewsml%3A2").json();
    assert_eq!(
        (&kept["article"]["text"], &kept["corrections"]),
        (&json!("Ferja står."), &json!([]))
    );
}
