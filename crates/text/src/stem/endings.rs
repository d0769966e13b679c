//! Inflectional endings of both written forms.
//!
//! A light stemmer after the manner of Snowball's Norwegian one (Porter, 2001), with the nynorsk endings beside the
//! bokmål ones («-ar», «-ane», «-a», «-ast», «-ande», «-heit», «-leg»), so that both forms of a word lose the same.

use crate::lists::endings;

/// The base of a folded word: without genitive and inflection.
pub(super) fn strip(word: &str) -> &str {
    let word = without_genitive(word);
    if let Some(base) = quality(word) {
        return base;
    }
    without_superlative(without_agent(without_ending(word)))
}

/// The part of a noun in -het/-heit that stays: up to and with its «he».
fn quality(word: &str) -> Option<&str> {
    let rest = word.rfind('h')?;
    let is_quality = rest >= 2 && endings::QUALITIES.contains(&&word[rest..]);
    is_quality.then(|| &word[..rest + "he".len()])
}

/// Without a genitive -s: after a vowel or a consonant that a stem rarely has before an -s of its own.
fn without_genitive(word: &str) -> &str {
    let Some(rest) = word.strip_suffix('s') else {
        return word;
    };
    let bearing = rest.ends_with([
        'b', 'd', 'f', 'g', 'h', 'j', 'l', 'm', 'n', 'r', 't', 'v', 'y', 'e', 'a',
    ]);
    let own = endings::OWN_S.iter().any(|stem| word.ends_with(stem));
    if bearing && !own && rest.chars().count() >= 4 {
        rest
    } else {
        word
    }
}

fn without_ending(word: &str) -> &str {
    let last = word.as_bytes().last();
    endings::INFLECTIONS
        .iter()
        .filter(|ending| ending.as_bytes().last() == last)
        .find_map(|ending| without(word, ending))
        .unwrap_or(word)
}

/// `word` without `ending`, if enough is left to be a stem.
fn without<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let rest = word.strip_suffix(ending)?;
    let letters = rest.chars().count();
    let fits = match ending {
        // «viktig-t», «vanleg-t»: elsewhere a final t is the stem's own.
        "t" => rest.ends_with("ig") || rest.ends_with("leg"),
        // «lærer-ne»
        "ne" => rest.ends_with('r') && letters >= 4,
        "ast" | "aste" => letters >= 4,
        "a" | "e" => letters >= 3,
        _ => letters >= 3 || letters == 2 && !rest.is_ascii(),
    };
    (fits && rest.contains(is_vowel)).then_some(rest)
}

/// Without the -er/-ar of one who does something, of comparatives and of plurals with a second ending.
fn without_agent(base: &str) -> &str {
    ["er", "ar"]
        .iter()
        .find_map(|ending| {
            base.strip_suffix(ending)
                .filter(|rest| rest.chars().count() >= 4 && rest.contains(is_vowel))
        })
        .unwrap_or(base)
}

/// «viktigst», as «viktigast», has the stem of «viktig».
fn without_superlative(base: &str) -> &str {
    base.strip_suffix("st")
        .filter(|rest| rest.len() > 3 && rest.ends_with("ig"))
        .unwrap_or(base)
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'æ' | 'ø' | 'å' | 'é' | 'ó' | 'ò' | 'ô' | 'ö' | 'ä' | 'ü'
    )
}
