//! `classify --format text`: an article a line, and beneath it, where it is asked for, why.

use std::collections::BTreeMap;
use std::fmt::Write;

use notis_corpus::Article;
use notis_topics::{Classified, Decision, Evidence, Origin, Tag, Topic};

use crate::palette::Palette;

/// Words of evidence shown for a tag.
const WORDS: usize = 8;
/// Words marked in passages: those that weigh at least this share of the heaviest.
const TELLING: f32 = 0.2;
/// Passages shown for a tag.
const PASSAGES: usize = 2;

/// An article as it is shown.
pub(crate) fn block(
    article: &Article,
    classified: &Classified,
    topics: &[Topic],
    scores: bool,
    palette: Palette,
) -> String {
    let mut out = format!(
        "{}  {}\n",
        palette.strong(&article.id),
        answer(classified, topics, palette)
    );
    for tag in classified
        .decision
        .tags()
        .iter()
        .filter(|t| !t.evidence.is_empty())
    {
        explanation(&mut out, article, tag, topics, palette);
    }
    if scores {
        let all = topics.iter().zip(&classified.scores);
        let all: Vec<_> = all.map(|(topic, p)| format!("{} {p:.2}", topic.id)).collect();
        let _ = writeln!(out, "{}", super::wrap::wrapped(&all.join(", "), 4));
    }
    out
}

fn answer(classified: &Classified, topics: &[Topic], palette: Palette) -> String {
    match &classified.decision {
        Decision::Abstained(reason) => {
            palette.faint(format_args!("– ({})", reason.as_str().replace('_', " ")))
        }
        Decision::Tagged(tags) => {
            let tag = |t: &Tag| format!("{} {:.2}", palette.topic(&topics[t.topic].id), t.probability);
            tags.iter().map(tag).collect::<Vec<_>>().join("  ")
        }
    }
}

/// The words that carried a tag, and the passages where most of them stand.
fn explanation(out: &mut String, article: &Article, tag: &Tag, topics: &[Topic], palette: Palette) {
    let words = heaviest(&tag.evidence)
        .into_iter()
        .take(WORDS)
        .map(|(text, weight, times)| {
            let times = if times > 1 {
                format!(" ×{times}")
            } else {
                String::new()
            };
            format!("{}{times} {weight:+.1}", palette.evidence(text))
        });
    let words: Vec<_> = words.collect();
    let _ = writeln!(
        out,
        "    {}: {}",
        palette.topic(&topics[tag.topic].id),
        words.join(", ")
    );
    for passage in passages(&article.text, &tag.evidence, palette) {
        let _ = writeln!(out, "      {} {passage}", palette.faint("│"));
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

/// The lines of the text that hold most evidence, in their order, with the words marked.
fn passages(text: &str, evidence: &[Evidence], palette: Palette) -> Vec<String> {
    let heaviest = evidence.iter().map(|e| e.weight).fold(0.0, f32::max);
    let mut inside: Vec<_> = evidence
        .iter()
        .filter(|e| e.origin == Origin::Text && e.end > e.start)
        .collect();
    inside.retain(|e| e.weight >= TELLING * heaviest);
    inside.sort_by_key(|e| (e.start, e.end));
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let here: Vec<_> = inside
            .iter()
            .copied()
            .filter(|e| start <= e.start && e.end <= end)
            .collect();
        let weight: f32 = here.iter().map(|e| e.weight).sum();
        lines.push((weight, start, end, here));
        start = end;
    }
    lines.retain(|line| line.0 > 0.0);
    lines.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    lines.truncate(PASSAGES);
    lines.sort_by_key(|line| line.1);
    lines
        .iter()
        .map(|(_, start, end, here)| marked(text, *start, *end, here, palette))
        .collect()
}

fn marked(text: &str, start: usize, end: usize, evidence: &[&Evidence], palette: Palette) -> String {
    let mut out = String::new();
    let mut at = start;
    for part in evidence.iter().filter(|e| e.weight > 0.0) {
        if part.start >= at {
            out += &text[at..part.start];
            out += &palette.mark(&text[part.start..part.end]);
            at = part.end;
        }
    }
    out += &text[at..end];
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
