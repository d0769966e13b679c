//! Articles as Python gives them: texts, or mappings with the fields of notis's JSON Lines.

use std::collections::BTreeMap;

use notis::{Article, Graded};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString};

/// Articles worked on between two looks at whether somebody pressed Ctrl-C: a tenth of a second's work on two cores.
pub(crate) const BATCH: usize = 256;

/// Hands the articles of an iterable on a batch at a time, and hears Ctrl-C between them.
pub(crate) fn in_batches(
    articles: &Bound<'_, PyAny>,
    mut take: impl FnMut(Vec<Article>) -> PyResult<()>,
) -> PyResult<()> {
    let mut articles_left = articles.try_iter()?.enumerate();
    loop {
        let next = articles_left.by_ref().take(BATCH);
        let batch: Vec<Article> = next
            .map(|(index, item)| article(&item?, index))
            .collect::<PyResult<_>>()?;
        if batch.is_empty() {
            return Ok(());
        }
        take(batch)?;
        articles.py().check_signals()?;
    }
}

/// All articles of an iterable.
pub(crate) fn all(articles: &Bound<'_, PyAny>) -> PyResult<Vec<Article>> {
    let mut out = Vec::new();
    in_batches(articles, |batch| {
        out.extend(batch);
        Ok(())
    })?;
    Ok(out)
}

/// Article number `index` of a call: a text, or a mapping that has one.
pub(crate) fn article(object: &Bound<'_, PyAny>, index: usize) -> PyResult<Article> {
    if let Ok(text) = object.cast::<PyString>() {
        return Ok(Article {
            id: index.to_string(),
            text: text.to_str()?.to_owned(),
            ..Article::default()
        });
    }
    match object.cast::<PyMapping>() {
        Ok(fields) => Fields { fields, index }.article(),
        Err(_) => Err(PyTypeError::new_err(format!(
            "article {index} is {}, not a str or a mapping with a «text»",
            object.get_type().name()?
        ))),
    }
}

/// The fields of an article.
struct Fields<'a, 'py> {
    fields: &'a Bound<'py, PyMapping>,
    index: usize,
}

impl<'py> Fields<'_, 'py> {
    fn article(&self) -> PyResult<Article> {
        let missing = || PyValueError::new_err(format!("article {} has no «text»", self.index));
        Ok(Article {
            id: self.id()?,
            text: self.text("text")?.ok_or_else(missing)?,
            title: self.text("title")?,
            date: self.text("date")?,
            lang: self.text("lang")?,
            source: self.text("source")?,
            author: self.text("author")?,
            url: self.text("url")?,
            section: self.text("section")?,
            labels: self.list("labels")?,
            mentions: self.list("mentions")?.unwrap_or_default(),
            graded: self.graded()?,
            grades: self.grades()?,
            summaries_nb: self.list("summaries_nb")?.unwrap_or_default(),
            summaries_nn: self.list("summaries_nn")?.unwrap_or_default(),
            ..Article::default()
        })
    }

    /// What is there: `None` and the NaN of a data frame say that nothing is.
    fn get(&self, name: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        if !self.fields.contains(name)? {
            return Ok(None);
        }
        let value = self.fields.get_item(name)?;
        let is_nan = value.extract::<f64>().is_ok_and(f64::is_nan);
        Ok((!value.is_none() && !is_nan).then_some(value))
    }

    fn id(&self) -> PyResult<String> {
        match self.get("id")? {
            Some(id) => Ok(id.str()?.to_str()?.to_owned()),
            None => Ok(self.index.to_string()),
        }
    }

    /// A text; a date of Python's own is told as it prints.
    fn text(&self, name: &str) -> PyResult<Option<String>> {
        let Some(value) = self.get(name)? else {
            return Ok(None);
        };
        match value.cast::<PyString>() {
            Ok(text) => Ok(Some(text.to_str()?.to_owned())),
            Err(_) if name == "date" => Ok(Some(value.str()?.to_str()?.chars().take(10).collect())),
            Err(_) => Err(self.not(name, "a str", &value)?),
        }
    }

    fn list(&self, name: &str) -> PyResult<Option<Vec<String>>> {
        let Some(value) = self.get(name)? else {
            return Ok(None);
        };
        match value.extract() {
            Ok(list) => Ok(Some(list)),
            Err(_) => Err(self.not(name, "a list of str", &value)?),
        }
    }

    /// Which topics were looked at: these, or so many.
    fn graded(&self) -> PyResult<Option<Graded>> {
        let Some(value) = self.get("graded")? else {
            return Ok(None);
        };
        if let Ok(count) = value.extract() {
            return Ok(Some(Graded::Count(count)));
        }
        match value.extract() {
            Ok(topics) => Ok(Some(Graded::Topics(topics))),
            Err(_) => Err(self.not("graded", "a number of topics or a list of str", &value)?),
        }
    }

    /// Topics with their grades; those that a data frame leaves empty were not given one.
    fn grades(&self) -> PyResult<BTreeMap<String, u8>> {
        let Some(value) = self.get("grades")? else {
            return Ok(BTreeMap::new());
        };
        match value.extract::<BTreeMap<String, Option<u8>>>() {
            Ok(grades) => Ok(grades
                .into_iter()
                .filter_map(|(topic, grade)| Some((topic, grade?)))
                .collect()),
            Err(_) => Err(self.not("grades", "a mapping from topics to 0, 1 or 2", &value)?),
        }
    }

    fn not(&self, name: &str, expected: &str, value: &Bound<'_, PyAny>) -> PyResult<PyErr> {
        let (index, found) = (self.index, value.get_type().name()?);
        Ok(PyTypeError::new_err(format!(
            "«{name}» of article {index} is {found}, not {expected}"
        )))
    }
}
