//! How far two ways of grouping the same articles agree. The formulas are those of scikit-learn, and the tests hold its
//! answers.

/// How often groups of two kinds meet.
struct Table {
    cells: Vec<u64>,
    rows: Vec<u64>,
    columns: Vec<u64>,
    all: u64,
}

impl Table {
    fn of<A: Ord, B: Ord>(one: &[A], other: &[B]) -> Self {
        let (one, rows) = numbered(one);
        let (other, columns) = numbered(other);
        let mut table = Table {
            cells: vec![0; rows * columns],
            rows: vec![0; rows],
            columns: vec![0; columns],
            all: one.len() as u64,
        };
        for (&a, &b) in one.iter().zip(&other) {
            table.cells[a * columns + b] += 1;
            table.rows[a] += 1;
            table.columns[b] += 1;
        }
        table
    }

    fn cells(&self) -> impl Iterator<Item = (u64, u64, u64)> {
        let width = self.columns.len();
        let cell =
            move |(at, &count): (usize, &u64)| (count, self.rows[at / width], self.columns[at % width]);
        self.cells.iter().enumerate().map(cell)
    }

    fn mutual_information(&self) -> f64 {
        let all = self.all as f64;
        let part = |(count, row, column): (u64, u64, u64)| {
            let count = count as f64;
            count / all * libm::log(all * count / (row as f64 * column as f64))
        };
        self.cells()
            .filter(|cell| cell.0 > 0)
            .map(part)
            .sum::<f64>()
            .max(0.0)
    }

    fn entropies(&self) -> (f64, f64) {
        (entropy(&self.rows, self.all), entropy(&self.columns, self.all))
    }

    /// The mutual information of groups of these sizes by chance (Vinh, Epps & Bailey 2010).
    fn expected_mutual_information(&self) -> f64 {
        let logs = log_factorials(self.all as usize);
        let log = |n: u64| logs[n as usize];
        let (all, mut sum) = (self.all, 0.0);
        for &a in &self.rows {
            for &b in &self.columns {
                let fixed = log(a) + log(b) + log(all - a) + log(all - b) - log(all);
                for both in (a + b).saturating_sub(all).max(1)..=a.min(b) {
                    let chance = fixed - log(both) - log(a - both) - log(b - both) - log(all + both - a - b);
                    let (n, all) = (both as f64, all as f64);
                    sum += n / all * libm::log(all * n / (a as f64 * b as f64)) * libm::exp(chance);
                }
            }
        }
        sum
    }
}

/// The groups as numbers from 0 on, and how many there are.
fn numbered<A: Ord>(groups: &[A]) -> (Vec<usize>, usize) {
    let mut names: Vec<&A> = groups.iter().collect();
    names.sort_unstable();
    names.dedup();
    let number = |group: &A| names.binary_search(&group).unwrap_or_default();
    (groups.iter().map(number).collect(), names.len())
}

fn entropy(sizes: &[u64], all: u64) -> f64 {
    let share = |&size: &u64| size as f64 / all as f64;
    -sizes
        .iter()
        .map(share)
        .filter(|&p| p > 0.0)
        .map(|p| p * libm::log(p))
        .sum::<f64>()
}

fn log_factorials(most: usize) -> Vec<f64> {
    let mut logs = vec![0.0; most + 1];
    for n in 1..=most {
        logs[n] = logs[n - 1] + libm::log(n as f64);
    }
    logs
}

/// The mutual information of two groupings, divided by the mean of their entropies: 0 to 1.
///
/// ```
/// use notis_discover::measures::normalized_mutual_information;
/// assert!((normalized_mutual_information(&[0, 0, 1, 1], &["b", "b", "a", "a"]) - 1.0).abs() < 1e-12);
/// assert!(normalized_mutual_information(&[0, 0, 1, 1], &[0, 1, 0, 1]) < 1e-12);
/// ```
pub fn normalized_mutual_information<A: Ord, B: Ord>(one: &[A], other: &[B]) -> f64 {
    let table = Table::of(one, other);
    let (a, b) = table.entropies();
    if a == 0.0 && b == 0.0 {
        return 1.0;
    }
    table.mutual_information() / (0.5 * (a + b))
}

/// The same, from which what chance would give is taken: 0 for chance, 1 for the same groups.
pub fn adjusted_mutual_information<A: Ord, B: Ord>(one: &[A], other: &[B]) -> f64 {
    let table = Table::of(one, other);
    if table.rows.len() <= 1 && table.columns.len() <= 1 {
        return 1.0;
    }
    let (a, b) = table.entropies();
    let expected = table.expected_mutual_information();
    let room = 0.5 * (a + b) - expected;
    let room = if room < 0.0 {
        room.min(-f64::EPSILON)
    } else {
        room.max(f64::EPSILON)
    };
    (table.mutual_information() - expected) / room
}

/// Of the pairs of articles, how many both groupings unite or part, less what chance would give (Hubert & Arabie 1985).
pub fn adjusted_rand_index<A: Ord, B: Ord>(one: &[A], other: &[B]) -> f64 {
    let table = Table::of(one, other);
    let pairs = |n: u64| n as f64 * (n as f64 - 1.0) / 2.0;
    let both: f64 = table.cells().map(|(count, _, _)| pairs(count)).sum();
    let rows: f64 = table.rows.iter().map(|&n| pairs(n)).sum();
    let columns: f64 = table.columns.iter().map(|&n| pairs(n)).sum();
    let expected = rows * columns / pairs(table.all).max(1.0);
    let most = 0.5 * (rows + columns);
    if most == expected {
        1.0
    } else {
        (both - expected) / (most - expected)
    }
}

/// The share of articles whose label is the most frequent one of their group.
///
/// ```
/// assert_eq!(notis_discover::measures::purity(&["a", "a", "b", "b"], &[0, 0, 0, 1]), 0.75);
/// ```
pub fn purity<A: Ord, B: Ord>(labels: &[A], groups: &[B]) -> f64 {
    let table = Table::of(labels, groups);
    let width = table.columns.len();
    let best = |column: usize| {
        (0..table.rows.len())
            .map(|row| table.cells[row * width + column])
            .max()
    };
    (0..width).filter_map(best).sum::<u64>() as f64 / table.all.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: [u8; 12] = [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3];
    const OTHER: [u8; 12] = [0, 0, 1, 1, 1, 1, 2, 2, 2, 0, 2, 2];

    /// normalized_mutual_info_score, adjusted_mutual_info_score, adjusted_rand_score of scikit-learn 1.9.
    const SKLEARN: [f64; 3] = [0.469592419541, 0.252011616957, 0.184177997528];

    #[test]
    fn the_answers_are_those_of_scikit_learn() {
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-9, "{found} {expected}");
        near(normalized_mutual_information(&ONE, &OTHER), SKLEARN[0]);
        near(adjusted_mutual_information(&ONE, &OTHER), SKLEARN[1]);
        near(adjusted_rand_index(&ONE, &OTHER), SKLEARN[2]);
    }

    #[test]
    fn one_group_against_one_is_the_same() {
        assert_eq!(adjusted_mutual_information(&[1, 1], &[7, 7]), 1.0);
        assert_eq!(normalized_mutual_information(&[1, 1], &[7, 7]), 1.0);
        assert_eq!(adjusted_rand_index(&[1, 1], &[7, 7]), 1.0);
    }
}
