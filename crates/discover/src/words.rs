//! The terms that are a topic's own.

use rayon::prelude::*;
use serde::Serialize;

use crate::Bags;
use crate::copies::distinct;

/// A term of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TopicWord {
    /// The term.
    pub term: u32,
    /// How much it is the topic's own, above 0.
    pub weight: f32,
    /// The share of the topic's articles that hold it.
    pub share: f32,
}

/// Which terms are told of a topic.
pub struct WordOptions<'a> {
    /// How many.
    pub count: usize,
    /// How rare a term is in the language at large; 0 bars it.
    pub rarity: &'a (dyn Fn(u32) -> f32 + Sync),
    /// Whether terms that stand in the same articles are preferred: keywords are to mean one thing together.
    pub together: bool,
}

/// The terms of each topic that are most its own, best first. The topic's articles are one class: a term weighs the root of
/// the log-likelihood ratio of its share there beside its share elsewhere (Dunning 1993), times the root of its rarity
/// in the language. Copies of an article count once.
///
/// `topics` has the topic of each article, `None` where it has none.
pub fn topic_words(
    bags: &Bags,
    topics: &[Option<usize>],
    count: usize,
    options: &WordOptions<'_>,
) -> Vec<Vec<TopicWord>> {
    let distinct = distinct(&bags.firsts());
    let members = members(topics, count, &distinct);
    let counts = Counts::of(bags, &members, &distinct);
    let rarity = |term| (options.rarity)(term).sqrt();
    let rarities: Vec<f32> = (0..bags.lexicon().len() as u32).map(rarity).collect();
    (0..count)
        .into_par_iter()
        .map(|topic| {
            let members = &members[topic];
            let mut words = counts.rated(topic, members.len() as u32, &rarities);
            if options.together {
                words.truncate(CHOICE * options.count);
                words = together(bags, members, words, options.count);
            }
            words.truncate(options.count);
            words
        })
        .collect()
}

/// So many of the other articles are supposed to hold any word, and as many not, beside those that are counted: without
/// them, a word that two articles share by chance and none else has is a topic's own. Of 0, 1, 2 and 5, with powers of the
/// rarity from 0.25 to 0.7 (README.md).
const SUPPOSED: f32 = 2.0;
/// The fewest of a topic's articles that a word of it stands in. At least three had an NPMI of .299 instead of .430 on the
/// starter corpus (README.md).
const LEAST_ARTICLES: u32 = 2;
/// For each word so many are looked at for standing beside the others. Set by judgement, not measured.
const CHOICE: usize = 3;

/// The articles of each topic.
fn members(topics: &[Option<usize>], count: usize, distinct: &[usize]) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); count];
    for &article in distinct {
        topics[article]
            .iter()
            .for_each(|&topic| members[topic].push(article));
    }
    members
}

/// In how many articles of each topic each term stands.
struct Counts {
    topics: Vec<Vec<(u32, u32)>>,
    all: Vec<u32>,
    all_articles: u32,
}

impl Counts {
    fn of(bags: &Bags, members: &[Vec<usize>], distinct: &[usize]) -> Self {
        let counted = |members: &Vec<usize>| {
            let mut terms: Vec<u32> = members
                .iter()
                .flat_map(|&article| bags.article(article).map(|(term, _)| term))
                .collect();
            terms.sort_unstable();
            terms
                .chunk_by(|a, b| a == b)
                .map(|same| (same[0], same.len() as u32))
                .collect()
        };
        Counts {
            topics: members.par_iter().map(counted).collect(),
            all: bags.frequencies_in(distinct.iter().copied()),
            all_articles: distinct.len() as u32,
        }
    }

    /// The terms of a topic of so many articles that stand there more than elsewhere, best first.
    fn rated(&self, topic: usize, articles: u32, rarities: &[f32]) -> Vec<TopicWord> {
        let rate = |&(term, inside): &(u32, u32)| {
            let outside = (self.all[term as usize] - inside) as f32 + SUPPOSED;
            let others = (self.all_articles - articles) as f32 + 2.0 * SUPPOSED;
            let told = log_likelihood_ratio([inside as f32, articles as f32], [outside, others]);
            let share = inside as f32 / articles as f32;
            let weight = told.sqrt() * rarities[term as usize];
            TopicWord { term, weight, share }
        };
        let found = self.topics[topic]
            .iter()
            .filter(|(_, inside)| *inside >= LEAST_ARTICLES.min(articles));
        let mut words: Vec<TopicWord> = found.map(rate).filter(|word| word.weight > 0.0).collect();
        words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.term.cmp(&b.term)));
        words
    }
}

