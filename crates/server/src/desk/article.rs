//! An article that is kept: read, corrected, deleted.

use std::sync::Arc;

use axum::extract::State as Extract;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::names::TopicNames;
use super::reading::{self, Read, shown};
use super::shell::{Place, needs_store, page};
use super::visitor::{Visitor, remember_signature};
use super::words::{Words, fill};
use super::{Fields, Shown, all, field, go, part, trouble};
use crate::api::articles::no_article;
use crate::api::corrections::{self, Said};
use crate::extract::{Form, Segment};
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Correction, Stored, Verdicts};

pub(super) async fn show(visitor: Visitor, Extract(state): Shared, id: Result<Segment, Problem>) -> Shown {
    needs_store(&visitor, &state, Place::Today)?;
    let shown = async {
        let Segment(id) = id?;
        let stored = state
            .ask(move |db| store::article(db, &id))
            .await?
            .ok_or_else(no_article)?;
        content(&visitor, &state, stored).await
    };
    let (title, content) = shown.await.map_err(trouble(&visitor))?;
    Ok(page(&visitor, Place::Today, &title, &content).into_response())
}

async fn content(visitor: &Visitor, state: &Arc<State>, stored: Stored) -> Result<(String, Markup), Problem> {
    let (named, visitor) = (state.desks.first(), visitor.clone());
    let render = move || -> Result<_, Problem> {
        let desk = named.desk();
        let names = TopicNames::of(&desk, visitor.lang);
        let read = Read::new(&desk, stored.article.clone())?;
        let corrected = html! {
            section aria-labelledby="correct" {
                h2 id="correct" { (visitor.words().correct) }
                (form(&read, &stored, &names, &visitor, None))
            }
        };
        let content = html! {
            h1 { (reading::heading(&read, &names, &read.heading)) }
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

/// The topics to tick: those of the model and of people, and any other. In the queue it goes on to the next one, or skips
/// to the address of `skip`.
pub(super) fn form(
    read: &Read,
    stored: &Stored,
    names: &TopicNames,
    visitor: &Visitor,
    skip: Option<&str>,
) -> Markup {
    let words = visitor.words();
    let given = read.classification.topics.iter().map(|tag| tag.topic.as_str());
    let about = Verdicts::of(&stored.corrections).settle(given.clone());
    let nearest = read
        .classification
        .nearest
        .iter()
        .map(|nearest| nearest.topic.as_str());
    let mut offered: Vec<&str> = Vec::new();
    for topic in given.chain(about.iter().map(String::as_str)).chain(nearest) {
        if !offered.contains(&topic) {
            offered.push(topic);
        }
    }
    html! {
        form.verdict method="post" action={ "/articles/" (part(&stored.article.id)) "/correct" } {
            @if skip.is_some() { input type="hidden" name="back" value="review"; }
            fieldset {
                legend { (words.about_these) }
                @for (number, topic) in (1..).zip(&offered) { (tick(number, topic, about.contains(*topic), names)) }
                label for="add" { (words.add_topic) }
                select id="add" name="topic" data-key="a" {
                    option value="" { "–" }
                    @for (id, name) in names.sorted() {
                        @if !offered.contains(&id) { option value=(id) { (name) } }
                    }
                }
            }
            p.signed {
                label for="who" { (words.signature) }
                input id="who" name="who" type="text" maxlength="100" autocomplete="nickname" value=(visitor.who);
            }
            p.choices {
                button type="submit" data-key="s" { (words.save) }
                @if let Some(skip) = skip { a.button.quiet href=(skip) data-key="n" { (words.skip_article) } }
            }
        }
    }
}

/// A topic to tick, the first nine by a key too.
fn tick(number: usize, topic: &str, is_about: bool, names: &TopicNames) -> Markup {
    let key = (number < 10).then_some(number);
    html! {
        label.check {
            input type="checkbox" name="topic" value=(topic) checked[is_about] data-key=[key];
            " " (names.name(topic))
            @if let Some(key) = key { " " kbd aria-hidden="true" { (key) } }
        }
    }
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

pub(super) async fn correct(
    visitor: Visitor,
    Extract(state): Shared,
    id: Result<Segment, Problem>,
    fields: Result<Fields, Problem>,
) -> Shown {
    let corrected = async {
        let (Segment(id), Form(fields)) = (id?, fields?);
        let mut labels: Vec<String> = all(&fields, "topic").map(str::to_owned).collect();
        labels.sort();
        labels.dedup();
        let (who, back) = (field(&fields, "who").to_owned(), field(&fields, "back"));
        let next = match back {
            "review" => "/review".to_owned(),
            _ => format!("/articles/{}", part(&id)),
        };
        let said = Said {
            article: id,
            labels,
            graded: None,
            who: who.clone(),
        };
        corrections::keep(&state, said).await?;
        let mut response = go(&next);
        remember_signature(&mut response, &who);
        Ok::<Response, Problem>(response)
    };
    corrected.await.map_err(trouble(&visitor))
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
