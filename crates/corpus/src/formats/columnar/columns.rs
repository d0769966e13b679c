//! Which columns hold which fields.

use arrow_schema::{DataType, Schema};

use crate::formats::table::found;
use crate::{Error, Field, Place, ReadOptions};

/// The columns that are read, and what each holds.
pub(super) struct Columns {
    /// Their numbers in the file, ascending.
    pub(super) read: Vec<usize>,
    /// Fields, each with the position of its column among those that are read.
    pub(super) of_field: Vec<(Field, usize)>,
}

impl Columns {
    pub(super) fn new(schema: &Schema, place: &Place, options: &ReadOptions) -> Result<Self, Error> {
        let names: Vec<String> = schema.fields().iter().map(|f| f.name().clone()).collect();
        let found = found(&names, place.clone(), options)?;
        for &(field, column) in &found {
            let column = schema.field(column);
            if !may_hold(field, column.data_type()) {
                return Err(Error::WrongColumn {
                    place: place.clone(),
                    column: column.name().as_str().into(),
                    holds: column.data_type().to_string().into(),
                    field: field.as_str(),
                });
            }
        }
        let mut read: Vec<usize> = found.iter().map(|&(_, column)| column).collect();
        read.sort_unstable();
        read.dedup();
        let position = |column: &usize| read.binary_search(column).unwrap_or_default();
        let of_field = found.iter().map(|(field, column)| (*field, position(column)));
        Ok(Columns {
            of_field: of_field.collect(),
            read,
        })
    }
}

/// Whether values of a type can be read as a field.
fn may_hold(field: Field, holds: &DataType) -> bool {
    match field {
        Field::Text => is_text(holds),
        Field::Labels | Field::Mentions | Field::Graded | Field::SummariesNb | Field::SummariesNn => {
            item_of(holds).map_or_else(|| is_single(holds), is_named)
        }
        Field::Grades => is_text(holds) || is_grades(holds),
        _ => is_single(holds),
    }
}

fn is_text(holds: &DataType) -> bool {
    match holds {
        DataType::Dictionary(_, value) => is_text(value),
        DataType::Null | DataType::Binary | DataType::LargeBinary | DataType::BinaryView => true,
        other => other.is_string(),
    }
}

/// Whether it is one value that can be written as text.
fn is_single(holds: &DataType) -> bool {
    match holds {
        DataType::Dictionary(_, value) => is_single(value),
        DataType::Boolean | DataType::FixedSizeBinary(16) => true,
        other => is_text(other) || other.is_integer() || other.is_floating() || other.is_temporal(),
    }
}

/// The type of the items of a list.
fn item_of(holds: &DataType) -> Option<&DataType> {
    match holds {
        DataType::List(item)
        | DataType::LargeList(item)
        | DataType::ListView(item)
        | DataType::LargeListView(item)
        | DataType::FixedSizeList(item, _) => Some(item.data_type()),
        _ => None,
    }
}

/// The names that the part of a struct may have which says what it is of.
pub(super) const NAMES: [&str; 4] = ["topic", "name", "label", "id"];

/// Whether it is a text, or a struct of which one is the name.
fn is_named(holds: &DataType) -> bool {
    match holds {
        DataType::Struct(parts) => NAMES.iter().any(|name| {
            parts
                .find(name)
                .is_some_and(|(_, part)| is_single(part.data_type()))
        }),
        other => is_single(other),
    }
}

/// Whether it is a map from texts to numbers.
fn is_grades(holds: &DataType) -> bool {
    let DataType::Map(entries, _) = holds else {
        return false;
    };
    match entries.data_type() {
        DataType::Struct(parts) => {
            parts.len() == 2 && is_text(parts[0].data_type()) && parts[1].data_type().is_integer()
        }
        _ => false,
    }
}
