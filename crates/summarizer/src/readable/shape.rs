//! What is wrong with the shape of a sentence, whoever speaks in it.

use super::line::Line;
use crate::lexicon::{self, Class, Classes};
use memchr::{memchr, memchr2};
use notis_text::Case;
use notis_text::lists::connectives::TOGETHER;
use notis_text::lists::{grammar, page, pictures, speech};

/// Too short for a clause, or broken off.
pub(super) fn is_fragment(line: &Line<'_>) -> bool {
    is_short(line) || is_broken(line)
}

/// Without a capital or an end mark, with half of a pair of quotation marks, a point of a list, a reference.
pub(super) fn is_broken(line: &Line<'_>) -> bool {
    let text = line.text();
    let ends = text.ends_with(['.', '!', '?', '»', '"', '”', '…', ')']);
    !ends
        || text.starts_with(|c: char| c.is_lowercase() || matches!(c, '/' | '\\'))
        || is_half_quoted(text)
        || is_numbered(text)
        || matches!(line.word(0), "jf" | "jfr")
}

/// Too short for a clause: under three words, or under five without a verb. «Fondet sier nei.» is one.
pub(super) fn is_short(line: &Line<'_>) -> bool {
    const FEW: usize = 14;
    let verb = || line.present.has(Class::FiniteVerb);
    line.len() < 3 || (line.len() < 5 && !verb()) || (line.len() < FEW && !may_have_verb(line))
}

/// Whether a sentence may have a finite verb: an infinitive is none («Evnen til å tenke annerledes.»).
fn may_have_verb(line: &Line<'_>) -> bool {
    let finite = |i: usize| line.classes(i).has(Class::MaybeVerb) && (i == 0 || line.word(i - 1) != "å");
    line.present.has(Class::MaybeVerb) && (0..line.len()).any(finite)
}

/// Whether a sentence announces the one behind it: «Slik ser det ut: …». A few words in front of a colon are a label.
pub(super) fn announces(line: &Line<'_>) -> bool {
    const LABEL: usize = 6;
    line.len() > LABEL && line.text().ends_with(':')
}

/// Whether a sentence says yes or no to the question before it: «Går det an? Ein rektor meiner ja.»
pub(super) fn answers(line: &Line<'_>, question: &Line<'_>) -> bool {
    let answer = |word: &str| grammar::ANSWERING.contains(&word);
    question.text().ends_with('?') && (0..line.len()).any(|i| answer(line.word(i)))
}

/// Whether a sentence is a caption's kicker by itself, in capitals and with a colon: «STENGD BRU?:».
pub(super) fn is_kicker(line: &Line<'_>) -> bool {
    const LONGEST: usize = 60;
    let kicker = line
        .text()
        .strip_suffix(':')
        .filter(|kicker| kicker.len() <= LONGEST);
    kicker.is_some_and(|kicker| {
        let letters = || kicker.chars().filter(|c| c.is_alphabetic());
        letters().count() > 3 && letters().all(char::is_uppercase)
    })
}

/// Whether a sentence sends the reader to a service of the paper: «Sjekk Fjordavisas guide til …», «Se NNs oversikt over …».
pub(super) fn is_plug(line: &Line<'_>) -> bool {
    const REACH: usize = 6;
    let asks = page::SERVICE_REQUESTS.contains(&line.word(0));
    let service = |i: usize| line.word(i - 1).ends_with('s') && line.classes(i).has(Class::Service);
    asks && (2..REACH).any(service)
}

/// Whether a sentence tells nothing but who told it first: «Det var Fjordavisa som først omtalte saken.»
pub(super) fn tells_who_told(line: &Line<'_>) -> bool {
    const LONGEST: usize = 14;
    let told = |word: &str| speech::TOLD_FIRST.iter().any(|verb| word.starts_with(verb));
    let first = |word: &str| matches!(word, "først" | "fyrst");
    line.word(0) == "det"
        && matches!(line.word(1), "var" | "er")
        && line.len() <= LONGEST
        && (2..line.len()).any(|i| first(line.word(i)))
        && (2..line.len()).any(|i| told(line.word(i)))
}

/// Whether a quotation mark has no partner: the sentence was cut inside a quote.
fn is_half_quoted(text: &str) -> bool {
    // Most sentences have no byte of any.
    if memchr2(b'"', "«".as_bytes()[0], text.as_bytes()).is_none() {
        return false;
    }
    let count = |mark: char| text.matches(mark).count();
    count('"') % 2 == 1 || count('«') != count('»')
}

/// Whether a text opens like a point of a list: «2. Dersom …», «0004/03 Endring av …».
fn is_numbered(text: &str) -> bool {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &text[digits(text)..];
    let of_year = rest.strip_prefix('/').map(|year| &year[digits(year)..]);
    let point = rest
        .strip_prefix(". ")
        .is_some_and(|point| point.starts_with(char::is_uppercase));
    rest.len() < text.len() && (point || of_year.is_some_and(|title| title.starts_with(' ')))
}

