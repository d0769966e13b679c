//! How far two people agree.

use std::collections::BTreeSet;

use serde::Serialize;

use notis_learn::metrics::kappa;

/// How far two people agree on one topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Agreement {
    /// The topic.
    pub topic: String,
    /// Agreement beyond chance (Cohen 1960): 1 fully, 0 as by chance.
    pub kappa: f64,
    /// Articles that both gave it.
    pub both: usize,
    /// Articles that the first alone gave it.
    pub first_alone: usize,
    /// Articles that the second alone gave it.
    pub second_alone: usize,
}

/// The agreement on each topic, from the labels that two people gave the same articles.
///
/// ```
/// let labels = |topics: &[&str]| topics.iter().map(|t| t.to_string()).collect::<Vec<_>>();
/// let pairs = [(labels(&["klima"]), labels(&["klima"])), (labels(&[]), labels(&["energi"]))];
/// let agreement = notis_topics::evaluate::agreement(&pairs);
/// assert_eq!((agreement[0].topic.as_str(), agreement[0].second_alone), ("energi", 1));
/// assert_eq!(agreement[1].kappa, 1.0);
/// ```
pub fn agreement(pairs: &[(Vec<String>, Vec<String>)]) -> Vec<Agreement> {
    let topics: BTreeSet<&String> = pairs.iter().flat_map(|(a, b)| a.iter().chain(b)).collect();
    topics.into_iter().map(|topic| on_topic(topic, pairs)).collect()
}

fn on_topic(topic: &String, pairs: &[(Vec<String>, Vec<String>)]) -> Agreement {
    let (first, second): (Vec<bool>, Vec<bool>) = pairs
        .iter()
        .map(|(a, b)| (a.contains(topic), b.contains(topic)))
        .unzip();
    let count = |a: bool, b: bool| first.iter().zip(&second).filter(|pair| *pair == (&a, &b)).count();
    Agreement {
        topic: topic.clone(),
        kappa: kappa(&first, &second),
        both: count(true, true),
        first_alone: count(true, false),
        second_alone: count(false, true),
    }
}
