//! The pages: what they say, and what attackers get from them.

use serde_json::json;

use crate::store::{add, keeping};
use crate::support::{ARTICLE, Answer, Running, server};

/// What wants to be a script, an attribute or a header, in every place an article has.
const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'\u{202e}\r\nX-Evil: 1";

const FORM: &str = "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost\r\n";

pub(crate) fn form(server: &Running, path: &str, body: &str) -> Answer {
    server.send("POST", path, FORM, body)
}

/// A form with a file or a text, as a browser sends it.
fn paste(server: &Running, parts: &[(&str, &str)]) -> Answer {
    let part = |(name, value): &(&str, &str)| {
        format!("--grense\r\nContent-Disposition: form-data; {name}\r\n\r\n{value}\r\n")
    };
    let body: String = parts
        .iter()
        .map(part)
        .chain(["--grense--\r\n".to_owned()])
        .collect();
    let headers = "Content-Type: multipart/form-data; boundary=grense\r\nOrigin: http://localhost\r\n";
    server.send("POST", "/", headers, &body)
}

/// Nothing of the attack may stand as markup, in an attribute that acts, or in a header.
fn is_harmless(path: &str, answer: &Answer) {
    let body = &answer.body;
    assert!(
        !body.contains("<script>") && !body.contains("<img"),
        "{path}: {body}"
    );
    assert!(!body.contains("javascript:"), "{path}: {body}");
    assert!(!answer.head.contains("x-evil"), "{path}: {}", answer.head);
    assert!(
        answer.head.contains("script-src 'self'") && !answer.head.contains("unsafe-inline"),
        "{path}"
    );
}

#[test]
fn the_pages_work_without_a_store() {
    let server = server(|_| ());
    for path in [
        "/",
        "/today",
        "/review",
        "/topics",
        "/topics/edit?topic=syria",
        "/models",
        "/search",
        "/learn",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body.contains("<main id=\"content\""), "{path}");
    }
    for path in ["/desk/desk.css", "/desk/desk.js", "/desk/icon.svg"] {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    let read = paste(&server, &[("name=\"title\"", ""), ("name=\"text\"", ARTICLE)]);
    assert!(
        read.body.contains("<mark class=\"t1\"") && read.body.contains("Nord-Korea"),
        "{read:?}"
    );
    assert!(
        read.body.contains("href=\"#s1\"") && read.body.contains("id=\"s1\""),
        "{read:?}"
    );
    let empty = paste(&server, &[("name=\"text\"", "  ")]);
    assert!(empty.body.contains("role=\"alert\""), "{empty:?}");
}

#[test]
fn a_file_is_read_as_what_it_is() {
    let server = server(|_| ());
    let lines = format!(
        "{}\n{}\n",
        json!({"id": "a", "text": ARTICLE}),
        json!({"id": "b", "text": "Ferja står."})
    );
    let several = paste(&server, &[("name=\"file\"; filename=\"saker.jsonl\"", &lines)]);
    assert_eq!(several.body.matches("<article").count(), 2, "{several:?}");
    let bad = paste(
        &server,
        &[("name=\"file\"; filename=\"../../x.jsonl\"", "{\"id\": 7}\n")],
    );
    assert!(
        bad.body.contains("role=\"alert\"") && !bad.body.contains("/tmp"),
        "{bad:?}"
    );
}

#[test]
fn pages_speak_three_languages() {
    let server = server(|_| ());
    let with = |headers: &str, path: &str| server.send("GET", path, headers, "");
    assert!(
        with("Accept-Language: nn\r\n", "/")
            .body
            .contains("Kva handlar saka om?")
    );
    assert!(
        with("Accept-Language: de\r\n", "/")
            .body
            .contains("Hva handler saken om?")
    );
    let switched = with("Accept-Language: nn\r\n", "/?lang=en");
    assert!(switched.body.contains("<html lang=\"en\">") && switched.head.contains("set-cookie: lang=en;"));
    assert!(
        with("Cookie: lang=en\r\n", "/")
            .body
            .contains("What is the article about?")
    );
    let hostile = with("", "/?lang=en%0d%0aX-Evil:1&x=%22%3E%3Cscript%3E");
    is_harmless("lang", &hostile);
}

