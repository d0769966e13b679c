//! Credits without a label, told by an agency behind a stroke: «Kari Dale / NTB scanpix», «Ola Vik/AP/NTB».

use super::credits::{credit_end, is_agency};
use crate::scan::{floor, skip_space};
use crate::span::Span;
use memchr::memchr;

/// Finds such credits in stretches of a text, and looks at none twice where the stretches follow one another.
pub(super) struct AgencyCredits<'t> {
    text: &'t str,
    /// None stands from here …
    from: usize,
    /// … up to this one, or to the end of the text.
    next: Option<Span>,
}

impl<'t> AgencyCredits<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let mut credits = AgencyCredits {
            text,
            from: 0,
            next: None,
        };
        credits.turn_to(0);
        credits
    }

    /// The first one in `span`.
    pub(super) fn first_in(&mut self, span: Span) -> Option<Span> {
        if span.start < self.from || self.next.is_some_and(|credit| credit.start < span.start) {
            self.turn_to(span.start);
        }
        self.next.filter(|credit| credit.end <= span.end)
    }

    fn turn_to(&mut self, at: usize) {
        self.from = at;
        self.next = first_from(self.text, at);
    }
}

/// The first credit that begins at or after `at`.
fn first_from(text: &str, at: usize) -> Option<Span> {
    let mut from = at;
    while let Some(stroke) = memchr(b'/', &text.as_bytes()[from..]) {
        let stroke = from + stroke;
        let credit = credit_at(text, stroke).filter(|credit| credit.start >= at);
        if credit.is_some() {
            return credit;
        }
        from = stroke + 1;
    }
    None
}

/// The credit whose first stroke stands at `stroke`: a name that begins where a sentence could, and an agency.
fn credit_at(text: &str, stroke: usize) -> Option<Span> {
    const REACH: usize = 120;
    let near = floor(text, text.len().min(stroke + REACH));
    let line = memchr(b'\n', &text.as_bytes()[stroke..near]).map_or(near, |len| stroke + len);
    let behind = skip_space(text, stroke + 1, line);
    let word = text[behind..line].split(' ').next().unwrap_or_default();
    if !is_agency(word.trim_matches(['.', ',', ')', '(', '/'])) {
        return None;
    }
    let start = name_before(text, stroke)?;
    Some(Span::new(start, credit_end(text, stroke + 1, line)))
}

/// The start of the name of two words or more that ends at `stroke`, where nothing stands in front of it but the end of a
/// sentence.
fn name_before(text: &str, stroke: usize) -> Option<usize> {
    const WORDS: usize = 5;
    let is_initial = |word: &str| word.ends_with('.') && word.chars().count() <= 2;
    let is_name = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || "-.’'".contains(c))
    };
    let line = text[..stroke].rfind('\n').map_or(0, |at| at + 1);
    let (mut start, mut words) = (stroke, 0);
    for word in text[line..stroke].trim_end().rsplit(' ').take(WORDS + 1) {
        if !is_name(word) || word.ends_with('.') && !is_initial(word) {
            break;
        }
        start = word.as_ptr() as usize - text.as_ptr() as usize;
        words += 1;
    }
    let before = text[line..start].trim_end();
    let ended = before.is_empty() || before.ends_with(['.', '!', '?', '…', '»', ')']);
    ((2..=WORDS).contains(&words) && ended).then_some(start)
}

/// Whether `words` are nothing but such a credit.
pub(super) fn is_credit(words: &str) -> bool {
    let stroke = memchr(b'/', words.as_bytes());
    let credit = stroke.and_then(|stroke| credit_at(words, stroke));
    credit.is_some_and(|credit| credit.start == 0 && words[credit.end..].trim_matches(['.', ' ']).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn credit(text: &str) -> Option<&str> {
        let span = Span::new(0, text.len());
        AgencyCredits::new(text)
            .first_in(span)
            .map(|credit| credit.of(text))
    }

    #[test]
    fn a_name_and_an_agency_are_a_credit() {
        for (text, want) in [
            (
                "Brua i går. Kari Dale / NTB scanpix Arbeidet held fram.",
                "Kari Dale / NTB scanpix",
            ),
            (
                "Brua i går. Kari Dale/AP/NTB Arbeidet held fram.",
                "Kari Dale/AP/NTB",
            ),
            ("KARI DALE / NTB SCANPIX.", "KARI DALE / NTB SCANPIX."),
            (
                "Brua. K. A. Dale / TT NYHETSBYRÅN Statsministeren kom.",
                "K. A. Dale / TT NYHETSBYRÅN",
            ),
        ] {
            assert_eq!(credit(text), Some(want), "{text}");
        }
        assert!(is_credit("Kari Dale / NTB scanpix"));
        assert!(!is_credit("Kari Dale / NTB scanpix tok bilete."));
    }

    #[test]
    fn other_strokes_are_none() {
        for text in [
            "Det skriv Kari Dale / NTB.",
            "Brua er open, melder NTB/AFP.",
            "Fjell kommune. Kari Dale / Ola Vik leier laget.",
            "Sjå https://avisa.no/NTB for meir.",
            "Foto: Kari Dale / NTB",
            "/ NTB",
            "",
        ] {
            assert_eq!(credit(text), None, "{text}");
        }
    }
}
