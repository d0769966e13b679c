//! Whether the words of a topic stand together in texts (Röder, Both & Hinneburg 2015). Counted and computed as gensim
//! does, whose answers the comparison in `benches/compare/discovery.py` holds ours against.

use rustc_hash::FxHashMap;
use serde::Serialize;

/// The coherence of topics, each a mean over them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Coherence {
    /// Normalised pointwise mutual information of pairs of words that stand in one article: −1 to 1.
    pub npmi: f64,
    /// The same of pairs within 10 words of each other.
    pub npmi_near: f64,
    /// C_v: the cosine between what each word and what all words stand beside, within 110 words: 0 to 1.
    pub c_v: f64,
}

/// Windows in words, as gensim has them.
const WHOLE: usize = usize::MAX;
const NEAR_WINDOW: usize = 10;
const C_V_WINDOW: usize = 110;
/// Stands in for no occurrence, as gensim has it.
const EPSILON: f64 = 1e-12;

/// Counts in how many windows of texts the words of topics stand.
#[derive(Clone, Debug)]
pub struct CoherenceCounter {
    /// The topics as numbers of words.
    topics: Vec<Vec<usize>>,
    numbers: FxHashMap<String, usize>,
    whole: Windows,
    near: Windows,
    wide: Windows,
}

impl CoherenceCounter {
    /// A counter for these topics.
    pub fn new<W: AsRef<str>>(topics: &[Vec<W>]) -> Self {
        let mut numbers = FxHashMap::default();
        let mut number = |word: &W| {
            let next = numbers.len();
            *numbers.entry(word.as_ref().to_owned()).or_insert(next)
        };
        let topics = topics
            .iter()
            .map(|words| words.iter().map(&mut number).collect())
            .collect();
        let words = numbers.len();
        CoherenceCounter {
            topics,
            numbers,
            whole: Windows::new(WHOLE, words),
            near: Windows::new(NEAR_WINDOW, words),
            wide: Windows::new(C_V_WINDOW, words),
        }
    }

    /// Counts a text, word by word.
    pub fn add<W: AsRef<str>>(&mut self, text: impl IntoIterator<Item = W>) {
        let numbers: Vec<Option<usize>> = text
            .into_iter()
            .map(|word| self.numbers.get(word.as_ref()).copied())
            .collect();
        self.whole.add(&numbers);
        self.near.add(&numbers);
        self.wide.add(&numbers);
    }

    /// The coherence of the topics. Words that stand in no text are left out, and topics of fewer than two others.
    pub fn finish(&self) -> Coherence {
        let stands = |word: &usize| self.whole.words[*word] > 0;
        let known = |topic: &Vec<usize>| topic.iter().copied().filter(|word| stands(word)).collect();
        let topics: Vec<Vec<usize>> = self
            .topics
            .iter()
            .map(known)
            .filter(|topic: &Vec<usize>| topic.len() > 1)
            .collect();
        let mean = |of_topic: &dyn Fn(&[usize]) -> f64| {
            topics.iter().map(|topic| of_topic(topic)).sum::<f64>() / topics.len().max(1) as f64
        };
        Coherence {
            npmi: mean(&|topic| self.whole.pairwise(topic)),
            npmi_near: mean(&|topic| self.near.pairwise(topic)),
            c_v: mean(&|topic| self.wide.c_v(topic)),
        }
    }
}

/// In how many windows words and pairs of words stand.
#[derive(Clone, Debug)]
struct Windows {
    size: usize,
    all: u64,
    words: Vec<u64>,
    pairs: FxHashMap<(usize, usize), u64>,
}

/// The first windows that hold a word, and those after the last, in order and apart.
type Stretches = Vec<(usize, usize)>;

impl Windows {
    fn new(size: usize, words: usize) -> Self {
        Windows {
            size,
            all: 0,
            words: vec![0; words],
            pairs: FxHashMap::default(),
        }
    }

    fn add(&mut self, text: &[Option<usize>]) {
        let windows = text.len().saturating_sub(self.size) + 1;
        self.all += windows as u64;
        let found = self.stretches(text, windows);
        for (at, (word, own)) in found.iter().enumerate() {
            self.words[*word] += length(own);
            for (other, others) in &found[..at] {
                let both = overlap(own, others);
                if both > 0 {
                    *self.pairs.entry(ordered(*word, *other)).or_default() += both;
                }
            }
        }
    }

