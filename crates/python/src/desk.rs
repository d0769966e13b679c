//! The desk as Python holds it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::ArrayRef;
use notis::columnar::{self, Digests, Unit};
use notis::{Article, By, Error, Model, NameModel, Reading, Topics};
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyBytes, PyList};
use pyo3_arrow::input::AnyArray;
use pythonize::pythonize;
use rayon::prelude::*;
use serde_json::{Value, json};

use crate::article::{all, in_batches};
use crate::error::{InputError, OptionsError, OrRaise};
use crate::length::Lengths;
use crate::spans::{Characters, parsed, told, told_of_group};
use crate::table::{Columns, Table};
use crate::work::{detached, interruptible};

/// A topic model and a digest method.
#[pyclass(frozen, module = "notis._notis")]
pub(crate) struct Desk {
    desk: Arc<notis::Desk>,
    threads: Option<usize>,
}

/// How a desk reads.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Options {
    topics: Option<PyBackedStr>,
    method: Option<String>,
    threshold: Option<f64>,
    verbatim: bool,
    with_title: bool,
    kinds: bool,
    threads: Option<usize>,
}

/// A model: the bytes of a file, or the file's name.
#[derive(FromPyObject)]
pub(crate) enum ModelSource {
    Bytes(PyBackedBytes),
    File(PathBuf),
}

impl ModelSource {
    pub(crate) fn open(&self) -> Result<Model, Error> {
        match self {
            ModelSource::Bytes(bytes) => Model::from_bytes(bytes),
            ModelSource::File(path) => Model::open(path),
        }
    }
}

/// The definitions in a file or, where they hold a table of TOML, in the text itself.
pub(crate) fn topics(source: &str) -> Result<Topics, Error> {
    if source.contains("[[") {
        Topics::parse(source)
    } else {
        Topics::read(source)
    }
}

fn by(name: &str) -> PyResult<By> {
    Ok(match name {
        "story" => By::Story,
        "topic" => By::Topic,
        "date" => By::Date,
        "week" => By::Week,
        "month" => By::Month,
        _ => {
            let text = format!("articles are grouped by story, topic, date, week or month, not by «{name}»");
            return Err(OptionsError::new_err(text));
        }
    })
}

#[pymethods]
impl Desk {
    #[new]
    fn new(model: Option<ModelSource>, options: Options) -> PyResult<Self> {
        let mut desk = notis::Desk::builder()
            .verbatim(options.verbatim)
            .with_title(options.with_title);
        if let Some(model) = model {
            desk = desk.model(model.open().or_raise()?);
        }
        if options.kinds {
            desk = desk.kinds(NameModel::shipped().or_raise()?);
        }
        if let Some(source) = options.topics {
            desk = desk.topics(topics(&source).or_raise()?);
        }
        if let Some(method) = options.method {
            desk = desk.method(method);
        }
        if let Some(threshold) = options.threshold {
            desk = desk.threshold(threshold);
        }
        Ok(Desk {
            desk: Arc::new(desk.build().or_raise()?),
            threads: options.threads,
        })
    }

    /// The ids of its topics, in the order of its scores.
    #[getter]
    fn topics(&self) -> Vec<String> {
        self.desk.topics().map(str::to_owned).collect()
    }

