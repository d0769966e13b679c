//! Digests in words that are not the article's own.

use crate::{Budget, Digest, DigestSentence, Document, Edit, EditKind, Error, clause, space::collapse};
use notis_text::Span;

impl Digest {
    /// A digest of `sentences` that a model wrote, as many from the first on as fit the budget; without a budget of the
    /// caller's, all of them. `unread` is the end of the article that the model has not seen, if there is one.
    ///
    /// # Errors
    /// Where the budget leaves room for nothing.
    pub fn generated(
        method: &'static str,
        document: &Document<'_>,
        mut sentences: Vec<DigestSentence>,
        budget: Budget,
        unread: Option<Span>,
    ) -> Result<Self, Error> {
        let mut room = budget.room(document)?;
        if let (Some(first), true) = (sentences.first_mut(), budget.is_hard()) {
            first.shorten(&room);
        }
        if budget != Budget::Auto {
            let fits = |sentence: &DigestSentence| {
                let cost = crate::Cost::of(&sentence.text);
                let fits = room.fits(cost);
                if fits {
                    room.take(cost);
                }
                fits
            };
            let fitting = sentences.iter().map(fits).take_while(|&fits| fits).count();
            sentences.truncate(fitting.max(1));
        }
        Ok(Digest {
            unread,
            ..Digest::new(method, document, sentences)
        })
    }
}

impl DigestSentence {
    /// A sentence that a model wrote, the stretch of the article that it is nearest to, and what it says that the
    /// article does not. Its one edit says that it is no sentence of the article.
    pub fn generated(text: &str, origin: Span, unsupported: Vec<String>) -> Self {
        let text = collapse(text);
        DigestSentence {
            edits: vec![Edit {
                kind: EditKind::Generated,
                span: origin,
                replacement: text.clone(),
            }],
            text,
            span: origin,
            unsupported,
        }
    }

    /// Cuts a generated sentence that is longer than all the room there is.
    fn shorten(&mut self, room: &crate::Room) {
        if !room.fits(crate::Cost::of(&self.text)) {
            self.text = clause::cut(self.text.as_str().into(), Span::new(0, self.text.len()), room).text;
            let text = self.text.clone();
            self.edits
                .iter_mut()
                .for_each(|edit| edit.replacement.clone_from(&text));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;

    fn digest(budget: Budget) -> Digest {
        let article = notis_text::analyze("Brua er stengd etter flaumen i natt. Ingen er skadde.", None);
        let document = Document::new(&article, &Query::default());
        let sentences = ["Flaumen stengde brua.", "Alle er trygge no."];
        let sentences = sentences.map(|text| DigestSentence::generated(text, Span::new(0, 36), Vec::new()));
        Digest::generated("abstractive", &document, sentences.into(), budget, None).unwrap()
    }

    #[test]
    fn the_budget_holds_for_generated_sentences() {
        assert_eq!(digest(Budget::Auto).sentences.len(), 2);
        assert_eq!(digest(Budget::Words(6)).text, "Flaumen stengde brua.");
        assert_eq!(digest(Budget::Words(2)).text, "Flaumen stengde…");
        assert_eq!(digest(Budget::Sentences(1)).text, "Flaumen stengde brua.");
    }

    #[test]
    fn a_generated_sentence_is_marked_as_one() {
        let digest = digest(Budget::Words(2));
        let edit = &digest.sentences[0].edits[0];
        assert_eq!(
            (edit.kind, edit.replacement.as_str()),
            (EditKind::Generated, "Flaumen stengde…")
        );
    }
}
