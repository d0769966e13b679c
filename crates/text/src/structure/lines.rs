//! Cuts a text into units: its lines, or its paragraphs where their lines were wrapped at a width.

use crate::span::Span;
use memchr::memchr;

/// A line, or a paragraph whose lines were wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Where it is, without the white space around it; never empty.
    pub(super) span: Span,
    /// Whether it is the first of its paragraph.
    pub(super) opens_paragraph: bool,
}

/// The units of a text, in order.
pub(super) struct Units<'t> {
    text: &'t str,
    /// Start of what is left.
    at: usize,
    /// Lines of the paragraph in hand, last first.
    waiting: Vec<Span>,
}

impl<'t> Units<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Units {
            text,
            at,
            waiting: Vec::new(),
        }
    }

    /// The next line, without the white space at its ends; empty for a blank one.
    fn line(&mut self) -> Option<Span> {
        let rest = &self.text.as_bytes()[self.at..];
        if rest.is_empty() {
            return None;
        }
        let end = memchr(b'\n', rest).map_or(self.text.len(), |n| self.at + n);
        let span = Span::new(self.at, end).trimmed(self.text);
        self.at = self.text.len().min(end + 1);
        Some(span)
    }

    /// Takes the lines up to the next blank one.
    fn paragraph(&mut self) -> bool {
        while let Some(line) = self.line() {
            if !line.is_empty() {
                self.waiting.push(line);
            } else if !self.waiting.is_empty() {
                break;
            }
        }
        if is_wrapped(self.text, &self.waiting) {
            let (first, last) = (self.waiting[0], self.waiting[self.waiting.len() - 1]);
            self.waiting.clear();
            self.waiting.push(Span::new(first.start, last.end));
        } else if let Some(width) =
            width(self.text, &self.waiting).or_else(|| about_width(self.text, &self.waiting))
        {
            reflow(self.text, width, &mut self.waiting);
        }
        self.waiting.reverse();
        !self.waiting.is_empty()
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    fn next(&mut self) -> Option<Unit> {
        let opens_paragraph = self.waiting.is_empty();
        if opens_paragraph && !self.paragraph() {
            return None;
        }
        let span = self.waiting.pop()?;
        Some(Unit {
            span,
            opens_paragraph,
        })
    }
}

/// Whether the lines of a paragraph were broken at a width and not at the end of a sentence: all but the last are
/// about equally long, and a line goes on in small letters.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    const WIDTHS: std::ops::RangeInclusive<usize> = 40..=130;
    let Some((_, full)) = lines.split_last().filter(|(_, full)| !full.is_empty()) else {
        return false;
    };
    let widest = full.iter().map(|line| line.len()).max().unwrap_or(0);
    let even = || full.iter().all(|line| line.len() * 4 >= widest * 3);
    let runs_on = |pair: &&[Span]| runs_on(text, pair[0], pair[1]);
    WIDTHS.contains(&widest) && even() && lines.windows(2).filter(runs_on).count() * 3 >= full.len()
}

/// The width, in characters, at which `lines` were broken, each where its next word would not have fitted; `None` where
/// they were not. So are the lines of several paragraphs without empty lines between them: the last of each is short.
fn width(text: &str, lines: &[Span]) -> Option<usize> {
    const FEWEST: usize = 4;
    let widths = widths(text, lines, FEWEST)?;
    let width = *widths.last()?;
    let full = lines
        .windows(2)
        .filter(|pair| is_full(text, width, pair[0], pair[1]))
        .count();
    (full * 3 >= 2 * (lines.len() - 1) && run_on(text, lines) * 3 >= full).then_some(width)
}

/// The same where lines were broken at about a width, as in a page whose source was wrapped before its tags were taken
/// out: half of them go on in the next, and half are about as long as the longest.
fn about_width(text: &str, lines: &[Span]) -> Option<usize> {
    const FEWEST: usize = 8;
    let widths = widths(text, lines, FEWEST)?;
    let (widest, middle) = (*widths.last()?, widths[widths.len() / 2]);
    (middle * 4 >= widest * 3 && run_on(text, lines) * 2 >= lines.len() - 1).then_some(middle)
}

/// How wide `lines` are, in order of width; `None` where they are too few, or the widest is no width that lines are
/// broken at.
fn widths(text: &str, lines: &[Span], fewest: usize) -> Option<Vec<usize>> {
    const WIDTHS: std::ops::RangeInclusive<usize> = 50..=100;
    // In bytes, so that long lines are not counted through.
    let is_short = |line: &Span| line.len() <= 2 * WIDTHS.end();
    if lines.len() < fewest || !lines.iter().all(is_short) {
        return None;
    }
    let mut widths: Vec<usize> = lines.iter().map(|line| columns(line.of(text))).collect();
    widths.sort_unstable();
    WIDTHS.contains(widths.last()?).then_some(widths)
}

