//! The passages of an article where most of a tag's evidence stands.

use std::ops::Range;

use crate::output::Evidence;
use crate::print::escape::prose;
use crate::print::style::Style;

/// Words marked in passages: those that weigh at least this share of the heaviest.
const TELLING: f32 = 0.2;
/// Passages shown for a tag.
const PASSAGES: usize = 2;
/// Bytes of a passage: three lines of a terminal. Of a longer line of text the stretches with most evidence are shown.
const LONGEST: usize = 240;

/// A stretch of one line of the text with the evidence in it.
struct Passage<'e> {
    range: Range<usize>,
    /// Whether text of the same line stands before it, and after it.
    cut: [bool; 2],
    evidence: &'e [&'e Evidence],
}

impl Passage<'_> {
    fn weight(&self) -> f32 {
        weight(self.evidence)
    }

    /// The passage with the words that carry the tag marked.
    fn marked(&self, text: &str, style: &Style) -> String {
        let mut out = String::new();
        let mut at = self.range.start;
        for part in self.evidence.iter().filter(|e| e.weight > 0.0) {
            if part.start >= at {
                out += &prose(&text[at..part.start]);
                out += &style.mark(prose(&text[part.start..part.end]));
                at = part.end;
            }
        }
        out += &prose(&text[at..self.range.end.max(at)]);
        let words = out.split_whitespace().collect::<Vec<_>>().join(" ");
        let [before, after] = self.cut.map(|is_cut| if is_cut { "…" } else { "" });
        format!("{before}{words}{after}")
    }
}

/// The passages of the text that hold most evidence, in their order, with the words marked.
pub(super) fn passages(text: &str, evidence: &[Evidence], style: &Style) -> Vec<String> {
    let told = told(evidence);
    let mut passages = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let range = start..start + line.len();
        let from = told.partition_point(|e| e.start < range.start);
        let to = told.partition_point(|e| e.start < range.end);
        start = range.end;
        stretches(text, range, &told[from..to], [false; 2], &mut passages);
    }
    passages.retain(|passage| passage.weight() > 0.0);
    passages.sort_by(|a, b| {
        b.weight()
            .total_cmp(&a.weight())
            .then(a.range.start.cmp(&b.range.start))
    });
    passages.truncate(PASSAGES);
    passages.sort_by_key(|passage| passage.range.start);
    passages
        .iter()
        .map(|passage| passage.marked(text, style))
        .collect()
}

/// The stretches of a part of a line where its evidence stands: the heaviest, then those before and after it.
fn stretches<'e>(
    text: &str,
    range: Range<usize>,
    evidence: &'e [&'e Evidence],
    cut: [bool; 2],
    out: &mut Vec<Passage<'e>>,
) {
    if evidence.is_empty() || range.len() <= LONGEST {
        out.push(Passage { range, cut, evidence });
        return;
    }
    let heaviest = heaviest(evidence);
    let around = around(text, &range, &evidence[heaviest.clone()]);
    let (before, after) = (range.start..around.start, around.end..range.end);
    out.push(Passage {
        cut: [cut[0] || !before.is_empty(), cut[1] || !after.is_empty()],
        range: around,
        evidence: &evidence[heaviest.clone()],
    });
    stretches(text, before, &evidence[..heaviest.start], [cut[0], true], out);
    stretches(text, after, &evidence[heaviest.end..], [true, cut[1]], out);
}

/// Which of the evidence, as much as one passage can hold, weighs most.
fn heaviest(evidence: &[&Evidence]) -> Range<usize> {
    let fits = |from: usize| {
        let end = evidence[from].start + LONGEST;
        let more = evidence[from..].iter().take_while(|e| e.end <= end).count();
        from..from + more.max(1)
    };
    let ranges = (0..evidence.len()).map(fits);
    let heavier = |a: &Range<usize>, b: &Range<usize>| {
        let weights = [a, b].map(|range| weight(&evidence[range.clone()]));
        weights[0].total_cmp(&weights[1]).then(b.start.cmp(&a.start))
    };
    ranges.max_by(heavier).unwrap_or_default()
}

/// The evidence with as many whole words around it as a passage can hold.
fn around(text: &str, range: &Range<usize>, evidence: &[&Evidence]) -> Range<usize> {
    let (Some(first), Some(last)) = (evidence.first(), evidence.last()) else {
        return range.clone();
    };
    let (start, end) = (first.start, last.end.max(first.end));
    let room = LONGEST.saturating_sub(end - start) / 2;
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let before = (start.saturating_sub(room).max(range.start)..=start)
        .find(is_boundary)
        .unwrap_or(start);
    let after = (end..=(end + room).min(range.end))
        .rev()
        .find(is_boundary)
        .unwrap_or(end);
    let from = if before > range.start {
        let word = text[before..start].find(char::is_whitespace);
        word.map_or(start, |space| before + space)
    } else {
        before
    };
    let to = if after < range.end {
        let word = text[end..after].rfind(char::is_whitespace);
        word.map_or(end, |space| end + space)
    } else {
        after
    };
    from..to
}

fn weight(evidence: &[&Evidence]) -> f32 {
    evidence.iter().map(|e| e.weight).sum()
}

/// The evidence in the text that tells most, in its order.
fn told(evidence: &[Evidence]) -> Vec<&Evidence> {
    let heaviest = evidence.iter().map(|e| e.weight).fold(0.0, f32::max);
    let is_told = |e: &&Evidence| e.stands_in_text() && e.weight >= TELLING * heaviest;
    let mut told: Vec<_> = evidence.iter().filter(is_told).collect();
    told.sort_by_key(|e| (e.start, e.end));
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::EvidenceOrigin;

    fn evidence(text: &str, words: &[&str]) -> Vec<Evidence> {
        let place = |word: &&str| {
            let start = text.find(*word).expect("the word stands in the text");
            Evidence {
                text: (*word).to_owned(),
                weight: 1.0,
                start,
                end: start + word.len(),
                origin: EvidenceOrigin::Text,
            }
        };
        words.iter().map(place).collect()
    }

    #[test]
    fn of_a_long_paragraph_the_stretches_with_evidence_are_shown() {
        let filler = "Møtet varte lenge, og alle fikk ordet etter tur. ".repeat(30);
        let text = format!("{filler}Laksen rømte fra merden i natt. {filler}Nå leter oppdretteren. {filler}");
        let shown = passages(
            &text,
            &evidence(&text, &["Laksen", "merden", "oppdretteren"]),
            &Style::default(),
        );
        assert_eq!(shown.len(), 2);
        assert!(shown[0].contains("[Laksen] rømte fra [merden]") && shown[1].contains("[oppdretteren]"));
        for passage in &shown {
            assert!(passage.len() <= LONGEST + 2 * "…[]".len(), "{passage}");
            assert!(passage.starts_with('…') && passage.ends_with('…'), "{passage}");
            assert!(!passage.contains("  ") && !passage.contains("…øtet"), "{passage}");
        }
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        let text = "Ferja ligger ved kai.\nLaksen rømte i natt.\n";
        let shown = passages(text, &evidence(text, &["Laksen"]), &Style::default());
        assert_eq!(shown, ["[Laksen] rømte i natt."]);
    }

    #[test]
    fn one_endless_word_is_cut_around_its_evidence() {
        let text = format!("{}laks{}", "å".repeat(400), "å".repeat(400));
        let shown = passages(&text, &evidence(&text, &["laks"]), &Style::default());
        assert_eq!(shown, ["…[laks]…"]);
    }
}
