//! How well names are marked: exact span and type, as CoNLL-2003 counts (Tjong Kim Sang & De Meulder 2003).

use serde::Serialize;

use crate::article::sentences;
use crate::gold::{GoldDocument, GoldSentence};
use crate::label::{Entity, Label, entities};
use crate::{EntityType, Gazetteer, NameModel};

/// How many names were marked, and how many of them right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Names of the gold.
    pub gold: usize,
    /// Names that were found.
    pub found: usize,
    /// Names that were found as the gold has them.
    pub right: usize,
}

impl Tally {
    /// The share of what was found that is right; 0 where nothing was.
    pub fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    /// The share of the gold that was found.
    pub fn recall(self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }

    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }

    fn add<T: PartialEq>(&mut self, gold: &[T], found: &[T]) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += gold.iter().filter(|span| found.contains(span)).count();
    }
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct NameScores {
    /// All nine types.
    pub all: Tally,
    /// The seven that are left where governed places count as places and organisations.
    pub seven_types: Tally,
    /// The spans alone, whatever the type.
    pub spans: Tally,
    /// Each type that is in the gold or was found, in the order of NorNE.
    pub types: Vec<(EntityType, Tally)>,
}

/// A span in words or bytes and its type.
type Span = (usize, usize, EntityType);

impl NameScores {
    fn add(&mut self, gold: &[Span], found: &[Span]) {
        let coarse = |spans: &[Span]| {
            spans
                .iter()
                .map(|&(start, end, of)| (start, end, of.coarse()))
                .collect::<Vec<_>>()
        };
        let bare = |spans: &[Span]| {
            spans
                .iter()
                .map(|&(start, end, _)| (start, end))
                .collect::<Vec<_>>()
        };
        self.all.add(gold, found);
        self.seven_types.add(&coarse(gold), &coarse(found));
        self.spans.add(&bare(gold), &bare(found));
        for entity in EntityType::ALL {
            let [gold, found] = [gold, found].map(|spans| of_type(spans, entity));
            if !gold.is_empty() || !found.is_empty() {
                self.of(entity).add(&gold, &found);
            }
        }
    }

    fn of(&mut self, entity: EntityType) -> &mut Tally {
        let at = self.types.partition_point(|(known, _)| *known < entity);
        if self.types.get(at).is_none_or(|(known, _)| *known != entity) {
            self.types.insert(at, (entity, Tally::default()));
        }
        &mut self.types[at].1
    }
}

fn of_type(spans: &[Span], entity: EntityType) -> Vec<Span> {
    spans.iter().copied().filter(|span| span.2 == entity).collect()
}

/// How the model marks the words of the gold, a sentence by itself.
pub fn on_words(model: &NameModel, gold: &[GoldDocument]) -> NameScores {
    scored(gold, |sentence| {
        let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        model.labels(&words)
    })
}

/// How the names of a gazetteer mark them.
pub fn of_gazetteer(gazetteer: &Gazetteer, gold: &[GoldDocument]) -> NameScores {
    scored(gold, |sentence| gazetteer.labels(sentence))
}

fn scored(gold: &[GoldDocument], mark: impl Fn(&GoldSentence) -> Vec<Label>) -> NameScores {
    let mut scores = NameScores::default();
    let span = |entity: Entity| (entity.words.start, entity.words.end, entity.entity);
    for sentence in gold.iter().flat_map(|document| &document.sentences) {
        let [gold, found] = [&sentence.labels, &mark(sentence)]
            .map(|labels| entities(labels).into_iter().map(span).collect::<Vec<_>>());
        scores.add(&gold, &found);
    }
    scores
}

/// How the model marks the texts behind the gold, with sentences and words as notis finds them: what a user gets.
pub fn on_text(model: &NameModel, gold: &[GoldDocument]) -> NameScores {
    let mut scores = NameScores::default();
    for document in gold {
        let (text, gold) = plain(document);
        let analysis = notis_text::analyze(&text, None);
        let found: Vec<Span> = sentences(&analysis)
            .flat_map(|sentence| sentence.entities(model))
            .map(|marked| (marked.span.start, marked.span.end, marked.entity))
            .collect();
        scores.add(&gold, &found);
    }
    scores
}

/// The text of a document, and where its names are.
fn plain(document: &GoldDocument) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut names = Vec::new();
    for sentence in &document.sentences {
        let (words, spans) = sentence.text();
        let start = text.len();
        let span = |found: Entity| {
            let [first, last] = [found.words.start, found.words.end - 1].map(|word| spans[word]);
            (start + first.start, start + last.end, found.entity)
        };
        names.extend(entities(&sentence.labels).into_iter().map(span));
        text.push_str(&words);
        text.push('\n');
    }
    (text, names)
}
