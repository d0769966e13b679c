//! Whether a sentence can be read by itself, and what must be changed so that it can.
//!
//! A sentence torn out of its article may open by pointing back at what was left out («Det ble det ikke noe av»), be a
//! quote without its speaker, or carry what only the page needed. The rules here are written from Norwegian grammar in
//! both written forms. They are careful: a sentence is called self-contained only where nothing speaks against it,
//! since there is nearly always another one to choose.

mod given_names;
mod lexicon;
mod opener;
mod persons;
mod quote;
mod trim;

use crate::digest::pieces;
use crate::words::{self, Known};
use crate::{Candidate, Cost, Document, Edit};
use lexicon::Class;
pub(crate) use lexicon::{Classes, classes};
use notis_text::{Analysis, Span};
use opener::Link;
use persons::Persons;
use quote::Voice;
use std::ops::Range;

/// An article with what is known of each of its distinct words.
pub(crate) struct Reader<'d> {
    article: &'d Analysis<'d>,
    words: &'d [Known],
}

impl<'d> Reader<'d> {
    pub(crate) fn new(article: &'d Analysis<'d>, words: &'d [Known]) -> Self {
        Reader { article, words }
    }

    fn line(&self, span: Span) -> Line<'_> {
        self.line_of(span, self.article.indices_in(span))
    }

    /// The line at `span`, which has these tokens.
    fn line_of(&self, span: Span, tokens: Range<usize>) -> Line<'_> {
        let types = &self.article.token_types[tokens.clone()];
        let classes = types.iter().map(|&id| self.words[id as usize].classes);
        Line {
            reader: self,
            span,
            first: tokens.start,
            end: tokens.end,
            present: classes.fold(Classes::default(), Classes::and),
        }
    }
}

/// A sentence, or a part of one, as the rules see it.
#[derive(Clone, Copy)]
struct Line<'r> {
    reader: &'r Reader<'r>,
    span: Span,
    /// Indices of its tokens.
    first: usize,
    end: usize,
    /// The classes of all its words.
    present: Classes,
}

impl<'r> Line<'r> {
    fn article(&self) -> &'r Analysis<'r> {
        self.reader.article
    }

    fn text(&self) -> &'r str {
        self.article().slice(self.span)
    }

    fn len(&self) -> usize {
        self.end - self.first
    }

    /// The indices of its tokens.
    fn tokens(&self) -> Range<usize> {
        self.first..self.end
    }

    /// The folded form of its `i`-th word; empty beyond its end.
    fn word(&self, i: usize) -> &'r str {
        if self.first + i < self.end {
            self.article().form(self.first + i)
        } else {
            ""
        }
    }

    /// What its `i`-th word may be; nothing beyond its end.
    fn classes(&self, i: usize) -> Classes {
        if self.first + i < self.end {
            self.classes_of(self.first + i)
        } else {
            Classes::default()
        }
    }

    /// What a token of the article may be.
    fn classes_of(&self, token: usize) -> Classes {
        self.reader.words[self.article().token_types[token] as usize].classes
    }

    /// The same line without its first `n` words.
    fn after(&self, n: usize) -> Line<'r> {
        let first = (self.first + n).min(self.end);
        let start = if first < self.end {
            self.article().tokens[first].span.start
        } else {
            self.span.end
        };
        self.reader
            .line_of(Span::new(start, self.span.end), first..self.end)
    }

    /// The stretch of it from `start` to `end`.
    fn part(&self, start: usize, end: usize) -> Line<'r> {
        self.reader.line(Span::new(start, end))
    }
}

/// How a candidate reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// It can be understood only right after the sentence before it.
    pub(crate) leans: bool,
    /// What spoils it wherever it stands, 0 (nothing) and up.
    pub(crate) blemish: f32,
    /// It is running text of a reporter, neither a fragment nor somebody's quote: the news is told in such sentences.
    pub(crate) tells: bool,
    /// Edits where the sentence before it is not in the digest.
    pub(crate) alone: Vec<Edit>,
    /// Edits where the sentence before it is.
    pub(crate) following: Vec<Edit>,
    /// The larger cost of the two.
    pub(crate) cost: Cost,
}

/// A blemish that only a digest without a better sentence may have.
pub(crate) const SPOILT: f32 = 1.0;

