//! Which person a pronoun at the start of a sentence stands for, where that is certain.
//!
//! Certain means: the sentence right before begins with a person of the pronoun's gender (a title such as «statsminister»
//! may stand in front), and names no other person. Anything less is left alone.

use super::given_names::{self, Gender};
use super::{Line, lexicon};
use crate::Document;
use notis_text::{Case, Span};

/// The persons that the article names in full.
#[derive(Debug, Default)]
pub(crate) struct Persons<'d> {
    /// Each with its last name, in order of appearance.
    full: Vec<Person<'d>>,
}

/// A person named in full.
#[derive(Clone, Copy, Debug)]
struct Person<'d> {
    name: &'d str,
    last: &'d str,
    gender: Gender,
}

/// A person named in a sentence: by index among the persons, and the token it begins with.
type Mention = (usize, usize);

impl<'d> Persons<'d> {
    /// Finds the persons of an article.
    pub(crate) fn find(document: &Document<'d>) -> Self {
        let mut persons = Persons::default();
        for candidate in document.candidates() {
            let line = Line::new(document.article(), candidate.span);
            let mut token = line.first;
            while token < line.end {
                let end = capitals_end(&line, token);
                persons.note(&line, token, end);
                token = end.max(token + 1);
            }
        }
        persons
    }

    fn note(&mut self, line: &Line<'d>, from: usize, end: usize) {
        let article = line.article;
        let Some(gender) = given_names::gender(article.form(from)).filter(|_| end - from >= 2) else {
            return;
        };
        let span = |a: usize, b: usize| Span::new(article.tokens[a].span.start, article.tokens[b].span.end);
        let last = without_genitive(article.slice(article.tokens[end - 1].span));
        let name = without_genitive(article.slice(span(from, end - 1)));
        if self.full.iter().all(|p| p.last != last) {
            self.full.push(Person { name, last, gender });
        }
    }

    /// The full name of the person that `pronoun` at the start of a candidate certainly stands for.
    pub(crate) fn certain(&self, document: &Document<'d>, candidate: usize, pronoun: &str) -> Option<String> {
        let before = candidate
            .checked_sub(1)
            .filter(|&b| document.touch(b, candidate))?;
        let line = Line::new(document.article(), document.candidates()[before].span);
        let mentions = self.mentions(&line)?;
        let &(person, token) = mentions.first()?;
        let alone = mentions.iter().all(|m| m.0 == person);
        let fits = matches!(
            (pronoun, self.full[person].gender),
            ("han", Gender::Man) | ("hun" | "ho", Gender::Woman)
        );
        (alone && fits && begins(&line, token)).then(|| self.full[person].name.to_owned())
    }

    /// The persons a sentence names; `None` where it names one that is not known in full.
    fn mentions(&self, line: &Line<'d>) -> Option<Vec<Mention>> {
        let mut mentions = Vec::new();
        let mut token = line.first;
        while token < line.end {
            let end = capitals_end(line, token);
            if end > token {
                let last = without_genitive(line.article.slice(line.article.tokens[end - 1].span));
                match self.full.iter().position(|p| p.last == last) {
                    Some(person) => mentions.push((person, token)),
                    None if given_names::gender(line.article.form(token)).is_some() => return None,
                    None => {}
                }
            }
            token = end.max(token + 1);
        }
        Some(mentions)
    }
}

/// The token behind a run of capitalised words joined by single spaces that begins at `token`.
fn capitals_end(line: &Line<'_>, token: usize) -> usize {
    let article = line.article;
    let named = |t: usize| matches!(article.tokens[t].case, Case::Initial | Case::Mixed);
    let capital = |t: usize| named(t) && !lexicon::is_title_noun(article.form(t));
    let mut end = token;
    while end < line.end && capital(end) && (end == token || joined(line, end)) {
        end += 1;
    }
    end
}

/// Whether only a space stands before a token.
fn joined(line: &Line<'_>, token: usize) -> bool {
    let tokens = &line.article.tokens;
    line.article.text[tokens[token - 1].span.end..tokens[token].span.start] == *" "
}

fn without_genitive(name: &str) -> &str {
    name.strip_suffix('s')
        .filter(|stem| stem.len() > 3 && !stem.ends_with(['s', 'n', 'r', 'l', 'd', 'a', 'e', 'i', 'o']))
        .unwrap_or(name)
}

/// Whether a sentence begins with what stands at `token`: only a title in front.
fn begins(line: &Line<'_>, token: usize) -> bool {
    (line.first..token).all(|t| lexicon::is_title_noun(line.article.form(t)))
}
