//! Topics: their words, what changing them changes, and how they are saved.

use std::path::Path;
use std::sync::Arc;

use axum::extract::State as Extract;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use notis::{Model, Names, Pattern, Topic, Topics};
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, trouble};
use super::fields::{Fields, field};
use super::names::TopicNames;
use super::preview::{Near, Preview, preview};
use super::reading::percent;
use super::shell::{Place, page};
use super::visitor::Visitor;
use super::words::{Words, articles, counted, fill};
use crate::extract::{Form, Params};
use crate::problem::Problem;
use crate::state::{Shared, State, TOPICS};
use crate::store;

pub(super) async fn list(visitor: Visitor, Extract(state): Shared) -> Shown {
    let words = visitor.words();
    let desk = state.desks.first().desk();
    let names = TopicNames::of(&desk, visitor.lang);
    let counts = match state.store_if_any() {
        Some(_) => state.ask(store::topic_counts).await.map_err(trouble(&visitor))?,
        None => Default::default(),
    };
    let content = html! {
        h1 { (words.topics_title) }
        p.lead { (words.topics_lead) }
        @if state.store_if_any().is_some() { p { a.button href="/topics/edit" { (words.new_topic) } } }
        ul.topic-list { @for (id, name) in names.sorted() {
            li {
                a href={ "/topics/edit?topic=" (part(id)) } { (name) }
                " " span.code { (id) }
                @if let Some(count) = counts.get(id) {
                    " " a.facts href={ "/today?topic=" (part(id)) } { (articles(*count, words)) }
                }
            }
        } }
    };
    Ok(page(&visitor, Place::Topics, words.topics_title, &content).into_response())
}

/// Which topic.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    #[serde(default)]
    topic: String,
}

/// What stands beneath the form.
enum Outcome {
    Nothing,
    Wrong(String),
    Changes(Preview),
    Saved,
}

pub(super) async fn edit(
    visitor: Visitor,
    Extract(state): Shared,
    which: Result<Params<Which>, Problem>,
) -> Shown {
    let topic = which.map_err(trouble(&visitor))?.0.topic;
    let known = definition(&state, &topic);
    if known.is_none() && !topic.is_empty() {
        let none = Problem::not_found(format!("there is no topic `{topic}`"));
        return Err(trouble(&visitor)(none));
    }
    Ok(editor(
        &visitor,
        &state,
        &Draft::of(known.as_ref()),
        Outcome::Nothing,
    ))
}

/// The topic as it is told now.
fn definition(state: &State, id: &str) -> Option<Topic> {
    let desk = state.desks.first().desk();
    let topics = desk.model().map(Model::definitions).unwrap_or_default();
    topics.iter().find(|topic| topic.id == id).cloned()
}

pub(super) async fn change(
    visitor: Visitor,
    Extract(state): Shared,
    fields: Result<Fields, Problem>,
) -> Shown {
    let Form(fields) = fields.map_err(trouble(&visitor))?;
    let mut draft = Draft::sent(&fields);
    let outcome = match field(&fields, "do") {
        "save" => saved(&state, &draft).await,
        _ => previewed(&state, &draft).await,
    };
    let outcome = match outcome {
        // What is wrong with the topic is said beside it; all else is no matter of the form.
        Err(problem) if problem.status == 400 => Outcome::Wrong(problem.detail),
        outcome => outcome.map_err(trouble(&visitor))?,
    };
    draft.is_new &= !matches!(outcome, Outcome::Saved);
    Ok(editor(&visitor, &state, &draft, outcome))
}

async fn previewed(state: &Arc<State>, draft: &Draft) -> Result<Outcome, Problem> {
    let store = Arc::clone(state.store()?);
    let (edited, id, named) = (draft.among(state)?, draft.id.clone(), state.desks.first());
    let preview = state
        .workers
        .run(move || preview(&store, &named, &edited, &id))
        .await??;
    Ok(Outcome::Changes(preview))
}

