//! The head of an article: its date, its title and the dateline in front of the first sentence.

use crate::block::BlockKind;
use crate::labels::{Label, label};
use crate::lists::newsrooms::{AGENCIES, NEWSROOMS, PARTIES};
use crate::page::is_score;
use crate::scan::{is_dash, opens, skip_space};
use crate::span::Span;
use crate::window::{WIDTH, Window, first};

/// Where a text starts: behind its byte-order mark.
pub(super) fn start_of(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

/// The ` date YYYY-MM` or ` date YYYY-MM-DD` that opens a corpus file.
pub(super) fn date_head(text: &str) -> Option<Span> {
    let start = skip_space(text, start_of(text), text.len());
    let rest = text[start..].strip_prefix("date ")?;
    let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
    is_date(&rest[..len]).then(|| Span::new(start, start + "date ".len() + len))
}

/// Whether `word` is YYYY-MM or YYYY-MM-DD.
fn is_date(word: &str) -> bool {
    let pattern = b"0000-00-00";
    let matches = |(b, p): (u8, &u8)| if *p == b'-' { b == b'-' } else { b.is_ascii_digit() };
    matches!(word.len(), 7 | 10) && word.bytes().zip(pattern).all(matches)
}

/// Where `text` opens with `title` (behind its date head), the stretch that is the title.
pub(crate) fn title_span(text: &str, title: &str) -> Option<Span> {
    let after_date = date_head(text).map_or(start_of(text), |date| date.end);
    let start = skip_space(text, after_date, text.len());
    let rest = text[start..]
        .strip_prefix(title.trim())
        .filter(|_| !title.trim().is_empty())?;
    // «Kari Dale» stands over a text that opens with «Kari Dale får …».
    let goes_on = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_lowercase);
    (!rest.starts_with(char::is_alphanumeric) && !goes_on).then(|| Span::new(start, text.len() - rest.len()))
}

/// The dateline or the section («KOMMENTAR:») that the `line` of `text` opens with: its kind and its bytes.
pub(super) fn opening(text: &str, line: Span, at_head: bool) -> Option<(BlockKind, usize)> {
    let head = Window::at(text.as_bytes(), line.start);
    let sign = first((head.is(b':') | head.is(b'(')).bits());
    if sign >= WIDTH.min(line.len()) {
        return None;
    }
    let line = line.of(text);
    if at_head && line.as_bytes()[sign] == b':' && opens_as_kicker(line, sign) {
        return Some((BlockKind::Kicker, sign + 1));
    }
    if let Some(len) = at_head.then(|| result(line)).flatten() {
        return Some((BlockKind::Kicker, len));
    }
    dateline(line, at_head).map(|len| (BlockKind::Dateline, len))
}

/// Bytes of the result that `line` opens with in brackets: «(Fjell – Dal 3–2) Fjell er …».
fn result(line: &str) -> Option<usize> {
    const LONGEST: usize = 80;
    let len = line.strip_prefix('(')?.find(')').filter(|&len| len <= LONGEST)? + 2;
    let goals = line[..len - 1].rsplit(' ').next()?;
    let goes_on = line[len..]
        .trim_start()
        .starts_with(|c: char| c.is_uppercase() || is_dash(c) || opens(c));
    (is_score(goals) && goes_on).then_some(len)
}

/// Whether the words in front of the colon are a section in capitals, or stand alone on the line.
fn opens_as_kicker(line: &str, colon: usize) -> bool {
    let (words, rest) = (&line[..colon], &line[colon + 1..]);
    let is_kicker = match label(words) {
        Some(Label::Section) => true,
        Some(Label::Credit) => false,
        _ => rest.trim_end().is_empty(),
    };
    is_kicker && is_shouted(words)
}

/// The dateline that `line` opens with, in bytes: places in capitals and an agency in brackets, or one of both with a
/// colon: «NEW YORK (VG)», «HELL:», «Bergen (NTB):».
fn dateline(line: &str, at_head: bool) -> Option<usize> {
    const SHORTEST: usize = 4;
    const WORDS: usize = 3;
    let place = &line[..place_len(line)];
    let is_other = label(place) == Some(Label::Credit) || place.split(' ').nth(WORDS).is_some();
    let (agency, end) = agency_behind(line, place.len());
    let colon = line[end..].starts_with(':');
    let rest = line[end..].trim_start_matches([':', ' ']);
    let shouted = place.len() >= SHORTEST && is_shouted(place);
    let told = match agency {
        Some(name) if colon => !is_party(name),
        Some(name) => shouted && !rest.is_empty() || at_head && is_agency(name),
        // What stands alone on its line is a kicker or a label.
        None => colon && shouted && at_head && !rest.is_empty() && !is_other,
    };
    let opens_text = |c: char| c.is_uppercase() || is_dash(c) || opens(c) || c.is_ascii_digit();
    (told && (rest.is_empty() || rest.starts_with(opens_text))).then_some(end + usize::from(colon))
}

