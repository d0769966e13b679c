//! Web and e-mail addresses.

use super::Token;
use crate::span::Span;

/// The longest domain name there can be, in bytes (RFC 1035).
const LONGEST_DOMAIN: usize = 253;

/// The top-level domains that make two words with a period between them a web address.
const TOP_LEVEL: [&str; 22] = [
    "no", "com", "org", "net", "info", "se", "dk", "fi", "is", "eu", "uk", "de", "fr", "nl", "ru", "ua",
    "io", "tv", "nu", "edu", "gov", "ai",
];

/// The address that the word at `word` is part of, if it is. Of an e-mail address the parts in front of the word may
/// already stand in `before`: they are taken back.
pub(super) fn around(text: &str, word: Span, before: &mut Vec<Token>) -> Option<Span> {
    let rest = &text.as_bytes()[word.end..];
    match rest.first()? {
        b':' if rest.starts_with(b"://") => Some(Span::new(word.start, url_end(text, word.end + 3))),
        b'@' => mail(text, word, before),
        b'.' => {
            let host = domain_end(text, word.start, word.end)?;
            let end = if text[host..].starts_with('/') {
                url_end(text, host)
            } else {
                host
            };
            Some(Span::new(word.start, end))
        }
        _ => None,
    }
}

/// A web address goes to the next white space or quote, without the punctuation of the sentence it stands in.
fn url_end(text: &str, from: usize) -> usize {
    let stop = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '”' | '“');
    let rest = &text[from..];
    let run = &rest[..rest.find(stop).unwrap_or(rest.len())];
    from + run
        .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '…'])
        .len()
}

/// Where the domain name ends that opens at `start` and has a period at `period`, if it ends in a top-level domain.
fn domain_end(text: &str, start: usize, period: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes[start..period].iter().all(|&b| is_domain_byte(b)) {
        return None;
    }
    let run = bytes[period..]
        .iter()
        .take(LONGEST_DOMAIN)
        .take_while(|&&b| is_domain_byte(b))
        .count();
    let name = text[start..period + run].trim_end_matches(['.', '-']);
    let end = start + name.len();
    let ends_there = text[end..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    (name
        .rsplit_once('.')
        .is_some_and(|(_, top)| TOP_LEVEL.contains(&top))
        && ends_there)
        .then_some(end)
}

fn is_domain_byte(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-')
}

fn mail(text: &str, word: Span, before: &mut Vec<Token>) -> Option<Span> {
    let bytes = text.as_bytes();
    let domain = word.end + 1;
    let run = bytes[domain..]
        .iter()
        .take(LONGEST_DOMAIN)
        .take_while(|&&b| is_domain_byte(b))
        .count();
    let name = text[domain..domain + run].trim_end_matches(['.', '-']);
    if !name.contains('.') || name.starts_with(['.', '-']) {
        return None;
    }
    let local = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    let mut start = word.start;
    while let Some(last) = before.last() {
        let reaches = last.span.end < start && bytes[last.span.start..start].iter().all(|&b| local(b));
        if !reaches {
            break;
        }
        start = last.span.start;
        before.pop();
    }
    Some(Span::new(start, domain + name.len()))
}
