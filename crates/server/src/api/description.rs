//! The API's description of itself (OpenAPI 3.1), made from the code.

use std::sync::OnceLock;

use axum::http::header;
use axum::response::IntoResponse;
use utoipa::OpenApi;

use super::{answers, articles, batch, corrections, models, searches};

/// What is described.
#[derive(OpenApi)]
#[openapi(
    info(title = "notis", description = "Topics and digests of Norwegian news text", license(name = "MIT OR Apache-2.0")),
    paths(
        answers::classify, answers::digest, answers::explain, answers::analyze, batch::batch,
        models::topics, models::models, models::model,
        articles::list, articles::add, articles::one, articles::remove, corrections::add, corrections::list,
        searches::stories, searches::timeline, searches::search,
    ),
    components(schemas(batch::BadLine)),
    tags((name = "articles", description = "What an article is answered with"),
        (name = "models", description = "What answers"),
        (name = "store", description = "What is kept, where the server was started with --data")),
)]
struct Api;

/// The description as JSON, as it is kept in `openapi.json` of this crate.
pub fn openapi() -> &'static str {
    static JSON: OnceLock<String> = OnceLock::new();
    JSON.get_or_init(|| {
        let mut json = Api::openapi().to_pretty_json().unwrap_or_default();
        json.push('\n');
        json
    })
}

pub(super) fn document() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

pub(super) async fn serve() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], openapi())
}
