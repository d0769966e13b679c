//! Statistics as a file: the container of a model file, with other arrays in it.

use std::path::{Path, PathBuf};

use notis_features::{Count, Of, TermStatistics, damped};

use super::{Statistics, sample_file};
use crate::container::{Array, Container, ContainerError};

/// Why a file holds no statistics.
#[derive(Debug, thiserror::Error)]
pub enum StatisticsError {
    /// The file cannot be read.
    #[error("cannot read the statistics {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file cannot be written; what stood there before is unharmed.
    #[error("cannot save the statistics {}: {source}; an older file there is unharmed", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// No statistics, or cut short.
    #[error("no statistics of notis, or cut short: {0}; count the part anew")]
    Structure(String),
    /// The checksum does not match, or the numbers contradict each other.
    #[error("the statistics are damaged; copy them again, or count the part anew")]
    Damaged,
    /// Written by another version.
    #[error("the statistics have format {0}, which this program does not read; count the part anew")]
    Version(u64),
}

impl From<ContainerError> for StatisticsError {
    fn from(error: ContainerError) -> Self {
        match error {
            ContainerError::Structure(cause) => StatisticsError::Structure(cause),
            ContainerError::Version { found } => StatisticsError::Version(found),
            ContainerError::Missing(part) => StatisticsError::Structure(format!("it lacks «{part}»")),
            ContainerError::Checksum => StatisticsError::Damaged,
        }
    }
}

/// What `kinds` holds for each kind of number; a class is its number and the last of these.
const ARTICLES: u32 = 0;
const ROWS: u32 = 1;
const CLASSES: u32 = 2;

/// Articles that a file may tell of, four billion: the numbers of thirty such files add up in 64 bits.
const MOST_ARTICLES: u64 = 1 << 32;

impl Statistics {
    /// The statistics as bytes; the same statistics give the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut container = Container::default();
        let (labels, numbers): (Vec<&String>, Vec<u64>) = self.labels.iter().map(|(l, n)| (l, *n)).unzip();
        container.put("statistics", &[self.articles, self.labelled, self.single]);
        container.put("analyzer", &self.analyzer);
        container.put("features", &self.views);
        container.put("labels", &labels);
        container.put("label articles", &numbers);
        let counts = self.terms.counts();
        let terms = self.terms.terms();
        let (hashes, lengths): (Vec<u64>, Vec<u32>) = terms.map(|of| (of[0].term, of.len() as u32)).unzip();
        sample_file::write(&self.sample, &hashes, &labels, &mut container);
        let arrays = [
            ("terms", Array::U64(hashes)),
            ("lengths", Array::U32(lengths)),
            (
                "kinds",
                Array::U32(counts.iter().map(|count| kind(count.of)).collect()),
            ),
            (
                "numbers",
                Array::U64(counts.iter().map(|count| count.number).collect()),
            ),
        ];
        let named = arrays.map(|(name, array)| (name.to_owned(), array));
        container.arrays.extend(named);
        container.to_bytes()
    }

    /// The statistics that these bytes hold.
    ///
    /// # Errors
    /// Where they hold none, damaged ones, or those of another version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, StatisticsError> {
        let mut container = Container::from_bytes(bytes)?;
        let [articles, labelled, single] = container.get("statistics")?;
        let (labels, numbers): (Vec<String>, Vec<u64>) =
            (container.get("labels")?, container.get("label articles")?);
        let terms = terms(&mut container, labels.len())?;
        let fits = single <= labelled && labelled <= articles && articles <= MOST_ARTICLES;
        let are_possible = fits
            && numbers.iter().all(|&number| number <= labelled)
            && terms.counts().iter().all(|count| is_possible(count, articles));
        let are_named = labels.len() == numbers.len() && labels.is_sorted_by(|a, b| a < b);
        if !(are_possible && are_named) {
            return Err(StatisticsError::Damaged);
        }
        let hashes: Vec<u64> = terms.terms().map(|of| of[0].term).collect();
        let sample = sample_file::read(&mut container, &hashes, &labels)?;
        Ok(Statistics {
            views: container.get("features")?,
            analyzer: container.get("analyzer")?,
            labels: labels.into_iter().zip(numbers).collect(),
            articles,
            labelled,
            single,
            terms,
            sample,
        })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it cannot be read, and as [`Statistics::from_bytes`].
    pub fn load(path: impl AsRef<Path>) -> Result<Self, StatisticsError> {
        let path = path.as_ref();
        let bytes = notis_files::read(path).map_err(|source| StatisticsError::Read {
            path: path.to_owned(),
            source,
        })?;
        Statistics::from_bytes(&bytes)
    }

    /// Writes a file, whole or not at all.
    ///
    /// # Errors
    /// Where it cannot be written; an older file is then unharmed.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), StatisticsError> {
        let path = path.as_ref();
        notis_files::write(path, &self.to_bytes()).map_err(|source| StatisticsError::Write {
            path: path.to_owned(),
            source,
        })
    }
}

