//! The fixed words of a news page: what credits, bylines, fact boxes and page remnants open with.

use crate::block::BlockKind;
use crate::lists::page;
use crate::phrases::{Phrases, first_word, starts_with_words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Words of the longest line that [`page::SHORT_REMNANTS`] speak for.
const SHORT: usize = 8;
/// Words of the longest copyright notice.
const NOTICE: usize = 25;
/// Words of the longest title of a fact box.
const FACTS_TITLE: usize = 8;

/// What a phrase tells of the line it opens, or of what stands behind its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Remnant,
    ShortRemnant,
    Facts,
    FactsAbout,
}

/// Phrases that open lines.
static OPENINGS: LazyLock<Phrases<Class>> = LazyLock::new(|| {
    let lists = [
        (page::REMNANTS, Class::Remnant),
        (page::SHORT_REMNANTS, Class::ShortRemnant),
        (page::FACTS, Class::Facts),
        (page::FACTS_ABOUT, Class::FactsAbout),
    ];
    Phrases::of(&lists, &[])
});

/// What stands in front of a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// The photographer follows.
    Credit,
    /// The writer follows.
    Byline,
    /// A name or a title follows.
    Data,
    /// A section or a genre.
    Section,
}

static LABELS: LazyLock<FxHashMap<&'static [u8], Label>> = LazyLock::new(|| {
    [
        (page::SECTIONS, Label::Section),
        (page::DATA, Label::Data),
        (page::BYLINES, Label::Byline),
        (page::CREDITS, Label::Credit),
    ]
    .into_iter()
    .flat_map(|(labels, kind)| labels.split(", ").map(move |label| (label.as_bytes(), kind)))
    .collect()
});

/// Bytes of a line's head that are compared.
const HEAD: usize = 40;

/// The first [`HEAD`] bytes or so of a line in small letters, kept on the stack.
pub(crate) struct Head {
    bytes: [u8; HEAD + 4],
    len: usize,
}

impl Head {
    pub(crate) fn of(line: &str) -> Self {
        let first = &line.as_bytes()[..line.len().min(HEAD)];
        let mut head = Head {
            bytes: [0; HEAD + 4],
            len: first
                .iter()
                .position(|byte| !byte.is_ascii())
                .unwrap_or(first.len()),
        };
        head.bytes[..head.len].copy_from_slice(&first[..head.len]);
        head.bytes.make_ascii_lowercase();
        for c in line[head.len..].chars() {
            if head.len >= HEAD {
                break;
            }
            head.push(c);
        }
        head
    }

