//! Pictures' captions and credits.

use super::agencies;
use super::head::is_shouted;
use crate::block::BlockKind;
use crate::labels::{Label, label};
use crate::lists::names::{ACRONYMS, PARTICLES, TITLES};
use crate::lists::newsrooms::{AGENCIES, PICTURE_AGENCIES};
use crate::openers::is_opener;
use crate::scan::{ceil, chunk_before, floor, is_dash, skip_space};
use crate::sentences::Scanner;
use crate::span::Span;
use memchr::{memchr, memrchr_iter};

/// The kind of a line, with its first colon, that is a picture's caption or its credit, told by a label, by a credit at the
/// end, or by a kicker in capitals: «NY BRU: Her er …».
pub(super) fn kind_of_line(line: &str, colon: usize) -> Option<BlockKind> {
    const KICKER: usize = 60;
    // An article whose breaks were lost may open with a credit.
    const LONGEST_CREDIT: usize = 300;
    if colon <= KICKER {
        let words = line[..colon].trim_start_matches('(');
        match label(words) {
            Some(Label::Credit) if line.len() <= LONGEST_CREDIT => return Some(BlockKind::Credit),
            None if is_kicker(words, &line[colon + 1..]) => return Some(BlockKind::Caption),
            _ => {}
        }
    }
    ends_in_credit(line).then_some(BlockKind::Caption)
}

/// Whether `words` in front of a colon are a caption's kicker, in capitals, and `rest` is the one sentence of a caption
/// that has no credit.
fn is_kicker(words: &str, rest: &str) -> bool {
    const WORDS: usize = 5;
    const SHORTEST: usize = 4;
    let acronym = words.len() < SHORTEST || ACRONYMS.contains(&words);
    is_shouted(words)
        && !acronym
        && !words.contains(|c: char| c.is_ascii_digit() || c == '(')
        && words.split_whitespace().nth(WORDS).is_none()
        && rest.starts_with(' ')
        && !rest.contains(". ")
}

/// Whether a credit stands at the end of `line`, and little enough in front of it to be a caption.
fn ends_in_credit(line: &str) -> bool {
    const LONGEST_NAME: usize = 100;
    const LONGEST: usize = 700;
    let from = floor(line, line.len().saturating_sub(LONGEST_NAME));
    line.len() <= LONGEST
        && memrchr_iter(b':', &line.as_bytes()[from..])
            .any(|colon| credit_label(line, from + colon).is_some())
}

/// The start of the credit label whose colon stands at `colon`, if one does.
fn credit_label(text: &str, colon: usize) -> Option<usize> {
    let word = chunk_before(text, 0, colon).trim_start_matches('(');
    let shown = word.starts_with(char::is_uppercase) || word == "foto";
    (shown && label(word) == Some(Label::Credit)).then_some(colon - word.len())
}

/// Whether `words` open with a credit, in brackets or not: «Foto: Kari Dale», «(Foto: …».
pub(super) fn opens_credit(words: &str) -> bool {
    const LONGEST_LABEL: usize = 30;
    let words = words.trim_start_matches('(');
    let head = &words.as_bytes()[..words.len().min(LONGEST_LABEL)];
    memchr(b':', head).is_some_and(|colon| credit_label(words, colon) == Some(0))
        || agencies::is_credit(words)
}

/// The start of the «Av:» whose colon stands at `colon`, between two sentences.
fn byline_label(text: &str, colon: usize) -> Option<usize> {
    let start = text[..colon].strip_suffix("Av")?.len();
    let names = text[colon + 1..]
        .strip_prefix(' ')?
        .starts_with(char::is_uppercase);
    let before = text[..start].trim_end();
    (names && (before.is_empty() || before.ends_with(['.', '!', '?', '»']))).then_some(start)
}

/// The first caption, credit or byline in `span` whose colon stands at or after `at`, and the position behind it.
pub(super) fn next_picture(text: &str, span: Span, mut at: usize) -> Option<(BlockKind, Span)> {
    let bytes = &text.as_bytes()[..span.end];
    loop {
        at += memchr(b':', &bytes[at..])?;
        if let Some(label) = credit_label(text, at).filter(|&label| label >= span.start) {
            return Some(picture_around(text, span, label, at + 1));
        }
        if let Some(start) = byline_label(text, at).filter(|&start| start >= span.start) {
            return Some((
                BlockKind::Byline,
                Span::new(start, credit_end(text, at + 1, span.end)),
            ));
        }
        at += 1;
    }
}

