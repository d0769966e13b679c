//! `/api/v1`: the project's own API. Its answers are the objects of the command line's JSON Lines.

pub(crate) mod answers;
mod article;
pub(crate) mod articles;
mod batch;
pub(crate) mod corrections;
mod count;
mod description;
pub(crate) mod line;
mod lines;
mod models;
mod page;
mod schema;
mod schema_analysis;
mod schema_kept;
mod schema_problems;
pub(crate) mod searches;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::state::State;

pub use description::openapi;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/api/v1", get(page::page))
        .route("/api/v1/style.css", get(page::style))
        .route("/api/v1/openapi.json", get(description::serve))
        .route("/api/v1/classify", post(answers::classify))
        .route("/api/v1/digest", post(answers::digest))
        .route("/api/v1/explain", post(answers::explain))
        .route("/api/v1/analyze", post(answers::analyze))
        .route("/api/v1/batch", post(batch::batch))
        .route("/api/v1/articles", get(articles::list).post(articles::add))
        .route(
            "/api/v1/articles/{id}",
            get(articles::one).delete(articles::remove),
        )
        .route(
            "/api/v1/corrections",
            get(corrections::list).post(corrections::add),
        )
        .route("/api/v1/stories", get(searches::stories))
        .route("/api/v1/timeline", get(searches::timeline))
        .route("/api/v1/search", get(searches::search))
        .route("/api/v1/topics", get(models::topics))
        .route("/api/v1/models", get(models::models))
        .route("/api/v1/models/{name}", get(models::model))
}
