//! Which person a pronoun at the start of a sentence stands for, where that is certain.
//!
//! Certain means: the sentence right before begins with a person of the pronoun's gender (a title such as «statsminister»
//! may stand in front) or says that this person said something («Det skriv Kari Vik …»), and names no other person. For the
//! first sentence it is the title that names one person and no other. Anything less is left alone.

use super::given_names::{self, Gender};
use super::line::Line;
use super::{opener, quote};
use crate::lexicon::Class;
use crate::{Edit, EditKind};
use notis_text::lists::connectives::OF_PLACE;
use notis_text::lists::family;
use notis_text::lists::names::NAMED_AFTER;
use notis_text::{Case, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// The persons that an article names in full.
#[derive(Default)]
pub(super) struct Persons<'r> {
    /// In order of appearance, each last name once.
    persons: Vec<Person<'r>>,
    /// Where the person of a last name stands.
    by_last: FxHashMap<&'r str, usize>,
}

/// A person named in full.
#[derive(Clone, Copy, Debug)]
struct Person<'r> {
    name: &'r str,
    last: &'r str,
    gender: Gender,
    /// Nobody else of this last name is named.
    alone: bool,
}

/// A person named in a sentence: by index among the persons, and the token it begins with.
type Mention = (usize, usize);

impl<'r> Persons<'r> {
    /// The persons that these sentences of an article with this title name in full.
    pub(super) fn of(lines: &[Line<'r>], title: Option<&str>) -> Self {
        let mut persons = Persons::default();
        for line in lines {
            for person in capital_runs(line).filter_map(|run| person(line, run)) {
                persons.add(person);
            }
        }
        if let Some(title) = title {
            persons.ask_title(title);
        }
        persons
    }

    /// Nobody is certain to be meant by a last name that the title gives to somebody else: «Kari R. Moe er død».
    fn ask_title(&mut self, title: &str) {
        for person in &mut self.persons {
            let names = |word: &str| without_genitive(word) == person.last;
            let is_named = title
                .split([' ', ',', ':', '–'])
                .any(|word| names(word.trim_matches(|c: char| !c.is_alphanumeric())));
            let given = person.name.split_whitespace().next().unwrap_or_default();
            let is_meant = title.contains(given) || title.starts_with(person.last);
            person.alone &= !is_named || is_meant;
        }
    }

    fn add(&mut self, person: Person<'r>) {
        match self.by_last.get(person.last) {
            Some(&known) => self.persons[known].alone &= self.persons[known].name == person.name,
            None => {
                self.by_last.insert(person.last, self.persons.len());
                self.persons.push(person);
            }
        }
    }

    /// The person of this last name.
    fn person(&self, last: &str) -> Option<&Person<'r>> {
        self.by_last.get(last).map(|&at| &self.persons[at])
    }

    /// The full name of the person that `pronoun` at the start of a sentence certainly stands for, if `before` is the
    /// sentence before it.
    pub(super) fn certain(&self, before: &Line<'r>, pronoun: &str) -> Option<String> {
        let mentions = self.mentions(before)?;
        let &(person, token) = mentions.first()?;
        let alone = mentions.iter().all(|m| m.0 == person);
        let person = &self.persons[person];
        let tells = begins(before, token) || is_said_by(before, token);
        (alone && person.alone && fits(pronoun, person.gender) && tells).then(|| person.name.to_owned())
    }

    /// The persons a sentence names; `None` where it names one that is not known in full.
    fn mentions(&self, line: &Line<'r>) -> Option<Vec<Mention>> {
        let mut mentions = Vec::new();
        for run in capital_runs(line) {
            match self.by_last.get(last_of(line, &run)) {
                Some(&person) => mentions.push((person, run.start)),
                None if given_names::gender(line.article().form(run.start)).is_some() => return None,
                None => {}
            }
        }
        Some(mentions)
    }
}

/// The person that `pronoun` at the start of an article certainly stands for: the only one whom the title names, in full.
pub(super) fn certain_of_title(title: &str, pronoun: &str) -> Option<String> {
    let gender = |word: &str| given_names::gender(&word.to_lowercase());
    let mut found = None;
    for run in title
        .split_whitespace()
        .collect::<Vec<_>>()
        .chunk_by(|_, next| next.starts_with(char::is_uppercase))
    {
        let Some(given) = run.iter().position(|word| gender(word).is_some()) else {
            continue;
        };
        let name = run[given..].join(" ");
        let whole = run.len() > given + 1 && name.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
        if found.replace((name, gender(run[given])?, whole)).is_some() {
            return None;
        }
    }
    found
        .filter(|(_, gender, whole)| *whole && fits(pronoun, *gender))
        .map(|(name, ..)| name)
}

/// Whether a pronoun may stand for somebody of this gender.
fn fits(pronoun: &str, gender: Gender) -> bool {
    matches!(
        (pronoun, gender),
        ("han", Gender::Man) | ("hun" | "ho", Gender::Woman)
    )
}

/// Puts given names in front of last names that a digest does not explain: «Moe jobba der» becomes «Arne Moe jobba der».
pub(super) struct Introductions<'r, 'p> {
    persons: &'p Persons<'r>,
    /// The last names that the digest has told with the given ones.
    told: FxHashSet<&'p str>,
}

impl<'r, 'p> Introductions<'r, 'p> {
    pub(super) fn of(persons: &'p Persons<'r>) -> Self {
        Introductions {
            persons,
            told: FxHashSet::default(),
        }
    }

