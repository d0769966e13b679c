//! A value of a column as an article has it.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float16Type, Float32Type, Float64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType,
};
use arrow_array::{Array, ArrayRef, downcast_integer_array};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{DataType, TimeUnit};
use jiff::Timestamp;
use jiff::civil::Time;
use jiff::tz::{Offset, TimeZone};

use super::columns::NAMES;
use crate::dates::written;
use crate::formats::{number, once_each, sheet, split_list, table};

/// A value as text, `None` where it is missing.
pub(super) fn text(array: &dyn Array, at: usize) -> Result<Option<String>, String> {
    if array.is_null(at) {
        return Ok(None);
    }
    let text = match array.data_type() {
        DataType::Null => return Ok(None),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            return text(dictionary.values(), key(dictionary.keys(), at));
        }
        DataType::Utf8 => array.as_string::<i32>().value(at).to_owned(),
        DataType::LargeUtf8 => array.as_string::<i64>().value(at).to_owned(),
        DataType::Utf8View => array.as_string_view().value(at).to_owned(),
        DataType::Binary => utf8(array.as_binary::<i32>().value(at))?,
        DataType::LargeBinary => utf8(array.as_binary::<i64>().value(at))?,
        DataType::BinaryView => utf8(array.as_binary_view().value(at))?,
        DataType::FixedSizeBinary(16) => uuid(array.as_fixed_size_binary().value(at)),
        DataType::Boolean => array.as_boolean().value(at).to_string(),
        DataType::Float16 => number(array.as_primitive::<Float16Type>().value(at).to_f64()),
        DataType::Float32 => number(array.as_primitive::<Float32Type>().value(at).into()),
        DataType::Float64 => number(array.as_primitive::<Float64Type>().value(at)),
        DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => moment(array, at)?,
        _ => integer(array, at).ok_or_else(|| format!("a value of {} is no text", array.data_type()))?,
    };
    Ok(Some(text))
}

/// The key of a dictionary's value.
fn key(keys: &dyn Array, at: usize) -> usize {
    downcast_integer_array!(keys => keys.value(at).as_usize(), _ => 0)
}

fn integer(array: &dyn Array, at: usize) -> Option<String> {
    downcast_integer_array!(array => Some(array.value(at).to_string()), _ => None)
}

fn utf8(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map(str::to_owned);
    text.map_err(|e| format!("not valid UTF-8 at byte {}", e.valid_up_to()))
}

fn uuid(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let parts = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &hex[part]);
    parts.join("-")
}

/// A day, or a time in its own zone; midnight without a zone is a day, for data frames know no days.
fn moment(array: &dyn Array, at: usize) -> Result<String, String> {
    const DAY: i128 = 86_400_000_000_000;
    let (nanoseconds, zone) = match array.data_type() {
        DataType::Date32 => (
            i128::from(array.as_primitive::<Date32Type>().value(at)) * DAY,
            None,
        ),
        DataType::Date64 => (
            i128::from(array.as_primitive::<Date64Type>().value(at)) * 1_000_000,
            None,
        ),
        DataType::Timestamp(unit, zone) => (ticks(array, *unit, at), zone.as_deref()),
        other => return Err(format!("a value of {other} is no date")),
    };
    let moment = Timestamp::from_nanosecond(nanoseconds).map_err(|e| e.to_string())?;
    let Some(zone) = zone else {
        let there = Offset::UTC.to_datetime(moment);
        let time = (there.time() != Time::midnight()).then_some(there.time());
        return Ok(written(there.date(), time, None));
    };
    let offset = zone_of(zone).to_offset(moment);
    let there = offset.to_datetime(moment);
    Ok(written(there.date(), Some(there.time()), Some(offset)))
}

