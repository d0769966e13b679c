//! Joining salience and words into one calibrated probability, and setting thresholds, on out-of-fold scores.
//!
//! The join is itself a logistic regression (stacked generalisation, Wolpert 1992): one for named and one for thematic
//! topics, since thirty examples of one topic would not carry one each; every topic then has an own offset, drawn to
//! 0. Fitted on scores that no model saw in training, it gives calibrated probabilities as long as decision values have
//! the tails that a logistic regression assumes. Margins have heavier ones; where a kind has examples enough to see it,
//! a monotone curve, the same for all its topics, mends that.

use serde::{Deserialize, Serialize};

use super::Preference;
use super::measures::{MEASURES, Signals};
use crate::Topic;
use notis_learn::calibration::Calibration;
use notis_learn::logistic::{Logistic, Row, intercept};
use notis_learn::math::logistic;
use notis_learn::metrics::Counts;

/// How a topic's signals make its log-odds: `bias` + `salience` · s (or `silent`) + `words` · w + `measures` · m, on the
/// curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Join {
    pub(super) salience: f64,
    pub(super) silent: f64,
    pub(super) words: f64,
    pub(super) bias: f64,
    /// The weights of the [`Measures`](super::measures::Measures); none where they were not learned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) measures: Vec<f64>,
    /// The probability from which the topic is given.
    pub(super) threshold: f64,
    /// From that sum to calibrated log-odds, where there were examples enough to tell them apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) curve: Option<Calibration>,
}

/// The log-odds of a topic that nothing in the article tells, where no labels say better: one article in
/// four hundred. Set by judgement, not measured.
pub(super) const SILENT: f64 = -6.0;

/// The threshold where no labels say better: by the meaning of a probability, not tuned.
const THRESHOLD: f64 = 0.5;

/// How hard the join's weights are drawn to 0. Set by judgement, not measured.
const PENALTY: f64 = 0.1;

/// Examples of a topic that weigh as much as the assumption that it is like the others of its kind. Set by judgement,
/// not measured.
const OFFSET_PRIOR: f64 = 8.0;

/// How much the counts of all topics of a kind weigh in choosing one topic's threshold, in positives: more than most
/// topics have, since a threshold chosen on thirty examples is mostly chance. 20, 100 and 200 differ by less than 0.001
/// of micro-F1 on folds (2026-11-28).
const THRESHOLD_PRIOR: f64 = 200.0;

/// What a threshold is chosen for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Aim {
    /// The best F-measure (van Rijsbergen 1979), recall counting this many times as much as precision: 1 is F1.
    Balance(f64),
    /// The lowest threshold from which on this precision is kept on folds, or the most precise one.
    Precision(f64),
    /// The highest threshold up to which this recall is kept on folds, or the lowest of all.
    Recall(f64),
}

impl Aim {
    /// What the topic's definition asks for, or else the whole training.
    pub(super) fn of(topic: &Topic, preference: Preference) -> Self {
        match (topic.precision, topic.recall) {
            (Some(least), _) => Aim::Precision(least),
            (None, Some(least)) => Aim::Recall(least),
            (None, None) => Aim::Balance(preference.beta()),
        }
    }
}

impl Join {
    /// The join of a topic that is defined and has no word model.
    pub(super) const DEFINED: Join = Join {
        salience: 1.0,
        silent: SILENT,
        words: 0.0,
        bias: 0.0,
        measures: Vec::new(),
        threshold: THRESHOLD,
        curve: None,
    };

    /// The join of a topic with a word model where no folds were made, and (`defined`) with words that name it.
    pub(super) fn assumed(defined: bool) -> Join {
        Join {
            words: 4.0,
            bias: if defined { 3.0 } else { 0.0 },
            silent: if defined { SILENT } else { 0.0 },
            ..Join::DEFINED
        }
    }

    /// The log-odds of these signals.
    pub(super) fn score(&self, signals: Signals) -> f64 {
        let sum = self.sum(signals);
        self.curve.as_ref().map_or(sum, |curve| curve.log_odds(sum))
    }

    /// Its decisions on a topic's pairs, counted.
    pub(super) fn counts(&self, topic: &Column) -> Counts {
        let mut counts = Counts::default();
        for &(signals, about) in topic {
            counts.add(logistic(self.score(signals)) >= self.threshold, about);
        }
        counts
    }

    fn sum(&self, signals: Signals) -> f64 {
        let told = signals.salience.map_or(self.silent, |s| self.salience * s);
        let measures = signals.measures.unwrap_or([0.0; MEASURES]);
        let beside: f64 = self.measures.iter().zip(measures).map(|(w, m)| w * m).sum();
        told + self.words * signals.words.unwrap_or(0.0) + self.bias + beside
    }
}

/// One topic's out-of-fold signals with the truth.
pub(super) type Column = Vec<(Signals, bool)>;

