//! The report of an evaluation of digests.

use notis_summarizer::evaluate::{Interval, Readability, Report, System};
use notis_summarizer::rouge::Scores;
use serde::Serialize;

/// How good digests are: what `notis evaluate digests --format json` prints. ROUGE-1, -2 and -L in percent.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DigestReport {
    /// How many articles were digested.
    pub articles: usize,
    /// The budget of each digest, in words.
    pub words: usize,
    /// The method and its rivals `lead`, `random` and `oracle`, in this order.
    pub systems: Vec<SystemScore>,
    /// The 95 % intervals of the method minus the lead.
    pub over_lead_ci95: [[f64; 2]; 3],
    /// What spoils the method's digests for a reader.
    pub per_hundred_digests: Stumbles,
    /// Articles without a human summary, which were left out.
    #[serde(skip)]
    pub left_out: usize,
}

/// The scores of one system.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct SystemScore {
    /// Its name.
    pub name: String,
    /// Mean over the references, then over the articles.
    pub mean: [f64; 3],
    /// The best reference of each article, then the mean over the articles.
    pub best: [f64; 3],
}

/// What spoils digests for a reader, per hundred of them.
#[derive(Clone, Copy, Debug, Serialize)]
#[non_exhaustive]
pub struct Stumbles {
    /// Remains of the page.
    pub page: f64,
    /// Sentences that point back to what is not there.
    pub orphans: f64,
    /// Quotes without a speaker.
    pub lone_quotes: f64,
    /// Claims made twice.
    pub repeated: f64,
    /// Fragments.
    pub fragments: f64,
}

impl DigestReport {
    pub(crate) fn new(report: &Report, left_out: usize) -> Self {
        DigestReport {
            articles: report.articles,
            words: report.words,
            systems: report.systems.iter().map(SystemScore::new).collect(),
            over_lead_ci95: report
                .over_lead
                .map(|Interval { low, high }| [low, high].map(percent)),
            per_hundred_digests: Stumbles::new(&report.readability),
            left_out,
        }
    }
}

impl SystemScore {
    fn new(system: &System) -> Self {
        SystemScore {
            name: system.name.to_owned(),
            mean: percents(system.mean),
            best: percents(system.best),
        }
    }
}

fn percents(scores: Scores) -> [f64; 3] {
    scores.as_array().map(percent)
}

/// A share as percent, to two decimals.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

impl Stumbles {
    fn new(counts: &Readability) -> Self {
        let per_hundred = |n| (counts.per_hundred(n) * 10.0).round() / 10.0;
        Stumbles {
            page: per_hundred(counts.page),
            orphans: per_hundred(counts.orphans),
            lone_quotes: per_hundred(counts.lone_quotes),
            repeated: per_hundred(counts.repeated),
            fragments: per_hundred(counts.fragments),
        }
    }
}
