//! Sentences that open with a thing told before: «Selskapet …», «Mannen …».

use crate::Document;
use crate::readable::Readings;
use notis_text::Case;

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

/// Whether a word ends like a noun in the definite form.
fn is_definite(word: &str) -> bool {
    const ENDINGS: [&str; 5] = ["en", "et", "a", "ene", "ane"];
    word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

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
