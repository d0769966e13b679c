//! Any request is answered, and no answer is a fault of the server: its routes as a service, with a store and without.

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use notis_server::Options;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

use crate::model;
use crate::news::News;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime")
});

/// The routes without a store, and with one.
static ROUTES: LazyLock<[Router; 2]> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder").keep();
    [None, Some(folder)].map(|data| {
        let mut options = Options::new(([127, 0, 0, 1], 0).into());
        options.models.push(("liten".to_owned(), model::small().clone()));
        options.data = data;
        options.limits.body = 64_000;
        notis_server::routes(options).expect("the options go together")
    })
});

const PATHS: [&str; 44] = [
    "/",
    "/today",
    "/today/print",
    "/articles/{}",
    "/articles/{}/correct",
    "/articles/{}/delete",
    "/review",
    "/review/disagreement",
    "/learn/{}",
    "/topics",
    "/topics/edit",
    "/models",
    "/models/use",
    "/search",
    "/health",
    "/metrics",
    "/api/v1",
    "/api/v1/openapi.json",
    "/api/v1/classify",
    "/api/v1/digest",
    "/api/v1/explain",
    "/api/v1/analyze",
    "/api/v1/batch",
    "/api/v1/articles",
    "/api/v1/articles/{}",
    "/api/v1/corrections",
    "/api/v1/stories",
    "/api/v1/timeline",
    "/api/v1/search",
    "/api/v1/topics",
    "/api/v1/models",
    "/api/v1/models/{}",
    "/v1",
    "/v1/vocabs",
    "/v1/projects",
    "/v1/projects/{}",
    "/v1/projects/{}/suggest",
    "/v1/projects/{}/suggest-batch",
    "/v1/projects/{}/learn",
    "/v1/detect-language",
    "/superdesk/article/analysis",
    "/superdesk/article/store",
    "/superdesk/concept/get",
    "/superdesk/concept/create",
];
const METHODS: [&str; 5] = ["GET", "POST", "POST", "DELETE", "PUT"];
const KINDS: [&str; 6] = [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=X",
    "text/plain",
    "application/x-ndjson",
    "application/json; charset=utf-8",
];
const QUERIES: [&str; 14] = [
    "model",
    "topic",
    "sentences",
    "words",
    "method",
    "explain",
    "scores",
    "ratio",
    "limit",
    "query",
    "since",
    "until",
    "cursor",
    "threshold",
];

/// A request.
#[derive(Arbitrary, Debug)]
pub struct Asked<'a> {
    keeps: bool,
    path: u8,
    name: &'a str,
    method: u8,
    kind: u8,
    query: Vec<(u8, &'a str)>,
    header: Option<&'a str>,
    body: Sent<'a>,
}

/// A body.
#[derive(Arbitrary, Debug)]
enum Sent<'a> {
    Bytes(&'a [u8]),
    Article(News<'a>),
    Lines(Vec<News<'a>>),
    Form(Vec<(u8, &'a str)>),
    Parts(Vec<(u8, &'a str)>),
}

const FIELDS: [&str; 18] = [
    "text",
    "title",
    "file",
    "keep",
    "topic",
    "verdict",
    "id",
    "nb",
    "aliases",
    "related",
    "save",
    "try",
    "name",
    "model",
    "documents",
    "limit",
    "threshold",
    "uuid",
];

/// The law of a request.
pub fn holds(asked: Asked<'_>) {
    let Ok(request) = asked.request() else { return };
    let routes = ROUTES[usize::from(asked.keeps)].clone();
    let (status, body) = RUNTIME.block_on(async {
        let answer = routes.oneshot(request).await.expect("the service never fails");
        let status = answer.status();
        (status, axum::body::to_bytes(answer.into_body(), 100 << 20).await)
    });
    assert!(
        !matches!(
            status,
            StatusCode::INTERNAL_SERVER_ERROR | StatusCode::SERVICE_UNAVAILABLE
        ),
        "{asked:?}: {body:?}"
    );
    assert!(
        !status.is_client_error() || !body.expect("it is small").is_empty(),
        "{status} says nothing to {asked:?}"
    );
}

impl Asked<'_> {
    fn request(&self) -> Result<Request<Body>, axum::http::Error> {
        let path = PATHS[usize::from(self.path) % PATHS.len()].replace("{}", &packed(self.name));
        let pair = |(key, value): &(u8, &str)| {
            format!("{}={}", QUERIES[usize::from(*key) % QUERIES.len()], packed(value))
        };
        let query: Vec<String> = self.query.iter().map(pair).collect();
        let request = Request::builder()
            .method(METHODS[usize::from(self.method) % METHODS.len()])
            .uri(format!("{path}?{}", query.join("&")))
            .header("host", "localhost")
            .header("content-type", KINDS[usize::from(self.kind) % KINDS.len()]);
        let request = match self.header {
            Some(value) => request.header("accept-language", value).header("cookie", value),
            None => request,
        };
        request.body(Body::from(self.body.bytes()))
    }
}

impl Sent<'_> {
    fn bytes(&self) -> Vec<u8> {
        let name = |field: u8| FIELDS[usize::from(field) % FIELDS.len()];
        let part = |(field, value): &(u8, &str)| {
            let field = name(*field);
            let file = if field == "file" {
                "; filename=\"sak.jsonl\""
            } else {
                ""
            };
            format!("--X\r\nContent-Disposition: form-data; name=\"{field}\"{file}\r\n\r\n{value}\r\n")
        };
        match self {
            Sent::Bytes(bytes) => bytes.to_vec(),
            Sent::Article(news) => object(news).into_bytes(),
            Sent::Lines(news) => news
                .iter()
                .map(|news| object(news) + "\n")
                .collect::<String>()
                .into_bytes(),
            Sent::Form(fields) => {
                let pair = |(field, value): &(u8, &str)| format!("{}={}", name(*field), packed(value));
                fields.iter().map(pair).collect::<Vec<_>>().join("&").into_bytes()
            }
            Sent::Parts(parts) => (parts.iter().map(part).collect::<String>() + "--X--\r\n").into_bytes(),
        }
    }
}

fn object(news: &News<'_>) -> String {
    let article = news.article();
    json!({
        "id": article.id, "text": article.text, "title": article.title, "date": article.date, "source": article.source,
        "url": article.url, "labels": article.labels, "article": article.id, "topic": "ferje", "verdict": "about",
        "headline": article.title, "body": [article.text], "documents": [{"text": article.text}], "uuid": article.id,
    })
    .to_string()
}

/// Percent signs for whatever an address cannot hold.
fn packed(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}
