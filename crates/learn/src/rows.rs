//! Sparse rows: one article, or a whole corpus in compressed sparse row form.

/// One article's features: ascending columns and their values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SparseRow {
    /// Columns, ascending, each once.
    pub indices: Vec<u32>,
    /// The value of each column.
    pub values: Vec<f32>,
}

impl SparseRow {
    /// The row as a view.
    pub fn view(&self) -> RowView<'_> {
        RowView {
            indices: &self.indices,
            values: &self.values,
        }
    }
}

/// A borrowed sparse row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RowView<'a> {
    /// Columns, ascending, each once.
    pub indices: &'a [u32],
    /// The value of each column.
    pub values: &'a [f32],
}

impl RowView<'_> {
    /// The columns with their values.
    pub fn iter(&self) -> impl Iterator<Item = (usize, f32)> + '_ {
        self.indices
            .iter()
            .zip(self.values)
            .map(|(&column, &value)| (column as usize, value))
    }

    /// The sum of the squared values.
    pub fn squared_norm(&self) -> f64 {
        self.values.iter().map(|&v| f64::from(v) * f64::from(v)).sum()
    }
}

/// Many rows over the same columns (compressed sparse rows).
#[derive(Clone, Debug, PartialEq)]
pub struct SparseRows {
    columns: usize,
    offsets: Vec<usize>,
    indices: Vec<u32>,
    values: Vec<f32>,
}

impl SparseRows {
    /// No rows yet, over `columns` columns.
    pub fn new(columns: usize) -> Self {
        SparseRows {
            columns,
            offsets: vec![0],
            indices: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Rows from their parts: row `i` lies at `offsets[i]..offsets[i + 1]` of `indices` and `values`.
    pub fn from_parts(columns: usize, offsets: Vec<usize>, indices: Vec<u32>, values: Vec<f32>) -> Self {
        debug_assert_eq!(offsets.last().copied(), Some(indices.len()));
        debug_assert_eq!(indices.len(), values.len());
        SparseRows {
            columns,
            offsets,
            indices,
            values,
        }
    }

    /// Its columns, offsets, indices and values: the parts that [`Self::from_parts`] puts together.
    pub fn into_parts(self) -> (usize, Vec<usize>, Vec<u32>, Vec<f32>) {
        (self.columns, self.offsets, self.indices, self.values)
    }

    /// Appends a row.
    pub fn push(&mut self, row: RowView<'_>) {
        self.indices.extend_from_slice(row.indices);
        self.values.extend_from_slice(row.values);
        self.offsets.push(self.indices.len());
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many values are stored.
    pub fn stored(&self) -> usize {
        self.indices.len()
    }

    /// Row `index`.
    ///
    /// # Panics
    /// Where there is no such row.
    pub fn row(&self, index: usize) -> RowView<'_> {
        let range = self.offsets[index]..self.offsets[index + 1];
        RowView {
            indices: &self.indices[range.clone()],
            values: &self.values[range],
        }
    }

    /// The rows, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = RowView<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }

    /// The columns of row `index` with its values, which may be changed.
    pub fn row_mut(&mut self, index: usize) -> (&[u32], &mut [f32]) {
        let range = self.offsets[index]..self.offsets[index + 1];
        (&self.indices[range.clone()], &mut self.values[range])
    }

    /// A copy with the named columns alone, which must ascend.
    pub fn keep_columns(&self, columns: &[usize]) -> SparseRows {
        let mut renumbered = vec![None; self.columns];
        for (new, &old) in columns.iter().enumerate() {
            renumbered[old] = Some(new as u32);
        }
        let mut out = SparseRows::new(columns.len());
        for row in self.iter() {
            let kept = row
                .iter()
                .filter_map(|(column, value)| Some((renumbered[column]?, value)));
            kept.for_each(|(column, value)| {
                out.indices.push(column);
                out.values.push(value);
            });
            out.offsets.push(out.indices.len());
        }
        out
    }

    /// The same rows with `width` further columns each, whose numbers stand row by row in `dense`.
    pub fn beside(&self, dense: &[f32], width: usize) -> SparseRows {
        let mut out = SparseRows::new(self.columns + width);
        for (row, numbers) in self.iter().zip(dense.chunks(width)) {
            out.indices.extend_from_slice(row.indices);
            out.indices
                .extend(self.columns as u32..(self.columns + width) as u32);
            out.values.extend_from_slice(row.values);
            out.values.extend_from_slice(numbers);
            out.offsets.push(out.indices.len());
        }
        out
    }

    /// A copy with the same columns, of which those before `start` hold nothing.
    pub fn emptied_before(&self, start: usize) -> SparseRows {
        let mut out = SparseRows::new(self.columns);
        for row in self.iter() {
            let from = row.indices.partition_point(|&column| (column as usize) < start);
            out.push(RowView {
                indices: &row.indices[from..],
                values: &row.values[from..],
            });
        }
        out
    }

    /// A copy without the columns from `end` on.
    pub fn before(&self, end: usize) -> SparseRows {
        self.keep_columns(&(0..end).collect::<Vec<usize>>())
    }

    /// A copy of the named rows, in the order given.
    pub fn select(&self, rows: &[usize]) -> SparseRows {
        let mut out = SparseRows::new(self.columns);
        for &row in rows {
            out.push(self.row(row));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(rows: &SparseRows) -> Vec<Vec<(usize, f32)>> {
        rows.iter().map(|row| row.iter().collect()).collect()
    }

    #[test]
    fn rows_are_what_their_parts_are() {
        assert!(SparseRows::new(5).is_empty());
        let rows = SparseRows::from_parts(5, vec![0, 2, 3], vec![1, 4, 0], vec![0.5, 2.0, 1.0]);
        assert_eq!(
            (rows.is_empty(), rows.len(), rows.columns(), rows.stored()),
            (false, 2, 5, 3)
        );
        assert_eq!(told(&rows), [vec![(1, 0.5), (4, 2.0)], vec![(0, 1.0)]]);
        let (columns, offsets, indices, values) = rows.clone().into_parts();
        assert_eq!(
            told(&SparseRows::from_parts(columns, offsets, indices, values)),
            told(&rows)
        );
    }

    #[test]
    fn columns_are_parted_before_and_from_one_on() {
        let rows = SparseRows::from_parts(5, vec![0, 3, 3], vec![1, 2, 4], vec![0.5, 2.0, 1.0]);
        assert_eq!(told(&rows.emptied_before(2)), [vec![(2, 2.0), (4, 1.0)], vec![]]);
        assert_eq!(told(&rows.before(2)), [vec![(1, 0.5)], vec![]]);
    }

    #[test]
    fn selected_rows_keep_their_values() {
        let mut rows = SparseRows::new(4);
        rows.push(RowView {
            indices: &[0, 3],
            values: &[1.0, 2.0],
        });
        rows.push(RowView {
            indices: &[],
            values: &[],
        });
        rows.push(RowView {
            indices: &[2],
            values: &[5.0],
        });
        let chosen = rows.select(&[2, 0]);
        assert_eq!(chosen.len(), 2);
        assert_eq!(chosen.row(0).iter().collect::<Vec<_>>(), [(2, 5.0)]);
        assert_eq!(chosen.row(1), rows.row(0));
        assert_eq!(rows.row(0).squared_norm(), 5.0);
    }
}
