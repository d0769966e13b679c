//! Whether a generated sentence keeps to its source.
//!
//! What generators get wrong most is numbers and names (Maynez, Narayan, Bohnet & McDonald 2020, "On faithfulness and
//! factuality in abstractive summarization"), and those can be looked up: a number or a name that the article does not
//! contain is flagged, and so are days and months, words given out for a quote, and a denial that was put in or left out.

mod denial;
mod facts;
mod quoted;

use std::collections::BTreeSet;

use notis_text::{Analysis, Span, analyze};

use crate::DigestSentence;
use denial::Clauses;
use facts::Facts;

/// What an article contains, to compare generated sentences with.
#[derive(Debug)]
pub struct Source<'a> {
    article: &'a Analysis<'a>,
    facts: Facts<'a>,
    clauses: Clauses<'a>,
}

impl<'a> Source<'a> {
    /// The words, numbers and clauses of an article and its title.
    pub fn new(article: &'a Analysis<'a>) -> Self {
        Source {
            facts: Facts::of(article),
            clauses: Clauses::of(article),
            article,
        }
    }

    /// A generated text, sentence by sentence: each with the stretch of the article it is nearest to, and what it says that
    /// the article does not.
    pub fn check(&self, text: &str) -> Vec<DigestSentence> {
        let analysis = analyze(text, None);
        let spans = analysis.sentences.iter().map(|sentence| sentence.span);
        let sentence = |span: Span| {
            let sentence = span.of(text);
            let origin = self.nearest(sentence)?;
            let unsupported = self.unsupported(sentence);
            Some(DigestSentence::generated(sentence, origin, unsupported))
        };
        spans.filter_map(sentence).collect()
    }

    /// What a generated sentence says that the article does not: its numbers, days and months, names and quotes that the
    /// article does not contain, and the word that denies what the article says, or that was left out («utan «ikkje»»).
    ///
    /// ```
    /// use notis_summarizer::Source;
    ///
    /// let article = notis_text::analyze("Tre personar er sakna i Sogndal etter raset, seier politiet.", None);
    /// let source = Source::new(&article);
    /// assert!(source.unsupported("3 er sakna i Sogndal.").is_empty());
    /// assert_eq!(source.unsupported("Fem er sakna i Sogndal og 12 i Bergen."), ["12", "Bergen"]);
    /// assert_eq!(source.unsupported("Tre personar er ikkje sakna i Sogndal."), ["ikkje"]);
    /// ```
    pub fn unsupported(&self, sentence: &str) -> Vec<String> {
        let analysis = analyze(sentence, None);
        let mut unsupported = self.facts.missing(&analysis);
        unsupported.extend(quoted::missing(&analysis, self.article));
        unsupported.extend(self.clauses.denial(&analysis));
        unsupported.sort();
        unsupported.into_iter().map(|(_, text)| text).collect()
    }

    /// The sentence of the running text that has most of a generated sentence's words: where it seems to come from.
    pub fn nearest(&self, sentence: &str) -> Option<Span> {
        let analysis = analyze(sentence, None);
        let wanted: BTreeSet<&str> = analysis.types.ids().map(|id| analysis.types.stem(id)).collect();
        let shared = |span: Span| {
            let stems: BTreeSet<&str> = self
                .article
                .indices_in(span)
                .map(|i| self.article.stem(i))
                .collect();
            stems.intersection(&wanted).count() as f64 / (stems.len() + wanted.len()).max(1) as f64
        };
        let running = self
            .article
            .sentences
            .iter()
            .filter(|s| self.article.kind_of(s).is_running_text());
        // Of equals the first.
        running
            .map(|s| (shared(s.span), s.span))
            .rev()
            .max_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, span)| span)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Oslo har fått en ny ordfører. Anne Lindboe overtok nøklene 25. oktober, etter at 1 200 \
        gjester hadde fylt Rådhuset. Syria-samtalene i Genève ble utsatt i tre uker. Ingen ble skadd mandag, men Rådhuset er \
        ikke åpent for publikum. – Vi har ventet lenge på denne dagen, sa Lindboe.";

    fn unsupported(sentence: &str) -> Vec<String> {
        Source::new(&analyze(ARTICLE, None)).unsupported(sentence)
    }

    #[test]
    fn what_the_article_says_is_supported_in_any_form() {
        for sentence in [
            "Anne Lindboe er ny ordfører i Oslo.",
            "Oslos ordfører tok imot 1200 gjester.",
            "Samtalene om Syria er utsatt i 3 uker.",
            "Ingen ble skadd måndag.",
            "Rådhuset er ikke åpent for publikum.",
            "«Vi har ventet lenge», sa Lindboe.",
            "– Vi har ventet lenge på denne dagen, sa Lindboe.",
        ] {
            assert!(
                unsupported(sentence).is_empty(),
                "{sentence}: {:?}",
                unsupported(sentence)
            );
        }
    }

    #[test]
    fn foreign_numbers_and_names_are_flagged() {
        assert_eq!(unsupported("Anne Lindboe overtok 26. oktober."), ["26"]);
        assert_eq!(
            unsupported("I Bergen overtok Marte Kjos 1300 gjester."),
            ["Bergen", "Marte Kjos", "1300"]
        );
    }

    #[test]
    fn other_days_and_months_are_flagged() {
        assert_eq!(unsupported("Lindboe overtok 25. november."), ["november"]);
        assert_eq!(unsupported("Ingen ble skadd tirsdag."), ["tirsdag"]);
    }

    #[test]
    fn a_denial_that_is_put_in_or_left_out_is_flagged() {
        assert_eq!(unsupported("Rådhuset er åpent for publikum."), ["(ikke)"]);
        assert_eq!(unsupported("Oslo har ikke fått en ny ordfører."), ["ikke"]);
    }

    #[test]
    fn words_that_nobody_said_are_no_quote() {
        assert_eq!(
            unsupported("«Dette er en stor dag», sa Lindboe."),
            ["«Dette er en stor dag»"]
        );
        assert_eq!(
            unsupported("– Jeg er stolt av byen, sa Lindboe."),
            ["– Jeg er stolt av byen"]
        );
    }

    #[test]
    fn a_sentence_is_traced_to_the_one_it_is_nearest() {
        let article = analyze(ARTICLE, None);
        let span = Source::new(&article).nearest("Samtalene ble utsatt.").unwrap();
        assert!(span.of(ARTICLE).starts_with("Syria-samtalene"));
    }
}