    fn push(&mut self, c: char) {
        if c.is_ascii() {
            self.bytes[self.len] = c.to_ascii_lowercase() as u8;
            self.len += 1;
        } else {
            for small in c.to_lowercase() {
                if self.len < HEAD {
                    self.len += small.encode_utf8(&mut self.bytes[self.len..]).len();
                }
            }
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    pub(crate) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// What `label`, the words before a colon, announces.
pub(crate) fn label(label: &str) -> Option<Label> {
    if label.is_empty() || label.len() > HEAD {
        return None;
    }
    LABELS.get(Head::of(label).as_bytes()).copied()
}

/// What the fixed words that `line` opens with make of it: something that the page left behind, or the title of a fact
/// box («Fakta», «FAKTA: Iran», «Dette er saken»).
pub(crate) fn page_words(line: &str) -> Option<BlockKind> {
    let line = if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        line
    } else {
        line.trim_start_matches(['(', '>', '»', '-', '–', '*', '•', ' '])
    };
    if !may_open(line) {
        return None;
    }
    let word = first_word(line);
    if word.len() > HEAD || !line.starts_with(char::is_alphabetic) {
        return is_copyright_notice(line).then_some(BlockKind::Remnant);
    }
    let phrases = OPENINGS.beginning_with(Head::of(word).as_bytes())?;
    let head = Head::of(line);
    let head = head.as_str();
    phrases
        .iter()
        .filter(|(phrase, _)| starts_with_words(head, phrase))
        .find_map(|&(phrase, class)| class.kind(line, phrase))
}

/// Whether `line` is the page's copyright notice («© Avisa Vest 2024») and not an agency's mark before running text
/// («(©NTB) Regjeringen foreslår …»).
fn is_copyright_notice(line: &str) -> bool {
    let behind_mark = line.split_once(')').map_or("", |(_, rest)| rest.trim());
    line.starts_with('©') && behind_mark.is_empty() && is_short(line, NOTICE)
}

/// Whether an opening, or a copyright notice, may begin as `line` does, by its first four bytes.
#[inline]
fn may_open(line: &str) -> bool {
    let is_ascii = line
        .as_bytes()
        .first_chunk::<4>()
        .is_some_and(|first| first.is_ascii());
    !is_ascii || OPENINGS.sieve.lengths(line) != 0
}

/// What a label that stands alone on its `line` announces for the line behind it: the name of a photographer, or the
/// title of another article.
pub(crate) fn announces(line: &str) -> Option<BlockKind> {
    if line.len() > HEAD {
        return None;
    }
    let words = line.trim_end_matches([':', ' ']);
    let is_link =
        words.starts_with(['l', 'L', 's', 'S', 'h', 'H']) && page::LINKS.contains(&Head::of(words).as_str());
    if is_link {
        Some(BlockKind::Remnant)
    } else {
        (line.ends_with(':') && label(words) == Some(Label::Credit)).then_some(BlockKind::Credit)
    }
}

impl Class {
    /// What a phrase of this class makes of the `line` it opens.
    fn kind(self, line: &str, phrase: &str) -> Option<BlockKind> {
        match self {
            Class::Remnant => Some(BlockKind::Remnant),
            Class::ShortRemnant => is_short(line, SHORT).then_some(BlockKind::Remnant),
            Class::Facts => is_alone(line, phrase).then_some(BlockKind::FactBox),
            Class::FactsAbout => is_short(line, FACTS_TITLE).then_some(BlockKind::FactBox),
        }
    }
}

/// Whether nothing or a colon follows the phrase that `line` opens with.
fn is_alone(line: &str, phrase: &str) -> bool {
    let rest = line
        .chars()
        .skip(phrase.chars().count())
        .find(|c| !c.is_whitespace());
    matches!(rest, None | Some(':'))
}

fn is_short(line: &str, words: usize) -> bool {
    line.split_whitespace().nth(words).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_words_are_known_whatever_their_case() {
        for line in [
            "Mest sett i dag",
            "LES OGSÅ: Ny bru i Voss",
            "(Saken oppdateres)",
            "Annonse",
            "© Avisa Vest",
            "(© Avisa Vest)",
        ] {
            assert_eq!(page_words(line), Some(BlockKind::Remnant), "{line}");
        }
        for line in ["FAKTA: Iran", "Dette er saken", "Fakta om brua", "Bakgrunn:"] {
            assert_eq!(page_words(line), Some(BlockKind::FactBox), "{line}");
        }
        for line in [
            "Les oppgavene nøye",
            "Oppdatert utstyr skal gjøre arbeidet i tunnelene tryggere for alle.",
            "Faktaene var klare for alle.",
            "Fakta og følelser",
            "Bakgrunnen er uklar.",
            "(©NTB) Kommunen vil bygge ny skole.",
        ] {
            assert_eq!(page_words(line), None, "{line}");
        }
    }

    #[test]
    fn labels_tell_what_follows_their_colon() {
        assert_eq!(label("FOTO"), Some(Label::Credit));
        assert_eq!(label("Tekst og foto"), Some(Label::Byline));
        assert_eq!(label("Musikk"), Some(Label::Data));
        assert_eq!(label("KRONIKK"), Some(Label::Section));
        assert_eq!(label("Politiet"), None);
    }
}