/// How each candidate of `document` reads; without `edits` nothing is mended.
pub(crate) fn readings(document: &Document<'_>, edits: bool) -> Vec<Reading> {
    let reader = Reader::new(document.article(), document.words());
    let line = |c: &Candidate| reader.line_of(c.span, c.tokens.clone());
    let lines: Vec<Line<'_>> = document.candidates().iter().map(line).collect();
    let persons = Persons::of(&lines);
    let mut voices = quote::Follower::new(document);
    let read = |(index, candidate): (usize, &Candidate)| {
        let line = &lines[index];
        let voice = voices.next(line, candidate);
        let mut reading = judge(line, voice);
        if lines.get(index + 1).is_some_and(opener::is_taken_back) {
            reading.blemish = SPOILT;
        }
        if edits {
            let before = index.checked_sub(1).filter(|&b| document.touch(b, index));
            mend(&mut reading, line, voice, |pronoun| {
                persons.certain(&lines[before?], pronoun)
            });
        }
        reading.cost = cost(document.article().text, candidate, &reading);
        reading
    };
    document.candidates().iter().enumerate().map(read).collect()
}

/// What a sentence lacks before anything is mended.
fn judge(line: &Line<'_>, voice: Voice) -> Reading {
    let (link, shape) = (opener::link(line), shape(line));
    let quoted = matches!(voice, Voice::Named | Voice::Continued);
    let unnamed = quoted && quote::speaker_is_pronoun(line);
    Reading {
        leans: link != Link::None || opener::dangles(line, false) || unnamed,
        blemish: quote::blemish(line, voice) + opener::unresolved(line, voice) + shape,
        tells: voice == Voice::Reporter && shape < SPOILT,
        ..Reading::default()
    }
}

/// What a reader stumbles over in a printed sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Faults {
    pub(crate) points_back: bool,
    pub(crate) lone_quote: bool,
    pub(crate) page: bool,
    pub(crate) fragment: bool,
}

/// The faults of a printed sentence, analyzed by itself.
pub(crate) fn faults(printed: &Analysis<'_>) -> Faults {
    let words = words::known(printed);
    let reader = Reader::new(printed, &words);
    let line = reader.line(Span::new(0, printed.text.len()));
    Faults {
        points_back: opener::link(&line) != Link::None,
        lone_quote: quote::is_lone(&line),
        page: is_page(&line),
        fragment: is_fragment(&line),
    }
}

/// Too short for a clause, without an end mark, with half of a pair of quotation marks, a point of a list, a reference.
fn is_fragment(line: &Line<'_>) -> bool {
    let text = line.text();
    let ends = text.ends_with(['.', '!', '?', '»', '"', '”', '…', ')']);
    line.len() < 5
        || !ends
        || is_half_quoted(text)
        || is_numbered(text)
        || matches!(line.word(0), "jf" | "jfr")
}

/// Whether a quotation mark has no partner: the sentence was cut inside a quote.
fn is_half_quoted(text: &str) -> bool {
    // Most sentences have no byte of any.
    let may_quote = |byte: u8| (byte == b'"') | (byte == "«".as_bytes()[0]);
    if !text.bytes().fold(false, |any, byte| any | may_quote(byte)) {
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
    rest.len() < text.len() && (rest.starts_with(". ") || of_year.is_some_and(|title| title.starts_with(' ')))
}

/// Remains of the page: the bars of a head, a photo credit, what is said of a picture.
fn is_page(line: &Line<'_>) -> bool {
    let text = line.text();
    let bar = text.contains('|') && text.contains(" | ");
    let picture = |i| line.classes(i).has(Class::Picture);
    let of_picture = picture(0) || (picture(1) && line.classes(0).has(Class::Preposition));
    bar || of_picture || (line.present.has(Class::Credit) && lexicon::has_credit(text))
}

/// A clause that lacks its subject («Ga ikke beskjed.») or the main clause («Når vi vet hvem det er.»).
fn is_part_of_clause(line: &Line<'_>) -> bool {
    const NEED_MORE: Classes = Classes::of(&[Class::FiniteVerb, Class::Subordinator]);
    (line.classes(0).meets(NEED_MORE) || line.word(0) == "at") && !line.text().contains(',')
}

/// What is wrong with the shape of a sentence: a fragment, a question, remains of the page.
fn shape(line: &Line<'_>) -> f32 {
    let text = line.text();
    if is_fragment(line) || is_page(line) {
        SPOILT
    } else if text.ends_with(['?', '…']) || text.ends_with("...") || is_part_of_clause(line) {
        0.9
    } else if text.ends_with('!') || line.len() < 7 {
        0.5
    } else {
        0.0
    }
}

/// Mends what can be mended for sure. `name` gives the person that a pronoun certainly stands for.
fn mend(reading: &mut Reading, line: &Line<'_>, voice: Voice, name: impl Fn(&str) -> Option<String>) {
    reading.following = trim::edits(line, voice);
    reading.alone = reading.following.clone();
    if let Some((edit, leans)) = opener::mended(line, name) {
        reading.leans = leans;
        reading.alone.push(edit);
    }
    if voice == Voice::Continued {
        reading.alone.push(quote::mark(line));
    }
    in_order(&mut reading.alone);
    in_order(&mut reading.following);
}

/// Sorts edits and drops each that overlaps one before it.
fn in_order(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|e| (e.span.start, e.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.span.start >= end;
        end = if apart { edit.span.end } else { end };
        apart
    });
}

