//! Whether a mark ends its sentence.

use super::abbreviations::{Follow, abbreviation};
use super::next::{Next, next_behind};
use super::numbers::{initials_end, is_initials, number_ends};
use crate::labels::{Label, label};
use crate::lists::{grammar, names};
use crate::openers::is_opener;
use crate::scan::{ceil, char_before, chunk_before, is_dash, opens, skip_space, word_at, word_end};

/// What a run of marks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A single period.
    Period,
    /// Two or more points, or «…».
    Ellipsis,
    /// A run with `!` or `?` in it.
    Strong,
    /// A colon.
    Colon,
}

/// A run of marks, `start..end`, and the end of the quotes and brackets that close behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) close: usize,
}

/// Whether `mark` ends the sentence that began at `start`; the block ends at `end`.
pub(super) fn ends_sentence(text: &str, start: usize, mark: Mark, end: usize) -> bool {
    if mark.close == end {
        return true;
    }
    let next_at = skip_space(text, mark.close, end);
    if next_at == mark.close {
        return matches!(mark.kind, MarkKind::Period | MarkKind::Strong) && lacks_space(text, mark, end);
    }
    match (next_behind(text, next_at, end), mark.kind) {
        (Next::Low, _) => false,
        (Next::LowQuote, kind) => kind == MarkKind::Period && period_ends(text, start, mark, Next::LowQuote),
        (next, MarkKind::Period) => period_ends(text, start, mark, next),
        (next, MarkKind::Colon) => colon_ends(&text[..end], start, mark, next),
        (next, MarkKind::Strong) => {
            !is_aside(text, mark) && (next.is_opener() || !is_marked_name(text, mark))
        }
        (next, MarkKind::Ellipsis) => {
            !is_aside(text, mark) && mark.start > start && ends_pause(text, mark, next)
        }
    }
}

/// Whether a sentence ends at a mark that no white space follows: «skulen.Elevane», «på TV.– Vi ventar», «her.34-åringen». Pages lose the breaks
/// between their paragraphs so.
fn lacks_space(text: &str, mark: Mark, end: usize) -> bool {
    const SHORTEST: usize = 4;
    let rest = &text[mark.close..end];
    let speech = rest.trim_start_matches(['–', '—', '«', ' ']);
    let opens_speech = speech.len() < rest.len();
    let of_age = || {
        let behind = speech.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.len() < speech.len() && behind.starts_with("-åring")
    };
    let is_capital = speech.starts_with(char::is_uppercase);
    if !(is_capital || of_age()) || !may_stand_last(chunk_before(text, 0, mark.start)) {
        return false;
    }
    if !is_capital {
        return true;
    }
    let word = word_at(text, end - speech.len(), end);
    let has_small = word.chars().nth(1).is_some_and(char::is_lowercase);
    let is_long = mark.kind == MarkKind::Period && word.chars().count() >= SHORTEST;
    opens_speech || has_small && (is_opener(word) || is_long)
}

/// Whether `chunk`, which stands right in front of a mark, may be the last of its sentence: a word of small letters, a name, an
/// acronym or a year, but no abbreviation and no initial. Of what a hyphen or a plus joins the last word counts.
fn may_stand_last(chunk: &str) -> bool {
    let word = chunk.trim_matches(|c: char| !c.is_alphanumeric());
    let word = word.rsplit(['-', '/']).next().unwrap_or(word);
    let mut rest = word.chars().skip(1).peekable();
    let is_year = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let is_acronym = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let is_word = rest.peek().is_some() && rest.all(char::is_lowercase);
    is_year || is_acronym || is_word && word != "www" && abbreviation(word).is_none()
}

/// Whether the marks stand alone in brackets, as in «ti (!) mål».
fn is_aside(text: &str, mark: Mark) -> bool {
    mark.close > mark.end && char_before(text, mark.start).is_some_and(|c| c == '(' || c == '[')
}

