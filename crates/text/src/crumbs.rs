//! What a page set into a text that is no sentence: the words of its buttons and boxes, time stamps, bylines.
//!
//! Where the breaks of a scraped page are lost, they stand between two sentences without a mark of their own: «… sier
//! ordføreren. Vis mer Brua ble bygd i 1952.»

use crate::block::BlockKind;
use crate::labels::Head;
use crate::lists::newsrooms::{AGENCIES, PICTURE_AGENCIES};
use crate::lists::{given_names, page, time};
use crate::page::is_date_or_time;
use crate::phrases::{Phrases, first_word, starts_with_words};
use std::sync::LazyLock;

/// Words of buttons and boxes. The longest first: «vis mer» may be the beginning of another.
static CRUMBS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::of(&[(page::CRUMBS, ())], page::STAMP_OPENERS).longest_first());

/// What the page set in front of `rest` that is no sentence, and its bytes.
#[inline]
pub(crate) fn crumb(rest: &str) -> Option<(BlockKind, usize)> {
    if CRUMBS.sieve.lengths(rest) == 0 {
        return None;
    }
    button(rest)
        .map(|len| (BlockKind::Remnant, len))
        .or_else(|| stamp(rest).map(|len| (BlockKind::Ticker, len)))
}

/// Bytes of the words of a button or a box that `rest` opens with.
fn button(rest: &str) -> Option<usize> {
    if !rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '©')) {
        return None;
    }
    let head = Head::of(rest);
    let phrases = CRUMBS.beginning_with(first_word(head.as_str()).as_bytes())?;
    let fits = |(phrase, ()): &&(&str, ())| {
        starts_with_words(head.as_str(), phrase)
            // A capital of another length in bytes than its small letter is in none of them.
            && rest.is_char_boundary(phrase.len())
            && sentence_may_follow(&rest[phrase.len()..])
    };
    phrases.iter().find(fits).map(|(phrase, ())| phrase.len())
}

/// Whether what follows a crumb begins a sentence or another crumb.
fn sentence_may_follow(rest: &str) -> bool {
    let opens = |c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '–' | '«' | '(' | '"' | '©');
    rest.is_empty() || rest.strip_prefix(' ').is_some_and(|rest| rest.starts_with(opens))
}

/// Bytes of the time stamp that `rest` opens with: «Publisert 12. nov. 2025 kl. 14.32 Oppdatert …».
fn stamp(rest: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let (mut at, mut numbers, mut told) = (0, 0, false);
    for word in rest.split(' ').take(LONGEST) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_number = is_date_or_time(&bare);
        let is_word = page::TIME_STAMP.contains(&bare.as_str());
        let is_filler = page::TIME_STAMP_FILLERS.contains(&bare.as_str())
            || time::SHORT_MONTHS.contains(&bare.as_str())
            || time::MONTHS.contains(&bare.as_str());
        // A number or a filler with a capital begins the sentence behind the stamp.
        let begins = word.starts_with(char::is_uppercase) && !is_word;
        if !(bare.is_empty() || is_number || is_word || is_filler) || (begins && at > 0) {
            break;
        }
        // «I går 21.09» may be the beginning of a sentence, «I går 21:09» is none.
        told |= is_word || (is_number && bare.contains(':'));
        numbers += usize::from(is_number);
        at += word.len() + 1;
    }
    let len = at.min(rest.len() + 1).checked_sub(1)?;
    let signed = len + agencies_behind(&rest[len..]);
    let ends = [signed, len];
    let end = ends.into_iter().find(|&end| sentence_may_follow(&rest[end..]));
    end.filter(|_| told && numbers > 0)
}

/// Bytes of the agencies behind a time stamp: « NTB», « NTB-DPA-AP».
fn agencies_behind(rest: &str) -> usize {
    let word = rest.strip_prefix(' ').and_then(|rest| rest.split(' ').next());
    let listed = |name: &str| AGENCIES.contains(&name) || PICTURE_AGENCIES.contains(&name);
    word.filter(|word| word.split(['-', '/']).all(listed))
        .map_or(0, |word| 1 + word.len())
}

/// Words of the name of whoever wrote.
const NAME: std::ops::RangeInclusive<usize> = 2..=4;

/// Bytes of the byline that `rest` opens with: two to four words of a name, and what the writer is called: «Kari Dale Moe
/// Journalist Kommunen har …».
pub(crate) fn byline(rest: &str) -> Option<usize> {
    let mut at = 0;
    for (words, word) in rest.split(' ').enumerate().take(NAME.end() + 1) {
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        let name = word.trim_end_matches([',', '.']);
        let is_role = NAME.contains(&words) && page::ROLES.contains(&name.to_lowercase().as_str());
        at += word.len();
        if is_role {
            return sentence_may_follow(&rest[at..]).then_some(at);
        }
        at += 1;
    }
    None
}

