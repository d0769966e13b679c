//! Dual coordinate descent for L2-regularised linear models (Hsieh et al. 2008; Yu, Huang & Lin 2011), the method of
//! liblinear.
//!
//! One-vs-rest trains many models on the same rows. Their weights lie side by side, [`LANES`] topics to a cache line,
//! so that one walk over a row serves them all: what costs is fetching weights from memory, and that is paid once. Groups
//! of topics run on different cores and do not touch each other, so the result does not depend on how many there are.

use crate::random::SplitMix;
use crate::{RowView, SparseRows};
use rayon::prelude::*;

use super::linear::LinearModel;
use super::loss::Loss;
use super::targets::Targets;

/// Topics that are trained in one walk.
pub const LANES: usize = 8;

type Lane = [f32; LANES];

/// When to stop, and how the classes weigh.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Descent {
    /// An epoch whose greatest violation is below this is the last.
    pub tolerance: f64,
    /// The most epochs.
    pub epochs: usize,
    /// How much more a topic's own rows cost: 0 = as much as the others, 1 = so that both sides weigh the same.
    pub balance: f64,
}

impl Default for Descent {
    /// The defaults of practice: what a lower tolerance changes is below what folds can see.
    fn default() -> Self {
        Descent {
            tolerance: 0.1,
            epochs: 60,
            balance: 0.0,
        }
    }
}

/// Trains one model a topic, one-vs-rest.
pub(super) fn train<L: Loss>(
    rows: &SparseRows,
    targets: &Targets,
    loss: L,
    cost: f64,
    descent: &Descent,
) -> LinearModel {
    let norms: Vec<f64> = rows.iter().map(|row| row.squared_norm() + 1.0).collect();
    let groups: Vec<usize> = (0..targets.topics()).step_by(LANES).collect();
    let weights: Vec<Vec<Lane>> = groups
        .par_iter()
        .map(|&first| Group::new(rows, targets, &norms, first, cost, descent).descend(loss, descent))
        .collect();
    let mut model = LinearModel::zero(rows.columns(), targets.topics());
    for (&first, weights) in groups.iter().zip(&weights) {
        copy_group(&mut model, first, weights);
    }
    model
}

fn copy_group(model: &mut LinearModel, first: usize, weights: &[Lane]) {
    let width = LANES.min(model.topics() - first);
    let columns = model.columns();
    for (column, lanes) in weights[..columns].iter().enumerate() {
        model.column_mut(column)[first..first + width].copy_from_slice(&lanes[..width]);
    }
    model.biases_mut()[first..first + width].copy_from_slice(&weights[columns][..width]);
}

/// Up to [`LANES`] topics and all that is known of them while training.
struct Group<'a> {
    rows: &'a SparseRows,
    norms: &'a [f64],
    width: usize,
    /// +1 or −1 of each row and lane; 0 where nothing is known.
    signs: Vec<Lane>,
    /// Cost of the rows outside and inside each lane's topic.
    costs: Vec<[f64; 2]>,
    /// Weights column by column, the bias last.
    weights: Vec<Lane>,
    alphas: Vec<[f64; LANES]>,
}

impl<'a> Group<'a> {
    fn new(
        rows: &'a SparseRows,
        targets: &Targets,
        norms: &'a [f64],
        first: usize,
        cost: f64,
        descent: &Descent,
    ) -> Self {
        let width = LANES.min(targets.topics() - first);
        let mut signs = vec![[-1.0; LANES]; rows.len()];
        for (row, signs) in signs.iter_mut().enumerate() {
            for &label in targets.row(row) {
                if let Some(sign) = usize::from(label)
                    .checked_sub(first)
                    .and_then(|lane| signs.get_mut(lane))
                {
                    *sign = 1.0;
                }
            }
            for &unjudged in targets.unjudged_of(row) {
                let lane = usize::from(unjudged).checked_sub(first);
                if let Some(sign) = lane.and_then(|lane| signs.get_mut(lane)) {
                    *sign = 0.0;
                }
            }
        }
        let positives = targets.positives();
        let costs = (first..first + width)
            .map(|topic| class_costs(positives[topic], rows.len(), cost, descent.balance))
            .collect();
        let weights = vec![[0.0; LANES]; rows.columns() + 1];
        Group {
            rows,
            norms,
            width,
            signs,
            costs,
            weights,
            alphas: Vec::new(),
        }
    }

    fn cost(&self, row: usize, lane: usize) -> f64 {
        self.costs[lane][usize::from(self.signs[row][lane] > 0.0)]
    }

    fn descend<L: Loss>(mut self, loss: L, descent: &Descent) -> Vec<Lane> {
        self.start(loss);
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let mut random = SplitMix(0x5EED);
        for _ in 0..descent.epochs {
            random.shuffle(&mut order);
            let mut worst = 0.0_f64;
            for &row in &order {
                worst = worst.max(self.visit(row, loss));
            }
            if worst < descent.tolerance {
                break;
            }
        }
        self.weights
    }

    /// Sets the dual variables to where the loss starts, and the weights to what follows from them.
    fn start<L: Loss>(&mut self, loss: L) {
        self.alphas = vec![[0.0; LANES]; self.rows.len()];
        for row in 0..self.rows.len() {
            let mut change = [0.0; LANES];
            for (lane, change) in change.iter_mut().enumerate().take(self.width) {
                let alpha = loss.start(self.cost(row, lane));
                self.alphas[row][lane] = alpha;
                *change = alpha as f32 * self.signs[row][lane];
            }
            if change != [0.0; LANES] {
                add(self.rows.row(row), &change, &mut self.weights);
            }
        }
    }

