//! The common case: a word of small letters, perhaps behind a capital, or of letters, digits and hyphens in any order, with
//! white space or the end of a clause behind it.
//!
//! Nineteen words in twenty are of this kind. A [`Page`] finds their letters sixty-four bytes at a time, and nothing that holds
//! words together or makes numbers and addresses of them need be looked for.

use super::classes::LATIN;
use super::{Case, Folding, Token, TokenKind};
use crate::span::Span;
use crate::window::{Bytes, WIDTH, Window, behind, first};

/// What the bytes of a window are to plain words, a bit a byte.
pub(super) struct Page {
    /// Where the window opens.
    start: usize,
    /// Bytes that may open a token.
    openers: u64,
    /// Capitals of ASCII.
    capitals: u64,
    /// First bytes of capitals of two bytes, «Å».
    latin_capitals: u64,
    /// Bytes of small letters, of ASCII and Latin-1.
    small: u64,
    digits: u64,
    hyphens: u64,
    /// Bytes of a gap, and marks in front of a gap, so that no address or joined word goes on there.
    parted: u64,
    /// First letters of what may be part of a longer token over the space behind it: a lost ligature («fi nans») or a
    /// currency («kr 500», «NOK 500»).
    joined: u64,
}

/// What is found on a page.
pub(super) enum Found {
    /// A plain word.
    Word(Token),
    /// Something that must be read sign by sign, at this byte of the text.
    Other(usize),
    /// Nothing more that is whole: the next page opens at this byte of the text.
    Turn(usize),
}

impl Page {
    /// The page of `text` that opens at `start`.
    #[inline]
    pub(super) fn at(text: &str, start: usize) -> Self {
        let here = Window::at(text.as_bytes(), start);
        let next = Window::at(text.as_bytes(), start + 1);
        let (capitals, small) = (here.within(b'A', b'Z'), here.within(b'a', b'z'));
        // × and ÷ stand among the letters.
        let (latin, seconds) = (here.is(LATIN), next.within(0x9F, 0xBF));
        let latin_small = (latin & seconds & !next.is(0xB7)).bits();
        let signs = here.within(b'#', b'$') | here.is(b'@') | here.beyond_ascii();
        let stop = here.is(b'.') | here.is(b',') | here.is(b':');
        let end = here.within(b'!', b'"') | here.is(b')') | here.is(b';') | here.is(b'?');
        let digits = here.within(b'0', b'9');
        // A guillemet of which the second byte is on the next page is left to the scanner.
        let guillemets = (here.is(0xC2) & (next.is(0xAB) | next.is(0xBB))).bits() & !behind(WIDTH - 1);
        Page {
            start,
            openers: (capitals | small | digits | signs).bits() & !(guillemets | guillemets << 1),
            capitals: capitals.bits(),
            latin_capitals: (latin & !seconds & !next.is(0x97)).bits(),
            small: small.bits() | latin_small | latin_small << 1,
            digits: digits.bits(),
            hyphens: here.is(b'-').bits(),
            parted: (gaps(here) | end | stop & gaps(next)).bits() | guillemets,
            joined: joined(here, next).bits(),
        }
    }

    /// What is found first at or behind the byte `at` of the text.
    #[inline]
    pub(super) fn next(&self, at: usize) -> Found {
        let from = at - self.start;
        if from >= WIDTH {
            return Found::Turn(at);
        }
        let start = first(self.openers & behind(from));
        if start == WIDTH {
            return Found::Turn(self.start + WIDTH);
        }
        let capital = self.capital_at(start);
        let end = end_of_run(self.small, start + capital);
        if end == start + capital || end < WIDTH && self.parted >> end & 1 == 0 {
            return self.mixed(start);
        }
        let (case, folding) = CASES[usize::from(capital > 0)];
        self.word(start, end, case, folding)
    }

    /// Bytes of the capital that is the sign at `place`; 0 where that is none.
    #[inline]
    fn capital_at(&self, place: usize) -> usize {
        (self.capitals >> place & 1 | (self.latin_capitals >> place & 1) << 1) as usize
    }

    /// The word of letters, digits and hyphens between them that opens at `start`: «TV2», «FN-toppen», «16-åring».
    fn mixed(&self, start: usize) -> Found {
        let letters = self.small | self.capitals;
        let end = end_of_run(letters | self.digits | self.hyphens, start);
        if end + 1 >= WIDTH {
            return self.word_at_edge(start);
        }
        let within = behind(start) & !behind(end);
        let hyphens = self.hyphens & within;
        let is_held_together = hyphens & (hyphens >> 1 | self.parted >> 1) == 0;
        let is_alone = end < start + 2 || self.parted >> end & 1 == 0;
        if is_alone || !is_held_together || letters & within == 0 {
            return Found::Other(self.start + start);
        }
        let (case, folding) = self.case_of(start, within);
        self.word(start, end, case, folding)
    }

