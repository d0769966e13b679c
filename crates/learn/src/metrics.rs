//! How good tags and probabilities are.
//!
//! Everything here takes plain tables: an article a row, a topic a column.

use crate::random::SplitMix;

/// Hits, false alarms and misses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tagged and right.
    pub hits: usize,
    /// Tagged and wrong.
    pub false_alarms: usize,
    /// Right and not tagged.
    pub misses: usize,
}

impl Counts {
    /// Counts one decision.
    pub fn add(&mut self, tagged: bool, about: bool) {
        self.hits += usize::from(tagged && about);
        self.false_alarms += usize::from(tagged && !about);
        self.misses += usize::from(!tagged && about);
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Counts) -> Counts {
        Counts {
            hits: self.hits + other.hits,
            false_alarms: self.false_alarms + other.false_alarms,
            misses: self.misses + other.misses,
        }
    }

    /// How many articles are about the topic.
    pub fn positives(&self) -> usize {
        self.hits + self.misses
    }

    /// The share of tags that are right, 0..1; 0 without tags.
    pub fn precision(&self) -> f64 {
        ratio(self.hits, self.hits + self.false_alarms)
    }

    /// The share of what is right that was tagged, 0..1; 0 where nothing is.
    pub fn recall(&self) -> f64 {
        ratio(self.hits, self.positives())
    }

    /// The harmonic mean of precision and recall, 0..1.
    pub fn f1(&self) -> f64 {
        ratio(2 * self.hits, 2 * self.hits + self.false_alarms + self.misses)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

/// The counts of each topic. Rows are articles: the topics tagged and the topics it is about.
pub fn per_topic(topics: usize, tagged: &[Vec<usize>], about: &[Vec<usize>]) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); topics];
    for (tagged, about) in tagged.iter().zip(about) {
        for (topic, counts) in counts.iter_mut().enumerate() {
            counts.add(tagged.contains(&topic), about.contains(&topic));
        }
    }
    counts
}

/// All topics' counts together: the basis of micro averages.
pub fn micro(counts: &[Counts]) -> Counts {
    counts.iter().copied().fold(Counts::default(), Counts::plus)
}

/// The mean F1 over topics that have a positive or a tag.
pub fn macro_f1(counts: &[Counts]) -> f64 {
    let judged: Vec<f64> = counts
        .iter()
        .filter(|c| **c != Counts::default())
        .map(Counts::f1)
        .collect();
    mean(&judged)
}

/// The mean F1 over articles; one with neither tags nor topics counts as right.
pub fn per_article_f1(tagged: &[Vec<usize>], about: &[Vec<usize>]) -> f64 {
    let of = |(tagged, about): (&Vec<usize>, &Vec<usize>)| {
        let hits = tagged.iter().filter(|topic| about.contains(topic)).count();
        if tagged.len() + about.len() == 0 {
            1.0
        } else {
            ratio(2 * hits, tagged.len() + about.len())
        }
    };
    mean(&tagged.iter().zip(about).map(of).collect::<Vec<_>>())
}

/// The mean, over articles that have a topic, of the share of the `k` most probable topics that are right.
pub fn precision_at(k: usize, probabilities: &[Vec<f32>], about: &[Vec<usize>]) -> f64 {
    let of = |(probabilities, about): (&Vec<f32>, &Vec<usize>)| {
        let mut order: Vec<usize> = (0..probabilities.len()).collect();
        order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]).then(a.cmp(&b)));
        ratio(
            order.iter().take(k).filter(|topic| about.contains(topic)).count(),
            k,
        )
    };
    let judged = probabilities
        .iter()
        .zip(about)
        .filter(|(_, about)| !about.is_empty());
    mean(&judged.map(of).collect::<Vec<_>>())
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() {
        0.0
    } else {
        values.iter().sum::<f64>() / values.len() as f64
    }
}

/// A probability and whether it came true.
pub type Forecast = (f32, bool);

/// The mean squared distance of probability and truth (Brier 1950): 0 perfect, 0.25 a coin's.
pub fn brier(forecasts: &[Forecast]) -> f64 {
    let distance = |&(p, about): &Forecast| (f64::from(p) - f64::from(u8::from(about))).powi(2);
    mean(&forecasts.iter().map(distance).collect::<Vec<_>>())
}

