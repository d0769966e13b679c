//! Training and reading.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use notis::evaluate::Splits;
use notis::{Event, Features, Graded, Learner, Preference, ReadOptions, Trainer};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyDict, PyList};
use pythonize::pythonize;

use crate::article::all;
use crate::desk::{self, ModelSource};
use crate::error::{OptionsError, OrRaise};
use crate::spans::parsed;
use crate::work::interruptible;

/// How a model is trained.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Options {
    topics: Option<PyBackedStr>,
    base: Option<ModelSource>,
    exclusive: bool,
    learner: Option<PyBackedStr>,
    features: Option<PyBackedStr>,
    budget: f64,
    calibrate: bool,
    prefer: Option<PyBackedStr>,
    seed: u64,
    threads: Option<usize>,
}

impl Options {
    /// How many threads may work.
    pub(crate) fn threads(&self) -> Option<usize> {
        self.threads
    }

    /// The trainer that the options describe.
    pub(crate) fn trainer(&self) -> PyResult<Trainer> {
        let mut trainer = Trainer::new().exclusive(self.exclusive).budget(self.budget);
        trainer = trainer
            .calibrate(self.calibrate)
            .seed(self.seed)
            .prefer(self.preference()?);
        if let Some(source) = &self.topics {
            trainer = trainer.topics(desk::topics(source).or_raise()?);
        }
        if let Some(base) = &self.base {
            trainer = trainer.base(base.open().or_raise()?);
        }
        if let Some(name) = &self.learner {
            trainer = trainer.learner(learner(name)?);
        }
        if let Some(list) = &self.features {
            trainer = trainer.features(list.parse::<Features>().or_raise()?);
        }
        Ok(trainer)
    }

    fn preference(&self) -> PyResult<Preference> {
        Ok(match self.prefer.as_deref() {
            None => Preference::Balance,
            Some("precision") => Preference::Precision,
            Some("recall") => Preference::Recall,
            Some(other) => {
                let text = format!("thresholds favour precision or recall, not «{other}»");
                return Err(OptionsError::new_err(text));
            }
        })
    }
}

/// What is found on the way by work that goes on beside Python.
#[derive(Default)]
pub(crate) struct Findings(Arc<Mutex<Vec<String>>>);

impl Findings {
    /// What hears of them.
    pub(crate) fn watch(&self) -> impl Fn(Event) + Send + use<> {
        let heard = self.0.clone();
        move |event| {
            if let Event::Finding(finding) = event {
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(finding);
            }
        }
    }

    /// What was heard so far.
    pub(crate) fn heard(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

pub(crate) fn learner(name: &str) -> PyResult<Learner> {
    let names = || Learner::all().map(Learner::name).collect::<Vec<_>>().join(", ");
    let unknown = || OptionsError::new_err(format!("there is no learner «{name}»; there are {}", names()));
    Learner::named(name).ok_or_else(unknown)
}

/// A model trained on labelled articles, as the bytes of its file, and the remarks made on the way.
#[pyfunction]
pub(crate) fn train<'py>(
    articles: &Bound<'py, PyAny>,
    options: Options,
) -> PyResult<(Bound<'py, PyBytes>, Vec<String>)> {
    let (py, trainer) = (articles.py(), options.trainer()?);
    let articles = all(articles)?;
    let findings = Findings::default();
    let watch = findings.watch();
    let work = move || trainer.train_watched(articles.into_iter().map(Ok), &watch);
    let (model, report) = interruptible(py, options.threads, work)?.or_raise()?;
    let mut remarks = findings.heard();
    remarks.extend(report.remarks);
    Ok((PyBytes::new(py, &model.to_bytes()), remarks))
}

/// How good models trained so are, on the folds that each has not seen.
#[pyfunction]
pub(crate) fn cross_validate<'py>(
    articles: &Bound<'py, PyAny>,
    folds: usize,
    by_date: bool,
    options: Options,
) -> PyResult<Bound<'py, PyAny>> {
    if folds < 2 {
        return Err(OptionsError::new_err("there must be two folds at least"));
    }
    let (py, trainer) = (articles.py(), options.trainer()?);
    let splits = if by_date {
        Splits::ByDate(folds)
    } else {
        Splits::Folds(folds)
    };
    let articles = all(articles)?;
    let work = move || parsed(&trainer.evaluate(articles, splits, &|_| ())?);
    let report = interruptible(py, options.threads, work)?.or_raise()?;
    Ok(pythonize(py, &report)?)
}

/// The articles in files and folders, as mappings.
#[pyfunction]
pub(crate) fn read<'py>(py: Python<'py>, inputs: Vec<PathBuf>) -> PyResult<Bound<'py, PyList>> {
    let found = PyList::empty(py);
    for article in notis::open(&inputs, &ReadOptions::default()).or_raise()? {
        let article = article.or_raise()?;
        let fields = PyDict::new(py);
        fields.set_item("id", article.id)?;
        fields.set_item("text", article.text)?;
        let texts = [
            ("title", article.title),
            ("date", article.date),
            ("lang", article.lang),
            ("source", article.source),
            ("author", article.author),
            ("url", article.url),
            ("section", article.section),
        ];
        for (name, value) in texts.into_iter().filter(|(_, value)| value.is_some()) {
            fields.set_item(name, value)?;
        }
        if let Some(labels) = article.labels {
            fields.set_item("labels", labels)?;
        }
        match article.graded {
            Some(Graded::Topics(topics)) => fields.set_item("graded", topics)?,
            Some(Graded::Count(count)) => fields.set_item("graded", count)?,
            None => {}
        }
        if !article.grades.is_empty() {
            fields.set_item("grades", article.grades)?;
        }
        let lists = [
            ("mentions", article.mentions),
            ("summaries_nb", article.summaries_nb),
            ("summaries_nn", article.summaries_nn),
        ];
        for (name, value) in lists.into_iter().filter(|(_, value)| !value.is_empty()) {
            fields.set_item(name, value)?;
        }
        found.append(fields)?;
    }
    Ok(found)
}
