//! Sentences that open with a thing told before: «Selskapet …», «Mannen …».

use crate::Document;
use crate::lexicon::is_definite;
use crate::readable::Readings;
use notis_text::Case;
use notis_text::lists::nouns;

/// Whether each candidate opens with a noun in the definite form that an earlier sentence has brought up, and that
/// neither the title nor the candidate `lead` names: torn away from where it stands, the reader asks which one.
///
/// «Regjeringen» and «politiet» need no introduction, and as a rule get none.
pub(super) fn open_with_known(
    document: &Document<'_>,
    readings: &Readings<'_>,
    lead: Option<usize>,
) -> Vec<bool> {
    let article = document.article();
    let mut told = vec![false; document.term_count()];
    let in_lead = |term: u32| {
        lead.is_some_and(|lead| {
            document
                .entries(lead)
                .binary_search_by_key(&term, |e| e.term)
                .is_ok()
        })
    };
    let mut opens = Vec::with_capacity(document.candidates().len());
    for (candidate, reading) in document.candidates().iter().zip(readings.iter()) {
        let tokens = candidate.tokens.clone();
        let term = |token: usize| document.term_of(article.token_types[token]);
        let opening = tokens.start;
        let known = tokens.clone().next().and_then(term).filter(|&t| told[t as usize]);
        let is_new = |term: u32| document.title().binary_search(&term).is_err() && !in_lead(term);
        let noun = known.is_some_and(|term| is_definite(article.form(opening)) && is_new(term));
        opens.push(noun || (reading.opens_definite && !opens.is_empty()));
        for token in tokens.filter(|&token| article.tokens[token].case == Case::Lower) {
            if let Some(term) = term(token) {
                told[term as usize] = true;
            }
        }
    }
    opens
}

/// Sentences between two of which the second may speak of what the first has told.
const REACH: usize = 64;

/// Whether a candidate opens with a thing in the definite form that neither the title nor one of the `taken` names, and that an
/// earlier sentence has brought up in the indefinite form, or that nobody understands who has read nothing yet: «Selskapet …».
pub(super) fn opens_unexplained(document: &Document<'_>, candidate: usize, taken: &[usize]) -> bool {
    let article = document.article();
    let opening = document.candidates()[candidate].tokens.clone();
    let term = article.token_types[opening.clone()].first();
    let Some(term) = term.and_then(|&id| document.term_of(id)) else {
        return false;
    };
    let word = article.form(opening.start);
    let is_told = |other: &usize| has(document, *other, term);
    if !is_definite(word) || document.title().binary_search(&term).is_ok() || taken.iter().any(is_told) {
        return false;
    }
    // «Selskapet Storelva Kraft …», «Selskapet, som eier …»
    let next = article
        .tokens
        .get(opening.start + 1)
        .filter(|_| opening.len() > 1);
    let is_named = next.is_some_and(|next| {
        let end = article.tokens[opening.start].span.end;
        next.case != Case::Lower || article.text[end..].starts_with(',')
    });
    let stands_for = || taken.is_empty() && nouns::ANAPHORIC.split_whitespace().any(|noun| noun == word);
    let earlier = candidate.saturating_sub(REACH)..candidate;
    let brought_up = || earlier.clone().any(|other| brings_up(document, other, term));
    candidate > 0 && !is_named && (stands_for() || brought_up())
}

fn has(document: &Document<'_>, candidate: usize, term: u32) -> bool {
    let entries = document.entries(candidate);
    entries.binary_search_by_key(&term, |entry| entry.term).is_ok()
}

/// Whether a candidate has a term in a form that is not definite; «politiet» needs no introduction and gets none.
fn brings_up(document: &Document<'_>, candidate: usize, term: u32) -> bool {
    let article = document.article();
    let is_new = |token: usize| {
        document.term_of(article.token_types[token]) == Some(term)
            && article.tokens[token].case == Case::Lower
            && !is_definite(article.form(token))
    };
    has(document, candidate, term) && document.candidates()[candidate].tokens.clone().any(is_new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    #[test]
    fn a_thing_that_was_brought_up_in_what_is_left_out_is_unexplained() {
        let text = "Et rederi i Bergen går konkurs. Rederiet har 40 ansatte. Politiet venter. Selskapet i Vik, som bygger \
            ferger, tapte mest.";
        let article = notis_text::analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let unexplained = |candidate, taken: &[usize]| opens_unexplained(&document, candidate, taken);
        assert!(unexplained(1, &[]) && !unexplained(1, &[0]));
        assert!(!unexplained(2, &[]), "everybody knows the police");
        assert!(
            unexplained(3, &[]) && !unexplained(3, &[0]),
            "«selskapet» opens no digest"
        );
    }

    #[test]
    fn a_thing_that_was_told_of_is_known_and_what_everybody_knows_is_not() {
        let text = "Et rederi i Bergen går konkurs. Regjeringen vil ikke hjelpe rederiet. Rederiet har 40 ansatte. \
            Verftet ved siden av klarer seg.";
        let article = notis_text::analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let readings = Readings::of(&document, true);
        let known = |lead| open_with_known(&document, &readings, lead);
        assert_eq!(known(None), [false, false, true, false]);
        assert_eq!(known(Some(0)), [false; 4], "the lead has told of it");
    }
}
