//! Cutting a sentence that is longer than the whole budget.

use crate::{Cost, DigestSentence, Edit, EditKind, Room};
use notis_text::Span;

/// The sentence at `span`, cut so that it fits a `room` that no whole sentence fits: at the last clause boundary in the
/// second half of what fits, else after the last word that fits. It ends in «…».
pub(crate) fn cut(text: &str, span: Span, room: &Room) -> DigestSentence {
    let end = span.start + cut_length(span.of(text), room);
    let edit = Edit {
        kind: EditKind::Cut,
        span: Span::new(end, span.end),
        replacement: "…".to_owned(),
    };
    DigestSentence::edited(text, span, vec![edit])
}

/// Bytes of `sentence` to keep in front of the «…».
fn cut_length(sentence: &str, room: &Room) -> usize {
    let longest = longest_fitting(sentence, room);
    clause_ends(&sentence[..longest])
        .filter(|&end| end * 2 >= longest)
        .last()
        .unwrap_or(longest)
}

/// The end of the last word that fits with the «…» behind it; inside the first word where not even that one fits.
fn longest_fitting(sentence: &str, room: &Room) -> usize {
    let mut fitting = None;
    let mut at = 0;
    for word in sentence.split_whitespace() {
        at += sentence[at..].find(word).unwrap_or(0) + word.len();
        let cost = Cost::of(&sentence[..at]);
        if cost.words > room.words || cost.chars + 1 > room.first_chars() {
            break;
        }
        fitting = Some(at);
    }
    let end = fitting.unwrap_or_else(|| {
        let letters = room.first_chars().saturating_sub(1);
        sentence
            .char_indices()
            .nth(letters)
            .map_or(sentence.len(), |(at, _)| at)
    });
    sentence[..end]
        .trim_end_matches([',', ';', ':', '–', '-', ' '])
        .len()
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
        cut(text, Span::new(0, text.len()), &room).text
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
