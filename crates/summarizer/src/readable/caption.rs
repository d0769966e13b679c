//! How likely a sentence is what stands under a picture, or another remain of its page, and no news.
//!
//! A page whose breaks and labels were lost has captions in front of its lead and between its sentences: «Statsminister Kari Vik
//! på pressekonferansen torsdag.» No single mark tells one for sure, and a text that is dropped for one cannot be had back. So
//! each sentence is weighed by what it has and by what stands around it, and a likely caption is not chosen as long as there is
//! another sentence.

use super::line::Line;
use super::marks::{has_day, has_year, is_glued, is_here, is_of_picture, is_placed, name_at_start};
use super::opener::{self, Link};
use super::verbs::Verbs;
use crate::lexicon::{Class, Classes, is_definite};
use crate::similarity::shared;
use crate::{Candidate, Document};
use memchr::memchr;
use notis_text::lists::articles;
use notis_text::lists::connectives::TOGETHER;
use notis_text::{BlockKind, Case};

/// What speaks for a caption, or against it. The order is that of [`WEIGHTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum Sign {
    /// It is the first sentence of the running text.
    First,
    /// It is the second or the third.
    Near,
    /// A picture's block stands right in front of it.
    BehindPicture,
    /// One stands right behind it.
    BeforePicture,
    /// A label with a colon stands in front of it: «STENGT:».
    BehindKicker,
    /// The writer's name stands right behind it.
    BeforeByline,
    /// It is a block of its own.
    Alone,
    /// No word in it may be a finite verb.
    NoVerb,
    /// Each finite verb in it may belong to a subordinate clause.
    NoMainVerb,
    /// None of its words is known as a finite verb.
    NoKnownVerb,
    /// It is the reporter's, stands by itself and has no main clause.
    Phrase,
    /// It is such a phrase and begins with a name.
    NamedPhrase,
    /// It says where somebody stands, «t.v.», «(i midten)».
    Placed,
    /// It says «her» of somebody: «Her fra …», «…, her med …».
    Here,
    /// It names the picture or the archive.
    Picture,
    /// It begins with a name in full.
    Named,
    /// A preposition stands behind the name it begins with.
    NamedSomewhere,
    /// It has few words.
    Short,
    /// It has many.
    Long,
    /// Its first verb tells of something seen, in the present tense.
    Scene,
    /// It begins with somebody who is not known: «En kvinne …».
    Somebody,
    /// It tells of a year.
    Year,
    /// It names a day of the week.
    Day,
    /// It says where its news is from.
    Reported,
    /// It quotes somebody.
    Quoted,
    /// It points back at what stands before it.
    Points,
    /// What stands behind it says most of it again.
    Repeated,
    /// It says most of the title.
    Title,
    /// Two sentences, or a heading and a sentence, may have been glued together in it.
    Glued,
    /// It begins with four words or more with capitals.
    Names,
    /// It does not begin with a letter of an alphabet, or ends in a bracket.
    Odd,
    /// It says where somebody stands, is the first sentence and tells something.
    PlacedNews,
}

/// How many signs there are.
const SIGNS: usize = Sign::PlacedNews as usize + 1;

/// A sentence without any sign.
const BIAS: f32 = -7.12;

/// The logarithm of the odds from which on a sentence is passed over.
const LIKELY: f32 = 0.0;

/// What each sign adds to the logarithm of the odds.
const WEIGHTS: [f32; SIGNS] = [
    4.53, 2.89, -0.52, 0.54, 0.23, -0.70, -0.32, 0.47, 1.27, 0.97, 0.36, 0.91, 2.63, 2.59, 2.58, 0.98, 0.85,
    0.49, -0.15, 2.06, 1.41, 0.26, 0.26, -0.51, -1.62, -0.65, 0.67, -0.80, 1.21, 0.15, 0.19, -1.13,
];

/// A sentence among those around it.
pub(super) struct Place<'l, 'd> {
    pub(super) document: &'d Document<'d>,
    pub(super) line: &'l Line<'d>,
    pub(super) index: usize,
}

/// The signs of a sentence, as bits.
pub(super) fn signs(place: &Place<'_, '_>) -> u32 {
    let plain = plain_signs(place);
    plain | clause_signs(place, plain)
}

