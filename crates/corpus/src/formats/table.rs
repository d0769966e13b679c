//! What the columns of a table hold, whatever kind of file it stands in.

use std::collections::BTreeMap;

use super::split_list;
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
            self.fill(&mut article, field, cell(index))?;
        }
        if article.id.is_empty() {
            article.id = id();
        }
        Ok(article)
    }

    fn fill(&self, article: &mut Article, field: Field, cell: &str) -> Result<(), String> {
        let cell = match field {
            Field::Text => cell,
            _ => restored(cell),
        };
        let some = || Some(cell.trim().to_owned()).filter(|c| !c.is_empty());
        let list = || split_list(cell, self.list_separators);
        match field {
            Field::Id => article.id = cell.trim().to_owned(),
            Field::Text => article.text = cell.to_owned(),
            Field::Title => article.title = some(),
            Field::Date => article.date = some(),
            Field::Lang => article.lang = some(),
            Field::Source => article.source = some(),
            Field::Author => article.author = some(),
            Field::Url => article.url = some(),
            Field::Section => article.section = some(),
            Field::Labels => article.labels = Some(list()),
            Field::Mentions => article.mentions = list(),
            Field::Graded => article.graded = Graded::of_cell(cell, self.list_separators),
            Field::Grades => article.grades = grades(&list())?,
            Field::SummariesNb => article.summaries_nb = list(),
            Field::SummariesNn => article.summaries_nn = list(),
        }
        Ok(())
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
