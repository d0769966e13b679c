//! Closed word classes of bokmål and nynorsk that decide how a sentence hangs on the one before it. All words folded.
//!
//! A word may be of several classes at once («så» is an adverb and the past of «å se»). Each distinct word of an article
//! is looked up once ([`classes`]); the rules then ask for a class at the cost of a bit.

mod nouns;
mod phrases;

pub(crate) use nouns::{has_credit, is_definite, is_news_source};
pub(crate) use phrases::is_connecting_phrase;

use notis_text::lists::{connectives, grammar, nouns as listed_nouns, pronouns, speech};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// A conjunction that ties a main clause to the sentence before and can be left out without changing the word order.
    Conjunction,
    /// A personal pronoun of the third person that stands for one human, as a subject.
    SingularSubject,
    /// A personal pronoun of the third person that stands for one human, as an object.
    SingularObject,
    /// «de», which is a pronoun or an article.
    They,
    /// A pronoun for several, as an object.
    PluralObject,
    /// A possessive pronoun of the third person.
    Possessive,
    /// A pronoun of the first person: its speaker is not the reporter.
    FirstPerson,
    /// A pronoun of the first person plural or the second person.
    WeOrYou,
    /// A pronoun of the second person.
    You,
    /// A demonstrative, or an article that may be one.
    Demonstrative,
    /// An adverb that connects a sentence with the one before, or points at a place or time named there.
    AnaphoricAdverb,
    /// It makes a preposition point back: «etter det», «av disse», «med ham».
    PointedAt,
    /// A preposition that may open a sentence.
    Preposition,
    /// Behind «Det er» it says that «Det» points back: «Det er derfor …».
    PointingComplement,
    /// A sentence that begins with it would not stand without the conjunction in front: it is a fragment, not a clause.
    FragmentStart,
    /// A finite verb that is common right behind the subject or first in a question.
    FiniteVerb,
    /// A verb after which «Det» at the start points back: «Det sier statsministeren».
    PointingVerb,
    /// A plain verb of saying.
    ReportingVerb,
    /// It tells where the news was read: «, skriver NTB».
    TailVerb,
    /// It opens a clause that cannot stand without another one.
    Subordinator,
    /// It does so wherever it stands, and the clause has a verb of its own.
    ClauseOpener,
    /// It speaks of the picture beside the text.
    Picture,
    /// It credits a photograph or a drawing.
    Credit,
    /// An adjective that often opens a sentence, where its capital makes no name.
    OpeningAdjective,
    /// It may name one human: a noun in the definite form, by its ending, or a word such as «mann».
    MaybePerson,
    /// It may be a noun in the plural, by its ending, or joins two.
    MaybePlural,
    /// It may be a finite verb, by its ending or as one of the strong ones.
    MaybeVerb,
    /// It ends like a finite verb and is none.
    NoVerb,
    /// It is known as a finite verb.
    KnownVerb,
    /// It is a verb of what is seen on a picture.
    Scene,
    /// It names what a newspaper offers beside its news: «oversikt», «guide».
    Service,
    /// A noun that names a person when a name follows: «statsminister Jonas Gahr Støre».
    TitleNoun,
}

/// The classes that a word may be of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u32);

impl Classes {
    /// The set of these.
    pub(crate) const fn of(classes: &[Class]) -> Self {
        let mut set = 0;
        let mut i = 0;
        while i < classes.len() {
            set |= 1 << classes[i] as u8;
            i += 1;
        }
        Classes(set)
    }

