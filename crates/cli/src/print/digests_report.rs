//! The report of `evaluate digests`.

use notis_summarizer::evaluate::{Interval, Readability, Report, System};
use notis_summarizer::rouge::Scores;
use serde::Serialize;

use super::table;
use crate::palette::Palette;

/// A report as JSON: ROUGE-1, -2 and -L in percent.
#[derive(Serialize)]
pub(crate) struct Summary<'a> {
    articles: usize,
    words: usize,
    systems: Vec<Scored<'a>>,
    over_lead_ci95: [[f64; 2]; 3],
    per_hundred_digests: Stumbles,
}

#[derive(Serialize)]
struct Scored<'a> {
    name: &'a str,
    mean: [f64; 3],
    best: [f64; 3],
}

impl<'a> Summary<'a> {
    pub(crate) fn new(report: &'a Report) -> Self {
        Summary {
            articles: report.articles,
            words: report.words,
            systems: report.systems.iter().map(scored).collect(),
            over_lead_ci95: report
                .over_lead
                .map(|Interval { low, high }| [low, high].map(percent)),
            per_hundred_digests: Stumbles::new(&report.readability),
        }
    }
}

fn scored(system: &System) -> Scored<'_> {
    Scored {
        name: system.name,
        mean: percents(system.mean),
        best: percents(system.best),
    }
}

fn percents(scores: Scores) -> [f64; 3] {
    scores.as_array().map(percent)
}

/// A share as percent, to two decimals.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

/// What spoils the digests, per hundred of them.
#[derive(Serialize)]
struct Stumbles {
    page: f64,
    orphans: f64,
    lone_quotes: f64,
    repeated: f64,
    fragments: f64,
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

    fn rows(&self) -> Vec<Vec<String>> {
        let rows = [
            ("remains of the page", self.page),
            ("sentences that point back", self.orphans),
            ("quotes without a speaker", self.lone_quotes),
            ("claims made twice", self.repeated),
            ("fragments", self.fragments),
        ];
        rows.map(|(what, n)| vec![what.to_owned(), format!("{n:.1}")])
            .to_vec()
    }
}

/// A report as it is shown.
pub(crate) fn text(report: &Report, palette: Palette) -> String {
    let head = format!("{} articles, digests of {} words", report.articles, report.words);
    let mut rows = vec![
        [
            "ROUGE, F1 in percent",
            "1",
            "2",
            "L",
            "best 1",
            "best 2",
            "best L",
        ]
        .map(str::to_owned)
        .to_vec(),
    ];
    rows.extend(report.systems.iter().map(row));
    let over: Vec<_> = report
        .over_lead
        .iter()
        .map(|i| format!("{:+.1} to {:+.1}", percent(i.low), percent(i.high)))
        .collect();
    let stumbles = Stumbles::new(&report.readability).rows();
    format!(
        "{}\n\n{}\nover the lead, 95 % interval: {}\n\nper hundred digests\n{}",
        palette.strong(head),
        table::columns(&rows),
        over.join(", "),
        table::columns(&stumbles)
    )
}

fn row(system: &System) -> Vec<String> {
    let numbers = percents(system.mean).into_iter().chain(percents(system.best));
    std::iter::once(system.name.to_owned())
        .chain(numbers.map(|n| format!("{n:.1}")))
        .collect()
}