/// Remains of the page: the bars of a head, a photo credit, what is said of a picture.
pub(super) fn is_page(line: &Line<'_>) -> bool {
    let text = line.text();
    let bar = memchr(b'|', text.as_bytes()).is_some() && text.contains(" | ");
    let picture = |i| line.classes(i).has(Class::Picture);
    let of_picture = picture(0) || (picture(1) && line.classes(0).has(Class::Preposition));
    bar || of_picture
        || is_plug(line)
        || is_post(text)
        || shows(line)
        || stutters(line)
        || is_glued(text)
        || is_caption(text)
        || (line.present.has(Class::Credit) && lexicon::has_credit(text))
}

/// Whether a sentence was posted: it has an address, a tag, or a picture in place of a word.
fn is_post(text: &str) -> bool {
    // Signs of four bytes are pictures; of three bytes, those between «☀» and «❤» and the notes.
    let is_picture = |w: &[u8]| w[0] >= 0xF0 || (w[0] == 0xE2 && matches!(w[1], 0x98..=0x9D));
    let is_tag = |w: &[u8]| matches!(w[0], b'@' | b'#') && w[1].is_ascii_alphabetic();
    has_any(text, |b| (b == b'@') | (b == b'#') | (b == 0xE2) | (b >= 0xF0))
        && text.as_bytes().windows(2).any(|w| is_tag(w) || is_picture(w))
}

/// Whether a sentence shows what is on a picture: «Her er Kari Vik på brua.» «Her er det mange som …» tells something.
fn shows(line: &Line<'_>) -> bool {
    const PICTURE: usize = 16;
    const SOMEBODY: Classes = Classes::of(&[Class::SingularSubject, Class::They]);
    let named = |i: usize| line.word(i).is_empty() || line.classes(i).meets(SOMEBODY);
    let capital = || line.len() > 2 && line.article().tokens[line.first + 2].case != Case::Lower;
    let seen = pictures::SEEN.contains(&line.word(1));
    let from_before = || !line.present.has(Class::FiniteVerb) && is_from_before(line.text());
    let beside = line.classes(1).has(Class::Preposition) || TOGETHER.contains(&line.word(1));
    let pictured = line.word(0) == "avbildet" || (line.word(0) == "her" && line.word(1) == "avbildet");
    pictured
        || (line.len() < PICTURE && from_before())
        || line.word(0) == "her"
            && (seen && (named(2) || capital()) || beside && !line.present.has(Class::FiniteVerb))
}

/// Whether a sentence says where or when its picture was taken: «Ordføraren, her på brua i fjor.»
fn is_from_before(text: &str) -> bool {
    const HERE: &str = ", her ";
    let goes_on = |rest: &str| {
        pictures::BEHIND_INSERTED_HERE
            .iter()
            .any(|word| rest.starts_with(word))
    };
    text.match_indices(HERE)
        .any(|(at, _)| goes_on(&text[at + HERE.len()..]))
}

/// Whether any byte of a text is such a one. No byte ends the search, so that a processor asks of many at a time.
fn has_any(text: &str, is_such: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |any, byte| any | is_such(byte))
}

/// Whether a number and a name are one word, as the lines of a list are whose breaks were lost: «kl. 18.30Fjell – Dal».
fn is_glued(text: &str) -> bool {
    let glued = |w: &[u8]| {
        w[0].is_ascii_digit() && w[1].is_ascii_uppercase() && w[2..].iter().all(u8::is_ascii_lowercase)
    };
    let bytes = text.as_bytes();
    has_any(text, |b| b.is_ascii_digit()) && bytes.windows(4).any(glued)
}

/// Whether two words stand there twice: «Fjord Bank Fjord Bank er …», where the explanation of a term was glued to it.
fn stutters(line: &Line<'_>) -> bool {
    let types = &line.article().token_types[line.tokens()];
    let named = |i: usize| line.article().tokens[line.first + i].case != Case::Lower;
    (3..types.len()).any(|i| types[i] == types[i - 2] && types[i - 1] == types[i - 3] && named(i - 3))
}

/// Whether a text opens like a caption whose picture is gone: «STENGD BRU: Vegen over elva i går.» One word in capitals may
/// be the name of who speaks, or a place.
pub(super) fn is_caption(text: &str) -> bool {
    if memchr(b':', text.as_bytes()).is_none() {
        return false;
    }
    let head = text.split_once(": ").map_or("", |(head, _)| head);
    let capitals = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-');
    head.split(' ').count() >= 2 && head.split(' ').all(capitals)
}

/// A clause that lacks its subject («Ga ikke beskjed.») or the main clause («Når vi vet hvem det er.»).
fn is_part_of_clause(line: &Line<'_>) -> bool {
    const NEED_MORE: Classes = Classes::of(&[Class::FiniteVerb, Class::Subordinator]);
    (line.classes(0).meets(NEED_MORE) || line.word(0) == "at") && !line.text().contains(',')
}

/// A sentence of more words is a chore to read, and often several that were glued together.
const LONGEST: usize = 60;

/// What is wrong with the shape of a sentence that is neither a fragment nor remains of the page: a question, a cry.
pub(super) fn flaw(line: &Line<'_>) -> f32 {
    let text = line.text();
    if text.ends_with(['?', '…', ':']) || text.ends_with("...") || is_part_of_clause(line) {
        0.9
    } else if text.ends_with('!') {
        0.5
    } else if line.len() > LONGEST {
        0.4
    } else if line.len() < 7 {
        0.3
    } else {
        0.0
    }
}
