//! Norwegian, or another language of the neighbourhood.
//!
//! Each language has a list of its commonest words, shared ones included. A word that some language lists speaks
//! against every language that does not; a word that none lists is judged by letters and letter sequences that a
//! language does not use. The language with the least against it is the verdict. The lists are this project's own.

use super::Language;
use crate::lists::languages;
use crate::lists::stop_words::{BOKMAL, NYNORSK};
use crate::tokens::Case;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of languages, a bit each.
type Set = u16;

const NO: Set = 1;
const DA: Set = 2;
const SV: Set = 4;
const EN: Set = 8;
const DE: Set = 16;
const FR: Set = 32;
const FI: Set = 64;
const ES: Set = 128;
const NL: Set = 256;
const IS: Set = 512;
const LANGUAGES: usize = 10;
const ALL: Set = (1 << LANGUAGES) - 1;

/// What a listed word says against a language without it.
const UNLISTED: f32 = 4.0;
/// What a shorter list than Norwegian's or Danish's makes of that: a neighbour's word may be missing by chance.
const UNLISTED_NEIGHBOUR: f32 = 3.0;
/// The part of a longer passage's words that must be Norwegian function or common words.
const LEAST_KNOWN: f32 = 0.12;
/// Words from which on that is asked.
const ENOUGH: u32 = 8;
/// How much more must speak against Norwegian than against another language.
const DOUBT: f32 = 0.8;
/// Words are searched for sequences up to this many bytes.
const LONGEST_WORD: usize = 48;

const LISTS: [(Set, &str); 10] = [
    (NO, languages::NORWEGIAN),
    (DA, languages::DANISH),
    (SV, languages::SWEDISH),
    (EN, languages::ENGLISH),
    (DE, languages::GERMAN),
    (FR, languages::FRENCH),
    (FI, languages::FINNISH),
    (ES, languages::SPANISH),
    (NL, languages::DUTCH),
    (IS, languages::ICELANDIC),
];

/// The languages that use a letter or a sequence of letters, and what it says against the others.
type Clue<T> = (T, Set, f32);

/// A sequence of letters, most often told to be missing by its [`letters_of`].
struct Sequence {
    text: &'static str,
    letters: u64,
}

/// The clue that a sequence of letters gives.
const fn clue(text: &'static str, languages: Set, points: f32) -> Clue<Sequence> {
    let letters = letters_of(text);
    (Sequence { text, letters }, languages, points)
}

const LETTERS: [Clue<char>; 15] = [
    ('ä', SV | DE | FI | NL, 2.5),
    ('ö', SV | DE | FI | IS, 2.5),
    ('æ', NO | DA | IS, 3.0),
    ('ø', NO | DA, 3.0),
    ('å', NO | DA | SV, 3.0),
    ('ü', DE | FR | ES, 2.0),
    ('ß', DE, 3.0),
    ('ñ', ES, 3.0),
    ('ç', FR, 3.0),
    ('è', FR, 1.5),
    ('ê', FR | NO, 1.5),
    ('ð', IS, 3.0),
    ('þ', IS, 3.0),
    ('í', ES | IS, 2.0),
    ('ú', ES | IS, 2.0),
];

static STARTS: [Clue<Sequence>; 8] = [
    clue("kj", NO | SV, 2.0),
    clue("gj", NO, 2.0),
    clue("skj", NO | SV, 2.0),
    clue("opv", DA, 2.0),
    clue("opl", DA, 2.0),
    clue("oph", DA, 2.0),
    clue("opr", DA, 1.5),
    clue("ops", DA, 2.0),
];

static INSIDE: [Clue<Sequence>; 13] = [
    clue("tion", ALL & !NO, 2.5),
    clue("sion", ALL & !NO, 2.5),
    clue("hundra", SV, 2.5),
    clue("æn", DA, 2.0),
    clue("æg", DA, 2.0),
    clue("æk", DA, 2.0),
    clue("æld", DA, 2.0),
    clue("sjon", NO, 2.5),
    clue("øy", NO, 3.0),
    clue("øj", DA, 3.0),
    clue("ck", SV | EN | DE | NL, 0.7),
    clue("aa", DA | FI | NL, 1.5),
    clue("eje", DA | ES, 2.0),
];

static ENDS: [Clue<Sequence>; 21] = [
    clue("edes", DA | SV, 1.5),
    clue("gdes", SV, 1.5),
    clue("skap", NO | SV, 2.0),
    clue("skapet", NO | SV, 2.0),
    clue("skab", DA, 3.0),
    clue("skabet", DA, 3.0),
    clue("het", NO | SV, 1.5),
    clue("heten", NO | SV, 2.0),
    clue("hed", DA, 3.0),
    clue("heden", DA, 3.0),
    clue("heder", DA, 2.5),
    clue("igt", DA | SV, 2.5),
    clue("ligt", DA | SV, 1.0),
    clue("erne", DA | NO | DE, 1.5),
    clue("orna", SV, 3.0),
    clue("arna", SV, 3.0),
    clue("erna", SV, 2.5),
    clue("ade", SV | EN, 2.0),
    clue("ikk", NO, 2.5),
    clue("kk", NO | FI, 1.5),
    clue("tt", NO | SV | DE | FI, 1.5),
];

