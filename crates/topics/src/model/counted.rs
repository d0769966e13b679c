//! A model from statistics that were counted part by part, without the articles.

use notis_features::{FeatureOptions, Featurizer, FrozenTerms, ONE, Of, TermFrequency, least_frequency};
use notis_learn::learners::MultinomialCounts;

use super::held_out::HeldOut;
use super::join::Join;
use super::train::most_terms;
use super::trained_on::TrainedOn;
use super::words::Words;
use super::{Model, Parts, TrainReport, Training, names};
use crate::salience::SalienceModel;
use crate::words::WordModel;
use crate::{Definitions, Error, Statistics, Topic};

impl Model {
    /// A Naive Bayes model from statistics, with the topics of `definitions` or, without them, the labels. It is the same
    /// bytes whichever way the corpus was parted. Probabilities and thresholds are assumed: folds need the articles.
    ///
    /// # Errors
    /// Where no article has a label, a label is not defined, or articles of exclusive topics have not one label each.
    pub fn from_statistics(
        statistics: &Statistics,
        definitions: Option<&Definitions>,
        exclusive: bool,
    ) -> Result<(Model, TrainReport), Error> {
        if exclusive && statistics.single != statistics.labelled {
            return Err(Error::NotOneEach(statistics.labelled - statistics.single));
        }
        let (topics, taught) = place(statistics, definitions)?;
        let featurizer = featurizer(statistics, topics.len());
        let counts = class_counts(statistics, &featurizer, exclusive);
        let words = WordModel::counted(featurizer, counts, exclusive)?;
        let assumed = |(at, topic): (usize, &Topic)| {
            if taught.contains(&at) {
                Join::assumed(topic.is_defined())
            } else {
                Join::DEFINED
            }
        };
        let parts = Parts {
            origin: Some(origin(statistics, &words)),
            salience: SalienceModel::standard(),
            joins: topics.iter().enumerate().map(assumed).collect(),
            words: vec![Words {
                model: words,
                topics: taught,
            }],
            least_prose: 0.0,
            held_out: HeldOut::of(topics.len()),
            corrections: None,
            trained_on: TrainedOn::default(),
        };
        let report = TrainReport {
            articles: statistics.articles as usize,
            labelled: statistics.labelled as usize,
            remarks: vec![
                "probabilities and thresholds are assumed: folds need the articles themselves".to_owned(),
            ],
        };
        Ok((Model::new(topics, parts), report))
    }
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
    let topics = names::defined(definitions, None);
    let places = labels.map(|label| names::place("the statistics", label, &topics));
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

/// The class sums of TF-IDF rows: how rare a term is multiplies all its counts alike. As `naive_bayes_counts` has them: of
/// each topic and, where topics do not exclude each other, of its rest.
fn class_counts(statistics: &Statistics, featurizer: &Featurizer, exclusive: bool) -> Vec<MultinomialCounts> {
    let columns = featurizer.vocabulary().len();
    let mut own = vec![vec![0_u64; columns]; statistics.labels.len()];
    let mut all = vec![0_u64; columns];
    let kept = featurizer.vocabulary().terms();
    for count in statistics.terms.counts() {
        let Ok(column) = kept.binary_search(&count.term) else {
            continue;
        };
        match count.of {
            Of::Articles => {}
            Of::Rows => all[column] = count.number,
            Of::Class(class) => own[class as usize][column] = count.number,
        }
    }
    let weighed = |sums: Vec<u64>, rows: u64| MultinomialCounts {
        sums: sums
            .iter()
            .zip(featurizer.idf())
            .map(|(&sum, &idf)| sum as f64 / ONE as f64 * f64::from(idf))
            .collect(),
        rows: rows as usize,
    };
    let of_label = |(own, (_, rows)): (Vec<u64>, &(String, u64))| {
        let rest = all.iter().zip(&own).map(|(all, own)| all - own).collect();
        let rest = (!exclusive).then(|| weighed(rest, statistics.labelled - rows));
        [Some(weighed(own, *rows)), rest]
    };
    own.into_iter()
        .zip(&statistics.labels)
        .flat_map(of_label)
        .flatten()
        .collect()
}

fn origin(statistics: &Statistics, words: &WordModel) -> Training {
    Training {
        articles: statistics.articles as usize,
        labelled: statistics.labelled as usize,
        corpus: blake3::hash(&statistics.to_bytes()).to_hex().to_string(),
        analyzer: statistics.analyzer.clone(),
        seed: 0,
        words: Some(words.recipe().describe()),
        micro_f1_on_folds: None,
    }
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
        let statistics = Statistics::count(articles(), &views, &|_| ()).unwrap();
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
        for (found, expected) in class_counts(&statistics, &counted, false).iter().zip(&expected) {
            assert_eq!(found.rows, expected.rows);
            let close = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-5;
            assert!(
                found.sums.iter().zip(&expected.sums).all(close),
                "{found:?} {expected:?}"
            );
        }
    }
}