/// The signs that are seen without a look at the clauses.
fn plain_signs(place: &Place<'_, '_>) -> u32 {
    let line = place.line;
    let name = name_at_start(line);
    let text = line.text();
    let mut signs = around(place);
    let mut set = |sign: Sign, shows: bool| signs |= u32::from(shows) << sign as u8;
    set(Sign::Placed, is_placed(text));
    set(Sign::Here, is_here(line));
    set(Sign::Picture, is_of_picture(line));
    set(Sign::Named, name >= 2);
    set(
        Sign::NamedSomewhere,
        (name >= 2 || name == 1 && !is_definite(line.word(0)))
            && (line.classes(name).has(Class::Preposition) || TOGETHER.contains(&line.word(name))),
    );
    set(Sign::Names, name >= 4);
    set(Sign::Short, line.len() < 8);
    set(Sign::Long, line.len() > 22);
    set(Sign::Somebody, articles::INDEFINITE.contains(&line.word(0)));
    set(Sign::Day, has_day(line));
    const REPORTS: Classes = Classes::of(&[Class::ReportingVerb, Class::TailVerb]);
    set(Sign::Reported, line.present.meets(REPORTS));
    set(Sign::Quoted, text.starts_with(['–', '-', '«', '—', '"']));
    set(
        Sign::Odd,
        !text.starts_with(char::is_alphabetic) || text.ends_with(')'),
    );
    signs
}

/// The signs that take a walk through the clauses, of a sentence with these `plain` ones.
fn clause_signs(place: &Place<'_, '_>, plain: u32) -> u32 {
    let line = place.line;
    let verbs = Verbs::of(line);
    let points = opener::link(line) != Link::None;
    let is_plain = |sign: Sign| plain >> sign as u8 & 1 == 1;
    let stands_alone = !is_plain(Sign::Quoted) && !points && line.text().ends_with('.');
    let phrase = verbs.main == 0 && line.len() > 3 && stands_alone;
    let mut signs = 0;
    let mut set = |sign: Sign, shows: bool| signs |= u32::from(shows) << sign as u8;
    set(Sign::NoVerb, verbs.known + verbs.maybe == 0);
    set(Sign::NoMainVerb, verbs.main == 0);
    set(Sign::NoKnownVerb, verbs.known == 0);
    set(Sign::Scene, verbs.is_scene);
    set(Sign::Phrase, phrase);
    set(Sign::NamedPhrase, phrase && name_at_start(line) >= 1);
    set(
        Sign::PlacedNews,
        is_plain(Sign::Placed) && place.index == 0 && verbs.main > 0 && !verbs.is_scene,
    );
    set(Sign::Year, has_year(line));
    set(Sign::Points, points);
    set(Sign::Glued, is_glued(line));
    signs
}

/// What [`clause_signs`] may find that speaks for a caption.
fn clause_signs_at_best(line: &Line<'_>) -> u32 {
    const VERBLESS: u32 =
        1 << Sign::NoVerb as u8 | 1 << Sign::NoMainVerb as u8 | 1 << Sign::NoKnownVerb as u8;
    const PHRASE: u32 = 1 << Sign::Phrase as u8 | 1 << Sign::NamedPhrase as u8;
    const OTHERS: u32 = 1 << Sign::Year as u8 | 1 << Sign::Glued as u8;
    VERBLESS | PHRASE | OTHERS | u32::from(line.present.has(Class::Scene)) << Sign::Scene as u8
}

/// Whether a sentence is so likely a caption that it is not printed as long as there is another one.
pub(super) fn is_likely(place: &Place<'_, '_>) -> bool {
    if joins_heading(place.line) {
        return true;
    }
    if !may_be(place) {
        return false;
    }
    let plain = plain_signs(place);
    // Most sentences stay below it whatever their clauses are: of 5,846 that may be captions 1,384 do not (400 reviews).
    if log_odds(plain | clause_signs_at_best(place.line)) <= LIKELY {
        return false;
    }
    let signs = plain | clause_signs(place, plain);
    log_odds(signs) > LIKELY && is_of_something(signs, place.line)
}

