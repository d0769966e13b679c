//! Nouns, known by their endings as far as Norwegian lets one, and adjectives that may be taken for one.

use notis_text::lists::{endings, grammar, names, newsrooms, nouns};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// Whether a word ends like a noun in the definite singular.
pub(super) fn ends_like_definite(word: &str) -> bool {
    word.len() > 4 && word.ends_with(['n', 'a'])
}

/// Whether a word ends like a noun in the plural.
pub(super) fn ends_like_plural(word: &str) -> bool {
    word.len() > 3 && endings::PLURALS.iter().any(|ending| word.ends_with(ending))
}

/// Whether a word ends like a noun in the definite form, singular or plural, and is long enough for one.
pub(crate) fn is_definite(word: &str) -> bool {
    word.len() > 4
        && endings::DEFINITE
            .iter()
            .copied()
            .flatten()
            .any(|ending| word.ends_with(ending))
}

/// Whether a word ends like a finite verb.
pub(super) fn ends_like_verb(word: &str) -> bool {
    word.len() > 2
        && endings::FINITE_VERBS.iter().any(|ending| word.ends_with(ending))
        && !grammar::PLURAL_ENDINGS
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// Whether a noun names a person when a name follows: «statsminister Jonas Gahr Støre».
pub(super) fn is_title_noun(word: &str) -> bool {
    ends_in_title(word) || word.strip_suffix("en").is_some_and(ends_in_title)
}

/// The titles by their last byte, which spares a word nearly all of them.
static TITLES_BY_END: LazyLock<FxHashMap<u8, Vec<&str>>> = LazyLock::new(|| {
    let mut by_end: FxHashMap<u8, Vec<&str>> = FxHashMap::default();
    for title in names::TITLES {
        by_end
            .entry(title.as_bytes()[title.len() - 1])
            .or_default()
            .push(title);
    }
    by_end
});

fn ends_in_title(word: &str) -> bool {
    let titles = word.bytes().last().and_then(|end| TITLES_BY_END.get(&end));
    titles.is_some_and(|titles| titles.iter().any(|title| word.ends_with(title)))
}

/// Whether a text with a word of [`nouns::CREDITED`] has it as a credit.
pub(crate) fn has_credit(text: &str) -> bool {
    nouns::CREDIT_MARKS.iter().any(|mark| text.contains(mark))
}

/// The names of newspapers, broadcasters and agencies, folded.
static SOURCES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    let named = newsrooms::AGENCIES.iter().chain(newsrooms::NEWSROOMS);
    let others = newsrooms::OTHER_SOURCES.split_whitespace();
    named.copied().chain(others).map(str::to_lowercase).collect()
});

/// Whether a word is the name, or the kind of name, of a newspaper, broadcaster or news agency.
pub(crate) fn is_news_source(word: &str) -> bool {
    let compound = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    SOURCES.contains(word) || newsrooms::SOURCE_ENDINGS.iter().any(|&ending| compound(ending))
}
