//! Which topics a model has, and which topic a label means.

use std::collections::{BTreeSet, HashMap};

use super::samples::Samples;
use crate::Topic;
use crate::definitions::is_label;
use crate::{Definitions, Error};

/// The topics of `base`, with those of `definitions` in their place or after them.
pub(super) fn defined(definitions: Option<&Definitions>, base: &[Topic]) -> Vec<Topic> {
    let mut topics = base.to_vec();
    if let Some(definitions) = definitions {
        redefine(&mut topics, definitions);
    }
    topics
}

/// Puts definitions in the place of topics of the same id, or after all.
pub(super) fn redefine(topics: &mut Vec<Topic>, definitions: &Definitions) {
    let mut places = places(topics);
    for topic in definitions.topics() {
        match places.get(&topic.id) {
            Some(&known) => topics[known] = topic.clone(),
            None => {
                places.insert(topic.id.clone(), topics.len());
                topics.push(topic.clone());
            }
        }
    }
}

/// Where each id stands.
fn places(topics: &[Topic]) -> HashMap<String, usize> {
    let ids = topics.iter().map(|topic| topic.id.clone());
    ids.zip(0..).collect()
}

/// The topic of each label of the corpus. Without definitions, labels that are no topic yet become one, in
/// alphabetical order.
pub(super) fn place_labels(
    read: &Samples,
    are_defined: bool,
    topics: &mut Vec<Topic>,
) -> Result<Vec<u16>, Error> {
    check_labels(read)?;
    if are_defined {
        check(read, topics)?;
    } else {
        let labels: BTreeSet<&String> = read.labels.iter().collect();
        let known = places(topics);
        let unknown = labels.into_iter().filter(|label| !known.contains_key(*label));
        let unknown: Vec<Topic> = unknown.map(|l| Topic::undefined(l)).collect();
        topics.extend(unknown);
    }
    if topics.is_empty() {
        return Err(Error::NothingToLearn);
    }
    let places = places(topics);
    let place = |label: &String| places.get(label).copied().unwrap_or(0) as u16;
    Ok(read.labels.iter().map(place).collect())
}

/// A corpus whose labelled articles are all about one and the same topic teaches nothing.
pub(super) fn check_several(read: &Samples) -> Result<(), Error> {
    let mut labels = read.samples.iter().filter_map(|s| s.labels.as_deref());
    match labels.next() {
        Some([only]) if labels.all(|l| l == [*only]) => Err(Error::OneLabel(read.labels[*only].clone())),
        _ => Ok(()),
    }
}

/// Labels become ids of topics, and are written into labels files and outputs.
fn check_labels(read: &Samples) -> Result<(), Error> {
    let Some(wrong) = read.labels.iter().position(|label| !is_label(label)) else {
        return Ok(());
    };
    Err(Error::Label {
        place: read.met[wrong].to_string(),
        label: read.labels[wrong].clone(),
    })
}

fn check(read: &Samples, topics: &[Topic]) -> Result<(), Error> {
    let places = places(topics);
    match read.labels.iter().position(|label| !places.contains_key(label)) {
        Some(wrong) => Err(unknown(&read.met[wrong].to_string(), &read.labels[wrong], topics)),
        None => Ok(()),
    }
}

/// The place of the topic that a label at `stands` means.
pub(super) fn place(stands: &dyn std::fmt::Display, label: &str, topics: &[Topic]) -> Result<usize, Error> {
    let known = topics.iter().position(|topic| topic.id == label);
    known.ok_or_else(|| unknown(&stands.to_string(), label, topics))
}

/// A label is no topic; which it may have meant.
fn unknown(place: &str, label: &str, topics: &[Topic]) -> Error {
    Error::UnknownLabel {
        place: place.to_owned(),
        label: label.to_owned(),
        nearest: nearest(label, topics),
    }
}

/// So alike is what may have been meant: as clap has it for names of flags.
const ALIKE: f64 = 0.7;

/// The topic whose id is most like `label`, if any is much alike.
fn nearest(label: &str, topics: &[Topic]) -> Option<String> {
    let label = label.to_lowercase();
    let likeness = |topic: &Topic| strsim::jaro(&label, &topic.id.to_lowercase());
    let alike = topics.iter().map(|topic| (likeness(topic), &topic.id));
    let alike = alike.filter(|(likeness, _)| *likeness >= ALIKE);
    let best = alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.map(|(_, id)| id.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typo_is_told_from_another_word() {
        let topics = [Topic::undefined("nord-korea"), Topic::undefined("kultur")];
        assert_eq!(nearest("nordkorea", &topics).as_deref(), Some("nord-korea"));
        assert_eq!(nearest("Kutlur", &topics).as_deref(), Some("kultur"));
        assert_eq!(nearest("sjakk", &topics), None);
    }
}
