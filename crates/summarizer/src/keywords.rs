//! The words that tell what an article is about.

use crate::Document;
use notis_text::{BlockKind, Span, TokenKind, TypeId};

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
    let occurrences = occurrences(document);
    let needed = if document.article().tokens.len() > LONG {
        2.0
    } else {
        1.0
    };
    let mut rated: Vec<(f32, u32)> = Vec::new();
    for (term, found) in occurrences
        .iter()
        .enumerate()
        .filter(|(_, found)| found.weight >= needed)
    {
        rated.push((found.weight * document.rarity(term as u32), term as u32));
    }
    rated.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rated.truncate(count);
    rated
        .into_iter()
        .map(|(weight, term)| keyword(document, weight, &occurrences[term as usize]))
        .collect()
}

/// The tokens of a term.
#[derive(Clone, Debug, Default)]
struct Occurrences {
    weight: f32,
    tokens: Vec<usize>,
}

/// The occurrences of every term that is no name, in the running text and the title.
fn occurrences(document: &Document<'_>) -> Vec<Occurrences> {
    let article = document.article();
    let mut found = vec![Occurrences::default(); document.term_count()];
    for &title in &article.title_types {
        if let Some(term) = document.term_of(title) {
            found[term as usize].weight += TITLE;
        }
    }
    for block in article
        .blocks
        .iter()
        .filter(|b| b.kind.is_running_text() || b.kind == BlockKind::Title)
    {
        let weight = if block.kind == BlockKind::Title {
            TITLE
        } else {
            1.0
        };
        for token in article.indices_in(block.span) {
            if let Some(term) = document.term_of(article.token_types[token]) {
                found[term as usize].tokens.push(token);
                found[term as usize].weight += weight;
            }
        }
    }
    let is_name = |o: &Occurrences| o.tokens.iter().any(|&token| names(document, token));
    found
        .iter_mut()
        .filter(|o| is_name(o))
        .for_each(|o| *o = Occurrences::default());
    found
}

/// Whether a token is a name, a number, or too short: written with a capital inside a sentence.
fn names(document: &Document<'_>, token: usize) -> bool {
    let article = document.article();
    let this = article.tokens[token];
    let short = article.form(token).chars().count() < LETTERS;
    let inside = token > 0 && article.text[article.tokens[token - 1].span.end..this.span.start] == *" ";
    this.kind != TokenKind::Word || short || (inside && this.case != notis_text::Case::Lower)
}

fn keyword(document: &Document<'_>, weight: f32, found: &Occurrences) -> Keyword {
    let article = document.article();
    let mut types: Vec<TypeId> = found
        .tokens
        .iter()
        .map(|&token| article.token_types[token])
        .collect();
    types.sort_unstable();
    let most = types
        .chunk_by(|a, b| a == b)
        .max_by_key(|forms| (forms.len(), std::cmp::Reverse(forms[0])));
    Keyword {
        text: most
            .map(|forms| article.types.form(forms[0]).to_owned())
            .unwrap_or_default(),
        weight,
        spans: found
            .tokens
            .iter()
            .map(|&token| article.tokens[token].span)
            .collect(),
    }
}
