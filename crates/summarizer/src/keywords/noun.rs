//! Whether a word is one that a librarian would file an article under: a noun that tells something.
//!
//! No word has its class written on it; how the article uses it shows. «Av brua», «ei bru» are a noun, «å byggje», «har
//! bygd» a verb, «russiske soldatar» an adjective in front of one.

use crate::Document;
use crate::lexicon::{Class, Classes};
use notis_text::lists::articles;
use notis_text::lists::keywords::{ADJECTIVE_ENDINGS, BEFORE_VERBS, BEHIND_VERBS, NOUN_ENDINGS, UNTELLING};
use notis_text::lists::time::MONTHS;
use notis_text::{Analysis, Case};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A word of so many letters is nearly always a compound, which says more by itself than a short word does.
const COMPOUND: usize = 11;
/// What a compound counts beside another noun.
const OF_COMPOUND: f32 = 1.3;
/// What no word counts more than.
pub(super) const MOST_WORTH: f32 = OF_COMPOUND;
/// What a word counts whose use shows nothing, but whose ending does: «dommen», «forskning».
const LIKELY: f32 = 0.8;
/// What a word counts of which neither shows anything.
const UNSURE: f32 = 0.3;

/// What a word counts as a keyword, from 0 up, by the tokens where it stands and the form it is told by.
pub(super) fn worth(document: &Document<'_>, tokens: &[usize], form: &str) -> f32 {
    if is_untelling(form) {
        return 0.0;
    }
    let article = document.article();
    let (mut nouns, mut others) = (0, 0);
    for &token in tokens {
        let before = before(article, token);
        let is = |check: fn(&str) -> bool| before.is_some_and(|before| check(article.form(before)));
        if is_adjective(article, token)
            || is(|before| BEFORE_VERBS.contains(&before))
            || is_verb(document, token)
        {
            others += 1;
        } else if before.is_some_and(|before| classes(document, before).has(Class::Preposition))
            || is(is_article)
        {
            nouns += 1;
        }
    }
    let sure = match (nouns, others) {
        (0, 0) if NOUN_ENDINGS.iter().any(|ending| form.ends_with(ending)) => LIKELY,
        (0, 0) => UNSURE,
        (nouns, others) if others > nouns || nouns == 0 => return 0.0,
        _ => 1.0,
    };
    let compound = form.chars().count() >= COMPOUND;
    sure * if compound { OF_COMPOUND } else { 1.0 }
}

/// Whether a word tells nothing of any article.
fn is_untelling(form: &str) -> bool {
    static LISTED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| UNTELLING.split_whitespace().collect());
    LISTED.contains(form) || MONTHS.contains(&form)
}

/// The token right before a token, with only a space between.
fn before(article: &Analysis<'_>, token: usize) -> Option<usize> {
    token.checked_sub(1).filter(|&before| joined(article, before))
}

/// What a token may be.
fn classes(document: &Document<'_>, token: usize) -> Classes {
    document.words()[document.article().token_types[token] as usize].classes
}

/// Whether only a space stands behind a token.
fn joined(article: &Analysis<'_>, token: usize) -> bool {
    token + 1 < article.tokens.len() && article.gap(token + 1) == " "
}

/// An article: as behind a preposition, a noun follows, with an adjective in front of it at most.
fn is_article(word: &str) -> bool {
    const ALL: [&[&str]; 3] = [articles::INDEFINITE, articles::DEFINITE, articles::DEMONSTRATIVE];
    ALL.iter().any(|articles| articles.contains(&word))
}

/// Whether a token is used as a verb of saying, by what stands around it: «…, fortel Kari Vik», «politiet opplyser at».
fn is_verb(document: &Document<'_>, token: usize) -> bool {
    let article = document.article();
    let next = article.tokens.get(token + 1);
    let behind_comma = token > 0 && article.gap(token) == ", ";
    let in_front_of_name = next.is_some_and(|next| next.case != Case::Lower) && joined(article, token);
    let claims = next.is_some() && BEHIND_VERBS.contains(&article.form(token + 1));
    (behind_comma && in_front_of_name)
        || (claims && joined(article, token) && classes(document, token).has(Class::MaybeVerb))
}

/// Whether a token looks like an adjective, and a word in small letters that it may tell of follows.
fn is_adjective(article: &Analysis<'_>, token: usize) -> bool {
    let form = article.form(token);
    let ends = |ending: &&str| form.len() > ending.len() + 2 && form.ends_with(*ending);
    let inflected = form.ends_with('e') || ends_in_neuter(form) || ADJECTIVE_ENDINGS.iter().any(ends);
    inflected && joined(article, token) && {
        let next = token + 1;
        article.tokens[next].case == Case::Lower && !article.types.is_stop_word(article.token_types[next])
    }
}

/// Whether a word ends like an adjective in the neuter, in a consonant and -t: «digitalt», «stort».
fn ends_in_neuter(form: &str) -> bool {
    let stem = form.strip_suffix('t').unwrap_or_default();
    stem.len() > 2 && stem.ends_with(|c: char| !"aeiouyæøå".contains(c))
}
