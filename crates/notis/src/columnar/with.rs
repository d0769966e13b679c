//! Tables written, a few rows at a time.

use std::io::Write;
use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;

use super::{Container, Tabular};
use crate::Error;

/// Rows that are handed over together.
const BATCH: usize = 1024;
/// Bytes, packed, from which on a row group of Parquet is written: what is held in memory of a table of any size.
const ROW_GROUP: usize = 16 << 20;

/// Writes answers as the rows of a table. What it writes is a table when it is finished, and not before.
///
/// ```
/// use notis::columnar::{Container, TableWriter};
/// use notis::{Article, Budget, Desk};
///
/// let desk = Desk::builder().without_model().build()?;
/// let article = Article { id: "a1".into(), text: "Ferja gjekk ikkje i dag.".into(), ..Article::default() };
/// let mut file = Vec::new();
/// let mut table = TableWriter::new(&mut file, Container::Parquet)?;
/// table.push(desk.read(&article)?.digest(Budget::Auto)?)?;
/// table.finish()?;
/// assert!(file.starts_with(b"PAR1") && file.ends_with(b"PAR1"));
/// # Ok::<(), notis::Error>(())
/// ```
pub struct TableWriter<W: Write + Send, R> {
    inner: Inner<W>,
    schema: SchemaRef,
    rows: Vec<R>,
}

enum Inner<W: Write + Send> {
    Parquet(Box<ArrowWriter<W>>),
    Arrow(Box<FileWriter<W>>),
}

impl<W: Write + Send, R: Tabular> TableWriter<W, R> {
    /// Begins a table.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn new(out: W, container: Container) -> Result<Self, Error> {
        let schema = Arc::new(Schema::new(R::fields()));
        let inner = match container {
            Container::Parquet => {
                let packed =
                    WriterProperties::builder().set_compression(Compression::ZSTD(Default::default()));
                let properties = packed.set_max_row_group_bytes(Some(ROW_GROUP)).build();
                let writer = ArrowWriter::try_new(out, schema.clone(), Some(properties));
                Inner::Parquet(Box::new(writer.map_err(Error::output)?))
            }
            Container::Arrow => {
                let writer = FileWriter::try_new(out, &schema).map_err(Error::output)?;
                Inner::Arrow(Box::new(writer))
            }
        };
        let rows = Vec::with_capacity(BATCH);
        Ok(TableWriter { inner, schema, rows })
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn push(&mut self, row: R) -> Result<(), Error> {
        self.rows.push(row);
        match self.rows.len() {
            BATCH => self.write(),
            _ => Ok(()),
        }
    }

    fn write(&mut self) -> Result<(), Error> {
        let rows =
            RecordBatch::try_new(self.schema.clone(), R::columns(&self.rows)).map_err(Error::output)?;
        self.rows.clear();
        match &mut self.inner {
            Inner::Parquet(writer) => writer.write(&rows).map_err(Error::output),
            Inner::Arrow(writer) => writer.write(&rows).map_err(Error::output),
        }
    }

    /// Writes the last rows, and what makes a table of them.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn finish(mut self) -> Result<(), Error> {
        if !self.rows.is_empty() {
            self.write()?;
        }
        match self.inner {
            Inner::Parquet(writer) => writer.close().map(drop).map_err(Error::output),
            Inner::Arrow(mut writer) => writer.finish().map_err(Error::output),
        }
    }
}

impl<W: Write + Send, R> std::fmt::Debug for TableWriter<W, R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TableWriter")
            .field("schema", &self.schema)
            .finish_non_exhaustive()
    }
}