    /// The windows of a text that each of its words stands in.
    fn stretches(&self, text: &[Option<usize>], windows: usize) -> Vec<(usize, Stretches)> {
        let mut found: Vec<(usize, Stretches)> = Vec::new();
        let mut places: FxHashMap<usize, usize> = FxHashMap::default();
        for (place, word) in text.iter().enumerate() {
            let Some(word) = *word else { continue };
            let (from, to) = ((place + 1).saturating_sub(self.size), windows.min(place + 1));
            let at = *places.entry(word).or_insert_with(|| {
                found.push((word, Vec::new()));
                found.len() - 1
            });
            let stretches = &mut found[at].1;
            match stretches.last_mut() {
                Some(last) if from <= last.1 => last.1 = to.max(last.1),
                _ => stretches.push((from, to)),
            }
        }
        found
    }

    fn share(&self, count: u64) -> f64 {
        count as f64 / self.all.max(1) as f64
    }

    fn npmi(&self, a: usize, b: usize) -> f64 {
        let both = if a == b {
            self.words[a]
        } else {
            self.pairs.get(&ordered(a, b)).copied().unwrap_or_default()
        };
        let apart = self.share(self.words[a]) * self.share(self.words[b]);
        if apart == 0.0 {
            return 0.0;
        }
        let both = self.share(both) + EPSILON;
        libm::log(both / apart) / -libm::log(both)
    }

    /// The mean over all pairs of words.
    fn pairwise(&self, topic: &[usize]) -> f64 {
        let pairs = (0..topic.len()).flat_map(|b| (0..b).map(move |a| (topic[a], topic[b])));
        let values: Vec<f64> = pairs.map(|(a, b)| self.npmi(a, b)).collect();
        values.iter().sum::<f64>() / values.len().max(1) as f64
    }

    /// The mean, over the words, of the cosine between the word's vector and that of all words.
    fn c_v(&self, topic: &[usize]) -> f64 {
        let vector = |&word: &usize| {
            topic
                .iter()
                .map(|&other| self.npmi(word, other))
                .collect::<Vec<f64>>()
        };
        let vectors: Vec<Vec<f64>> = topic.iter().map(vector).collect();
        let all: Vec<f64> = (0..topic.len())
            .map(|at| vectors.iter().map(|v| v[at]).sum())
            .collect();
        vectors.iter().map(|vector| cosine(vector, &all)).sum::<f64>() / topic.len() as f64
    }
}

fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

fn length(stretches: &Stretches) -> u64 {
    stretches.iter().map(|(from, to)| (to - from) as u64).sum()
}

fn overlap(a: &Stretches, b: &Stretches) -> u64 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let (from, to) = (a[i].0.max(b[j].0), a[i].1.min(b[j].1));
        both += to.saturating_sub(from) as u64;
        if a[i].1 < b[j].1 { i += 1 } else { j += 1 }
    }
    both
}

fn cosine(a: &[f64], b: &[f64]) -> f64 {
    let dot = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| x * y).sum::<f64>();
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    if lengths > 0.0 { dot(a, b) / lengths } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coherence(topic: &[&str], texts: &[&str]) -> Coherence {
        let mut counter = CoherenceCounter::new(&[topic.to_vec()]);
        texts.iter().for_each(|text| counter.add(text.split(' ')));
        counter.finish()
    }

    #[test]
    fn words_that_always_stand_together_are_coherent() {
        let texts = ["laks merd lus", "skole elev lærer", "laks merd lus", "skole elev"];
        let together = coherence(&["laks", "merd", "lus"], &texts);
        assert!((together.npmi - 1.0).abs() < 1e-6 && (together.c_v - 1.0).abs() < 1e-6);
        assert_eq!(coherence(&["laks", "merd", "lus", "ukjent"], &texts), together);
        let apart = coherence(&["laks", "elev"], &texts);
        assert!(apart.npmi < -0.9);
    }

    #[test]
    fn windows_slide() {
        let mut windows = Windows::new(3, 2);
        // Five windows: 0-2, 1-3, 2-4, 3-5, 4-6.
        windows.add(&[Some(0), None, None, Some(1), None, None, Some(0)]);
        assert_eq!((windows.all, windows.words.clone()), (5, vec![2, 3]));
        assert_eq!(windows.pairs.get(&(0, 1)), None);
        windows.add(&[Some(0), Some(1)]);
        assert_eq!(windows.pairs[&(0, 1)], 1);
    }
}