    /// The case and the folding of the word that opens at `start` and has its bytes `within`.
    fn case_of(&self, start: usize, within: u64) -> (Case, Folding) {
        let capitals = self.capitals & within;
        let opens = capitals >> start & 1 == 1;
        let inner = capitals & !(self.hyphens << 1) & !(1 << start);
        let case = match capitals.count_ones() {
            0 => Case::Lower,
            2.. if self.small & within == 0 => Case::Upper,
            _ if opens && inner == 0 => Case::Initial,
            _ => Case::Mixed,
        };
        let folding = match capitals.count_ones() {
            0 => Folding::Same,
            1 if opens => Folding::SmallFirst,
            _ => Folding::Other,
        };
        (case, folding)
    }

    /// The word whose bytes go from `start` to `end`, where it is parted from what follows.
    #[inline]
    fn word(&self, start: usize, end: usize, case: Case, folding: Folding) -> Found {
        // The byte behind the word, and the one behind that, are on the page as well.
        if end + 1 >= WIDTH {
            return self.word_at_edge(start);
        }
        if (self.joined >> start & 1 == 1) & (end - start <= LONGEST_JOINED) {
            return Found::Other(self.start + start);
        }
        Found::Word(Token {
            span: Span {
                start: self.start + start,
                end: self.start + end,
            },
            kind: TokenKind::Word,
            case,
            folding,
        })
    }

    /// The word that opens at `start` and may go on behind the page: it is looked at on the next.
    #[cold]
    fn word_at_edge(&self, start: usize) -> Found {
        match start {
            0 => Found::Other(self.start),
            _ => Found::Turn(self.start + start),
        }
    }
}

/// What a word of small letters is, and one behind a capital: looked up, as it cannot be foreseen which one comes.
const CASES: [(Case, Folding); 2] = [(Case::Lower, Folding::Same), (Case::Initial, Folding::SmallFirst)];

/// Bytes of the longest of the words that may be joined.
const LONGEST_JOINED: usize = 3;

/// The blanks and ends of lines.
#[inline]
fn gaps(window: Window) -> Bytes {
    window.is(b' ') | window.is(b'\n')
}

/// The first letters of a broken ligature, «fi», or a currency, «kr», «NOK»; `next` is one byte further than `here`.
#[inline]
fn joined(here: Window, next: Window) -> Bytes {
    let (first, second) = (here.small(), next.small());
    let ligature = first.is(b'f') & (second.is(b'f') | second.is(b'i') | second.is(b'l'));
    let currency = first.is(b'k') & second.is(b'r') | here.is(b'N') & next.is(b'O');
    ligature | currency
}

/// Where the run of bits ends that holds `start`; `start` where that bit is not set.
#[inline]
fn end_of_run(set: u64, start: usize) -> usize {
    match start {
        WIDTH.. => start,
        _ => first(!set & behind(start)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::scanner::Scanner;
    use proptest::prelude::*;

    fn word(text: &str, at: usize) -> Option<Token> {
        match Page::at(text, at).next(at) {
            Found::Word(token) if token.span.start == at => Some(token),
            _ => None,
        }
    }

    fn found(text: &str) -> Option<&str> {
        word(text, 0).map(|token| token.span.of(text))
    }

    #[test]
    fn words_of_letters_are_plain() {
        assert_eq!(found("flyktningkrisen er her"), Some("flyktningkrisen"));
        assert_eq!(found("Økonomi, rente"), Some("Økonomi"));
        assert_eq!(found("på"), Some("på"));
        assert_eq!(found("slutt.\nNy"), Some("slutt"));
        assert_eq!(found("USA og"), Some("USA"));
        assert_eq!(found("FN-toppen, som"), Some("FN-toppen"));
        assert_eq!(found("16-åring» "), Some("16-åring"));
    }

    #[test]
    fn what_may_go_on_is_left_to_the_scanner() {
        for text in [
            "Nord--Korea",
            "olje- og",
            "2014 ",
            "fi nansen",
            "kr 500",
            "avisa.no",
            "a@b.no",
            "NOK 7",
            "Fl ott",
            "16",
            "a\u{30A}r",
            "Čapek er",
            "I ",
            "ned\u{AD}bør",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_word_is_what_the_scanner_finds(
            text in "[A-ZÆØÅa-zæøåé0-9]{1,3}[a-zæøåA-Z0-9-]{0,9}[ .,:;!?»«\n\u{30A}-]{0,2}[a-zA-ZæÅ0-9]{0,3}",
        ) {
            if let Some(token) = word(&text, 0) {
                prop_assert_eq!(Scanner::new(&text).token(&mut Vec::new()), token);
            }
        }
    }
}