/// Bytes of the byline without a colon that `rest` opens with: «Av Kari Dale Brua er …». The last capital begins the sentence
/// behind it, where that goes on in small letters.
pub(crate) fn signature(rest: &str) -> Option<usize> {
    let names = rest.strip_prefix("Av ")?;
    let mut words = names.split(' ').take(NAME.end() + 2);
    let given = words.clone().next()?.to_lowercase();
    let is_shouted = |word: &str| word.len() > 2 && word.chars().all(char::is_uppercase);
    let names_shout = names.split(' ').next().is_some_and(is_shouted);
    // A place in capitals opens the sentence behind it.
    let is_name = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-')
            && (names_shout || !is_shouted(word))
    };
    let capitals: Vec<&str> = words.by_ref().take_while(is_name).collect();
    let behind = names.split(' ').nth(capitals.len()).unwrap_or_default();
    let last = usize::from(behind.starts_with(char::is_lowercase));
    let name = &capitals[..capitals.len().saturating_sub(last)];
    let is_given = || {
        let mut known = given_names::WOMEN
            .split_whitespace()
            .chain(given_names::MEN.split_whitespace());
        known.any(|name| name == given)
    };
    let len = "Av".len() + name.iter().map(|word| word.len() + 1).sum::<usize>();
    (NAME.contains(&name.len()) && sentence_may_follow(&rest[len..]) && is_given()).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_buttons_end_where_a_sentence_begins() {
        for (text, crumb) in [
            ("Vis mer Brua er fra 1952.", "Vis mer"),
            ("Kopier lenke – Vi venter, sier hun.", "Kopier lenke"),
            ("Mest lest siste uke", "Mest lest siste uke"),
            ("Annonse", "Annonse"),
        ] {
            assert_eq!(
                super::crumb(text).map(|(_, len)| &text[..len]),
                Some(crumb),
                "{text}"
            );
        }
        for text in [
            "Vis mer omtanke for andre.",
            "Annonsen er ny.",
            "Lagre brødet tørt.",
            "Siste nytt om brua.",
        ] {
            assert_eq!(crumb(text), None, "{text}");
        }
    }

    #[test]
    fn time_stamps_end_where_a_sentence_begins() {
        for (text, stamp) in [
            (
                "Publisert 12. nov. 2025 kl. 14.32 Kommunen har vedtatt",
                "Publisert 12. nov. 2025 kl. 14.32",
            ),
            (
                "Oppdatert for 2 timer siden Brua er fra 1952.",
                "Oppdatert for 2 timer siden",
            ),
            ("I går 21:09 Kommunen har vedtatt", "I går 21:09"),
            (
                "Oppdatert for mindre enn 50 minutter siden NTB Kommunen har vedtatt",
                "Oppdatert for mindre enn 50 minutter siden NTB",
            ),
            (
                "Publisert: 12.11.25 – 14.32 Oppdatert: 13.11.25 – 08.15",
                "Publisert: 12.11.25 – 14.32 Oppdatert: 13.11.25 – 08.15",
            ),
        ] {
            assert_eq!(crumb(text).map(|(_, len)| &text[..len]), Some(stamp), "{text}");
        }
        for text in [
            "Publisert av Kari Vik",
            "Oppdatert utstyr gjør arbeidet tryggere.",
            "Sist i 2024 kom han hjem.",
            "I går 21.09 Kari",
            "I dag 12:30 starter kampen.",
        ] {
            assert_eq!(crumb(text), None, "{text}");
        }
    }

    #[test]
    fn a_signature_ends_where_a_sentence_begins() {
        for (text, signed) in [
            ("Av Kari Dale Brua er ny.", "Av Kari Dale"),
            ("Av Ola Dale 25-åringen er ny.", "Av Ola Dale"),
            ("Av Ola Dale VIK STADION: Brua er ny.", "Av Ola Dale"),
        ] {
            assert_eq!(signature(text).map(|len| &text[..len]), Some(signed), "{text}");
        }
        for text in [
            "Av Kari fikk han ei bru.",
            "Av Kari Dale fikk han ei bru.",
            "Av undersøkelsen",
            "Av Norges Bank Oslo er",
        ] {
            assert_eq!(signature(text), None, "{text}");
        }
    }

    #[test]
    fn a_byline_is_a_name_and_what_the_writer_is_called() {
        let text = "Kari Dale Moe Journalist Kommunen har vedtatt det.";
        assert_eq!(
            byline(text).map(|len| &text[..len]),
            Some("Kari Dale Moe Journalist")
        );
        for text in [
            "Kari Dale er journalist.",
            "Journalist Kari Dale",
            "Kari Dale Moe vant.",
            "",
        ] {
            assert_eq!(byline(text), None, "{text}");
        }
    }
}
