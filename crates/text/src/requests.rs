//! Sentences by which a page sends its reader somewhere else: «Se hele tabellen nederst i saken.», «Sjekk Fjordavisas guide
//! til strømavtaler», and the question in front of one: «Betaler du for mye for strøm?»

use crate::labels::Head;
use crate::lists::{nouns, page};
use crate::scan::floor;
use crate::sieve::Sieve;
use std::sync::LazyLock;

static REQUESTS: LazyLock<Sieve> = LazyLock::new(|| Sieve::of(page::REQUESTS.iter().copied()));

/// Words of the longest request.
const WORDS: usize = 16;

/// Bytes of the request of the page that `rest` opens with, its end mark included.
#[inline]
pub(crate) fn request(rest: &str) -> Option<usize> {
    // Verbs are short, and a text without spaces is not read to its end for one.
    const LONGEST_VERB: usize = 16;
    let verb = rest.bytes().take(LONGEST_VERB).position(|byte| byte == b' ')?;
    REQUESTS
        .may_hold(&rest[..verb])
        .then(|| asks(rest, verb))
        .flatten()
}

fn asks(rest: &str, verb: usize) -> Option<usize> {
    const LONGEST: usize = 140;
    let is_verb =
        rest.starts_with(char::is_uppercase) && page::REQUESTS.contains(&Head::of(&rest[..verb]).as_str());
    if !is_verb {
        return None;
    }
    let near = &rest[..floor(rest, rest.len().min(LONGEST + 1))];
    let end = near.find(['.', '!', ':', '?']).unwrap_or(near.len());
    let sentence = &rest[..end];
    let whole = end < near.len() || near.len() == rest.len();
    let few = whole && sentence.split_whitespace().nth(WORDS).is_none();
    let asks = few && !rest[end..].starts_with('?') && (sends_away(sentence) || offers_service(sentence));
    asks.then_some(rest.len().min(end + 1))
}

/// Whether `sentence` ends in where the page sends its reader.
fn sends_away(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    page::REQUEST_ENDS.iter().any(|end| small.ends_with(end))
}

/// Whether the words behind the verb name a service of a newspaper: «Se Fjordavisas oversikt over …».
fn offers_service(sentence: &str) -> bool {
    const REACH: usize = 7;
    let words: Vec<&str> = sentence.split(' ').take(REACH).collect();
    words.windows(2).skip(1).any(|pair| {
        let named = pair[0].starts_with(char::is_uppercase) && pair[0].ends_with('s') || pair[0] == "vår";
        let service = pair[1].trim_end_matches(['.', ',', ':']);
        named && nouns::SERVICES.split(' ').any(|noun| noun == service)
    })
}

/// Whether `question`, in front of a request, asks its reader what that answers.
pub(crate) fn leads_to_request(question: &str) -> bool {
    const LONGEST: usize = 12;
    let to_reader = |word: &str| page::TO_READER.contains(&word);
    question.ends_with('?')
        && question.split_whitespace().nth(LONGEST).is_none()
        && question.split_whitespace().any(to_reader)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_sends_its_readers_somewhere_else() {
        for text in [
            "Se hele tabellen nederst i saken.",
            "Les mer om brua her. Den er fra 1952.",
            "Sjekk Fjordavisas guide til strømavtaler",
            "Se innslaget her:",
            "Høyr heile intervjuet i podkasten. Brua",
        ] {
            assert!(request(text).is_some(), "{text}");
        }
        for text in [
            "Se om du finner feilen.",
            "Les bøker, sier læreren her i Vik som aldri har lest en eneste en selv. Her",
            "Sena er her.",
            "Ser du brua her?",
            "Finn Dale er her i kveld?",
        ] {
            assert_eq!(request(text), None, "{text}");
        }
        assert!(leads_to_request("Betaler du for mye for strøm?"));
        assert!(!leads_to_request("Hvem stengte brua?"));
    }
}
