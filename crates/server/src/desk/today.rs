//! The stories of the day, by topic, date and source, with a timeline.

use std::collections::BTreeMap;

use axum::extract::State as Extract;
use axum::response::IntoResponse;
use maud::{Markup, html};
use notis::{Budget, GroupDigest};
use rusqlite::Connection;
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, trouble};
use super::chart::timeline;
use super::named;
use super::names::TopicNames;
use super::shell::{Place, needs_store, nothing_yet, page};
use super::visitor::Visitor;
use super::words::{Words, articles, fill};
use crate::api::articles::Which;
use crate::api::searches::told;
use crate::extract::Params;
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Filter};
use crate::stories::{NEWEST, Order, Wanted};

/// Stories that are shown: those behind them are single articles of days ago.
const STORIES: usize = 60;
/// Articles that are named beneath a story.
const NAMED: usize = 6;

/// How many articles have just been kept.
#[derive(Debug, Default, Deserialize)]
pub(super) struct After {
    kept: Option<u64>,
}

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    which: Result<Params<Which>, Problem>,
    after: Result<Params<After>, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Today)?;
    let content = async {
        let (filter, Params(After { kept })) = (which?.0.filter(), after?);
        let stories = told(&state, newest(&state, filter.clone(), STORIES)).await?;
        let asked = filter.clone();
        let look = move |db: &Connection| {
            let lines = store::list(db, &asked, 0, NEWEST)?;
            Ok((store::timeline(db, &asked)?, store::sources(db)?, lines))
        };
        let (bars, sources, lines) = state.ask(look).await?;
        let topics: Topics<'_> = lines
            .iter()
            .map(|line| (line.id.as_str(), line.topics.as_slice()))
            .collect();
        let desk = state.desks.first().desk();
        let names = TopicNames::of(&desk, visitor.lang);
        let words = visitor.words();
        Ok::<Markup, Problem>(html! {
            h1 { (words.today_title) }
            @if let Some(kept) = kept { p.done role="status" { (fill(words.kept_n, &[&articles(kept, words)])) } }
            (choice(&filter, &sources, &names, words))
            (timeline(&bars, &names, &visitor))
            section aria-labelledby="stories" {
                div.head { h2 id="stories" { (words.stories) } a href={ "/today/print" (query(&filter)) } { (words.print) } }
                @if stories.is_empty() && filter == Filter::default() { (nothing_yet(words)) }
                @else if stories.is_empty() { p role="status" { (words.none_selected) } }
                @for story in &stories { (card(story, &about(story, &topics), &names, &visitor)) }
                @if lines.len() >= NEWEST {
                    p.faint { (fill(words.newest_only, &[&NEWEST])) }
                }
            }
        })
    };
    let content = content.await.map_err(trouble(&visitor))?;
    Ok(page(&visitor, Place::Today, visitor.words().today_title, &content).into_response())
}

/// So many stories at most, those with the newest article first, as the desk shows them.
pub(super) fn newest(state: &State, filter: Filter, most: usize) -> Wanted {
    Wanted {
        filter,
        budget: Budget::Auto,
        kinds: state.name_model().ok(),
        order: Order::Newest,
        most,
    }
}

/// The form that selects.
fn choice(filter: &Filter, sources: &[String], names: &TopicNames, words: &Words) -> Markup {
    let is = |chosen: &Option<String>, value: &str| chosen.as_deref() == Some(value);
    html! {
        form.choice method="get" action="/today" role="search" aria-label=(words.filter) {
            div { label for="topic" { (words.topic) }
                select id="topic" name="topic" {
                    option value="" { (words.all_topics) }
                    @for (id, name) in names.sorted() { option value=(id) selected[is(&filter.topic, id)] { (name) } }
                }
            }
            div { label for="from" { (words.from) } input id="from" name="from" type="date" value=[filter.from.as_deref()]; }
            div { label for="to" { (words.to) } input id="to" name="to" type="date" value=[filter.to.as_deref()]; }
            @if !sources.is_empty() {
                div { label for="source" { (words.source) }
                    select id="source" name="source" {
                        option value="" { (words.all_sources) }
                        @for source in sources { option value=(source) selected[is(&filter.source, source)] { (source) } }
                    }
                }
            }
            button type="submit" { (words.show) }
        }
    }
}

/// The topics of each article, by its id.
type Topics<'a> = BTreeMap<&'a str, &'a [String]>;

/// What at least half of a story's articles are about, most articles first.
fn about<'a>(story: &GroupDigest, topics: &Topics<'a>) -> Vec<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for topic in story
        .items
        .iter()
        .filter_map(|item| topics.get(item.id.as_str()))
        .copied()
        .flatten()
    {
        *counts.entry(topic).or_default() += 1;
    }
    let mut about: Vec<_> = counts
        .into_iter()
        .filter(|(_, articles)| 2 * articles >= story.items.len())
        .collect();
    about.sort_by_key(|(topic, articles)| (std::cmp::Reverse(*articles), *topic));
    about.into_iter().map(|(topic, _)| topic).collect()
}

/// A story: what it says, what it is about, and its articles.
fn card(story: &GroupDigest, about: &[&str], names: &TopicNames, visitor: &Visitor) -> Markup {
    let (first, words) = (story.items.first(), visitor.words());
    html! {
        article.card {
            h3 {
                @match first.filter(|_| story.items.len() == 1) {
                    Some(only) => a href={ "/articles/" (part(&only.id)) } { (story.group) },
                    None => (story.group),
                }
            }
            p.facts {
                (articles(story.items.len() as u64, words))
                @if let Some(date) = story.items.iter().filter_map(|item| item.date.as_deref()).max() { " · " (date) }
                @for source in &story.sources { " · " (source) }
            }
            @if !about.is_empty() {
                p.facts { @for topic in about { a.topic href={ "/today?topic=" (part(topic)) } { (names.name(topic)) } " " } }
            }
            @for (from, text) in story.paragraphs() {
                p { (text) @if let Some(source) = from.source.as_ref().filter(|_| story.sources.len() > 1) { " (" (source) ")" } }
            }
            (named::of_story(story, visitor.lang))
            @if story.items.len() > 1 {
                ul.members { @for item in story.items.iter().take(NAMED) {
                    li { a href={ "/articles/" (part(&item.id)) } { (item.title.as_deref().unwrap_or(&item.id)) } }
                } }
            }
        }
    }
}

/// The filter as a query.
fn query(filter: &Filter) -> String {
    let known = [
        ("topic", &filter.topic),
        ("from", &filter.from),
        ("to", &filter.to),
        ("source", &filter.source),
    ];
    let pairs = known
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{key}={}", part(value.as_deref()?))));
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}
