//! A model from statistics that were counted part by part, without the articles: from the sums of all of them, or from the
//! rows of their sample.

use notis_features::{FeatureOptions, Featurizer, FrozenTerms, SparseRows, TermFrequency, least_frequency};
use notis_learn::LearnError;
use notis_learn::folds::{folds, split};
use rayon::prelude::*;

use super::class_sums::ClassSums;
use super::course::Course;
use super::samples::Sample;
use super::stack::Folds;
use super::train::{ASSUMED, OWN_THRESHOLD, most_terms};
use super::trained_on::print_of;
use super::words::{self, Words};
use super::{Model, TrainOptions, TrainReport, Training, names};
use crate::statistics::Row;
use crate::words::{WordModel, WordOptions};
use crate::{Definitions, Error, Statistics, Topic};

const UNNAMED: &str = "where the names of defined topics stand in an article, statistics do not tell: train on articles, or \
     without definitions, for probabilities that are set";
const NO_SAMPLE: &str = "count with a sample of articles, on which they can be set";

impl Model {
    /// A model from statistics, with the topics of `definitions` or, without them, the labels. It is the same bytes whichever
    /// way the corpus was parted. Vocabulary and document frequencies are those of all articles.
    ///
    /// Naive Bayes learns from the sums of all articles, exactly; other learners, and the choice among them, from the sample,
    /// on which probabilities and thresholds are set. Without a sample there is Naive Bayes alone, and these are assumed.
    ///
    /// # Errors
    /// Where no article has a label, a label is not defined, articles of exclusive topics have not one label each, or there
    /// is no sample for what needs one.
    pub fn from_statistics(
        statistics: &Statistics,
        definitions: Option<&Definitions>,
        options: &TrainOptions,
    ) -> Result<(Model, TrainReport), Error> {
        if options.exclusive && statistics.single != statistics.labelled {
            return Err(Error::NotOneEach(statistics.labelled - statistics.single));
        }
        let by_sums = is_by_sums(statistics, options)?;
        let (topics, places) = place(statistics, definitions)?;
        let featurizer = featurizer(statistics, topics.len());
        let samples = statistics.sample.rows().iter().map(|row| sample(row, statistics));
        let mut course = Course::new(topics, samples.collect(), None, options);
        let places_of_labels: Vec<u16> = places.iter().map(|&place| place as u16).collect();
        let mut report = course.judge(&places_of_labels);
        report.articles = statistics.articles as usize;
        report.labelled = statistics.labelled as usize;
        // Where a topic's names stand in an article, statistics do not tell: without that, joins cannot be learned.
        let calibrate = options.calibrate && (definitions.is_none() || options.exclusive);
        if calibrate != options.calibrate && statistics.sample() > 0 {
            report.remarks.push(UNNAMED.to_owned());
        }
        let counted = Counted {
            rows: rows(statistics, &featurizer),
            statistics,
            places,
            featurizer,
            words: words::options(
                &TrainOptions {
                    features: Some(statistics.views.clone()),
                    calibrate,
                    ..options.clone()
                },
                definitions.is_some(),
            ),
        };
        let model = if by_sums {
            counted.by_sums(&course, &mut report)?
        } else {
            counted.by_rows(course, &mut report)?
        };
        Ok((model, report))
    }
}

/// Whether words are learned from the sums of all articles, and not from the sample.
fn is_by_sums(statistics: &Statistics, options: &TrainOptions) -> Result<bool, Error> {
    let other = options.learner.filter(|learner| !learner.is_incremental());
    match (statistics.sample(), other) {
        (0, Some(other)) => Err(Error::NoSample(other.name())),
        (0, None) => Ok(true),
        _ => Ok(options.learner.is_some_and(|learner| learner.is_incremental())),
    }
}

/// A corpus that was counted, on its way to a model.
struct Counted<'a> {
    statistics: &'a Statistics,
    /// The topic of each label.
    places: Vec<usize>,
    featurizer: Featurizer,
    /// How often the terms stand in the articles of the sample.
    rows: SparseRows,
    words: WordOptions,
}