/// Saves the topic beside those that were edited before; the file is whole or as it was.
async fn saved(state: &Arc<State>, draft: &Draft) -> Result<Outcome, Problem> {
    let store = Arc::clone(state.store()?);
    let (edited, state) = (draft.among(state)?, Arc::clone(state));
    let worker = Arc::clone(&state);
    let save = move || -> Result<(), Problem> {
        write(&store.folder().join(TOPICS), &edited.to_toml()?)?;
        Ok(worker.desks.edit(edited)?)
    };
    state.workers.run(save).await??;
    Ok(Outcome::Saved)
}

fn write(file: &Path, toml: &str) -> Result<(), store::Error> {
    notis_files::write(file, toml.as_bytes()).map_err(|cause| store::Error::File {
        path: file.to_owned(),
        cause,
    })
}

/// What an id may be, as a browser checks it before the library does.
const ID: &str = r"[^\s;\|]+";

/// A topic as it stands in the form.
#[derive(Default)]
struct Draft {
    id: String,
    is_new: bool,
    nb: String,
    nn: String,
    en: String,
    aliases: String,
    related: String,
    exclude: String,
}

impl Draft {
    fn of(topic: Option<&Topic>) -> Self {
        let Some(topic) = topic else {
            let is_new = true;
            return Draft {
                is_new,
                ..Draft::default()
            };
        };
        let name = |name: &Option<String>| name.clone().unwrap_or_default();
        let lines = |patterns: &[Pattern]| {
            patterns
                .iter()
                .map(Pattern::to_string)
                .collect::<Vec<_>>()
                .join("\n")
        };
        Draft {
            id: topic.id.clone(),
            is_new: false,
            nb: name(&topic.names.nb),
            nn: name(&topic.names.nn),
            en: name(&topic.names.en),
            aliases: lines(&topic.aliases),
            related: lines(&topic.related),
            exclude: lines(&topic.exclude),
        }
    }

    fn sent(fields: &[(String, String)]) -> Self {
        let sent = |name| field(fields, name).to_owned();
        Draft {
            id: sent("id"),
            is_new: field(fields, "new") == "1",
            nb: sent("nb"),
            nn: sent("nn"),
            en: sent("en"),
            aliases: sent("aliases"),
            related: sent("related"),
            exclude: sent("exclude"),
        }
    }

    /// The topic; what the form does not show stays as it was.
    fn topic(&self, known: Option<Topic>) -> Result<Topic, Problem> {
        let name = |name: &String| Some(name.clone()).filter(|name| !name.is_empty());
        let patterns = |lines: &str| -> Result<Vec<Pattern>, Problem> {
            let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            let read = lines.map(|line| {
                line.parse()
                    .map_err(|error: notis::PatternError| Problem::bad(error.to_string()))
            });
            read.collect()
        };
        Ok(Topic {
            id: self.id.clone(),
            names: Names {
                nb: name(&self.nb),
                nn: name(&self.nn),
                en: name(&self.en),
            },
            aliases: patterns(&self.aliases)?,
            related: patterns(&self.related)?,
            exclude: patterns(&self.exclude)?,
            ..known.unwrap_or_default()
        })
    }

    /// The edited topics with this one among them. A parent that none of them is, is kept by the model alone.
    fn among(&self, state: &State) -> Result<Topics, Problem> {
        let known = definition(state, &self.id);
        if self.is_new && known.is_some() {
            return Err(Problem::bad(format!(
                "there is a topic `{}` already; edit that one",
                self.id
            )));
        }
        let topic = self.topic(known)?;
        let edited = state.desks.edited();
        let mut topics: Vec<Topic> = edited
            .map(|topics| topics.definitions().to_vec())
            .unwrap_or_default();
        match topics.iter_mut().find(|known| known.id == topic.id) {
            Some(known) => *known = topic,
            None => topics.push(topic),
        }
        let ids: Vec<String> = topics.iter().map(|topic| topic.id.clone()).collect();
        for topic in &mut topics {
            topic.parent = topic.parent.take().filter(|parent| ids.contains(parent));
        }
        Ok(Topics::of(topics)?)
    }
}