#[test]
fn articles_that_attack_are_only_text() {
    let (_dir, server) = keeping();
    let text = format!("{ARTICLE} {HOSTILE} Nord-Korea svarte ikke.");
    let body = json!({"id": HOSTILE, "title": HOSTILE, "text": text, "source": HOSTILE, "author": HOSTILE,
        "date": HOSTILE, "url": "javascript:alert(1)"});
    assert_eq!(server.post("/api/v1/articles", &body.to_string()).status, 201);
    let said = json!({"article": HOSTILE, "labels": ["usa"], "who": HOSTILE}).to_string();
    assert_eq!(server.post("/api/v1/corrections", &said).status, 201);
    let id: String = HOSTILE.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let article = format!("/articles/{id}");
    for path in [
        "/today",
        "/today/print",
        "/today?topic=%22%3E%3Cscript%3E&from=%3Cscript%3E&source=%22%3E%3Cimg",
        &article,
        "/review",
        "/review/disagreement",
        "/search?q=rakett",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/topics/edit?topic=%3Cscript%3E",
        "/models?compare=%3Cscript%3E",
        "/learn/%3Cscript%3E",
        "/models",
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 200 | 404), "{path}: {answer:?}");
        is_harmless(path, &answer);
    }
    assert!(server.get(&article).body.contains("&lt;script&gt;"));
    let pasted = paste(&server, &[("name=\"title\"", HOSTILE), ("name=\"text\"", &text)]);
    is_harmless("paste", &pasted);
    let deleted = form(&server, &format!("{article}/delete"), "");
    assert_eq!(deleted.status, 303, "{deleted:?}");
}

#[test]
fn forms_of_other_sites_change_nothing() {
    let (dir, server) = keeping();
    add(&server, "a", "", ARTICLE);
    let kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    for path in [
        "/articles/a/delete",
        "/articles/a/correct",
        "/learn",
        "/models/use",
        "/topics/edit",
    ] {
        for from in [
            "Origin: http://evil.example\r\n",
            "Origin: null\r\n",
            "Sec-Fetch-Site: cross-site\r\n",
        ] {
            let answer = server.send(
                "POST",
                path,
                &format!("{kind}{from}"),
                "topic=usa&do=save&id=x&aliases=x",
            );
            assert_eq!(answer.status, 403, "{path} {from}");
        }
    }
    assert_eq!(server.get("/api/v1/articles").json().as_array().unwrap().len(), 1);
    assert_eq!(server.get("/api/v1/corrections?article=a").json(), json!([]));
    assert!(!dir.path().join("data/topics.toml").exists());
    // Nothing changes by looking at it.
    for path in ["/articles/a/delete", "/models/use"] {
        assert!(server.get(path).is_problem(405), "{path}");
    }
}

