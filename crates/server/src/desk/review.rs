//! The queue of articles that nobody has judged, the least certain first, and those on which people disagree.

use std::sync::Arc;

use axum::extract::State as Extract;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, trouble};
use super::article::{facts, in_words, minute, said};
use super::learning::invitation;
use super::names::TopicNames;
use super::reading::{self, Read, shown};
use super::shell::{Place, needs_store, nothing_yet, page};
use super::verdict::form;
use super::visitor::Visitor;
use super::words::fill;
use crate::extract::Params;
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Filter, Stored};

/// Which place of the queue, or which article that has left it.
#[derive(Debug, Default, Deserialize)]
pub(super) struct At {
    #[serde(default)]
    skip: u32,
    article: Option<String>,
    /// The article that was judged just now.
    saved: Option<String>,
}

pub(super) async fn show(visitor: Visitor, Extract(state): Shared, at: Result<Params<At>, Problem>) -> Shown {
    needs_store(&visitor, &state, Place::Review)?;
    queue(&visitor, &state, at).await.map_err(trouble(&visitor))
}

async fn queue(
    visitor: &Visitor,
    state: &Arc<State>,
    at: Result<Params<At>, Problem>,
) -> Result<Response, Problem> {
    let Params(At { skip, article, saved }) = at?;
    let skip = skip as usize;
    // Whoever looks at an article that has left the queue goes on where they were.
    let next = format!("/review?skip={}", skip + usize::from(article.is_none()));
    let look = move |db: &rusqlite::Connection| {
        let stored = match article {
            Some(id) => store::article(db, &id)?,
            None => least_certain(db, skip)?,
        };
        let is_empty = store::list(db, &Filter::default(), 0, 1)?.is_empty();
        Ok((
            stored,
            store::unjudged(db)?,
            store::corrected(db)?.len(),
            is_empty,
        ))
    };
    let (stored, left, corrected, is_empty) = state.ask(look).await?;
    let words = visitor.words();
    let article = match stored {
        Some(stored) => one(visitor, state, stored, next).await?,
        None if is_empty => nothing_yet(words),
        None => html! { p { (words.review_done) } },
    };
    let content = html! {
        div.head { h1 { (words.review_title) } p.facts { (fill(words.review_left, &[&left])) } }
        @if let Some(saved) = saved {
            p.done role="status" { (words.saved) " " a href={ "/articles/" (part(&saved)) } { (words.look_again) } "." }
        }
        p.lead { (words.review_lead) }
        (article)
        (invitation(corrected, words))
        p { a href="/review/disagreement" { (words.disagreement) } }
    };
    Ok(page(visitor, Place::Review, words.review_title, &content).into_response())
}

/// The least certain article that nobody has judged, after so many.
fn least_certain(db: &rusqlite::Connection, skip: usize) -> Result<Option<Stored>, store::Error> {
    let line = store::doubtful(db, skip, 1)?.pop();
    let stored = line.map(|line| store::stored(db, line.number)).transpose()?;
    Ok(stored.flatten())
}

async fn one(visitor: &Visitor, state: &Arc<State>, stored: Stored, next: String) -> Result<Markup, Problem> {
    let (named, visitor, kinds) = (state.desks.first(), visitor.clone(), state.name_model().ok());
    let render = move || -> Result<Markup, Problem> {
        let desk = named.desk();
        let names = TopicNames::of(&desk, visitor.lang);
        let read = Read::new(&desk, stored.article.clone(), kinds)?;
        let words = visitor.words();
        let judged = html! {
            section aria-label=(words.correct) {
                (form(&read, &stored, &names, &visitor, Some(&next)))
                p.faint.keys { (words.keys) }
                (said(&stored.corrections, &names, words))
            }
        };
        Ok(html! {
            section.queue aria-labelledby="article" {
                h2 id="article" { a href={ "/articles/" (part(&stored.article.id)) } { (reading::heading(&read, &names, words, &read.heading)) } }
                p.facts { (facts(&stored, words)) }
                (shown(&read, &names, &visitor, &judged))
            }
        })
    };
    state.workers.run(render).await?
}

/// Corrected articles that are looked at for disagreement, the latest.
const LOOKED_AT: usize = 200;

pub(super) async fn disagreement(visitor: Visitor, Extract(state): Shared) -> Shown {
    needs_store(&visitor, &state, Place::Review)?;
    let found = state.ask(|db| store::disagreements(db, LOOKED_AT)).await;
    let found = found.map_err(trouble(&visitor))?;
    let words = visitor.words();
    let names = TopicNames::of(&state.desks.first().desk(), visitor.lang);
    let listed = |topics: &[String]| {
        if topics.is_empty() {
            words.no_topic.to_owned()
        } else {
            names.joined(topics)
        }
    };
    let content = html! {
        h1 { (words.disagreement) }
        p.lead { (words.disagreement_lead) }
        @if found.is_empty() { p { (words.no_disagreement) } }
        @for apart in &found {
            article.card {
                h2 { a href={ "/articles/" (part(&apart.line.id)) } { (apart.line.title) } }
                dl.words {
                    dt { (words.model_said) } dd { (listed(&apart.tags)) }
                    @for said in &apart.corrections {
                        dt { (if said.who.is_empty() { words.people_said } else { &said.who }) }
                        dd { (in_words(said, &names, words)) " " span.facts { (minute(&said.at)) } }
                    }
                }
            }
        }
    };
    Ok(page(&visitor, Place::Review, words.disagreement, &content).into_response())
}