/// The logarithm of the odds that a sentence with these signs is a caption.
fn log_odds(signs: u32) -> f32 {
    let shown = (0..SIGNS).filter(|sign| signs >> sign & 1 == 1);
    BIAS + shown.map(|sign| WEIGHTS[sign]).sum::<f32>()
}

/// Whether a heading was glued to a sentence, told by somebody's title with a capital in its midst: «Store følger Politidirektør
/// Kari Vik sier …».
fn joins_heading(line: &Line<'_>) -> bool {
    const REACH: usize = 12;
    if !line.present.has(Class::TitleNoun) {
        return false;
    }
    let tokens = &line.article().tokens;
    let is_capital = |token: usize| token < line.end && tokens[token].case == Case::Initial;
    let stands_free = |token: usize| {
        let before = line.classes_of(token - 1);
        line.article().gap(token) == " "
            && tokens[token - 1].case == Case::Lower
            && !before.has(Class::Preposition)
    };
    let joins = |token: usize| {
        line.classes_of(token).has(Class::TitleNoun)
            && !line.article().form(token).contains('-')
            && is_capital(token)
            && is_capital(token + 1)
            && stands_free(token)
    };
    line.tokens().skip(1).take(REACH).any(joins)
}

/// Whether a sentence may reach [`LIKELY`]: behind the opening only without a verb, or with what hardly stands but under a picture.
/// Weighing each sentence made a digest of 96 words 6 % slower (2,000 reviews).
fn may_be(place: &Place<'_, '_>) -> bool {
    const OPENING: usize = 3;
    const VERBS: Classes = Classes::of(&[Class::KnownVerb, Class::FiniteVerb]);
    const SHOWN: Classes = Classes::of(&[Class::Picture, Class::Credit, Class::AnaphoricAdverb]);
    let text = || place.line.text().as_bytes();
    place.index < OPENING
        || !place.line.present.meets(VERBS)
        || place.line.present.meets(SHOWN)
        || memchr(b'(', text()).is_some()
}

/// Whether a sentence names something, or stands by a picture: «Gul murstein og lav vinterhimmel.» opens a story.
fn is_of_something(signs: u32, line: &Line<'_>) -> bool {
    const BY_PICTURE: u32 = 1 << Sign::Placed as u8
        | 1 << Sign::Here as u8
        | 1 << Sign::Picture as u8
        | 1 << Sign::BehindPicture as u8
        | 1 << Sign::BeforePicture as u8;
    let names = |token: usize| line.article().tokens[token].case != Case::Lower;
    signs & BY_PICTURE != 0 || line.tokens().skip(1).any(names)
}

/// The signs of where a sentence stands.
fn around(place: &Place<'_, '_>) -> u32 {
    const MOST: f32 = 0.6;
    let &Place { document, index, .. } = place;
    let candidates = document.candidates();
    let blocks = &document.article().blocks;
    let here: &Candidate = &candidates[index];
    let opens = index == 0 || candidates[index - 1].block != here.block;
    let ends = candidates
        .get(index + 1)
        .is_none_or(|next| next.block != here.block);
    let before = here.block.checked_sub(1).filter(|_| opens).map(|at| blocks[at]);
    let behind = blocks
        .get(here.block + 1)
        .filter(|_| ends)
        .map(|block| block.kind);
    let is_picture = |kind: BlockKind| matches!(kind, BlockKind::Caption | BlockKind::Credit);
    let terms = document.entries(index).len().max(1);
    let again = candidates.get(index + 1).is_some()
        && shared(document, index, index + 1) as f32 >= MOST * terms as f32;
    let in_title = document
        .entries(index)
        .iter()
        .filter(|e| document.title().binary_search(&e.term).is_ok());
    let mut signs = 0;
    let mut set = |sign: Sign, shows: bool| signs |= u32::from(shows) << sign as u8;
    set(Sign::First, index == 0);
    set(Sign::Near, matches!(index, 1 | 2));
    set(
        Sign::BehindPicture,
        before.is_some_and(|block| is_picture(block.kind)),
    );
    set(Sign::BeforePicture, behind.is_some_and(is_picture));
    set(
        Sign::BehindKicker,
        before.is_some_and(|block| is_kicker(block.kind, document.article().slice(block.span))),
    );
    set(Sign::BeforeByline, behind == Some(BlockKind::Byline));
    set(Sign::Alone, opens && ends);
    set(Sign::Repeated, again);
    set(Sign::Title, in_title.count() as f32 >= MOST * terms as f32);
    signs
}

