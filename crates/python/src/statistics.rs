//! Statistics of parts of a corpus.

use std::path::PathBuf;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::PyBytes;

use crate::article::all;
use crate::error::OrRaise;
use crate::training::{Findings, Options};
use crate::work::{detached, interruptible};

/// What a part of a corpus teaches.
#[pyclass(frozen, module = "notis._notis")]
pub(crate) struct Statistics(Arc<notis::Statistics>);

#[pymethods]
impl Statistics {
    /// Those of articles, and the remarks made on the way.
    #[staticmethod]
    #[pyo3(signature = (articles, features=None, sample=None, threads=None))]
    fn count(
        articles: &Bound<'_, PyAny>,
        features: Option<PyBackedStr>,
        sample: Option<usize>,
        threads: Option<usize>,
    ) -> PyResult<(Self, Vec<String>)> {
        let sample = sample.unwrap_or(notis::Statistics::USUAL_SAMPLE);
        let features = features.map(|list| list.parse()).transpose().or_raise()?;
        let (py, articles) = (articles.py(), all(articles)?);
        let findings = Findings::default();
        let watch = findings.watch();
        let count = move || {
            let articles = articles.into_iter().map(Ok);
            notis::Statistics::count_with_sample(articles, features.as_ref(), sample, &watch)
        };
        let counted = interruptible(py, threads, count)?.or_raise()?;
        Ok((Statistics(Arc::new(counted)), findings.heard()))
    }

    #[staticmethod]
    fn sum(py: Python<'_>, parts: Vec<PyBackedBytes>) -> PyResult<Self> {
        let parts = parts.iter().map(|bytes| notis::Statistics::from_bytes(bytes));
        let parts: Vec<_> = parts.collect::<Result<_, _>>().or_raise()?;
        let sum = detached(py, None, || notis::Statistics::sum(parts.into_iter().map(Ok)))?;
        Ok(Statistics(Arc::new(sum.or_raise()?)))
    }

    #[staticmethod]
    fn open(path: PathBuf) -> PyResult<Self> {
        Ok(Statistics(Arc::new(notis::Statistics::open(path).or_raise()?)))
    }

    #[staticmethod]
    fn from_bytes(bytes: PyBackedBytes) -> PyResult<Self> {
        let statistics = notis::Statistics::from_bytes(&bytes).or_raise()?;
        Ok(Statistics(Arc::new(statistics)))
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
    fn sample(&self) -> usize {
        self.0.sample()
    }

    #[getter]
    fn terms(&self) -> usize {
        self.0.terms()
    }

    /// The model that the statistics teach, as the bytes of its file, and the remarks made on the way.
    fn train<'py>(&self, py: Python<'py>, options: Options) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
        let (trainer, statistics) = (options.trainer()?, Arc::clone(&self.0));
        let work = move || trainer.train_from(&statistics);
        let (model, report) = interruptible(py, options.threads(), work)?.or_raise()?;
        Ok((PyBytes::new(py, &model.to_bytes()), report.remarks))
    }
}
