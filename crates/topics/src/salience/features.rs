//! What is measured of one (article, topic) pair.

use super::Layout;
use super::layout::Part;
use crate::{Mention, Role};

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

/// Measures one topic's mentions (those of one topic, in the order of [`crate::Matcher::mentions`]);
/// `others` is the [`volume`] of the other topics' mentions.
pub fn features(layout: &Layout<'_>, mentions: &[Mention], others: f64) -> Features {
    let spots = mentions.iter().filter_map(|mention| Spot::of(layout, mention));
    Tally::of(spots).features(layout, others)
}

/// The [`features`] without the first mention, without the second, and so on.
pub fn features_without_each(layout: &Layout<'_>, mentions: &[Mention], others: f64) -> Vec<Features> {
    let spots: Vec<Option<Spot>> = mentions.iter().map(|mention| Spot::of(layout, mention)).collect();
    let without = |skipped: usize| {
        let rest = spots[..skipped].iter().chain(&spots[skipped + 1..]);
        Tally::of(rest.filter_map(|spot| *spot)).features(layout, others)
    };
    (0..spots.len()).map(without).collect()
}

/// A mention where it stands.
#[derive(Clone, Copy, Debug)]
struct Spot {
    part: Part,
    names: bool,
    pattern: u32,
    /// The numbers of its token and its sentence; `None` in a title beside the text.
    place: Option<(usize, usize)>,
}

impl Spot {
    /// Where a mention stands; `None` for one that tells nothing of the story.
    fn of(layout: &Layout<'_>, mention: &Mention) -> Option<Self> {
        let at = mention.span.start;
        let part = if mention.in_title {
            Part::Title
        } else {
            layout.part_at(at)
        };
        let tells = part != Part::Outside && !matches!(mention.role, Role::Always | Role::Never);
        tells.then(|| Spot {
            part,
            names: mention.role == Role::Alias,
            pattern: mention.pattern,
            place: (!mention.in_title).then(|| (layout.tokens_before(at), layout.sentence_at(at))),
        })
    }
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
    /// Token numbers of the mentions in the text.
    places: Vec<usize>,
    patterns: Vec<u32>,
}

impl Tally {
    fn of(spots: impl Iterator<Item = Spot>) -> Self {
        let most = spots.size_hint().1.unwrap_or_default();
        let mut tally = Tally {
            places: Vec::with_capacity(most),
            patterns: Vec::with_capacity(most),
            ..Tally::default()
        };
        spots.for_each(|spot| tally.add(spot));
        tally
    }

    fn add(&mut self, spot: Spot) {
        if !self.patterns.contains(&spot.pattern) {
            self.patterns.push(spot.pattern);
        }
        self.count(spot);
        match spot.place {
            None => self.first = Some(0),
            Some((token, sentence)) => self.place(token, sentence),
        }
    }

    fn count(&mut self, spot: Spot) {
        if spot.names {
            self.aliases += 1.0;
            self.title |= spot.part == Part::Title;
            self.lead |= spot.part == Part::Lead;
            self.subheading |= spot.part == Part::Subheading;
        } else {
            self.related += 1.0;
        }
    }

    fn place(&mut self, token: usize, sentence: usize) {
        self.first = Some(self.first.map_or(token, |f| f.min(token)));
        self.places.push(token);
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

    /// In how many quarters of the text the topic is mentioned.
    fn quarters(&self, tokens: usize) -> usize {
        let mut quarters = [false; 4];
        for place in &self.places {
            quarters[(4 * place / tokens).min(3)] = true;
        }
        quarters.iter().filter(|&&quarter| quarter).count()
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
            self.quarters(layout.tokens()) as f64 / 4.0,
            libm::log1p(self.richest() as f64),
            libm::log1p(scale * self.patterns.len() as f64),
            libm::log(words.min(LENGTH)),
            libm::log1p(100.0 * others / words),
        ]
    }
}
