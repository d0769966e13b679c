//! One pattern, and whether a text that has its letters has it.

use notis_text::Span;

use super::folded::Folded;
use super::lines::Lines;
use super::mention::{Mention, Role};
use super::places::is_place;
use crate::Pattern;
use crate::definitions::{Reach, is_gap};

/// A pattern of a topic, and how it is met in a text.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) topic: usize,
    pub(super) role: Role,
    pub(super) pattern: Pattern,
    pub(super) reach: Reach,
    /// Passes over names of places: an ordinary word with any ending.
    ordinary: bool,
    /// The letters with their case, gaps left out; empty where any case will do.
    cased: String,
    /// A short form that needs a context and is worth nothing in a line of capitals.
    pub(super) ambiguous: bool,
}

impl Entry {
    pub(super) fn new(topic: usize, role: Role, pattern: &Pattern, needs_context: bool) -> Self {
        let words = pattern.words();
        let short = words.chars().count() <= 3;
        let cased = words.chars().filter(|&c| !is_gap(c));
        let reach = pattern.reach();
        let names = matches!(role, Role::Alias | Role::Related);
        Entry {
            topic,
            role,
            reach,
            ordinary: names && reach == Reach::Beginning && words.starts_with(char::is_lowercase),
            cased: if pattern.keeps_case() {
                cased.collect()
            } else {
                String::new()
            },
            ambiguous: needs_context && short && pattern.is_acronym(),
            pattern: pattern.clone(),
        }
    }

    pub(super) fn letters(&self) -> Vec<char> {
        Folded::new(self.pattern.words(), 0).map(|s| s.letter).collect()
    }

    /// Whether it is found elsewhere than at the beginning of a word.
    pub(super) fn is_within(&self) -> bool {
        matches!(self.reach, Reach::End | Reach::Part)
    }

    pub(super) fn mention(&self, number: u32, span: Span, in_title: bool) -> Mention {
        Mention {
            topic: self.topic,
            role: self.role,
            span,
            in_title,
            pattern: number,
        }
    }

    /// Whether a word that it was found within has the letters as they are written, where their case counts.
    pub(super) fn has_case_of(&self, word: &str) -> bool {
        self.cased.is_empty() || word.contains(&self.cased)
    }

    /// The end of the match whose pattern letters cover `start..end`; `None` where the word goes on, or the case is
    /// another.
    pub(super) fn end_of_match(
        &self,
        text: &str,
        start: usize,
        end: usize,
        lines: &mut Lines<'_>,
    ) -> Option<usize> {
        if !self.cased.is_empty() {
            let letters = text[start..end].chars().filter(|&c| !is_gap(c));
            if !letters.eq(self.cased.chars()) || (self.ambiguous && lines.are_capitals_beside(start, end)) {
                return None;
            }
        }
        let rest = &text[end..];
        let length = word_length(rest);
        match self.reach {
            Reach::Beginning => {
                let is_name = self.ordinary && length > 0 && is_place(text, start, end, end + length);
                (!is_name).then_some(end + length)
            }
            Reach::Alone => (length == 0 && stands_alone(text, start, end)).then_some(end),
            _ => self.has_genitive(rest, length).then_some(end + length),
        }
    }

    /// Whether nothing of the word is left, or its genitive -s.
    fn has_genitive(&self, rest: &str, length: usize) -> bool {
        let is_genitive = rest.starts_with('s') || (self.cased.is_empty() && rest.starts_with('S'));
        length == 0 || (length == 1 && is_genitive)
    }
}

/// Whether `start..end` is no part of a hyphenated word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let hyphen = |c: char| is_gap(c) && !c.is_whitespace();
    let goes_on = |mut letters: &mut dyn Iterator<Item = char>| {
        letters.next().is_some_and(hyphen) && (&mut letters).next().is_some_and(char::is_alphanumeric)
    };
    !goes_on(&mut text[end..].chars()) && !goes_on(&mut text[..start].chars().rev())
}

/// Bytes of `text` up to the first character that is no part of a word.
fn word_length(text: &str) -> usize {
    let part_of_word = |c: char| c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c);
    text.find(|c| !part_of_word(c)).unwrap_or(text.len())
}