/// How much likelier two counts are, each of so many, where each has a share of its own than where they have one in
/// common: G², above 0 only where the first share is the larger.
fn log_likelihood_ratio(one: [f32; 2], other: [f32; 2]) -> f32 {
    let common = (one[0] + other[0]) / (one[1] + other[1]);
    if one[0] <= one[1] * common {
        return 0.0;
    }
    let term = |count: f32, expected: f32| {
        if count > 0.0 {
            count * libm::logf(count / expected)
        } else {
            0.0
        }
    };
    let of = |[count, all]: [f32; 2]| term(count, all * common) + term(all - count, all * (1.0 - common));
    (2.0 * (of(one) + of(other))).max(0.0)
}

/// The words, those first that weigh much and stand in the articles of those chosen before them: each next one is weighed
/// by its mean association (Jaccard's) with the chosen.
fn together(bags: &Bags, members: &[usize], words: Vec<TopicWord>, count: usize) -> Vec<TopicWord> {
    let places = places(bags, members, &words);
    // The sum of each word's associations with the chosen.
    let mut near = vec![0.0_f32; words.len()];
    let mut left: Vec<usize> = (0..words.len()).collect();
    let mut chosen: Vec<usize> = Vec::with_capacity(count);
    while chosen.len() < count && !left.is_empty() {
        let worth = |&word: &usize| {
            let near = near[word] / chosen.len().max(1) as f32;
            words[word].weight * (NEARNESS + near)
        };
        let best =
            (0..left.len()).max_by(|&a, &b| worth(&left[a]).total_cmp(&worth(&left[b])).then(b.cmp(&a)));
        let next = left.remove(best.unwrap_or_default());
        left.iter()
            .for_each(|&word| near[word] += jaccard(&places[word], &places[next]));
        chosen.push(next);
    }
    chosen.sort_unstable();
    chosen.into_iter().map(|word| words[word]).collect()
}

/// What a word counts that stands beside none of the others: low, so that the keywords mean one thing together. Set by
/// judgement, not measured.
const NEARNESS: f32 = 0.1;

/// The articles of a topic that hold each word.
fn places(bags: &Bags, members: &[usize], words: &[TopicWord]) -> Vec<Vec<u32>> {
    let mut sorted: Vec<(u32, usize)> = words
        .iter()
        .enumerate()
        .map(|(at, word)| (word.term, at))
        .collect();
    sorted.sort_unstable();
    let mut places = vec![Vec::new(); words.len()];
    for &article in members {
        for (term, _) in bags.article(article) {
            if let Ok(found) = sorted.binary_search_by_key(&term, |&(term, _)| term) {
                places[sorted[found].1].push(article as u32);
            }
        }
    }
    places
}

fn jaccard(a: &[u32], b: &[u32]) -> f32 {
    let (mut both, mut at) = (0, 0);
    for article in a {
        while at < b.len() && b[at] < *article {
            at += 1;
        }
        both += usize::from(b.get(at) == Some(article));
    }
    both as f32 / (a.len() + b.len() - both).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bags::tests::term;

    #[test]
    fn the_ratio_is_that_of_dunning() {
        // 10 of 40 against 5 of 160, worked out by hand: 2 Σ observed · ln(observed / expected).
        let ratio = log_likelihood_ratio([10.0, 40.0], [5.0, 160.0]);
        let by_hand = 2.0
            * (10.0 * (10.0_f32 / 3.0).ln()
                + 30.0 * (30.0_f32 / 37.0).ln()
                + 5.0 * (5.0_f32 / 12.0).ln()
                + 155.0 * (155.0_f32 / 148.0).ln());
        assert!((ratio - by_hand).abs() < 1e-3, "{ratio} {by_hand}");
        assert_eq!(log_likelihood_ratio([5.0, 160.0], [10.0, 40.0]), 0.0);
    }

    #[test]
    fn a_topics_words_are_those_that_stand_there_and_not_elsewhere() {
        let mut bags = Bags::default();
        for number in 0..20 {
            let own = if number < 10 {
                ["laks", "merd"]
            } else {
                ["skole", "elev"]
            };
            let words = own.into_iter().chain(["kommune"]);
            bags.add(words.map(|key| term(key, key, false)));
        }
        let topics: Vec<Option<usize>> = (0..20).map(|number| Some(number / 10)).collect();
        let options = WordOptions {
            count: 2,
            rarity: &|_| 1.0,
            together: true,
        };
        let words = topic_words(&bags, &topics, 2, &options);
        let told = |topic: usize| {
            words[topic]
                .iter()
                .map(|w| bags.lexicon().key(w.term))
                .collect::<Vec<_>>()
        };
        assert_eq!((told(0), told(1)), (vec!["laks", "merd"], vec!["skole", "elev"]));
    }
}