    /// One step on every lane's dual variable of a row; gives the greatest violation found.
    fn visit<L: Loss>(&mut self, row: usize, loss: L) -> f64 {
        let view = self.rows.row(row);
        let scores = dot(view, &self.weights);
        let mut change = [0.0; LANES];
        let mut worst = 0.0_f64;
        for lane in 0..self.width {
            let sign = self.signs[row][lane];
            if sign == 0.0 {
                continue;
            }
            let alpha = self.alphas[row][lane];
            let cost = self.cost(row, lane);
            let (new, violation) = loss.step(alpha, f64::from(sign * scores[lane]), self.norms[row], cost);
            self.alphas[row][lane] = new;
            change[lane] = (new - alpha) as f32 * sign;
            worst = worst.max(violation);
        }
        if change != [0.0; LANES] {
            add(view, &change, &mut self.weights);
        }
        worst
    }
}

/// The cost of a row outside and inside a topic.
fn class_costs(positives: usize, rows: usize, cost: f64, balance: f64) -> [f64; 2] {
    let (inside, all) = (positives.max(1) as f64, rows as f64);
    let balanced = |count: f64| libm::pow(all / (2.0 * count.max(1.0)), balance);
    [cost * balanced(all - inside), cost * balanced(inside)]
}

/// The scores of all lanes; the bias is the weight of a column that is 1 in every row.
fn dot(row: RowView<'_>, weights: &[Lane]) -> Lane {
    let mut sums = weights[weights.len() - 1];
    for (column, value) in row.iter() {
        let lanes = &weights[column];
        for lane in 0..LANES {
            sums[lane] += value * lanes[lane];
        }
    }
    sums
}

fn add(row: RowView<'_>, change: &Lane, weights: &mut [Lane]) {
    for (column, value) in row.iter() {
        let lanes = &mut weights[column];
        for lane in 0..LANES {
            lanes[lane] += value * change[lane];
        }
    }
    let bias = weights.len() - 1;
    for lane in 0..LANES {
        weights[bias][lane] += change[lane];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learners::loss::{Logistic, SquaredHinge};

    const ROWS: usize = 40;
    const COLUMNS: usize = 15;

    /// The problem of `scripts/liblinear_objectives.py`.
    fn problem() -> (SparseRows, Vec<u16>) {
        let mut rows = SparseRows::new(COLUMNS);
        for i in 0..ROWS {
            let indices: Vec<u32> = (0..COLUMNS as u32)
                .filter(|j| (i + *j as usize).is_multiple_of(3))
                .collect();
            let values: Vec<f32> = indices
                .iter()
                .map(|&j| ((i * 7 + j as usize * 13) % 11) as f32 / 11.0)
                .collect();
            rows.push(RowView {
                indices: &indices,
                values: &values,
            });
        }
        (rows, (0..ROWS).map(|i| u16::from((i * 5) % 7 < 3)).collect())
    }

    fn objective<L: Loss>(loss: L, cost: f64, primal: impl Fn(f64) -> f64) -> f64 {
        let (rows, labels) = problem();
        let descent = Descent {
            tolerance: 1e-6,
            epochs: 20_000,
            ..Descent::default()
        };
        let model = train(&rows, &Targets::exclusive(2, &labels), loss, cost, &descent);
        let mut sum = 0.5 * f64::from(model.biases()[1]).powi(2);
        sum += (0..COLUMNS)
            .map(|c| 0.5 * f64::from(model.column(c)[1]).powi(2))
            .sum::<f64>();
        for (row, &label) in rows.iter().zip(&labels) {
            let sign = if label == 1 { 1.0 } else { -1.0 };
            sum += cost * primal(sign * f64::from(model.score(row, 1)));
        }
        sum
    }

    fn close(ours: f64, liblinear: f64) {
        assert!((ours / liblinear - 1.0).abs() < 1e-4, "{ours} {liblinear}");
    }

    #[test]
    fn the_support_vector_machine_reaches_liblinears_optimum() {
        let at = |cost| objective(SquaredHinge, cost, |margin| (1.0 - margin).max(0.0).powi(2));
        close(at(0.1), 3.647072036227697);
        close(at(1.0), 31.19953085613563);
        close(at(10.0), 272.45580360427);
    }

    #[test]
    fn logistic_regression_reaches_liblinears_optimum() {
        let at = |cost| objective(Logistic, cost, |margin| (-margin).exp().ln_1p());
        close(at(0.1), 2.7180933002454464);
        close(at(1.0), 25.73220523673504);
        close(at(10.0), 227.64945968216983);
    }

    #[test]
    fn topics_beyond_one_group_are_trained_alike() {
        let (rows, labels) = problem();
        let many: Vec<Vec<u16>> = labels
            .iter()
            .map(|&l| if l == 1 { (0..19).collect() } else { vec![] })
            .collect();
        let model = train(
            &rows,
            &Targets::multiple(19, &many),
            SquaredHinge,
            1.0,
            &Descent::default(),
        );
        for column in 0..COLUMNS {
            assert!(
                model
                    .column(column)
                    .iter()
                    .all(|&weight| weight == model.column(column)[0])
            );
        }
    }

    #[test]
    fn balancing_raises_the_score_of_a_rare_topic() {
        let (rows, _) = problem();
        let rare: Vec<u16> = (0..ROWS).map(|i| u16::from(i % 10 == 0)).collect();
        let score = |balance| {
            let descent = Descent {
                balance,
                ..Descent::default()
            };
            train(&rows, &Targets::exclusive(2, &rare), SquaredHinge, 1.0, &descent).score(rows.row(0), 1)
        };
        assert!(score(1.0) > score(0.0));
    }
}
