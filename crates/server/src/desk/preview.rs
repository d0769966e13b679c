//! What an edited topic would change among the articles that are kept, and by which words.

use notis::output::Tag;
use notis::{Desk, Reading, Topics};
use rayon::prelude::*;

use super::reading::heaviest;
use crate::desks::{self, Named};
use crate::problem::Problem;
use crate::store::{self, Filter, Store};
use crate::stories::NEWEST;

/// Changes that are listed.
const LISTED: usize = 50;
/// What is less probable is not near: a percent is the least that is shown.
const NEAR: f32 = 0.01;

/// What an edited topic changes.
pub(super) struct Preview {
    /// Articles that were looked at, the newest.
    pub(super) looked_at: usize,
    pub(super) changes: Vec<Change>,
    /// The article without the topic that comes nearest to it.
    pub(super) nearest: Option<Near>,
}

/// An article that comes near to having the topic.
pub(super) struct Near {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) probability: f32,
    /// The probability that would be enough.
    pub(super) threshold: f32,
}

/// An article that gains or loses the topic.
pub(super) struct Change {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) gains: bool,
    /// The words that carry it, where it gains it, or carried it, where it loses it.
    pub(super) words: Vec<String>,
}

/// Reads the newest articles with the topic as it is and as it would be.
pub(super) fn preview(
    store: &Store,
    named: &Named,
    edited: &Topics,
    topic: &str,
) -> Result<Preview, Problem> {
    let lines = store.read(|db| store::list(db, &Filter::default(), 0, NEWEST))?;
    let before = named.desk();
    let after = desks::built(named.model.clone(), Some(edited))?;
    let threshold = threshold(&after, topic);
    let look = |line: &store::ListLine| -> Result<Option<Seen>, Problem> {
        let Some(article) = store.read(|db| store::only_article(db, line.number))? else {
            return Ok(None);
        };
        let (was, is) = (
            tag(&before.read(&article)?, topic),
            tag(&after.read(&article)?, topic),
        );
        Ok(Some(Seen::new(line, was, is, threshold)))
    };
    let seen = lines.par_iter().filter_map(|line| look(line).transpose());
    let seen: Vec<Seen> = seen.collect::<Result<_, _>>()?;
    Ok(summed_up(lines.len(), seen))
}

/// What is seen of an article: a change, or how near it comes to the topic.
enum Seen {
    Changed(Change),
    Without(Near),
    With,
}

impl Seen {
    fn new(line: &store::ListLine, was: Told, is: Told, threshold: f32) -> Self {
        let (id, title) = (line.id.clone(), line.title.clone());
        let gains = matches!(is, Told::Given(_));
        match (was, is) {
            (Told::Given(_), Told::Given(_)) => Seen::With,
            (Told::Absent(_), Told::Absent(probability)) => Seen::Without(Near {
                id,
                title,
                probability,
                threshold,
            }),
            (_, Told::Given(tag)) | (Told::Given(tag), _) => Seen::Changed(Change {
                id,
                title,
                gains,
                words: words(&tag),
            }),
        }
    }
}

fn summed_up(looked_at: usize, seen: Vec<Seen>) -> Preview {
    let mut changes = Vec::new();
    let mut nearest: Option<Near> = None;
    for seen in seen {
        match seen {
            Seen::Changed(change) if changes.len() < LISTED => changes.push(change),
            Seen::Without(near) if near.probability >= NEAR => {
                let is_nearer = |known: &Near| near.probability > known.probability;
                if nearest.as_ref().is_none_or(is_nearer) {
                    nearest = Some(near);
                }
            }
            _ => {}
        }
    }
    Preview {
        looked_at,
        changes,
        nearest,
    }
}

/// The probability from which the desk gives the topic.
fn threshold(desk: &Desk, topic: &str) -> f32 {
    let topics = desk.model().map(|model| model.card().topics).unwrap_or_default();
    let card = topics.into_iter().find(|card| card.id == topic);
    card.map_or(1.0, |card| card.threshold)
}

/// What a desk says of the topic.
enum Told {
    /// That the article has it, and what carried it. The whole evidence is worked out only then.
    Given(Tag),
    /// That it has not, and how probable it is.
    Absent(f32),
}

fn tag(reading: &Reading<'_>, topic: &str) -> Told {
    if reading.tags().iter().any(|tag| tag.topic == topic) {
        let tags = reading.classification(true, false).topics;
        if let Some(tag) = tags.into_iter().find(|tag| tag.topic == topic) {
            return Told::Given(tag);
        }
    }
    let scores = reading.scores();
    let score = scores.iter().find(|(id, _)| *id == topic);
    Told::Absent(score.map_or(0.0, |(_, probability)| *probability))
}

fn words(tag: &Tag) -> Vec<String> {
    heaviest(tag)
        .into_iter()
        .map(|(word, _)| word.to_owned())
        .collect()
}
