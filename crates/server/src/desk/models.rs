//! The models: their cards, how good they are on corrected articles, and which one is used.

use std::sync::Arc;

use axum::extract::State as Extract;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use notis::evaluate::TopicReport;
use notis::{Article, Desk, Model, ModelCard};
use serde::Deserialize;

use super::address::part;
use super::answer::{Shown, go, trouble};
use super::article::minute;
use super::fields::{Fields, field};
use super::names::TopicNames;
use super::plot::reliability;
use super::reading::percent;
use super::shell::{Place, page};
use super::visitor::Visitor;
use super::words::{Words, decimal, fill};
use crate::desks::{self, Named};
use crate::extract::{Form, Params};
use crate::problem::Problem;
use crate::state::{IN_USE, Shared, State};
use crate::store::{self, Judged, Learned, Store, Verdicts};

/// Corrected articles that models are measured on, the latest: a second of work at most.
const MEASURED: usize = 1000;

/// Which model stands beside the one in use.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Beside {
    #[serde(default)]
    compare: String,
}

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    beside: Result<Params<Beside>, Problem>,
) -> Shown {
    let beside = beside.map_err(trouble(&visitor))?.0.compare;
    content(&visitor, &state, beside).await.map_err(trouble(&visitor))
}

async fn content(visitor: &Visitor, state: &Arc<State>, beside: String) -> Result<Response, Problem> {
    let words = visitor.words();
    let learned = match state.store_if_any() {
        Some(_) => state.ask(store::learned).await?,
        None => Vec::new(),
    };
    let measured = match state.store_if_any() {
        Some(store) => Some(measured(state, store, beside.clone()).await?),
        None => None,
    };
    let (all, first) = (state.desks.all(), state.desks.first());
    let keeps = state.store_if_any().is_some();
    let names = TopicNames::of(&first.desk(), visitor.lang);
    let content = html! {
        h1 { (words.models_title) }
        @for named in all.iter().filter(|named| named.is_given) {
            (given(named, named.name == first.name, keeps, words))
        }
        @for model in &learned { (learned_here(model, model.name == first.name, words)) }
        @if let Some(measured) = &measured {
            (scores(measured, &others(&all, &learned, &first.name), &beside, &names, words))
        }
        (card(&first, &names, words))
    };
    Ok(page(visitor, Place::Models, words.models_title, &content).into_response())
}

fn given(named: &Named, in_use: bool, keeps: bool, words: &Words) -> Markup {
    let card = named.model.card();
    html! {
        section.card {
            h2 { (named.name) @if in_use { " " span.badge { (words.in_use) } } }
            (training(&card, words))
            @if keeps && !in_use { (use_form(&named.name, words)) }
        }
    }
}

fn training(card: &ModelCard, words: &Words) -> Markup {
    html! {
        p.facts {
            (fill(words.model_topics, &[&card.topics.len()]))
            @if let Some(training) = &card.training {
                ". " (fill(words.trained_on, &[&training.articles, &training.labelled]))
                @if let Some(f1) = training.micro_f1_on_folds { " " (fill(words.f1_folds, &[&decimal(format_args!("{f1:.2}"), words)])) }
            }
        }
    }
}

fn learned_here(model: &Learned, in_use: bool, words: &Words) -> Markup {
    html! {
        section.card {
            h2 { (model.name) @if in_use { " " span.badge { (words.in_use) } } }
            p.facts { (fill(words.made_at, &[&minute(&model.made)])) " · " (model.version) }
            p { a href={ "/learn/" (part(&model.name)) } { (words.see_change) } }
            @if !in_use { (use_form(&model.name, words)) }
        }
    }
}

fn use_form(name: &str, words: &Words) -> Markup {
    html! {
        form method="post" action="/models/use" {
            input type="hidden" name="name" value=(name);
            button.quiet type="submit" { (words.use_model) ": " (name) }
        }
    }
}

pub(super) async fn choose(
    visitor: Visitor,
    Extract(state): Shared,
    fields: Result<Fields, Problem>,
) -> Shown {
    let chosen = async {
        let Form(fields) = fields?;
        let name = field(&fields, "name").to_owned();
        let (store, worker, chosen) = (Arc::clone(state.store()?), Arc::clone(&state), name.clone());
        state
            .workers
            .run(move || worker.choose(&store, &chosen))
            .await??;
        state
            .store()?
            .write(move |tx| store::set(tx, IN_USE, &name))
            .await?;
        Ok::<_, Problem>(go("/models"))
    };
    chosen.await.map_err(trouble(&visitor))
}

/// How good models are on what people said.
struct Measured {
    articles: usize,
    in_use: Option<TopicReport>,
    beside: Option<(String, TopicReport)>,
}

