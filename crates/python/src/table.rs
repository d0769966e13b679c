//! Arrow tables in and out, by the PyCapsule interface.

use std::ffi::CStr;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray};
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Schema, SchemaRef};
use notis::Article;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::input::AnyArray;

use crate::article::BATCH;
use crate::error::{InputError, OptionsError};
use crate::texts::Texts;

/// Where a table holds the texts, and the titles beside them.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Columns {
    text: String,
    title: Option<String>,
}

/// What the interface calls a capsule that holds a stream.
const STREAM: &CStr = c"arrow_array_stream";

/// An Arrow table, for whoever speaks the PyCapsule interface.
#[pyclass(frozen, module = "notis._notis")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Table {
    /// The table as it is: a consumer that would rather have other types converts them, as the interface allows. (To convert
    /// here would bring all of Arrow's casts into the wheel, some megabytes.)
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
    }

    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[getter]
    fn column_names(&self) -> Vec<String> {
        self.schema
            .fields()
            .iter()
            .map(|field| field.name().clone())
            .collect()
    }
}

/// What is answered of some rows, column by column.
type Answer<'a> = dyn FnMut(&[Option<Article>]) -> PyResult<Vec<ArrayRef>> + 'a;

impl Table {
    /// The rows of `data` with what `answer` says of them: beside the columns of a table, alone for an array of texts.
    pub(crate) fn of(
        py: Python<'_>,
        data: AnyArray,
        columns: &Columns,
        added: Vec<Field>,
        mut answer: impl FnMut(&[Option<Article>]) -> PyResult<Vec<ArrayRef>>,
    ) -> PyResult<Self> {
        let reader = data.into_reader()?;
        columns.check(&reader.field())?;
        let schema = Arc::new(schema(&reader.field(), added)?);
        let mut batches = Vec::new();
        for array in reader {
            let rows = Rows::of(&array.map_err(invalid)?, columns)?;
            for from in (0..rows.len()).step_by(BATCH) {
                batches.push(rows.answered(from, BATCH.min(rows.len() - from), &schema, &mut answer)?);
                py.check_signals()?;
            }
        }
        Ok(Table { schema, batches })
    }
}

/// The column of titles that is read where it is there.
const TITLE: &str = "title";

impl Columns {
    /// That a table, which may have no rows, has the columns named.
    fn check(&self, data: &FieldRef) -> PyResult<()> {
        let DataType::Struct(there) = data.data_type() else {
            return Ok(());
        };
        let title = self.title.as_deref().filter(|&title| title != TITLE);
        let named = [(self.text.as_str(), "texts")].into_iter();
        let mut named = named.chain(title.map(|title| (title, "titles")));
        let Some((name, of)) = named.find(|(name, _)| there.find(name).is_none()) else {
            return Ok(());
        };
        let columns: Vec<&str> = there.iter().map(|field| field.name().as_str()).collect();
        let text = format!(
            "the table has no column «{name}» of {of}, but {}",
            columns.join(", ")
        );
        Err(OptionsError::new_err(text))
    }
}

/// The columns that were there, and those added.
fn schema(data: &FieldRef, added: Vec<Field>) -> PyResult<Schema> {
    let DataType::Struct(there) = data.data_type() else {
        return Ok(Schema::new(added));
    };
    if let Some(twice) = added.iter().find(|field| there.find(field.name()).is_some()) {
        let text = format!(
            "the table has a column «{}» already; rename or drop it",
            twice.name()
        );
        return Err(OptionsError::new_err(text));
    }
    let all = there.iter().cloned().chain(added.into_iter().map(Arc::new));
    Ok(Schema::new(all.collect::<Vec<FieldRef>>()).with_metadata(data.metadata().clone()))
}

/// Rows as they came.
struct Rows {
    /// The columns of a table; none where an array of texts came.
    kept: Vec<ArrayRef>,
    texts: Texts,
    titles: Option<Texts>,
}

impl Rows {
    fn of(data: &ArrayRef, columns: &Columns) -> PyResult<Self> {
        let Some(table) = data.as_struct_opt() else {
            let texts = Texts::of(data).map_err(invalid)?;
            return Ok(Rows {
                kept: Vec::new(),
                texts,
                titles: None,
            });
        };
        let text = column(table, &columns.text).ok_or_else(|| invalid(missing(&columns.text)))?;
        let title = columns.title.as_deref().and_then(|name| column(table, name));
        Ok(Rows {
            kept: table.columns().to_vec(),
            texts: Texts::of(&text).map_err(invalid)?,
            titles: title
                .map(|title| Texts::of(&title))
                .transpose()
                .map_err(invalid)?,
        })
    }

    fn len(&self) -> usize {
        self.texts.len()
    }

    fn article(&self, row: usize) -> Option<Article> {
        let title = self.titles.as_ref().and_then(|titles| titles.get(row));
        Some(Article {
            text: self.texts.get(row)?.to_owned(),
            title: title.map(str::to_owned),
            ..Article::default()
        })
    }

    fn answered(
        &self,
        from: usize,
        count: usize,
        schema: &SchemaRef,
        answer: &mut Answer<'_>,
    ) -> PyResult<RecordBatch> {
        let articles: Vec<_> = (from..from + count).map(|row| self.article(row)).collect();
        let kept = self.kept.iter().map(|column| column.slice(from, count));
        let columns = kept.chain(answer(&articles)?).collect();
        RecordBatch::try_new(schema.clone(), columns).map_err(invalid)
    }
}

fn column(table: &StructArray, name: &str) -> Option<ArrayRef> {
    table.column_by_name(name).cloned()
}

/// A batch that lacks a column of its table.
fn missing(name: &str) -> ArrowError {
    ArrowError::SchemaError(format!("a batch of the table has no column «{name}»"))
}

fn invalid(error: ArrowError) -> PyErr {
    match error {
        ArrowError::SchemaError(text) => InputError::new_err(text),
        error => InputError::new_err(error.to_string()),
    }
}
