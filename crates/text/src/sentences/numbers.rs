//! Periods behind numbers and initials: ordinals, dates, kings and middle names.

use super::next::{Next, is_numbered};
use crate::lists::{articles, names};

/// Whether a period behind digits ends the sentence, or makes them an ordinal: «3. april», «Harald 5.».
/// `before` is the sentence up to the number.
pub(super) fn number_ends(digits: &str, before: &str, next: Next<'_>, opener: bool) -> bool {
    let short = digits.len() < 3;
    let last = last_word(before);
    match next {
        _ if before.is_empty() => false,
        Next::Digit | Next::Point => digits.len() == 4,
        Next::Capital { word, .. } if short => {
            !is_numbered(word) && (opener || !is_king(last) && !articles::DEFINITE.contains(&last))
        }
        _ => true,
    }
}

/// Whether `name` is borne by kings, queens and popes, who are numbered: «Harald 5. Norge» is one sentence.
fn is_king(name: &str) -> bool {
    names::KINGS.contains(&name)
}

/// Whether `word` is made of single capitals with points between them, or is a Roman number: «J», «H.K.H», «XIV».
pub(super) fn is_initials(word: &str) -> bool {
    let single = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && (letters.as_str().is_empty() || letters.as_str().starts_with('-'))
    };
    !word.is_empty() && word.split('.').all(single) || is_roman(word)
}

/// Whether `word` is a Roman number up to 39.
fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b"IVX".contains(&b))
}

/// Whether the period behind initials ends the sentence: «plan B. Det» does, «J. Stoltenberg» does not.
pub(super) fn initials_end(word: &str, before: &str, next: Next<'_>, opener: bool) -> bool {
    if before.is_empty() {
        return false;
    }
    let follows_a_name = last_word(before).starts_with(char::is_uppercase);
    if word == "I" && matches!(next, Next::Capital { word, .. } if word.len() == 1) {
        return false;
    }
    if is_roman(word) && word != "V" {
        return opener || !follows_a_name && matches!(next, Next::Capital { .. });
    }
    opener && (!follows_a_name || word.len() > 1)
}

/// The last word of `before`.
fn last_word(before: &str) -> &str {
    before.rsplit(' ').next().unwrap_or_default()
}
