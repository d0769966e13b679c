//! Cutting a sentence that is longer than the whole budget.

use crate::{Cost, DigestSentence, Edit, EditKind, Room};
use notis_text::{Original, Span};

/// The sentence at `span`, cut so that it fits a `room` that no whole sentence fits: at the last clause boundary in the
/// second half of what fits, else after the last word that fits. It ends in «…».
pub(crate) fn cut(original: Original<'_>, span: Span, room: &Room) -> DigestSentence {
    let end = span.start + cut_length(original, span, room);
    let edit = Edit {
        kind: EditKind::Cut,
        span: Span::new(end, span.end),
        replacement: "…".to_owned(),
    };
    DigestSentence::edited(original, span, vec![edit])
}

/// Bytes of the sentence at `span` to keep in front of the «…».
fn cut_length(original: Original<'_>, span: Span, room: &Room) -> usize {
    let sentence = span.of(original.normal);
    let longest = longest_fitting(original, span, room);
    clause_ends(&sentence[..longest])
        .filter(|&end| end * 2 >= longest)
        .last()
        .unwrap_or(longest)
}

/// The end of the last word that fits with the «…» behind it; inside the first word where not even that one fits.
fn longest_fitting(original: Original<'_>, span: Span, room: &Room) -> usize {
    let sentence = span.of(original.normal);
    let mut fitting = None;
    let mut at = 0;
    for word in sentence.split_whitespace() {
        at += sentence[at..].find(word).unwrap_or(0) + word.len();
        let cost = Cost::of(original.slice(Span::new(span.start, span.start + at)));
        if cost.words > room.words || cost.chars + 1 > room.first_chars() {
            break;
        }
        fitting = Some(at);
    }
    let letters = room.first_chars().saturating_sub(1);
    let end = fitting.unwrap_or_else(|| end_of_letters(original, span, letters));
    sentence[..end]
        .trim_end_matches([',', ';', ':', '–', '-', ' '])
        .len()
}

/// The bytes of the sentence at `span` that hold at most so many letters of the text as it was read.
fn end_of_letters(original: Original<'_>, span: Span, mut letters: usize) -> usize {
    let sentence = span.of(original.normal);
    let mut read = original.span(span).start;
    let mut is_beyond = |&(at, letter): &(usize, char)| {
        let before = Span::new(span.start, span.start + at + letter.len_utf8());
        let end = original.span(before).end;
        let width = original.read()[read..end].chars().count();
        let is_beyond = width > letters;
        (read, letters) = (end, letters.saturating_sub(width));
        is_beyond
    };
    let beyond = sentence.char_indices().find(|letter| is_beyond(letter));
    beyond.map_or(sentence.len(), |(at, _)| at)
}

/// Where clauses end: in front of a comma, semicolon, colon or dash.
fn clause_ends(sentence: &str) -> impl Iterator<Item = usize> {
    sentence
        .match_indices([',', ';', ':', '–'])
        .filter(|&(at, mark)| sentence[at + mark.len()..].starts_with(char::is_whitespace))
        .map(|(at, _)| sentence[..at].trim_end().len())
        .filter(|&end| end > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Budget;

    fn cut_to(text: &str, budget: Budget) -> String {
        let article = notis_text::analyze(text, None);
        let document = crate::Document::new(&article, &crate::Query::default());
        let room = budget.room(&document).unwrap();
        cut(text.into(), Span::new(0, text.len()), &room).text
    }

    const LONG: &str = "Kommunen stengjer skulen til måndag, fordi taket lek, melder avisa.";

    #[test]
    fn a_sentence_is_cut_at_a_clause() {
        assert_eq!(
            cut_to(LONG, Budget::Words(8)),
            "Kommunen stengjer skulen til måndag…"
        );
        assert_eq!(
            cut_to(LONG, Budget::Words(9)),
            "Kommunen stengjer skulen til måndag, fordi taket lek…"
        );
    }

    #[test]
    fn a_clause_in_the_first_half_is_too_little() {
        let text = "Skulen er stengd, melder avisa i Vik som har tala med rektor.";
        assert_eq!(cut_to(text, Budget::Words(6)), "Skulen er stengd…");
        assert_eq!(
            cut_to(text, Budget::Words(8)),
            "Skulen er stengd, melder avisa i Vik som…"
        );
    }

    #[test]
    fn a_comma_inside_a_number_ends_no_clause_and_no_mark_stands_before_the_cut() {
        let text = "Renta er 4,5 prosent – og stig til hausten når banken møtest att.";
        assert_eq!(cut_to(text, Budget::Words(3)), "Renta er 4,5…");
        assert_eq!(cut_to(text, Budget::Words(5)), "Renta er 4,5 prosent…");
        assert_eq!(cut_to(text, Budget::Words(7)), "Renta er 4,5 prosent…");
    }

    #[test]
    fn without_a_clause_in_reach_it_is_cut_after_a_word() {
        assert_eq!(cut_to(LONG, Budget::Words(3)), "Kommunen stengjer skulen…");
        assert_eq!(cut_to(LONG, Budget::Chars(20)), "Kommunen stengjer…");
    }

    #[test]
    fn the_first_word_itself_may_be_too_long() {
        assert_eq!(cut_to(LONG, Budget::Chars(4)), "Kom…");
        assert_eq!(cut_to(LONG, Budget::Chars(1)), "…");
    }
}
