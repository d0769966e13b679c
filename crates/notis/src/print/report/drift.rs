//! The report of `evaluate drift`, as tables and advice.

use crate::output::{DriftMonth, DriftReport};
use crate::print::style::Style;
use crate::print::table;

/// A report as it is shown.
pub fn drift(report: &DriftReport, style: &Style) -> String {
    let head = [
        "",
        "articles",
        "unfamiliar words",
        "without topic",
        "topic mix",
        "corrected",
        "F1",
        "promised",
        "given",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    rows.extend(report.months.iter().map(row));
    rows.push(row(&report.baseline));
    rows.push(row(&report.recent));
    let mut told = format!(
        "{}\n\n{}",
        style.strong(format!("{} articles", report.articles)),
        table::columns(&rows)
    );
    if !report.new_words.is_empty() {
        let words = report
            .new_words
            .iter()
            .map(|word| vec![word.word.clone(), word.articles.to_string()]);
        told += &format!(
            "\nwords that are new, and recent articles with each\n{}",
            table::columns(&words.collect::<Vec<_>>())
        );
    }
    let advice: String = report
        .advice
        .iter()
        .map(|line| format!("- {}\n", crate::print::escape::prose(line)))
        .collect();
    told + "\n" + &advice
}

fn row(month: &DriftMonth) -> Vec<String> {
    let percent = |share: f64| format!("{:.1} %", 100.0 * share);
    let unknown = || "–".to_owned();
    let corrected = month.corrected.as_ref();
    vec![
        month.month.clone(),
        month.articles.to_string(),
        month.unfamiliar_words.map_or_else(unknown, percent),
        percent(month.without_topic),
        format!("{:.3}", month.topic_distance),
        corrected.map_or_else(unknown, |c| c.articles.to_string()),
        corrected.map_or_else(unknown, |c| format!("{:.3}", c.micro_f1)),
        corrected.map_or_else(unknown, |c| format!("{:.0}", c.promised)),
        corrected.map_or_else(unknown, |c| c.given.to_string()),
    ]
}
