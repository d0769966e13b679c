//! The targets: what each is given, and what holds of it.

use arbitrary::{Arbitrary, Unstructured};

pub mod article;
pub mod batch;
pub mod definitions;
pub mod digest;
pub mod group;
pub mod http;
pub mod labels;
pub mod model;
pub mod printers;
pub mod read_packed;
pub mod readers;
pub mod same_text;
pub mod statistics;
pub mod train;

/// Every target, from bytes as the fuzzer hands them over.
pub const ALL: [(&str, fn(&[u8])); 17] = [
    ("article", |bytes| given(bytes, article::holds)),
    ("batch", |bytes| given(bytes, batch::holds)),
    ("definitions", |bytes| given(bytes, definitions::holds)),
    ("digest", |bytes| given(bytes, digest::holds)),
    ("group", |bytes| given(bytes, group::holds)),
    ("http", |bytes| given(bytes, http::holds)),
    ("labels", |bytes| given(bytes, labels::holds)),
    ("model", |bytes| given(bytes, model::holds)),
    ("printers", |bytes| given(bytes, printers::holds)),
    ("read_json", readers::json),
    ("read_markup", readers::markup),
    ("read_packed", |bytes| given(bytes, read_packed::holds)),
    ("read_table", readers::table),
    ("read_text", readers::text),
    ("same_text", |bytes| given(bytes, same_text::holds)),
    ("statistics", |bytes| given(bytes, statistics::holds)),
    ("train", |bytes| given(bytes, train::holds)),
];

/// Makes of bytes what the fuzzer makes of them.
fn given<'a, I: Arbitrary<'a>>(bytes: &'a [u8], holds: impl FnOnce(I)) {
    if let Ok(input) = I::arbitrary_take_rest(Unstructured::new(bytes)) {
        holds(input);
    }
}
