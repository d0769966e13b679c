//! Choosing features and learners on folds, within a budget.

use notis_features::{FeatureOptions, Featurizer, SparseRows, VIEWS, View};

use super::options::{FeatureChoice, WordOptions, WordReport};
use super::recipe::{Member, Recipe};
use super::unseen::out_of_fold;
use notis_learn::LearnError;
use notis_learn::learners::{LANES, LearnerKind, Targets};
use notis_learn::metrics::{Counts, macro_f1, micro};
use notis_learn::thresholds::best_threshold;

/// Stored values that one core of the slow kind trains on in a second, one learner's epochs taken together, for as many
/// topics as are trained side by side.
const VALUES_PER_SECOND: f64 = 8e6;

/// The recipe to train by, and what it was chosen from.
pub(super) fn choose(
    featurizer: &Featurizer,
    counts: &SparseRows,
    targets: &Targets,
    options: &WordOptions,
) -> Result<(Recipe, WordReport), LearnError> {
    let plain = featurizer.options().clone();
    if let Some(learner) = options.fixed {
        return Ok((Recipe::single(plain, learner, 0.0), WordReport::default()));
    }
    // How an encoder's vector stands to words differs from corpus to corpus: beside it even a named learner is searched for.
    if let Some(kind) = options.learner.filter(|_| plain.views.encoded == 0) {
        let features = if options.features == FeatureChoice::Auto {
            usual(&plain)
        } else {
            plain
        };
        return Ok((standard(kind, features, targets), WordReport::default()));
    }
    let named = options.learner.map(|kind| [kind]);
    let mut search = Search {
        kinds: named.as_ref().map_or(&LearnerKind::ALL, |named| &named[..]),
        featurizer,
        counts,
        targets,
        options,
        stored: View::ALL.map(|view| featurizer.stored_of(view, counts)),
        spent: 0.0,
        report: WordReport::default(),
    };
    search.run()?;
    let best = search.report.compared.first().map(|(recipe, _)| recipe.clone());
    let fallback = || standard(LearnerKind::FIRST, usual(&plain), targets);
    Ok((best.unwrap_or_else(fallback), search.report))
}

/// What does well without asking: measured on folds of reviews, government pages, news and encyclopaedia sentences.
fn standard(kind: LearnerKind, features: FeatureOptions, targets: &Targets) -> Recipe {
    let balance = if targets.is_exclusive() { 0.5 } else { 0.25 };
    Recipe::single(features, kind.usual(), balance)
}

/// The views that a named learner gets where nobody chose: of a small corpus words, their parts and runs of letters; of a
/// larger one all that was counted, marks too, whose habits take many examples to learn.
fn usual(plain: &FeatureOptions) -> FeatureOptions {
    let mut features = plain.clone();
    if plain.views.compounds {
        for view in [View::Stems, View::Marks, View::Meaning] {
            features.weights[view as usize] = 0.0;
        }
    }
    features
}

struct Search<'a> {
    /// The learners to compare, in this order.
    kinds: &'a [LearnerKind],
    featurizer: &'a Featurizer,
    counts: &'a SparseRows,
    targets: &'a Targets,
    options: &'a WordOptions,
    /// How many values each view has in the counts.
    stored: [usize; VIEWS],
    spent: f64,
    report: WordReport,
}

