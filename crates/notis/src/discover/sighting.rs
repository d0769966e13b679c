//! What is kept of an article while topics are looked for: its terms and names, not its text.

use notis_text::{Analysis, Case, Language, Token, TokenKind, TypeId};

use crate::{Article, Reading};

/// What is known of an article beside its terms.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) date: Option<String>,
    pub(crate) source: Option<String>,
    pub(crate) link: Option<String>,
    pub(crate) language: Language,
    /// The first of the labels people gave it, where they gave exactly one.
    pub(crate) label: Option<String>,
}

/// An article as it passes.
#[derive(Clone, Debug)]
pub(crate) struct Sighting {
    pub(crate) about: About,
    pub(crate) words: Vec<Seen>,
    /// Names with how often each is mentioned.
    pub(crate) names: Vec<(String, u32)>,
    /// The topics that the desk gives it, by their numbers.
    pub(crate) tags: Vec<u16>,
}

/// A word as it stands in an article.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) stem: String,
    pub(crate) form: String,
    /// Whether it is written so, and has its capital or not from nothing else.
    pub(crate) is_sure: bool,
}

/// Letters of the first sentence that stand in for a title.
const TITLE: usize = 90;

impl Sighting {
    pub(crate) fn of(reading: &Reading<'_>) -> Self {
        let article = reading.analyzed();
        let (names, numbers) = (reading.names(), reading.topic_numbers());
        Sighting {
            about: About::of(reading.article(), article),
            words: words(article),
            names: names
                .into_iter()
                .map(|name| (name.name, name.places.len() as u32))
                .collect(),
            tags: numbers.into_iter().map(|topic| topic as u16).collect(),
        }
    }
}

impl About {
    pub(crate) fn of(article: &Article, analysis: &Analysis<'_>) -> Self {
        About {
            id: article.id.clone(),
            title: title(article, analysis),
            date: article.date.clone(),
            source: article.source.clone(),
            link: article.url.clone(),
            language: analysis.language,
            label: article
                .labels
                .as_ref()
                .and_then(|labels| match labels.as_slice() {
                    [only] => Some(only.clone()),
                    _ => None,
                }),
        }
    }
}

/// The title, or how the first sentence begins.
fn title(article: &Article, analysis: &Analysis<'_>) -> String {
    let given = article
        .title
        .as_deref()
        .map(str::trim)
        .filter(|title| !title.is_empty());
    let first = || {
        let told = analysis
            .sentences
            .iter()
            .find(|s| analysis.kind_of(s).purpose().is_content);
        told.map(|sentence| shortened(analysis.slice(sentence.span)))
            .unwrap_or_default()
    };
    given.map_or_else(first, str::to_owned)
}

fn shortened(sentence: &str) -> String {
    let words = sentence.split_whitespace().collect::<Vec<&str>>().join(" ");
    match words.char_indices().nth(TITLE) {
        None => words,
        Some((end, _)) => {
            let cut = words[..end].rfind(' ').unwrap_or(end);
            format!("{} …", &words[..cut])
        }
    }
}

/// The words that tell: those of title and content that are neither stop words nor numbers. A word that has its capital
/// from the start of a sentence is written small.
fn words(article: &Analysis<'_>) -> Vec<Seen> {
    let mut words = Vec::with_capacity(article.tokens.len() / 2);
    let title = article.title.unwrap_or_default();
    let title_words = Words { article, text: title };
    title_words.add(&article.title_tokens, &article.title_types, 0, &mut words);
    let text_words = Words {
        article,
        text: article.text,
    };
    for sentence in article
        .sentences
        .iter()
        .filter(|s| article.kind_of(s).purpose().is_content)
    {
        let inside = article.indices_in(sentence.span);
        text_words.add(
            &article.tokens[inside.clone()],
            &article.token_types[inside],
            sentence.span.start,
            &mut words,
        );
    }
    words
}

struct Words<'a> {
    article: &'a Analysis<'a>,
    text: &'a str,
}

impl Words<'_> {
    fn add(&self, tokens: &[Token], types: &[TypeId], start: usize, words: &mut Vec<Seen>) {
        for (token, &id) in tokens.iter().zip(types) {
            if self.tells(token, id) {
                words.push(self.seen(token, id, start));
            }
        }
    }

    fn tells(&self, token: &Token, id: TypeId) -> bool {
        const LETTERS: usize = 2;
        let form = self.article.types.form(id);
        let is_word = token.kind == TokenKind::Word && form.starts_with(char::is_alphabetic);
        is_word && form.chars().nth(LETTERS - 1).is_some() && !self.article.types.is_stop_word(id)
    }

    fn seen(&self, token: &Token, id: TypeId, start: usize) -> Seen {
        let opens = self.text[start..token.span.start]
            .chars()
            .all(|c| !c.is_alphanumeric());
        let is_sure = !opens || matches!(token.case, Case::Lower | Case::Upper);
        let is_small = token.case == Case::Lower || !is_sure;
        let form = if is_small {
            self.article.types.form(id)
        } else {
            token.span.of(self.text)
        };
        Seen {
            stem: self.article.types.stem(id).to_owned(),
            form: form.to_owned(),
            is_sure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_capital_of_a_name_and_lose_that_of_a_sentence() {
        let analysis = notis_text::analyze("Laksen rømde frå merda i Vågan. Mowi leiter.", None);
        let forms: Vec<String> = words(&analysis).into_iter().map(|word| word.form).collect();
        assert_eq!(forms, ["laksen", "rømde", "merda", "Vågan", "mowi", "leiter"]);
    }

    #[test]
    fn a_long_first_sentence_is_cut_at_a_word() {
        let long = "ordføraren ".repeat(20);
        assert!(shortened(&long).ends_with("ordføraren …"));
        assert_eq!(shortened("Kort nok."), "Kort nok.");
    }
}
