//! What is measured of one (article, topic) pair.

use super::Layout;
use super::layout::Part;
use crate::topics::{Mention, Role};

/// The names of the measures, in the order of [`Features`].
pub const FEATURE_NAMES: [&str; 12] = [
    "log mentions",
    "log allusions",
    "share of sentences",
    "in title",
    "in lead",
    "in sub-heading",
    "first position",
    "quarters covered",
    "richest stretch",
    "log different words",
    "log words",
    "log mentions of other topics per 100 words",
];

/// One value a measure; all 0 where nothing tells of the topic.
pub type Features = [f64; FEATURE_NAMES.len()];

/// Words in the stretch whose mentions are counted for the richest.
const STRETCH: usize = 60;

/// Counts grow with an article, but not what it is about: of a longer one they are scaled to this many words, so that a
/// report of fifty pages is measured as the news articles are that salience was learned from.
const LENGTH: f64 = 400.0;

/// How much a word that alludes counts beside one that names.
const ALLUSION: f64 = 0.5;

/// How often topics are named, allusions counting half.
pub fn volume(mentions: &[Mention]) -> f64 {
    let weight = |m: &Mention| if m.role == Role::Alias { 1.0 } else { ALLUSION };
    mentions.iter().map(weight).sum()
}

/// Measures one topic's mentions (those of one topic, in the order of [`crate::topics::Matcher::mentions`]);
/// `others` is the [`volume`] of the other topics' mentions.
pub fn features(layout: &Layout<'_>, mentions: &[Mention], others: f64) -> Features {
    let mut tally = Tally::default();
    for mention in mentions {
        tally.add(layout, mention);
    }
    tally.features(layout, others)
}

/// What is counted while going through the mentions in order.
#[derive(Default)]
struct Tally {
    aliases: f64,
    related: f64,
    title: bool,
    lead: bool,
    subheading: bool,
    sentences: usize,
    last_sentence: Option<usize>,
    first: Option<usize>,
    quarters: [bool; 4],
    /// Token numbers of the mentions in the text.
    places: Vec<usize>,
    patterns: Vec<u32>,
}

impl Tally {
    fn add(&mut self, layout: &Layout<'_>, mention: &Mention) {
        let at = mention.span.start;
        let part = if mention.in_title {
            Part::Title
        } else {
            layout.part_at(at)
        };
        if part == Part::Outside || matches!(mention.role, Role::Always | Role::Never) {
            return;
        }
        if !self.patterns.contains(&mention.pattern) {
            self.patterns.push(mention.pattern);
        }
        self.count(part, mention.role);
        if mention.in_title {
            self.first = Some(0);
        } else {
            self.place(layout, at);
        }
    }

    fn count(&mut self, part: Part, role: Role) {
        if role == Role::Alias {
            self.aliases += 1.0;
            self.title |= part == Part::Title;
            self.lead |= part == Part::Lead;
            self.subheading |= part == Part::Subheading;
        } else {
            self.related += 1.0;
        }
    }

    fn place(&mut self, layout: &Layout<'_>, at: usize) {
        let token = layout.tokens_before(at);
        self.first = Some(self.first.map_or(token, |f| f.min(token)));
        self.quarters[(4 * token / layout.tokens()).min(3)] = true;
        self.places.push(token);
        let sentence = layout.sentence_at(at);
        if self.last_sentence != Some(sentence) {
            self.sentences += 1;
            self.last_sentence = Some(sentence);
        }
    }

    /// Most mentions in any [`STRETCH`] words.
    fn richest(&self) -> usize {
        let mut from = 0;
        let mut most = 0;
        for (index, place) in self.places.iter().enumerate() {
            while self.places[from] + STRETCH <= *place {
                from += 1;
            }
            most = most.max(index + 1 - from);
        }
        most
    }

    fn features(&self, layout: &Layout<'_>, others: f64) -> Features {
        let words = layout.words() as f64;
        let flag = |b: bool| f64::from(u8::from(b));
        let scale = (LENGTH / words).min(1.0);
        [
            libm::log1p(scale * self.aliases),
            libm::log1p(scale * self.related),
            self.sentences as f64 / layout.sentences() as f64,
            flag(self.title),
            flag(self.lead),
            flag(self.subheading),
            self.first.map_or(1.0, |f| f as f64 / layout.tokens() as f64),
            self.quarters.iter().filter(|&&q| q).count() as f64 / 4.0,
            libm::log1p(self.richest() as f64),
            libm::log1p(scale * self.patterns.len() as f64),
            libm::log(words.min(LENGTH)),
            libm::log1p(100.0 * others / words),
        ]
    }
}
