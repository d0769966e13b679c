//! What an evaluation found.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Row;
use notis_learn::metrics::{
    Counts, Forecast, ReliabilityBin, bootstrap, brier, brier_skill, calibration_error, macro_f1,
    per_article_f1, precision_at, reliability,
};

/// Samples drawn for an interval.
const ROUNDS: usize = 1000;
/// Confusions told.
const CONFUSIONS: usize = 10;
/// Parts of a reliability table.
const BINS: usize = 10;

/// How good tags and probabilities are. Shares lie in 0–1; intervals are 95 % bootstrap intervals over articles.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct TopicReport {
    /// Judged articles.
    pub articles: usize,
    /// All topics together.
    pub micro: Part,
    /// The interval of the micro F1.
    pub micro_f1_ci95: [f64; 2],
    /// The mean F1 of the topics that are there.
    pub macro_f1: f64,
    /// The mean F1 of the articles.
    pub per_article_f1: f64,
    /// The share of right ones among the single most probable topic, and among the three most probable, over articles
    /// about any; `None` where only some topics were judged.
    pub precision_at_1: Option<f64>,
    /// See `precision_at_1`.
    pub precision_at_3: Option<f64>,
    /// The mean squared distance of probability and truth.
    pub brier: f64,
    /// How much better than the base rate: 1 perfect, 0 no better.
    pub brier_skill: f64,
    /// Expected calibration error over ten bins of equal count.
    pub calibration_error: f64,
    /// What was promised and what came true.
    pub reliability: Vec<ReliabilityBin>,
    /// Wrong tags on topics that the article names in passing.
    pub tags_on_passing_mentions: usize,
    /// Topic by topic, those that are there.
    pub topics: Vec<TopicScore>,
    /// Topics given in place of others, most frequent first.
    pub confusions: Vec<Confusion>,
    /// The same by written form.
    pub by_form: Vec<Part>,
    /// The same by length of the text.
    pub by_length: Vec<Part>,
    /// The same by year.
    pub by_year: Vec<Part>,
    /// Rivals that need no model.
    pub baselines: Vec<Baseline>,
    /// Articles tested that are nearly the same as one trained on, with that one.
    pub near_copies: Vec<(String, String)>,
    /// Articles tested that the model was trained on.
    pub trained_on: Vec<String>,
}

/// Precision, recall and F1 of a part of the decisions.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    /// What part.
    pub name: String,
    /// The share of tags that are right.
    pub precision: f64,
    /// The share of right topics that were tagged.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
    /// Right tags.
    pub hits: usize,
    /// Wrong tags.
    pub false_alarms: usize,
    /// Tags that are missing.
    pub misses: usize,
}

/// One topic's scores.
#[derive(Clone, Debug, Serialize)]
pub struct TopicScore {
    /// Its scores under its id.
    #[serde(flatten)]
    pub part: Part,
    /// The interval of its F1.
    pub f1_ci95: [f64; 2],
}

/// A topic given in place of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Confusion {
    /// The topic that the article is about.
    pub about: String,
    /// The topic that it was given.
    pub tagged: String,
    /// In how many articles.
    pub articles: usize,
}

/// A rival that needs no model.
#[derive(Clone, Debug, Serialize)]
pub struct Baseline {
    /// Its scores under its name.
    #[serde(flatten)]
    pub part: Part,
}

impl Part {
    pub(super) fn new(name: &str, counts: Counts) -> Self {
        Part {
            name: name.to_owned(),
            precision: counts.precision(),
            recall: counts.recall(),
            f1: counts.f1(),
            hits: counts.hits,
            false_alarms: counts.false_alarms,
            misses: counts.misses,
        }
    }
}

