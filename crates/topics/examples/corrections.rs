//! What fifty corrections are worth: models are trained on a part of a corpus, corrected where they err on a second part,
//! and tested on a third.
//!
//! usage: cargo run --release -p notis-topics --example corrections -- TOPICS ALWAYS CORPUS [NEW]
//!
//! TOPICS are definitions, ALWAYS is trained on, CORPUS is parted. With NEW, articles whose id starts with it are kept out
//! of training: corrections and tests are then of a kind that the model does not know.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use notis_corpus::{Article, ReadOptions, open};
use notis_learn::metrics::{Counts, micro};
use notis_learn::random::SplitMix;
use notis_topics::{ClassifyOptions, Definitions, Model, TrainOptions, analyzed};

/// Corrections learned.
const CORRECTIONS: usize = 50;
/// Groups of topics that are corrected in turn.
const GROUPS: [&[&str]; 4] = [
    &["livsstil", "arbeidsliv", "natur", "økonomi"],
    &["samferdsel", "bolig", "kriminalitet", "skole"],
    &["vær", "ulykke", "helse", "politikk"],
    &["økonomi"],
];
const SEEDS: std::ops::Range<u64> = 0..3;
/// Topics with fewer articles in the tests of all seeds are not told one by one.
const ENOUGH: usize = 30;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [topics, always, corpus, new @ ..] = arguments.as_slice() else {
        return Err("usage: corrections TOPICS ALWAYS CORPUS [NEW]".into());
    };
    let definitions = Definitions::read(topics)?;
    let always = read(always)?;
    let corpus = read(corpus)?;
    let mut outcomes: Vec<Outcome> = GROUPS.map(|_| Outcome::default()).into();
    for seed in SEEDS {
        let parts = Parts::of(&corpus, new.first().map(String::as_str), seed);
        let train = always.iter().chain(&parts.train).cloned();
        let train = train.map(Ok::<_, std::convert::Infallible>);
        let (model, _) = Model::train(train, Some(&definitions), None, &TrainOptions::default(), &|_| ())?;
        for (group, outcome) in GROUPS.iter().zip(&mut outcomes) {
            outcome.add(&model, &parts, group)?;
        }
    }
    for (group, outcome) in GROUPS.iter().zip(&outcomes) {
        outcome.tell(group);
    }
    Ok(())
}

/// A corpus in three parts.
struct Parts {
    train: Vec<Article>,
    errors: Vec<Article>,
    test: Vec<Article>,
}

impl Parts {
    fn of(corpus: &[Article], new: Option<&str>, seed: u64) -> Self {
        let mut shuffled = corpus.to_vec();
        SplitMix(seed).shuffle(&mut shuffled);
        let is_new = |article: &Article| new.is_none_or(|new| article.id.starts_with(new));
        let (asked, mut train): (Vec<_>, Vec<_>) = shuffled.into_iter().partition(is_new);
        let first = if new.is_some() { 0 } else { asked.len() / 2 };
        let second = first.midpoint(asked.len());
        train.extend_from_slice(&asked[..first]);
        Parts {
            train,
            errors: asked[first..second].to_vec(),
            test: asked[second..].to_vec(),
        }
    }
}

type Scores = BTreeMap<String, Counts>;

/// The scores of all seeds, before and after corrections.
#[derive(Default)]
struct Outcome {
    corrections: usize,
    before: Scores,
    after: Scores,
}

impl Outcome {
    /// Corrects a model in the first articles whose tags err in a topic of the group, and tests it.
    fn add(&mut self, model: &Model, parts: &Parts, group: &[&str]) -> Result<()> {
        let errs = |article: &&Article| {
            let (tagged, about) = (tags(model, article), labels(article));
            let differs =
                |topic: &&str| tagged.iter().any(|t| t == topic) != about.iter().any(|t| t == topic);
            group.iter().any(differs)
        };
        let corrections: Vec<Article> = parts
            .errors
            .iter()
            .filter(errs)
            .take(CORRECTIONS)
            .cloned()
            .collect();
        self.corrections += corrections.len();
        let (learned, _) = model.learn(corrections.into_iter().map(Ok::<_, std::convert::Infallible>))?;
        for (sums, model) in [(&mut self.before, model), (&mut self.after, &learned)] {
            for (topic, counts) in scores(model, &parts.test) {
                let sum = sums.entry(topic).or_default();
                *sum = sum.plus(counts);
            }
        }
        Ok(())
    }

    fn tell(&self, group: &[&str]) {
        let of = |scores: &Scores, wanted: bool| {
            let topics = scores
                .iter()
                .filter(|(topic, _)| group.contains(&topic.as_str()) == wanted);
            micro(&topics.map(|(_, counts)| *counts).collect::<Vec<_>>()).f1()
        };
        let change = |wanted: bool| {
            let (before, after) = (of(&self.before, wanted), of(&self.after, wanted));
            format!("{before:.3} → {after:.3} ({:+.3})", after - before)
        };
        println!(
            "{} corrections of {}: these {}; the others {}",
            self.corrections,
            group.join(", "),
            change(true),
            change(false)
        );
        for (topic, before) in &self.before {
            let after = self.after.get(topic).copied().unwrap_or_default();
            if before.hits + before.misses >= ENOUGH {
                let mark = if group.contains(&topic.as_str()) { "*" } else { " " };
                println!(
                    "  {mark} {topic:16} {:.3} → {:.3} ({:+.3})",
                    before.f1(),
                    after.f1(),
                    after.f1() - before.f1()
                );
            }
        }
    }
}

fn scores(model: &Model, articles: &[Article]) -> Scores {
    let mut scores: Scores = BTreeMap::new();
    for article in articles {
        let (tagged, about) = (tags(model, article), labels(article));
        for topic in model.topics() {
            let (tagged, about) = (tagged.contains(&topic.id), about.contains(&topic.id));
            scores.entry(topic.id.clone()).or_default().add(tagged, about);
        }
    }
    scores
}

fn tags(model: &Model, article: &Article) -> Vec<String> {
    let classified = model.classify(&analyzed(article), &ClassifyOptions::default());
    let tags = classified.decision.tags().iter();
    tags.map(|tag| model.topics()[tag.topic].id.clone()).collect()
}

fn labels(article: &Article) -> &[String] {
    article.labels.as_deref().unwrap_or_default()
}

fn read(path: &str) -> Result<Vec<Article>> {
    let articles = open(&[Path::new(path).to_owned()], &ReadOptions::default())?;
    Ok(articles.collect::<std::result::Result<_, _>>()?)
}