fn editor(visitor: &Visitor, state: &State, draft: &Draft, outcome: Outcome) -> Response {
    let words = visitor.words();
    let desk = state.desks.first().desk();
    let names = TopicNames::of(&desk, visitor.lang);
    let title = if draft.is_new {
        words.new_topic
    } else {
        names.name(&draft.id)
    };
    let content = html! {
        h1 { (title) @if !draft.is_new { " " span.code { (draft.id) } } }
        (told(&outcome, words))
        (form(draft, state.store_if_any().is_some(), words))
    };
    page(visitor, Place::Topics, title, &content).into_response()
}

fn form(draft: &Draft, keeps: bool, words: &Words) -> Markup {
    let line = |id: &str, label: &str, value: &str| {
        html! { div { label for=(id) { (label) } input id=(id) name=(id) type="text" value=(value); } }
    };
    let lines = |id: &str, label: &str, value: &str| {
        html! { div { label for=(id) { (label) } textarea id=(id) name=(id) rows="8" aria-describedby="how" spellcheck="false" { (value) } } }
    };
    html! {
        form.topic method="post" action="/topics/edit" {
            @if draft.is_new {
                input type="hidden" name="new" value="1";
                label for="id" { (words.topic_id) }
                input id="id" name="id" type="text" required pattern=(ID) title=(words.topic_id_hint) aria-describedby="id-how" value=(draft.id);
                p.faint id="id-how" { (words.topic_id_hint) }
            } @else {
                input type="hidden" name="id" value=(draft.id);
            }
            div.columns {
                (line("nb", words.name_nb, &draft.nb)) (line("nn", words.name_nn, &draft.nn)) (line("en", words.name_en, &draft.en))
            }
            p.faint id="how" { (words.one_a_line) }
            div.columns {
                (lines("aliases", words.aliases, &draft.aliases))
                (lines("related", words.related, &draft.related))
                (lines("exclude", words.exclude, &draft.exclude))
            }
            @if keeps {
                p.choices {
                    button.quiet type="submit" name="do" value="preview" { (words.preview) }
                    button type="submit" name="do" value="save" { (words.save) }
                }
            } @else {
                p { (words.no_store) }
            }
        }
    }
}

/// The article that comes nearest to the topic, and how near.
fn nearest(near: &Near, words: &Words) -> Markup {
    let how_near = fill(
        words.preview_needed,
        &[&percent(near.probability), &percent(near.threshold)],
    );
    html! { (words.preview_nearest) " " a href={ "/articles/" (part(&near.id)) } { (near.title) } ": " (how_near) "." }
}

fn told(outcome: &Outcome, words: &Words) -> Markup {
    match outcome {
        Outcome::Nothing => html! {},
        Outcome::Saved => html! { p.done role="status" { (words.topic_saved) } },
        Outcome::Wrong(why) => {
            html! { p.wrong role="alert" { (words.topic_wrong) ": " span lang="en" { (why) } } }
        }
        Outcome::Changes(preview) if preview.changes.is_empty() => {
            html! {
                p.done role="status" {
                    (counted(preview.looked_at as u64, words.preview_none_1, words.preview_none_n)) " "
                    @if let Some(near) = &preview.nearest { (nearest(near, words)) }
                }
            }
        }
        Outcome::Changes(preview) => html! {
            section.card role="status" {
                p { (counted(preview.looked_at as u64, words.preview_some_1, words.preview_some_n)) }
                ul { @for change in &preview.changes {
                    li {
                        a href={ "/articles/" (part(&change.id)) } { (change.title) } " "
                        @if change.gains { span.gain { "+ " (words.gains) } } @else { span.loss { "− " (words.loses) } }
                        @if !change.words.is_empty() { " " span.facts { (words.by_words) " " (change.words.join(", ")) } }
                    }
                } }
            }
        },
    }
}
