//! What a topic that nobody named is called: its words and names.

use std::collections::BTreeSet;

use notis_discover::{Lexicon, TopicWord};

use crate::output::TopicKeyword;

/// Words in a topic's name, and in its id.
const IN_NAME: usize = 3;
const IN_ID: usize = 2;

/// The keywords as they are shown: a word in both written forms, where they differ.
pub(crate) fn keywords(lexicon: &Lexicon, words: &[TopicWord]) -> Vec<TopicKeyword> {
    let shown = |word: &TopicWord| TopicKeyword {
        nb: lexicon.form_in(word.term, false).to_owned(),
        nn: lexicon.form_in(word.term, true).to_owned(),
        weight: rounded(word.weight),
        share: rounded(word.share),
    };
    words.iter().map(shown).collect()
}

/// Three digits are all that these numbers are good for.
pub(crate) fn rounded(number: f32) -> f32 {
    (number * 1000.0).round() / 1000.0
}

/// A topic's name: its first words, each that is a part of one of its names given as the name in full.
///
/// `names` are the topic's names, the most its own first.
pub(crate) fn name(keywords: &[TopicKeyword], names: &[String], nynorsk: bool) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for keyword in keywords {
        let word = if nynorsk { &keyword.nn } else { &keyword.nb };
        let in_full = names.iter().find(|name| is_part(word, name));
        let part = in_full.unwrap_or(word).as_str();
        if !parts.contains(&part) {
            parts.push(part);
        }
        if parts.len() == IN_NAME {
            break;
        }
    }
    parts.join(", ")
}

fn is_part(word: &str, name: &str) -> bool {
    word.starts_with(char::is_uppercase) && name.split(' ').any(|part| part == word)
}

/// An id made of a topic's words that none of `taken` has: small letters, digits and hyphens.
pub(crate) fn id(keywords: &[TopicKeyword], taken: &mut BTreeSet<String>) -> String {
    let words: Vec<String> = keywords.iter().take(IN_ID).map(|word| slug(&word.nb)).collect();
    let words: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !word.is_empty())
        .collect();
    let base = if words.is_empty() {
        "emne".to_owned()
    } else {
        words.join("-")
    };
    let numbered = (2..).map(|number| format!("{base}-{number}"));
    let mut ids = std::iter::once(base.clone()).chain(numbered);
    let id = ids.find(|id| !taken.contains(id)).unwrap_or(base);
    taken.insert(id.clone());
    id
}

fn slug(word: &str) -> String {
    let small = word.to_lowercase();
    let kept = small.chars().map(|c| if c.is_alphanumeric() { c } else { '-' });
    kept.collect::<String>().trim_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyword(nb: &str) -> TopicKeyword {
        TopicKeyword {
            nb: nb.to_owned(),
            nn: nb.to_owned(),
            weight: 1.0,
            share: 0.5,
        }
    }

    #[test]
    fn a_name_is_given_in_full() {
        let words = ["valget", "Obama", "Barack", "velgerne"].map(keyword);
        let names = ["Barack Obama".to_owned()];
        assert_eq!(name(&words, &names, false), "valget, Barack Obama, velgerne");
    }

    #[test]
    fn ids_are_plain_and_differ() {
        let mut taken = BTreeSet::new();
        let words = ["Nord-Korea", "a|b"].map(keyword);
        assert_eq!(id(&words, &mut taken), "nord-korea-a-b");
        assert_eq!(id(&words, &mut taken), "nord-korea-a-b-2");
        assert_eq!(id(&[], &mut taken), "emne");
    }
}
