//! The terms that are a topic's own.

use rayon::prelude::*;
use serde::Serialize;

use crate::Bags;

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

/// The terms of each topic that are most its own, best first: class-based TF-IDF, in which the topic's articles are one
/// class. A term weighs what its share among the topic's articles tells beside its share elsewhere (the Kullback–Leibler
/// term of that share), times the root of its rarity in the language: without the rarity and with all of it, the words of
/// the starter corpus stand together less often, and with all of it they are rare ones that few articles hold.
///
/// `topics` has the topic of each article, `None` where it has none.
pub fn topic_words(
    bags: &Bags,
    topics: &[Option<usize>],
    count: usize,
    options: &WordOptions<'_>,
) -> Vec<Vec<TopicWord>> {
    let members = members(topics, count);
    let counts = Counts::of(bags, &members);
    let rarities: Vec<f32> = (0..bags.lexicon().len() as u32).map(options.rarity).collect();
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

/// The fewest of a topic's articles that a word of it stands in.
const LEAST_ARTICLES: u32 = 2;
/// For each word so many are looked at for standing beside the others.
const CHOICE: usize = 3;

/// The articles of each topic.
fn members(topics: &[Option<usize>], count: usize) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); count];
    for (article, topic) in topics.iter().enumerate() {
        topic.iter().for_each(|&topic| members[topic].push(article));
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
    fn of(bags: &Bags, members: &[Vec<usize>]) -> Self {
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
            all: bags.document_frequencies(),
            all_articles: bags.len() as u32,
        }
    }

    /// The terms of a topic of so many articles that stand there more than elsewhere, best first.
    fn rated(&self, topic: usize, articles: u32, rarities: &[f32]) -> Vec<TopicWord> {
        let rate = |&(term, inside): &(u32, u32)| {
            let outside = self.all[term as usize] - inside;
            let share = inside as f32 / articles as f32;
            let elsewhere = (outside as f32 + 0.5) / ((self.all_articles - articles) as f32 + 1.0);
            let weight = share * libm::logf(share / elsewhere) * rarities[term as usize].sqrt();
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

/// What a word counts that stands beside none of the others: low, so that the keywords mean one thing together.
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
