//! The ways of printing, one file each.

pub(crate) mod analysis_jsonl;
pub(crate) mod analysis_text;
pub(crate) mod card;
pub(crate) mod digest_jsonl;
pub(crate) mod digest_markdown;
pub(crate) mod digest_text;
pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod tags_csv;
pub(crate) mod tags_jsonl;
pub(crate) mod tags_text;
mod wrap;
