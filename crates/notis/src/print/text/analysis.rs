//! What is seen in a text: the sentences of an article, one a line, with the kinds of their blocks in the margin, and the
//! names in it.

use std::fmt::Write;

use crate::output::Analysis;
use crate::print::escape::{prose, visible};
use crate::print::style::Style;
use crate::{Article, NameKind};

/// The widest name of a block's kind.
const MARGIN: usize = 10;

/// An article as it is shown.
pub(super) fn block(article: &Article, analysis: &Analysis<'_>, style: &Style) -> String {
    let mut out = String::new();
    let (sentences, tokens) = (analysis.sentences.len(), analysis.tokens.len());
    let facts = format!("{}, {sentences} sentences, {tokens} words", analysis.lang.code());
    let _ = writeln!(
        out,
        "{} {}",
        style.strong(visible(analysis.id)),
        style.faint(facts)
    );
    let mut sentences = analysis.sentences.iter().peekable();
    for (index, block) in analysis.blocks.iter().enumerate() {
        let mut margin = block.kind.as_str();
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block == index) {
            line(&mut out, margin, sentence.span.of(&article.text), style);
            margin = "";
        }
        if !margin.is_empty() {
            line(&mut out, margin, block.span.of(&article.text), style);
        }
    }
    let names: Vec<_> = analysis.names_with_kinds().map(with_mentions).collect();
    if !names.is_empty() {
        line(&mut out, "names", &names.join(", "), style);
    }
    out.push('\n');
    out
}

/// A name, how often it is mentioned where that is more than once, and its kind where it is told.
fn with_mentions((name, mentions, kind): (&str, usize, Option<NameKind>)) -> String {
    match (mentions, kind.map(NameKind::as_str)) {
        (..=1, None) => name.to_owned(),
        (..=1, Some(kind)) => format!("{name} ({kind})"),
        (mentions, None) => format!("{name} ({mentions})"),
        (mentions, Some(kind)) => format!("{name} ({kind}, {mentions})"),
    }
}

fn line(out: &mut String, margin: &str, text: &str, style: &Style) {
    let text = prose(text);
    let words: Vec<_> = text.split_whitespace().collect();
    let margin = style.faint(format_args!("{margin:>MARGIN$}"));
    let _ = writeln!(out, "{margin}  {}", words.join(" "));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Desk;

    fn shown(text: &str) -> String {
        let desk = Desk::builder().without_model().build().unwrap();
        let article = Article {
            id: "sak".to_owned(),
            text: text.to_owned(),
            ..Article::default()
        };
        let reading = desk.read(&article).unwrap();
        block(&article, &reading.analysis(), &Style::default())
    }

    #[test]
    fn a_sentence_has_a_line_of_its_own() {
        let shown = shown("Flaum i Voss\n\nElva steig. Vegen er  stengd.");
        assert!(shown.contains("body  Elva steig.\n"), "{shown}");
        assert!(shown.contains("            Vegen er stengd.\n"), "{shown}");
    }

    #[test]
    fn names_come_last_with_their_mentions() {
        let shown = shown("Ordførar Kari Dale opna brua. Ho ligg i Voss. – Endeleg, sa Dale.");
        assert!(shown.ends_with("     names  Kari Dale (2), Voss\n\n"), "{shown}");
    }
}