/// The credit whose label stands at `label`, with the sentence in front of it, which tells what the picture shows, and
/// that sentence's kicker.
fn picture_around(text: &str, span: Span, label: usize, colon: usize) -> (BlockKind, Span) {
    let end = bracket_end(text, label, span.end).unwrap_or_else(|| credit_end(text, colon, span.end));
    picture(text, span, Span::new(label, end))
}

/// The caption or the credit that ends in `credit`. A name at the end of a text may be its writer's: then it is no picture.
pub(super) fn unlabelled(text: &str, span: Span, credit: Span) -> (BlockKind, Span) {
    if text[credit.end..].trim().is_empty() {
        (BlockKind::Credit, credit)
    } else {
        picture(text, span, credit)
    }
}

/// A credit with the sentence in front of it.
fn picture(text: &str, span: Span, credit: Span) -> (BlockKind, Span) {
    const LOOK_BACK: usize = 500;
    let label = credit.start;
    let from = ceil(text, span.start.max(label.saturating_sub(LOOK_BACK)));
    let (mut start, mut kicker) = (label, None);
    for sentence in Scanner::new(text, Span::new(from, label)) {
        start = kicker.unwrap_or(sentence.start);
        kicker = sentence.of(text).ends_with(':').then_some(start);
    }
    // What somebody said is no caption.
    if text[start..label].starts_with(is_dash) {
        start = label;
    }
    let kind = if start == label {
        BlockKind::Credit
    } else {
        BlockKind::Caption
    };
    (kind, Span::new(start, credit.end))
}

/// The end of the bracket that a credit at `label` stands in: «(Foto: Kari Dale)».
fn bracket_end(text: &str, label: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 120;
    text[..label].ends_with('(').then_some(())?;
    let inside = &text[label..floor(text, end.min(label + LONGEST))];
    let close = inside.find([')', '('])?;
    inside[close..].starts_with(')').then_some(label + close + 1)
}

/// The end of the names behind the colon of a credit: at an agency, a mark, a word that opens sentences, or the name in
/// front of a word in small letters, which begins the next sentence.
pub(super) fn credit_end(text: &str, colon: usize, end: usize) -> usize {
    const WORDS: usize = 9;
    let (mut at, mut last, mut one_before) = (colon, colon, None);
    for _ in 0..WORDS {
        let start = skip_space(text, at, end);
        let len = text[start..end].find(char::is_whitespace).unwrap_or(end - start);
        let word = &text[start..start + len];
        at = start + len;
        let again = || word.strip_suffix(':').and_then(label) == Some(Label::Credit);
        if matches!(word, "," | "/" | "og" | "-" | "–" | "&" | "via") || again() {
            continue;
        }
        let name = word.trim_matches(['.', ',', ')', '(', '/']);
        if last > colon && is_particle(name, &text[at..end]) {
            continue;
        }
        // «NTB scanpix» is written with a small letter, too.
        let agency = is_agency(name);
        let opens = last > colon && (is_opener(name) || !agency && is_title(name));
        if !(agency || name.starts_with(char::is_uppercase)) || opens {
            let sentence_follows = name.starts_with(char::is_lowercase);
            return one_before.filter(|_| sentence_follows).unwrap_or(last);
        }
        if last > colon && opens_kicker(name) && !agency && !is_shouted(&text[colon..last]) {
            // A caption's kicker: «Foto: Kari Dale NY BRU: …».
            return last;
        }
        one_before = (last > colon).then_some(last);
        last = at;
        // «H.W. Dale» goes on.
        let closed = word.ends_with(['.', ')']) && name.chars().count() > 1 && !name.contains('.');
        if closed || agency && !goes_on(&text[at..end]) || shouts_no_more(name, &text[at..end]) {
            break;
        }
    }
    last
}

/// Whether `word` stands in a name in front of `rest`: «Geoffroy van der Hasselt».
fn is_particle(word: &str, rest: &str) -> bool {
    let goes_on = |c: char| c.is_uppercase() || c == 'v' || c == 'd';
    PARTICLES.contains(&word) && rest.trim_start().starts_with(goes_on)
}

/// Whether a word with a capital says what somebody is, and not who: «Politiadvokat».
fn is_title(word: &str) -> bool {
    let small = |word: &str| word.ends_with(char::is_lowercase);
    small(word)
        && TITLES
            .iter()
            .any(|title| word.len() > title.len() && word.ends_with(title) || first_is(word, title))
}

/// Whether `word` is `title` with a capital.
fn first_is(word: &str, title: &str) -> bool {
    word.get(1..) == title.get(1..) && word.to_lowercase() == title
}

/// Whether `name` is no initial, and written in capitals.
fn opens_kicker(name: &str) -> bool {
    !name.contains('.') && is_shouted(name)
}

