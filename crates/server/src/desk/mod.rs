//! The desk: pages for people. Made here as HTML, so that they work without script; `desk.js` makes them quicker.
//!
//! A page is a file. What they share: `shell` (head, menu, foot), `reading` (an article with its topics and digest),
//! `words` (what they say, in three languages).

mod article;
mod chart;
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
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use crate::problem::Problem;
use crate::state::State;
use shell::{Trouble, file};
use visitor::Visitor;

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

/// A page, or the trouble with it as a page.
type Shown = Result<Response, Response>;

/// The trouble as a page for whoever looks.
fn trouble(visitor: &Visitor) -> impl FnOnce(Problem) -> Response {
    let visitor = visitor.clone();
    move |problem| Trouble(visitor, problem).into_response()
}

/// What a form sent, in its order.
type Fields = crate::extract::Form<Vec<(String, String)>>;

/// The first value of a field, without white space around it.
fn field<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    let found = fields.iter().find(|(key, _)| key == name);
    found.map_or("", |(_, value)| value.trim())
}

/// Every value of a field that is not empty.
fn all<'f>(fields: &'f [(String, String)], name: &'f str) -> impl Iterator<Item = &'f str> {
    let values = fields.iter().filter(move |(key, _)| key == name);
    values
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
}

/// A page to go to after a form was taken, so that loading it again sends nothing again.
fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}

/// A name as a part of an address.
fn part(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            // Dots are packed too: `..` would be a step.
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_an_address_is_nothing_but_a_name() {
        assert_eq!(part("2024/ferje å"), "2024%2Fferje%20%C3%A5");
        assert_eq!(part("../\r\nX: 1"), "%2E%2E%2F%0D%0AX%3A%201");
    }
}