/// Nanoseconds since 1970.
fn ticks(array: &dyn Array, unit: TimeUnit, at: usize) -> i128 {
    match unit {
        TimeUnit::Second => i128::from(array.as_primitive::<TimestampSecondType>().value(at)) * 1_000_000_000,
        TimeUnit::Millisecond => {
            i128::from(array.as_primitive::<TimestampMillisecondType>().value(at)) * 1_000_000
        }
        TimeUnit::Microsecond => {
            i128::from(array.as_primitive::<TimestampMicrosecondType>().value(at)) * 1000
        }
        TimeUnit::Nanosecond => array.as_primitive::<TimestampNanosecondType>().value(at).into(),
    }
}

/// A zone by its name, such as `Europe/Oslo`, or its distance from UTC, such as `+01:00`; one that nobody knows is UTC, for
/// the moment is right in every zone.
fn zone_of(name: &str) -> TimeZone {
    fixed(name).map_or_else(|| TimeZone::get(name).unwrap_or(TimeZone::UTC), TimeZone::fixed)
}

fn fixed(name: &str) -> Option<Offset> {
    let (sign, rest) = name
        .strip_prefix('+')
        .map(|rest| (1, rest))
        .or_else(|| Some((-1, name.strip_prefix('-')?)))?;
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    Offset::from_seconds(sign * (hours.checked_mul(3600)? + minutes.checked_mul(60)?)).ok()
}

/// The items of a list; of a text, what it lists.
pub(super) fn list(array: &dyn Array, at: usize) -> Result<Option<Vec<String>>, String> {
    if array.is_null(at) {
        return Ok(None);
    }
    let Some(items) = items(array, at) else {
        return Ok(text(array, at)?.map(|cell| listed(&cell)));
    };
    let names = (0..items.len()).map(|index| name(&items, index));
    let names: Vec<Option<String>> = names.collect::<Result<_, _>>()?;
    Ok(Some(names.into_iter().flatten().collect()))
}

/// The items of a list column; `None` where it is none.
fn items(array: &dyn Array, at: usize) -> Option<ArrayRef> {
    Some(match array.data_type() {
        DataType::List(_) => array.as_list::<i32>().value(at),
        DataType::LargeList(_) => array.as_list::<i64>().value(at),
        DataType::ListView(_) => array.as_list_view::<i32>().value(at),
        DataType::LargeListView(_) => array.as_list_view::<i64>().value(at),
        DataType::FixedSizeList(..) => array.as_fixed_size_list().value(at),
        _ => return None,
    })
}

/// An item as text: of a struct, the part that names it.
fn name(items: &ArrayRef, at: usize) -> Result<Option<String>, String> {
    match items.as_struct_opt() {
        Some(parts) if parts.is_valid(at) => {
            let part = NAMES.iter().find_map(|name| parts.column_by_name(name));
            part.map_or(Ok(None), |part| text(part, at))
        }
        _ => text(items, at),
    }
}

/// The items of a list in one cell: JSON, as some writers keep lists, or parted as in a sheet.
fn listed(cell: &str) -> Vec<String> {
    let json: Option<Vec<String>> = serde_json::from_str(cell).ok();
    json.map_or_else(|| split_list(cell, sheet::LIST_SEPARATORS), once_each)
}

/// Grades by topic: a map, or a text such as `syria=2;is=1`.
pub(super) fn grades(array: &dyn Array, at: usize) -> Result<BTreeMap<String, u8>, String> {
    let Some(map) = array.as_map_opt() else {
        let cell = text(array, at)?.unwrap_or_default();
        return table::grades(&split_list(&cell, sheet::LIST_SEPARATORS));
    };
    if map.is_null(at) {
        return Ok(BTreeMap::new());
    }
    let entries = map.value(at);
    let pair = |index| {
        let topic = text(entries.column(0), index)?.unwrap_or_default();
        let grade = text(entries.column(1), index)?.unwrap_or_default();
        let known = grade.parse().ok();
        known
            .map(|known| (topic, known))
            .ok_or_else(|| format!("«{grade}» is not a grade; write 2, 1 or 0"))
    };
    (0..entries.len()).map(pair).collect()
}
