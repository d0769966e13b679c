//! `/superdesk`: the tagging service that [Superdesk](https://www.superdesk.org) asks when an editor wants tags, as its
//! iMatrics client (`text_checkers/ai/imatrics.py`) speaks to it. With `IMATRICS_BASE_URL` set to
//! `http://HOST:7420/superdesk/` and the token as `IMATRICS_KEY`, topics, their wider topics and IPTC codes appear there.
//!
//! What differs: concepts are the model's topics and cannot be made or taken away here. What an editor made of an article
//! (`article/store`) is kept where the server has a store: the article, and its topics as a correction by the user of the
//! request. The model learns from it when somebody says «learn now» and has seen what that changes.

mod article;
mod concept;

use std::sync::Arc;

use axum::Router;
use axum::routing::{delete, post};

use crate::state::State;

pub(crate) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/superdesk/article/analysis", post(article::analysis))
        .route("/superdesk/article/store", post(article::store))
        // As clients before Superdesk 2.6 call it.
        .route("/superdesk/article/concept", post(article::store))
        .route("/superdesk/concept/get", post(concept::get))
        .route("/superdesk/concept/create", post(concept::create))
        .route("/superdesk/concept/delete", delete(concept::delete))
}
