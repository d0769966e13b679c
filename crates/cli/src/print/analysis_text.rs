//! `analyze --format text`: the sentences of an article, one a line, with the kinds of their blocks in the margin, and the
//! names in it.

use std::fmt::Write;

use notis_text::{Analysis, Name, names};

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
    let mut sentences = analysis.sentences.iter().peekable();
    for (index, block) in analysis.blocks.iter().enumerate() {
        let mut margin = block.kind.as_str();
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block == index) {
            line(&mut out, margin, analysis.slice(sentence.span), palette);
            margin = "";
        }
        if !margin.is_empty() {
            line(&mut out, margin, analysis.slice(block.span), palette);
        }
    }
    let names: Vec<_> = names(analysis).iter().map(with_mentions).collect();
    if !names.is_empty() {
        line(&mut out, "names", &names.join(", "), palette);
    }
    out.push('\n');
    out
}

/// A name, and how often it is mentioned where that is more than once.
fn with_mentions(name: &Name) -> String {
    match name.mentions.len() {
        ..=1 => name.name.clone(),
        mentions => format!("{} ({mentions})", name.name),
    }
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

    #[test]
    fn names_come_last_with_their_mentions() {
        let text = "Ordførar Kari Dale opna brua. Ho ligg i Voss. – Endeleg, sa Dale.";
        let shown = block("bru", &notis_text::analyze(text, None), Palette::PLAIN);
        assert!(shown.ends_with("     names  Kari Dale (2), Voss\n\n"), "{shown}");
    }
}
