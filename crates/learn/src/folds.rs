//! Folds for cross-validation that keep the share of every topic.

use crate::learners::Targets;
use crate::random::SplitMix;

/// The fold of every row.
///
/// Topics are dealt out rarest first, each to the fold that has fewest of it so far (after Sechidis, Tsoumakas &
/// Vlahavas 2011), so that even a topic with few articles stands in every fold. The same seed gives the same folds.
pub fn folds(targets: &Targets, count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    SplitMix(seed).shuffle(&mut order);
    let positives = targets.positives();
    let rarity = |row: usize| {
        targets
            .row(row)
            .iter()
            .map(|&t| positives[usize::from(t)])
            .min()
            .unwrap_or(usize::MAX)
    };
    order.sort_by_key(|&row| rarity(row));
    let mut dealt = Dealt {
        of_topic: vec![vec![0; count]; targets.topics()],
        in_all: vec![0; count],
    };
    let mut fold_of = vec![0; targets.len()];
    for row in order {
        fold_of[row] = dealt.deal(targets.row(row), &positives);
    }
    fold_of
}

struct Dealt {
    of_topic: Vec<Vec<usize>>,
    in_all: Vec<usize>,
}

impl Dealt {
    fn deal(&mut self, topics: &[u16], positives: &[usize]) -> usize {
        let rarest = topics
            .iter()
            .map(|&t| usize::from(t))
            .min_by_key(|&t| (positives[t], t));
        let load = |fold: usize| {
            (
                rarest.map_or(0, |topic| self.of_topic[topic][fold]),
                self.in_all[fold],
                fold,
            )
        };
        let fold = (0..self.in_all.len())
            .min_by_key(|&fold| load(fold))
            .unwrap_or_default();
        self.in_all[fold] += 1;
        for &topic in topics {
            self.of_topic[usize::from(topic)][fold] += 1;
        }
        fold
    }
}

/// The rows outside and inside a fold.
pub fn split(fold_of: &[usize], fold: usize) -> (Vec<usize>, Vec<usize>) {
    (0..fold_of.len()).partition(|&row| fold_of[row] != fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fold_has_its_share_of_a_rare_topic() {
        let rows: Vec<Vec<u16>> = (0..100)
            .map(|i| {
                if i < 10 {
                    vec![0, 1]
                } else if i < 50 {
                    vec![1]
                } else {
                    vec![]
                }
            })
            .collect();
        let targets = Targets::multiple(2, &rows);
        let fold_of = folds(&targets, 5, 1);
        for fold in 0..5 {
            let (_, inside) = split(&fold_of, fold);
            assert_eq!(inside.len(), 20);
            assert_eq!(inside.iter().filter(|&&row| row < 10).count(), 2);
        }
        assert_ne!(fold_of, folds(&targets, 5, 2));
        assert_eq!(fold_of, folds(&targets, 5, 1));
    }
}