/// Learns the joins of topics of one kind together, from the out-of-fold signals of each, and sets the
/// threshold of each as it aims.
pub(super) fn fit(topics: &[Column], aims: &[Aim]) -> Vec<Join> {
    let row = |&(signals, about): &(Signals, bool)| Row {
        x: signals.x(),
        y: about,
    };
    let rows: Vec<Row> = topics.iter().flatten().map(row).collect();
    let shared = Logistic::fit(&rows, PENALTY);
    let mut joins: Vec<Join> = topics.iter().map(|topic| with_offset(&shared, topic)).collect();
    let curve = curve(topics, &joins);
    joins.iter_mut().for_each(|join| join.curve = curve.clone());
    let tables: Vec<Table> = topics
        .iter()
        .zip(&joins)
        .map(|(topic, join)| Table::of(topic, join))
        .collect();
    let pooled = Table::pooled(&tables);
    for ((join, table), &aim) in joins.iter_mut().zip(&tables).zip(aims) {
        join.threshold = table.threshold_for(aim, &pooled);
    }
    joins
}

/// The shared join with the topic's own offset, which [`OFFSET_PRIOR`] examples in doubt, of variance 1/4 each, draw to 0.
fn with_offset(shared: &Logistic, topic: &Column) -> Join {
    let examples: Vec<(f64, bool)> = topic
        .iter()
        .map(|(signals, about)| (shared.score(&signals.x()), *about))
        .collect();
    let offset = intercept(&examples, OFFSET_PRIOR / 4.0);
    Join {
        salience: rounded(shared.weights.first().copied().unwrap_or(1.0)),
        silent: rounded(shared.weights.get(1).copied().unwrap_or(SILENT)),
        words: rounded(shared.weights.get(2).copied().unwrap_or(0.0)),
        measures: shared
            .weights
            .iter()
            .skip(3)
            .map(|&weight| rounded(weight))
            .collect(),
        bias: rounded(shared.bias + offset),
        threshold: THRESHOLD,
        curve: None,
    }
}

/// A weight with six decimals, which a model file gives back to the bit; what a measure that never varies is left with by
/// rounding errors becomes 0.
fn rounded(weight: f64) -> f64 {
    // A sum with 0 turns −0 into 0.
    (weight * 1e6).round() / 1e6 + 0.0
}

/// The curve of all topics together.
fn curve(topics: &[Column], joins: &[Join]) -> Option<Calibration> {
    let pairs = topics
        .iter()
        .zip(joins)
        .flat_map(|(topic, join)| topic.iter().map(|&(s, about)| (join.sum(s) as f32, about)));
    let (sums, about): (Vec<f32>, Vec<bool>) = pairs.unzip();
    Calibration::curve(&sums, &about)
}

/// A threshold that reads well, and never 0.
fn hundredths(threshold: f64) -> f64 {
    (threshold * 100.0).round().max(1.0) / 100.0
}

/// Steps of the thresholds tried: 0.05, 0.10, … 0.95.
const STEPS: usize = 19;

/// True positives, predicted and actual positives at each threshold tried.
#[derive(Clone, Debug, Default)]
struct Table {
    hits: [f64; STEPS],
    given: [f64; STEPS],
    positives: f64,
}

impl Table {
    fn threshold(step: usize) -> f64 {
        (step + 1) as f64 / (STEPS + 1) as f64
    }

    fn of(topic: &Column, join: &Join) -> Self {
        let mut table = Table::default();
        for &(signals, about) in topic {
            let p = logistic(join.score(signals));
            table.positives += f64::from(u8::from(about));
            for step in (0..STEPS).take_while(|&step| p >= Table::threshold(step)) {
                table.given[step] += 1.0;
                table.hits[step] += f64::from(u8::from(about));
            }
        }
        table
    }

    fn pooled(tables: &[Table]) -> Self {
        let mut pooled = Table::default();
        for table in tables {
            pooled.positives += table.positives;
            for step in 0..STEPS {
                pooled.hits[step] += table.hits[step];
                pooled.given[step] += table.given[step];
            }
        }
        pooled
    }

