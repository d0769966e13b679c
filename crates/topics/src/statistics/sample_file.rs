//! A sample as arrays of a file of statistics.

use std::sync::Arc;

use super::StatisticsError;
use super::sample::{Row, Sample};
use crate::container::{Array, Container};

/// The key of the head that says how many rows there may be; files from before samples have none.
const MOST: &str = "sample";
/// Where it cannot be told how much of an article stands in sentences.
const UNTOLD: u32 = u32::MAX;

/// Puts a sample into a container; `terms` are those of the statistics, among which its own are, and so are `labels`.
pub(super) fn write(sample: &Sample, terms: &[u64], labels: &[&String], container: &mut Container) {
    if sample.most == 0 {
        return;
    }
    container.put(MOST, &sample.most);
    let place = |label: &String| labels.partition_point(|known| *known < label) as u32;
    let column = |term: &u64| terms.partition_point(|known| known < term) as u32;
    let rows = || sample.rows.iter();
    let each = |number: &dyn Fn(&Row) -> u32| Array::U32(rows().map(|row| number(row)).collect());
    let arrays = [
        ("sample keys", Array::U64(rows().map(|row| row.key).collect())),
        ("sample words", each(&|row| row.words)),
        ("sample prose", each(&|row| row.prose.unwrap_or(UNTOLD))),
        ("sample label counts", each(&|row| row.labels.len() as u32)),
        ("sample lengths", each(&|row| row.terms.len() as u32)),
        (
            "sample labels",
            Array::U32(rows().flat_map(|row| &row.labels).map(place).collect()),
        ),
        (
            "sample terms",
            Array::U32(rows().flat_map(|row| &row.terms).map(column).collect()),
        ),
        (
            "sample counts",
            Array::U8(rows().flat_map(|row| row.counts.iter().copied()).collect()),
        ),
    ];
    let named = arrays.map(|(name, array)| (name.to_owned(), array));
    container.arrays.extend(named);
}

/// The sample that a container holds; none where it was made before there were any.
pub(super) fn read(
    container: &mut Container,
    terms: &[u64],
    labels: &[String],
) -> Result<Sample, StatisticsError> {
    if !container.head.contains_key(MOST) {
        return Ok(Sample::default());
    }
    let most: usize = container.get(MOST)?;
    let keys: Vec<u64> = container.take("sample keys")?;
    let counts: Vec<u8> = container.take("sample counts")?;
    let mut u32s = |name: &str| container.take::<u32>(name).map(Vec::into_iter);
    let mut arrays = Arrays {
        words: u32s("sample words")?,
        prose: u32s("sample prose")?,
        label_counts: u32s("sample label counts")?,
        lengths: u32s("sample lengths")?,
        labels: u32s("sample labels")?,
        terms: u32s("sample terms")?,
        counts: counts.into_iter(),
    };
    let rows: Option<Vec<Arc<Row>>> = keys
        .iter()
        .map(|&key| arrays.row(key, terms, labels).map(Arc::new))
        .collect();
    match rows {
        Some(rows) if rows.len() <= most && keys.is_sorted_by(|a, b| a < b) && arrays.are_at_end() => {
            Ok(Sample { most, rows })
        }
        _ => Err(StatisticsError::Damaged),
    }
}

/// What is left to be read.
struct Arrays {
    words: std::vec::IntoIter<u32>,
    prose: std::vec::IntoIter<u32>,
    label_counts: std::vec::IntoIter<u32>,
    lengths: std::vec::IntoIter<u32>,
    labels: std::vec::IntoIter<u32>,
    terms: std::vec::IntoIter<u32>,
    counts: std::vec::IntoIter<u8>,
}

impl Arrays {
    /// The next row; `None` where there is none, or its numbers name what is not there or not in order.
    fn row(&mut self, key: u64, terms: &[u64], labels: &[String]) -> Option<Row> {
        let (label_count, length) = (self.label_counts.next()?, self.lengths.next()?);
        let prose = self.prose.next()?;
        let row = Row {
            key,
            words: self.words.next()?,
            prose: (prose != UNTOLD).then_some(prose),
            labels: named(&mut self.labels, label_count, labels)?,
            terms: named(&mut self.terms, length, terms)?,
            counts: self.counts.by_ref().take(length as usize).collect(),
        };
        let is_right = row.counts.len() == row.terms.len() && !row.counts.contains(&0);
        is_right.then_some(row)
    }

    fn are_at_end(&self) -> bool {
        let left = [&self.words, &self.prose, &self.label_counts, &self.lengths];
        let inner = [&self.labels, &self.terms];
        left.into_iter().chain(inner).all(|array| array.len() == 0) && self.counts.len() == 0
    }
}

/// What the next `count` numbers name among `known`, which must ascend.
fn named<T: Clone + Ord>(numbers: &mut std::vec::IntoIter<u32>, count: u32, known: &[T]) -> Option<Vec<T>> {
    if numbers.len() < count as usize {
        return None;
    }
    let found: Option<Vec<T>> = numbers
        .take(count as usize)
        .map(|number| known.get(number as usize).cloned())
        .collect();
    found.filter(|found| found.is_sorted_by(|a, b| a < b))
}
