//! Words that are names of places, though a pattern for ordinary words reaches them: «Laksevåg» is no salmon.
//!
//! Names of bodies are none of them: «Helsedirektoratet» is about health, so a capital alone does not tell.

use notis_text::lists::places;

/// Whether the word at `start..end` of `text` is the name of a place, seen from what follows the byte `rest` in it.
pub(super) fn is_place(text: &str, start: usize, rest: usize, end: usize) -> bool {
    let (word, rest) = (&text[start..end], &text[rest..end]);
    let is_capitalised =
        word.starts_with(char::is_uppercase) && word.chars().skip(1).all(|c| !c.is_uppercase());
    let ends_as = |endings: &[&str]| {
        let nominative = rest.strip_suffix('s').unwrap_or(rest);
        endings
            .iter()
            .any(|ending| rest.ends_with(ending) || nominative.ends_with(ending))
    };
    is_capitalised
        && (ends_as(places::OF_NAMES) || (ends_as(places::OF_BOTH) && !opens_sentence(&text[..start])))
}

/// Whether a sentence, a line or a quotation begins behind `before`.
fn opens_sentence(before: &str) -> bool {
    let line = before.trim_end_matches([' ', '\u{a0}']);
    match line
        .trim_end_matches(['–', '—', '-', '«', '"', '“', '”', '\'', '(', ' '])
        .chars()
        .last()
    {
        None => true,
        Some(last) => {
            matches!(last, '.' | '!' | '?' | ':' | '\n' | '\r' | '»' | '|')
                || line.ends_with(['–', '—', '«', '“', '"'])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, word: &str, rest: usize) -> bool {
        let start = text.find(word).expect("the word stands in the text");
        is_place(text, start, start + rest, start + word.len())
    }

    #[test]
    fn places_are_told_from_ordinary_words_and_from_bodies() {
        for (text, word) in [
            ("Ho bur i Laksevåg.", "Laksevåg"),
            ("Laksevågs lag tapte", "Laksevågs"),
            ("huset i Lakseveien 4", "Lakseveien"),
        ] {
            assert!(place(text, word, 4), "{word}");
        }
        for (text, word) in [
            ("Lakselus er farleg", "Lakselus"),
            ("vår. Lakseveien opp til hytta", "Lakseveien"),
            ("i lakseveien", "lakseveien"),
            ("LAKSEVÅG BRENN", "LAKSEVÅG"),
            ("sa Laksedirektoratet", "Laksedirektoratet"),
        ] {
            assert!(!place(text, word, 4), "{word}");
        }
    }
}
