//! How a sentence opens: by itself, or by pointing back at what stands before it.

use super::quote::Voice;
use super::{Line, lexicon};
use crate::{Edit, EditKind};
use notis_text::{Case, Span};

/// What ties a sentence to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing.
    None,
    /// A conjunction, its first word.
    Conjunction,
    /// A pronoun that stands for a person, its first word.
    Pronoun,
    /// Anything else: a demonstrative, an adverb, a phrase.
    Pointing,
}

/// The tie of a sentence.
pub(super) fn link(line: &Line<'_>) -> Link {
    let (first, second, third) = (line.word(0), line.word(1), line.word(2));
    if lexicon::is_conjunction(first) {
        Link::Conjunction
    } else if lexicon::is_singular_subject(first) {
        Link::Pronoun
    } else if points_by_word(first) || points_by_adverb(line) || points_by_phrase(first, second, third) {
        Link::Pointing
    } else {
        Link::None
    }
}

fn points_by_word(first: &str) -> bool {
    lexicon::is_other_pronoun(first) || lexicon::is_demonstrative(first)
}

fn points_by_phrase(first: &str, second: &str, third: &str) -> bool {
    lexicon::is_connecting_phrase(first, second)
        || points_by_det(first, second, third)
        || (lexicon::is_preposition(first) && lexicon::is_pointed_at(second))
}

/// An adverb that connects; «Siden» and «Her i Tirana» do not where what they point at follows.
fn points_by_adverb(line: &Line<'_>) -> bool {
    let (first, second) = (line.word(0), line.word(1));
    let names_place = matches!(first, "her" | "der") && matches!(second, "i" | "på");
    let since = matches!(first, "siden" | "sidan") && (lexicon::is_finite_verb(second) || second == "den");
    (lexicon::is_anaphoric_adverb(first) && !names_place) || since
}

/// «Det» that stands for something said before: «Det sier ordføreren», «Det ble det ikke noe av», «Det er derfor …».
fn points_by_det(first: &str, second: &str, third: &str) -> bool {
    let cause = matches!(
        third,
        "derfor"
            | "difor"
            | "grunnen"
            | "årsaken"
            | "det"
            | "de"
            | "dei"
            | "han"
            | "hun"
            | "ho"
            | "også"
            | "òg"
    );
    first == "det" && (lexicon::is_verb_of_pointing_det(second) || cause)
}

/// Whether a sentence has a pronoun for which neither it nor anything else in it can stand: no name, and no noun of its
/// number, comes before the pronoun.
pub(super) fn dangles(line: &Line<'_>) -> bool {
    let (mut person, mut several) = (false, false);
    for token in line.first..line.end {
        let word = line.article.form(token);
        let next = line.word(token + 1 - line.first);
        let they = lexicon::is_plural_object(word) || (matches!(word, "de" | "dei") && !begins_noun(next));
        if (lexicon::is_personal(word) && !person) || (they && !several) {
            return true;
        }
        let name = may_be_name(line, token);
        person |= name || lexicon::may_be_person(word);
        several |= name || lexicon::may_be_plural(word);
    }
    false
}

/// Whether a token is capitalised as a name or a noun that opens the sentence.
fn may_be_name(line: &Line<'_>, token: usize) -> bool {
    let article = line.article;
    let opens_plainly = token == line.first && article.types.is_stop_word(article.token_types[token]);
    article.tokens[token].case != Case::Lower && !opens_plainly
}

/// Whether the word behind «de» is an adjective, a number or «som», so that «de» is its article.
fn begins_noun(word: &str) -> bool {
    word.ends_with('e')
        || word.starts_with(|c: char| c.is_ascii_digit())
        || matches!(word, "som" | "to" | "seks" | "sju" | "ti")
}

/// Whether the next sentence takes this one back: «Det ble det ikke noe av.»
pub(super) fn is_taken_back(next: &Line<'_>) -> bool {
    let start = usize::from(lexicon::is_conjunction(next.word(0)));
    let words = [0, 1, 2, 3].map(|i| next.word(start + i));
    words[0] == "det" && words[2] == "det" && matches!(words[3], "ikke" | "ikkje" | "aldri")
}

/// What a sentence loses because a pronoun inside it has nothing in front of it to stand for.
pub(super) fn unresolved(line: &Line<'_>, voice: Voice) -> f32 {
    let quoted = matches!(voice, Voice::Named | Voice::Continued);
    let mut named = false;
    let mut loss: f32 = 0.0;
    for token in line.first..line.end {
        let word = line.article.form(token);
        let early = token < line.first + 5;
        if !named && (lexicon::is_singular_subject(word) || (early && lexicon::is_other_pronoun(word))) {
            loss = loss.max(0.3);
        }
        if !quoted && lexicon::is_first_person(word) {
            loss = loss.max(0.3);
        }
        named |= may_be_name(line, token);
    }
    loss
}

/// The edits that free a sentence from its tie, and whether it still leans on the sentence before; `None` where nothing
/// is to be done. `name` gives the person that a pronoun certainly stands for.
pub(super) fn mended(line: &Line<'_>, name: impl Fn(&str) -> Option<String>) -> Option<(Vec<Edit>, bool)> {
    match link(line) {
        Link::None | Link::Pointing => None,
        Link::Pronoun => Some((vec![replace_first(line, name(line.word(0))?)], false)),
        Link::Conjunction => {
            let rest = line.after(1);
            if !stands(&rest) {
                return None;
            }
            match link(&rest) {
                Link::None => Some((vec![drop_conjunction(line, &rest)], false)),
                Link::Pronoun => {
                    let name = name(rest.word(0))?;
                    let end = line.article.tokens[rest.first].span.end;
                    let edit = Edit {
                        kind: EditKind::Pronoun,
                        span: Span::new(word_start(line), end),
                        replacement: name,
                    };
                    Some((vec![edit], false))
                }
                Link::Conjunction | Link::Pointing => None,
            }
        }
    }
}

/// Whether what follows a conjunction is a whole clause that begins with its subject or an adverbial.
fn stands(rest: &Line<'_>) -> bool {
    let next_to_it = rest.article.text[..rest.span.start].ends_with(' ');
    rest.len() >= 4
        && next_to_it
        && !lexicon::is_finite_verb(rest.word(0))
        && !lexicon::is_fragment_start(rest.word(0))
}

fn word_start(line: &Line<'_>) -> usize {
    line.article.tokens[line.first].span.start
}

fn replace_first(line: &Line<'_>, name: String) -> Edit {
    Edit {
        kind: EditKind::Pronoun,
        span: line.article.tokens[line.first].span,
        replacement: name,
    }
}

/// «Men regjeringen …» becomes «Regjeringen …».
fn drop_conjunction(line: &Line<'_>, rest: &Line<'_>) -> Edit {
    let text = line.article.text;
    let mut letters = text[rest.span.start..].chars();
    let first = letters.next().unwrap_or_default();
    Edit {
        kind: EditKind::Conjunction,
        span: Span::new(word_start(line), rest.span.start + first.len_utf8()),
        replacement: first.to_uppercase().collect(),
    }
}
