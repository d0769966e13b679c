//! Class sums of TF-IDF values: whole numbers until the very last, so that rows can be taken out of them again as if they
//! had never been counted.

use notis_features::{Featurizer, ONE, Of, RowView, damped};
use notis_learn::learners::MultinomialCounts;

use crate::Statistics;

/// Sums of damped counts over the columns of a featurizer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ClassSums {
    /// Of the articles of each label, and how many these are.
    own: Vec<(Vec<u64>, u64)>,
    /// Of all labelled articles, and how many these are.
    all: (Vec<u64>, u64),
}

impl ClassSums {
    /// Those of all articles that were counted.
    pub(super) fn of(statistics: &Statistics, featurizer: &Featurizer) -> Self {
        let kept = featurizer.vocabulary().terms();
        let labels = statistics.labels.iter();
        let mut sums = ClassSums {
            own: labels.map(|(_, rows)| (vec![0; kept.len()], *rows)).collect(),
            all: (vec![0; kept.len()], statistics.labelled),
        };
        for count in statistics.terms.counts() {
            let Ok(column) = kept.binary_search(&count.term) else {
                continue;
            };
            match count.of {
                Of::Articles => {}
                Of::Rows => sums.all.0[column] = count.number,
                Of::Class(class) => sums.own[class as usize].0[column] = count.number,
            }
        }
        sums
    }

    /// The same without some of the articles: the labels of each, and how often the terms stand in it.
    pub(super) fn without<'a>(&self, articles: impl Iterator<Item = (&'a [usize], RowView<'a>)>) -> Self {
        let mut left = self.clone();
        for (labels, row) in articles {
            take_out(&mut left.all, row);
            labels
                .iter()
                .for_each(|&label| take_out(&mut left.own[label], row));
        }
        left
    }

    /// How rare a term is multiplies all its counts alike. As `naive_bayes_counts` has them: of each topic and, where
    /// topics do not exclude each other, of its rest.
    pub(super) fn counts(&self, featurizer: &Featurizer, exclusive: bool) -> Vec<MultinomialCounts> {
        let weighed = |sums: &mut dyn Iterator<Item = u64>, rows: u64| MultinomialCounts {
            sums: sums
                .zip(featurizer.idf())
                .map(|(sum, &idf)| sum as f64 / ONE as f64 * f64::from(idf))
                .collect(),
            rows: rows as usize,
        };
        let (all, labelled) = &self.all;
        let of_label = |(own, rows): &(Vec<u64>, u64)| {
            let mut rest = all.iter().zip(own).map(|(all, own)| all.saturating_sub(*own));
            let rest = (!exclusive).then(|| weighed(&mut rest, labelled.saturating_sub(*rows)));
            [Some(weighed(&mut own.iter().copied(), *rows)), rest]
        };
        self.own.iter().flat_map(of_label).flatten().collect()
    }
}

/// Takes an article out of sums and the number of those in them.
fn take_out((sums, rows): &mut (Vec<u64>, u64), row: RowView<'_>) {
    *rows = rows.saturating_sub(1);
    for (column, count) in row.iter() {
        sums[column] = sums[column].saturating_sub(damped(count as u32));
    }
}