/// The agency in brackets behind the place that ends at `at`, and the end of both.
fn agency_behind(line: &str, at: usize) -> (Option<&str>, usize) {
    let behind = line[at..].trim_start();
    let start = line.len() - behind.len() + 1;
    match behind.strip_prefix('(').and_then(agency_len) {
        Some(len) => (Some(&line[start..start + len]), start + len + 1),
        None => (None, at),
    }
}

/// Bytes of the place names that `line` opens with.
fn place_len(line: &str) -> usize {
    const WORDS: usize = 6;
    let (mut at, mut end) = (0, 0);
    for word in line.split(' ').take(WORDS) {
        let name = word.trim_end_matches([',', ':']);
        let is_name = name.starts_with(char::is_uppercase)
            && name.chars().all(|c| c.is_alphabetic() || "/-.".contains(c));
        if !is_name && !matches!(name, "og" | "i" | "–" | "-") {
            break;
        }
        end = at + name.len();
        if word.ends_with(':') {
            break;
        }
        at += word.len() + 1;
    }
    end
}

/// Bytes of an agency's name up to the bracket that closes: «VG», «NTB-AFP», «firda.no».
fn agency_len(rest: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let len = rest.find(')').filter(|&len| (2..=LONGEST).contains(&len))?;
    let name = &rest[..len];
    let named = name.contains(|c: char| c.is_uppercase()) || name.contains('.');
    (named && !name.contains(|c: char| c.is_ascii_digit() && !name.starts_with("TV"))).then_some(len)
}

/// Whether `name` is a newsroom or an agency and not, say, a person's party.
fn is_agency(name: &str) -> bool {
    name.contains('.')
        || name
            .split(['-', '/', ','])
            .any(|part| AGENCIES.contains(&part.trim()) || NEWSROOMS.contains(&part.trim()))
}

/// Whether `name` is a party's short name, which stands behind politicians' names.
fn is_party(name: &str) -> bool {
    PARTIES.contains(&name)
}

/// Whether all letters of `words` are capitals, and there are at least two.
pub(super) fn is_shouted(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_opens_a_corpus_file() {
        assert_eq!(date_head(" date 2017-01 Flaum"), Some(Span::new(1, 13)));
        assert_eq!(date_head("date 2017-01-30\nFlaum"), Some(Span::new(0, 15)));
        assert_eq!(date_head("\u{feff} date 2017-01"), Some(Span::new(4, 16)));
        assert_eq!(date_head("date 2017-1 Flaum"), None);
        assert_eq!(date_head("dato 2017-01"), None);
    }

    #[test]
    fn a_title_is_no_beginning_of_a_sentence() {
        assert_eq!(
            title_span("Kari Dale\n\nOrdføraren går.", "Kari Dale"),
            Some(Span::new(0, 9))
        );
        assert_eq!(title_span("Kari Dale går av.", "Kari Dale"), None);
    }

    #[test]
    fn a_result_in_brackets_is_a_kicker() {
        assert_eq!(
            result("(Fjell – Dal 3–2) Fjell vann."),
            Some("(Fjell – Dal 3–2)".len())
        );
        for line in [
            "(Fjell – Dal) Fjell vann.",
            "(Fjell 3–2)",
            "(2019-2021) var år.",
            "Fjell",
        ] {
            assert_eq!(result(line), None, "{line}");
        }
    }

    #[test]
    fn datelines_are_places_and_agencies() {
        let found = |line: &str| dateline(line, true).map(|len| line[..len].to_owned());
        for (line, want) in [
            ("NEW YORK (VG) Det snør.", "NEW YORK (VG)"),
            ("HELL: Toget står.", "HELL:"),
            ("OSLO (NTB): Toget står.", "OSLO (NTB):"),
            ("Gulen (firda.no):", "Gulen (firda.no):"),
            ("OSLO/BERGEN (Nettavisen) – Det snør", "OSLO/BERGEN (Nettavisen)"),
            ("(NTB): Toget står.", "(NTB):"),
            ("Oslo (NTB) Toget står.", "Oslo (NTB)"),
        ] {
            assert_eq!(found(line).as_deref(), Some(want), "{line}");
        }
        for line in [
            "Per Olsen (Ap) sier nei.",
            "KARI DAHL (48): Lever.",
            "Kari Dahl (Ap): Lever.",
            "NOU: Lever.",
            "FOTO:",
            "FOTO: Kari Dale / NTB",
            "ALLE ER PÅ PLASS: Brua er stengd.",
            "NYFØDD:",
            "JD (Justisdepartementet)",
            "Slik er det: Toget står.",
            "Per (Ap) Olsen",
            "",
        ] {
            assert_eq!(found(line), None, "{line}");
        }
    }
}
