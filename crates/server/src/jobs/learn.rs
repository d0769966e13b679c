//! Learning from corrections: a model that is tried on folds and kept, but not yet used.

use std::collections::BTreeSet;
use std::sync::Arc;

use notis::{Article, Desk, Error, Model, Reading, Topics, Trainer};
use rayon::prelude::*;

use super::report::{Report, Tried};
use crate::desks::{self, Named};
use crate::fingerprint::fingerprint;
use crate::problem::Problem;
use crate::state::State;
use crate::store::{self, Store, Verdicts};

/// Parts that corrected articles are tried in: each part is tagged by a model that learned from the others.
const FOLDS: usize = 5;

/// What a run is counted in: the folds, and the model of all.
pub(super) const STEPS: usize = FOLDS + 1;

/// A corrected article.
struct Corrected {
    article: Article,
    said: Verdicts,
}

/// Learns from all corrections; the name of the model, which is kept and not yet used.
pub(super) fn learn(state: &State, step: &dyn Fn(usize)) -> Result<String, Problem> {
    let store = state.store()?;
    let named = taught(state);
    let corrected = corrected(store)?;
    if corrected.is_empty() {
        return Err(Problem::bad(
            "nobody has corrected an article yet; there is nothing to learn",
        ));
    }
    let edited = state.desks.edited();
    let mut report = tried(&named, edited.as_ref(), &corrected, step)?;
    let (model, went_on) = learned(&named.desk(), &corrected.iter().collect::<Vec<_>>())?;
    report.went_on = went_on;
    step(STEPS);
    keep(store, &model, &report)
}

/// The model that learns: the one in use or, where that was learned here, the one it comes from; a correction is learned
/// once, and the model that is compared has seen none of them.
fn taught(state: &State) -> Arc<Named> {
    let given = state.desks.all().into_iter().find(|named| named.is_given);
    given.unwrap_or_else(|| state.desks.first())
}

/// The corrected articles, in the order they came, each with the labels that people gave it.
fn corrected(store: &Store) -> Result<Vec<Corrected>, Problem> {
    let found = store.read(|db| store::corrected_articles(db, usize::MAX))?;
    let labelled = found.into_iter().map(|(article, said)| Corrected {
        article: said.labelled(article),
        said,
    });
    Ok(labelled.collect())
}

/// Tags every corrected article by the model as it is and by one that learned from the other parts.
fn tried(
    named: &Named,
    edited: Option<&Topics>,
    corrected: &[Corrected],
    step: &dyn Fn(usize),
) -> Result<Report, Problem> {
    let mut report = Report {
        from: named.name.clone(),
        articles: corrected.len(),
        ..Report::default()
    };
    if corrected.len() < FOLDS {
        return Ok(report);
    }
    let before = named.desk();
    for fold in 0..FOLDS {
        let (held_out, others) = parted(corrected, fold);
        let (model, _) = learned(&before, &others)?;
        compare(&held_out, &before, &desks::built(model, edited)?, &mut report)?;
        report.folds += 1;
        step(fold + 1);
    }
    report.finish();
    Ok(report)
}

/// One part of the corrected articles, and all the others.
fn parted(corrected: &[Corrected], fold: usize) -> (Vec<&Corrected>, Vec<&Corrected>) {
    let numbered = corrected.iter().enumerate();
    let (held_out, others): (Vec<_>, Vec<_>) = numbered.partition(|(number, _)| number % FOLDS == fold);
    let only = |part: Vec<(usize, _)>| part.into_iter().map(|(_, corrected)| corrected).collect();
    (only(held_out), only(others))
}

/// Counts what both desks say of articles that neither has learned from.
fn compare(held_out: &[&Corrected], before: &Desk, after: &Desk, report: &mut Report) -> Result<(), Problem> {
    let both = |corrected: &&Corrected| -> Result<_, Problem> {
        let reading = before.read(&corrected.article)?;
        let changed = after.read(&corrected.article)?;
        Ok((store::heading(&reading), tags(&reading), tags(&changed)))
    };
    let read: Vec<_> = held_out.par_iter().map(both).collect::<Result<_, _>>()?;
    for (corrected, (title, before, after)) in held_out.iter().zip(read) {
        report.add(&Tried {
            id: &corrected.article.id,
            title: &title,
            said: &corrected.said,
            before,
            after,
        });
    }
    Ok(())
}

/// The topics of an article, whatever its labels are.
fn tags(reading: &Reading<'_>) -> BTreeSet<String> {
    reading.tags().into_iter().map(|tag| tag.topic).collect()
}

/// The model of a desk after it has learned, and whether it went on learning: one that needs its old articles learns the
/// words of the corrected topics from the corrections alone, and keeps the rest.
fn learned(desk: &Desk, corrected: &[&Corrected]) -> Result<(Model, bool), Problem> {
    let articles = || corrected.iter().map(|corrected| Ok(corrected.article.clone()));
    match desk.learn(articles()) {
        Ok((model, _)) => return Ok((model, true)),
        Err(Error::Training(_)) => {}
        Err(error) => return Err(error.into()),
    }
    let model = desk.model().cloned();
    let model = model.ok_or_else(|| Problem::bad("there is no model that could learn"))?;
    Ok((Trainer::new().base(model).train(articles())?.0, false))
}

/// Writes the model into the folder of the store and keeps word of it.
fn keep(store: &Store, model: &Model, report: &Report) -> Result<String, Problem> {
    let name = store.read(store::next_model)?;
    model.save(store.model_file(&name))?;
    let version = fingerprint(&model.to_bytes());
    let report = serde_json::to_string(report).map_err(store::Error::from)?;
    let kept = name.clone();
    store.write_in_turn(move |tx| store::add_model(tx, &kept, &version, &report))?;
    Ok(name)
}
