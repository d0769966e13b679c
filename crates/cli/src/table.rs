//! Results as the rows of a table in columns.

use anyhow::{Result, ensure};
use notis::columnar::{Container, TableWriter, Tabular};
use notis::{Desk, Error, Reading};

use crate::output::Output;
use crate::stream::Stream;

/// Makes a row of every article for which `row` has one, in their order.
pub(crate) fn tabulate<R: Tabular + Send>(
    container: Container,
    stream: Stream<'_>,
    desk: &Desk,
    output: &mut Output,
    row: impl Fn(&Reading<'_>) -> Result<Option<R>, Error> + Sync,
) -> Result<()> {
    let mut table = begun(container, output)?;
    stream.run(desk, row, |row| Ok(row.map_or(Ok(()), |row| table.push(row))?))?;
    Ok(table.finish()?)
}

/// Makes a table of rows that are there.
pub(crate) fn write<R: Tabular>(container: Container, rows: Vec<R>, output: &mut Output) -> Result<()> {
    let mut table = begun(container, output)?;
    rows.into_iter().try_for_each(|row| table.push(row))?;
    Ok(table.finish()?)
}

fn begun<R: Tabular>(container: Container, output: &mut Output) -> Result<TableWriter<&mut Output, R>> {
    ensure!(
        !output.is_terminal(),
        "{} is no text for a terminal; name a file with -o FILE",
        container.as_str()
    );
    Ok(TableWriter::new(output, container)?)
}
