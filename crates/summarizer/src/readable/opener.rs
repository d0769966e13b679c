//! How a sentence opens: by itself, or by pointing back at what stands before it.

use super::line::Line;
use super::voice::Voice;
use crate::lexicon::{self, Class, Classes};
use crate::{Edit, EditKind};
use notis_text::lists::{articles, connectives, endings, grammar, nouns, numbers};
use notis_text::{Case, Span};

/// What ties a sentence to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Nothing.
    None,
    /// A conjunction, its first word.
    Conjunction,
    /// A pronoun that stands for a person, its first word.
    Pronoun,
    /// Anything else: a demonstrative, an adverb, a phrase.
    Pointing,
}

/// The tie of a sentence.
pub(super) fn link(line: &Line<'_>) -> Link {
    let first = line.classes(0);
    if first.has(Class::Conjunction) {
        Link::Conjunction
    } else if first.has(Class::SingularSubject) {
        Link::Pronoun
    } else if (first.meets(POINTING) && !is_article(line))
        || points_by_adverb(line)
        || points_by_phrase(line)
        || points_by_det(line)
        || joins(line)
        || takes_some(line)
        || recalls(line)
    {
        Link::Pointing
    } else {
        Link::None
    }
}

/// Whether «den» or «de» is the article of an adjective, not a pronoun: «Den tidligere fotballstjernen …».
pub(super) fn is_article(line: &Line<'_>) -> bool {
    let adjective = || line.word(1).len() > 3 && line.word(1).ends_with('e') && line.len() > 3;
    let definite = |word: &str| word.len() > 3 && word.ends_with(['n', 't', 'a', 'e']);
    let noun = || (2..5).any(|i| definite(line.word(i)));
    articles::BEFORE_ADJECTIVES.contains(&line.word(0))
        && adjective()
        && noun()
        && !line.classes(1).has(Class::FiniteVerb)
}

/// Whether a sentence that opens an article leans all the same: on a name, for a pronoun that it does not explain («tonen mellom
/// dem»). Where nothing stands before it, it points forward: «Han venta i to år – no vinn Trygve Lie prisen», «Denne veka opnar
/// brua.»
pub(super) fn wants_name(line: &Line<'_>) -> bool {
    match link(line) {
        Link::Pronoun => !line.tokens().skip(1).any(|token| may_be_name(line, token)),
        // «Dersom de får lov, vil de bygge.» tells of them further on.
        Link::None => !line.classes(0).has(Class::Subordinator) && dangles(line, false),
        Link::Conjunction | Link::Pointing => false,
    }
}

/// Whether a sentence takes some out of several that were told of: «En av scoringene», «Tre av bilene».
fn takes_some(line: &Line<'_>) -> bool {
    line.word(1) == "av"
        && endings::DEFINITE_PLURAL
            .iter()
            .any(|ending| line.word(2).ends_with(ending))
        && line.word(2).len() > 5
}

/// Whether somebody joins those who are named first, and is a pronoun: «Saman med Kari Vik vil ho …».
fn joins(line: &Line<'_>) -> bool {
    connectives::TOGETHER.contains(&line.word(0))
        && line.word(1) == "med"
        && line.present.has(Class::SingularSubject)
}

/// Whether a sentence speaks of a time that was told before: «… siden den gang».
fn recalls(line: &Line<'_>) -> bool {
    let since = |i: usize| {
        line.classes(i + 1).meets(POINTING)
            && line.word(i + 1) == "den"
            && matches!(line.word(i), "siden" | "sidan")
    };
    line.present.has(Class::Preposition) && (1..line.len()).any(since)
}

/// First words that point back, unless they are articles.
const POINTING: Classes = OTHER_PRONOUNS.and(Classes::of(&[Class::Demonstrative]));

/// Pronouns of the third person but the subjects that stand for one human.
const OTHER_PRONOUNS: Classes = Classes::of(&[
    Class::SingularObject,
    Class::They,
    Class::PluralObject,
    Class::Possessive,
]);

/// Pronouns that stand for one human.
const ONE_HUMAN: Classes = Classes::of(&[Class::SingularSubject, Class::SingularObject]);

/// «Etter det», «I tillegg», «Som etter en litt svak start blir …».
fn points_by_phrase(line: &Line<'_>) -> bool {
    let relative = || {
        line.classes(1).meets(Classes::of(&[
            Class::Preposition,
            Class::FiniteVerb,
            Class::AnaphoricAdverb,
        ]))
    };
    if line.word(0) == "som" && relative() {
        return true;
    }
    let preposition = line.classes(0).has(Class::Preposition)
        && line.classes(1).has(Class::PointedAt)
        && !points_forward(line);
    preposition || lexicon::is_connecting_phrase(line.word(0), line.word(1))
}

