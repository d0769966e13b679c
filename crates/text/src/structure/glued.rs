//! Running text with headings, captions and page remnants glued into it.

use super::credits::{self, next_picture, opens_credit};
use super::kickers::{opens_caption, opens_line_of_caption};
use super::page_sentence::{page_part, page_sentence_in};
use super::seams::{Seam, SeamSign, heading_before};
use super::unit::Reader;
use crate::block::BlockKind;
use crate::labels::label;
use crate::lists::speech;
use crate::openers::is_strong_opener;
use crate::quotes::is_verb_of_saying;
use crate::requests::leads_to_request;
use crate::scan::{ceil, floor, is_dash};
use crate::sentences::Scanner;
use crate::span::Span;
use memchr::{memchr, memmem};

impl Reader<'_> {
    /// Types a unit that holds running text, and whatever was glued into it.
    pub(super) fn read_running(&mut self, unit: Span) {
        let mut rest = self.read_bars(unit);
        let is_signed = self.last_kind() == Some(BlockKind::Byline);
        if opens_line_of_caption(self.text, rest) || is_signed && opens_caption(self.text, rest) {
            rest.start = self.read_page_parts_and_captions(rest);
        }
        if rest.len() >= GLUED && !self.has_running_text() {
            rest = self.read_kicked_captions(unit, rest);
        }
        self.read_seams(unit, rest);
        if unit.len() >= GLUED {
            self.read_last_teaser();
        }
    }

    /// Types `rest`, a part of `unit` behind its head, cut at the seams in it.
    fn read_seams(&mut self, unit: Span, mut rest: Span) {
        let mut at = rest.start;
        while let Some(seam) = self.seams.next(rest, at) {
            at = seam.start;
            if let Some(start) = self.cut(unit, rest, seam) {
                (rest.start, at) = (start, at.max(start));
            }
        }
        self.push_running(rest);
    }

    /// Types what stands before `seam` in `rest` and gives the start of what is left, where the seam is one.
    fn cut(&mut self, unit: Span, rest: Span, seam: Seam) -> Option<usize> {
        if let SeamSign::Page(kind) = seam.sign {
            return Some(self.cut_page_part(rest, seam, kind));
        }
        let believed = may_hold_headings(unit, seam);
        let heading = heading_before(self.text, rest, seam).filter(|_| believed);
        if let Some(heading) = heading.filter(|heading| !opens_credit(heading.of(self.text))) {
            self.push_running(Span::new(rest.start, heading.start));
            self.push(self.heading_kind(), heading);
        } else if heading.is_some() || seam.sign == SeamSign::Bar {
            self.push_running(Span::new(rest.start, seam.end));
        } else {
            return None;
        }
        Some(seam.start)
    }

    /// Types what stands before `seam` in `rest`, and what the page put behind it, a question that leads to it included;
    /// gives the start of what is left.
    fn cut_page_part(&mut self, rest: Span, seam: Seam, kind: BlockKind) -> usize {
        const LOOK_BACK: usize = 160;
        let from = ceil(self.text, rest.start.max(seam.end.saturating_sub(LOOK_BACK)));
        let last = (kind == BlockKind::Promo)
            .then(|| Scanner::new(self.text, Span::new(from, seam.end)).last())
            .flatten();
        let question = last.filter(|last| leads_to_request(last.of(self.text)));
        let end = question.map_or(seam.end, |question| question.start);
        self.push_running(Span::new(rest.start, end));
        if let Some(question) = question {
            self.push(kind, question);
        }
        let behind = Span::new(seam.start, rest.end);
        let (kind, part) = page_part(self.text, behind)
            .or_else(|| self.opening_picture(behind))
            .unwrap_or_else(|| (kind, page_sentence_in(self.text, behind)));
        self.push(kind, part);
        self.read_page_parts_and_captions(Span::new(part.end, rest.end))
    }

    /// Takes what the page put in front of `rest`, captions as well: many stand there twice. Gives the start of what is left.
    fn read_page_parts_and_captions(&mut self, rest: Span) -> usize {
        let mut left = self.read_page_parts(rest.trimmed(self.text));
        while opens_caption(self.text, left) {
            let (kind, part) = self.kicked(left);
            self.push(kind, part);
            left = self.read_page_parts(Span::new(part.end, left.end).trimmed(self.text));
        }
        left.start
    }

    /// What opens with a kicker in capitals: a caption with its sentence, or behind a byline the place that the article is from.
    fn kicked(&self, rest: Span) -> (BlockKind, Span) {
        let caption = (BlockKind::Caption, page_sentence_in(self.text, rest));
        let dateline = || {
            let colon = memchr(b':', rest.of(self.text).as_bytes())?;
            Some((BlockKind::Dateline, Span::new(rest.start, rest.start + colon + 1)))
        };
        let is_signed = self.last_kind() == Some(BlockKind::Byline);
        is_signed.then(dateline).flatten().unwrap_or(caption)
    }

    /// Takes the head of an article whose parts are separated by bars, «Title | kicker | Lead …», and gives what is
    /// left.
    fn read_bars(&mut self, unit: Span) -> Span {
        let mut rest = unit;
        while let Some(len) = self.next_bar(rest) {
            let piece = Span::new(rest.start, rest.start + len);
            self.read_head_piece(piece);
            rest = Span::new(piece.end + " | ".len(), unit.end).trimmed(self.text);
        }
        if rest.start > unit.start && !self.has_running_text() {
            rest = self.read_keywords(rest);
        }
        rest
    }

    /// Bytes up to the next bar, as long as the head goes on.
    fn next_bar(&self, rest: Span) -> Option<usize> {
        const LONGEST: usize = 300;
        if self.has_running_text() {
            return None;
        }
        let text = rest.of(self.text);
        let head = &text.as_bytes()[..text.len().min(LONGEST)];
        memmem::find(head, b" | ")
    }

    /// Types the sentences of one part of the head: headings, or already the lead.
    fn read_head_piece(&mut self, mut piece: Span) {
        const LEAD_WORDS: usize = 7;
        while let Some((kind, picture)) = self.next_picture(piece) {
            self.push(BlockKind::Body, Span::new(piece.start, picture.start));
            self.push(kind, picture);
            piece.start = picture.end;
        }
        for sentence in Scanner::new(self.text, piece) {
            let words = sentence.of(self.text);
            let is_lead = words.ends_with('.') && words.split_whitespace().nth(LEAD_WORDS).is_some();
            let kind = if is_lead {
                BlockKind::Body
            } else {
                self.heading_kind()
            };
            self.push(kind, sentence);
        }
    }

    /// Takes the keywords that some newspapers set in front of the lead, «Ny bru. Dyr skyss. Debatten om …».
    fn read_keywords(&mut self, mut rest: Span) -> Span {
        const WORDS: usize = 3;
        let is_keyword = |words: &str| words.ends_with('.') && words.split_whitespace().nth(WORDS).is_none();
        for sentence in Scanner::new(self.text, rest).take_while(|s| is_keyword(s.of(self.text))) {
            self.push(BlockKind::Kicker, sentence);
            rest.start = sentence.end;
        }
        rest.trimmed(self.text)
    }

    /// Takes the captions that were glued in front of the text, each with a kicker: «Glad: Ola Vik liker skolen. Spent:
    /// Kari Dale venter på svar.» One alone could be a sentence of the text.
    fn read_kicked_captions(&mut self, unit: Span, mut rest: Span) -> Span {
        const REACH: usize = 1500;
        const TITLE: usize = 150;
        let text = self.text;
        let window = Span::new(rest.start, floor(text, rest.end.min(rest.start + REACH)));
        let captions: Vec<Span> = Scanner::new(text, window)
            .across_colons()
            .filter(|sentence| has_kicker(sentence.of(text)))
            .collect();
        if captions.len() > 1 {
            let head = Span::new(rest.start, captions[0].start);
            if !self.has_title() && head.len() <= TITLE {
                self.read_head_piece(head);
                rest.start = head.end;
            }
            for caption in captions {
                self.read_seams(unit, Span::new(rest.start, caption.start));
                self.push(BlockKind::Caption, caption);
                rest.start = caption.end;
            }
        }
        rest
    }

    /// What a heading is at this point of the article.
    pub(super) fn heading_kind(&self) -> BlockKind {
        if self.has_running_text() {
            BlockKind::Subheading
        } else if self.has_title() {
            BlockKind::Kicker
        } else {
            BlockKind::Title
        }
    }

    /// Types a stretch of running text that holds no headings, and the terms explained in it.
    fn push_running(&mut self, span: Span) {
        let mut rest = span;
        while let Some(term) = self.terms.next_in(rest) {
            self.push_pictured(Span::new(rest.start, term.start));
            self.push(BlockKind::Term, term);
            rest.start = term.end;
        }
        self.push_pictured(rest);
    }

    /// Types a stretch of running text, and the captions in it.
    fn push_pictured(&mut self, span: Span) {
        let mut rest = span.trimmed(self.text);
        while let Some((kind, picture)) = self.next_picture(rest) {
            self.push_body(Span::new(rest.start, picture.start));
            self.push(kind, picture);
            rest.start = picture.end;
        }
        self.push_body(rest);
    }

    /// The caption or credit that `span` opens with.
    fn opening_picture(&mut self, span: Span) -> Option<(BlockKind, Span)> {
        // As far as a credit may stand behind its caption's beginning; else each part of a page would be read to the end.
        const REACH: usize = 600;
        let near = Span::new(span.start, floor(self.text, span.end.min(span.start + REACH)));
        self.next_picture(near)?;
        self.next_picture(span)
            .filter(|(_, picture)| picture.start == span.start)
    }

    /// The first caption or credit in `span`.
    fn next_picture(&mut self, span: Span) -> Option<(BlockKind, Span)> {
        let unlabelled = self.agencies.first_in(span);
        let near = Span::new(span.start, unlabelled.map_or(span.end, |credit| credit.end));
        let colon = self.colons.first_in(near);
        let labelled = colon.and_then(|colon| next_picture(self.text, near, colon));
        // Behind running text it may stand alone.
        let in_head = !self.has_running_text();
        let picture = |credit| {
            if in_head {
                credits::unlabelled(self.text, span, credit)
            } else {
                (BlockKind::Credit, credit)
            }
        };
        labelled.or_else(|| unlabelled.map(picture))
    }

    fn push_body(&mut self, span: Span) {
        let span = span.trimmed(self.text);
        let kind = if opens_quote(span.of(self.text)) {
            BlockKind::Quote
        } else {
            BlockKind::Body
        };
        self.push(kind, span);
    }
}

