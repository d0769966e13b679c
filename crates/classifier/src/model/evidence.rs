//! Why a tag was given.

use notis_text::{Span, Token};

use super::Model;
use super::reading::Reading;
use crate::decision::Evidence;
use crate::topics::Mention;
use crate::word::{Contribution, Located};

/// Entries told; the weights of all others are one entry.
const TOLD: usize = 24;

/// No mention counts for less than this in sharing salience out.
const LEAST_LOSS: f64 = 0.01;

/// Of more mentions than this no single one is missed: all have the same share, and a book takes no longer than its words.
const MANY: usize = 64;

/// Where evidence stands: in the separate title or not, and its span.
type Place = (bool, Span);

/// What each place adds to a score, and what is there without any.
type Weights = (Vec<(Place, f64)>, f64);

impl Model {
    /// Shares a topic's log-odds out over the words that carried them, the strongest first; see [`Evidence`].
    /// `located` holds the article's terms for each of the model's word models.
    pub(super) fn evidence(
        &self,
        reading: &Reading<'_>,
        located: &[Located],
        topic: usize,
        score: f64,
    ) -> Vec<Evidence> {
        let (weights, baseline) = match reading.rule(topic) {
            Some((_, mention)) => (vec![(place(mention), score)], 0.0),
            None => self.calibrated(self.weights(reading, located, topic), topic, score),
        };
        listed(reading, weights, baseline)
    }

    /// Stretches the weights so that they add up to calibrated log-odds, where a curve makes these.
    fn calibrated(&self, (mut weights, baseline): Weights, topic: usize, score: f64) -> Weights {
        if self.parts.joins[topic].curve.is_none() {
            return (weights, baseline);
        }
        let sum: f64 = weights.iter().map(|weight| weight.1).sum();
        let factor = (score - baseline) / sum;
        if factor > 0.0 && factor.is_finite() {
            weights.iter_mut().for_each(|weight| weight.1 *= factor);
            (weights, baseline)
        } else {
            (weights, score - sum)
        }
    }

    /// What each word or phrase adds to the log-odds, in the order of places, and what they are without any.
    fn weights(&self, reading: &Reading<'_>, located: &[Located], topic: usize) -> Weights {
        let join = &self.parts.joins[topic];
        let mut baseline = join.bias + join.silent;
        let mut weights = summed(self.shares(reading, topic));
        let part = self
            .parts
            .words
            .iter()
            .zip(located)
            .rev()
            .find_map(|(words, located)| Some((&words.model, located, words.place(topic)?)));
        if let Some((words, located, column)) = part {
            baseline += join.words * f64::from(words.bias(column) + words.unplaced(located, column));
            let phrases: Vec<Place> = weights.iter().map(|&(place, _)| place).collect();
            let contributions = words.contributions(located, column);
            weights.extend(placed(reading, &contributions, &phrases, join.words));
            weights = summed(weights);
        }
        (weights, baseline)
    }

    /// Gives each mention its share of what salience adds, by what would be lost without it.
    fn shares(&self, reading: &Reading<'_>, topic: usize) -> Vec<(Place, f64)> {
        let mentions = reading.mentions(topic);
        let join = &self.parts.joins[topic];
        let told = |mentions: &[Mention]| {
            let salience = self.salience(reading, topic, mentions);
            salience.map_or(join.silent, |s| join.salience * s)
        };
        let score = told(mentions);
        let carried = score - join.silent;
        if mentions.len() > MANY {
            let share = carried / mentions.len() as f64;
            return mentions.iter().map(|m| (place(m), share)).collect();
        }
        let loss = |skip: usize| {
            let mut rest = mentions.to_vec();
            rest.remove(skip);
            (score - told(&rest)).max(LEAST_LOSS)
        };
        let losses: Vec<f64> = (0..mentions.len()).map(loss).collect();
        let all: f64 = losses.iter().sum();
        mentions
            .iter()
            .zip(losses)
            .map(|(m, loss)| (place(m), carried * loss / all))
            .collect()
    }
}

/// The evidence of a word model alone.
pub(super) fn of_words(reading: &Reading<'_>, terms: &[Contribution], bias: f64) -> Vec<Evidence> {
    listed(reading, summed(placed(reading, terms, &[], 1.0).collect()), bias)
}

/// The contributions, `factor` times as strong, at the phrases or words that they belong to.
fn placed(
    reading: &Reading<'_>,
    terms: &[Contribution],
    phrases: &[Place],
    factor: f64,
) -> impl Iterator<Item = (Place, f64)> {
    terms
        .iter()
        .map(move |term| (place_of(reading, term, phrases), factor * term.weight))
}

/// The weights in the order of places, each place once.
fn summed(mut weights: Vec<(Place, f64)>) -> Vec<(Place, f64)> {
    weights.sort_by_key(|&(place, _)| place);
    weights.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    weights
}

/// The strongest words, the sum of the others, and the baseline.
fn listed(reading: &Reading<'_>, mut entries: Vec<(Place, f64)>, baseline: f64) -> Vec<Evidence> {
    let mut rest = 0.0;
    if entries.len() > TOLD {
        let mut by_strength: Vec<usize> = (0..entries.len()).collect();
        let stronger = |&a: &usize, &b: &usize| {
            let (a, b) = (entries[a], entries[b]);
            b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0))
        };
        by_strength.select_nth_unstable_by(TOLD, stronger);
        let (strongest, others) = by_strength.split_at_mut(TOLD);
        // Sums depend on their order: that of the text, whatever the selection left.
        others.sort_unstable();
        rest = others.iter().map(|&at| entries[at].1).sum();
        entries = strongest.iter().map(|&at| entries[at]).collect();
    }
    let tell = |(at, weight)| told(reading, at, weight);
    let mut evidence: Vec<Evidence> = entries.into_iter().map(tell).collect();
    evidence.push(untold(Evidence::BASELINE, baseline));
    if rest != 0.0 {
        evidence.push(untold(Evidence::REST, rest));
    }
    evidence.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then((a.start, a.field).cmp(&(b.start, b.field)))
    });
    evidence
}

fn place(mention: &Mention) -> Place {
    (mention.in_title, mention.span)
}

/// The phrase that the term is part of, else the word.
fn place_of(reading: &Reading<'_>, term: &Contribution, phrases: &[Place]) -> Place {
    let (title, span) = (term.in_title, term.span);
    let overlaps = |p: &&Place| p.0 == title && p.1.start < span.end && span.start < p.1.end;
    let near = phrases.partition_point(|p| (p.0, p.1.end) <= (title, span.start));
    match phrases.get(near).filter(overlaps) {
        Some(phrase) => *phrase,
        None => (title, word_around(reading.tokens(title), span)),
    }
}

fn word_around(tokens: &[Token], span: Span) -> Span {
    let at = tokens.partition_point(|t| t.span.end <= span.start);
    tokens.get(at).map_or(span, |t| t.span)
}

fn told(reading: &Reading<'_>, (in_title, span): Place, weight: f64) -> Evidence {
    Evidence {
        text: reading.slice(in_title, span).to_owned(),
        weight: weight as f32,
        start: span.start,
        end: span.end,
        field: in_title.then_some(Evidence::TITLE),
    }
}

fn untold(field: &'static str, weight: f64) -> Evidence {
    Evidence {
        text: String::new(),
        weight: weight as f32,
        start: 0,
        end: 0,
        field: Some(field),
    }
}