/// Whether the «det» behind a preposition stands for the clause that follows: «Etter det politiet opplyser», «Ifølge det som …».
fn points_forward(line: &Line<'_>) -> bool {
    const VERB: Classes = Classes::of(&[Class::FiniteVerb, Class::MaybeVerb]);
    let joined = || line.text().split(' ').nth(1).is_some_and(|word| word == "det");
    let named = || line.len() > 2 && line.article().tokens[line.first + 2].case != Case::Lower;
    let subject = || line.word(2) == "som" || named() || !line.classes(2).meets(VERB);
    line.word(1) == "det" && joined() && subject()
}

/// An adverb that connects; «Siden» and «Her i Tirana» do not where what they point at follows.
fn points_by_adverb(line: &Line<'_>) -> bool {
    let (first, second) = (line.word(0), line.word(1));
    let names_place = matches!(first, "her" | "der") && matches!(second, "i" | "på");
    let since = || line.classes(1).has(Class::FiniteVerb) || second == "den";
    (line.classes(0).has(Class::AnaphoricAdverb) && !names_place)
        || (matches!(first, "siden" | "sidan") && since())
}

/// «Det» that stands for something said before: «Det sier ordføreren», «Det ble det ikke noe av», «Det er derfor …».
fn points_by_det(line: &Line<'_>) -> bool {
    const FEW: usize = 6;
    let verb = line.classes(1).has(Class::PointingVerb);
    let last = nouns::LAST_OR_FIRST.contains(&line.word(1)) && line.classes(2).has(Class::FiniteVerb);
    // «Det kan ta lang tid.»
    let few = line.word(0) == "det" && line.len() <= FEW && !line.text().contains(',');
    few || names_what_was_told(line)
        || (matches!(line.word(0), "det" | "den") && last)
        || (line.word(0) == "det" && (verb || line.classes(2).has(Class::PointingComplement)))
}

/// Whether «det» is something told before that gets its name: «Det var rådet til Kari Vik», «Det er spørsmålet før jul»; and not
/// «Det er regjeringen som …».
fn names_what_was_told(line: &Line<'_>) -> bool {
    if line.word(0) != "det" || !matches!(line.word(1), "er" | "var") {
        return false;
    }
    let definite =
        |word: &str| word.len() > 5 && endings::DEFINITE_SINGULAR.iter().any(|end| word.ends_with(end));
    let owned = |word: &str| word.len() > 3 && word.ends_with('s');
    let small =
        |i: usize| line.first + i < line.end && line.article().tokens[line.first + i].case == Case::Lower;
    let named = small(2) && definite(line.word(2)) && !line.classes(2).has(Class::KnownVerb);
    let names = (2..line.len()).take_while(|&i| !small(i)).count();
    let of_somebody = names > 0 && owned(line.word(1 + names)) && !line.word(2 + names).ends_with('t');
    let cleft = |i: usize| connectives::CLEFTS.contains(&line.word(i));
    (named || of_somebody) && !(2..line.len()).any(cleft)
}

/// Whether a sentence has a pronoun for which neither it nor anything else in it can stand: no name, and no noun of its
/// number, comes before the pronoun. `person` says that somebody is named in front of it.
pub(super) fn dangles(line: &Line<'_>, mut person: bool) -> bool {
    if !line.present.meets(ONE_HUMAN.and(OTHER_PRONOUNS)) {
        return false;
    }
    let mut several = false;
    for token in line.tokens() {
        let word = line.classes_of(token);
        let article = || begins_noun(line.word(token + 1 - line.first));
        let they = word.has(Class::PluralObject) || (word.has(Class::They) && !article());
        if (word.meets(ONE_HUMAN) && !person) || (they && !several) {
            return true;
        }
        let name = may_be_name(line, token);
        let thing = token == line.first && is_neuter(line.word(0));
        person |= (name && !thing) || word.has(Class::MaybePerson);
        several |= name || word.has(Class::MaybePlural);
    }
    false
}

/// Whether a token is capitalised as a name or a noun that opens the sentence.
fn may_be_name(line: &Line<'_>, token: usize) -> bool {
    let article = line.article();
    let plain = || {
        article.types.is_stop_word(article.token_types[token])
            || line.classes_of(token).has(Class::OpeningAdjective)
    };
    let opens_plainly = token == line.first && plain();
    article.tokens[token].case != Case::Lower && !opens_plainly
}

