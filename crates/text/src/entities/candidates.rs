//! Sequences of capitalised words.

use super::gazetteer;
use super::keys::key_of_folded;
use crate::analysis::Analysis;
use crate::lists::names;
use crate::scan::is_invisible;
use crate::span::Span;
use crate::tokens::{Case, Token, TokenKind};
use crate::types::{TypeId, Types};
use rustc_hash::FxHashSet;
use std::cell::OnceCell;
use std::ops::Range;

/// One sequence that may name something.
pub(super) struct Candidate<'a> {
    /// Its words as they stand.
    pub(super) slice: &'a str,
    pub(super) span: Span,
    pub(super) in_title: bool,
    /// It stands in brackets right behind the candidate before it: «Verdens helseorganisasjon (WHO)».
    pub(super) in_brackets: bool,
}

/// One of the two texts of an article.
struct Field<'x> {
    text: &'x str,
    tokens: &'x [Token],
    types: &'x [TypeId],
    in_title: bool,
}

/// How the types of an article are capitalised where no sentence starts.
struct Habits<'a> {
    small: Vec<bool>,
    capital: Vec<bool>,
    /// The forms of the types with a capital, found when they are first asked for.
    capital_forms: OnceCell<FxHashSet<&'a str>>,
}

/// The candidates of title and text, in order.
pub(super) fn candidates<'a>(analysis: &'a Analysis<'a>) -> Vec<Candidate<'a>> {
    let title = Field {
        text: analysis.title.unwrap_or_default(),
        tokens: &analysis.title_tokens,
        types: &analysis.title_types,
        in_title: true,
    };
    let text = Field {
        text: analysis.text,
        tokens: &analysis.tokens,
        types: &analysis.token_types,
        in_title: false,
    };
    let stretches: Vec<Range<usize>> = analysis
        .sentences
        .iter()
        .filter(|sentence| analysis.kind_of(sentence).purpose().may_name)
        .map(|sentence| analysis.indices_in(sentence.span))
        .filter(|stretch| !is_shouted(&text.tokens[stretch.clone()]))
        .collect();
    let mut habits = Habits {
        small: vec![false; analysis.types.len()],
        capital: vec![false; analysis.types.len()],
        capital_forms: OnceCell::new(),
    };
    for stretch in &stretches {
        habits.learn(&text, stretch.clone());
    }
    let mut found = Vec::new();
    let finder = Finder {
        analysis,
        habits: &habits,
    };
    if !is_shouted(title.tokens) {
        finder.find(&title, 0..title.tokens.len(), &mut found);
    }
    for stretch in stretches {
        finder.find(&text, stretch, &mut found);
    }
    found
}

/// A line in capitals tells no names.
fn is_shouted(tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .count();
    let shouted = tokens.iter().filter(|token| token.case == Case::Upper).count();
    words >= 3 && shouted * 2 > words
}

impl Field<'_> {
    fn slice(&self, token: usize) -> &str {
        self.tokens[token].span.of(self.text)
    }

    fn is_capital(&self, token: usize) -> bool {
        let found = &self.tokens[token];
        found.kind == TokenKind::Word
            && found.case != Case::Lower
            && (found.case != Case::Mixed || self.slice(token).starts_with(char::is_uppercase))
    }

    /// What stands between a token and the one before it.
    fn gap(&self, token: usize) -> &str {
        &self.text[self.tokens[token - 1].span.end..self.tokens[token].span.start]
    }

    /// Whether a capital is due to the place: the start of a sentence, a quote or a clause after a colon.
    fn opens(&self, token: usize, stretch: &Range<usize>) -> bool {
        let marked = |gap: &str| {
            gap != " " && gap.contains(['.', '!', '?', ':', '«', '“', '"', '”', '–', '—', '…', '•', '\n'])
        };
        token == stretch.start || marked(self.gap(token))
    }

    /// Whether a token goes on the name that the one before it is of.
    fn goes_on(&self, token: usize) -> bool {
        let gap = self.gap(token);
        if gap == " " {
            return true;
        }
        match gap.strip_prefix('.') {
            Some(rest) => is_blank(rest) && is_initial(self.slice(token - 1)),
            None => !gap.is_empty() && is_blank(gap),
        }
    }
}

/// Whether nothing is seen in `gap` but spaces inside a line.
fn is_blank(gap: &str) -> bool {
    gap.chars()
        .all(|c| c != '\n' && (c.is_whitespace() || is_invisible(c)))
}

/// «J» and «J.R», of a name's initials.
fn is_initial(slice: &str) -> bool {
    slice
        .split('.')
        .all(|part| part.chars().count() == 1 && part.starts_with(char::is_uppercase))
}