    pub(crate) const fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether it shares a class with another set.
    pub(crate) const fn meets(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of either.
    pub(crate) const fn and(self, other: Classes) -> Self {
        Classes(self.0 | other.0)
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u8;
    }
}

/// The classes that list their words.
const LISTS: [(Class, &str); 36] = [
    (Class::Conjunction, connectives::CONJUNCTIONS),
    (Class::SingularSubject, pronouns::SINGULAR_SUBJECTS),
    (Class::SingularObject, pronouns::SINGULAR_OBJECTS),
    (Class::They, pronouns::THEY),
    (Class::PluralObject, pronouns::PLURAL_OBJECTS),
    (Class::Possessive, pronouns::POSSESSIVES),
    (Class::FirstPerson, pronouns::FIRST_PERSON),
    (Class::WeOrYou, pronouns::WE_OR_YOU),
    (Class::You, pronouns::YOU),
    (Class::Demonstrative, pronouns::DEMONSTRATIVES),
    (Class::PointedAt, pronouns::POINTED_AT),
    (Class::AnaphoricAdverb, connectives::ADVERBS),
    (Class::Preposition, connectives::PREPOSITIONS),
    (Class::PointingComplement, connectives::POINTING_COMPLEMENTS),
    (Class::FragmentStart, connectives::FRAGMENT_STARTS),
    (Class::FiniteVerb, grammar::FINITE_VERBS),
    (Class::MaybeVerb, grammar::FINITE_VERBS),
    (Class::MaybeVerb, grammar::STRONG_FORMS),
    (Class::PointingVerb, speech::POINTING_VERBS),
    (Class::ReportingVerb, speech::PLAIN_VERBS),
    (Class::TailVerb, speech::TAIL_VERBS),
    (Class::ReportingVerb, speech::ACCORDING_TO),
    (Class::TailVerb, speech::ACCORDING_TO),
    (Class::ClauseOpener, connectives::CLAUSE_OPENERS),
    (Class::Subordinator, connectives::CLAUSE_OPENERS),
    (Class::Subordinator, connectives::SUBORDINATORS),
    (Class::Picture, listed_nouns::PICTURES),
    (Class::Credit, listed_nouns::CREDITED),
    (Class::OpeningAdjective, listed_nouns::OPENING_ADJECTIVES),
    (Class::MaybePerson, listed_nouns::PERSONS),
    (Class::MaybePlural, listed_nouns::PLURALS),
    (Class::NoVerb, grammar::NO_VERBS),
    (Class::KnownVerb, grammar::COUNTED_VERBS),
    (Class::Scene, grammar::SCENES),
    (Class::MaybeVerb, grammar::SCENES),
    (Class::Service, listed_nouns::SERVICES),
];

/// The classes of a folded word.
pub(crate) fn classes(word: &str) -> Classes {
    static LISTED: LazyLock<FxHashMap<&str, Classes>> = LazyLock::new(listed);
    let mut classes = LISTED.get(word).copied().unwrap_or_default();
    if nouns::ends_like_definite(word) {
        classes.add(Class::MaybePerson);
    }
    if nouns::ends_like_plural(word) {
        classes.add(Class::MaybePlural);
    }
    if !classes.has(Class::NoVerb) && nouns::ends_like_verb(word) {
        classes.add(Class::MaybeVerb);
    }
    if nouns::is_title_noun(word) {
        classes.add(Class::TitleNoun);
    }
    classes
}

fn listed() -> FxHashMap<&'static str, Classes> {
    let mut listed: FxHashMap<&str, Classes> = FxHashMap::default();
    for (class, words) in LISTS {
        for word in words.split_whitespace() {
            listed.entry(word).or_default().add(class);
        }
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_classes() {
        let so = classes("så");
        assert!(so.has(Class::AnaphoricAdverb) && so.has(Class::FiniteVerb) && !so.has(Class::Conjunction));
        assert!(classes("ministeren").has(Class::MaybePerson));
        assert!(classes("ministrene").has(Class::MaybePlural));
        assert_eq!(classes("sturm"), Classes::default());
    }

    #[test]
    fn no_list_names_a_word_twice() {
        for (class, words) in LISTS {
            let mut words: Vec<&str> = words.split_whitespace().collect();
            words.sort_unstable();
            let all = words.len();
            words.dedup();
            assert_eq!(words.len(), all, "{class:?}");
        }
    }
}
