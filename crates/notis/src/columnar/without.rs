//! Without the feature: no table is written.

use std::io::Write;
use std::marker::PhantomData;

use super::{Container, Tabular};
use crate::Error;

/// Writes answers as the rows of a table, where that is built in.
#[derive(Debug)]
pub struct TableWriter<W: Write + Send, R> {
    never: std::convert::Infallible,
    of: PhantomData<(W, R)>,
}

impl<W: Write + Send, R: Tabular> TableWriter<W, R> {
    /// Begins a table.
    ///
    /// # Errors
    /// Always: it is not built in.
    pub fn new(_out: W, container: Container) -> Result<Self, Error> {
        Err(container.not_built())
    }

    /// Adds a row.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn push(&mut self, _row: R) -> Result<(), Error> {
        match self.never {}
    }

    /// Writes what makes a table of the rows.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn finish(self) -> Result<(), Error> {
        match self.never {}
    }
}
