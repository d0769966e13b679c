//! Who says a quote.
//!
//! Norwegian news reports speech in three ways: a dash and a reporting clause behind the quote («– Vi venter, sier
//! ordføreren.»), guillemets with the clause on either side («Ordføreren sier: «Vi venter.»»), and a source
//! («ifølge ordføreren»). The clause is found by its verb, and the speaker by the words between the verb and the next
//! preposition or mark, titles included.

use crate::lists::{connectives, endings, speech};
use crate::scan::is_dash;
use crate::span::Span;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// A reporting clause and the one who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The clause: «sier ordfører Kari Dale til NTB», «ifølge politiet», «Ordføreren sa».
    pub clause: Span,
    /// The one who speaks, with a title: «ordfører Kari Dale», «politiet», «hun».
    pub speaker: Span,
}

/// Verbs of saying, in the forms that reporting clauses take in either written form.
static VERBS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lists = [speech::PLAIN_VERBS, speech::PAINTING_VERBS];
    lists.into_iter().flat_map(str::split_whitespace).collect()
});

/// Whether `word` is a verb of saying, in a form that reporting clauses take.
pub(crate) fn is_verb_of_saying(word: &str) -> bool {
    VERBS.contains(word)
}

/// The reporting clause in `span`, a sentence or a paragraph of `text`.
///
/// ```
/// use notis_text::{Span, attribution};
/// let text = "– Vi held vegen stengd i natt, seier geolog Kari Dale til avisa.";
/// let found = attribution(text, Span::new(0, text.len())).unwrap();
/// assert_eq!(found.clause.of(text), "seier geolog Kari Dale til avisa");
/// assert_eq!(found.speaker.of(text), "geolog Kari Dale");
/// ```
pub fn attribution(text: &str, span: Span) -> Option<Attribution> {
    let span = span.trimmed(text);
    let is_dialogue = span.of(text).starts_with(is_dash);
    let mut open_quotes = 0i32;
    for word in words(text, span) {
        let before = text[span.start..word.start].trim_end();
        if open_quotes <= 0 {
            let found = match word.bare(text) {
                "ifølge" | "Ifølge" | "ifølgje" | "Ifølgje" => clause_behind(text, span, word),
                verb if !is_verb_of_saying(verb) => None,
                _ if closes_quote(before, is_dialogue) => clause_behind(text, span, word),
                _ if introduces_quote(&text[word.bare_end(text)..span.end]) => {
                    clause_before(text, span, word)
                }
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        open_quotes += balance(word.of(text));
    }
    None
}

/// A stretch between blanks.
#[derive(Clone, Copy)]
struct Word {
    start: usize,
    end: usize,
}

impl Word {
    fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// The end of the word without the marks behind it.
    fn bare_end(self, text: &str) -> usize {
        self.start
            + self
                .of(text)
                .trim_end_matches(|c: char| !c.is_alphanumeric())
                .len()
    }

    /// The word without the marks around it.
    fn bare(self, text: &str) -> &str {
        self.of(text).trim_matches(|c: char| !c.is_alphanumeric())
    }
}

/// The words of `span`.
fn words(text: &str, span: Span) -> impl Iterator<Item = Word> {
    let mut at = span.start;
    span.of(text).split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some(Word {
            start,
            end: start + word.len(),
        })
    })
}

/// Guillemets opened less those closed.
fn balance(word: &str) -> i32 {
    word.chars()
        .map(|c| i32::from(c == '«') - i32::from(c == '»'))
        .sum()
}

/// Whether a quote ends with `before`, so that a verb of saying behind it opens the reporting clause. Guillemets without a
/// mark at their end stand around words inside a sentence.
fn closes_quote(before: &str, is_dialogue: bool) -> bool {
    const CLOSERS: [char; 3] = ['»', '"', '”'];
    const MARKS: [char; 5] = [',', '!', '?', '–', '…'];
    let inner = before.trim_end_matches(CLOSERS);
    let quoted = inner.len() < before.len() && inner.ends_with(MARKS)
        || before.trim_end_matches(',').ends_with(CLOSERS) && before.ends_with(',');
    quoted || is_dialogue && before.len() > '–'.len_utf8() && before.ends_with(MARKS)
}

/// Whether a quote begins in `behind`, with a colon or «at» in front of it.
fn introduces_quote(behind: &str) -> bool {
    let quote = behind
        .strip_prefix(':')
        .or(behind.trim_start().strip_prefix("at "));
    quote.is_some_and(|quote| quote.trim_start().starts_with(['«', '“', '"', '–']))
}

/// The clause that opens with the verb (or «ifølge») `verb` and the speaker in it.
fn clause_behind(text: &str, span: Span, verb: Word) -> Option<Attribution> {
    let rest = &text[verb.end..span.end];
    let end = verb.end + rest.find(['.', '!', '?', ':', '«']).unwrap_or(rest.len());
    let clause = Span::new(verb.start, end).trimmed(text);
    let speaker = speaker_in(text, Span::new(verb.end.min(end), end))?;
    Some(Attribution { clause, speaker })
}