static WORDS: LazyLock<FxHashMap<&str, Set>> = LazyLock::new(|| {
    let mut words = FxHashMap::default();
    let norwegian = BOKMAL
        .split_whitespace()
        .chain(NYNORSK.split_whitespace())
        .map(|word| (NO, word));
    let listed = LISTS.iter().flat_map(|(set, list)| {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).map(|word| (*set, word))
    });
    for (set, word) in norwegian.chain(listed) {
        *words.entry(word).or_insert(0) |= set;
    }
    words
});

/// What a passage says against each language.
#[derive(Default)]
pub(super) struct Evidence {
    against: [f32; LANGUAGES],
    words: u32,
    norwegian: u32,
    other_script: u32,
}

pub(super) enum Verdict {
    Norwegian,
    Foreign(Language),
    /// Nothing is known of any word.
    Silent,
}

impl Evidence {
    /// Adds a folded word.
    pub(super) fn add(&mut self, word: &str, case: Case) {
        self.words += 1;
        if let Some(&set) = WORDS.get(word) {
            self.norwegian += u32::from(set & NO != 0);
            let most = if set & (NO | DA | SV) != 0 {
                UNLISTED
            } else {
                UNLISTED_NEIGHBOUR
            };
            return self.speak_against(ALL & !set, most);
        }
        self.norwegian += u32::from(case == Case::Lower && word.contains(['æ', 'ø', 'å']));
        if word.chars().any(is_other_script) {
            self.other_script += 1;
        }
        // Names keep the letters of their home, whatever language they stand in.
        let weight = if case == Case::Lower || self.words == 1 {
            1.0
        } else {
            0.1
        };
        if !word.is_ascii() {
            self.weigh(&LETTERS, weight, |letter| word.contains(*letter));
        }
        let letters = letters_of(word);
        let may_hold = |sequence: &Sequence| sequence.letters & !letters == 0;
        self.weigh(&STARTS, weight, |start| {
            may_hold(start) && word.starts_with(start.text)
        });
        self.weigh(&ENDS, weight, |end| may_hold(end) && word.ends_with(end.text));
        if word.len() <= LONGEST_WORD {
            self.weigh(&INSIDE, weight, |inside| {
                may_hold(inside) && word.contains(inside.text)
            });
        }
    }

    fn weigh<T>(&mut self, clues: &[Clue<T>], weight: f32, found: impl Fn(&T) -> bool) {
        for (clue, set, points) in clues {
            if found(clue) {
                self.speak_against(ALL & !set, points * weight);
            }
        }
    }

    fn speak_against(&mut self, set: Set, points: f32) {
        for (language, against) in self.against.iter_mut().enumerate() {
            if set & (1 << language) != 0 {
                *against += points;
            }
        }
    }

    pub(super) fn verdict(&self) -> Verdict {
        if self.other_script * 2 > self.words {
            return Verdict::Foreign(Language::Other);
        }
        let most = self.against.iter().copied().fold(0.0, f32::max);
        if self.words == 0 || most == 0.0 && self.words < 4 {
            return Verdict::Silent;
        }
        let too_few_known = self.words >= ENOUGH && (self.norwegian as f32) < LEAST_KNOWN * self.words as f32;
        match self.least_spoken_against() {
            0 if too_few_known => Verdict::Foreign(Language::Other),
            0 => Verdict::Norwegian,
            1 => Verdict::Foreign(Language::Danish),
            2 => Verdict::Foreign(Language::Swedish),
            _ => Verdict::Foreign(Language::Other),
        }
    }

    /// Whether so much speaks against every other language that more words would not change it.
    pub(super) fn is_norwegian_for_sure(&self) -> bool {
        const LEAD: f32 = 6.0;
        self.against[1..]
            .iter()
            .all(|&against| against > self.against[0] + LEAD)
    }

    /// The index of the language with the least against it; Norwegian has the benefit of the doubt.
    fn least_spoken_against(&self) -> usize {
        let mut best = 0;
        for language in 1..LANGUAGES {
            let doubt = if best == 0 { DOUBT } else { 0.0 };
            if self.against[language] + doubt < self.against[best] {
                best = language;
            }
        }
        best
    }
}

/// A bit for each byte, modulo 64, that `word` holds.
const fn letters_of(word: &str) -> u64 {
    let (bytes, mut letters, mut at) = (word.as_bytes(), 0, 0);
    while at < bytes.len() {
        letters |= 1 << (bytes[at] % 64);
        at += 1;
    }
    letters
}

/// A letter that no language written with Latin letters has.
fn is_other_script(c: char) -> bool {
    c.is_alphabetic() && c > '\u{24F}' && !('\u{1E00}'..='\u{1EFF}').contains(&c)
}
