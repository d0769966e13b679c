//! The report of `evaluate topics`, as tables.

use crate::evaluate::{Part, TopicReport};

use crate::print::style::Style;
use crate::print::table;

/// A report as it is shown.
pub fn topics(report: &TopicReport, style: &Style) -> String {
    let head = style.strong(format_args!("{} articles", report.articles));
    let sections = [
        verdict(report),
        by_topic(report),
        overall(report),
        reliability(report),
        section("by written form", &report.by_form),
        section("by length", &report.by_length),
        section("by year", &report.by_year),
        confusions(report),
    ];
    let sections: Vec<_> = sections.into_iter().filter(|s| !s.is_empty()).collect();
    format!("{head}\n\n{}", sections.join("\n"))
}

/// The most important of it in plain words.
fn verdict(report: &TopicReport) -> String {
    let share = |share: f64| format!("{:.0}", 100.0 * share);
    let (micro, rows) = (&report.micro, &report.topics);
    let weakest = rows
        .iter()
        .filter(|topic| topic.part.hits + topic.part.misses >= ENOUGH);
    let weakest = weakest.min_by(|a, b| a.part.f1.total_cmp(&b.part.f1));
    let weakest = weakest.map(|topic| {
        let (name, f1) = (&topic.part.name, number(topic.part.f1));
        format!(" Weakest of the topics with {ENOUGH} articles or more: {name} (F1 {f1}).")
    });
    let doubt = if report.articles < FEW {
        format!(
            " With {} articles all this is rough: see the intervals.",
            report.articles
        )
    } else {
        String::new()
    };
    let known = match report.trained_on.len() {
        0 => String::new(),
        known => format!(
            " The model was trained on {known} of these {} articles: on them this is no test of it.",
            report.articles
        ),
    };
    format!(
        "Of 100 tags {} are right; of 100 topics to find {} are found.{}{doubt}{known}\n",
        share(micro.precision),
        share(micro.recall),
        weakest.unwrap_or_default(),
    )
}

/// Articles about a topic from which its score says something.
const ENOUGH: usize = 10;
/// Fewer articles give wide intervals.
const FEW: usize = 100;

const HEAD: [&str; 7] = ["", "precision", "recall", "F1", "right", "wrong", "missed"];

fn by_topic(report: &TopicReport) -> String {
    let mut rows = vec![head("topic", &["95 % interval"])];
    for topic in &report.topics {
        rows.push(row(&topic.part, &[interval(topic.f1_ci95)]));
    }
    rows.push(vec![]);
    let micro = Part {
        name: "all (micro)".to_owned(),
        ..report.micro.clone()
    };
    rows.push(row(&micro, &[interval(report.micro_f1_ci95)]));
    rows.extend(report.baselines.iter().map(|baseline| row(&baseline.part, &[])));
    table::columns(&rows)
}

fn overall(report: &TopicReport) -> String {
    let known = |share: Option<f64>| share.map_or_else(|| "·".to_owned(), number);
    let rows = [
        ("macro F1", number(report.macro_f1)),
        ("F1 of an article", number(report.per_article_f1)),
        ("most probable topic right", known(report.precision_at_1)),
        ("three most probable right", known(report.precision_at_3)),
        ("Brier score", format!("{:.4}", report.brier)),
        ("Brier skill over the base rate", number(report.brier_skill)),
        ("calibration error", number(report.calibration_error)),
        (
            "wrong tags on passing mentions",
            report.tags_on_passing_mentions.to_string(),
        ),
    ];
    table::columns(&rows.map(|(what, value)| vec![what.to_owned(), value]))
}

fn reliability(report: &TopicReport) -> String {
    let mut rows = vec![["promised", "came true", "decisions"].map(str::to_owned).to_vec()];
    rows.extend(report.reliability.iter().map(|bin| {
        vec![
            number(bin.promised),
            number(bin.true_share),
            bin.count.to_string(),
        ]
    }));
    if rows.len() > 1 {
        let what = "Decisions promised more than 0.05, whatever came true, in parts of one size:";
        format!("{what}\n{}", table::columns(&rows))
    } else {
        String::new()
    }
}

fn section(name: &str, parts: &[Part]) -> String {
    let rows: Vec<_> = std::iter::once(head(name, &[]))
        .chain(parts.iter().map(|part| row(part, &[])))
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        table::columns(&rows)
    }
}

fn confusions(report: &TopicReport) -> String {
    let mut rows = vec![["about", "but tagged", "articles"].map(str::to_owned).to_vec()];
    rows.extend(
        report
            .confusions
            .iter()
            .map(|c| vec![c.about.clone(), c.tagged.clone(), c.articles.to_string()]),
    );
    if rows.len() > 1 {
        let what = "Topics given in place of others, in articles with a wrong tag and a missing one:";
        format!("{what}\n{}", table::columns(&rows))
    } else {
        String::new()
    }
}

fn head(name: &str, more: &[&str]) -> Vec<String> {
    let rest = HEAD[1..].iter().chain(more);
    std::iter::once(name)
        .chain(rest.copied())
        .map(str::to_owned)
        .collect()
}

fn row(part: &Part, more: &[String]) -> Vec<String> {
    let shares = [part.precision, part.recall, part.f1].map(number);
    let counts = [part.hits, part.false_alarms, part.misses].map(|n| n.to_string());
    let cells = std::iter::once(part.name.clone()).chain(shares).chain(counts);
    cells.chain(more.iter().cloned()).collect()
}

fn interval([low, high]: [f64; 2]) -> String {
    format!("{low:.2}–{high:.2}")
}

fn number(share: f64) -> String {
    format!("{share:.3}")
}
