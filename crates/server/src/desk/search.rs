//! Full text of what is kept.

use axum::extract::State as Extract;
use axum::response::IntoResponse;
use maud::{Markup, html};
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, trouble};
use super::marks::{Mark, words as marked};
use super::names::TopicNames;
use super::shell::{Place, needs_store, page};
use super::visitor::Visitor;
use crate::api::searches::found;
use crate::extract::Params;
use crate::problem::Problem;
use crate::state::Shared;
use crate::store::Hit;
use crate::stories::Excerpt;

/// Articles that are shown.
const SHOWN: usize = 50;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    asked: Result<Params<Asked>, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Search)?;
    let found = async {
        let q = asked?.0.q;
        Ok::<_, Problem>((q.clone(), found(&state, q, 0, SHOWN).await?))
    };
    let (q, found) = found.await.map_err(trouble(&visitor))?;
    let words = visitor.words();
    let names = TopicNames::of(&state.desks.first().desk(), visitor.lang);
    let content = html! {
        h1 { (words.search_title) }
        form.search method="get" action="/search" role="search" {
            label for="q" { (words.search_words) }
            div.row { input id="q" name="q" type="search" value=(q) autofocus; button type="submit" { (words.search) } }
            p.faint { (words.search_hint) }
        }
        @if !q.trim().is_empty() && found.is_empty() { p role="status" { (words.found_none) } }
        ol.found { @for (hit, excerpt) in &found { (line(hit, excerpt, &names)) } }
    };
    Ok(page(&visitor, Place::Search, words.nav_search, &content).into_response())
}

fn line(hit: &Hit, excerpt: &Excerpt, names: &TopicNames) -> Markup {
    let mark = |span: &std::ops::Range<usize>| Mark {
        span: span.clone(),
        topic: 0,
        told: String::new(),
    };
    let marks: Vec<Mark> = excerpt.marks.iter().map(mark).collect();
    let line = &hit.line;
    html! {
        li {
            h2 { a href={ "/articles/" (part(&line.id)) } { (line.title) } }
            p.facts {
                (line.date) @if let Some(source) = &line.source { " · " (source) }
                @for topic in &line.topics { " · " (names.name(topic)) }
            }
            p { (marked(&excerpt.text, 0..excerpt.text.len(), &marks)) }
        }
    }
}