impl Counted<'_> {
    /// Learns from the sample as if it were the corpus, but for how rare terms are.
    fn by_rows(self, course: Course, report: &mut TrainReport) -> Result<Model, Error> {
        let lost = self
            .places
            .iter()
            .filter(|place| !course.taught().contains(place));
        let lost: Vec<&str> = lost.map(|&place| course.topics[place].id.as_str()).collect();
        if !lost.is_empty() {
            report.remarks.push(format!(
                "{} labels stand in too few articles of the sample to be learned ({}); count with a larger one, or let Naive Bayes learn from the sums",
                lost.len(),
                lost.join(", "),
            ));
        }
        let sampled = format!(
            "words are learned from a sample of {} articles, how rare they are from all",
            self.rows.len()
        );
        report.remarks.push(sampled);
        let columns = columns_of(&self.rows);
        let counted = (
            self.featurizer.of_columns(&columns),
            self.rows.keep_columns(&columns),
        );
        let corpus = corpus(self.statistics);
        let mut model = course.model(counted, None, &self.words, corpus, report)?;
        if let Some(origin) = &mut model.parts.origin {
            origin.sample = Some(self.rows.len());
        }
        Ok(model)
    }

    /// Naive Bayes of all articles; the sample sets probabilities, each article by sums that it is taken out of.
    fn by_sums(&self, course: &Course, report: &mut TrainReport) -> Result<Model, Error> {
        let exclusive = course.exclusive;
        let sums = ClassSums::of(self.statistics, &self.featurizer);
        let mut words = self.naive_bayes(&sums, exclusive)?;
        let labelled: Vec<usize> = (0..self.rows.len()).collect();
        let mut parts = course.first_parts(&labelled, &self.places, None);
        let mut origin = origin(self.statistics, &words);
        if self.words.calibrate && !labelled.is_empty() {
            let targets = course.targets(&labelled, &self.places)?;
            let fold_of = folds(&targets, self.words.folds, self.words.seed);
            let scores = self.out_of_fold(&sums, course, &fold_of)?;
            origin.sample = Some(labelled.len());
            if exclusive {
                words = words.calibrated(scores, &targets);
            } else {
                let seen: Vec<usize> = (0..self.places.len())
                    .filter(|&at| targets.positives()[at] > 0)
                    .collect();
                let folds = Folds {
                    samples: &labelled,
                    taught: &seen.iter().map(|&at| self.places[at]).collect::<Vec<_>>(),
                    fold_of: &fold_of,
                    words: &columns(&scores, self.places.len(), &seen),
                };
                origin.micro_f1_on_folds = Some(course.join(&folds, &mut parts.joins, &mut parts.held_out));
            }
        } else {
            origin.assumed = true;
            let mend = if labelled.is_empty() {
                NO_SAMPLE
            } else {
                OWN_THRESHOLD
            };
            report.remarks.push(format!("{ASSUMED}; {mend}"));
        }
        parts.origin = Some(origin);
        parts.words.push(Words {
            model: words,
            topics: self.places.clone(),
        });
        Ok(Model::new(course.topics.clone(), parts))
    }

    fn naive_bayes(&self, sums: &ClassSums, exclusive: bool) -> Result<WordModel, LearnError> {
        let counts = sums.counts(&self.featurizer, exclusive);
        WordModel::counted(self.featurizer.clone(), counts, exclusive)
    }

    /// The scores of every row of the sample by the sums of all articles outside its fold, those beyond the sample among
    /// them; row by row.
    fn out_of_fold(
        &self,
        sums: &ClassSums,
        course: &Course,
        fold_of: &[usize],
    ) -> Result<Vec<f32>, LearnError> {
        let weighed = self.featurizer.weighed(&self.rows);
        let mut all = vec![0.0; self.rows.len() * self.places.len()];
        for fold in 0..self.words.folds {
            let (_, inside) = split(fold_of, fold);
            let labels = |row: usize| course.samples[row].labels.as_deref().unwrap_or_default();
            let asked = inside.iter().map(|&row| (labels(row), self.rows.row(row)));
            let model = self.naive_bayes(&sums.without(asked), course.exclusive)?;
            let score = |&row: &usize| model.scores_of(weighed.row(row));
            let scores: Vec<Vec<f32>> = inside.par_iter().map(score).collect();
            for (row, scores) in inside.iter().zip(scores) {
                all[row * self.places.len()..][..scores.len()].copy_from_slice(&scores);
            }
        }
        Ok(all)
    }
}