/// How much better than always saying the base rate: 1 perfect, 0 no better, below 0 worse.
pub fn brier_skill(forecasts: &[Forecast]) -> f64 {
    let rate = ratio(forecasts.iter().filter(|f| f.1).count(), forecasts.len());
    let baseline = rate * (1.0 - rate);
    if baseline == 0.0 {
        0.0
    } else {
        1.0 - brier(forecasts) / baseline
    }
}

/// One line of a reliability table: what was promised, and what came true.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
pub struct ReliabilityBin {
    /// The mean probability.
    pub promised: f64,
    /// The share that came true.
    pub true_share: f64,
    /// How many forecasts.
    pub count: usize,
}

/// Forecasts below this say no more than that a topic is absent; they are nearly all there are, and would hide the others.
pub const LEAST_JUDGED: f32 = 0.05;

/// Forecasts above [`LEAST_JUDGED`], in order of probability, in `bins` parts of equal count. They are chosen by what was
/// forecast and never by what came true, so that perfect forecasts have no error but that of chance.
pub fn reliability(forecasts: &[Forecast], bins: usize) -> Vec<ReliabilityBin> {
    let mut judged: Vec<Forecast> = forecasts
        .iter()
        .copied()
        .filter(|&(p, _)| p > LEAST_JUDGED)
        .collect();
    judged.sort_by(|a, b| a.0.total_cmp(&b.0));
    (0..bins)
        .map(|bin| &judged[judged.len() * bin / bins..judged.len() * (bin + 1) / bins])
        .filter(|part| !part.is_empty())
        .map(|part| ReliabilityBin {
            promised: mean(&part.iter().map(|f| f64::from(f.0)).collect::<Vec<_>>()),
            true_share: ratio(part.iter().filter(|f| f.1).count(), part.len()),
            count: part.len(),
        })
        .collect()
}

/// Expected calibration error over ten bins of equal count: the mean distance of promise and truth, 0..1.
pub fn calibration_error(forecasts: &[Forecast]) -> f64 {
    let bins = reliability(forecasts, 10);
    let all: usize = bins.iter().map(|bin| bin.count).sum();
    bins.iter()
        .map(|bin| (bin.promised - bin.true_share).abs() * bin.count as f64)
        .sum::<f64>()
        / all.max(1) as f64
}

/// A 95 % interval of a statistic by the bootstrap (Efron 1979): `statistic` is asked for `rounds` samples of
/// `articles` row numbers, drawn with replacement.
pub fn bootstrap(
    articles: usize,
    rounds: usize,
    seed: u64,
    statistic: impl Fn(&[usize]) -> f64,
) -> (f64, f64) {
    let mut random = SplitMix(seed);
    let mut sample = vec![0; articles];
    let mut found: Vec<f64> = (0..rounds)
        .map(|_| {
            sample.fill_with(|| random.below(articles));
            statistic(&sample)
        })
        .collect();
    found.sort_by(f64::total_cmp);
    let at = |share: f64| {
        found
            .get(((found.len() as f64 - 1.0) * share).round() as usize)
            .copied()
    };
    (at(0.025).unwrap_or(f64::NAN), at(0.975).unwrap_or(f64::NAN))
}

