//! The report of `evaluate topics` on two models.

use crate::evaluate::{Comparison, Rival, Verdict};
use crate::print::style::Style;
use crate::print::table;

/// Topics told, those first that differ most.
const TOPICS: usize = 12;

/// A comparison as it is shown.
pub fn comparison(found: &Comparison, style: &Style) -> String {
    let head = style.strong(format_args!(
        "{} articles, {} topics that both have",
        found.articles, found.topics
    ));
    let doubts = [&found.first, &found.second].map(|rival| doubt(rival, found.articles));
    format!(
        "{head}\n\n{}\n{}\n{}{}",
        verdict(found),
        scores(found),
        doubts.concat(),
        by_topic(found)
    )
}

fn verdict(found: &Comparison) -> String {
    let [low, high] = found.difference_ci95.map(signed);
    let difference = signed(found.difference);
    let better = |name: &str| {
        format!(
            "{name} is better: {difference} of micro F1, 95 % interval {low} to {high}, which does not hold 0.\n"
        )
    };
    match found.verdict {
        Verdict::First => better(&found.first.part.name),
        Verdict::Second => better(&found.second.part.name),
        Verdict::Undecided => format!(
            "Neither is shown to be better: the difference of micro F1 is {difference}, 95 % interval {low} to {high}, which holds 0.\n"
        ),
    }
}

fn scores(found: &Comparison) -> String {
    let mut rows = vec![
        ["", "precision", "recall", "F1", "right", "wrong", "missed"]
            .map(str::to_owned)
            .to_vec(),
    ];
    for Rival { part, .. } in [&found.first, &found.second] {
        let shares = [part.precision, part.recall, part.f1].map(|share| format!("{share:.3}"));
        let counts = [part.hits, part.false_alarms, part.misses].map(|count| count.to_string());
        rows.push(
            std::iter::once(part.name.clone())
                .chain(shares)
                .chain(counts)
                .collect(),
        );
    }
    table::columns(&rows)
}

/// A warning where a model is tested on what it was trained on.
fn doubt(rival: &Rival, articles: usize) -> String {
    match rival.trained_on {
        0 => String::new(),
        known => format!(
            "{} was trained on {known} of the {articles} articles: its score is no test of it.\n\n",
            rival.part.name
        ),
    }
}

fn by_topic(found: &Comparison) -> String {
    if found.by_topic.is_empty() {
        return String::new();
    }
    let names = [&found.first, &found.second].map(|rival| rival.part.name.clone());
    let mut rows = vec![
        [
            &["topic".to_owned(), "articles".to_owned()][..],
            &names,
            &["difference".to_owned()],
        ]
        .concat(),
    ];
    for topic in found.by_topic.iter().take(TOPICS) {
        let shares = [topic.first, topic.second].map(|f1| format!("{f1:.3}"));
        let mut row = vec![topic.topic.clone(), topic.articles.to_string()];
        row.extend(shares);
        row.push(signed(topic.second - topic.first));
        rows.push(row);
    }
    table::columns(&rows)
}

fn signed(difference: f64) -> String {
    format!("{difference:+.3}")
}
