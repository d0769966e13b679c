//! What the join knows of a topic in an article beside its two scores: how it stands to the other topics, how long the
//! article is, and what salience measured.
//!
//! A teaser of thirty words must not be judged like a report of four hundred, and of two topics of one score the one that
//! leads all others is likelier to be what the article is about. On folds of 4,750 articles (3,855 of them real) that
//! raised micro-F1 from 0.805 to 0.816 on the real ones: 0.812 by the other topics, the rest by length and measures (with the
//! scores of the opening beside them, which the shipped set leaves out: that set was not run by itself).
//! Tried and left out, for they gained nothing there: scores of the opening and of the title alone (+0.001), a learned
//! weight for each pattern (−0.003), weights of each topic's own drawn to the pooled ones (+0.001), less weight for
//! doubtful labels (−0.001) and for our own corpus (0.000).

use crate::salience::{FEATURE_NAMES, Features, Kind};

/// Lead and rank by words, lead and rank by salience, length, four products of length and scores, one of the scores.
const OWN: usize = 10;

/// How many measures there are.
pub(super) const MEASURES: usize = OWN + FEATURE_NAMES.len();

/// The measures of one (article, topic) pair.
pub(super) type Measures = [f64; MEASURES];

/// What is known of one (article, topic) pair.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Signals {
    /// Log-odds by salience; `None` where the article does not name the topic.
    pub(super) salience: Option<f64>,
    /// Decision value of the topic's word model; `None` where it has none.
    pub(super) words: Option<f64>,
    /// What is known beside the two; `None` where the topic has no word model.
    pub(super) measures: Option<Measures>,
}

impl Signals {
    /// The features of the join.
    pub(super) fn x(self) -> Vec<f64> {
        let silent = f64::from(u8::from(self.salience.is_none()));
        let scores = [self.salience.unwrap_or(0.0), silent, self.words.unwrap_or(0.0)];
        let measures = self.measures.unwrap_or([0.0; MEASURES]);
        scores.into_iter().chain(measures).collect()
    }
}

/// The salience score of a topic that is not named, beside those that are. Set by judgement, not measured.
const UNNAMED: f64 = -5.0;

/// Words beyond which an article is no longer: counts are scaled to as many (`LENGTH` in `salience/features.rs`).
const LONGEST: f64 = 400.0;
/// Words below which it is no shorter. Set by judgement, not measured.
const SHORTEST: f64 = 5.0;

/// What is known of a topic in an article before it is compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scores {
    /// How the topic is told. Only fields are measured beside the others: an article is about three countries as often as
    /// about one, and on the graded exam of four named topics the comparison cost four points of micro-F1.
    pub(super) kind: Kind,
    /// What salience measured and says; `None` where the article does not name the topic.
    pub(super) salience: Option<(Features, f64)>,
    /// Decision value of the topic's word model.
    pub(super) words: Option<f64>,
}

/// The signals of each topic of an article of so many words. Topics without a word model are compared with none.
pub(super) fn signals(topics: &[Scores], words: usize) -> Vec<Signals> {
    let compared = |score: &dyn Fn(&Scores) -> f64| {
        let of = |t: &Scores| {
            if t.words.is_some() {
                score(t)
            } else {
                f64::NEG_INFINITY
            }
        };
        Standing::of(topics.iter().map(of).collect())
    };
    let by_words = compared(&|t| t.words.unwrap_or_default());
    let by_salience = compared(&|t| t.salience.map_or(UNNAMED, |s| s.1));
    let length = libm::log((words as f64).clamp(SHORTEST, LONGEST));
    let signal = |(at, topic): (usize, &Scores)| Signals {
        salience: topic.salience.map(|s| s.1),
        words: topic.words,
        measures: topic.words.filter(|_| topic.kind == Kind::Thematic).map(|own| {
            let standing = [by_words.place(at), by_salience.place(at)].concat();
            measures(topic, own, &standing, length)
        }),
    };
    topics.iter().enumerate().map(signal).collect()
}

fn measures(topic: &Scores, words: f64, standing: &[f64], length: f64) -> Measures {
    let salience = topic.salience.map_or(0.0, |s| s.1);
    let silent = f64::from(u8::from(topic.salience.is_none()));
    let products = [
        length,
        length * salience,
        length * words,
        length * silent,
        salience * words,
    ];
    let features = topic.salience.map_or([0.0; FEATURE_NAMES.len()], |s| s.0);
    let mut all = standing
        .iter()
        .chain(&products)
        .chain([&silent])
        .chain(&features)
        .copied();
    std::array::from_fn(|_| all.next().unwrap_or_default())
}

/// Scores of topics side by side.
struct Standing {
    scores: Vec<f64>,
    /// The best, and the best but one.
    best: [f64; 2],
}

impl Standing {
    fn of(scores: Vec<f64>) -> Self {
        let mut best = [f64::NEG_INFINITY; 2];
        for &score in &scores {
            if score > best[0] {
                best = [score, best[0]];
            } else if score > best[1] {
                best[1] = score;
            }
        }
        Standing { scores, best }
    }

    /// How far a topic leads the best other one, and the logarithm of its rank; nothing where there is no other.
    fn place(&self, at: usize) -> [f64; 2] {
        let own = self.scores[at];
        let other = if own >= self.best[0] {
            self.best[1]
        } else {
            self.best[0]
        };
        let above = self.scores.iter().filter(|&&score| score > own).count();
        let lead = if other.is_finite() { own - other } else { 0.0 };
        [lead, libm::log1p(above as f64)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_compared_with_the_best_other() {
        let topic = |words: Option<f64>| Scores {
            kind: Kind::Thematic,
            salience: None,
            words,
        };
        let found = signals(&[topic(Some(1.0)), topic(Some(-0.5)), topic(None)], 30);
        let measures = |at: usize| found[at].measures.expect("it has a word model");
        assert_eq!(measures(0)[..2], [1.5, 0.0]);
        assert_eq!(measures(1)[..2], [-1.5, libm::log1p(1.0)]);
        assert!(found[2].measures.is_none());
        assert_eq!(measures(0)[4], libm::log(30.0));
    }

    #[test]
    fn a_topic_by_itself_leads_nothing() {
        let only = signals(
            &[Scores {
                kind: Kind::Thematic,
                salience: None,
                words: Some(2.0),
            }],
            1000,
        );
        assert_eq!(only[0].measures.expect("it has a word model")[..2], [0.0, 0.0]);
    }

    #[test]
    fn what_names_tell_is_not_measured_beside_the_others() {
        let named = Scores {
            kind: Kind::Named,
            salience: None,
            words: Some(2.0),
        };
        assert!(signals(&[named], 1000)[0].measures.is_none());
    }
}
