//! The finite verbs of a sentence, as far as a list, endings and places tell them.

use super::line::Line;
use crate::lexicon::{Class, Classes};
use notis_text::Case;
use notis_text::lists::connectives::{IN_CLAUSES, RELATIVES, THEN};
use notis_text::lists::endings::DEFINITE_PLURAL;
use notis_text::lists::{articles, grammar};

/// The finite verbs of a sentence.
#[derive(Default)]
pub(super) struct Verbs {
    pub(super) known: usize,
    /// Words that only end like one.
    pub(super) maybe: usize,
    /// Those that no subordinate clause needs.
    pub(super) main: usize,
    /// The first tells of something seen, in the present tense.
    pub(super) is_scene: bool,
}

impl Verbs {
    pub(super) fn of(line: &Line<'_>) -> Self {
        const KNOWN: Classes = Classes::of(&[Class::KnownVerb, Class::FiniteVerb]);
        let (mut verbs, mut clauses) = (Verbs::default(), 0);
        for i in 0..line.len() {
            let class = line.classes(i);
            let (known, maybe) = (
                class.meets(KNOWN),
                class.has(Class::MaybeVerb) && may_be_verb(line, i),
            );
            if opens_clause(line, i) {
                clauses += 1;
            } else if (known || maybe) && may_stand(line, i) {
                verbs.is_scene |= verbs.known + verbs.maybe == 0 && class.has(Class::Scene);
                verbs.known += usize::from(known);
                verbs.maybe += usize::from(!known);
                // «Mannen som ble skutt, er …»
                if known && stands_behind_comma(line, i) {
                    clauses = 0;
                }
                if clauses > 0 {
                    clauses -= 1;
                } else {
                    verbs.main += 1;
                }
            }
        }
        verbs
    }
}

/// Whether a comma stands in front of a word.
fn stands_behind_comma(line: &Line<'_>, i: usize) -> bool {
    i > 0 && line.article().gap(line.first + i).contains(',')
}

/// Whether a word may be a verb where it stands: small, and behind no preposition, article or «å».
fn may_stand(line: &Line<'_>, i: usize) -> bool {
    let before = if i == 0 { "" } else { line.word(i - 1) };
    let is_small = i == 0 || line.article().tokens[line.first + i].case == Case::Lower;
    // «Ein kan …»
    let is_subject = i == 1 && line.classes(1).has(Class::FiniteVerb);
    is_small && before != "å" && (is_subject || !articles::INDEFINITE.contains(&before))
}

/// Digits of a year, behind which the verb may stand.
const YEAR: usize = 4;

/// Whether a word that only ends like a verb may be one.
fn may_be_verb(line: &Line<'_>, i: usize) -> bool {
    const NOUNS: Classes = Classes::of(&[Class::Preposition, Class::Demonstrative, Class::They]);
    const NONE: Classes = Classes::of(&[
        Class::NoVerb,
        Class::TitleNoun,
        Class::Preposition,
        Class::Demonstrative,
        Class::Possessive,
        Class::Service,
    ]);
    let before = if i == 0 { "" } else { line.word(i - 1) };
    // «Dette held.»
    let is_subject = i == 1 && (line.classes(0).has(Class::Demonstrative) || before == "det");
    let word = line.word(i);
    let participle = word.ends_with("ende") || word.ends_with("ande") || word == "det";
    // «det norske laget», «kan unndra»
    let noun = before.ends_with('e') && (word.ends_with("et") || word.ends_with('a'));
    i > 0
        && !participle
        && !noun
        && !grammar::BEFORE_INFINITIVES.contains(&before)
        && before != "at"
        && !line.classes(i - 1).has(Class::ClauseOpener)
        && !THEN.contains(&before)
        && !line.classes(i).meets(NONE)
        && (is_subject || !line.classes(i - 1).meets(NOUNS))
        && (is_subject || !grammar::BEFORE_NOUNS.contains(&before))
        && !(before.len() < YEAR && before.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a word opens a clause with a verb of its own: «da han kom», «som har solgt», and not «som følge av».
fn opens_clause(line: &Line<'_>, i: usize) -> bool {
    const SUBJECTS: Classes = Classes::of(&[
        Class::SingularSubject,
        Class::They,
        Class::FirstPerson,
        Class::WeOrYou,
        Class::MaybePerson,
    ]);
    const VERBS: Classes = Classes::of(&[Class::KnownVerb, Class::FiniteVerb, Class::MaybeVerb]);
    let next = line.first + i + 1;
    let class = || line.classes(i + 1);
    let is_subject = || {
        let word = line.word(i + 1);
        let named = next < line.end && line.article().tokens[next].case != Case::Lower;
        let definite =
            word.len() > 4 && (word.ends_with("et") || DEFINITE_PLURAL.iter().any(|end| word.ends_with(end)));
        named || definite || word == "det" || class().meets(SUBJECTS)
    };
    let is_adverb = || IN_CLAUSES.contains(&line.word(i + 1));
    match line.word(i) {
        "at" | "idet" => true,
        _ if line.classes(i).has(Class::ClauseOpener) => true,
        // «Da han kom …», and not «Da kom han»
        word if i == 0 && THEN.contains(&word) => is_subject() && !class().has(Class::KnownVerb),
        word if RELATIVES.contains(&word) => i > 0 && (is_subject() || is_adverb() || class().meets(VERBS)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readable::line::Reader;
    use crate::words;
    use notis_text::Span;

    fn has_main_verb(text: &str) -> bool {
        let article = notis_text::analyze(text, None);
        let words = words::known(&article);
        let line = Reader::new(&article, &words).line(Span::new(0, text.len()));
        Verbs::of(&line).main > 0
    }

    #[test]
    fn a_subordinate_clause_needs_its_verb() {
        for (text, has) in [
            ("Kari Vik i Lom da ho vart vald til ordførar.", false),
            ("Da han kom, gikk hun.", true),
            ("Mannen som ble skutt, er død.", true),
            ("Folk fra steder som regnes som trygge, får ikke bo.", true),
            ("Et av feltene som selskapet har solgt.", false),
            ("Kommunen krever at brua stenges.", true),
            ("Som følge av flommen stenger kommunen brua.", true),
            ("Den nye brua over elva.", false),
            ("Dette forplikter oss.", true),
        ] {
            assert_eq!(has_main_verb(text), has, "{text}");
        }
    }
}
