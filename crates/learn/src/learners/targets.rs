//! What each article of a training set is about.

/// The topics of every row, none, one or several each; exclusive targets have exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Targets {
    topics: usize,
    exclusive: bool,
    offsets: Vec<usize>,
    labels: Vec<u16>,
    /// The topics of each row that nobody looked for; empty where all were.
    unjudged: Vec<Vec<u16>>,
}

impl Targets {
    /// One topic a row, of `topics`.
    pub fn exclusive(topics: usize, labels: &[u16]) -> Self {
        let offsets = (0..=labels.len()).collect();
        Targets {
            topics,
            exclusive: true,
            offsets,
            labels: labels.to_vec(),
            unjudged: Vec::new(),
        }
    }

    /// Any number of topics a row; each row ascending.
    pub fn multiple<R: AsRef<[u16]>>(topics: usize, rows: &[R]) -> Self {
        let mut targets = Targets {
            topics,
            exclusive: false,
            offsets: vec![0],
            labels: Vec::new(),
            unjudged: Vec::new(),
        };
        for row in rows {
            targets.labels.extend_from_slice(row.as_ref());
            targets.offsets.push(targets.labels.len());
        }
        targets
    }

    /// The same, but that of these topics of each row nothing is known: they are no negatives. Every learner
    /// leaves such pairs out.
    #[must_use]
    pub fn with_unjudged(self, rows: Vec<Vec<u16>>) -> Self {
        let unjudged = if rows.iter().all(Vec::is_empty) {
            Vec::new()
        } else {
            rows
        };
        Targets { unjudged, ..self }
    }

    /// Whether it is known if a row is about a topic.
    pub fn judges(&self, row: usize, topic: usize) -> bool {
        self.unjudged_of(row)
            .iter()
            .all(|&unjudged| usize::from(unjudged) != topic)
    }

    /// The topics of a row that nobody looked for.
    pub fn unjudged_of(&self, row: usize) -> &[u16] {
        self.unjudged.get(row).map_or(&[], Vec::as_slice)
    }

    /// How many topics there are.
    pub fn topics(&self) -> usize {
        self.topics
    }

    /// Whether every row has exactly one topic.
    pub fn is_exclusive(&self) -> bool {
        self.exclusive
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The topics of a row, ascending.
    ///
    /// # Panics
    /// Where there is no such row.
    pub fn row(&self, row: usize) -> &[u16] {
        &self.labels[self.offsets[row]..self.offsets[row + 1]]
    }

    /// Whether a row is about a topic.
    pub fn has(&self, row: usize, topic: usize) -> bool {
        self.row(row).contains(&(topic as u16))
    }

    /// How many rows are about each topic.
    pub fn positives(&self) -> Vec<usize> {
        let mut counts = vec![0; self.topics];
        for &label in &self.labels {
            counts[usize::from(label)] += 1;
        }
        counts
    }

    /// The named rows, in the order given.
    pub fn select(&self, rows: &[usize]) -> Targets {
        let chosen: Vec<&[u16]> = rows.iter().map(|&row| self.row(row)).collect();
        let unjudged = rows.iter().map(|&row| self.unjudged_of(row).to_vec());
        Targets {
            exclusive: self.exclusive,
            ..Targets::multiple(self.topics, &chosen).with_unjudged(unjudged.collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_may_have_none_or_several() {
        let targets = Targets::multiple(3, &[vec![0, 2], vec![], vec![2]]);
        assert_eq!(targets.positives(), [1, 0, 2]);
        assert!(targets.has(0, 2) && !targets.has(1, 0));
        assert_eq!(targets.select(&[2, 1]).row(0), [2]);
        let partly = targets.with_unjudged(vec![vec![], vec![0], vec![]]);
        assert!(!partly.judges(1, 0) && partly.judges(1, 1) && partly.judges(2, 0));
        assert!(!partly.select(&[1]).judges(0, 0));
    }
}
