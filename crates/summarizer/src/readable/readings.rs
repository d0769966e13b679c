//! How the candidates of an article read, each found when it is first asked for.

use super::caption::{self, Place};
use super::judge::{cost, judge, mend};
use super::line::{Line, Reader};
use super::opener;
use super::persons::{self, Introductions, Persons};
use super::reading::{Reading, SPOILT};
use super::{marks, quote, shape};
use crate::{Candidate, Document, Edit};
use notis_text::BlockKind;
use std::cell::{Cell, OnceCell, RefCell};
use std::ops::Index;

/// How the candidates of a document read. A digest of a few sentences looks at the opening alone, and what nobody asks for is
/// not found: with that, and without the words of the topics, `--sentences 3` took 338 million instructions for 466 (100
/// reviews).
pub(crate) struct Readings<'d> {
    document: &'d Document<'d>,
    edits: bool,
    lines: Vec<Line<'d>>,
    persons: Persons<'d>,
    found: Vec<OnceCell<Reading>>,
    /// How many are found: the first ones, since each voice follows from the one before.
    count: Cell<usize>,
    course: RefCell<Course>,
}

/// What is known behind the last sentence that was read.
struct Course {
    voices: quote::Follower,
    /// It was somebody's words without a speaker.
    lone: bool,
}

impl<'d> Readings<'d> {
    /// Those of `document`; without `edits` nothing is mended.
    pub(crate) fn of(document: &'d Document<'d>, edits: bool) -> Self {
        let candidates = document.candidates();
        let reader = Reader::new(document.article(), document.words());
        let line = |c: &Candidate| reader.line_of(c.span, c.tokens.clone());
        let lines: Vec<Line<'_>> = candidates.iter().map(line).collect();
        Readings {
            document,
            edits,
            persons: Persons::of(&lines, document.title_text().as_deref()),
            found: vec![OnceCell::new(); lines.len()],
            count: Cell::new(0),
            course: RefCell::new(Course {
                voices: quote::Follower::new(&lines, candidates),
                lone: false,
            }),
            lines,
        }
    }

    /// How many candidates there are.
    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Reading> {
        (0..self.len()).map(|candidate| &self[candidate])
    }

    /// Whether a candidate says on which day of the week something happens.
    pub(crate) fn says_day(&self, candidate: usize) -> bool {
        marks::has_day(&self.lines[candidate])
    }

    /// For each of the `chosen` candidates, with the edits made in it, the edits that tell a person's full name the first time.
    pub(crate) fn introductions<'c>(
        &self,
        chosen: impl Iterator<Item = (usize, &'c [Edit])>,
    ) -> Vec<Vec<Edit>> {
        let mut introductions = Introductions::of(&self.persons);
        chosen
            .map(|(candidate, edits)| introductions.next(&self.lines[candidate], edits))
            .collect()
    }

    fn read(&self, index: usize) -> Reading {
        let line = &self.lines[index];
        let candidate = &self.document.candidates()[index];
        let mut course = self.course.borrow_mut();
        let voice = course.voices.next(index, line, candidate);
        let link = opener::link(line);
        let mut reading = judge(line, link, voice);
        // Who says «I» without a dash may be the reporter.
        course.lone = reading.lone && (course.lone || quote::opens_with_dash(line.text()));
        reading.lone = course.lone;
        reading.speaker = course.voices.speaker(index);
        self.place(&mut reading, index);
        if self.is_caption(index) {
            reading.blemish = SPOILT;
            reading.junk = true;
            reading.tells = false;
        }
        if self.edits {
            mend(&mut reading, line, (link, voice), |pronoun| {
                self.certain(index, pronoun)
            });
        }
        reading.cost = cost(self.document.article().original, candidate, &reading);
        self.count.set(index + 1);
        reading
    }

    /// What a sentence gains and loses by those around it.
    fn place(&self, reading: &mut Reading, index: usize) {
        let line = &self.lines[index];
        let may_open = index == 0 && !opener::wants_name(line);
        reading.leans_on_title = reading.leans && may_open;
        reading.leans &= !may_open;
        let last = index.checked_sub(1).map(|before| &self.lines[before]);
        reading.leans |= last.is_some_and(shape::announces);
        let next = self.lines.get(index + 1);
        if reading.blemish < SPOILT && next.is_some_and(|next| shape::answers(next, line)) {
            reading.blemish = 0.0;
        }
        reading.leans |= last.is_some_and(|last| shape::answers(line, last));
        let is_caption = index > 1 && last.is_some_and(shape::is_kicker);
        let is_page = line.text().ends_with('?') && next.is_some_and(shape::is_plug);
        if is_caption || is_page || self.is_torn(index) || next.is_some_and(opener::is_taken_back) {
            reading.blemish = SPOILT;
            reading.junk = true;
        }
    }

    fn is_caption(&self, index: usize) -> bool {
        let (document, line) = (self.document, &self.lines[index]);
        caption::is_likely(&Place {
            document,
            line,
            index,
        })
    }

    /// Whether a sentence is the end of one that the explanation of a term tore apart.
    fn is_torn(&self, index: usize) -> bool {
        let (article, candidates) = (self.document.article(), self.document.candidates());
        let (candidate, Some(before)) = (&candidates[index], index.checked_sub(1)) else {
            return false;
        };
        let before = &candidates[before];
        let between = &article.blocks[before.block..candidate.block];
        let ended = before
            .span
            .of(article.text)
            .ends_with(['.', '!', '?', '»', '"', '…', ':']);
        !ended && between.iter().any(|block| block.kind == BlockKind::Term)
    }

    /// The person that a pronoun at the start of a sentence certainly stands for.
    fn certain(&self, index: usize, pronoun: &str) -> Option<String> {
        let before = index
            .checked_sub(1)
            .filter(|&before| self.document.touch(before, index));
        match before {
            None if index == 0 => persons::certain_of_title(&self.document.title_text()?, pronoun),
            before => self.persons.certain(&self.lines[before?], pronoun),
        }
    }
}

impl Index<usize> for Readings<'_> {
    type Output = Reading;

    fn index(&self, candidate: usize) -> &Reading {
        for earlier in self.count.get()..candidate {
            self.found[earlier].get_or_init(|| self.read(earlier));
        }
        self.found[candidate].get_or_init(|| self.read(candidate))
    }
}
