//! What a sentence has that stands under pictures: places, names, years, and what was glued together.

use super::line::Line;
use crate::lexicon::{Class, Classes};
use memchr::{memchr, memchr2};
use notis_text::lists::connectives::TOGETHER;
use notis_text::lists::pictures;
use notis_text::{Case, TokenKind};

/// Words with capitals that a sentence begins with, titles in front of them included.
pub(super) fn name_at_start(line: &Line<'_>) -> usize {
    let article = line.article();
    let named = |&i: &usize| article.tokens[line.first + i].case != Case::Lower;
    let opens_plainly = || article.types.is_stop_word(article.token_types[line.first]);
    if line.len() == 0 || opens_plainly() {
        return 0;
    }
    (0..line.len()).take_while(named).count()
}

/// Whether a sentence says who stands where on a picture.
pub(super) fn is_placed(text: &str) -> bool {
    let has = |places: &[&str]| places.iter().any(|place| text.contains(place));
    let bytes = text.as_bytes();
    // Most sentences have no bracket, and their only period is the last byte.
    (memchr2(b'(', b')', bytes).is_some() && has(pictures::BRACKETED))
        || (memchr(b'.', bytes).is_some_and(|first| first + 1 < bytes.len()) && has(pictures::ABBREVIATED))
        || has(pictures::IN_WORDS)
}

/// Whether a sentence says «her» of somebody on a picture.
pub(super) fn is_here(line: &Line<'_>) -> bool {
    let behind = |i: usize| {
        line.classes(i + 1).has(Class::Preposition)
            || TOGETHER.contains(&line.word(i + 1))
            || pictures::BEHIND_HERE.contains(&line.word(i + 1))
    };
    let says_here = || (0..line.len()).any(|i| line.word(i) == "her" && behind(i));
    let opens_here = || line.word(0) == "her" && line.classes(1).has(Class::Scene);
    // «Her» is such an adverb.
    line.present.has(Class::AnaphoricAdverb) && (says_here() || opens_here())
}

/// Whether a sentence speaks of its picture.
pub(super) fn is_of_picture(line: &Line<'_>) -> bool {
    let shows = |i: usize| line.classes(i).has(Class::Picture);
    let opens = pictures::OPENERS.contains(&line.word(0));
    let is_word = |word: &str| pictures::WORDS.contains(&word);
    shows(0)
        || (opens && shows(1))
        || line.present.has(Class::Credit)
        || (0..line.len()).any(|i| is_word(line.word(i)))
}

pub(super) fn has_year(line: &Line<'_>) -> bool {
    line.tokens().any(|token| {
        let is_year = |form: &str| form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
        line.article().tokens[token].kind == TokenKind::Number && is_year(line.article().form(token))
    })
}

pub(super) fn has_day(line: &Line<'_>) -> bool {
    (0..line.len()).any(|i| line.word(i).ends_with("dag") && line.word(i).len() > 5)
}

/// Whether a word inside a sentence opens another: it has a capital and is no name.
pub(super) fn is_glued(line: &Line<'_>) -> bool {
    const PLAIN: Classes = Classes::of(&[
        Class::Conjunction,
        Class::SingularSubject,
        Class::Demonstrative,
        Class::AnaphoricAdverb,
        Class::Preposition,
        Class::Subordinator,
        Class::FirstPerson,
        Class::WeOrYou,
        Class::TitleNoun,
    ]);
    let article = line.article();
    let glued = |token: usize| {
        let behind_score = || {
            let number = |token: usize| article.tokens[token].kind == TokenKind::Number;
            token > line.first + 1
                && number(token - 1)
                && (number(token - 2) || article.form(token - 1).contains(['–', '-']))
        };
        let gap = article.gap(token);
        gap == ") " || gap == " " && (line.classes_of(token).meets(PLAIN) || behind_score())
    };
    let is_capital = |&token: &usize| article.tokens[token].case == Case::Initial;
    line.tokens().skip(1).filter(is_capital).any(glued)
}
