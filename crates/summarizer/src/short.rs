//! Very short forms: points of one clause each, and a headline.
//!
//! Both are sentences of a digest without what their main clauses say without; every cut is an edit.

use crate::readable;
use crate::{Budget, Digest, DigestSentence, Document, Edit, EditKind, Error, Summarizer};

/// A digest of `count` points, each the main clause of a sentence, joined by line breaks.
///
/// ```
/// use notis_summarizer::{Document, Query, bullets, methods::Notis};
///
/// let text = "Brua over Storelva er stengd frå i kveld, og kommunen har sett opp skilt langs heile vegen. Ho opnar i mai.";
/// let article = notis_text::analyze(text, None);
/// let document = Document::new(&article, &Query::default());
/// let digest = bullets(&document, &Notis::default(), 1)?;
/// assert_eq!(digest.text, "Brua over Storelva er stengd frå i kveld.");
/// # Ok::<(), notis_summarizer::Error>(())
/// ```
///
/// # Errors
/// Where `count` is 0, or a method from outside fails.
pub fn bullets(document: &Document<'_>, method: &dyn Summarizer, count: usize) -> Result<Digest, Error> {
    let mut digest = method.summarize(document, Budget::Sentences(count))?;
    for sentence in &mut digest.sentences {
        *sentence = shortened(document, sentence, ".");
    }
    let texts: Vec<&str> = digest.sentences.iter().map(|s| s.text.as_str()).collect();
    digest.text = texts.join("\n");
    Ok(digest)
}

/// The title that runs into the first sentence, or else the clause that carries the news, as a headline has it, without an end
/// mark; nothing where there is no body sentence.
///
/// # Errors
/// Where a method from outside fails.
pub fn headline(document: &Document<'_>, method: &dyn Summarizer) -> Result<Digest, Error> {
    let mut digest = method.summarize(document, Budget::Sentences(1))?;
    for sentence in &mut digest.sentences {
        *sentence = match document.title_in_front() {
            Some(title) => DigestSentence::edited(document.article().original, title, Vec::new()),
            None => shortened(document, sentence, ""),
        };
    }
    digest.text = digest.sentences.iter().map(|s| s.text.as_str()).collect();
    Ok(digest)
}

/// The sentence cut behind its main clause, with `mark` in the place of what ends it; a quote, and what a model wrote, stay.
fn shortened(document: &Document<'_>, sentence: &DigestSentence, mark: &str) -> DigestSentence {
    if sentence.edits.iter().any(|edit| edit.kind == EditKind::Generated) {
        return sentence.clone();
    }
    let article = document.article();
    let printed = article.slice(sentence.span);
    let full_stop = printed.ends_with('.') && !printed.ends_with("..");
    let whole = sentence.span.end - usize::from(full_stop && mark.is_empty());
    let end = readable::main_clause_end(document, sentence.span).unwrap_or(whole);
    if end == sentence.span.end {
        return sentence.clone();
    }
    let mut edits: Vec<Edit> = sentence
        .edits
        .iter()
        .filter(|edit| edit.span.end <= end)
        .cloned()
        .collect();
    edits.push(Edit {
        kind: EditKind::Clause,
        span: notis_text::Span::new(end, sentence.span.end),
        replacement: mark.to_owned(),
    });
    DigestSentence::edited(article.original, sentence.span, edits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use crate::methods::Notis;
    use notis_text::analyze;

    fn told(text: &str) -> (String, String) {
        let article = analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let notis = Notis::default();
        (
            bullets(&document, &notis, 3).unwrap().text,
            headline(&document, &notis).unwrap().text,
        )
    }

    #[test]
    fn what_a_main_clause_says_without_is_left_out() {
        let (points, headline) = told(
            "Kommunen har vedtatt å stenge skolen i Vik fra nyttår, fordi det ikke er nok elever i de yngste klassene der.",
        );
        assert_eq!(points, "Kommunen har vedtatt å stenge skolen i Vik fra nyttår.");
        assert_eq!(headline, "Kommunen har vedtatt å stenge skolen i Vik fra nyttår");
    }

    #[test]
    fn a_sentence_that_goes_on_behind_an_insert_is_whole() {
        for whole in [
            "Skolen i Vik har de siste årene, som følge av fraflytting, mistet halvparten av alle elevene sine til byen.",
            "Ordføreren har sagt at «skolen er stengt, og det er trist», men ingen har hørt henne si det på møtet i Vik.",
            "Skolen skal stenges.",
        ] {
            let (points, headline) = told(whole);
            assert_eq!(points, whole);
            assert_eq!(headline, whole.trim_end_matches('.'));
        }
    }

    #[test]
    fn each_point_has_a_line_of_its_own() {
        let (points, _) =
            told("Skolen i Vik skal stenges til våren. Kommunen mangler penger. Elevene får plass i Lom.");
        assert_eq!(points.lines().count(), 3);
    }

    #[test]
    fn without_a_body_there_is_no_headline() {
        assert_eq!(told(""), (String::new(), String::new()));
    }
}
