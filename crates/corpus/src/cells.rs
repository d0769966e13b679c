//! Cells of tables that people open in a spreadsheet.

use std::borrow::Cow;

/// What a spreadsheet takes for the start of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a spreadsheet would take the cell for a formula, or for a defused one.
fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(FORMULA)
}

/// A cell that no spreadsheet takes for a formula: one that opens like a formula gets an apostrophe in front, which
/// [`restored`] takes away when the table is read.
///
/// ```
/// assert_eq!(notis_corpus::defused("=1+1"), "'=1+1");
/// assert_eq!(notis_corpus::restored("'=1+1"), "=1+1");
/// assert_eq!(notis_corpus::defused("'n Ola"), "'n Ola");
/// ```
pub fn defused(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The cell that [`defused`] made harmless; any other cell as it is.
pub fn restored(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cell_comes_back_as_it_was() {
        for cell in [
            "", "a", "'", "''", "=x", "'=x", "''=x", "-", "'-", "@", "\tx", "+47", "'n",
        ] {
            let written = defused(cell);
            assert!(!written.starts_with(FORMULA), "{written}");
            assert_eq!(restored(&written), cell);
        }
    }
}
