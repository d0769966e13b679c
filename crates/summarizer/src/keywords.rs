//! The words that tell what an article is about.

use crate::Document;
use notis_text::{Analysis, BlockKind, Case, Span, TokenKind, TypeId};
use std::cmp::Reverse;
use std::ops::Range;

/// A word that tells what an article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Its most frequent form in the article, in small letters.
    pub text: String,
    /// How telling it is, above 0: occurrences (in the title three times over) × rarity in Norwegian.
    pub weight: f32,
    /// Where its forms stand in the text.
    pub spans: Vec<Span>,
}

/// What an occurrence in the title counts.
const TITLE: f32 = 3.0;
/// Words of fewer letters than this tell little.
const LETTERS: usize = 4;
/// A word of a longer article is a keyword only if it comes back, or stands in the title.
const LONG: usize = 120;

/// The best keywords of an article, best first, at most `count`. Names are left to the list of names.
///
/// ```
/// use notis_summarizer::{Document, Query, keywords};
///
/// let text = "Flaumen tok brua\n\nBrua over elva er borte etter flaumen. Kommunen vil byggje ny bru før flaumen kjem att.";
/// let article = notis_text::analyze(text, None);
/// let found = keywords(&Document::new(&article, &Query::default()), 1);
/// assert_eq!(found[0].text, "flaumen");
/// assert_eq!(found[0].spans.len(), 3);
/// ```
pub fn keywords(document: &Document<'_>, count: usize) -> Vec<Keyword> {
    let occurrences = Occurrences::of(document);
    let needed = if document.article().tokens.len() > LONG {
        2.0
    } else {
        1.0
    };
    let mut rated: Vec<(f32, u32)> = (0..document.term_count() as u32)
        .filter(|&term| occurrences.weight(term) >= needed)
        .map(|term| (occurrences.weight(term) * document.rarity(term), term))
        .collect();
    rated.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rated.truncate(count);
    keyed(document, &rated)
}

/// How often each term occurs in the running text and the title.
struct Occurrences {
    weights: Vec<f32>,
    /// Whether the term is a name, a number, or too short for a keyword.
    barred: Vec<bool>,
}

impl Occurrences {
    fn of(document: &Document<'_>) -> Self {
        let article = document.article();
        let mut found = Occurrences {
            weights: vec![0.0; document.term_count()],
            barred: vec![false; document.term_count()],
        };
        for (block, tokens) in told(article) {
            let weight = if block == BlockKind::Title { TITLE } else { 1.0 };
            for token in tokens {
                if let Some(term) = document.term_of(article.token_types[token]) {
                    found.weights[term as usize] += weight;
                    found.barred[term as usize] |= is_barred(article, token);
                }
            }
        }
        found.add_title(document);
        found
    }

    /// Counts a separate title, for terms that the text has, too: a keyword has its place in the text.
    fn add_title(&mut self, document: &Document<'_>) {
        let title = document.article().title_types.iter();
        for term in title.filter_map(|&id| document.term_of(id)) {
            let weight = &mut self.weights[term as usize];
            *weight += if *weight > 0.0 { TITLE } else { 0.0 };
        }
    }

    /// How often a term occurs; 0 for one that is barred.
    fn weight(&self, term: u32) -> f32 {
        if self.barred[term as usize] {
            0.0
        } else {
            self.weights[term as usize]
        }
    }
}

/// The tokens of the running text and of a title in the text, block by block.
fn told<'a>(article: &'a Analysis<'_>) -> impl Iterator<Item = (BlockKind, Range<usize>)> + use<'a> {
    let blocks = article
        .blocks
        .iter()
        .filter(|b| b.kind.is_running_text() || b.kind == BlockKind::Title);
    blocks.map(|b| (b.kind, article.indices_in(b.span)))
}

/// Whether a token is a name (written with a capital inside a sentence), a number, or too short.
fn is_barred(article: &Analysis<'_>, token: usize) -> bool {
    let this = article.tokens[token];
    let short = article.form(token).chars().take(LETTERS).count() < LETTERS;
    let inside = || token > 0 && article.text[article.tokens[token - 1].span.end..this.span.start] == *" ";
    this.kind != TokenKind::Word || short || (this.case != Case::Lower && inside())
}

/// The keywords of these terms with their weights, in the same order.
fn keyed(document: &Document<'_>, rated: &[(f32, u32)]) -> Vec<Keyword> {
    let article = document.article();
    let mut tokens = vec![Vec::new(); rated.len()];
    for token in told(article).flat_map(|(_, tokens)| tokens) {
        let term = document.term_of(article.token_types[token]);
        if let Some(at) = term.and_then(|term| rated.iter().position(|r| r.1 == term)) {
            tokens[at].push(token);
        }
    }
    let keyword = |(&(weight, _), tokens): (&(f32, u32), &Vec<usize>)| Keyword {
        text: most_frequent_form(article, tokens),
        weight,
        spans: tokens.iter().map(|&token| article.tokens[token].span).collect(),
    };
    rated.iter().zip(&tokens).map(keyword).collect()
}

/// The form that most of the tokens have, the earliest of equals; empty where there is no token.
fn most_frequent_form(article: &Analysis<'_>, tokens: &[usize]) -> String {
    let mut types: Vec<TypeId> = tokens.iter().map(|&token| article.token_types[token]).collect();
    types.sort_unstable();
    let most = types
        .chunk_by(|a, b| a == b)
        .max_by_key(|forms| (forms.len(), Reverse(forms[0])));
    most.map(|forms| article.types.form(forms[0]).to_owned())
        .unwrap_or_default()
}
