//! Words that a generated sentence gives out for somebody's own.

use notis_text::{Analysis, Span};

/// Of fewer words a stretch in quotation marks is a name.
const WORDS: usize = 3;

/// The quotes of a generated sentence that do not stand in the article word for word.
pub(super) fn missing(sentence: &Analysis<'_>, article: &Analysis<'_>) -> Vec<(Span, String)> {
    let quotes: Vec<Span> = quotes(sentence.text).collect();
    if quotes.is_empty() {
        return Vec::new();
    }
    let said = plain(article.text);
    let invented = quotes.into_iter().filter(|quote| {
        let words = plain(quote.of(sentence.text));
        words.split(' ').nth(WORDS - 1).is_some() && !said.contains(&words)
    });
    invented
        .map(|quote| (quote, quote.of(sentence.text).trim().to_owned()))
        .collect()
}

/// The stretches in quotation marks, with these, and what is said behind a dash, up to the comma in front of its speaker.
fn quotes(text: &str) -> impl Iterator<Item = Span> {
    let marks = [('«', '»'), ('“', '”'), ('"', '"')];
    let marked = marks.into_iter().flat_map(move |(open, close)| {
        let opens = text.match_indices(open).map(|(at, mark)| (at, at + mark.len()));
        // Where one mark opens and closes, every second one closes.
        let step = if open == close { 2 } else { 1 };
        opens.step_by(step).filter_map(move |(start, inner)| {
            let len = text[inner..].find(close)?;
            Some(Span::new(start, inner + len + close.len_utf8()))
        })
    });
    let dashed = text.strip_prefix(['–', '—']).map(|said| {
        let start = text.len() - said.len();
        let len = said.find([',', '!', '?']).unwrap_or(said.len());
        Span::new(0, start + len)
    });
    marked.chain(dashed)
}

/// The words of a text in small letters, with one space between them: marks and breaks tell nothing of what was said.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_dashes_open_quotes() {
        let found = |text: &'static str| quotes(text).map(|quote| quote.of(text)).collect::<Vec<_>>();
        assert_eq!(
            found("Ho sa «kom hit» og \"gå bort\" til han."),
            ["«kom hit»", "\"gå bort\""]
        );
        assert_eq!(found("– Me ventar, sa ho."), ["– Me ventar"]);
        assert!(found("Bergen – Oslo tek sju timar.").is_empty());
    }
}
