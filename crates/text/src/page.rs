//! Sentences that a page puts around an article's text or into it: notices, requests to the reader, stand-ins for films
//! and posts, time stamps.

use crate::block::BlockKind;
use crate::labels::Head;
use crate::lists::{page, time};
use crate::phrases::{Phrases, first_word, starts_with_words};
use std::sync::LazyLock;

/// Phrases that open sentences of the page.
static PHRASES: LazyLock<Phrases<BlockKind>> = LazyLock::new(|| {
    let lists = [
        (page::NOTICES, BlockKind::Notice),
        (page::PROMOS, BlockKind::Promo),
        (page::EMBEDS, BlockKind::Embed),
        (page::TICKERS, BlockKind::Ticker),
        (page::SQUADS, BlockKind::List),
        (page::PICTURED, BlockKind::Caption),
    ];
    Phrases::of(&lists, &[])
});

/// What the sentence that `rest` opens with is, if the page put it there: a sentence opens with a capital.
#[inline]
pub(crate) fn page_sentence(rest: &str) -> Option<BlockKind> {
    if PHRASES.sieve.lengths(rest) == 0 {
        return None;
    }
    kind_of(rest)
}

fn kind_of(rest: &str) -> Option<BlockKind> {
    if !rest.starts_with(char::is_uppercase) {
        return None;
    }
    let word = Head::of(first_word(rest));
    let phrases = PHRASES.beginning_with(word.as_bytes())?;
    let head = Head::of(rest);
    let head = head.as_str();
    let opening = phrases.iter().find(|(phrase, _)| starts_with_words(head, phrase));
    opening.map(|&(_, kind)| kind)
}

/// Where, in bytes of `sentence`, a notice without a period at its end does end: behind words that notices end in, where a
/// capital follows.
pub(crate) fn notice_end(sentence: &str) -> Option<usize> {
    let ends = page::NOTICE_ENDS.iter().filter_map(|words| {
        let end = sentence.find(words)? + words.len();
        sentence[end..].starts_with(char::is_uppercase).then_some(end - 1)
    });
    ends.min()
}

/// Whether `line` tells nothing but when something was published: «Publisert 3. mai 2024 kl. 12:30», «For 2 timer siden».
pub(crate) fn is_time_stamp(line: &str) -> bool {
    const WORDS: usize = 10;
    const LONGEST: usize = 80;
    if line.len() > LONGEST || digits(line) == 0 || line.split_whitespace().nth(WORDS).is_some() {
        return false;
    }
    let mut told = false;
    let all = line.split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        let is_word = page::TIME_STAMP.contains(&word.as_str());
        told |= is_word || word.contains(':');
        let is_filler = page::TIME_STAMP_FILLERS.contains(&word.as_str());
        word.is_empty()
            || is_word
            || is_filler
            || is_date_or_time(&word)
            || time::MONTHS.contains(&word.as_str())
    });
    all && told
}

/// Whether a word is a number, a date or a time: «12.11.25», «14:32».
pub(crate) fn is_date_or_time(word: &str) -> bool {
    let is_part = |b: u8| b.is_ascii_digit() || matches!(b, b'.' | b':' | b'/' | b'-');
    word.starts_with(|c: char| c.is_ascii_digit()) && word.bytes().all(is_part)
}

/// Whether `line` announces the titles of other articles: «Flere saker», «Mest lest».
pub(crate) fn announces_teasers(line: &str) -> bool {
    const LONGEST: usize = 40;
    line.len() <= LONGEST && {
        let line = line.trim_end_matches([':', ' ']).to_lowercase();
        page::TEASER_HEADS.contains(&line.as_str())
    }
}

/// Whether `line` is a list of results: many scores and little beside them.
pub(crate) fn is_list_of_results(line: &str) -> bool {
    const SCORES: usize = 3;
    const WORDS_A_SCORE: usize = 6;
    // Looking at each word of each line would cost a tenth of an analysis.
    if digits(line) < 2 * SCORES {
        return false;
    }
    let words = line.split_whitespace();
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_ascii_digit()));
    let scores = bare.filter(|word| is_score(word)).count();
    scores >= SCORES && line.split_whitespace().count() <= scores * WORDS_A_SCORE
}

/// Whether a word is the goals of both sides: «2–1».
pub(crate) fn is_score(word: &str) -> bool {
    let is_goals = |part: &str| matches!(part.len(), 1..=3) && part.bytes().all(|b| b.is_ascii_digit());
    let sides = word.split_once(['–', '-']);
    sides.is_some_and(|(home, away)| is_goals(home) && is_goals(away))
}

/// Digits of `line`. Counted in single bytes, as many at a time as one holds, which the compiler turns into instructions
/// for sixteen bytes each: in whole numbers it took 1.5 % of the instructions of `analyze`.
fn digits(line: &str) -> usize {
    let count = |bytes: &[u8]| bytes.iter().map(|b| u8::from(b.is_ascii_digit())).sum::<u8>();
    line.as_bytes()
        .chunks(usize::from(u8::MAX))
        .map(|bytes| usize::from(count(bytes)))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_of_the_page_are_told_by_their_first_words() {
        use BlockKind::{Embed, List, Notice, Promo, Ticker};
        for (sentence, kind) in [
            (
                "Oppsummeringa er laga av ei KI-teneste og lesen av redaksjonen.",
                Notice,
            ),
            ("Informasjon om AI i lokalavisa", Notice),
            (
                "Dette er eit debattinnlegg. Meiningane er skribenten sine.",
                Notice,
            ),
            ("Har du bilder, video eller tips?", Promo),
            ("A post shared by Kari Dale (@karidale)", Embed),
            ("NÅ: Politiet sperrer brua.", Ticker),
            ("Keepere: Ola Vik (Fjell), Per Moe (Dal).", List),
        ] {
            assert_eq!(page_sentence(sentence), Some(kind), "{sentence}");
        }
        for sentence in [
            "Oppsummeringen er klar: Det blir ingen bru.",
            "Har du vært i Voss?",
            "Informasjon om vegen kom i går.",
            "Forsvaret øver i nord.",
            "Nå kommer snøen.",
            "tips oss om vegen",
        ] {
            assert_eq!(page_sentence(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn time_stamps_hold_nothing_else() {
        for line in [
            "Publisert 3. mai 2024 kl. 12:30",
            "For 2 timer siden",
            "12:45",
            "Sist oppdatert: 03.05.2024, 14.10",
        ] {
            assert!(is_time_stamp(line), "{line}");
        }
        for line in [
            "3. mai 2024",
            "I 1973.",
            "Kampen starter 12:30",
            "Oppdatert",
            "17. mai",
            "2024",
        ] {
            assert!(!is_time_stamp(line), "{line}");
        }
    }

    #[test]
    fn results_are_lists() {
        assert!(is_list_of_results(
            "Fjell – Dal 2–1, Vik – Moe 0–0, Lia – Nes 3–2"
        ));
        assert!(!is_list_of_results(
            "Fjell vant 2–1 og skal no møte Dal, som vann 3–0."
        ));
    }
}
