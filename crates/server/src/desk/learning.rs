//! Learning from corrections: begun here, watched, judged, and only then used.

use axum::extract::State as Extract;
use axum::response::IntoResponse;
use maud::{Markup, html};

use super::address::part;
use super::answer::{Shown, go, trouble};
use super::names::TopicNames;
use super::shell::{Place, needs_store, page, reloading};
use super::visitor::Visitor;
use super::words::{Words, decimal, fill};
use crate::extract::Segment;
use crate::jobs::progress::{Busy, Learning};
use crate::jobs::{self, Changed, Report, Score};
use crate::problem::Problem;
use crate::state::Shared;
use crate::store::{self, Learned};

/// What invites to learn, beneath the queue.
pub(super) fn invitation(corrected: usize, words: &Words) -> Markup {
    html! {
        section.card.learn aria-labelledby="learn" {
            h2 id="learn" { (words.learn_title) }
            (offer(corrected, words))
        }
    }
}

/// What there is to learn from, and the button that begins.
fn offer(corrected: usize, words: &Words) -> Markup {
    html! {
        @if corrected == 0 {
            p { (words.learn_none) }
        } @else {
            p { (fill(words.learn_lead, &[&corrected])) }
            form method="post" action="/learn" { button type="submit" { (words.learn_now) } }
        }
    }
}

pub(super) async fn start(visitor: Visitor, Extract(state): Shared) -> Shown {
    state.store().map_err(trouble(&visitor))?;
    match jobs::learn(&state) {
        // Who comes second watches the first.
        Ok(()) | Err(Busy) => Ok(go("/learn")),
    }
}

pub(super) async fn show(visitor: Visitor, Extract(state): Shared) -> Shown {
    needs_store(&visitor, &state, Place::Review)?;
    let words = visitor.words();
    let corrected = state
        .ask(store::corrected)
        .await
        .map_err(trouble(&visitor))?
        .len();
    let mut again = false;
    let now = match state.jobs.learning() {
        Learning::Done(name) => return Ok(go(&format!("/learn/{}", part(&name)))),
        Learning::Idle => offer(corrected, words),
        Learning::Failed(why) => html! {
            p.wrong role="alert" { (fill(words.learn_failed, &[&why])) }
            (offer(corrected, words))
        },
        Learning::Running { done, steps } => {
            again = true;
            html! {
                p role="status" { (fill(words.learn_running, &[&done, &steps])) }
                progress max=(steps) value=(done) aria-label=(words.learn_title) {}
            }
        }
    };
    let content = html! { h1 { (words.learn_title) } (now) };
    Ok(reloading(&visitor, Place::Review, words.learn_title, &content, again).into_response())
}

pub(super) async fn report(
    visitor: Visitor,
    Extract(state): Shared,
    name: Result<Segment, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Models)?;
    let found = async {
        let Segment(name) = name?;
        let known = state.ask(store::learned).await?;
        let model = known.into_iter().find(|model| model.name == name);
        let model = model.ok_or_else(|| Problem::not_found(format!("no model `{name}` was learned here")))?;
        let report: Report = serde_json::from_str(&model.report).map_err(store::Error::from)?;
        Ok::<_, Problem>((model, report))
    };
    let (model, report) = found.await.map_err(trouble(&visitor))?;
    let first = state.desks.first();
    let names = TopicNames::of(&first.desk(), visitor.lang);
    let words = visitor.words();
    let content = html! {
        h1 { (model.name) }
        (account(&report, words))
        (scores(&report, &names, words))
        (changes(&report, &names, words))
        (choices(&model, &report, &first.name, words))
    };
    Ok(page(&visitor, Place::Models, &model.name, &content).into_response())
}

/// What was done.
fn account(report: &Report, words: &Words) -> Markup {
    html! {
        p.lead { (fill(words.learned_from, &[&report.articles, &report.from])) }
        p { (if report.went_on { words.learned_on } else { words.learned_anew }) }
        p { (match report.folds { 0 => words.not_tried.to_owned(), folds => fill(words.tried_on, &[&folds]) }) }
    }
}

fn scores(report: &Report, names: &TopicNames, words: &Words) -> Markup {
    let row = |name: &str, before: Score, after: Score| {
        html! { tr { th scope="row" { (name) } (cells(before, words)) (cells(after, words)) } }
    };
    html! {
        @if report.folds > 0 {
            div.wide tabindex="0" role="region" aria-label=(words.scores) { table.scores {
                thead {
                    tr { th scope="col" rowspan="2" { (words.topic) } th scope="colgroup" colspan="4" { (words.before) }
                        th scope="colgroup" colspan="4" { (words.after) } }
                    tr { @for _ in 0..2 { @for head in [words.right, words.wrong, words.missed, "F1"] { th scope="col" { (head) } } } }
                }
                tbody {
                    (row(words.all_together, report.before, report.after))
                    @for (topic, (before, after)) in &report.topics { (row(names.name(topic), *before, *after)) }
                }
            } }
        }
    }
}

fn cells(score: Score, words: &Words) -> Markup {
    let f1 = decimal(format_args!("{:.2}", score.f1()), words);
    html! { td { (score.right) } td { (score.wrong) } td { (score.missed) } td { (f1) } }
}

fn changes(report: &Report, names: &TopicNames, words: &Words) -> Markup {
    let line = |changed: &Changed| {
        html! {
            li {
                a href={ "/articles/" (part(&changed.id)) } { (changed.title) }
                @if !changed.gains.is_empty() { " " span.gain { "+ " (names.joined(&changed.gains)) } }
                @if !changed.loses.is_empty() { " " span.loss { "− " (names.joined(&changed.loses)) } }
                " " span.facts { "(" (words.people_said) ": "
                    (if changed.people.is_empty() { words.no_topic.to_owned() } else { names.joined(&changed.people) }) ")" }
            }
        }
    };
    html! {
        @if report.folds > 0 {
            h2 { (words.changes) ": " (report.changes) }
            @if report.changed.is_empty() { p { (words.no_changes) } }
            ul { @for changed in &report.changed { (line(changed)) } }
        }
    }
}

/// One click to use the model, one to go back.
fn choices(model: &Learned, report: &Report, in_use: &str, words: &Words) -> Markup {
    html! {
        div.choices { @for name in [&model.name, &report.from] {
            @if name == in_use {
                p { strong { (name) } " " (words.in_use) }
            } @else {
                form method="post" action="/models/use" {
                    input type="hidden" name="name" value=(name);
                    button type="submit" { (words.use_model) ": " (name) }
                }
            }
        } }
    }
}
