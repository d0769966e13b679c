//! Stretches of a text set off: the sentences of a digest, and the words that carried topics.

use std::ops::Range;

use maud::{Markup, html};

/// A stretch of the text that is set off.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) span: Range<usize>,
    /// Which topic, from 1.
    pub(super) topic: usize,
    /// What is told of it.
    pub(super) told: String,
}

/// A text with its digest's sentences, which links can name as `s1`, `s2` …, and the words of its topics. Where marks lie
/// over each other, the first one shows.
pub(super) fn marked(text: &str, sentences: &[Range<usize>], marks: &[Mark]) -> Markup {
    let mut numbered: Vec<_> = (1..)
        .zip(sentences)
        .filter(|(_, span)| is_in(text, span))
        .collect();
    numbered.sort_by_key(|(_, span)| span.start);
    let mut at = 0;
    let mut parts = Vec::new();
    for (number, span) in numbered {
        if span.start < at {
            continue;
        }
        parts.push((None, at..span.start));
        parts.push((Some(number), span.clone()));
        at = span.end;
    }
    parts.push((None, at..text.len()));
    html! {
        @for (number, span) in parts {
            @match number {
                Some(number) => span.said id={ "s" (number) } { (words(text, span, marks)) },
                None => (words(text, span, marks)),
            }
        }
    }
}

/// A stretch of the text with the marks in it.
pub(super) fn words(text: &str, part: Range<usize>, marks: &[Mark]) -> Markup {
    let inside = marks
        .iter()
        .filter(|mark| is_in(text, &mark.span) && mark.span.start < part.end);
    let mut inside: Vec<_> = inside.filter(|mark| mark.span.end > part.start).collect();
    inside.sort_by_key(|mark| (mark.span.start, mark.topic));
    let mut at = part.start;
    let mut pieces = Vec::new();
    for mark in inside {
        let (start, end) = (mark.span.start.max(at), mark.span.end.min(part.end));
        if start < end {
            pieces.push((None, &text[at..start]));
            pieces.push((Some(mark), &text[start..end]));
            at = end;
        }
    }
    pieces.push((None, &text[at..part.end]));
    html! {
        @for (mark, words) in pieces {
            @match mark {
                Some(mark) => mark class={ "t" (mark.topic) } title=(mark.told) { (words) },
                None => (words),
            }
        }
    }
}

fn is_in(text: &str, span: &Range<usize>) -> bool {
    span.start < span.end && text.get(span.clone()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(span: Range<usize>, topic: usize) -> Mark {
        Mark {
            span,
            topic,
            told: "<\"".to_owned(),
        }
    }

    #[test]
    fn every_letter_stands_once_whatever_lies_over_it() {
        let text = "Ferja <b>sto</b>. Ho går.";
        let shown = marked(
            text,
            &[0..17, 3..9, 90..99],
            &[mark(3..8, 1), mark(5..20, 2), mark(6..7, 1)],
        );
        let shown = shown.into_string();
        let mut plain = String::new();
        let mut is_tag = false;
        for c in shown.chars() {
            match c {
                '<' => is_tag = true,
                '>' => is_tag = false,
                c if !is_tag => plain.push(c),
                _ => {}
            }
        }
        assert_eq!(plain.replace("&lt;", "<").replace("&gt;", ">"), text);
        assert!(
            shown.contains("<span class=\"said\" id=\"s1\">") && !shown.contains("s2\""),
            "{shown}"
        );
        assert!(shown.contains("title=\"&lt;&quot;\""), "{shown}");
    }
}
