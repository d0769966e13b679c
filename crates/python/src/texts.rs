//! Columns of text, in whichever of Arrow's forms they come.

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use arrow_schema::{ArrowError, DataType};

/// Texts, some of which may be missing.
pub(crate) struct Texts {
    /// The column as it came; it tells which rows have a text.
    rows: ArrayRef,
    texts: ArrayRef,
    /// The text of each row, where they are kept in a dictionary.
    keys: Option<Vec<usize>>,
}

impl Texts {
    /// The texts of an array.
    ///
    /// # Errors
    /// Where it holds no texts.
    pub(crate) fn of(rows: &ArrayRef) -> Result<Self, ArrowError> {
        let dictionary = rows.as_any_dictionary_opt();
        let texts = dictionary.map_or(rows, |dictionary| dictionary.values());
        match texts.data_type() {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => {}
            other => {
                let text = format!("a column of text is wanted, not of {other}");
                return Err(ArrowError::SchemaError(text));
            }
        }
        let named = dictionary.filter(|dictionary| !dictionary.values().is_empty());
        Ok(Texts {
            rows: rows.clone(),
            texts: texts.clone(),
            keys: named.map(|dictionary| dictionary.normalized_keys()),
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The text of a row, where it has one.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        let at = self.keys.as_ref().map_or(row, |keys| keys[row]);
        if self.rows.is_null(row) || self.texts.is_null(at) {
            return None;
        }
        match self.texts.data_type() {
            DataType::Utf8 => Some(self.texts.as_string::<i32>().value(at)),
            DataType::LargeUtf8 => Some(self.texts.as_string::<i64>().value(at)),
            DataType::Utf8View => Some(self.texts.as_string_view().value(at)),
            _ => None,
        }
    }
}
