//! How good the topics are that are found.

use std::time::Instant;

use notis_discover::measures::{
    CoherenceCounter, adjusted_rand_index, best_match, diversity, normalized_mutual_information, purity,
};
use notis_discover::{Bags, Found, Options, TopicWord, WeightOptions, discover, weigh};
use notis_learn::random::SplitMix;
use rayon::prelude::*;

use super::describe::telling_words;
use super::{Archive, Discoverer, Sighting, fitting};
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
        let words = words(&archive.words, &found);
        let seconds = start.elapsed().as_secs_f64();
        let texts = if reference.is_empty() { articles } else { reference };
        Ok(DiscoveryScores {
            articles: archive.len(),
            topics: found.topics,
            outside: found.fits.iter().filter(|fit| !fit.fits).count(),
            seconds,
            coherence: coherence(&words, texts),
            diversity: diversity(&words),
            stability: self.stability(&archive.words, &found, &words, draws),
            agreement: agreement(&archive, &found),
            words,
        })
    }

    /// How far the words of the topics come back in other draws of the articles.
    fn stability(&self, bags: &Bags, found: &Found, own: &[Vec<String>], draws: usize) -> Option<f64> {
        let draw = |number: usize| {
            let mut random = SplitMix(self.seed.wrapping_add(1 + number as u64));
            let drawn: Vec<usize> = (0..bags.len()).map(|_| random.below(bags.len())).collect();
            let bags = bags.select(&drawn);
            let again = self::found(&bags, Some(found.topics), self.seed);
            best_match(own, &words(&bags, &again))
        };
        let matches: Vec<f64> = (0..draws).map(draw).collect();
        (draws > 0).then(|| matches.iter().sum::<f64>() / draws as f64)
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
fn words(bags: &Bags, found: &Found) -> Vec<Vec<String>> {
    let words = telling_words(bags, &fitting(&found.fits), found.topics, WORDS);
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

fn agreement(archive: &Archive, found: &Found) -> Option<LabelAgreement> {
    let labelled = archive.abouts.iter().zip(&found.fits);
    let labelled: Vec<(&str, usize, bool)> = labelled
        .filter_map(|(about, fit)| Some((about.label.as_deref()?, fit.topic, fit.fits)))
        .collect();
    let mut labels: Vec<&str> = labelled.iter().map(|article| article.0).collect();
    labels.sort_unstable();
    labels.dedup();
    (labels.len() > 1).then(|| LabelAgreement {
        articles: labelled.len(),
        labels: labels.len(),
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
