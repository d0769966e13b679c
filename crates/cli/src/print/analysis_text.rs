//! `analyze --format text`: the sentences of an article, one a line, with the kinds of their blocks in the margin.

use std::fmt::Write;

use notis_text::Analysis;

use crate::palette::Palette;

/// The widest name of a block's kind.
const MARGIN: usize = 10;

/// An article as it is shown.
pub(crate) fn block(id: &str, analysis: &Analysis<'_>, palette: Palette) -> String {
    let mut out = String::new();
    let (sentences, tokens) = (analysis.sentences.len(), analysis.tokens.len());
    let facts = format!(
        "{}, {sentences} sentences, {tokens} words",
        analysis.language.code()
    );
    let _ = writeln!(out, "{} {}", palette.strong(id), palette.faint(facts));
    for (index, block) in analysis.blocks.iter().enumerate() {
        let mut inside = analysis
            .sentences
            .iter()
            .filter(|s| s.block == index)
            .map(|s| s.span)
            .peekable();
        let kind = block.kind.as_str();
        if inside.peek().is_none() {
            line(&mut out, kind, analysis.slice(block.span), palette);
        }
        for (nth, span) in inside.enumerate() {
            let margin = if nth == 0 { kind } else { "" };
            line(&mut out, margin, analysis.slice(span), palette);
        }
    }
    out.push('\n');
    out
}

fn line(out: &mut String, margin: &str, text: &str, palette: Palette) {
    let words: Vec<_> = text.split_whitespace().collect();
    let margin = palette.faint(format_args!("{margin:>MARGIN$}"));
    let _ = writeln!(out, "{margin}  {}", words.join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_has_a_line_of_its_own() {
        let analysis = notis_text::analyze("Flaum i Voss\n\nElva steig. Vegen er  stengd.", None);
        let shown = block("flaum", &analysis, Palette::PLAIN);
        assert!(shown.contains("body  Elva steig.\n"), "{shown}");
        assert!(shown.contains("            Vegen er stengd.\n"), "{shown}");
    }
}
