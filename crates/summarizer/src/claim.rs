//! Whether two sentences claim the same, as a whole or in one of their clauses.
//!
//! «Interfax melder, med tilvising til ein talsmann, at partia er samde om budsjettet» adds nothing behind «Partia er samde om
//! budsjettet, og Stortinget røystar torsdag», though most of its words are others: all it claims is in one clause. Clauses
//! are told apart by their marks and by «at», which opens what somebody claims.

use crate::Document;
use crate::similarity::shared;
use notis_text::Case;
use std::ops::Range;

/// The share of the shorter sentence's terms beyond which two sentences claim the same.
const SENTENCE: f32 = 0.5;
/// The share of a clause's terms from which on another sentence claims it, too.
const CLAUSE: f32 = 0.75;
/// A clause of fewer terms claims nothing by itself: it tells who says so, or when.
const TERMS: usize = 4;
/// With one term in common two sentences claim different things, however short: «Fondet sier nei.»
const AT_ALL: usize = 2;
/// With fewer terms in common no clause is in both,
const LEAST: usize = 3;
/// nor with less than one of so many of the shorter sentence's: the look at the clauses is spared.
const FEW: usize = 4;
/// So many of the shared terms are no names: who takes part in it is not yet what happens.
const PLAIN: usize = 2;

/// Whether two candidates claim the same.
pub(crate) fn is_same(document: &Document<'_>, a: usize, b: usize) -> bool {
    let shared = shared(document, a, b);
    let shorter = document.entries(a).len().min(document.entries(b).len());
    let may_claim = shared >= LEAST && shared * FEW >= shorter;
    (shared >= AT_ALL && shared as f32 > SENTENCE * shorter as f32)
        || (may_claim && (is_claimed_by(document, a, b) || is_claimed_by(document, b, a)))
}

/// Whether each clause of a candidate that claims something is in the other, and there is one.
fn is_claimed_by(document: &Document<'_>, candidate: usize, other: usize) -> bool {
    let mut tokens = document.candidates()[candidate].tokens.clone();
    let mut any = false;
    while !tokens.is_empty() {
        let start = tokens.start;
        let end = tokens.find(|&t| t > start && opens_clause(document, t));
        let clause = Clause::of(document, start..end.unwrap_or(tokens.end), other);
        if clause.terms >= TERMS {
            if !clause.is_claimed() {
                return false;
            }
            any = true;
        }
        tokens.start = end.unwrap_or(tokens.end);
    }
    any
}

/// What a clause has in common with another sentence.
#[derive(Default)]
struct Clause {
    terms: usize,
    shared: usize,
    plain: usize,
}

impl Clause {
    /// The clause of these tokens, held against a candidate.
    fn of(document: &Document<'_>, tokens: Range<usize>, other: usize) -> Self {
        let article = document.article();
        let known = document.entries(other);
        let mut clause = Clause::default();
        for token in tokens {
            let Some(term) = document.term_of(article.token_types[token]) else {
                continue;
            };
            let shared = known.binary_search_by_key(&term, |entry| entry.term).is_ok();
            clause.terms += 1;
            clause.shared += usize::from(shared);
            clause.plain += usize::from(shared && article.tokens[token].case == Case::Lower);
        }
        clause
    }

    fn is_claimed(&self) -> bool {
        self.plain >= PLAIN && self.shared as f32 >= CLAUSE * self.terms as f32
    }
}

/// Whether a clause begins with a token that is not the first of its sentence.
fn opens_clause(document: &Document<'_>, token: usize) -> bool {
    let article = document.article();
    article.gap(token).contains([',', ';', ':', '–', '—']) || article.form(token) == "at"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use notis_text::analyze;

    fn same(first: &str, second: &str) -> bool {
        let text = format!("{first}\n\n{second}");
        let article = analyze(&text, None);
        let document = Document::new(&article, &Query::default());
        assert_eq!(document.candidates().len(), 2);
        let same = is_same(&document, 0, 1);
        assert_eq!(same, is_same(&document, 1, 0), "in either order");
        same
    }

    const WHOLE: &str = "Høgre og Senterpartiet er samde om å senke avgifta på straum, og Stortinget røystar over dette på torsdag \
        etter tre veker med forhandlingar i finanskomiteen.";

    #[test]
    fn a_claim_that_is_told_again_is_the_same() {
        for again in [
            "Høgre og Senterpartiet er samde om å senke avgifta på straum.",
            "Bransjeforeininga Fornybar Noreg, som fekk brevet måndag, opplyser at Senterpartiet og Høgre er samde om å senke \
             avgifta på straum.",
        ] {
            assert!(same(WHOLE, again), "{again}");
        }
    }

    #[test]
    fn a_sentence_with_another_claim_beside_it_is_not() {
        assert!(!same(
            WHOLE,
            "Høgre og Senterpartiet er samde om å senke avgifta på straum, men rører korkje ved nettleiga i nord, påslaget for \
             fornybar kraft eller støtteordninga for gartneri, som kundane har klaga på sidan nyttår."
        ));
    }

    #[test]
    fn who_takes_part_is_no_claim() {
        assert!(!same(
            "Anne Lie og Jonas Vik møttest i Bodø onsdag, og skal forhandle om fisk og kvotar heile veka.",
            "Etter middagen takka Jonas Vik, Anne Lie og Bodø songarane, som hadde øvd i fleire månader på nye songar."
        ));
    }
}
