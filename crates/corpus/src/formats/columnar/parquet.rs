//! Parquet: read a few rows at a time, of the columns that hold something of an article.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use arrow_schema::{DataType, Field, FieldRef, Schema};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};
use parquet::errors::Result;
use parquet::file::reader::Length;

use super::columns::Columns;
use super::guard::guarded;
use super::pages::{Pages, Values};
use super::rows::{BATCH, Rows};
use super::source::Source;
use crate::detect::PARQUET;
use crate::formats::Records;
use crate::input::Input;
use crate::{Error, Place, ReadOptions};

/// The articles of a file, a row each.
pub(super) fn open(input: Input, options: &ReadOptions) -> std::result::Result<Records, Error> {
    let (place, names) = (input.place(), (input.file.clone(), input.name.clone()));
    let pages = Pages::of(Source::of(input, PARQUET)?);
    let described = guarded(&place, || described(&pages))?;
    let columns = Columns::new(described.schema(), &place, options)?;
    let (values, length) = (pages.values.clone(), Arc::new(pages.len().into()));
    let rows = guarded(&place, || {
        let mask = ProjectionMask::roots(described.parquet_schema(), columns.read.iter().copied());
        let rows = ParquetRecordBatchReaderBuilder::new_with_metadata(pages, described);
        rows.with_projection(mask).with_batch_size(BATCH).build()
    })?;
    let batches = Batches { rows, values, place };
    Ok(Box::new(Rows::new(batches, columns, names, options, length)))
}

/// What a file says of itself, with texts as views: the rows of a batch that hold the same text share it.
fn described(pages: &Pages) -> Result<ArrowReaderMetadata> {
    let given = ArrowReaderMetadata::load(pages, ArrowReaderOptions::new())?;
    let fields: Vec<FieldRef> = given.schema().fields().iter().map(viewed).collect();
    let schema = Schema::new_with_metadata(fields, given.schema().metadata().clone());
    let options = ArrowReaderOptions::new().with_schema(Arc::new(schema));
    ArrowReaderMetadata::try_new(given.metadata().clone(), options)
}

fn viewed(field: &FieldRef) -> FieldRef {
    let whole = |to: DataType| Arc::new(Field::clone(field).with_data_type(to));
    match field.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 => whole(DataType::Utf8View),
        DataType::Dictionary(_, value) if value.is_string() => whole(DataType::Utf8View),
        DataType::List(item) => whole(DataType::List(viewed(item))),
        DataType::LargeList(item) => whole(DataType::LargeList(viewed(item))),
        _ => field.clone(),
    }
}

/// Rows a batch at a time.
struct Batches {
    rows: ParquetRecordBatchReader,
    values: Values,
    place: Place,
}

impl Iterator for Batches {
    type Item = std::result::Result<arrow_array::RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.values.store(0, Ordering::Relaxed);
        guarded(&self.place, || self.rows.next().transpose()).transpose()
    }
}