impl Search<'_> {
    /// Coarse to fine: every learner on every set of views; then one of an encoder's vector beside one of the terms; then the
    /// neighbours of the best in cost and smoothing; then pairs of learners on the best views.
    fn run(&mut self) -> Result<(), LearnError> {
        for &kind in self.kinds {
            for features in self.feature_sets() {
                self.try_recipe(standard(kind, features, self.targets))?;
            }
        }
        self.part_views()?;
        self.refine()?;
        self.pair_up()?;
        self.refine_views()
    }

    /// A discriminative learner of the encoder's vector beside Naive Bayes of the terms: each does best on its own kind of
    /// numbers where labels are few (Ng & Jordan 2002).
    fn part_views(&mut self) -> Result<(), LearnError> {
        let plain = self.featurizer.options();
        let has_terms = View::ALL
            .iter()
            .any(|&view| view != View::Encoded && plain.views.has(view));
        if plain.views.encoded == 0 || !has_terms || self.options.learner.is_some() {
            return Ok(());
        }
        let (counting, drawing): (Vec<LearnerKind>, Vec<LearnerKind>) =
            LearnerKind::ALL.into_iter().partition(|kind| kind.counts());
        let Some(terms) = counting.first().map(|kind| kind.usual()) else {
            return Ok(());
        };
        for kind in drawing {
            let single = standard(kind, plain.clone(), self.targets);
            let Member { learner, balance, .. } = single.members[0];
            for (factor, share) in [
                (0.3, 0.3),
                (0.3, 0.6),
                (0.3, 1.0),
                (1.0, 0.3),
                (1.0, 0.6),
                (1.0, 1.0),
            ] {
                let dense = learner.scaled(factor);
                self.try_recipe(Recipe::parted(plain.clone(), dense, terms, balance, share))?;
            }
        }
        Ok(())
    }

    fn feature_sets(&self) -> Vec<FeatureOptions> {
        let plain = self.featurizer.options().clone();
        if self.options.features != FeatureChoice::Auto {
            return vec![plain];
        }
        let with = |views: &[View]| {
            let mut weights = [0.0; VIEWS];
            views.iter().for_each(|&view| weights[view as usize] = 1.0);
            FeatureOptions {
                weights,
                ..plain.clone()
            }
        };
        // The first does best on long articles of several topics, where the budget may end soon.
        let sets: [&[View]; 8] = [
            &[View::Words, View::Stems, View::Chars, View::Marks],
            &[View::Words],
            &[View::Words, View::Compounds],
            &[View::Words, View::Chars],
            &[View::Words, View::Chars, View::Compounds],
            &[View::Words, View::Chars, View::Compounds, View::Meaning],
            &[View::Words, View::Marks],
            &[View::Words, View::Stems, View::Chars],
        ];
        let are_counted = |views: &&&[View]| views.iter().all(|&view| plain.views.has(view));
        sets.iter().filter(are_counted).map(|views| with(views)).collect()
    }

    /// Other costs and smoothings of the best recipe of each kind of learner, best first.
    fn refine(&mut self) -> Result<(), LearnError> {
        for recipe in self.best_of_each_kind() {
            for factor in [0.3, 3.0] {
                let mut other = recipe.clone();
                other.members[0].learner = other.members[0].learner.scaled(factor);
                self.try_recipe(other)?;
            }
        }
        Ok(())
    }

    fn best_of_each_kind(&self) -> Vec<Recipe> {
        let mut seen = Vec::new();
        let single = self
            .report
            .compared
            .iter()
            .filter(|(recipe, _)| recipe.members.len() == 1);
        for (recipe, _) in single {
            let kind = recipe.members[0].learner.kind();
            if !seen
                .iter()
                .any(|other: &Recipe| other.members[0].learner.kind() == kind)
            {
                seen.push(recipe.clone());
            }
        }
        seen
    }

    /// The two best kinds together, in several shares, on the features of the best.
    fn pair_up(&mut self) -> Result<(), LearnError> {
        let best = self.best_of_each_kind();
        for second in best.iter().skip(1) {
            for share in [0.3, 0.6, 1.0] {
                let mut recipe = best[0].clone();
                recipe.members.push(Member {
                    share,
                    ..second.members[0]
                });
                self.try_recipe(recipe)?;
            }
        }
        Ok(())
    }

    /// Other weights of the views of the best recipe.
    fn refine_views(&mut self) -> Result<(), LearnError> {
        for view in View::ALL {
            let Some((best, _)) = self.report.compared.first().cloned() else {
                return Ok(());
            };
            for factor in [0.6, 1.6] {
                if best.features.views.has(view) && best.features.weights[view as usize] > 0.0 {
                    let mut recipe = best.clone();
                    recipe.features.weights[view as usize] *= factor;
                    self.try_recipe(recipe)?;
                }
            }
        }
        Ok(())
    }

    /// Scores a recipe on folds, if the budget allows; keeps the list sorted, the first found first among equals.
    fn try_recipe(&mut self, recipe: Recipe) -> Result<(), LearnError> {
        let cost = self.cost(&recipe);
        if self.spent + cost > self.options.budget {
            self.report.left_out += 1;
            return Ok(());
        }
        self.spent += cost;
        let (featurizer, counts) = self
            .featurizer
            .narrowed(recipe.features.clone(), self.counts.clone());
        let scores = out_of_fold(&recipe, &featurizer, &counts, self.targets, self.options)?;
        let score = self.score(&scores);
        let at = self.report.compared.partition_point(|&(_, other)| other >= score);
        self.report.compared.insert(at, (recipe, score));
        if at == 0 {
            self.report.out_of_fold = scores;
        }
        Ok(())
    }

    /// The seconds that trying a recipe is reckoned to take.
    fn cost(&self, recipe: &Recipe) -> f64 {
        let members = recipe.members.iter();
        let passes: f64 = members.map(|member| member.learner.kind().passes()).sum();
        let weights = recipe.features.weights.iter().zip(&self.stored);
        let stored: usize = weights.filter(|(weight, _)| **weight > 0.0).map(|(_, n)| n).sum();
        let walks = self.options.folds * self.targets.topics().div_ceil(LANES);
        stored as f64 * walks as f64 * passes / VALUES_PER_SECOND
    }

    /// How well out-of-fold scores tell the topics.
    fn score(&self, scores: &[f32]) -> f64 {
        if self.targets.is_exclusive() {
            accuracy(scores, self.targets)
        } else {
            f1(scores, self.targets)
        }
    }
}

/// The share of rows whose best score is their topic's.
fn accuracy(scores: &[f32], targets: &Targets) -> f64 {
    let topics = targets.topics();
    let best =
        |row: &[f32]| (0..topics).fold(0, |best, topic| if row[topic] > row[best] { topic } else { best });
    let hits = scores
        .chunks(topics)
        .enumerate()
        .filter(|&(row, scores)| targets.has(row, best(scores)))
        .count();
    hits as f64 / targets.len().max(1) as f64
}

/// The mean of micro- and macro-F1, each topic cut where it does best.
fn f1(scores: &[f32], targets: &Targets) -> f64 {
    let topics = targets.topics();
    let of = |topic: usize| {
        let column = scores.iter().skip(topic).step_by(topics).copied();
        let examples: Vec<(f32, bool)> = column
            .enumerate()
            .map(|(row, s)| (s, targets.has(row, topic)))
            .collect();
        let cut = best_threshold(examples.iter().copied());
        let mut counts = Counts::default();
        examples
            .iter()
            .for_each(|&(score, about)| counts.add(score >= cut, about));
        counts
    };
    let counts: Vec<Counts> = (0..topics).map(of).collect();
    0.5 * (micro(&counts).f1() + macro_f1(&counts))
}
