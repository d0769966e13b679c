//! The topics of an article: a line, and beneath it, where it is asked for, why.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::Article;
use crate::output::{Classification, Evidence, Scores, Tag};
use crate::print::Style;
use crate::print::escape::{prose, visible};
use crate::print::wrap::wrapped;

/// Words of evidence shown for a tag.
const WORDS: usize = 8;
/// Words marked in passages: those that weigh at least this share of the heaviest.
const TELLING: f32 = 0.2;
/// Passages shown for a tag.
const PASSAGES: usize = 2;

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

/// A line of the text with the evidence in it.
struct Passage<'e> {
    start: usize,
    end: usize,
    evidence: Vec<&'e Evidence>,
}

impl Passage<'_> {
    fn weight(&self) -> f32 {
        self.evidence.iter().map(|e| e.weight).sum()
    }

    /// The line with the words that carry the tag marked.
    fn marked(&self, text: &str, style: &Style) -> String {
        let mut out = String::new();
        let mut at = self.start;
        for part in self.evidence.iter().filter(|e| e.weight > 0.0) {
            if part.start >= at {
                out += &prose(&text[at..part.start]);
                out += &style.mark(prose(&text[part.start..part.end]));
                at = part.end;
            }
        }
        out += &prose(&text[at..self.end]);
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The lines of the text that hold most evidence, in their order, with the words marked.
fn passages(text: &str, evidence: &[Evidence], style: &Style) -> Vec<String> {
    let told = told(evidence);
    let mut start = 0;
    let mut lines: Vec<_> = text
        .split_inclusive('\n')
        .map(|line| {
            let end = start + line.len();
            let here = told.iter().copied().filter(|e| start <= e.start && e.end <= end);
            let evidence = here.collect();
            Passage {
                start: std::mem::replace(&mut start, end),
                end,
                evidence,
            }
        })
        .collect();
    lines.retain(|line| line.weight() > 0.0);
    lines.sort_by(|a, b| b.weight().total_cmp(&a.weight()).then(a.start.cmp(&b.start)));
    lines.truncate(PASSAGES);
    lines.sort_by_key(|line| line.start);
    lines.iter().map(|line| line.marked(text, style)).collect()
}

/// The evidence in the text that tells most, in its order.
fn told(evidence: &[Evidence]) -> Vec<&Evidence> {
    let heaviest = evidence.iter().map(|e| e.weight).fold(0.0, f32::max);
    let is_told = |e: &&Evidence| e.field.is_none() && e.end > e.start && e.weight >= TELLING * heaviest;
    let mut told: Vec<_> = evidence.iter().filter(is_told).collect();
    told.sort_by_key(|e| (e.start, e.end));
    told
}
