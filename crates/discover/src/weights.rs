//! From counts to weighted rows of unit length.

use notis_learn::{RowView, SparseRows};

use crate::Bags;
use crate::copies::distinct;

/// Which terms count, and how much.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeightOptions {
    /// The fewest articles a term must stand in.
    pub least: u32,
    /// The largest share of the articles it may stand in.
    pub most_share: f64,
    /// The power of the inverse document frequency.
    pub rarity: f32,
}

impl Default for WeightOptions {
    /// Chosen by NMI on government pages and the starter corpus (README.md): of 2, 3, 5 and 8 articles at least, of
    /// 10, 20 and 40 per cent at most, of powers 0.7, 1 and 1.3.
    fn default() -> Self {
        WeightOptions {
            least: 2,
            most_share: 0.15,
            rarity: 1.3,
        }
    }
}

/// How soon further occurrences add little, and how much longer articles are held down: the usual values of BM25
/// (Robertson & Zaragoza 2009), not tuned.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.75;

/// BM25 term weights times a power of the inverse document frequency: a row an article, of unit length, and a column a
/// term that counts. The row of an article that holds no such term is empty.
///
/// How many articles hold a term is counted without copies.
pub fn weigh(bags: &Bags, options: &WeightOptions) -> SparseRows {
    let articles = distinct(&bags.firsts());
    let frequencies = bags.frequencies_in(articles.iter().copied());
    let most = most_share(bags, &articles, &frequencies, options) * articles.len() as f64;
    // A term that all of a handful of articles share tells nothing, but then nor would any other.
    let most = most.max(f64::from(options.least));
    let counts = |df: u32| df >= options.least && f64::from(df) <= most;
    let terms: Vec<u32> = (0..)
        .zip(&frequencies)
        .filter(|&(_, &df)| counts(df))
        .map(|(t, _)| t)
        .collect();
    let mut columns = vec![None; frequencies.len()];
    (0..)
        .zip(&terms)
        .for_each(|(column, &term)| columns[term as usize] = Some(column));
    let rarity = |&term: &u32| {
        let idf = libm::logf(articles.len() as f32 / frequencies[term as usize] as f32);
        libm::powf(idf.max(1e-3), options.rarity)
    };
    let rarities: Vec<f32> = terms.iter().map(rarity).collect();
    rows(bags, &columns, &rarities)
}

/// Where topics are few, the words of one stand in many articles: the share is doubled until articles are not starved of
/// terms by it. Set by judgement, not measured.
const WIDEST: f64 = 0.6;
/// Articles with fewer terms are starved; so many may be. Set by judgement, not measured.
const FEWEST_TERMS: usize = 3;
const STARVED: f64 = 0.05;

fn most_share(bags: &Bags, articles: &[usize], frequencies: &[u32], options: &WeightOptions) -> f64 {
    let has_enough = |article: usize, share: f64| {
        let most = (share * articles.len() as f64) as u32;
        let counts = |&(term, _): &(u32, u32)| (options.least..=most).contains(&frequencies[term as usize]);
        bags.article(article).filter(counts).take(FEWEST_TERMS).count() == FEWEST_TERMS
    };
    let mut share = options.most_share;
    while share < WIDEST {
        let is_starved = |&article: &usize| !has_enough(article, share) && has_enough(article, WIDEST);
        let starved = articles.iter().copied().filter(is_starved).count();
        if (starved as f64) <= STARVED * articles.len() as f64 {
            return share;
        }
        share *= 2.0;
    }
    share.min(WIDEST.max(options.most_share))
}

fn rows(bags: &Bags, columns: &[Option<u32>], rarities: &[f32]) -> SparseRows {
    let length = |index| bags.article(index).map(|(_, count)| count).sum::<u32>() as f32;
    let lengths: Vec<f32> = (0..bags.len()).map(length).collect();
    let mean = (lengths.iter().sum::<f32>() / lengths.len().max(1) as f32).max(1.0);
    let mut rows = SparseRows::new(rarities.len());
    let (mut indices, mut values) = (Vec::new(), Vec::new());
    for (index, length) in lengths.iter().enumerate() {
        let held_down = SATURATION * (1.0 - LENGTH + LENGTH * length / mean);
        indices.clear();
        values.clear();
        for (term, count) in bags.article(index) {
            let Some(column) = columns[term as usize] else {
                continue;
            };
            let count = count as f32;
            indices.push(column);
            values.push(count * (1.0 + SATURATION) / (count + held_down) * rarities[column as usize]);
        }
        to_unit_length(&mut values);
        rows.push(RowView {
            indices: &indices,
            values: &values,
        });
    }
    rows
}

/// Scales numbers to unit length; zeros stay zeros.
pub(crate) fn to_unit_length(values: &mut [f32]) {
    let norm = values.iter().map(|v| v * v).sum::<f32>().sqrt();
    if norm > 0.0 {
        values.iter_mut().for_each(|v| *v /= norm);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Term;
    use crate::bags::tests::term;

    #[test]
    fn where_topics_are_few_their_words_count_however_many_articles_hold_them() {
        let mut bags = Bags::default();
        for number in 0..40_usize {
            let words = if number % 2 == 0 {
                ["laks", "merd", "lus"]
            } else {
                ["skole", "elev", "rektor"]
            };
            // A word of its own, or all of a kind would be copies.
            let own = format!("eget{number}");
            bags.add(
                words
                    .iter()
                    .chain([&own.as_str()])
                    .map(|key| term(key, key, false)),
            );
        }
        assert_eq!(weigh(&bags, &WeightOptions::default()).columns(), 6);
    }

    #[test]
    fn rare_and_common_terms_are_left_out_and_rows_have_unit_length() {
        let mut bags = Bags::default();
        for number in 0..10_usize {
            let own = format!("eget{number}");
            let pair = format!("par{}", number / 2);
            let words = ["felles", &own, &pair];
            bags.add(words.map(|key| Term {
                count: 2,
                ..term(key, key, false)
            }));
        }
        let weighted = weigh(&bags, &WeightOptions::default());
        assert_eq!(weighted.columns(), 5, "only the pairs");
        assert!(weighted.iter().all(|row| (row.squared_norm() - 1.0).abs() < 1e-6));
    }
}
