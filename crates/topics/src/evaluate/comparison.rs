//! Two models on the same articles.

use serde::Serialize;

use super::answers::{self, Answer};
use super::gold::{self, Gold, Universe};
use super::report::Part;
use crate::{Error, Example, Model};
use notis_learn::metrics::{Counts, bootstrap, micro};

/// Samples drawn for an interval.
const ROUNDS: usize = 2000;
/// Seed of the samples.
const SEED: u64 = 1;
/// Articles about a topic from which its difference says something.
const ENOUGH: usize = 10;

/// How much better one of two models is, on topics that both have.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Comparison {
    /// Judged articles.
    pub articles: usize,
    /// Topics that both models have; no others are counted.
    pub topics: usize,
    /// The first model.
    pub first: Rival,
    /// The second.
    pub second: Rival,
    /// By how much the micro F1 of the second is higher.
    pub difference: f64,
    /// Its 95 % interval by a paired bootstrap over articles: both models are measured on each sample.
    pub difference_ci95: [f64; 2],
    /// What that says.
    pub verdict: Verdict,
    /// Topics with enough articles, those first whose F1 differs most.
    pub by_topic: Vec<TopicDifference>,
}

/// One of two models.
#[derive(Clone, Debug, Serialize)]
pub struct Rival {
    /// Its scores under its name.
    #[serde(flatten)]
    pub part: Part,
    /// Articles that it was trained on: what it says of them is no test of it.
    pub trained_on: usize,
}

/// Which of two models is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
// Exhaustive on purpose: a new verdict needs words in every printer.
pub enum Verdict {
    /// The first: the whole interval lies below 0.
    First,
    /// The second: the whole interval lies above 0.
    Second,
    /// Neither is shown to be: the interval holds 0.
    Undecided,
}

/// A topic by two models.
#[derive(Clone, Debug, Serialize)]
pub struct TopicDifference {
    /// The topic.
    pub topic: String,
    /// Articles about it.
    pub articles: usize,
    /// The F1 of the first model.
    pub first: f64,
    /// The F1 of the second.
    pub second: f64,
}

/// What the two models made of each article, topic by topic.
struct Pairs(Vec<[Vec<Counts>; 2]>);

/// Measures two named models on the same judged articles, which come with the vector that each wants.
///
/// # Errors
/// Where a label is a topic of neither, no article is judged, or the models have no topic in common.
pub fn compare(models: [(&str, &Model); 2], articles: [&[Example]; 2]) -> Result<Comparison, Error> {
    let [(_, first), (_, second)] = models;
    let universe = Universe::of_models(first, second);
    let has = |model: &Model, id: &String| model.topics().iter().any(|topic| topic.id == *id);
    let ids = universe.ids.iter();
    let shared: Vec<bool> = ids.map(|id| has(first, id) && has(second, id)).collect();
    if !shared.contains(&true) {
        return Err(Error::NothingShared);
    }
    let judged = [
        gold::judged(articles[0], &universe)?,
        gold::judged(articles[1], &universe)?,
    ];
    let examples = |at: usize| judged[at].iter().map(|(example, _)| *example);
    let answers = [0, 1].map(|at| answers::ask(models[at].1, examples(at), &universe));
    let pairs = Pairs::of(judged[0].iter().map(|(_, gold)| gold), &answers, &shared);
    let rival = |at: usize| Rival {
        part: Part::new(models[at].0, pairs.all(at)),
        trained_on: super::trained_on(models[at].1, examples(at)).len(),
    };
    let (first, second) = (rival(0), rival(1));
    let [low, high] = pairs.interval();
    Ok(Comparison {
        articles: pairs.0.len(),
        topics: shared.iter().filter(|&&is_shared| is_shared).count(),
        difference: second.part.f1 - first.part.f1,
        first,
        second,
        difference_ci95: [low, high],
        verdict: Verdict::of(low, high),
        by_topic: pairs.by_topic(&universe.ids),
    })
}

impl Verdict {
    fn of(low: f64, high: f64) -> Self {
        if high < 0.0 {
            Verdict::First
        } else if low > 0.0 {
            Verdict::Second
        } else {
            Verdict::Undecided
        }
    }
}

