//! The ways of printing, one file each.

pub(crate) mod analysis_jsonl;
pub(crate) mod analysis_text;
pub(crate) mod card;
mod digest_doubts;
pub(crate) mod digest_jsonl;
pub(crate) mod digest_markdown;
pub(crate) mod digest_text;
pub(crate) mod digests_report;
pub(crate) mod group_jsonl;
pub(crate) mod group_markdown;
pub(crate) mod group_text;
pub(crate) mod json;
pub(crate) mod table;
pub(crate) mod tags_csv;
pub(crate) mod tags_jsonl;
pub(crate) mod tags_text;
pub(crate) mod topics_report;
mod wrap;

use notis_corpus::Article;
use notis_summarizer::Digest;
use notis_text::Name;

/// An article with all that a digest's printing needs.
pub(crate) struct Digested<'a> {
    /// The article.
    pub(crate) article: &'a Article,
    /// Its topics, best first.
    pub(crate) topics: &'a [String],
    /// The names in it.
    pub(crate) names: &'a [Name],
    /// Its digest.
    pub(crate) digest: &'a Digest,
}