/// Bytes of a paragraph that is taken for a whole article whose breaks were lost.
const GLUED: usize = 600;

/// Whether `sentence` opens with a caption's kicker: few words and a colon, which are neither a label, a speaker's name nor
/// words that announce speech.
fn has_kicker(sentence: &str) -> bool {
    const WORDS: usize = 5;
    const LONGEST: usize = 60;
    let head = &sentence.as_bytes()[..sentence.len().min(LONGEST)];
    let Some(colon) = memchr(b':', head) else {
        return false;
    };
    let kicker = &sentence[..colon];
    let Some(rest) = sentence[colon + 1..].strip_prefix(' ') else {
        return false;
    };
    let first = kicker.split(' ').next().unwrap_or(kicker);
    let few = kicker.split(' ').nth(WORDS).is_none();
    let announces = |word: &str| is_verb_of_saying(word) || speech::ANNOUNCING.contains(&word);
    few && kicker.starts_with(char::is_uppercase)
        && rest.starts_with(|c: char| c.is_uppercase() || c == '«')
        && label(kicker).is_none()
        && !(is_strong_opener(first) && first.len() == kicker.len())
        && !is_name(kicker)
        && kicker.contains('«') == kicker.contains('»')
        && !kicker.split(' ').any(announces)
}

/// Whether `words` are several and all with a capital, as a name with its title is.
fn is_name(words: &str) -> bool {
    let is_part = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c == '(');
    words.contains(' ') && words.split(' ').all(is_part)
}

/// Whether a paragraph opens as a quote: with a dash, or with guillemets around more than a title.
fn opens_quote(paragraph: &str) -> bool {
    const WORDS: usize = 4;
    if paragraph.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    if let Some(inner) = paragraph.strip_prefix('«') {
        let quote = inner.split('»').next().unwrap_or(inner);
        return quote.ends_with(['.', '!', '?', ',']) || quote.split_whitespace().nth(WORDS).is_some();
    }
    paragraph.starts_with(is_dash)
}

/// Whether a seam in `unit` is worth believing: bars are, blanks only in text long enough to hold paragraphs.
fn may_hold_headings(unit: Span, seam: Seam) -> bool {
    const SHORTEST: usize = 150;
    seam.sign == SeamSign::Bar || unit.end - seam.start >= SHORTEST || unit.len() >= 4 * SHORTEST
}
