//! The report of `evaluate digests`, as tables.

use crate::output::{DigestReport, Stumbles, SystemScore};
use crate::print::style::Style;
use crate::print::table;

const HEAD: [&str; 7] = [
    "ROUGE, F1 in percent",
    "1",
    "2",
    "L",
    "best 1",
    "best 2",
    "best L",
];

/// A report as it is shown.
pub fn digests(report: &DigestReport, style: &Style) -> String {
    let head = format!("{} articles, digests of {} words", report.articles, report.words);
    let mut rows = vec![HEAD.map(str::to_owned).to_vec()];
    rows.extend(report.systems.iter().map(row));
    let over = report.over_lead_ci95;
    let over = over.map(|[low, high]| format!("{low:+.1} to {high:+.1}"));
    format!(
        "{}\n\n{}\nover the lead, 95 % interval: {}\n\nper hundred digests\n{}",
        style.strong(head),
        table::columns(&rows),
        over.join(", "),
        table::columns(&stumbles(&report.per_hundred_digests))
    )
}

fn row(system: &SystemScore) -> Vec<String> {
    let numbers = system.mean.into_iter().chain(system.best);
    std::iter::once(system.name.clone())
        .chain(numbers.map(|n| format!("{n:.1}")))
        .collect()
}

fn stumbles(stumbles: &Stumbles) -> Vec<Vec<String>> {
    let rows = [
        ("remains of the page", stumbles.page),
        ("sentences that point back", stumbles.orphans),
        ("quotes without a speaker", stumbles.lone_quotes),
        ("claims made twice", stumbles.repeated),
        ("fragments", stumbles.fragments),
    ];
    rows.map(|(what, n)| vec![what.to_owned(), format!("{n:.1}")])
        .to_vec()
}
