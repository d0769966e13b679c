//! What a page needs of an article.

use notis_topics::Reason;

use crate::discover::About;
use crate::output::{Classification, Evidence};
use crate::{Budget, Error, GroupItem, NameKind, Reading};

/// What a page needs of an article: a few kilobytes.
pub(crate) struct Entry {
    pub(crate) about: About,
    /// Its topics by their numbers, the most probable first.
    pub(crate) topics: Vec<usize>,
    /// Why it has none.
    pub(crate) reason: Option<Reason>,
    /// The topic that came nearest, its probability and its threshold.
    pub(crate) nearest: Option<(usize, f32, f32)>,
    /// Who and what it names, with the kind of each where that is asked for.
    pub(crate) names: Vec<(String, Option<NameKind>)>,
    /// A sentence that tells its first topic.
    pub(crate) example: Option<Example>,
    /// What stories need of it; taken out once they are known.
    pub(crate) item: Option<GroupItem>,
}

/// A sentence with the words that carried a topic.
pub(crate) struct Example {
    pub(crate) probability: f32,
    /// Stretches of the sentence, and whether each is such a word.
    pub(crate) stretches: Vec<(String, bool)>,
}

/// Sentences of an article's own digest, of which those of stories are made.
const SENTENCES: usize = 2;

impl Entry {
    pub(crate) fn of(reading: &Reading<'_>) -> Result<Self, Error> {
        let answer = reading.classification(true, false);
        let nearest = reading.classified(true).nearest.as_ref();
        Ok(Entry {
            about: About::of(reading.article(), reading.analyzed()),
            topics: reading.topic_numbers(),
            reason: answer.decision.reason(),
            nearest: nearest.map(|tag| (tag.topic, tag.probability, tag.threshold)),
            names: reading
                .names()
                .into_iter()
                .map(|name| (name.name, name.kind))
                .collect(),
            example: example(reading, &answer),
            item: Some(reading.group_item(Budget::Sentences(SENTENCES))?),
        })
    }
}

/// The sentence whose words speak most for the first topic.
fn example(reading: &Reading<'_>, answer: &Classification) -> Option<Example> {
    let tag = answer.topics.first()?;
    let told: Vec<&Evidence> = tag
        .evidence
        .iter()
        .flatten()
        .filter(|evidence| evidence.weight > 0.0 && evidence.stands_in_text())
        .collect();
    let inside = |start: usize, end: usize| {
        let inside = told
            .iter()
            .copied()
            .filter(move |e| start <= e.start && e.end <= end);
        inside.collect::<Vec<&Evidence>>()
    };
    let weight = |start, end| {
        inside(start, end)
            .iter()
            .map(|evidence| evidence.weight)
            .sum::<f32>()
    };
    let sentences = reading.sentences().iter().map(|sentence| sentence.span);
    let best = sentences.max_by(|a, b| {
        weight(a.start, a.end)
            .total_cmp(&weight(b.start, b.end))
            .then(b.start.cmp(&a.start))
    })?;
    let found = inside(best.start, best.end);
    (!found.is_empty()).then(|| Example {
        probability: tag.probability,
        stretches: stretches(&reading.article().text, best.start, best.end, &found),
    })
}

/// The sentence in stretches: between the words that speak for the topic, and these.
fn stretches(text: &str, start: usize, end: usize, told: &[&Evidence]) -> Vec<(String, bool)> {
    let mut spans: Vec<(usize, usize)> = told
        .iter()
        .map(|evidence| (evidence.start, evidence.end))
        .collect();
    spans.sort_unstable();
    let (mut stretches, mut at) = (Vec::new(), start);
    for (from, to) in spans {
        if from >= at {
            stretches.push((text[at..from].to_owned(), false));
            stretches.push((text[from..to].to_owned(), true));
            at = to;
        }
    }
    stretches.push((text[at..end].to_owned(), false));
    stretches.retain(|stretch| !stretch.0.is_empty());
    stretches
}