/// Whether a block labels what stands behind it and is no place with an agency: «STENGT:».
fn is_kicker(kind: BlockKind, words: &str) -> bool {
    matches!(kind, BlockKind::Dateline | BlockKind::Kicker) && words.ends_with(':') && !words.contains('(')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use crate::readable::line::Reader;

    /// Whether the first body sentence of an article is a likely caption.
    fn opens_with_caption(text: &str) -> bool {
        of_first(text, is_likely)
    }

    /// What is told of the first body sentence of an article.
    fn of_first<T>(text: &str, tell: impl FnOnce(&Place<'_, '_>) -> T) -> T {
        let article = notis_text::analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let candidate = &document.candidates()[0];
        let reader = Reader::new(&article, document.words());
        let line = &reader.line_of(candidate.span, candidate.tokens.clone());
        tell(&Place {
            document: &document,
            line,
            index: 0,
        })
    }

    #[test]
    fn clauses_speak_for_a_caption_by_no_sign_that_is_not_reckoned_with() {
        let speaks = |sign: &usize| WEIGHTS[*sign] > 0.0;
        let speaking = (0..SIGNS).filter(speaks).fold(0, |all, sign| all | 1 << sign);
        for text in [
            "Kari Vik viser fram den nye brua i Fjell i 2019.",
            "Ordfører Kari Vik på rådhuset i 1998.",
            "Brua over elva i Fjell.",
            "Store følger Politidirektør Kari Vik sier at brua må stenges.",
        ] {
            let (found, at_best) = of_first(text, |place| {
                let found = clause_signs(place, plain_signs(place));
                (found & speaking, clause_signs_at_best(place.line))
            });
            assert_ne!(found, 0, "{text}");
            assert_eq!(found & !at_best, 0, "{text}");
        }
    }

    #[test]
    fn a_heading_that_was_glued_to_its_sentence_shows() {
        for (text, glued) in [
            (
                "Store følger Politidirektør Kari Vik sier at brua må stenges.",
                true,
            ),
            ("Brua må stenges, sier generalsekretær Kari Vik i Fjell.", false),
            ("Brua må stenges, sier Fjell-direktør Kari Vik.", false),
            ("Det sa Norges Politidirektør Kari Vik.", false),
        ] {
            // On a line by itself, since a heading that runs into a sentence among others is cut off.
            assert_eq!(opens_with_caption(&format!("{text}\n\n{LEAD}")), glued, "{text}");
        }
    }

    const LEAD: &str = "Kommunen stenger brua over Storelva fra mandag morgen. Geologene frykter ras.";

    #[test]
    fn what_is_seen_on_a_picture_is_a_caption() {
        for caption in [
            "Ordfører Kari Vik på pressekonferansen på rådhuset torsdag.",
            "Ordførar Kari Vik på pressekonferansen i Lom torsdag.",
            "Kari Vik (t.v.) viser fram den nye brua.",
            "Geolog Ola Moe, her fra en tidligere befaring.",
            "Kari Vik i aksjon for Fjell da laget tok sølv i serien.",
            "Rådmann Kari Vik og ordfører Ola Moe etter at det ble brudd i forhandlingene.",
        ] {
            assert!(opens_with_caption(&format!("{caption} {LEAD}")), "{caption}");
        }
    }

    #[test]
    fn news_is_none() {
        for news in [
            "Ordfører Kari Vik går av etter striden om brua.",
            "Ordførar Kari Vik legg fram planen for brua torsdag.",
            "Kari Vik er død, 89 år gammel.",
            "En mann omkom da brua raste natt til fredag.",
            "Brua over Storelva ble stengt torsdag, opplyser ordfører Kari Vik.",
            "To personer er sendt til sykehus etter en ulykke på E6 ved Fjell.",
            "Etter flommen i 2019 ble brua stengt i to år.",
            "– Me kan ikkje vente lenger, seier Kari Vik.",
        ] {
            assert!(!opens_with_caption(&format!("{news} {LEAD}")), "{news}");
        }
    }
}
