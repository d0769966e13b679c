//! Statistics of parts of a corpus.

use std::path::PathBuf;

use notis::Trainer;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyBytes;

use crate::article::all;
use crate::desk::topics;
use crate::error::OrRaise;
use crate::work::{detached, interruptible};

/// What a part of a corpus teaches Naive Bayes.
#[pyclass(frozen, module = "notis._notis")]
pub(crate) struct Statistics(notis::Statistics);

#[pymethods]
impl Statistics {
    #[staticmethod]
    #[pyo3(signature = (articles, features=None, threads=None))]
    fn count(
        articles: &Bound<'_, PyAny>,
        features: Option<PyBackedStr>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        let features = features.map(|list| list.parse()).transpose().or_raise()?;
        let (py, articles) = (articles.py(), all(articles)?);
        let count =
            move || notis::Statistics::count(articles.into_iter().map(Ok), features.as_ref(), &|_| ());
        Ok(Statistics(interruptible(py, threads, count)?.or_raise()?))
    }

    #[staticmethod]
    fn sum(py: Python<'_>, parts: Vec<PyBackedBytes>) -> PyResult<Self> {
        let parts = parts.iter().map(|bytes| notis::Statistics::from_bytes(bytes));
        let parts: Vec<_> = parts.collect::<Result<_, _>>().or_raise()?;
        let sum = detached(py, None, || notis::Statistics::sum(parts.into_iter().map(Ok)))?;
        Ok(Statistics(sum.or_raise()?))
    }

    #[staticmethod]
    fn open(path: PathBuf) -> PyResult<Self> {
        Ok(Statistics(notis::Statistics::open(path).or_raise()?))
    }

    #[staticmethod]
    fn from_bytes(bytes: PyBackedBytes) -> PyResult<Self> {
        Ok(Statistics(notis::Statistics::from_bytes(&bytes).or_raise()?))
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    fn save(&self, path: PathBuf) -> PyResult<()> {
        self.0.save(path).or_raise()
    }

    #[getter]
    fn articles(&self) -> u64 {
        self.0.articles()
    }

    #[getter]
    fn labelled(&self) -> u64 {
        self.0.labelled()
    }

    #[getter]
    fn labels(&self) -> Vec<String> {
        self.0.labels().map(str::to_owned).collect()
    }

    #[getter]
    fn terms(&self) -> usize {
        self.0.terms()
    }

    /// The model that the statistics teach, as the bytes of its file, and the remarks made on the way.
    #[pyo3(signature = (source=None, exclusive=false))]
    fn train<'py>(
        &self,
        py: Python<'py>,
        source: Option<PyBackedStr>,
        exclusive: bool,
    ) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
        let mut trainer = Trainer::new().exclusive(exclusive);
        if let Some(source) = source {
            trainer = trainer.topics(topics(&source).or_raise()?);
        }
        let (model, report) = detached(py, None, || trainer.train_from(&self.0))?.or_raise()?;
        Ok((PyBytes::new(py, &model.to_bytes()), report.remarks))
    }
}
