//! Whether a generated sentence keeps to its source.
//!
//! What generators get wrong most is numbers and names (Maynez, Narayan, Bohnet & McDonald 2020, "On faithfulness and
//! factuality in abstractive summarization"), and those can be looked up: a number or a name that the article does not
//! contain is flagged.

use std::collections::BTreeSet;

use notis_text::{Analysis, Span, TokenKind, analyze, fold, stem};

/// What an article contains, to compare generated sentences with.
#[derive(Debug)]
pub struct Source<'a> {
    article: &'a Analysis<'a>,
    stems: BTreeSet<&'a str>,
    numbers: BTreeSet<String>,
}

impl<'a> Source<'a> {
    /// The words and numbers of an article and its title.
    pub fn new(article: &'a Analysis<'a>) -> Self {
        let types = &article.types;
        let stems: BTreeSet<&str> = types.ids().map(|id| types.stem(id)).collect();
        let title = article.title.unwrap_or_default();
        let mut numbers: BTreeSet<String> = numbers(title).chain(numbers(article.text)).collect();
        numbers.extend(
            stems
                .iter()
                .filter_map(|stem| spelled(stem))
                .map(|n| n.to_string()),
        );
        Source {
            article,
            stems,
            numbers,
        }
    }

    /// The numbers and names of a generated sentence that the article does not contain.
    ///
    /// ```
    /// use notis_neural::Source;
    ///
    /// let article = notis_text::analyze("Tre personar er sakna i Sogndal etter raset, seier politiet.", None);
    /// let source = Source::new(&article);
    /// assert!(source.unsupported("3 er sakna i Sogndal.").is_empty());
    /// assert_eq!(source.unsupported("Fem er sakna i Sogndal og 12 i Bergen."), ["12", "Bergen"]);
    /// ```
    pub fn unsupported(&self, sentence: &str) -> Vec<String> {
        let analysis = analyze(sentence, None);
        let mut unsupported: Vec<(Span, String)> = Vec::new();
        for token in &analysis.tokens {
            let slice = token.span.of(sentence);
            let is_number = matches!(token.kind, TokenKind::Number | TokenKind::Money);
            if is_number && !digits(slice).is_empty() && !self.numbers.contains(&digits(slice)) {
                unsupported.push((token.span, slice.to_owned()));
            }
        }
        for name in notis_text::names(&analysis) {
            let first = name.mentions.iter().find(|mention| !mention.in_title);
            if let Some(mention) = first.filter(|_| !self.knows(&name.name)) {
                unsupported.push((mention.span, name.name));
            }
        }
        unsupported.sort();
        unsupported.into_iter().map(|(_, text)| text).collect()
    }

    /// Whether every word of a name stands in the article, in any form.
    fn knows(&self, name: &str) -> bool {
        let words = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty());
        words.into_iter().all(|word| {
            let mut folded = String::new();
            fold(word, &mut folded);
            self.stems.contains(stem(&folded).as_str()) || self.occurs(&folded)
        })
    }

    /// Whether a word stands within a word of the article («Syria» in «Syria-samtalene»).
    fn occurs(&self, folded: &str) -> bool {
        let types = &self.article.types;
        types.ids().any(|id| {
            let form = types.form(id);
            form.split('-')
                .any(|part| part == folded || part.strip_suffix('s') == Some(folded))
        })
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

/// The numbers of a text, by their digits.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let mut found = Vec::new();
    notis_text::tokens(text, &mut found);
    let numbers: Vec<String> = found.iter().map(|token| digits(token.span.of(text))).collect();
    numbers.into_iter().filter(|digits| !digits.is_empty())
}

/// The digits of a number, whatever stands between them.
fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// The value of a small number that is spelled out, in bokmål or nynorsk.
fn spelled(word: &str) -> Option<u32> {
    const WORDS: [&[&str]; 13] = [
        &["null"],
        &["én", "ein", "ett", "eitt", "éin"],
        &["to"],
        &["tre"],
        &["fire"],
        &["fem"],
        &["seks"],
        &["sju", "syv"],
        &["åtte"],
        &["ni"],
        &["ti"],
        &["elleve"],
        &["tolv"],
    ];
    let value = WORDS.iter().position(|forms| forms.contains(&word))?;
    u32::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Oslo har fått en ny ordfører. Anne Lindboe overtok nøklene 25. oktober, etter at 1 200 \
        gjester hadde fylt Rådhuset. Syria-samtalene i Genève ble utsatt i tre uker.";

    fn unsupported(sentence: &str) -> Vec<String> {
        Source::new(&analyze(ARTICLE, None)).unsupported(sentence)
    }

    #[test]
    fn what_the_article_says_is_supported_in_any_form() {
        for sentence in [
            "Anne Lindboe er ny ordfører i Oslo.",
            "Oslos ordfører tok imot 1200 gjester.",
            "Samtalene om Syria er utsatt i 3 uker.",
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
    fn a_sentence_is_traced_to_the_one_it_is_nearest() {
        let article = analyze(ARTICLE, None);
        let span = Source::new(&article).nearest("Samtalene ble utsatt.").unwrap();
        assert!(span.of(ARTICLE).starts_with("Syria-samtalene"));
    }
}