/// Whether the mark belongs to a name: «Yahoo!».
fn is_marked_name(text: &str, mark: Mark) -> bool {
    let name = chunk_before(text, 0, mark.start).trim_start_matches(opens);
    text[mark.start..].starts_with('!') && names::MARKED.contains(&name)
}

/// Whether an ellipsis ends its sentence. One behind a blank is a pause, in which a name or an answer may follow: «Er det …
/// Ja, det er det.»
fn ends_pause(text: &str, mark: Mark, next: Next<'_>) -> bool {
    let is_pause = char_before(text, mark.start).is_some_and(char::is_whitespace) && mark.close == mark.end;
    match next {
        Next::Capital { word, .. } if is_pause => is_opener(word) && !grammar::ANSWERS.contains(&word),
        _ => true,
    }
}

/// Whether a colon ends a sentence: a sentence or a line of dialogue follows, not a name, and the colon does not
/// belong to a label or a title.
fn colon_ends(text: &str, start: usize, mark: Mark, next: Next<'_>) -> bool {
    let before = text[start..mark.start].trim_start_matches(|c: char| opens(c) || is_dash(c) || c == ' ');
    match next {
        Next::Dialogue | Next::Point => true,
        Next::Capital { word, at, quoted } => {
            !quoted
                && !is_label(before)
                && !is_enclosed(text, start, mark.start)
                && (is_opener(word) || !is_bare_name(text, at))
        }
        _ => false,
    }
}

/// Whether the words before a colon are a label or a number rather than such as announce a sentence.
fn is_label(words: &str) -> bool {
    words.len() < 3
        || words.bytes().all(|b| b.is_ascii_digit())
        || label(words).is_some_and(|label| label != Label::Section)
}

/// Whether guillemets or a bracket that opened shortly before `at` are still open.
fn is_enclosed(text: &str, start: usize, at: usize) -> bool {
    const LOOK_BACK: usize = 60;
    let before = &text[ceil(text, start.max(at.saturating_sub(LOOK_BACK)))..at];
    before
        .rfind(['«', '»', '(', ')'])
        .is_some_and(|quote| before[quote..].starts_with(['«', '(']))
}

/// Whether what starts at `at` is a name and no sentence: capitalised words up to a mark, a dash or «og».
fn is_bare_name(text: &str, mut at: usize) -> bool {
    const LONGEST: usize = 5;
    for _ in 0..LONGEST {
        let end = word_end(text, at, text.len());
        let rest = &text[end..];
        let next = rest.trim_start_matches(' ');
        if next.is_empty()
            || rest.starts_with(['.', ',', ';', '\n', '»'])
            || next.starts_with("og ")
            || next.starts_with(is_dash)
        {
            return true;
        }
        if !next.starts_with(char::is_uppercase) {
            return false;
        }
        at = text.len() - next.len();
    }
    false
}

/// Whether a single period with white space behind it ends a sentence.
fn period_ends(text: &str, start: usize, mark: Mark, next: Next<'_>) -> bool {
    let chunk = chunk_before(text, start, mark.start);
    let word = chunk.trim_start_matches(opens);
    let before = || text[start..mark.start - chunk.len()].trim_end();
    let closed = mark.close > mark.end;
    if !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit()) {
        return closed || number_ends(word, before(), next, next.is_opener());
    }
    if is_initials(word) {
        return initials_end(word, before(), next, next.is_opener());
    }
    match abbreviation(word) {
        None => true,
        Some(Follow::Bound) => closed && next.is_opener(),
        Some(Follow::Either) => next.is_opener() || opens_with_noun(next),
        Some(Follow::Closing) => next != Next::Digit,
    }
}

/// Whether a noun follows that news sentences open with, and no name: «Fjord Inc. Selskapet har …».
fn opens_with_noun(next: Next<'_>) -> bool {
    matches!(next, Next::Capital { word, .. } if grammar::OPENING_NOUNS.contains(&word))
}