/// How many lines go on in the next.
fn run_on(text: &str, lines: &[Span]) -> usize {
    lines
        .windows(2)
        .filter(|pair| runs_on(text, pair[0], pair[1]))
        .count()
}

/// Whether the first word of `next` would not have fitted into `line`.
fn is_full(text: &str, width: usize, line: Span, next: Span) -> bool {
    let word = next
        .of(text)
        .split(char::is_whitespace)
        .next()
        .unwrap_or_default();
    columns(line.of(text)) + 1 + columns(word) > width
}

fn columns(line: &str) -> usize {
    line.chars().count()
}

/// Joins each line of `lines` with those that were broken off it.
fn reflow(text: &str, width: usize, lines: &mut Vec<Span>) {
    let mut joined: Vec<Span> = Vec::with_capacity(lines.len());
    let mut is_open = false;
    for (at, &line) in lines.iter().enumerate() {
        match joined.last_mut().filter(|_| is_open) {
            Some(last) => last.end = line.end,
            None => joined.push(line),
        }
        is_open = lines
            .get(at + 1)
            .is_some_and(|&next| is_full(text, width, line, next) || runs_on(text, line, next));
    }
    *lines = joined;
}

/// Whether the second line goes on with the sentence of the first.
fn runs_on(text: &str, first: Span, second: Span) -> bool {
    let open = first
        .of(text)
        .ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '-');
    open && second.of(text).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(text: &str) -> Vec<&str> {
        Units::new(text, 0).map(|unit| unit.span.of(text)).collect()
    }

    #[test]
    fn every_line_is_a_unit() {
        let text = "Ferja er innstilt\n\nBåten gjekk på grunn.\r\nIngen vart skadde.\n \n\nNytt\n";
        assert_eq!(
            units(text),
            [
                "Ferja er innstilt",
                "Båten gjekk på grunn.",
                "Ingen vart skadde.",
                "Nytt"
            ]
        );
        assert!(units(" \n\n").is_empty());
    }

    #[test]
    fn lines_wrapped_at_a_width_are_one_unit() {
        let text = "Kommunen har bestemt at den gamle brua over elva skal\nrives til sommeren, og at en ny skal stå \
                    ferdig før\njul. Det koster 40 millioner kroner.\n\nNeste.";
        assert_eq!(units(text).len(), 2);
    }

    #[test]
    fn paragraphs_wrapped_without_empty_lines_are_a_unit_each() {
        let text = "Brua over elva er stengd\nKommunen vil rive den gamle brua over elva til sommaren, og ei ny\n\
                    skal stå ferdig før jul. Det kostar 40 millionar kroner, seier\nordføraren i Vik.\nFerja går \
                    som før fram til den nye brua er open, og så lenge må\nfolk rekne med å vente i kø på begge \
                    sider, seier ho. Elevane får\neigen buss kvar morgon.";
        let units = units(text);
        assert_eq!(units.len(), 3, "{units:#?}");
        assert!(units[1].starts_with("Kommunen") && units[1].ends_with("i Vik."));
    }

    #[test]
    fn lines_wrapped_at_about_a_width_are_a_unit_a_paragraph() {
        let text = "KOMMUNEN VIL IKKE RIVE den gamle brua over elva\n\
                    før den nye er åpnet, sier ordføreren i Vik, som ikke vil si noe om\n\
                    hva det koster å la den stå. Det er et spørsmål for fylket,\n\
                    mener hun.\n\
                    FERJA GÅR SOM FØR fram til brua er åpen, og så\n\
                    lenge må de som bor i bygda regne med å vente i kø på begge\n\
                    sider. Elevene får egen buss til skolen, og den går hver morgen hele\n\
                    vinteren, også de dagene det er stengt for all annen trafikk\n\
                    over elva.";
        let units = units(text);
        assert_eq!(units.len(), 2, "{units:#?}");
        assert!(units[1].starts_with("FERJA") && units[1].ends_with("over elva."));
    }

    #[test]
    fn short_lines_that_were_never_broken_stay_apart() {
        let text = "Dette treng du til turen i fjellet:\nvarme klede og mat for tre dagar\nkart, kompass og \
                    lommelykt\nein god sovepose og liggjeunderlag\nnista";
        assert_eq!(units(text).len(), 5);
    }
}