    /// The threshold that serves `aim`, the topic's counts smoothed with those of all topics of its kind.
    ///
    /// Of calibrated probabilities the best F1 is that of a threshold of half its value (Lipton, Elkan & Narayanaswamy
    /// 2014), and the best Fβ that of its 1 / (1 + β²). How high the best F-measure is is known better than where: on
    /// out-of-fold probabilities of 3,855 texts, of models trained in five ways, that gave 0.002 to 0.005 of micro-F1 more
    /// than the best step itself, most where that step was far off (politikk 0.55).
    fn threshold_for(&self, aim: Aim, pooled: &Table) -> f64 {
        let share = THRESHOLD_PRIOR / pooled.positives.max(1.0);
        let hits = |step: usize| self.hits[step] + share * pooled.hits[step];
        let given = |step: usize| self.given[step] + share * pooled.given[step];
        let positives = self.positives + share * pooled.positives;
        let measure = |step: usize, beta: f64| {
            let square = beta * beta;
            (1.0 + square) * hits(step) / (given(step) + square * positives).max(1e-9)
        };
        let precision = |step: usize| hits(step) / given(step).max(1e-9);
        let best = |score: &dyn Fn(usize) -> f64| (0..STEPS).max_by(|&a, &b| score(a).total_cmp(&score(b)));
        let step = match aim {
            Aim::Balance(beta) => {
                let highest = (0..STEPS).map(|step| measure(step, beta)).fold(0.0, f64::max);
                return hundredths(highest / (1.0 + beta * beta));
            }
            Aim::Recall(least) => (0..STEPS)
                .take_while(|&step| hits(step) / positives.max(1e-9) >= least)
                .last()
                .or(Some(0)),
            Aim::Precision(least) => (0..STEPS)
                .rev()
                .take_while(|&step| precision(step) >= least)
                .last()
                .or_else(|| best(&precision)),
        };
        step.map_or(THRESHOLD, Table::threshold)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(shift: f64) -> Column {
        let pair = |i: u32| {
            let s = f64::from(i % 20) / 4.0 - 2.5;
            let signals = Signals {
                salience: (!i.is_multiple_of(3)).then_some(s),
                words: Some(f64::from(i * 7 % 13) / 13.0 - 0.5),
                measures: None,
            };
            let told = signals.salience.map_or(-2.0, |s| s) + 2.0 * signals.words.unwrap_or(0.0);
            (signals, told + shift > f64::from(i % 5) / 5.0)
        };
        (0..200).map(pair).collect()
    }

    #[test]
    fn the_join_is_calibrated_over_its_topics() {
        let topics = [column(0.0), column(0.5)];
        let joins = fit(&topics, &[Aim::Balance(1.0); 2]);
        let expected: f64 = topics
            .iter()
            .zip(&joins)
            .flat_map(|(t, j)| t.iter().map(|(s, _)| logistic(j.score(*s))))
            .sum();
        let actual = topics.iter().flatten().filter(|(_, about)| *about).count() as f64;
        assert!((expected - actual).abs() < 0.02 * actual, "{expected} {actual}");
        assert!(joins[0].bias < joins[1].bias && joins[0].salience > 0.0 && joins[0].words > 0.0);
    }

    #[test]
    fn many_examples_bend_tails_that_are_too_sure() {
        let pair = |i: u32| {
            let w = f64::from(i % 101) / 10.0 - 5.0;
            let signals = Signals {
                salience: None,
                words: Some(w),
                measures: None,
            };
            (signals, (w > 0.0) != i.is_multiple_of(8))
        };
        let topic: Column = (0..5000).map(pair).collect();
        let join = &fit(&[topic], &[Aim::Balance(1.0)])[0];
        let sure = Signals {
            salience: None,
            words: Some(5.0),
            measures: None,
        };
        assert!(
            (logistic(join.score(sure)) - 7.0 / 8.0).abs() < 0.03,
            "{}",
            join.score(sure)
        );
        assert!(logistic(join.sum(sure)) > 0.93, "{}", join.sum(sure));
    }

    #[test]
    fn the_threshold_is_half_of_the_best_f1() {
        let table = Table {
            hits: [8.0; STEPS],
            given: [10.0; STEPS],
            positives: 10.0,
        };
        assert_eq!(table.threshold_for(Aim::Balance(1.0), &table), 0.4);
        assert_eq!(table.threshold_for(Aim::Balance(2.0), &table), 0.16);
    }

    #[test]
    fn an_aim_at_precision_sets_a_higher_threshold() {
        let topics = [column(0.0)];
        let strict = fit(&topics, &[Aim::Precision(0.999)])[0].threshold;
        assert!(strict > fit(&topics, &[Aim::Precision(0.5)])[0].threshold);
    }

    #[test]
    fn who_prefers_recall_gets_a_lower_threshold() {
        let topics = [column(0.0)];
        let threshold = |aim| fit(&topics, &[aim])[0].threshold;
        let balanced = threshold(Aim::Balance(1.0));
        assert!(threshold(Aim::Balance(Preference::Recall.beta())) <= balanced);
        assert!(threshold(Aim::Balance(Preference::Precision.beta())) >= balanced);
        assert!(threshold(Aim::Recall(0.99)) < threshold(Aim::Recall(0.5)));
    }

    #[test]
    fn a_threshold_parts_what_can_be_parted() {
        let topics = [column(0.0)];
        let join = &fit(&topics, &[Aim::Balance(1.0)])[0];
        let wrong = topics[0]
            .iter()
            .filter(|(s, about)| (logistic(join.score(*s)) >= join.threshold) != *about)
            .count();
        assert!(wrong < 20, "{wrong}");
    }
}
