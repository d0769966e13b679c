//! Why a tag was given.

use notis_text::{Span, Token};

use super::Model;
use super::reading::Reading;
use crate::Mention;
use crate::decision::{Evidence, Origin};
use crate::salience::Features;
use crate::words::{Contribution, Located};

/// Entries told; the weights of all others are one entry. Set by judgement: a screen of them.
const TOLD: usize = 24;

/// No mention counts for less than this in sharing salience out. A guard: the shares are divided by
/// their sum.
const LEAST_LOSS: f64 = 0.01;

/// Of more mentions than this no single one is missed: all have the same share, and a book takes no longer than its words.
const MANY: usize = 64;

/// Weights are stretched no further than this: what words do not carry is the baseline's. Set by judgement,
/// not measured; it changes no tag.
const MOST_STRETCHED: f64 = 4.0;

/// Where evidence stands: in the separate title or not, and its span.
type Place = (bool, Span);

/// What each place adds to a score, and what is there without any.
type Weights = (Vec<(Place, f64)>, f64);

impl Model {
    /// Shares a topic's log-odds out over the words that carried them, the strongest first; see [`Evidence`].
    /// `located` holds the article's terms for each of the model's word models. What corrections raise a score by is part of
    /// the baseline: they know articles, not words.
    pub(super) fn evidence(
        &self,
        reading: &Reading<'_>,
        located: &[Located],
        topic: usize,
        (score, raise): (f64, f64),
    ) -> Vec<Evidence> {
        let (weights, baseline) = match reading.rule(topic) {
            Some((_, mention)) => (vec![(place(mention), score)], 0.0),
            None => {
                let taught = self.weights(reading, located, topic);
                let (weights, baseline) = self.calibrated(taught, topic, score - raise);
                (weights, baseline + raise)
            }
        };
        listed(reading, weights, baseline)
    }

    /// Stretches the weights so that they add up to the log-odds, which stand on more than words: on a curve, on how the
    /// topic stands to others, on the article's length.
    fn calibrated(&self, (mut weights, baseline): Weights, topic: usize, score: f64) -> Weights {
        let join = &self.parts.joins[topic];
        if join.curve.is_none() && join.measures.is_empty() {
            return (weights, baseline);
        }
        let sum: f64 = weights.iter().map(|weight| weight.1).sum();
        let factor = (score - baseline) / sum;
        if factor > 0.0 && factor.is_finite() && factor < MOST_STRETCHED {
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
        let told = |features: Option<Features>| {
            let salience = features.map(|features| self.salience(topic, &features));
            salience.map_or(join.silent, |s| join.salience * s)
        };
        let score = told(reading.features(topic));
        let carried = score - join.silent;
        if mentions.len() > MANY {
            let share = carried / mentions.len() as f64;
            return mentions.iter().map(|m| (place(m), share)).collect();
        }
        let without = reading.features_without_each(topic).into_iter();
        let losses: Vec<f64> = without.map(|rest| (score - told(rest)).max(LEAST_LOSS)).collect();
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
    let mut phrases = Phrases { phrases, next: 0 };
    terms
        .iter()
        .map(move |term| (phrases.place_of(reading, term), factor * term.weight))
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
    let strongest = strongest(&entries);
    let tell = |&at: &usize| told(reading, entries[at].0, entries[at].1);
    let mut evidence: Vec<Evidence> = strongest.iter().map(tell).collect();
    strongest.iter().for_each(|&at| entries[at].1 = 0.0);
    // Sums depend on their order: that of the text.
    let rest: f64 = entries.iter().map(|entry| entry.1).sum();
    evidence.push(untold(Origin::Baseline, baseline));
    if rest != 0.0 {
        evidence.push(untold(Origin::Rest, rest));
    }
    evidence.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then((a.start, a.origin).cmp(&(b.start, b.origin)))
    });
    evidence
}

/// The indices of the [`TOLD`] strongest entries, the strongest first.
fn strongest(entries: &[(Place, f64)]) -> Vec<usize> {
    let is_stronger = |a: usize, b: usize| entries[a].1.abs() > entries[b].1.abs();
    let mut strongest: Vec<usize> = Vec::with_capacity(TOLD + 1);
    for at in 0..entries.len() {
        if strongest.len() < TOLD || is_stronger(at, strongest[TOLD - 1]) {
            // Of equals the first in the text stays first.
            let rank = strongest.partition_point(|&other| !is_stronger(at, other));
            strongest.insert(rank, at);
            strongest.truncate(TOLD);
        }
    }
    strongest
}

fn place(mention: &Mention) -> Place {
    (mention.in_title, mention.span)
}

/// Phrases in the order of places, asked for the terms they hold. Terms come nearly in order, too.
struct Phrases<'p> {
    phrases: &'p [Place],
    /// The first phrase that does not end before the last term.
    next: usize,
}

impl Phrases<'_> {
    /// The phrase that the term is part of, else the word.
    fn place_of(&mut self, reading: &Reading<'_>, term: &Contribution) -> Place {
        let (title, span) = (term.in_title, term.span);
        let is_before = |p: &Place| (p.0, p.1.end) <= (title, span.start);
        while self.next > 0 && !is_before(&self.phrases[self.next - 1]) {
            self.next -= 1;
        }
        while self.phrases.get(self.next).is_some_and(is_before) {
            self.next += 1;
        }
        let overlaps = |p: &&Place| p.0 == title && p.1.start < span.end && span.start < p.1.end;
        match self.phrases.get(self.next).filter(overlaps) {
            Some(phrase) => *phrase,
            None if term.is_word => (title, span),
            None => (title, word_around(reading.tokens(title), span)),
        }
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
        origin: if in_title { Origin::Title } else { Origin::Text },
        types: reading.types(in_title, span).to_vec(),
    }
}

fn untold(origin: Origin, weight: f64) -> Evidence {
    Evidence {
        text: String::new(),
        weight: weight as f32,
        start: 0,
        end: 0,
        origin,
        types: Vec::new(),
    }
}
