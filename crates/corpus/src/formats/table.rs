//! What the columns of a table hold, whatever kind of file it stands in.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{once_each, split_list};
use crate::cells::restored;
use crate::{Article, Error, Field, Graded, Place, ReadOptions};

/// Which column holds which field.
pub(crate) struct Columns {
    of_field: Vec<(Field, usize)>,
    list_separators: &'static [char],
}

impl Columns {
    /// The columns by the names in `header`; items of a list have one of `list_separators` between them.
    pub(crate) fn new(
        header: &[String],
        list_separators: &'static [char],
        place: Place,
        options: &ReadOptions,
    ) -> Result<Self, Error> {
        Ok(Columns {
            of_field: found(header, place, options)?,
            list_separators,
        })
    }

    /// The article of a row; one without an id goes by `id`.
    pub(crate) fn article<'a>(
        &self,
        cell: impl Fn(usize) -> &'a str,
        id: impl FnOnce() -> String,
    ) -> Result<Article, String> {
        let mut article = Article::default();
        for &(field, index) in &self.of_field {
            let cell = match field {
                Field::Text => cell(index),
                _ => restored(cell(index)),
            };
            let list_separators = self.list_separators;
            fill(
                &mut article,
                field,
                &Written {
                    cell,
                    list_separators,
                },
            )?;
        }
        if article.id.is_empty() {
            article.id = id();
        }
        Ok(article)
    }
}

/// A value of a row, whatever kind of table it is of.
pub(crate) trait Cell {
    /// It as text, `None` where it is missing.
    fn text(&self) -> Result<Option<Cow<'_, str>>, String>;

    /// Its items, `None` where it is missing.
    fn list(&self) -> Result<Option<Vec<String>>, String>;

    /// What was looked at.
    fn graded(&self) -> Result<Option<Graded>, String>;

    /// The grade of each topic.
    fn grades(&self) -> Result<BTreeMap<String, u8>, String>;
}

/// Puts a cell where it belongs.
pub(crate) fn fill(article: &mut Article, field: Field, cell: &impl Cell) -> Result<(), String> {
    let some = || -> Result<Option<String>, String> {
        let text = cell.text()?;
        Ok(text
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty()))
    };
    match field {
        Field::Id => article.id = some()?.unwrap_or_default(),
        Field::Text => article.text = cell.text()?.ok_or("the text is missing")?.into_owned(),
        Field::Title => article.title = some()?,
        Field::Date => article.date = some()?,
        Field::Lang => article.lang = some()?,
        Field::Source => article.source = some()?,
        Field::Author => article.author = some()?,
        Field::Url => article.url = some()?,
        Field::Section => article.section = some()?,
        Field::Labels => article.labels = cell.list()?.map(once_each),
        Field::Mentions => article.mentions = once_each(cell.list()?.unwrap_or_default()),
        Field::Graded => article.graded = cell.graded()?,
        Field::Grades => article.grades = cell.grades()?,
        Field::SummariesNb => article.summaries_nb = cell.list()?.unwrap_or_default(),
        Field::SummariesNn => article.summaries_nn = cell.list()?.unwrap_or_default(),
    }
    Ok(())
}

/// A cell that holds words.
struct Written<'c> {
    cell: &'c str,
    list_separators: &'static [char],
}

impl Cell for Written<'_> {
    fn text(&self) -> Result<Option<Cow<'_, str>>, String> {
        Ok(Some(self.cell.into()))
    }

    fn list(&self) -> Result<Option<Vec<String>>, String> {
        Ok(Some(split_list(self.cell, self.list_separators)))
    }

    fn graded(&self) -> Result<Option<Graded>, String> {
        Ok(Graded::of_cell(self.cell, self.list_separators))
    }

    fn grades(&self) -> Result<BTreeMap<String, u8>, String> {
        grades(&split_list(self.cell, self.list_separators))
    }
}

/// Which of the columns named in `header` hold which field.
pub(crate) fn found(
    header: &[String],
    place: Place,
    options: &ReadOptions,
) -> Result<Vec<(Field, usize)>, Error> {
    let find = |field: Field| {
        let name = options.name_of(field);
        header.iter().position(|h| h.eq_ignore_ascii_case(name))
    };
    let required = Field::ALL.into_iter();
    let mut required = required.filter(|f| *f == Field::Text || options.name_of(*f) != f.as_str());
    if let Some(missing) = required.find(|f| find(*f).is_none()) {
        return Err(Error::NoColumn {
            place,
            column: options.name_of(missing).into(),
            field: missing.as_str(),
            columns: header.into(),
        });
    }
    Ok(Field::ALL
        .into_iter()
        .filter_map(|f| Some((f, find(f)?)))
        .collect())
}

/// Grades written `syria=2`.
pub(crate) fn grades(items: &[String]) -> Result<BTreeMap<String, u8>, String> {
    let grade = |item: &String| {
        let (topic, grade) = item.split_once('=')?;
        Some((topic.trim().to_owned(), grade.trim().parse().ok()?))
    };
    let wrong = |item| format!("«{item}» is not a grade; write topic=2, topic=1 or topic=0");
    let pairs = items.iter().map(|item| grade(item).ok_or_else(|| wrong(item)));
    pairs.collect()
}