    /// The edits of the next sentence of the digest; `edits` are made in it already.
    pub(super) fn next(&mut self, line: &Line<'r>, edits: &[Edit]) -> Vec<Edit> {
        let mut put_in = Vec::new();
        for person in &self.persons.persons {
            if edits.iter().any(|edit| edit.replacement == person.name) {
                self.told.insert(person.last);
            }
        }
        for run in capital_runs(line) {
            let last = line.article().tokens[run.end - 1].span;
            let Some(person) = self.persons.person(last_of(line, &run)) else {
                continue;
            };
            let given = person.name.strip_suffix(person.last).unwrap_or_default();
            let changed = edits.iter().any(|edit| edit.span.contains(last));
            // «Moe er død, opplyser sønnen Ola Moe.»
            let two =
                || capital_runs(line).any(|other| other.len() > 1 && last_of(line, &other) == person.last);
            let new = run.len() == 1 && !changed && !self.told.contains(&person.last) && !two();
            if new && person.alone && !given.is_empty() && !is_fixed(line, run.start) {
                put_in.push(Edit {
                    kind: EditKind::FullName,
                    span: Span::new(last.start, last.start),
                    replacement: given.to_owned(),
                });
            }
            self.told.insert(person.last);
        }
        put_in
    }
}

/// Whether what stands at a token is not to be changed: behind a preposition of place it may name one, behind an initial or an
/// «&» it is part of a name, as in front of a house, and what is quoted is quoted.
fn is_fixed(line: &Line<'_>, token: usize) -> bool {
    let article = line.article();
    let before = &article.text[line.span.start..article.tokens[token].span.start];
    let in_marks =
        before.matches('«').count() > before.matches('»').count() || before.matches('"').count() % 2 == 1;
    let in_quote = quote::opens_with_dash(before) && !before.contains(',');
    let in_brackets = before.matches('(').count() > before.matches(')').count();
    let place = token > line.first && OF_PLACE.contains(&article.form(token - 1));
    let of_several = token > line.first && family::SEVERAL.contains(&article.form(token - 1));
    let of_house = token + 1 < line.end && NAMED_AFTER.contains(&article.form(token + 1));
    place
        || of_several
        || of_house
        || in_marks
        || in_quote
        || in_brackets
        || before.trim_end().ends_with(['.', '&'])
}

/// The last of a run of capitalised words, without a genitive ending.
fn last_of<'r>(line: &Line<'r>, run: &Range<usize>) -> &'r str {
    let article = line.article();
    without_genitive(article.slice(article.tokens[run.end - 1].span))
}

/// The person that a run of at least two capitalised words names, where its first is a given name.
fn person<'r>(line: &Line<'r>, run: Range<usize>) -> Option<Person<'r>> {
    let article = line.article();
    let gender = given_names::gender(article.form(run.start)).filter(|_| run.len() >= 2)?;
    // «Kari Moes Fjell» is her club.
    let owner = |token: usize| {
        let word = article.form(token);
        word.len() > 4 && word.ends_with('s') && given_names::gender(word).is_none()
    };
    // «… av Kari Moe Kari Moe har …»: a heading ends within it.
    let again = |token: usize| article.form(token) == article.form(run.end - 1);
    if (run.start + 1..run.end - 1).any(|token| owner(token) || again(token)) {
        return None;
    }
    let (first, last) = (article.tokens[run.start].span, article.tokens[run.end - 1].span);
    // Whose son or wife somebody is called has the same last name, and comes first.
    let is_kin = run.start > line.first && family::KIN.contains(&article.form(run.start - 1));
    Some(Person {
        name: without_genitive(article.slice(Span::new(first.start, last.end))),
        last: last_of(line, &run),
        gender,
        alone: !is_kin,
    })
}

/// The runs of capitalised words in a sentence, as tokens.
fn capital_runs<'l>(line: &'l Line<'_>) -> impl Iterator<Item = Range<usize>> + 'l {
    let mut token = line.first;
    std::iter::from_fn(move || {
        while token < line.end {
            let run = token..capitals_end(line, token);
            token = run.end.max(token + 1);
            if !run.is_empty() {
                return Some(run);
            }
        }
        None
    })
}

/// The token behind a run of capitalised words joined by single spaces that begins at `token`.
fn capitals_end(line: &Line<'_>, token: usize) -> usize {
    let article = line.article();
    let named = |t: usize| matches!(article.tokens[t].case, Case::Initial | Case::Mixed);
    let capital = |t: usize| named(t) && !line.classes_of(t).has(Class::TitleNoun);
    let mut end = token;
    while end < line.end && capital(end) && (end == token || joined(line, end)) {
        end += 1;
    }
    end
}

/// Whether only a space stands before a token.
fn joined(line: &Line<'_>, token: usize) -> bool {
    line.article().gap(token) == " "
}

fn without_genitive(name: &str) -> &str {
    name.strip_suffix('s')
        .filter(|stem| stem.len() > 3 && !stem.ends_with(['s', 'n', 'r', 'l', 'd', 'a', 'e', 'i', 'o']))
        .unwrap_or(name)
}

/// Whether a sentence tells that the one at `token` said something: «Det skriv bonde Kari Vik på Facebook.»
fn is_said_by(line: &Line<'_>, token: usize) -> bool {
    const TITLE: usize = 4;
    opener::is_attribution(line) && (line.first + 2..=line.first + 2 + TITLE).contains(&token)
}

/// Whether a sentence begins with what stands at `token`: only a title in front.
fn begins(line: &Line<'_>, token: usize) -> bool {
    (line.first..token).all(|t| line.classes_of(t).has(Class::TitleNoun))
}
