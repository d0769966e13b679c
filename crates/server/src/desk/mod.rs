//! The desk: pages for people. Made here as HTML, so that they work without script; `desk.js` makes them quicker.
//!
//! A page is a file. What they share: `shell` (head, menu, foot), `reading` (an article with its topics and digest),
//! `words` (what they say, in three languages).

mod address;
mod answer;
mod article;
mod chart;
mod fields;
mod learning;
mod marks;
mod models;
mod named;
mod names;
mod paste;
mod plot;
mod preview;
mod print;
mod reading;
mod review;
mod search;
mod shell;
mod today;
mod topics;
mod upload;
mod verdict;
mod visitor;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::routing::{get, post};

use crate::state::State;
use shell::file;

pub(crate) fn routes() -> Router<Arc<State>> {
    let css = file("text/css; charset=utf-8", include_str!("assets/desk.css"));
    let js = file("text/javascript; charset=utf-8", include_str!("assets/desk.js"));
    let icon = file("image/svg+xml", include_str!("assets/icon.svg"));
    Router::new()
        .route("/", get(paste::form).post(paste::read))
        .route("/today", get(today::show))
        .route("/today/print", get(print::show))
        .route("/articles/{id}", get(article::show))
        .route("/articles/{id}/correct", post(verdict::correct))
        .route("/articles/{id}/delete", post(article::delete))
        .route("/review", get(review::show))
        .route("/review/disagreement", get(review::disagreement))
        .route("/learn", get(learning::show).post(learning::start))
        .route("/learn/{name}", get(learning::report))
        .route("/topics", get(topics::list))
        .route("/topics/edit", get(topics::edit).post(topics::change))
        .route("/models", get(models::show))
        .route("/models/use", post(models::choose))
        .route("/search", get(search::show))
        .route("/desk/desk.css", get(css))
        .route("/desk/desk.js", get(js))
        .route("/desk/icon.svg", get(icon))
        .layer(middleware::from_fn(visitor::remember))
}