/// Some columns of rows that have so many.
fn columns(scores: &[f32], width: usize, kept: &[usize]) -> Vec<f32> {
    let of_row = |row: &[f32]| kept.iter().map(|&column| row[column]).collect::<Vec<_>>();
    scores.chunks(width.max(1)).flat_map(of_row).collect()
}

/// The columns that any row has something in, ascending.
fn columns_of(rows: &SparseRows) -> Vec<usize> {
    let mut used = vec![false; rows.columns()];
    rows.iter()
        .flat_map(|row| row.indices)
        .for_each(|&column| used[column as usize] = true);
    (0..used.len()).filter(|&column| used[column]).collect()
}

/// A row as training knows the articles of a corpus. What is left out, no definition was there to measure.
fn sample(row: &Row, statistics: &Statistics) -> Sample {
    let place = |label: &String| statistics.labels.partition_point(|(known, _)| known < label);
    Sample {
        id: format!("an article of the sample ({:016x})", row.key),
        print: print_of(row.key),
        labels: Some(row.labels.iter().map(place).collect()),
        graded: None,
        words: row.words as usize,
        named: Vec::new(),
        prose: row.share_in_sentences(),
    }
}

/// How often the terms of a vocabulary stand in each article of the sample.
fn rows(statistics: &Statistics, featurizer: &Featurizer) -> SparseRows {
    let mut rows = SparseRows::new(featurizer.vocabulary().len());
    for row in statistics.sample.rows() {
        rows.push(featurizer.row_of_counts(&row.terms, &row.counts).view());
    }
    rows
}

/// The topics, and which of them each label means; without definitions, labels become topics.
fn place(
    statistics: &Statistics,
    definitions: Option<&Definitions>,
) -> Result<(Vec<Topic>, Vec<usize>), Error> {
    if statistics.labels.is_empty() {
        return Err(Error::NothingToLearn);
    }
    if let [only] = statistics.labels.as_slice()
        && only.1 == statistics.labelled
    {
        return Err(Error::OneLabel(only.0.clone()));
    }
    let labels = statistics.labels();
    if definitions.is_none() {
        let places = (0..labels.len()).collect();
        return Ok((labels.map(Topic::undefined).collect(), places));
    }
    let topics = names::defined(definitions, &[]);
    let places = labels.map(|label| names::place(&"the statistics", label, &topics));
    let places = places.collect::<Result<_, Error>>()?;
    Ok((topics, places))
}

/// The vocabulary and document frequencies of the whole: what [`notis_features::FeaturizerBuilder`] finds on one machine.
fn featurizer(statistics: &Statistics, topics: usize) -> Featurizer {
    let options = FeatureOptions {
        views: statistics.views.clone(),
        // So statistics damp their counts; all else is as in training from articles.
        term_frequency: TermFrequency::Sublinear,
        ..FeatureOptions::default()
    };
    let frequent = statistics.terms.terms().filter_map(|of| {
        let frequency = u32::try_from(of[0].number).unwrap_or(u32::MAX);
        (frequency >= options.min_df).then_some((of[0].term, frequency))
    });
    let frequent: Vec<(u64, u32)> = frequent.collect();
    let most = most_terms(topics).min(options.max_terms);
    let least = least_frequency(frequent.iter().map(|of| of.1).collect(), options.min_df, most);
    let (terms, frequencies) = frequent.into_iter().filter(|of| of.1 >= least).unzip();
    let articles = u32::try_from(statistics.articles).unwrap_or(u32::MAX);
    let frozen = FrozenTerms {
        terms,
        frequencies,
        articles,
        standard: Vec::new(),
    };
    Featurizer::thaw(options, frozen).unwrap_or_else(|error| unreachable!("statistics are sorted: {error}"))
}