/// Measures the model in use, and another beside it where one is named.
async fn measured(state: &Arc<State>, store: &Arc<Store>, beside: String) -> Result<Measured, Problem> {
    let (store, state2) = (Arc::clone(store), Arc::clone(state));
    let measure = move || -> Result<Measured, Problem> {
        let first = state2.desks.first();
        let judged = judged(&store, &first.desk())?;
        let report = |desk: &Desk| match judged.is_empty() {
            true => Ok(None),
            false => desk.evaluate_topics(judged.clone()).map(Some),
        };
        let other = match beside.as_str() {
            "" => None,
            name => {
                let model = state2.model(&store, name)?;
                let report = report(&desks::built(model, state2.desks.edited().as_ref())?)?;
                report.map(|report| (name.to_owned(), report))
            }
        };
        Ok(Measured {
            articles: judged.len(),
            in_use: report(&first.desk())?,
            beside: other,
        })
    };
    state.workers.run(measure).await?
}

/// The corrected articles with what people said as their labels, as far as the desk knows the topics.
fn judged(store: &Store, desk: &Desk) -> Result<Vec<Article>, Problem> {
    let found = store.read(|db| store::corrected_articles(db, MEASURED))?;
    let is_known = |topic: &String| desk.topics().any(|known| known == topic);
    let labelled = |(article, mut said): (Article, Verdicts)| {
        said.about.retain(is_known);
        if let Judged::Topics(topics) = &mut said.judged {
            topics.retain(is_known);
        }
        said.labelled(article)
    };
    Ok(found.into_iter().map(labelled).collect())
}

fn others(all: &[Arc<Named>], learned: &[Learned], in_use: &str) -> Vec<String> {
    let given = all
        .iter()
        .filter(|named| named.is_given)
        .map(|named| named.name.clone());
    let names = given.chain(learned.iter().map(|model| model.name.clone()));
    names.filter(|name| name != in_use).collect()
}

fn scores(measured: &Measured, others: &[String], beside: &str, names: &TopicNames, words: &Words) -> Markup {
    html! {
        section aria-labelledby="scores" {
            h2 id="scores" { (words.scores) }
            @match &measured.in_use {
                None => p { (words.no_scores) },
                Some(report) => {
                    p { (fill(words.scores_lead, &[&measured.articles])) }
                    @if !others.is_empty() { (comparison(others, beside, words)) }
                    (table(report, measured.beside.as_ref(), names, words))
                    div.columns {
                        (reliability(&report.reliability, words))
                        @if let Some((_, other)) = &measured.beside { (reliability(&other.reliability, words)) }
                    }
                },
            }
        }
    }
}

fn comparison(others: &[String], beside: &str, words: &Words) -> Markup {
    html! {
        form.choice method="get" action="/models" {
            div { label for="compare" { (words.compare) }
                select id="compare" name="compare" {
                    option value="" { "–" }
                    @for name in others { option value=(name) selected[name == beside] { (name) } }
                }
            }
            button type="submit" { (words.show) }
        }
    }
}

fn table(
    report: &TopicReport,
    beside: Option<&(String, TopicReport)>,
    names: &TopicNames,
    words: &Words,
) -> Markup {
    let other = |topic: &str| {
        let found =
            beside.and_then(|(_, report)| report.topics.iter().find(|score| score.part.name == topic));
        found.map(|score| share(score.part.f1, words))
    };
    html! {
        div.wide tabindex="0" role="region" aria-label={ (words.scores) ", " (words.topic) } { table.scores {
            thead { tr {
                @for head in [words.topic, words.precision, words.recall, "F1"] { th scope="col" { (head) } }
                @if let Some((name, _)) = beside { th scope="col" { "F1 " (name) } }
            } }
            tbody {
                tr { th scope="row" { (words.all_together) } (row(&report.micro, words))
                    @if let Some((_, other)) = beside { td { (share(other.micro.f1, words)) } } }
                @for score in &report.topics {
                    tr { th scope="row" { (names.name(&score.part.name)) } (row(&score.part, words))
                        @if beside.is_some() { td { (other(&score.part.name).unwrap_or_default()) } } }
                }
            }
        } }
    }
}

fn row(part: &notis::evaluate::Part, words: &Words) -> Markup {
    html! { @for of in [part.precision, part.recall, part.f1] { td { (share(of, words)) } } }
}

fn share(share: f64, words: &Words) -> String {
    decimal(format_args!("{share:.2}"), words)
}

/// The card of the model in use.
fn card(named: &Named, names: &TopicNames, words: &Words) -> Markup {
    let card = named.desk().model().map(Model::card);
    html! {
        @if let Some(card) = card {
            section aria-labelledby="card" {
                h2 id="card" { (words.card) ": " (named.name) }
                div.wide tabindex="0" role="region" aria-label=(words.card) { table.scores {
                    thead { tr { @for head in [words.topic, words.iptc, words.threshold, words.words_n] { th scope="col" { (head) } } } }
                    tbody { @for topic in &card.topics {
                        tr {
                            th scope="row" { a href={ "/topics/edit?topic=" (part(&topic.id)) } { (names.name(&topic.id)) } }
                            td { (topic.iptc.as_deref().unwrap_or_default()) }
                            td { (percent(topic.threshold)) }
                            td { (topic.patterns) }
                        }
                    } }
                } }
            }
        }
    }
}
