//! The words that tell what an article is about.

mod noun;

use crate::Document;
use crate::rows::append_some;
use notis_text::{Analysis, BlockKind, Case, Original, Span, TokenKind, TypeId};
use std::cmp::Reverse;

/// A word that tells what an article is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// Its most frequent form in the article, in small letters.
    pub text: String,
    /// How telling it is, above 0: occurrences (in the title three times over) × rarity in Norwegian, more for a compound,
    /// less where its use does not show a noun.
    pub weight: f32,
    /// Where its forms stand in the text.
    pub spans: Vec<Span>,
}

impl Keyword {
    /// The same with spans into the text as it was read, of which `original` tells.
    #[must_use]
    pub fn led_back(mut self, original: Original<'_>) -> Self {
        self.spans
            .iter_mut()
            .for_each(|span| *span = original.span(*span));
        self
    }
}

/// What an occurrence in the title counts.
const TITLE: f32 = 3.0;
/// Words of fewer letters than this tell little.
const LETTERS: usize = 4;
/// A word of a longer article is a keyword only if it comes back, or stands in the title.
const LONG: usize = 120;

/// For each keyword so many words are looked at as they are used: of those that are frequent and rare, half are verbs and
/// adjectives.
const CHOICE: usize = 4;

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
    let (told, mut weights) = told(document);
    bar(document.article(), &told, &mut weights, needed);
    let mut rated: Vec<(f32, u32)> = (0..)
        .zip(&weights)
        .filter(|&(_, &weight)| weight >= needed)
        .map(|(term, weight)| (weight * document.rarity(term), term))
        .collect();
    rated.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    rated.truncate(CHOICE * count);
    best(document, &told, &rated, count)
}

/// A word that tells: its token and its term.
#[derive(Clone, Copy, Default)]
struct Told {
    token: u32,
    term: u32,
}

/// The words of the running text and of a title in the text, block by block, and how often each term occurs there. A
/// separate title counts for the terms that the text has, too: a keyword has its place in the text.
fn told(document: &Document<'_>) -> (Vec<Told>, Vec<f32>) {
    let article = document.article();
    let mut told = Vec::with_capacity(article.tokens.len());
    let mut weights = vec![0.0; document.term_count()];
    for block in article
        .blocks
        .iter()
        .filter(|block| block.kind.purpose().gives_keywords)
    {
        let weight = if block.kind == BlockKind::Title {
            TITLE
        } else {
            1.0
        };
        let before = told.len();
        let word = |token: usize| {
            let term = document.term_of(article.token_types[token])?;
            Some(Told {
                token: token as u32,
                term,
            })
        };
        append_some(article.indices_in(block.span).map(word), &mut told);
        for word in &told[before..] {
            weights[word.term as usize] += weight;
        }
    }
    for term in article.title_types.iter().filter_map(|&id| document.term_of(id)) {
        let weight: &mut f32 = &mut weights[term as usize];
        *weight += if *weight > 0.0 { TITLE } else { 0.0 };
    }
    (told, weights)
}

/// Takes all weight from the terms with the weight that is needed that are names, numbers, or too short for a keyword.
fn bar(article: &Analysis<'_>, told: &[Told], weights: &mut [f32], needed: f32) {
    for word in told {
        let weight = &mut weights[word.term as usize];
        if *weight >= needed && is_barred(article, word.token as usize) {
            *weight = 0.0;
        }
    }
}

/// Whether a token is a name (written with a capital inside a sentence), a number, or too short.
fn is_barred(article: &Analysis<'_>, token: usize) -> bool {
    /// What stands in front of a word inside a sentence, of a name in quotation marks too.
    const INSIDE: [&str; 6] = [" ", " «", " \"", " “", " (", ", "];
    let this = article.tokens[token];
    let inside = || token > 0 && INSIDE.contains(&&*article.gap(token));
    this.kind != TokenKind::Word
        || (this.case != Case::Lower && inside())
        || article.form(token).chars().take(LETTERS).count() < LETTERS
}

