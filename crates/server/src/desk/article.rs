//! An article that is kept: read, corrected, deleted.

use std::sync::Arc;

use axum::extract::State as Extract;
use axum::response::IntoResponse;
use maud::{Markup, html};
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, go, trouble};
use super::names::TopicNames;
use super::reading::{self, Read, shown};
use super::shell::{Place, needs_store, page};
use super::verdict::form;
use super::visitor::Visitor;
use super::words::{Words, fill};
use crate::api::articles::no_article;
use crate::extract::{Params, Segment};
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Correction, Stored};

/// Whether it was corrected just now.
#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    #[serde(default)]
    saved: bool,
}

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    id: Result<Segment, Problem>,
    after: Result<Params<After>, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Today)?;
    let shown = async {
        let (Segment(id), Params(After { saved })) = (id?, after?);
        let stored = state
            .ask(move |db| store::article(db, &id))
            .await?
            .ok_or_else(no_article)?;
        let (title, content) = content(&visitor, &state, stored).await?;
        let noted = html! { @if saved { p.done role="status" { (visitor.words().saved) } } (content) };
        Ok::<_, Problem>((title, noted))
    };
    let (title, content) = shown.await.map_err(trouble(&visitor))?;
    Ok(page(&visitor, Place::Today, &title, &content).into_response())
}

async fn content(visitor: &Visitor, state: &Arc<State>, stored: Stored) -> Result<(String, Markup), Problem> {
    let (named, visitor, kinds) = (state.desks.first(), visitor.clone(), state.name_model().ok());
    let render = move || -> Result<_, Problem> {
        let desk = named.desk();
        let names = TopicNames::of(&desk, visitor.lang);
        let read = Read::new(&desk, stored.article.clone(), kinds)?;
        let corrected = html! {
            section aria-labelledby="correct" {
                h2 id="correct" { (visitor.words().correct) }
                (form(&read, &stored, &names, &visitor, None))
            }
        };
        let content = html! {
            h1 { (reading::heading(&read, &names, visitor.words(), &read.heading)) }
            p.facts { (facts(&stored, visitor.words())) }
            (shown(&read, &names, &visitor, &corrected))
            (said(&stored.corrections, &names, visitor.words()))
            (deletion(&stored.article.id, visitor.words()))
        };
        Ok((read.heading, content))
    };
    state.workers.run(render).await?
}

pub(super) fn facts(stored: &Stored, words: &Words) -> Markup {
    let article = &stored.article;
    let web = article
        .url
        .as_deref()
        .filter(|url| notis::print::escape::is_web(url));
    html! {
        @for fact in [&article.source, &article.date, &article.author].into_iter().flatten() { (fact) " · " }
        @if let Some(url) = web { a href=(url) rel="noreferrer" { (url) } " · " }
        (fill(words.kept_at, &[&minute(&stored.arrived)]))
    }
}

/// A moment of the store to the minute.
pub(super) fn minute(moment: &str) -> String {
    moment.get(..16).unwrap_or(moment).replace('T', " ")
}

/// What people said, in their order.
pub(super) fn said(corrections: &[Correction], names: &TopicNames, words: &Words) -> Markup {
    html! {
        @if !corrections.is_empty() {
            section aria-labelledby="said" {
                h2 id="said" { (words.corrections) }
                ul.said-list {
                    @for said in corrections {
                        li { span.facts { (minute(&said.at)) " " (said.who) ": " } (in_words(said, names, words)) }
                    }
                }
            }
        }
    }
}

/// A correction in words: «handler om FN, ikke Syria».
pub(super) fn in_words(said: &Correction, names: &TopicNames, words: &Words) -> String {
    let looked_at = said.graded.iter().flatten();
    let about = names.joined(&said.labels);
    let rejected = names.joined(looked_at.filter(|topic| !said.labels.contains(topic)));
    match (about.is_empty(), rejected.is_empty()) {
        (false, true) => fill(words.said_about, &[&about]),
        (true, false) => fill(words.said_not, &[&rejected]),
        (false, false) => format!(
            "{}, {}",
            fill(words.said_about, &[&about]),
            fill(words.said_not, &[&rejected])
        ),
        (true, true) => words.said_none.to_owned(),
    }
}

fn deletion(id: &str, words: &Words) -> Markup {
    html! {
        details.delete {
            summary { (words.delete) }
            form method="post" action={ "/articles/" (part(id)) "/delete" } {
                p { (words.delete_sure) }
                button type="submit" { (words.delete) }
            }
        }
    }
}

pub(super) async fn delete(visitor: Visitor, Extract(state): Shared, id: Result<Segment, Problem>) -> Shown {
    let deleted = async {
        let Segment(id) = id?;
        let was_there = state.store()?.write(move |tx| store::delete(tx, &id)).await?;
        if was_there {
            Ok(go("/today"))
        } else {
            Err(no_article())
        }
    };
    deleted.await.map_err(trouble(&visitor))
}