/// Whether another agency follows one: «AP / NTB», «NTB scanpix».
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    let next = rest.split(' ').next().unwrap_or_default();
    rest.starts_with(['/', '(']) || is_agency(next.trim_matches(['.', ',', ')', '(']))
}

/// Whether a photographer's name in capitals ends in `name`: «JOHAN DALE Brua er ny.»
fn shouts_no_more(name: &str, rest: &str) -> bool {
    const SHORTEST: usize = 4;
    let next = rest.trim_start().split(' ').next().unwrap_or_default();
    let ends = next.starts_with(char::is_uppercase) && !is_shouted(next) && !is_agency(next);
    name.len() >= SHORTEST && is_shouted(name) && ends
}

/// Whether `name` is an agency that sells pictures.
pub(super) fn is_agency(name: &str) -> bool {
    let listed = |part: &str| {
        let mut agencies = AGENCIES.iter().chain(PICTURE_AGENCIES);
        agencies.any(|agency| agency.eq_ignore_ascii_case(part))
    };
    name.split(['/', ',']).any(listed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of_line(line: &str) -> Option<BlockKind> {
        super::kind_of_line(line, line.find(':')?)
    }

    #[test]
    fn lines_with_a_credit_are_captions() {
        use BlockKind::{Caption, Credit};
        assert_eq!(
            kind_of_line("BRUA: Slik vert ho. Foto: Kari Dale , NTB"),
            Some(Caption)
        );
        assert_eq!(kind_of_line("Slik vert brua. (Foto: Kari Dale)"), Some(Caption));
        assert_eq!(
            kind_of_line("GLAD FOR SVARET: Ordførar Kari Dale."),
            Some(Caption)
        );
        assert_eq!(
            kind_of_line("TEIKNING: Slik vert ho. Ikkje ulik ei bru. Foto: Kari Dale"),
            Some(Caption)
        );
        assert_eq!(kind_of_line("Foto: Kari Dale"), Some(Credit));
        assert_eq!(
            kind_of_line("BERGEN: Det kom mange. Dei som stod, stod lenge."),
            None
        );
        assert_eq!(kind_of_line("Ho sa det slik: Me ventar."), None);
        for line in [
            "FILM: Den beste i år.",
            "NOU 2011: Heile rapporten.",
            "FAO: Færre svelt.",
        ] {
            assert_eq!(kind_of_line(line), None, "{line}");
        }
    }

    #[test]
    fn a_credit_inside_a_text_ends_where_the_next_sentence_begins() {
        for (text, want) in [
            (
                "Her står ho. Foto: Kari Dale , NTB Det var sent.",
                "Her står ho. Foto: Kari Dale , NTB",
            ),
            (
                "Her står ho. Foto: Kari Dale Ordføraren kom.",
                "Her står ho. Foto: Kari Dale",
            ),
            (
                "Her står ho. Foto: Kari Dale / AP / NTB scanpix Ola Moe kom.",
                "Her står ho. Foto: Kari Dale / AP / NTB scanpix",
            ),
            (
                "Her står ho. (Foto: AP Photo/Kari Dale/NTB scanpix.) Ola Moe kom.",
                "Her står ho. (Foto: AP Photo/Kari Dale/NTB scanpix.)",
            ),
            (
                "Her står ho. Foto: K.A. Dale / TT NYHETSBYRÅN Ola Moe kom.",
                "Her står ho. Foto: K.A. Dale / TT NYHETSBYRÅN",
            ),
            (
                "Her står ho. Foto: Kari van der Dale / AP Brua er open.",
                "Her står ho. Foto: Kari van der Dale / AP",
            ),
            (
                "Her står ho. Foto: Kari Dale Politiadvokat Ola Moe kom.",
                "Her står ho. Foto: Kari Dale",
            ),
            ("Ho står. Av: Kari Dale Brua er open.", "Av: Kari Dale"),
            (
                "Her står ho. (Foto: Kari dale) Ola Moe kom.",
                "Her står ho. (Foto: Kari dale)",
            ),
            (
                "Her står ho. FOTO: KARI DALE Ola Moe kom.",
                "Her står ho. FOTO: KARI DALE",
            ),
            (
                "Han gjekk. NY BRU: Slik vert ho. Foto: AFP Politiet kom.",
                "NY BRU: Slik vert ho. Foto: AFP",
            ),
        ] {
            let span = Span::new(0, text.len());
            let found = next_picture(text, span, 0).map(|(_, picture)| picture.of(text));
            assert_eq!(found, Some(want));
        }
    }
}
