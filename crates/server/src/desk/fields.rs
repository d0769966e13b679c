//! The fields of a form.

use crate::extract::Form;

/// What a form sent, in its order.
pub(super) type Fields = Form<Vec<(String, String)>>;

/// The first value of a field, without white space around it.
pub(super) fn field<'f>(fields: &'f [(String, String)], name: &str) -> &'f str {
    let found = fields.iter().find(|(key, _)| key == name);
    found.map_or("", |(_, value)| value.trim())
}

/// Every value of a field that is not empty.
pub(super) fn all<'f>(fields: &'f [(String, String)], name: &'f str) -> impl Iterator<Item = &'f str> {
    let values = fields.iter().filter(move |(key, _)| key == name);
    values
        .map(|(_, value)| value.trim())
        .filter(|value| !value.is_empty())
}
