//! Rows of numbers: out of texts, and into learners. Arrays are handed over, not copied, on their way to Python.

use notis::{Linear, SparseRows, VectorizerOptions};
use numpy::{PyArray1, PyReadonlyArray1};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyTuple};
use std::sync::Arc;

use crate::article::all;
use crate::error::{OptionsError, OrRaise};
use crate::training::learner;
use crate::work::interruptible;

/// What a vectorizer counts, and how it weighs that.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Options {
    features: PyBackedStr,
    sublinear: bool,
    idf: bool,
    min_df: u32,
    max_terms: usize,
}

/// Texts to TF-IDF rows.
#[pyclass(frozen, module = "notis._notis")]
pub(crate) struct Vectorizer(Arc<notis::Vectorizer>);

#[pymethods]
impl Vectorizer {
    /// A vectorizer fitted to articles, and their rows.
    #[staticmethod]
    fn fit<'py>(articles: &Bound<'py, PyAny>, options: Options) -> PyResult<(Self, Bound<'py, PyTuple>)> {
        let options = VectorizerOptions {
            features: options.features.parse().or_raise()?,
            sublinear: options.sublinear,
            idf: options.idf,
            min_df: options.min_df,
            max_terms: options.max_terms,
        };
        let (py, articles) = (articles.py(), all(articles)?);
        let work = move || notis::Vectorizer::fit(&articles, &options);
        let (vectorizer, rows) = interruptible(py, None, work)?.or_raise()?;
        Ok((Vectorizer(Arc::new(vectorizer)), parts(py, rows)?))
    }

    fn transform<'py>(&self, articles: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyTuple>> {
        let (py, articles, vectorizer) = (articles.py(), all(articles)?, self.0.clone());
        parts(
            py,
            interruptible(py, None, move || vectorizer.transform(&articles))?,
        )
    }

    #[getter]
    fn columns(&self) -> usize {
        self.0.columns()
    }

    fn document_frequencies<'py>(&self, py: Python<'py>) -> Bound<'py, PyArray1<u32>> {
        PyArray1::from_vec(py, self.0.document_frequencies())
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    #[staticmethod]
    fn from_bytes(bytes: PyBackedBytes) -> PyResult<Self> {
        Ok(Vectorizer(Arc::new(
            notis::Vectorizer::from_bytes(&bytes).or_raise()?,
        )))
    }
}

/// Rows as scipy's `csr_array` takes them: data, indices, indptr, the last two of one width.
fn parts(py: Python<'_>, rows: SparseRows) -> PyResult<Bound<'_, PyTuple>> {
    let (_, offsets, indices, values) = rows.into_parts();
    let values = PyArray1::from_vec(py, values).into_any();
    let narrow: Result<Vec<i32>, _> = offsets.iter().map(|&offset| i32::try_from(offset)).collect();
    let (indices, offsets) = match narrow {
        // The same allocation serves: a column's number is below 2^31, for a vocabulary is much smaller.
        Ok(offsets) => {
            let indices: Vec<i32> = indices.into_iter().map(u32::cast_signed).collect();
            (
                PyArray1::from_vec(py, indices).into_any(),
                PyArray1::from_vec(py, offsets).into_any(),
            )
        }
        Err(_) => {
            let indices: Vec<i64> = indices.into_iter().map(i64::from).collect();
            let offsets = offsets.into_iter().map(|offset| offset as i64).collect();
            (
                PyArray1::from_vec(py, indices).into_any(),
                PyArray1::from_vec(py, offsets).into_any(),
            )
        }
    };
    PyTuple::new(py, [values, indices, offsets])
}

/// Rows as scipy keeps them.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Csr<'py> {
    columns: usize,
    indptr: PyReadonlyArray1<'py, i64>,
    indices: PyReadonlyArray1<'py, i64>,
    data: PyReadonlyArray1<'py, f32>,
}

impl Csr<'_> {
    fn rows(&self) -> PyResult<SparseRows> {
        let invalid = || OptionsError::new_err("these are no compressed sparse rows");
        let index = |&index: &i64| usize::try_from(index).ok().filter(|&index| index < self.columns);
        let column = |stored: &i64| index(stored).and_then(|column| u32::try_from(column).ok());
        let indices: Option<Vec<u32>> = self.indices.as_slice()?.iter().map(column).collect();
        let offset = |&offset: &i64| usize::try_from(offset).ok();
        let offsets: Option<Vec<usize>> = self.indptr.as_slice()?.iter().map(offset).collect();
        let (indices, offsets) = (indices.ok_or_else(invalid)?, offsets.ok_or_else(invalid)?);
        let values = self.data.as_slice()?.to_vec();
        if !offsets.is_sorted() || offsets.last() != Some(&values.len()) || indices.len() != values.len() {
            return Err(invalid());
        }
        Ok(SparseRows::from_parts(self.columns, offsets, indices, values))
    }
}

/// Weights and biases of the classes, class by class.
type Fitted<'py> = (Bound<'py, PyArray1<f32>>, Bound<'py, PyArray1<f32>>);

/// Fits rows to the class of each.
#[pyfunction]
pub(crate) fn fit_linear<'py>(
    py: Python<'py>,
    rows: Csr<'py>,
    classes: PyReadonlyArray1<'py, u16>,
    count: usize,
    learner_name: &str,
    value: Option<f64>,
) -> PyResult<Fitted<'py>> {
    let (rows, learner, classes) = (rows.rows()?, learner(learner_name)?, classes.as_array().to_vec());
    let fit = move || Linear::fit(&rows, &classes, count, learner, value);
    let linear = interruptible(py, None, fit)?.or_raise()?;
    Ok((
        PyArray1::from_vec(py, linear.weights),
        PyArray1::from_vec(py, linear.biases),
    ))
}
