//! `/v1`: the REST API of [Annif](https://annif.org), the tool that libraries and archives index subjects with, so that
//! its clients can ask notis. A model is a project, its topics are the project's vocabulary.
//!
//! What differs: there is one vocabulary a project and its labels are in bokmål; scores are calibrated probabilities; an
//! article that notis would not tag at all (too short, not Norwegian) has no suggestions; what comes as metadata is passed
//! over, but for a title. `learn` keeps the documents and their subjects, where the server has a store; the model learns
//! from them when somebody says «learn now» and has seen what that changes. A subject that the project does not know is an
//! error.

mod language;
mod learn;
mod projects;
mod suggest;

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use crate::state::State;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/v1", get(projects::info))
        .route("/v1/", get(projects::info))
        .route("/v1/vocabs", get(projects::vocabs))
        .route("/v1/projects", get(projects::projects))
        .route("/v1/projects/{project}", get(projects::project))
        .route("/v1/projects/{project}/suggest", post(suggest::suggest))
        .route(
            "/v1/projects/{project}/suggest-batch",
            post(suggest::suggest_batch),
        )
        .route("/v1/projects/{project}/learn", post(learn::learn))
        .route("/v1/detect-language", post(language::detect))
}