#[test]
fn names_of_files_come_from_nobody() {
    let (dir, server) = keeping();
    std::fs::write(dir.path().join("secret.notis"), "x").unwrap();
    for name in ["../../secret", "..%2F..%2Fsecret", "/etc/passwd", "learned-1%00"] {
        let answer = form(&server, "/models/use", &format!("name={name}"));
        assert_eq!(answer.status, 404, "{name}: {answer:?}");
    }
    // A topic may be called anything; no file goes by its name.
    form(
        &server,
        "/topics/edit",
        "do=save&new=1&id=..%2F..%2Fx%0d%0a&aliases=x",
    );
    let files = |folder: &std::path::Path| {
        let names = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names
            .filter(|name| !name.contains("sqlite"))
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert!(
        files(&dir.path().join("data"))
            .iter()
            .eq(["inbox", "models", "notis.lock", "topics.toml"])
    );
    assert!(files(dir.path()).iter().eq(["data", "secret.notis"]));
}

#[test]
fn an_editor_corrects_and_the_last_word_is_shown() {
    let (_dir, server) = keeping();
    add(&server, "a", "Rakett", ARTICLE);
    assert!(
        server
            .get("/review")
            .body
            .contains("value=\"nord-korea\" checked")
    );
    let saved = form(
        &server,
        "/articles/a/correct",
        "topic=usa&topic=&who=K%C3%A5re&back=review",
    );
    assert_eq!(saved.status, 303, "{saved:?}");
    assert!(
        saved.head.contains("location: /review") && saved.head.contains("set-cookie: who="),
        "{saved:?}"
    );
    assert!(server.get("/review").body.contains("/learn"));
    let disagreement = server.get("/review/disagreement").body;
    assert!(
        disagreement.contains("Kåre") && disagreement.contains("Rakett"),
        "{disagreement}"
    );
    assert_eq!(server.get("/api/v1/articles").json()[0]["topics"], json!(["usa"]));
    let models = server.get("/models").body;
    assert!(models.contains("F1"), "{models}");
}

#[test]
fn one_topic_is_accepted_or_rejected_by_itself() {
    let (_dir, server) = keeping();
    add(&server, "a", "Rakett", ARTICLE);
    let correct = |body: &str| form(&server, "/articles/a/correct", body);
    let rejected = correct("topic=nord-korea&topic=usa&who=Kari&back=review&reject=nord-korea");
    assert!(
        rejected.head.contains("location: /review?article=a"),
        "{rejected:?}"
    );
    assert_eq!(server.get("/api/v1/articles").json()[0]["topics"], json!([]));
    let again = server.get("/review?article=a").body;
    assert!(
        again.contains("name=\"accept\" value=\"nord-korea\"") && again.contains("ikke Nord-Korea"),
        "{again}"
    );
    assert_eq!(correct("accept=usa&who=Ola").status, 303);
    let said = server.get("/api/v1/corrections?article=a").json();
    assert_eq!(
        (&said[0]["labels"], &said[0]["graded"]),
        (&json!([]), &json!(["nord-korea"]))
    );
    assert_eq!(
        (&said[1]["labels"], &said[1]["graded"]),
        (&json!(["usa"]), &json!(["usa"]))
    );
    assert_eq!(correct("reject=ingen-slik").status, 404);
}

#[test]
fn the_page_to_mail_has_its_style_in_itself() {
    let (_dir, server) = keeping();
    add(&server, "a", "Rakett", ARTICLE);
    let page = server.get("/today/print");
    let style = page
        .body
        .split("<style>")
        .nth(1)
        .and_then(|rest| rest.split("</style>").next());
    assert!(style.unwrap().contains("font"), "{page:?}");
    assert!(
        page.head.contains("style-src 'sha256-") && !page.head.contains("unsafe"),
        "{page:?}"
    );
    assert!(page.head.contains("x-content-type-options: nosniff"), "{page:?}");
}

#[test]
fn a_topic_is_tried_and_saved() {
    let (dir, server) = keeping();
    add(
        &server,
        "a",
        "Laksen",
        "Laksen er borte. Oppdrettslaksen ved Frøya rømte i natt, og laksen går i elva.",
    );
    let topic = "new=1&id=laks&nb=Laks&aliases=laks*%0D%0Aoppdrettslaks*";
    let tried = form(&server, "/topics/edit", &format!("{topic}&do=preview"));
    assert!(
        tried.body.contains("class=\"gain\"") && tried.body.contains("Laksen"),
        "{tried:?}"
    );
    assert!(!dir.path().join("data/topics.toml").exists());
    let wrong = form(&server, "/topics/edit", "new=1&id=to+ord&aliases=x&do=save");
    assert!(
        wrong.body.contains("role=\"alert\"") && wrong.body.contains("white space"),
        "{wrong:?}"
    );
    let saved = form(&server, "/topics/edit", &format!("{topic}&do=save"));
    assert!(saved.body.contains("topics.toml"), "{saved:?}");
    let toml = std::fs::read_to_string(dir.path().join("data/topics.toml")).unwrap();
    assert!(notis::Topics::parse(&toml).unwrap().ids().eq(["laks"]), "{toml}");
    assert!(server.get("/topics").body.contains("Laks"));
    let classified = server.post(
        "/api/v1/classify",
        &json!({"text": "Laksen rømte. Laksen er i elva."}).to_string(),
    );
    assert!(classified.body.contains("\"topic\":\"laks\""), "{classified:?}");
}
