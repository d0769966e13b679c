//! The topics of an article: a line, and beneath it, where it is asked for, why.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::passages::passages;
use crate::Article;
use crate::output::{Classification, Evidence, Scores, Tag};
use crate::print::escape::{prose, visible};
use crate::print::style::Style;
use crate::print::wrap::wrapped;

/// Words of evidence shown for a tag.
const WORDS: usize = 8;

/// An article as it is shown.
pub(super) fn block(article: &Article, given: &Classification, style: &Style) -> String {
    let id = style.strong(visible(&article.id));
    let mut out = format!("{id}  {}\n", answer(given, style));
    for tag in &given.topics {
        if let Some(evidence) = tag.evidence.as_ref().filter(|evidence| !evidence.is_empty()) {
            explanation(&mut out, article, tag, evidence, style);
        }
    }
    if let Some(scores) = &given.scores {
        let _ = writeln!(out, "{}", wrapped(&listed(scores), 4));
    }
    out
}

fn answer(given: &Classification, style: &Style) -> String {
    if let Some(reason) = given.decision.reason() {
        let nearest = given.nearest.as_ref().map(|nearest| {
            let topic = visible(&nearest.topic).to_string();
            format!(
                "; nearest {topic} {:.2}, given from {:.2}",
                nearest.probability, nearest.threshold
            )
        });
        let reason = reason.as_str().replace('_', " ");
        return style.faint(format_args!("– ({reason}{})", nearest.unwrap_or_default()));
    }
    let tag = |tag: &Tag| {
        format!(
            "{}{} {:.2}",
            style.topic(visible(&tag.topic)),
            called(tag),
            tag.probability
        )
    };
    given.topics.iter().map(tag).collect::<Vec<_>>().join("  ")
}

/// What a topic is called, where its id does not tell: « (Den islamske staten (IS))» behind «is».
fn called(tag: &Tag) -> String {
    let is_told = |name: &&String| name.to_lowercase() != tag.topic.to_lowercase();
    let name = tag.name.as_ref().filter(is_told);
    name.map_or_else(String::new, |name| format!(" ({})", prose(name)))
}

fn listed(scores: &Scores) -> String {
    let all: Vec<_> = scores
        .iter()
        .map(|(topic, p)| format!("{topic} {p:.2}"))
        .collect();
    all.join(", ")
}

/// The words that carried a tag, and the passages where most of them stand.
fn explanation(out: &mut String, article: &Article, tag: &Tag, evidence: &[Evidence], style: &Style) {
    let heaviest = heaviest(evidence);
    let words = heaviest.into_iter().take(WORDS).map(|(text, weight, times)| {
        let text = style.evidence(prose(text));
        match times {
            ..=1 => format!("{text} {weight:+.1}"),
            _ => format!("{text} ×{times} {weight:+.1}"),
        }
    });
    let words: Vec<_> = words.collect();
    let _ = writeln!(
        out,
        "    {}: {}",
        style.topic(visible(&tag.topic)),
        words.join(", ")
    );
    for passage in passages(&article.text, evidence, style) {
        let _ = writeln!(out, "      {} {passage}", style.faint("│"));
    }
}

/// Each word with the weight of all its places and their number, the heaviest first.
fn heaviest(evidence: &[Evidence]) -> Vec<(&str, f32, usize)> {
    let mut sums: BTreeMap<&str, (f32, usize)> = BTreeMap::new();
    for part in evidence.iter().filter(|e| !e.text.is_empty()) {
        let sum = sums.entry(&part.text).or_default();
        *sum = (sum.0 + part.weight, sum.1 + 1);
    }
    let mut words: Vec<_> = sums
        .into_iter()
        .map(|(text, (weight, times))| (text, weight, times))
        .collect();
    words.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(b.0)));
    words
}
