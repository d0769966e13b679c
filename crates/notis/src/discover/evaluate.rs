//! How good the topics are that are found.

use std::time::Instant;

use notis_discover::measures::{
    CoherenceCounter, adjusted_rand_index, best_match, diversity, normalized_mutual_information, purity,
};
use notis_discover::{Bags, Found, Options, TopicWord, WeightOptions, discover, weigh};
use notis_learn::random::SplitMix;
use rayon::prelude::*;

use super::describe::telling_words;
use super::{About, Archive, Discoverer, Sighting, fitting};
use crate::output::{Agreement, DiscoveryScores, LabelAgreement};
use crate::{Article, Desk, Error};

/// Words of a topic that are measured, as is the custom.
const WORDS: usize = 10;

impl Discoverer {
    /// How good the topics of `articles` are: whether their words stand together in `reference` texts (the articles
    /// themselves where it is empty), come back in `draws` of the articles anew (with replacement), and agree with labels.
    ///
    /// # Errors
    /// Where there are too few articles, or the options ask for what cannot be.
    pub fn evaluate(
        &self,
        articles: &[Article],
        reference: &[Article],
        draws: usize,
    ) -> Result<DiscoveryScores, Error> {
        self.check()?;
        let desk = Desk::builder().without_model().build()?;
        let archive = archive(&desk, articles)?;
        self.check_articles(archive.len())?;
        let start = Instant::now();
        let found = found(&archive.words, self.count, self.seed);
        let topics = fitting(&found.fits);
        let words = words(&archive.words, &topics, found.topics);
        let seconds = start.elapsed().as_secs_f64();
        let texts = if reference.is_empty() { articles } else { reference };
        Ok(DiscoveryScores {
            articles: archive.len(),
            topics: found.topics,
            outside: found.fits.iter().filter(|fit| !fit.fits).count(),
            seconds,
            coherence: coherence(&words, texts),
            diversity: diversity(&words),
            stability: self.stability(&archive.words, (&topics, found.topics), draws, |bags, _| {
                fitting(&self::found(bags, Some(found.topics), self.seed).fits)
            }),
            agreement: agreement(&archive, &found, self.label_stability(&archive, draws)),
            words,
        })
    }

    /// How far the words of topics come back in other draws of the articles: those of `topics`, each beside the nearest
    /// of the topics that `again` finds in what was drawn.
    fn stability(
        &self,
        bags: &Bags,
        (topics, count): (&[Option<usize>], usize),
        draws: usize,
        again: impl Fn(&Bags, &[usize]) -> Vec<Option<usize>>,
    ) -> Option<f64> {
        let own = words(bags, topics, count);
        let draw = |number: usize| {
            let mut random = SplitMix(self.seed.wrapping_add(1 + number as u64));
            let drawn: Vec<usize> = (0..bags.len()).map(|_| random.below(bags.len())).collect();
            let bags = bags.select(&drawn);
            best_match(&own, &words(&bags, &again(&bags, &drawn), count))
        };
        let matches: Vec<f64> = (0..draws).map(draw).collect();
        (draws > 0).then(|| matches.iter().sum::<f64>() / draws as f64)
    }

    /// How far the words of labels come back, had the labels been the topics: what no search for topics does away with.
    fn label_stability(&self, archive: &Archive, draws: usize) -> Option<f64> {
        let labels = labels(archive);
        let number = |about: &About| labels.binary_search(&about.label.as_deref()?).ok();
        let topics: Vec<Option<usize>> = archive.abouts.iter().map(number).collect();
        self.stability(&archive.words, (&topics, labels.len()), draws, |_, drawn| {
            drawn.iter().map(|&article| topics[article]).collect()
        })
    }
}

fn archive(desk: &Desk, articles: &[Article]) -> Result<Archive, Error> {
    let sighting = |article| desk.read(article).map(|reading| Sighting::of(&reading));
    let sightings: Vec<Sighting> = articles.par_iter().map(sighting).collect::<Result<_, _>>()?;
    let mut archive = Archive::default();
    sightings.into_iter().for_each(|sighting| archive.add(sighting));
    Ok(archive)
}

fn found(bags: &Bags, topics: Option<usize>, seed: u64) -> Found {
    let options = Options {
        topics,
        seed,
        ..Options::default()
    };
    discover(&weigh(bags, &WeightOptions::default()), &options)
}

/// The words of each topic, as stems.
fn words(bags: &Bags, topics: &[Option<usize>], count: usize) -> Vec<Vec<String>> {
    let words = telling_words(bags, topics, count, WORDS);
    let stem = |word: &TopicWord| bags.lexicon().key(word.term).to_owned();
    words
        .iter()
        .map(|topic| topic.iter().map(stem).collect())
        .collect()
}

/// Every word of the texts counts, stop words too: what stands between two words is their distance.
fn coherence(words: &[Vec<String>], texts: &[Article]) -> notis_discover::measures::Coherence {
    let mut counter = CoherenceCounter::new(words);
    for article in texts {
        let analysis = notis_text::analyze(&article.text, None);
        counter.add((0..analysis.tokens.len()).map(|token| analysis.stem(token)));
    }
    counter.finish()
}

/// The labels of articles that have exactly one, ascending.
fn labels(archive: &Archive) -> Vec<&str> {
    let mut labels: Vec<&str> = archive
        .abouts
        .iter()
        .filter_map(|about| about.label.as_deref())
        .collect();
    labels.sort_unstable();
    labels.dedup();
    labels
}

fn agreement(archive: &Archive, found: &Found, stability: Option<f64>) -> Option<LabelAgreement> {
    let labelled = archive.abouts.iter().zip(&found.fits);
    let labelled: Vec<(&str, usize, bool)> = labelled
        .filter_map(|(about, fit)| Some((about.label.as_deref()?, fit.topic, fit.fits)))
        .collect();
    let labels = labels(archive).len();
    (labels > 1).then(|| LabelAgreement {
        articles: labelled.len(),
        labels,
        stability,
        all: agreement_of(labelled.iter()),
        fitting: agreement_of(labelled.iter().filter(|article| article.2)),
    })
}

fn agreement_of<'a>(articles: impl Iterator<Item = &'a (&'a str, usize, bool)>) -> Agreement {
    let (labels, topics): (Vec<&str>, Vec<usize>) = articles.map(|article| (article.0, article.1)).unzip();
    Agreement {
        purity: purity(&labels, &topics),
        nmi: normalized_mutual_information(&labels, &topics),
        ari: adjusted_rand_index(&labels, &topics),
    }
}