    #[getter]
    fn method(&self) -> &'static str {
        self.desk.method()
    }

    /// The model as the bytes of its file.
    fn model<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        let model = self.desk.model()?;
        Some(PyBytes::new(py, &model.to_bytes()))
    }

    /// What the model says of itself.
    fn card<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let Some(model) = self.desk.model() else {
            return Ok(None);
        };
        Ok(Some(pythonize(py, &parsed(&model.card()).or_raise()?)?))
    }

    fn save(&self, path: PathBuf) -> PyResult<()> {
        self.desk
            .model()
            .map_or(Ok(()), |model| model.save(path))
            .or_raise()
    }

    fn classify<'py>(
        &self,
        articles: &Bound<'py, PyAny>,
        explain: bool,
        scores: bool,
    ) -> PyResult<Bound<'py, PyList>> {
        self.each(articles, |reading| {
            told(&reading.classification(explain, scores), reading.article())
        })
    }

    fn digest<'py>(&self, articles: &Bound<'py, PyAny>, length: Lengths) -> PyResult<Bound<'py, PyList>> {
        let length = length.one()?;
        self.each(articles, |reading| {
            told(&length.digest(reading)?, reading.article())
        })
    }

    /// The words for and against `topic` or, where none is named, the most probable one.
    #[pyo3(signature = (articles, topic=None))]
    fn explain<'py>(
        &self,
        articles: &Bound<'py, PyAny>,
        topic: Option<PyBackedStr>,
    ) -> PyResult<Bound<'py, PyList>> {
        if let Some(topic) = topic
            .as_deref()
            .filter(|topic| !self.desk.topics().any(|known| known == *topic))
        {
            return Err(OptionsError::new_err(format!(
                "the model knows no topic «{topic}»"
            )));
        }
        self.each(articles, |reading| {
            let best = || strongest(&reading.scores());
            let topic = topic.as_deref().map(str::to_owned).or_else(best);
            let evidence = topic
                .as_deref()
                .map(|topic| reading.explain(topic))
                .unwrap_or_default();
            told(
                &json!({"topic": topic, "evidence": parsed(&evidence)?}),
                reading.article(),
            )
        })
    }

    fn keywords<'py>(&self, articles: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        self.each(articles, |reading| told(&reading.keywords(), reading.article()))
    }

    fn analyze<'py>(&self, articles: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyList>> {
        self.each(articles, |reading| told(&reading.analysis(), reading.article()))
    }

    /// Digests of the groups that articles make.
    fn groups<'py>(
        &self,
        articles: &Bound<'py, PyAny>,
        by: &str,
        length: Lengths,
    ) -> PyResult<Bound<'py, PyList>> {
        let (py, budget, by) = (articles.py(), length.budget()?, self::by(by)?);
        let mut items = Vec::new();
        let mut known = BTreeMap::new();
        in_batches(articles, |batch| {
            items.extend(self.answers(py, &batch, |reading| reading.group_item(budget))?);
            batch
                .into_iter()
                .try_for_each(|article| keep(article, &mut known))
        })?;
        let told = detached(py, self.threads, || {
            let digests = notis::digest_groups(&items, by, budget)?;
            let told = digests
                .iter()
                .map(|digest| told_of_group(digest, |id| known.get(id)));
            told.collect::<Result<Vec<Value>, Error>>()
        })?;
        let told: Vec<_> = told
            .or_raise()?
            .iter()
            .map(|one| pythonize(py, one))
            .collect::<Result<_, _>>()?;
        PyList::new(py, told)
    }

    /// The topics of the texts of an Arrow array, or of the rows of an Arrow table.
    fn classify_arrow(&self, py: Python<'_>, data: AnyArray, columns: Columns) -> PyResult<Table> {
        Table::of(py, data, &columns, columnar::Topics::fields(), |articles| {
            let row = |reading: &Reading<'_>| Ok(columnar::Topics::of_reading(reading));
            self.columns(py, articles, row, columnar::Topics::columns)
        })
    }

    /// The digests of the texts of an Arrow array, or of the rows of an Arrow table.
    fn digest_arrow(
        &self,
        py: Python<'_>,
        data: AnyArray,
        columns: Columns,
        length: Lengths,
    ) -> PyResult<Table> {
        let length = length.one()?;
        Table::of(
            py,
            data,
            &columns,
            Digests::fields(Unit::Characters),
            |articles| {
                let row = |reading: &Reading<'_>| {
                    let characters = Characters::of(&reading.article().text);
                    Ok(Digests::new(&length.digest(reading)?, |byte| characters.at(byte)))
                };
                self.columns(py, articles, row, |rows| Digests::columns(rows, Unit::Characters))
            },
        )
    }

    /// Its topics against the labels of articles, as `notis evaluate topics --format json` reports.
    fn evaluate_topics<'py>(&self, articles: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let (py, desk) = (articles.py(), self.desk.clone());
        let articles = all(articles)?;
        let report = interruptible(py, self.threads, move || parsed(&desk.evaluate_topics(articles)?))?;
        Ok(pythonize(py, &report.or_raise()?)?)
    }

    /// Its digests against human ones, as `notis evaluate digests --format json` reports.
    fn evaluate_digests<'py>(
        &self,
        articles: &Bound<'py, PyAny>,
        words: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (py, desk) = (articles.py(), self.desk.clone());
        let articles = all(articles)?;
        let report = interruptible(py, self.threads, move || {
            parsed(&desk.evaluate_digests(&articles, words)?)
        })?;
        Ok(pythonize(py, &report.or_raise()?)?)
    }
}

impl Desk {
    /// What `work` says of each article, as Python's objects.
    fn each<'py>(
        &self,
        articles: &Bound<'py, PyAny>,
        work: impl Fn(&Reading<'_>) -> Result<Value, Error> + Sync,
    ) -> PyResult<Bound<'py, PyList>> {
        let py = articles.py();
        let answers = PyList::empty(py);
        in_batches(articles, |batch| {
            let told = self.answers(py, &batch, &work)?;
            told.iter()
                .try_for_each(|answer| answers.append(pythonize(py, answer)?))
        })?;
        Ok(answers)
    }

    /// What `work` makes of each article, in order.
    fn answers<T: Send>(
        &self,
        py: Python<'_>,
        articles: &[Article],
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync,
    ) -> PyResult<Vec<T>> {
        let answer = |article: &Article| work(&self.desk.read(article)?);
        let answers = || articles.par_iter().map(answer).collect::<Result<Vec<T>, Error>>();
        detached(py, self.threads, answers)?.or_raise()
    }

    /// The same of rows, some of which hold no text, as columns.
    fn columns<T: Send>(
        &self,
        py: Python<'_>,
        rows: &[Option<Article>],
        work: impl Fn(&Reading<'_>) -> Result<T, Error> + Sync,
        columns: fn(&[Option<T>]) -> Vec<ArrayRef>,
    ) -> PyResult<Vec<ArrayRef>> {
        let answer = |row: &Option<Article>| {
            let article = row.as_ref();
            article.map(|article| work(&self.desk.read(article)?)).transpose()
        };
        let answers = || {
            rows.par_iter()
                .map(answer)
                .collect::<Result<Vec<Option<T>>, Error>>()
        };
        detached(py, self.threads, || Ok(columns(&answers()?)))?.or_raise()
    }
}

/// The topic of the highest probability, the first of several.
fn strongest(scores: &[(&str, f32)]) -> Option<String> {
    let best = scores.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(best.0.to_owned())
}

/// Keeps an article by its id, by which the sentences of a group's digest name it.
fn keep(article: Article, known: &mut BTreeMap<String, Article>) -> PyResult<()> {
    match known.insert(article.id.clone(), article) {
        None => Ok(()),
        Some(other) => {
            let text = format!(
                "two articles have the id «{}»; groups name their articles by id",
                other.id
            );
            Err(InputError::new_err(text))
        }
    }
}
