//! Which topics lie near each other, so that many can be told under few.

/// Topics gathered into `count` wider ones, the two nearest joined first (average linkage, the topics weighing as many
/// articles as they have): the wider topic of each. Wider topics are numbered by their first member.
///
/// ```
/// let likeness = [vec![1.0, 0.9, 0.1], vec![0.9, 1.0, 0.2], vec![0.1, 0.2, 1.0]];
/// assert_eq!(notis_discover::hierarchy::gather(&likeness, &[5, 5, 5], 2), [0, 0, 1]);
/// ```
pub fn gather(likeness: &[Vec<f32>], articles: &[usize], count: usize) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = (0..likeness.len()).map(|topic| vec![topic]).collect();
    while groups.len() > count.max(1) {
        let (a, b) = nearest(&groups, likeness, articles);
        let joined = groups.remove(b);
        groups[a].extend(joined);
    }
    let mut wider = vec![0; likeness.len()];
    for (number, members) in groups.iter().enumerate() {
        members.iter().for_each(|&topic| wider[topic] = number);
    }
    wider
}

fn nearest(groups: &[Vec<usize>], likeness: &[Vec<f32>], articles: &[usize]) -> (usize, usize) {
    let pairs = (0..groups.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    let near = |&(a, b): &(usize, usize)| linkage(&groups[a], &groups[b], likeness, articles);
    pairs
        .max_by(|x, y| near(x).total_cmp(&near(y)).then(y.cmp(x)))
        .unwrap_or((0, 0))
}

fn linkage(a: &[usize], b: &[usize], likeness: &[Vec<f32>], articles: &[usize]) -> f64 {
    let (mut sum, mut weights) = (0.0, 0.0);
    for &x in a {
        for &y in b {
            let weight = (articles[x].max(1) * articles[y].max(1)) as f64;
            sum += weight * f64::from(likeness[x][y]);
            weights += weight;
        }
    }
    sum / weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_one_in_the_end() {
        let likeness = vec![vec![0.5; 4]; 4];
        assert_eq!(gather(&likeness, &[1; 4], 1), [0; 4]);
        assert_eq!(gather(&likeness, &[1; 4], 9), [0, 1, 2, 3]);
        assert!(gather(&[], &[], 1).is_empty());
    }
}