/// The best keywords of these terms, which come with their weights, the largest first.
fn best(document: &Document<'_>, told: &[Told], rated: &[(f32, u32)], count: usize) -> Vec<Keyword> {
    let article = document.article();
    let mut found: Vec<(f32, &str, Vec<usize>)> = Vec::with_capacity(rated.len());
    for (&(weight, _), tokens) in rated.iter().zip(tokens(document, told, rated)) {
        // What no other can push out is found: the use of the words is most of what keywords cost.
        let most = weight * noun::MOST_WORTH;
        if found.iter().filter(|better| better.0 >= most).count() >= count {
            break;
        }
        let form = most_frequent_form(article, &tokens);
        let weight = weight * noun::worth(document, &tokens, form);
        if weight > 0.0 {
            found.push((weight, form, tokens));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(count);
    let keyword = |(weight, form, tokens): (f32, &str, Vec<usize>)| Keyword {
        text: form.to_owned(),
        weight,
        spans: tokens.iter().map(|&token| article.tokens[token].span).collect(),
    };
    found.into_iter().map(keyword).collect()
}

/// The tokens of each of these terms.
fn tokens(document: &Document<'_>, told: &[Told], rated: &[(f32, u32)]) -> Vec<Vec<usize>> {
    let mut places = vec![rated.len(); document.term_count()];
    for (place, rated) in rated.iter().enumerate() {
        places[rated.1 as usize] = place;
    }
    let mut tokens: Vec<Vec<usize>> = vec![Vec::new(); rated.len()];
    for word in told {
        if let Some(of_term) = tokens.get_mut(places[word.term as usize]) {
            of_term.push(word.token as usize);
        }
    }
    tokens
}

/// The form that most of the tokens have, the earliest of equals; empty where there is no token.
fn most_frequent_form<'a>(article: &'a Analysis<'_>, tokens: &[usize]) -> &'a str {
    let mut types: Vec<TypeId> = tokens.iter().map(|&token| article.token_types[token]).collect();
    types.sort_unstable();
    let most = types
        .chunk_by(|a, b| a == b)
        .max_by_key(|forms| (forms.len(), Reverse(forms[0])));
    most.map_or("", |forms| article.types.form(forms[0]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use notis_text::analyze;

    #[test]
    fn a_librarian_files_under_nouns_that_tell() {
        let text = "På tysdag opnar den nye gangbrua i Vik. Gangbrua er bygd av russiske ingeniørar, og på tysdag skal ordføraren \
            opne gangbrua. Dei russiske ingeniørane har bygd bruer i tolv land, melder dei i ei melding. I ei melding takkar \
            ordføraren ingeniørane.";
        let article = analyze(text, None);
        let found = keywords(&Document::new(&article, &Query::default()), 4);
        let texts: Vec<&str> = found.iter().map(|k| k.text.as_str()).collect();
        assert!(
            texts.contains(&"gangbrua") && texts.contains(&"ingeniørane"),
            "{texts:?}"
        );
        for untelling in ["tysdag", "melding", "russiske", "bygd", "tolv"] {
            assert!(!texts.contains(&untelling), "{texts:?}");
        }
    }

    #[test]
    fn a_name_in_quotation_marks_or_in_a_list_is_no_keyword() {
        let text = "Bandet ga ut platen «Vinterlys» fredag. Kritikerne roser «Vinterlys» og bandet (Marte Li, Solveig Dahl, Oddny \
            Vik), og bandet spiller platen i Bodø. Solveig synger, og Oddny trommer på platen.";
        let article = analyze(text, None);
        let found = keywords(&Document::new(&article, &Query::default()), 20);
        let texts: Vec<&str> = found.iter().map(|k| k.text.as_str()).collect();
        assert!(
            texts.contains(&"bandet") && texts.contains(&"platen"),
            "{texts:?}"
        );
        for name in ["vinterlys", "solveig", "oddny"] {
            assert!(!texts.contains(&name), "{texts:?}");
        }
    }
}