/// The clause that ends with the verb `verb` in front of a quote: «Ordføreren sier: «…»».
fn clause_before(text: &str, span: Span, verb: Word) -> Option<Attribution> {
    const WORDS: usize = 6;
    let before = &text[span.start..verb.start];
    let start = before.rfind(['.', '!', '?', ':', '»', ',']);
    let skipped = start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let speaker = Span::new(span.start + skipped, verb.start).trimmed(text);
    let is_clause = |word: &str| ends_speaker(word, false) || connectives::CLAUSE_SIGNS.contains(&word);
    let named = !speaker
        .of(text)
        .split(' ')
        .any(|word| is_clause(&word.to_lowercase()));
    let few = speaker.of(text).split_whitespace().nth(WORDS).is_none();
    (named && few && !speaker.is_empty()).then(|| Attribution {
        clause: Span::new(speaker.start, verb.end).trimmed(text),
        speaker,
    })
}

/// The speaker that `clause` (what follows the verb) opens with.
fn speaker_in(text: &str, clause: Span) -> Option<Span> {
    let mut speaker: Option<Span> = None;
    let (mut named, mut in_apposition) = (false, false);
    for word in words(text, clause) {
        let bare = word.bare(text);
        let capital = bare.starts_with(char::is_uppercase);
        if speaker.is_none() && is_filler(bare) {
            continue;
        }
        if speaker.is_some() && (ends_speaker(bare, named) || in_apposition && !capital) {
            break;
        }
        speaker = Some(Span::new(
            speaker.map_or(word.start, |s| s.start),
            word.start + word.of(text).trim_end_matches([',', ';']).len(),
        ));
        named |= capital || is_definite(bare);
        in_apposition |= word.of(text).ends_with(',');
        if is_pronoun(bare) || in_apposition && named && !next_is_capital(text, word.end, clause.end) {
            break;
        }
    }
    speaker.filter(|span| !span.is_empty())
}

fn next_is_capital(text: &str, at: usize, end: usize) -> bool {
    text[at..end].trim_start().starts_with(char::is_uppercase)
}

/// Words between the verb and the speaker: «heter det i», «legger … til», «sier så».
fn is_filler(word: &str) -> bool {
    speech::FILLERS.contains(&word)
}

/// Whether `word` stands behind the speaker and not inside; an indefinite title may hold «i» and «for».
fn ends_speaker(word: &str, named: bool) -> bool {
    speech::BEHIND_SPEAKERS.contains(&word) || named && speech::BEHIND_NAMED_SPEAKERS.contains(&word)
}

/// Whether `word` is a noun in the definite form, to judge by its end: «departementet», «politiet».
fn is_definite(word: &str) -> bool {
    const SHORTEST: usize = 6;
    word.len() >= SHORTEST
        && endings::DEFINITE_SINGULAR
            .iter()
            .chain(endings::DEFINITE_PLURAL)
            .any(|end| word.ends_with(end))
}

fn is_pronoun(word: &str) -> bool {
    speech::PRONOUNS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speaker(text: &str) -> Option<&str> {
        attribution(text, Span::new(0, text.len())).map(|found| found.speaker.of(text))
    }

    #[test]
    fn the_speaker_stands_behind_the_verb() {
        for (text, want) in [
            ("– Vi venter på svar, sier hun.", "hun"),
            (
                "– Vi er glade! sier ordfører Kari Dale til NTB.",
                "ordfører Kari Dale",
            ),
            ("– Kva no? spør rektor Ola Berg ved skulen.", "rektor Ola Berg"),
            (
                "- Det er trist, sier daglig leder i Fjell Bakeri, Per Moe, til avisen.",
                "daglig leder i Fjell Bakeri, Per Moe",
            ),
            (
                "«Dette går ikke», skriver departementet i et brev.",
                "departementet",
            ),
            (
                "– Arbeidet går sin gang, heter det i en uttalelse fra Fjordlaks.",
                "en uttalelse fra Fjordlaks",
            ),
            ("Ifølge politiet er brua trygg.", "politiet"),
            ("Brua er trygg, ifølge Statens vegvesen.", "Statens vegvesen"),
        ] {
            assert_eq!(speaker(text), Some(want), "{text}");
        }
    }

    #[test]
    fn the_speaker_stands_before_the_verb() {
        assert_eq!(speaker("Ordføreren sa: «Vi må snu.»"), Some("Ordføreren"));
        assert_eq!(
            speaker("Rektor Ola Berg meiner at «ingen tapar på dette»."),
            Some("Rektor Ola Berg")
        );
    }

    #[test]
    fn speech_inside_a_quote_and_plain_text_have_no_speaker() {
        assert_eq!(speaker("– Jeg vet ikke hva de sier der borte."), None);
        assert_eq!(speaker("Han sier ikke mye."), None);
        assert_eq!(speaker("«Da sier vi nei.»"), None);
        assert_eq!(speaker("Dei som seier at «nei er nei», har rett."), None);
        assert_eq!(speaker(""), None);
        assert_eq!(speaker("–"), None);
    }
}