impl TopicReport {
    pub(super) fn new(rows: &[Row<'_>], ids: &[String], near_copies: Vec<(String, String)>) -> Self {
        let tagged: Vec<_> = rows.iter().map(|row| row.answer.tagged.as_slice()).collect();
        let decisions = Decisions::new(rows, &tagged, ids.len());
        let forecasts = forecasts(rows);
        let all_judged = rows.iter().all(|row| row.gold.judged.is_none());
        TopicReport {
            articles: rows.len(),
            micro: Part::new("all", decisions.all()),
            micro_f1_ci95: decisions.interval(None),
            macro_f1: macro_f1(&decisions.per_topic()),
            per_article_f1: per_article_f1(&judged_tags(rows), &about(rows)),
            precision_at_1: all_judged.then(|| first(rows, 1)),
            precision_at_3: all_judged.then(|| first(rows, 3)),
            brier: brier(&forecasts),
            brier_skill: brier_skill(&forecasts),
            calibration_error: calibration_error(&forecasts),
            reliability: reliability(&forecasts, BINS),
            tags_on_passing_mentions: rows.iter().map(on_passing).sum(),
            topics: topics(&decisions, ids),
            confusions: confusions(rows, ids),
            by_form: parts(rows, ids.len(), |row| row.answer.language.code().to_owned()),
            by_length: parts(rows, ids.len(), |row| length(&row.article.text).to_owned()),
            by_year: parts(rows, ids.len(), |row| year(row.article.date.as_deref())),
            baselines: baselines(rows, ids),
            near_copies,
            trained_on: Vec::new(),
        }
    }
}

/// Decisions counted: for each article, for each topic.
struct Decisions(Vec<Vec<Counts>>);

impl Decisions {
    /// What `tagged` says of each row, counted where the row's judgement says something.
    fn new(rows: &[Row<'_>], tagged: &[&[usize]], topics: usize) -> Self {
        let count = |(row, tagged): (&Row<'_>, &&[usize])| {
            let mut counts = vec![Counts::default(); topics];
            for (topic, counts) in counts.iter_mut().enumerate().filter(|(t, _)| row.gold.judges(*t)) {
                counts.add(tagged.contains(&topic), row.gold.about.contains(&topic));
            }
            counts
        };
        Decisions(rows.iter().zip(tagged).map(count).collect())
    }

    fn all(&self) -> Counts {
        self.0
            .iter()
            .flatten()
            .copied()
            .fold(Counts::default(), Counts::plus)
    }

    fn of_topic(&self, topic: usize) -> Counts {
        self.0
            .iter()
            .map(|row| row[topic])
            .fold(Counts::default(), Counts::plus)
    }

    fn per_topic(&self) -> Vec<Counts> {
        let topics = self.0.first().map_or(0, Vec::len);
        (0..topics).map(|topic| self.of_topic(topic)).collect()
    }

    /// The interval of the F1 of one topic, or of all.
    fn interval(&self, topic: Option<usize>) -> [f64; 2] {
        let of_row = |row: &Vec<Counts>| match topic {
            Some(topic) => row[topic],
            None => row.iter().copied().fold(Counts::default(), Counts::plus),
        };
        let rows: Vec<Counts> = self.0.iter().map(of_row).collect();
        let f1 = |sample: &[usize]| {
            sample
                .iter()
                .map(|&row| rows[row])
                .fold(Counts::default(), Counts::plus)
                .f1()
        };
        let (low, high) = bootstrap(rows.len(), ROUNDS, 1, f1);
        [low, high]
    }
}

fn topics(decisions: &Decisions, ids: &[String]) -> Vec<TopicScore> {
    let counts = decisions.per_topic();
    let there = (0..ids.len()).filter(|&topic| counts[topic] != Counts::default());
    let score = |topic: usize| TopicScore {
        part: Part::new(&ids[topic], counts[topic]),
        f1_ci95: decisions.interval(Some(topic)),
    };
    there.map(score).collect()
}

fn about(rows: &[Row<'_>]) -> Vec<Vec<usize>> {
    rows.iter().map(|row| row.gold.about.clone()).collect()
}

/// The tags on topics that were judged.
fn judged_tags(rows: &[Row<'_>]) -> Vec<Vec<usize>> {
    let judged = |row: &Row<'_>| {
        let tags = row.answer.tagged.iter().copied();
        tags.filter(|&topic| row.gold.judges(topic)).collect()
    };
    rows.iter().map(judged).collect()
}

fn first(rows: &[Row<'_>], k: usize) -> f64 {
    let probabilities: Vec<_> = rows.iter().map(|row| row.answer.probabilities.clone()).collect();
    precision_at(k, &probabilities, &about(rows))
}

/// Every probability of a judged topic, and whether it came true.
fn forecasts(rows: &[Row<'_>]) -> Vec<Forecast> {
    let of_row = |row: &Row<'_>| {
        let said = row.answer.probabilities.iter().enumerate();
        let judged = said.filter(|(topic, _)| row.gold.judges(*topic));
        let forecasts = judged.map(|(topic, &p)| (p, row.gold.about.contains(&topic)));
        forecasts.collect::<Vec<_>>()
    };
    rows.iter().flat_map(of_row).collect()
}

fn on_passing(row: &Row<'_>) -> usize {
    row.answer
        .tagged
        .iter()
        .filter(|topic| row.gold.passing.contains(topic))
        .count()
}

fn confusions(rows: &[Row<'_>], ids: &[String]) -> Vec<Confusion> {
    let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for row in rows {
        let missed = row
            .gold
            .about
            .iter()
            .filter(|topic| !row.answer.tagged.contains(topic));
        for &about in missed {
            let wrong = row
                .answer
                .tagged
                .iter()
                .filter(|t| row.gold.judges(**t) && !row.gold.about.contains(t));
            for &tagged in wrong {
                *counts.entry((about, tagged)).or_default() += 1;
            }
        }
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(pair, articles)| (std::cmp::Reverse(articles), pair));
    let confusion = |((about, tagged), articles): ((usize, usize), usize)| Confusion {
        about: ids[about].clone(),
        tagged: ids[tagged].clone(),
        articles,
    };
    counts.into_iter().take(CONFUSIONS).map(confusion).collect()
}

/// Scores of the rows that have the same key.
fn parts(rows: &[Row<'_>], topics: usize, key: impl Fn(&Row<'_>) -> String) -> Vec<Part> {
    let mut counts: BTreeMap<String, Counts> = BTreeMap::new();
    for row in rows {
        let all = counts.entry(key(row)).or_default();
        for topic in (0..topics).filter(|&topic| row.gold.judges(topic)) {
            all.add(
                row.answer.tagged.contains(&topic),
                row.gold.about.contains(&topic),
            );
        }
    }
    counts
        .iter()
        .map(|(name, counts)| Part::new(name, *counts))
        .collect()
}

/// Teasers, short news, reports; in words, in the order of their names.
fn length(text: &str) -> &'static str {
    match text.split_whitespace().count() {
        0..=80 => "1 to 80 words",
        81..=300 => "81 to 300 words",
        _ => "over 300 words",
    }
}

fn year(date: Option<&str>) -> String {
    let year = date.and_then(|date| date.get(..4));
    year.unwrap_or("undated").to_owned()
}

fn baselines(rows: &[Row<'_>], ids: &[String]) -> Vec<Baseline> {
    let mut frequency = vec![0; ids.len()];
    rows.iter()
        .flat_map(|row| &row.gold.about)
        .for_each(|&topic| frequency[topic] += 1);
    let most = (0..ids.len()).max_by_key(|&topic| (frequency[topic], std::cmp::Reverse(topic)));
    let most: Vec<usize> = most.into_iter().collect();
    let named: Vec<_> = rows.iter().map(|row| row.answer.named.as_slice()).collect();
    let always = vec![most.as_slice(); rows.len()];
    let baseline = |name: &str, tagged: &[&[usize]]| Baseline {
        part: Part::new(name, Decisions::new(rows, tagged, ids.len()).all()),
    };
    vec![
        baseline("the most frequent topic", &always),
        baseline("every topic that is named", &named),
    ]
}