fn kind(of: Of) -> u32 {
    match of {
        Of::Articles => ARTICLES,
        Of::Rows => ROWS,
        Of::Class(class) => CLASSES + class,
    }
}

fn of(kind: u32, classes: usize) -> Option<Of> {
    match kind {
        ARTICLES => Some(Of::Articles),
        ROWS => Some(Of::Rows),
        class => Some(Of::Class(class - CLASSES)).filter(|_| ((class - CLASSES) as usize) < classes),
    }
}

/// Whether so many articles can have added up to a number: what is possible runs over in no sum.
fn is_possible(count: &Count, articles: u64) -> bool {
    let most = match count.of {
        Of::Articles => 1,
        Of::Rows | Of::Class(_) => damped(u32::MAX),
    };
    (1..=articles * most).contains(&count.number)
}

/// The numbers of all terms, in whose order nothing may be amiss: sums go by it.
fn terms(container: &mut Container, classes: usize) -> Result<TermStatistics, StatisticsError> {
    let (lengths, kinds): (Vec<u32>, Vec<u32>) = (container.take("lengths")?, container.take("kinds")?);
    let (hashes, numbers): (Vec<u64>, Vec<u64>) = (container.take("terms")?, container.take("numbers")?);
    let total: u64 = lengths.iter().map(|&length| u64::from(length)).sum();
    if hashes.len() != lengths.len() || kinds.len() != numbers.len() || total != kinds.len() as u64 {
        return Err(StatisticsError::Damaged);
    }
    let repeated = hashes
        .iter()
        .zip(&lengths)
        .flat_map(|(&term, &length)| std::iter::repeat_n(term, length as usize));
    let count = |((term, &kind), &number): ((u64, &u32), &u64)| {
        Some(Count {
            term,
            of: of(kind, classes)?,
            number,
        })
    };
    let counts: Option<Vec<Count>> = repeated.zip(&kinds).zip(&numbers).map(count).collect();
    let counts = counts.ok_or(StatisticsError::Damaged)?;
    if !counts.is_sorted_by(|a, b| (a.term, a.of) < (b.term, b.of)) {
        return Err(StatisticsError::Damaged);
    }
    Ok(TermStatistics::sorted(counts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_corpus::Article;
    use notis_features::ViewSet;

    fn counted() -> Container {
        let article = Article {
            text: "Laksen rømde frå merda.".to_owned(),
            labels: Some(vec!["laks".to_owned()]),
            ..Article::default()
        };
        let articles = std::iter::once(Ok::<_, std::io::Error>(article));
        let counted = Statistics::count(articles, &ViewSet::default(), 9, &|_| ()).unwrap();
        Container::from_bytes(&counted.to_bytes()).unwrap()
    }

    /// Behind a right sum: sums of such numbers ran over.
    #[test]
    fn numbers_that_no_corpus_adds_up_to_are_refused() {
        assert!(Statistics::from_bytes(&counted().to_bytes()).is_ok());
        let term = |number: u64| {
            let mut container = counted();
            let Some(Array::U64(numbers)) = container.arrays.get_mut("numbers") else {
                unreachable!()
            };
            numbers[0] = number;
            container
        };
        let head = |name: &str, value: serde_json::Value| {
            let mut container = counted();
            container.put(name, &value);
            container
        };
        for container in [
            term(u64::MAX),
            term(2),
            term(0),
            head("statistics", serde_json::json!([u64::MAX, 1, 1])),
            head("statistics", serde_json::json!([1, 2, 1])),
            head("statistics", serde_json::json!([1, 1, 2])),
            head("label articles", serde_json::json!([u64::MAX])),
        ] {
            let read = Statistics::from_bytes(&container.to_bytes());
            assert!(matches!(read, Err(StatisticsError::Damaged)), "{read:?}");
        }
    }
}
