//! Numbers, days, months and names that an article must contain.

use std::collections::BTreeSet;

use notis_text::lists::numbers;
use notis_text::lists::time::{MONTHS, WEEKDAYS};
use notis_text::{Analysis, Span, TokenKind, fold, stem};

/// What can be looked up in an article.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    article: &'a Analysis<'a>,
    stems: BTreeSet<&'a str>,
    numbers: BTreeSet<String>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(article: &'a Analysis<'a>) -> Self {
        let types = &article.types;
        let stems: BTreeSet<&str> = types.ids().map(|id| types.stem(id)).collect();
        let title = article.title.unwrap_or_default();
        let mut numbers: BTreeSet<String> = numbers(title).chain(numbers(article.text)).collect();
        let spelled = stems.iter().filter_map(|stem| spelled(stem));
        numbers.extend(spelled.map(|value| value.to_string()));
        Facts {
            article,
            stems,
            numbers,
        }
    }

    /// The numbers, days, months and names of a generated sentence that the article does not contain.
    pub(super) fn missing(&self, sentence: &Analysis<'_>) -> Vec<(Span, String)> {
        let tokens = sentence.tokens.iter().enumerate();
        let missing = tokens.filter(|&(at, token)| match token.kind {
            TokenKind::Number | TokenKind::Money => self.lacks_number(token.span.of(sentence.text)),
            _ => self.lacks_time(sentence.form(at)),
        });
        let spans = missing.map(|(_, token)| token.span);
        let mut missing: Vec<(Span, String)> = spans
            .map(|span| (span, span.of(sentence.text).to_owned()))
            .collect();
        for name in notis_text::names(sentence) {
            let first = name.mentions.iter().find(|mention| !mention.in_title);
            if let Some(mention) = first.filter(|_| !self.knows(&name.name)) {
                missing.push((mention.span, name.name));
            }
        }
        missing
    }

    fn lacks_number(&self, number: &str) -> bool {
        let digits = digits(number);
        !digits.is_empty() && !self.numbers.contains(&digits)
    }

    /// Whether a word is a day or a month that the article does not name in either written form.
    fn lacks_time(&self, form: &str) -> bool {
        let day = WEEKDAYS.iter().find(|forms| forms.contains(&form));
        let named = |form: &str| self.stems.contains(stem(form).as_str());
        match day {
            Some(forms) => !forms.iter().any(|form| named(form)),
            None => MONTHS.contains(&form) && !named(form),
        }
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
    let value = numbers::SMALL.iter().position(|forms| forms.contains(&word))?;
    u32::try_from(value).ok()
}
