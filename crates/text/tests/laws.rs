//! The laws of structure and sentences, for the shipped implementation.

use notis_text::{Block, Sentence, Span, attribution, sentences, structure};
use proptest::prelude::*;

fn shipped(text: &str) -> (Vec<Block>, Vec<Sentence>) {
    let blocks = structure(text, None);
    let sentences = sentences(text, &blocks);
    (blocks, sentences)
}

notis_text::text_laws!(laws, shipped);

proptest! {
    #[test]
    fn a_reporting_clause_lies_in_its_passage(text in "([–«»\"]? ?(sier|sa|ifølge|seier det|Dale|å|til)[,.!?:»]{0,2} ){0,12}") {
        let passage = Span::new(0, text.len());
        if let Some(found) = attribution(&text, passage) {
            prop_assert!(passage.contains(found.clause) && found.clause.contains(found.speaker));
            prop_assert!(!found.speaker.is_empty());
        }
    }

    #[test]
    fn any_passage_may_be_asked_for_its_speaker(text in ".*") {
        attribution(&text, Span::new(0, text.len()));
    }
}
