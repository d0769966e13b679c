//! The ways of printing, one file each.

pub(crate) mod analysis_jsonl;
pub(crate) mod analysis_text;
pub(crate) mod digest_jsonl;
pub(crate) mod digest_text;
mod json;
mod wrap;
