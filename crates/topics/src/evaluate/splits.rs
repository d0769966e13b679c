//! Which articles are trained on and which are tested on.

use super::gold::Gold;
use crate::Example;
use notis_learn::folds::{folds, split};
use notis_learn::learners::Targets;

/// How articles are parted into those trained on and those tested on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Splits {
    /// So many parts, every topic spread over them; each part is tested with the others trained on.
    Folds(usize),
    /// So many parts by date; each but the first is tested with all before it trained on.
    ByDate(usize),
}

impl Splits {
    /// The rows to train on and those to test on, for each model.
    pub(super) fn parts(
        self,
        judged: &[(&Example, Gold)],
        topics: usize,
        seed: u64,
    ) -> Vec<(Vec<usize>, Vec<usize>)> {
        match self {
            Splits::Folds(count) => {
                let rows: Vec<Vec<u16>> = judged.iter().map(|(_, gold)| narrow(&gold.about)).collect();
                let fold_of = folds(&Targets::multiple(topics, &rows), count, seed);
                (0..count).map(|fold| split(&fold_of, fold)).collect()
            }
            Splits::ByDate(count) => by_date(judged, count),
        }
    }
}

fn narrow(topics: &[usize]) -> Vec<u16> {
    topics
        .iter()
        .filter_map(|&topic| u16::try_from(topic).ok())
        .collect()
}

/// Articles of one date stay together; those without a date are as old as can be.
fn by_date(judged: &[(&Example, Gold)], count: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
    let date = |row: usize| judged[row].0.article.date.as_deref().unwrap_or_default();
    let mut order: Vec<usize> = (0..judged.len()).collect();
    order.sort_by_key(|&row| date(row));
    let mut cuts: Vec<usize> = (1..count).map(|part| judged.len() * part / count).collect();
    for cut in &mut cuts {
        while *cut > 0 && *cut < order.len() && date(order[*cut]) == date(order[*cut - 1]) {
            *cut += 1;
        }
    }
    cuts.push(order.len());
    let parts = cuts.windows(2).filter(|cut| 0 < cut[0] && cut[0] < cut[1]);
    parts
        .map(|cut| (order[..cut[0]].to_vec(), order[cut[0]..cut[1]].to_vec()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_corpus::Article;

    #[test]
    fn the_past_is_trained_on_and_what_came_after_is_tested() {
        let dates = ["2021-03", "2020-01", "2022-05", "2021-03", "2020-02", "2023-01"];
        let articles = dates.map(|date| {
            Example::from(Article {
                date: Some(date.into()),
                ..Article::default()
            })
        });
        let judged: Vec<_> = articles.iter().map(|a| (a, Gold::default())).collect();
        let parts = by_date(&judged, 3);
        assert_eq!(parts, [(vec![1, 4], vec![0, 3]), (vec![1, 4, 0, 3], vec![2, 5])]);
    }
}