impl<'a> Habits<'a> {
    fn capital_forms(&self, types: &'a Types<'a>) -> &FxHashSet<&'a str> {
        self.capital_forms.get_or_init(|| {
            let capital = types.ids().filter(|&id| self.capital[id as usize]);
            capital.map(|id| types.form(id)).collect()
        })
    }

    fn learn(&mut self, field: &Field<'_>, stretch: Range<usize>) {
        for token in stretch.clone() {
            let id = field.types[token] as usize;
            self.small[id] |= field.tokens[token].case == Case::Lower;
            self.capital[id] |= field.is_capital(token) && !field.opens(token, &stretch);
        }
    }
}

struct Finder<'a, 'h> {
    analysis: &'a Analysis<'a>,
    habits: &'h Habits<'a>,
}

impl<'a> Finder<'a, '_> {
    fn find(&self, field: &Field<'a>, stretch: Range<usize>, found: &mut Vec<Candidate<'a>>) {
        let mut at = stretch.start;
        while at < stretch.end {
            if !field.is_capital(at) || !self.may_open_name(field, at, &stretch) {
                at += 1;
                continue;
            }
            let end = if first_part(field.slice(at)).is_some() {
                at + 1
            } else {
                run_end(field, at, stretch.end)
            };
            found.push(candidate(field, at, end, found.last()));
            at = end;
        }
    }

    /// Whether the capital of a token is a name's, and not due to its place.
    fn may_open_name(&self, field: &Field<'a>, token: usize, stretch: &Range<usize>) -> bool {
        let id = field.types[token];
        let found = &field.tokens[token];
        let before_name = token + 1 < stretch.end && field.is_capital(token + 1) && field.goes_on(token + 1);
        let opens = field.opens(token, stretch);
        // «Per Vik» is a name inside a sentence, though «per» is a stop word.
        let is_small_word = self.analysis.types.is_stop_word(id) && found.case != Case::Upper;
        if is_small_word && (opens || !before_name) || is_lone_letter(field, token) {
            return false;
        }
        if !opens {
            return true;
        }
        let form = self.analysis.types.form(id);
        let is_known = |word| gazetteer::is_known(&key_of_folded(word));
        if found.case != Case::Initial
            || self.habits.capital[id as usize]
            || self.base_has_capital(form)
            || is_known(form)
            || form.strip_suffix('s').is_some_and(is_known)
        {
            return true;
        }
        let hyphenated = first_part(field.slice(token)).is_some();
        !self.habits.small[id as usize] && !gazetteer::is_title(form) && before_name && !hyphenated
    }

    /// Whether the article has the word without its genitive -s, with a capital inside a sentence.
    fn base_has_capital(&self, form: &str) -> bool {
        form.strip_suffix('s')
            .is_some_and(|base| self.habits.capital_forms(&self.analysis.types).contains(base))
    }
}

/// Whether a token is a single letter that is no name's initial: «J. Hansen» is one.
fn is_lone_letter(field: &Field<'_>, token: usize) -> bool {
    let letters = field.slice(token).chars().filter(|c| c.is_alphabetic()).count();
    let is_initial = token + 1 < field.tokens.len()
        && field.gap(token + 1).starts_with('.')
        && field.is_capital(token + 1);
    letters < 2 && !is_initial
}

/// The part of «NATO-sjefen» or «Ap-leiaren» that names: what stands before a hyphen and a small letter.
fn first_part(slice: &str) -> Option<&str> {
    let (first, rest) = slice.split_once('-')?;
    (rest.starts_with(char::is_lowercase) && first.chars().count() > 1).then_some(first)
}

/// Where the run of capitalised words that opens at `token` ends, particles between them included.
fn run_end(field: &Field<'_>, token: usize, limit: usize) -> usize {
    const LONGEST: usize = 6;
    let mut end = token + 1;
    while end < limit && end - token < LONGEST && field.goes_on(end) {
        let is_particle = names::PARTICLES.contains(&field.slice(end));
        let next = if is_particle && end + 1 < limit && field.goes_on(end + 1) {
            end + 1
        } else {
            end
        };
        if !field.is_capital(next) || first_part(field.slice(next)).is_some() {
            break;
        }
        end = next + 1;
    }
    end
}

fn candidate<'a>(field: &Field<'a>, from: usize, to: usize, before: Option<&Candidate<'a>>) -> Candidate<'a> {
    let mut span = Span::new(field.tokens[from].span.start, field.tokens[to - 1].span.end);
    if to == from + 1
        && let Some(first) = first_part(span.of(field.text))
    {
        span.end = span.start + first.len();
    }
    let in_brackets = before.is_some_and(|before| {
        before.in_title == field.in_title
            && before.span.end <= span.start
            && field.text[before.span.end..span.start].trim() == "("
            && field.text[span.end..].starts_with(')')
    });
    Candidate {
        slice: span.of(field.text),
        span,
        in_title: field.in_title,
        in_brackets,
    }
}