/// How far two people agree on a topic beyond chance (Cohen 1960): 1 fully, 0 as by chance.
pub fn kappa(first: &[bool], second: &[bool]) -> f64 {
    let all = first.len().min(second.len());
    let share = |labels: &[bool]| ratio(labels[..all].iter().filter(|&&label| label).count(), all);
    let agreed = ratio((0..all).filter(|&row| first[row] == second[row]).count(), all);
    let (a, b) = (share(first), share(second));
    let chance = a * b + (1.0 - a) * (1.0 - b);
    if chance == 1.0 {
        1.0
    } else {
        (agreed - chance) / (1.0 - chance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
        (
            vec![vec![0], vec![0, 1], vec![], vec![1]],
            vec![vec![0], vec![0], vec![], vec![0, 1]],
        )
    }

    #[test]
    fn averages_over_topics_pairs_and_articles() {
        let (tagged, about) = table();
        let counts = per_topic(2, &tagged, &about);
        assert_eq!(
            counts[0],
            Counts {
                hits: 2,
                false_alarms: 0,
                misses: 1
            }
        );
        assert_eq!(
            counts[1],
            Counts {
                hits: 1,
                false_alarms: 1,
                misses: 0
            }
        );
        assert!((micro(&counts).f1() - 6.0 / 8.0).abs() < 1e-12);
        assert!((macro_f1(&counts) - (0.8 + 2.0 / 3.0) / 2.0).abs() < 1e-12);
        assert!((per_article_f1(&tagged, &about) - (1.0 + 2.0 / 3.0 + 1.0 + 2.0 / 3.0) / 4.0).abs() < 1e-12);
        assert_eq!((counts[0].precision(), counts[1].recall()), (1.0, 1.0));
    }

    #[test]
    fn the_best_k_topics_are_judged_where_there_is_one() {
        let probabilities = vec![vec![0.9, 0.5, 0.1], vec![0.2, 0.3, 0.1]];
        assert_eq!(precision_at(1, &probabilities, &[vec![1], vec![]]), 0.0);
        assert_eq!(precision_at(2, &probabilities, &[vec![1], vec![]]), 0.5);
    }

    #[test]
    fn honest_probabilities_have_no_error() {
        let honest: Vec<Forecast> = (0..1000)
            .map(|i| {
                if i < 500 {
                    (0.2, i % 5 == 0)
                } else {
                    (0.8, i % 5 != 0)
                }
            })
            .collect();
        assert!(calibration_error(&honest) < 1e-6);
        assert!((brier(&honest) - 0.16).abs() < 1e-6);
        assert!((brier_skill(&honest) - 0.36).abs() < 1e-6);
        let boastful: Vec<Forecast> = honest
            .iter()
            .map(|&(p, about)| (if p < 0.5 { 0.06 } else { 0.99 }, about))
            .collect();
        assert!(calibration_error(&boastful) > 0.1);
    }

    #[test]
    fn parts_of_a_reliability_table_have_equal_counts_and_leave_the_surely_absent_out() {
        let forecasts = [
            (0.05, true),
            (0.01, false),
            (0.9, true),
            (0.3, false),
            (0.5, true),
            (0.1, false),
        ];
        let told = |bin: ReliabilityBin| ((bin.promised * 1e3).round(), bin.true_share, bin.count);
        let bins: Vec<_> = reliability(&forecasts, 2).into_iter().map(told).collect();
        assert_eq!(bins, [(200.0, 0.0, 2), (700.0, 1.0, 2)]);
        assert!((calibration_error(&forecasts) - (0.1 + 0.3 + 0.5 + 0.1) / 4.0).abs() < 1e-6);
        assert_eq!(calibration_error(&[]), 0.0);
    }

    #[test]
    fn forecasts_are_held_against_the_base_rate() {
        assert!((brier(&[(0.9, true), (0.4, false)]) - 0.085).abs() < 1e-6);
        assert!((brier_skill(&[(0.9, true), (0.4, false)]) - (1.0 - 0.085 / 0.25)).abs() < 1e-6);
        assert_eq!(brier_skill(&[(0.9, true), (0.4, true)]), 0.0);
    }

    #[test]
    fn what_nobody_tags_and_nothing_is_about_counts_neither_way() {
        let counts = per_topic(3, &[vec![0, 1], vec![]], &[vec![0], vec![0]]);
        assert_eq!(counts[1].f1(), 0.0);
        assert_eq!(
            (counts[2].precision(), counts[2].recall(), counts[2].positives()),
            (0.0, 0.0, 0)
        );
        assert!(
            (macro_f1(&counts) - (2.0 / 3.0) / 2.0).abs() < 1e-12,
            "two topics are judged"
        );
        assert_eq!((counts[0].precision(), counts[0].recall()), (1.0, 0.5));
        assert_eq!(counts[0].positives(), 2);
    }

    #[test]
    fn an_interval_holds_the_mean() {
        let values: Vec<f64> = (0..200).map(|i| f64::from(i % 2)).collect();
        let (low, high) = bootstrap(200, 500, 3, |sample| {
            mean(&sample.iter().map(|&i| values[i]).collect::<Vec<_>>())
        });
        assert!(low > 0.4 && low < 0.5 && high > 0.5 && high < 0.6, "{low} {high}");
    }

    #[test]
    fn kappa_is_nothing_by_chance() {
        assert_eq!(kappa(&[true, false], &[true, false]), 1.0);
        assert!(kappa(&[true, true, false, false], &[true, false, true, false]).abs() < 1e-12);
        assert_eq!(kappa(&[true, true], &[true, true]), 1.0);
        // Three of four agreed, shares 1/4 and 1/2: chance 1/2.
        assert!((kappa(&[true, false, false, false], &[true, true, false, false]) - 0.5).abs() < 1e-12);
    }
}