fn cost(text: &str, candidate: &Candidate, reading: &Reading) -> Cost {
    if reading.alone.is_empty() && reading.following.is_empty() {
        return candidate.cost;
    }
    let cost = |edits| Cost::of_pieces(pieces(text, candidate.span, edits));
    cost(&reading.alone).max(cost(&reading.following))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use notis_text::analyze;

    /// Whether each sentence leans on the one before, without edits.
    fn leaning(text: &str) -> Vec<bool> {
        let article = analyze(text, None);
        readings(&Document::new(&article, &Query::default()), false)
            .iter()
            .map(|r| r.leans)
            .collect()
    }

    /// The second sentence as it is printed without the first.
    fn alone(text: &str) -> String {
        let article = analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let reading = &readings(&document, true)[1];
        crate::DigestSentence::edited(text, document.candidates()[1].span, reading.alone.clone()).text
    }

    #[test]
    fn openers_that_point_back_lean() {
        for opener in [
            "Derfor må brua stengjast i to veker.",
            "Etter det har ingen sett båten.",
            "Det sier ordføreren til avisen.",
            "Denne planen er dyr for kommunen.",
            "Siden den gang har prisen steget.",
            "Som altså har kostet sju millioner kroner.",
            "Ifølgje ho er saka alvorleg for bygda.",
            "Forrige møte mellom dem ble holdt i mars.",
            "Da kom brannvesenet til stedet.",
        ] {
            let text = format!("Kommunen la fram ein plan i går kveld. {opener}");
            assert_eq!(leaning(&text), [false, true], "{opener}");
        }
    }

    #[test]
    fn a_quote_whose_speaker_is_a_pronoun_leans() {
        let text =
            "Ordførar Liv Moen opna skulen i Vik. – Skulen gjev plass til alle born i Vik i mange år, sa ho.";
        assert_eq!(leaning(text), [false, true]);
        let named = text.replace("sa ho", "sa Moen");
        assert_eq!(leaning(&named), [false, false]);
    }

    #[test]
    fn a_thing_is_nobody_that_a_pronoun_stands_for() {
        let before = "Kari Lie er sjuk og kan ikkje arbeide.";
        assert_eq!(
            leaning(&format!(
                "{before} Forsikringsselskapet lar henne reise til Spania."
            )),
            [false, true]
        );
        assert_eq!(
            leaning(&format!("{before} Lie seier at Oslo lar henne reise til Spania.")),
            [false, false]
        );
        assert_eq!(
            leaning(&format!(
                "{before} Politidistriktet seier at dei leitar i fjellet."
            )),
            [false, false]
        );
    }

    #[test]
    fn openers_that_stand_alone_do_not_lean() {
        for opener in [
            "Det er ventet mye regn på Vestlandet i helgen.",
            "Siden 2019 har prisen på strøm doblet seg.",
            "Her i Tromsø ligger snøen fortsatt en meter høy.",
            "Etter valget må partiet finne ny leder.",
        ] {
            let text = format!("Kommunen la fram en plan i går kveld. {opener}");
            assert_eq!(leaning(&text), [false, false], "{opener}");
        }
    }

    #[test]
    fn a_conjunction_is_dropped_where_a_clause_is_left() {
        let text = "Planen er ferdig til sommeren. Men kommunen har ikke råd til å bygge før neste år.";
        assert_eq!(alone(text), "Kommunen har ikke råd til å bygge før neste år.");
        let question = "Planen er ferdig til sommeren. Men er den god nok for alle i kommunen?";
        assert!(
            alone(question).starts_with("Men er"),
            "without «men» it would be another sentence"
        );
    }

    #[test]
    fn a_pronoun_becomes_a_name_only_where_one_person_is_meant() {
        let one = "Statsråd Kari Dahl la fram planen i Oslo. Hun vil ha svar før jul.";
        assert_eq!(alone(one), "Kari Dahl vil ha svar før jul.");
        let two = "Kari Dahl møtte Anne Berg i Oslo. Hun vil ha svar før jul.";
        assert_eq!(alone(two), "Hun vil ha svar før jul.");
        let man = "Statsråd Kari Dahl la fram planen i Oslo. Han vil ha svar før jul.";
        assert_eq!(alone(man), "Han vil ha svar før jul.");
    }

    #[test]
    fn the_end_of_a_quote_gets_its_mark_and_its_beginning_is_left_alone() {
        let text = "– Vi har ventet på dette lenge. Nå kan vi endelig begynne å bygge skolen vår, sier rektor Ola Vik.";
        assert!(alone(text).starts_with("– Nå kan vi endelig"));
        let article = analyze(text, None);
        let first = &readings(&Document::new(&article, &Query::default()), true)[0];
        assert!(first.blemish >= SPOILT, "it does not say who speaks");
    }

    #[test]
    fn parentheses_and_the_name_of_the_paper_are_trimmed() {
        let text = "Kommunen skal bygge ny skole. Ordfører Per Vik (Sp) vil åpne skolen til høsten, skriver Lofotposten.";
        assert_eq!(alone(text), "Ordfører Per Vik vil åpne skolen til høsten.");
        let claim = "Kommunen skal bygge ny skole. Skolen blir den dyreste i hele fylket, ifølge rådmannen.";
        assert!(
            alone(claim).ends_with("ifølge rådmannen."),
            "who claims it is part of the news"
        );
    }

    #[test]
    fn a_dateline_in_front_of_a_sentence_is_trimmed() {
        let first = |text: &str| {
            let article = analyze(text, None);
            let document = Document::new(&article, &Query::default());
            let reading = &readings(&document, true)[0];
            crate::DigestSentence::edited(text, document.candidates()[0].span, reading.alone.clone()).text
        };
        for dateline in ["Narvik, 3. mars (NTB)", "Narvik, 12. mai"] {
            let text = format!("{dateline} – Strømmen er borte i fem bygder etter uværet natt til tirsdag.");
            assert_eq!(
                first(&text),
                "Strømmen er borte i fem bygder etter uværet natt til tirsdag."
            );
        }
        for other in [
            "Narvik – Bodø 2–1 etter ekstraomganger i cupen på søndag.",
            "Kari Vik (Sp) – Vi skal bygge skole.",
        ] {
            assert!(first(other).starts_with(&other[..6]), "{other}");
        }
    }

    #[test]
    fn parts_of_sentences_and_words_about_a_picture_are_spoilt() {
        for spoilt in [
            "Ga ikke beskjed om hvor hun var i helgen.",
            "Når vi vet hvem som har gjort dette.",
            "Bildet viser ordføreren på den nye brua i går.",
            "På biletet ser ein den nye brua over elva.",
            "3. Dersom brua er stengt må alle ta ferja.",
            "0012/04 Reglement for leige av båtplass i Vik kommune.",
            "Jf. også lov 3. mai 1998 om båtplassar i kommunale hamner.",
            "At kommunen ikke har råd til en ny bru over elva?",
            "Vi gleder oss til å åpne den», sa ordføreren onsdag.",
            "Brua som ble tegnet av en kjent arkitekt i fjor...",
        ] {
            let article = analyze(spoilt, None);
            let reading = &readings(&Document::new(&article, &Query::default()), true)[0];
            assert!(reading.blemish >= 0.9, "{spoilt}");
        }
        for sound in [
            "Når brua åpner, blir veien kortere for alle i bygda.",
            "08.10 Brua over elva ble stengt for all trafikk.",
            "At brua åpner, vet alle som bor på øya.",
            "Er «brua» en bru, må den åpnes snart.",
        ] {
            let article = analyze(sound, None);
            let reading = &readings(&Document::new(&article, &Query::default()), true)[0];
            assert!(reading.blemish < 0.9, "{sound}");
        }
    }

    #[test]
    fn what_is_taken_back_at_once_is_not_told() {
        let text = "Presidentene skulle møtes i Genève på lørdag. Det ble det ikke noe av denne gangen.";
        let article = analyze(text, None);
        let first = &readings(&Document::new(&article, &Query::default()), true)[0];
        assert!(first.blemish >= SPOILT);
    }
}
