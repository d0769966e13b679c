//! How good topics are: whether their words belong together, differ from those of others, come back, and whether the
//! groups are those that people made.

mod agreement;
mod coherence;

pub use agreement::{
    adjusted_mutual_information, adjusted_rand_index, normalized_mutual_information, purity,
};
pub use coherence::{Coherence, CoherenceCounter};

/// The share of the words of all topics that are words of one topic alone (Dieng, Ruiz & Blei 2020): distinct words among
/// all words.
///
/// ```
/// let topics = [vec!["laks", "merd"], vec!["laks", "skole"]];
/// assert_eq!(notis_discover::measures::diversity(&topics), 0.75);
/// ```
pub fn diversity<W: Ord>(topics: &[Vec<W>]) -> f64 {
    let mut words: Vec<&W> = topics.iter().flatten().collect();
    let all = words.len();
    words.sort_unstable();
    words.dedup();
    words.len() as f64 / all.max(1) as f64
}

/// How far the topics of `one` run come back in `other`: the mean, over the topics, of the best Jaccard index of their
/// words (Greene, O'Callaghan & Cunningham 2014).
///
/// ```
/// let one = [vec!["laks", "merd"], vec!["skole", "elev"]];
/// let other = [vec!["elev", "lærer"], vec!["laks", "merd"]];
/// assert_eq!(notis_discover::measures::best_match(&one, &other), (1.0 + 1.0 / 3.0) / 2.0);
/// ```
pub fn best_match<W: PartialEq>(one: &[Vec<W>], other: &[Vec<W>]) -> f64 {
    let jaccard = |a: &Vec<W>, b: &Vec<W>| {
        let both = a.iter().filter(|word| b.contains(word)).count();
        both as f64 / (a.len() + b.len() - both).max(1) as f64
    };
    let best = |topic: &Vec<W>| {
        other
            .iter()
            .map(|found| jaccard(topic, found))
            .fold(0.0, f64::max)
    };
    one.iter().map(best).sum::<f64>() / one.len().max(1) as f64
}