fn origin(statistics: &Statistics, words: &WordModel) -> Training {
    Training {
        articles: statistics.articles as usize,
        labelled: statistics.labelled as usize,
        corpus: corpus(statistics),
        analyzer: statistics.analyzer.clone(),
        seed: 0,
        words: Some(words.recipe().describe()),
        micro_f1_on_folds: None,
        sample: None,
        assumed: false,
    }
}

/// What stands for the hash of a corpus whose articles are not here.
fn corpus(statistics: &Statistics) -> String {
    blake3::hash(&statistics.to_bytes()).to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyzed;
    use notis_corpus::Article;
    use notis_features::{FeaturizerBuilder, ViewSet};
    use notis_learn::learners::{Targets, naive_bayes_counts};

    const TEXTS: [(&str, &[&str]); 4] = [
        ("Laksen rømde frå merda, og laksen er borte.", &["laks"]),
        (
            "Ferja gjekk ikkje i natt, og ferja er full av laks.",
            &["ferje", "laks"],
        ),
        ("Ferja og laksen møttest i natt.", &["ferje"]),
        ("Bystyret vedtok budsjettet i natt.", &[]),
    ];

    fn articles() -> impl Iterator<Item = Result<Article, std::io::Error>> {
        TEXTS.iter().map(|(text, labels)| {
            Ok(Article {
                text: (*text).to_owned(),
                labels: Some(labels.iter().map(|&label| label.to_owned()).collect()),
                ..Article::default()
            })
        })
    }

    /// What one machine finds that holds all articles, is what the statistics tell.
    #[test]
    fn vocabulary_frequencies_and_sums_are_those_of_one_machine() {
        let views = ViewSet::default();
        let statistics = Statistics::count(articles(), &views, 3, &|_| ()).unwrap();
        let counted = featurizer(&statistics, 2);
        let mut builder = FeaturizerBuilder::new(counted.options().clone());
        articles().for_each(|article| builder.add(&views.terms(&analyzed(&article.unwrap()))));
        let (fitted, mut rows) = builder.finish();
        assert_eq!(fitted, counted);
        for row in 0..rows.len() {
            let (columns, values) = rows.row_mut(row);
            for (&column, value) in columns.iter().zip(values) {
                *value = (1.0 + value.ln()) * fitted.idf()[column as usize];
            }
        }
        let targets = Targets::multiple(2, &[vec![1], vec![0, 1], vec![0], vec![]]);
        let expected = naive_bayes_counts(&rows, &targets);
        for (found, expected) in ClassSums::of(&statistics, &counted)
            .counts(&counted, false)
            .iter()
            .zip(&expected)
        {
            assert_eq!(found.rows, expected.rows);
            let close = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-5;
            assert!(
                found.sums.iter().zip(&expected.sums).all(close),
                "{found:?} {expected:?}"
            );
        }
    }

    /// Sums without an article are those of the others.
    #[test]
    fn an_article_is_taken_out_as_if_it_had_not_been_counted() {
        let views = ViewSet::default();
        let all = Statistics::count(articles(), &views, 9, &|_| ()).unwrap();
        let featurizer = featurizer(&all, 2);
        let out = all.sample.rows()[1].clone();
        let is_left = |article: &Result<Article, _>| {
            let article: &Article = article.as_ref().unwrap();
            crate::model::text_hash(&article.text) != out.key
        };
        let rest = Statistics::count(articles().filter(is_left), &views, 9, &|_| ()).unwrap();
        let row = featurizer.row_of_counts(&out.terms, &out.counts);
        let taken = sample(&out, &all);
        let labels = taken.labels.as_deref().unwrap();
        let left = ClassSums::of(&all, &featurizer).without([(labels, row.view())].into_iter());
        assert_eq!(left, ClassSums::of(&rest, &featurizer));
    }
}
