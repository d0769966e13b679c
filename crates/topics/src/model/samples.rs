//! A corpus as training reads it: in one pass, keeping what learning needs and letting the texts go.

use std::collections::BTreeMap;

use notis_corpus::{Article, Graded, Place};
use notis_features::{FeatureOptions, FeaturizerBuilder, TermCounts};
use rayon::prelude::*;

use super::Progress;
use super::reading::Reading;
use super::trained_on::print;
use crate::prose::share_in_sentences;
use crate::salience::Features;
use crate::{Error, Example, Input, Matcher, Topic, analyzed};

/// What is kept of one article.
pub(super) struct Sample {
    pub(super) id: String,
    /// The four bytes that tell its text.
    pub(super) print: u32,
    /// The topics it is about, as indices of the labels of [`Samples`]; `None` where nobody labelled it.
    pub(super) labels: Option<Vec<usize>>,
    /// Which topics were looked at when it was labelled; `None` is all.
    pub(super) graded: Option<Graded>,
    /// Its words, the title's among them.
    pub(super) words: usize,
    /// The defined topics it names, ascending, with what was measured.
    pub(super) named: Vec<(usize, Features)>,
    /// The share of its words in whole sentences, where it is long enough to tell.
    pub(super) prose: Option<f64>,
}

/// A corpus, and the builder of its features.
pub(super) struct Samples {
    pub(super) samples: Vec<Sample>,
    pub(super) builder: FeaturizerBuilder,
    /// Every label met, in the order it was first met.
    pub(super) labels: Vec<String>,
    /// Where each of them was first met.
    pub(super) met: Vec<Place>,
    /// The hash of all ids, texts and labels in their order, as hexadecimal digits.
    pub(super) hash: String,
}

/// Articles analysed side by side.
const BATCH: usize = 512;

/// So much text is read before it is settled what to count.
const MANY_BYTES: usize = 64_000_000;

/// The next articles, at most `count`.
fn take<A, E>(articles: &mut impl Iterator<Item = Result<A, E>>, count: usize) -> Result<Vec<Example>, Error>
where
    A: Into<Example>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let next = articles.by_ref().take(count);
    let batch: Result<Vec<Example>, E> = next.map(|article| article.map(A::into)).collect();
    batch.map_err(|e| Error::Corpus(e.into()))
}

/// Articles from the start, up to [`MANY_BYTES`] of text, and how much text they have.
fn first_batch<A, E>(
    articles: &mut impl Iterator<Item = Result<A, E>>,
) -> Result<(Vec<Example>, usize), Error>
where
    A: Into<Example>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while bytes < MANY_BYTES {
        let next = take(articles, 1)?;
        let Some(example) = next.into_iter().next() else {
            break;
        };
        bytes += example.article.text.len();
        batch.push(example);
    }
    Ok((batch, bytes))
}

impl Samples {
    /// Reads all articles; `topics` are those whose mentions are measured, and `options` gives what to count of a
    /// corpus of so many bytes (or of [`MANY_BYTES`], for one that is larger).
    pub(super) fn read<A, E>(
        mut articles: impl Iterator<Item = Result<A, E>>,
        topics: &[Topic],
        options: impl Fn(usize) -> FeatureOptions,
        progress: &dyn Fn(Progress),
    ) -> Result<Self, Error>
    where
        A: Into<Example>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        let matcher = Matcher::new(topics);
        let mut samples = Vec::new();
        let mut met = Met::default();
        let (mut batch, bytes) = first_batch(&mut articles)?;
        let options = options(bytes);
        let mut builder = FeaturizerBuilder::new(options.clone());
        let mut hasher = blake3::Hasher::new();
        while !batch.is_empty() {
            let measured: Vec<_> = batch
                .par_iter()
                .map(|a| measure(a, topics.len(), &matcher, &options))
                .collect();
            batch.iter().for_each(|e| hash(&e.article, &mut hasher));
            for (Example { article, .. }, (terms, named, prose, words)) in batch.into_iter().zip(measured) {
                builder.add(&terms);
                samples.push(Sample {
                    labels: met.numbers(&article),
                    id: article.id,
                    print: print(&article.text),
                    graded: article.graded,
                    words,
                    named,
                    prose,
                });
            }
            progress(Progress::Read(samples.len()));
            batch = take(&mut articles, BATCH)?;
        }
        Ok(Samples {
            samples,
            builder,
            labels: in_order(met.numbers),
            met: met.places,
            hash: hasher.finalize().to_hex().to_string(),
        })
    }
}

/// Each part goes in with its length, so that no two corpora run together to the same bytes.
fn hash(article: &Article, hasher: &mut blake3::Hasher) {
    let fixed = [&article.id, &article.text].into_iter();
    for part in fixed.chain(&article.title).chain(article.labels.iter().flatten()) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
}

fn measure(
    example: &Example,
    topics: usize,
    matcher: &Matcher,
    options: &FeatureOptions,
) -> (TermCounts, Vec<(usize, Features)>, Option<f64>, usize) {
    let analysis = analyzed(&example.article);
    let reading = Reading::new(&analysis, matcher);
    let named = (0..topics).filter_map(|topic| Some((topic, reading.features(topic)?)));
    let prose = share_in_sentences(&analysis);
    let content = Input::new(&analysis, &example.vector).content();
    let terms = options.views.terms_of(&content);
    (terms, named.collect(), prose, reading.words())
}

/// The labels met so far.
#[derive(Default)]
struct Met {
    numbers: BTreeMap<String, usize>,
    places: Vec<Place>,
}

impl Met {
    /// The labels of an article by their numbers, ascending.
    fn numbers(&mut self, article: &Article) -> Option<Vec<usize>> {
        let labels = article.labels.as_ref()?.iter();
        let mut numbers: Vec<_> = labels.map(|label| self.number(label, article)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        Some(numbers)
    }

    fn number(&mut self, label: &str, article: &Article) -> usize {
        if let Some(&known) = self.numbers.get(label) {
            return known;
        }
        let next = self.places.len();
        self.numbers.insert(label.to_owned(), next);
        self.places.push(article.place_of_labels());
        next
    }
}

fn in_order(known: BTreeMap<String, usize>) -> Vec<String> {
    let mut labels: Vec<(usize, String)> = known.into_iter().map(|(l, i)| (i, l)).collect();
    labels.sort_unstable();
    labels.into_iter().map(|(_, label)| label).collect()
}
