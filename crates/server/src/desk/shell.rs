//! What every page has: head, menu, foot.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::visitor::Visitor;
use super::words::{Lang, Words};
use crate::problem::Problem;
use crate::state::State;

/// A place in the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Paste,
    Today,
    Review,
    Topics,
    Models,
    Search,
    None,
}

/// A page as a browser gets it.
pub(super) struct Page {
    status: StatusCode,
    html: Markup,
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        (self.status, Html(self.html.into_string())).into_response()
    }
}

/// A problem as a page of its own.
pub(super) struct Trouble(pub(super) Visitor, pub(super) Problem);

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let Trouble(visitor, problem) = self;
        let words = visitor.words();
        let body = html! {
            h1 { (words.error_title) }
            p { (what_is_wrong(problem.status, words)) }
            // What the API says: for whoever looks after the server.
            p.faint lang="en" { (problem.detail) }
        };
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        page(&visitor, Place::None, words.error_title, &body)
            .with(status)
            .into_response()
    }
}

/// A status in words.
fn what_is_wrong(status: u16, words: &Words) -> &'static str {
    match status {
        404 => words.wrong_missing,
        413 => words.wrong_large,
        408 | 429 | 503 => words.wrong_busy,
        500.. => words.wrong_here,
        _ => words.wrong_request,
    }
}

impl Page {
    pub(super) fn with(self, status: StatusCode) -> Self {
        Page { status, ..self }
    }
}

/// A page with this title and content.
pub(super) fn page(visitor: &Visitor, place: Place, title: &str, content: &Markup) -> Page {
    reloading(visitor, place, title, content, false)
}

/// A page that a browser loads again every few seconds, with or without script.
pub(super) fn reloading(visitor: &Visitor, place: Place, title: &str, content: &Markup, again: bool) -> Page {
    let words = visitor.words();
    let html = html! {
        (DOCTYPE)
        html lang=(words.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if again { meta http-equiv="refresh" content="3"; }
                title { (title) " – notis" }
                link rel="icon" href="/desk/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/desk/desk.css";
                script src="/desk/desk.js" defer {}
            }
            body {
                a.skip href="#content" { (words.skip) }
                header { div.bar {
                    a.brand href="/" { "notis" }
                    (menu(visitor, place))
                } }
                main id="content" tabindex="-1" { (content) }
                (foot(visitor))
            }
        }
    };
    Page {
        status: StatusCode::OK,
        html,
    }
}

fn menu(visitor: &Visitor, place: Place) -> Markup {
    let words = visitor.words();
    let places = [
        (Place::Paste, "/", words.nav_paste),
        (Place::Today, "/today", words.nav_today),
        (Place::Review, "/review", words.nav_review),
        (Place::Topics, "/topics", words.nav_topics),
        (Place::Models, "/models", words.nav_models),
        (Place::Search, "/search", words.nav_search),
    ];
    html! {
        nav aria-label=(words.menu) { ul {
            @for (of, address, name) in places {
                li { a href=(address) aria-current=[(of == place).then_some("page")] { (name) } }
            }
        } }
    }
}

fn foot(visitor: &Visitor) -> Markup {
    let words = visitor.words();
    html! {
        footer { div.bar {
            p { (words.foot) " " a href="/api/v1" { (words.api) } "." }
            nav aria-label=(words.language) { ul {
                @for (lang, name) in Lang::ALL {
                    li { a href=(visitor.in_language(lang)) lang=(lang.code()) hreflang=(lang.code())
                        aria-current=[(lang == visitor.lang).then_some("true")] { (name) } }
                }
            } }
        } }
    }
}

/// Goes on where something is kept; the page that says so where nothing is.
#[expect(clippy::result_large_err, reason = "what stands in for the page is a page")]
pub(super) fn needs_store(visitor: &Visitor, state: &State, place: Place) -> Result<(), Response> {
    match state.store_if_any() {
        Some(_) => Ok(()),
        None => Err(no_store(visitor, place).into_response()),
    }
}

/// What a page says where nothing has come yet, and where it is to come from.
pub(super) fn nothing_yet(words: &Words) -> Markup {
    html! { p { (words.nothing_yet) " " a href="/" { (words.paste_one) } ", " (words.or_inbox) } }
}

/// What a page says where nothing is kept.
fn no_store(visitor: &Visitor, place: Place) -> Page {
    let words = visitor.words();
    let content = html! {
        h1 { (words.no_store_title) }
        p { (words.no_store) }
    };
    page(visitor, place, words.no_store_title, &content)
}

/// A file of the pages, compiled in.
pub(super) fn file(kind: &'static str, text: &'static str) -> impl IntoResponse + Clone {
    use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], text)
}

/// Markup that the library has escaped.
pub(super) fn printed(bytes: Vec<u8>) -> Markup {
    PreEscaped(String::from_utf8(bytes).unwrap_or_default())
}