/// Whether a word ends like a neuter noun in the definite form, which seldom names a human: «selskapet».
fn is_neuter(word: &str) -> bool {
    word.len() > 6 && word.ends_with("et")
}

/// Whether the word behind «de» is an adjective, a number or «som», so that «de» is its article.
fn begins_noun(word: &str) -> bool {
    word.ends_with('e')
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word == "som"
        || numbers::BEHIND_ARTICLES.contains(&word)
}

/// Whether a sentence does nothing but tell who said what stands before it: «Det skriv ordføraren i ei melding.»
pub(super) fn is_attribution(line: &Line<'_>) -> bool {
    line.word(0) == "det" && line.classes(1).has(Class::ReportingVerb)
}

/// Whether a sentence takes the one before it back: «Det ble det ikke noe av.»
pub(super) fn is_taken_back(line: &Line<'_>) -> bool {
    let start = usize::from(line.classes(0).has(Class::Conjunction));
    let word = |i| line.word(start + i);
    word(0) == "det" && word(2) == "det" && grammar::NEGATING_ADVERBS.contains(&word(3))
}

/// What a sentence loses because a pronoun inside it has nothing in front of it to stand for.
pub(super) fn unresolved(line: &Line<'_>, voice: Voice) -> f32 {
    /// What a reader stumbles over, but gets across.
    const LOSS: f32 = 0.3;
    /// Pronouns of several stand for what the sentence itself names, unless they come this early.
    const EARLY: usize = 5;
    let any = ONE_HUMAN
        .and(OTHER_PRONOUNS)
        .and(Classes::of(&[Class::FirstPerson]));
    if !line.present.meets(any) {
        return 0.0;
    }
    let quoted = matches!(voice, Voice::Named | Voice::Continued);
    let mut named = false;
    for token in line.tokens() {
        let word = line.classes_of(token);
        let early = token < line.first + EARLY;
        let open = word.has(Class::SingularSubject) || (early && word.meets(OTHER_PRONOUNS));
        if (open && !named) || (!quoted && word.has(Class::FirstPerson)) {
            return LOSS;
        }
        named |= may_be_name(line, token);
    }
    0.0
}

/// The edit that frees a sentence from its tie, and whether it leans on the sentence before all the same; `None` where
/// nothing frees it. `tie` is its link; `name` gives the person that a pronoun certainly stands for.
pub(super) fn mended(
    line: &Line<'_>,
    tie: Link,
    name: impl Fn(&str) -> Option<String>,
) -> Option<(Edit, bool)> {
    match tie {
        Link::None | Link::Pointing => None,
        Link::Pronoun => Some(name_put_in(line, 1, name(line.word(0))?)),
        Link::Conjunction => {
            let rest = line.after(1);
            if !stands(&rest) {
                return None;
            }
            match link(&rest) {
                // «Men det …» points back more often than not: «Men det trenger ikke være dyrt.»
                Link::None if rest.word(0) == "det" => None,
                Link::None => Some((conjunction_left_out(line, &rest), dangles(&rest, false))),
                Link::Pronoun => Some(name_put_in(line, 2, name(rest.word(0))?)),
                Link::Conjunction | Link::Pointing => None,
            }
        }
    }
}

/// A clause does not begin with these.
const NO_SUBJECT: Classes = Classes::of(&[Class::FiniteVerb, Class::FragmentStart]);

/// Whether what follows a conjunction is a whole clause that begins with its subject or an adverbial.
fn stands(rest: &Line<'_>) -> bool {
    rest.len() >= 4 && rest.article().gap(rest.first).ends_with(' ') && !rest.classes(0).meets(NO_SUBJECT)
}

/// The name in the place of the first `words` words, of which the last is the pronoun.
fn name_put_in(line: &Line<'_>, words: usize, name: String) -> (Edit, bool) {
    let tokens = &line.article().tokens;
    let edit = Edit {
        kind: EditKind::Pronoun,
        span: Span::new(
            tokens[line.first].span.start,
            tokens[line.first + words - 1].span.end,
        ),
        replacement: name,
    };
    (edit, dangles(&line.after(words), true))
}

/// «Men regjeringen …» becomes «Regjeringen …».
fn conjunction_left_out(line: &Line<'_>, rest: &Line<'_>) -> Edit {
    let article = line.article();
    let first = article.text[rest.span.start..].chars().next().unwrap_or_default();
    Edit {
        kind: EditKind::Conjunction,
        span: Span::new(
            article.tokens[line.first].span.start,
            rest.span.start + first.len_utf8(),
        ),
        replacement: first.to_uppercase().collect(),
    }
}
