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
    let needed = if document.article().tokens.len() > LONG {
        2.0
    } else {
        1.0
    };
    let told: Vec<Told> = told(document.article()).collect();
    let mut weights = occurrences(document, &told);
    bar(document, &told, &mut weights, needed);
    let mut rated: Vec<(f32, u32)> = (0..)
        .zip(&weights)
        .filter(|&(_, &weight)| weight >= needed)
        .map(|(term, weight)| (weight * document.rarity(term), term))
        .collect();
    rated.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rated.truncate(count);
    keyed(document, &told, &rated)
}

/// A block that tells, with its tokens.
type Told = (BlockKind, Range<usize>);

/// How often each term occurs in the running text and the title. A separate title counts for the terms that the text has,
/// too: a keyword has its place in the text.
fn occurrences(document: &Document<'_>, told: &[Told]) -> Vec<f32> {
    let article = document.article();
    let mut weights = vec![0.0; document.term_count()];
    for (block, tokens) in told {
        let weight = if *block == BlockKind::Title { TITLE } else { 1.0 };
        let types = &article.token_types[tokens.clone()];
        for term in types.iter().filter_map(|&id| document.term_of(id)) {
            weights[term as usize] += weight;
        }
    }
    for term in article.title_types.iter().filter_map(|&id| document.term_of(id)) {
        let weight: &mut f32 = &mut weights[term as usize];
        *weight += if *weight > 0.0 { TITLE } else { 0.0 };
    }
    weights
}

/// Takes all weight from the terms with the weight that is needed that are names, numbers, or too short for a keyword.
fn bar(document: &Document<'_>, told: &[Told], weights: &mut [f32], needed: f32) {
    terms(document, told).for_each(|(token, term)| {
        let weight = &mut weights[term as usize];
        if *weight >= needed && is_barred(document.article(), token) {
            *weight = 0.0;
        }
    });
}

/// The tokens that are told, with their terms.
fn terms<'d>(document: &'d Document<'_>, told: &'d [Told]) -> impl Iterator<Item = (usize, u32)> + 'd {
    let types = &document.article().token_types;
    let of_block = move |(_, tokens): &Told| tokens.clone().zip(&types[tokens.clone()]);
    told.iter()
        .flat_map(of_block)
        .filter_map(|(token, &id)| Some((token, document.term_of(id)?)))
}

/// The tokens of the running text and of a title in the text, block by block.
fn told<'a>(article: &'a Analysis<'_>) -> impl Iterator<Item = Told> + use<'a> {
    let blocks = article
        .blocks
        .iter()
        .filter(|b| b.kind.is_running_text() || b.kind == BlockKind::Title);
    blocks.map(|b| (b.kind, article.indices_in(b.span)))
}

/// Whether a token is a name (written with a capital inside a sentence), a number, or too short.
fn is_barred(article: &Analysis<'_>, token: usize) -> bool {
    let this = article.tokens[token];
    let inside = || token > 0 && article.text[article.tokens[token - 1].span.end..this.span.start] == *" ";
    this.kind != TokenKind::Word
        || (this.case != Case::Lower && inside())
        || article.form(token).chars().take(LETTERS).count() < LETTERS
}

/// The keywords of these terms with their weights, in the same order.
fn keyed(document: &Document<'_>, told: &[Told], rated: &[(f32, u32)]) -> Vec<Keyword> {
    let article = document.article();
    let mut places = vec![None; document.term_count()];
    for (place, rated) in rated.iter().enumerate() {
        places[rated.1 as usize] = Some(place);
    }
    let mut tokens = vec![Vec::new(); rated.len()];
    terms(document, told).for_each(|(token, term)| {
        if let Some(place) = places[term as usize] {
            let of_term: &mut Vec<usize> = &mut tokens[place];
            of_term.push(token);
        }
    });
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
