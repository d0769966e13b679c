//! A denial that a generated sentence has and the article has not, or the other way round.
//!
//! Held against each other are clauses, by the words that tell: «Ingen ble skadd, men brua er stengt» denies one thing and
//! says another.

use std::collections::BTreeSet;

use notis_text::lists::grammar::NEGATIONS;
use notis_text::{Analysis, Span};

/// A clause says what another one says where it has at least this share of its telling words. Found on the sentences of the
/// tests, which a lower one takes for each other.
const SAME: f32 = 0.6;
/// A clause with fewer telling words says nothing by itself.
const FEWEST: usize = 2;

/// The clauses of an article.
#[derive(Debug)]
pub(super) struct Clauses<'a>(Vec<Clause<'a>>);

/// The telling words of a clause, and the word that denies it.
#[derive(Debug)]
struct Clause<'a> {
    stems: BTreeSet<&'a str>,
    denial: Option<(Span, &'a str)>,
}

impl<'a> Clauses<'a> {
    pub(super) fn of(article: &'a Analysis<'a>) -> Self {
        Clauses(clauses(article))
    }

    /// The words that deny what the article says; in brackets those that would have to be there.
    pub(super) fn denial(&self, sentence: &Analysis<'_>) -> Vec<(Span, String)> {
        let clauses = clauses(sentence);
        clauses.iter().filter_map(|clause| self.turned(clause)).collect()
    }

    /// What turns the meaning of a clause, if the article says the same with the other sign and nowhere with this one.
    fn turned(&self, clause: &Clause<'_>) -> Option<(Span, String)> {
        let same = |other: &&Clause<'_>| clause.share_in(other) >= SAME;
        let told: Vec<_> = self.0.iter().filter(same).map(|other| other.denial).collect();
        let denied = told.iter().flatten().next();
        let plain = told.iter().any(Option::is_none);
        match (clause.denial, denied) {
            (Some((span, word)), None) if plain => Some((span, word.to_owned())),
            (None, Some((_, word))) if !plain => Some((Span::default(), format!("({word})"))),
            _ => None,
        }
    }
}

impl Clause<'_> {
    /// The share of its telling words that another clause has.
    fn share_in(&self, other: &Clause<'_>) -> f32 {
        if self.stems.len() < FEWEST {
            return 0.0;
        }
        let shared = self
            .stems
            .iter()
            .filter(|stem| other.stems.contains(*stem))
            .count();
        shared as f32 / self.stems.len() as f32
    }
}

/// The clauses of a text: its sentences, cut at commas, semicolons, colons and dashes.
fn clauses<'a>(text: &'a Analysis<'_>) -> Vec<Clause<'a>> {
    let mut clauses = Vec::new();
    for sentence in &text.sentences {
        let tokens = text.indices_in(sentence.span);
        let mut start = tokens.start;
        for token in tokens.clone() {
            if token > start && opens_clause(text, token) {
                clauses.push(clause(text, start..token));
                start = token;
            }
        }
        clauses.push(clause(text, start..tokens.end));
    }
    clauses
}

fn clause<'a>(text: &'a Analysis<'_>, tokens: std::ops::Range<usize>) -> Clause<'a> {
    let denies = |&token: &usize| NEGATIONS.contains(&text.form(token));
    let tells = |token: &usize| !text.types.is_stop_word(text.token_types[*token]) && !denies(token);
    let denial = tokens.clone().find(denies);
    Clause {
        stems: tokens.filter(tells).map(|token| text.stem(token)).collect(),
        denial: denial.map(|token| (text.tokens[token].span, text.form(token))),
    }
}

/// Whether a mark stands in front of a token.
fn opens_clause(text: &Analysis<'_>, token: usize) -> bool {
    text.gap(token).contains([',', ';', ':', '–', '—'])
}