impl Pairs {
    fn of<'a>(golds: impl Iterator<Item = &'a Gold>, answers: &[Vec<Answer>; 2], shared: &[bool]) -> Self {
        let counts = |gold: &Gold, answer: &Answer| -> Vec<Counts> {
            let count = |(topic, &is_shared): (usize, &bool)| {
                let mut counts = Counts::default();
                if is_shared && gold.judges(topic) {
                    counts.add(answer.tagged.contains(&topic), gold.about.contains(&topic));
                }
                counts
            };
            shared.iter().enumerate().map(count).collect()
        };
        let [first, second] = answers;
        let answers = golds.zip(first.iter().zip(second));
        Pairs(
            answers
                .map(|(gold, (a, b))| [counts(gold, a), counts(gold, b)])
                .collect(),
        )
    }

    /// All decisions of one model.
    fn all(&self, model: usize) -> Counts {
        let counts = self.0.iter().flat_map(|pair| &pair[model]).copied();
        counts.fold(Counts::default(), Counts::plus)
    }

    /// The interval of the difference: by how much the second model's micro F1 is higher on samples of the articles.
    fn interval(&self) -> [f64; 2] {
        let sums = |pair: &[Vec<Counts>; 2]| [micro(&pair[0]), micro(&pair[1])];
        let rows: Vec<[Counts; 2]> = self.0.iter().map(sums).collect();
        let f1 = |sample: &[usize], model: usize| {
            let counts = sample.iter().map(|&row| rows[row][model]);
            counts.fold(Counts::default(), Counts::plus).f1()
        };
        let difference = |sample: &[usize]| f1(sample, 1) - f1(sample, 0);
        let (low, high) = bootstrap(rows.len(), ROUNDS, SEED, difference);
        [low, high]
    }

    fn by_topic(&self, ids: &[String]) -> Vec<TopicDifference> {
        let of = |topic: usize, model: usize| {
            let counts = self.0.iter().map(|pair| pair[model][topic]);
            counts.fold(Counts::default(), Counts::plus)
        };
        let difference = |(topic, id): (usize, &String)| {
            let (first, second) = (of(topic, 0), of(topic, 1));
            TopicDifference {
                topic: id.clone(),
                articles: first.hits + first.misses,
                first: first.f1(),
                second: second.f1(),
            }
        };
        let mut topics: Vec<TopicDifference> = ids.iter().enumerate().map(difference).collect();
        topics.retain(|topic| topic.articles >= ENOUGH);
        let size = |topic: &TopicDifference| (topic.second - topic.first).abs();
        topics.sort_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.topic.cmp(&b.topic)));
        topics
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Definitions, TrainOptions};
    use notis_corpus::Article;

    fn defined(toml: &str) -> Model {
        let definitions = Definitions::parse(toml).unwrap();
        let none = std::iter::empty::<Result<Example, std::io::Error>>();
        let (model, _) =
            Model::train(none, Some(&definitions), None, &TrainOptions::default(), &|_| ()).unwrap();
        model
    }

    fn articles() -> Vec<Example> {
        let example = |number: usize| {
            let (text, labels) = if number.is_multiple_of(2) {
                (
                    "Laksen rømde frå merda. No leitar dei etter laks i heile fjorden.",
                    vec!["laks".to_owned()],
                )
            } else {
                (
                    "Laget vann kampen i dag, og treneren var glad for poenga.",
                    Vec::new(),
                )
            };
            Example::from(Article {
                id: number.to_string(),
                text: text.to_owned(),
                labels: Some(labels),
                ..Article::default()
            })
        };
        (0..40).map(example).collect()
    }

    #[test]
    fn the_model_that_finds_the_topic_is_better() {
        let good = defined("[[topic]]\nid = 'laks'\naliases = ['laks*']");
        let blind = defined(
            "[[topic]]\nid = 'laks'\naliases = ['ørret*']\n[[topic]]\nid = 'skog'\naliases = ['skog*']",
        );
        let articles = articles();
        let found = compare([("blind", &blind), ("good", &good)], [&articles; 2]).unwrap();
        assert_eq!(
            (found.verdict, found.topics, found.articles),
            (Verdict::Second, 1, 40)
        );
        assert!(
            found.difference > 0.9 && found.difference_ci95[0] > 0.9,
            "{found:?}"
        );
        assert_eq!((found.by_topic[0].articles, found.by_topic[0].first), (20, 0.0));
        let same = compare([("one", &good), ("other", &good)], [&articles; 2]).unwrap();
        assert_eq!(
            (same.verdict, same.difference_ci95),
            (Verdict::Undecided, [0.0, 0.0])
        );
    }

    #[test]
    fn models_without_a_common_topic_cannot_be_compared() {
        let one = defined("[[topic]]\nid = 'laks'\naliases = ['laks*']");
        let other = defined("[[topic]]\nid = 'skog'\naliases = ['skog*']");
        let articles = articles();
        let error = compare([("one", &one), ("other", &other)], [&articles; 2]).unwrap_err();
        assert!(matches!(error, Error::NothingShared), "{error}");
    }
}
