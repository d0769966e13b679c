//! `classify --format csv`, for a Norwegian spreadsheet: `;` between the cells, `|` between the items of a list, a
//! comma before decimals.

use anyhow::Result;
use notis_topics::{Classified, Decision, Topic};

use super::table;

/// The header.
pub(crate) fn head(topics: &[Topic], scores: bool, bom: bool) -> Result<Vec<u8>> {
    let fixed = ["id", "decision", "reason", "lang", "topics", "probabilities"];
    let scores = topics.iter().filter(|_| scores).map(|t| t.id.as_str());
    let mut head = table::bom(bom);
    head.extend(table::row(fixed.into_iter().chain(scores))?);
    Ok(head)
}

/// An article's row.
pub(crate) fn row(id: &str, classified: &Classified, topics: &[Topic], scores: bool) -> Result<Vec<u8>> {
    let (decision, reason) = match &classified.decision {
        Decision::Tagged(_) => ("tagged", ""),
        Decision::Abstained(reason) => ("abstained", reason.as_str()),
    };
    let tags = classified.decision.tags();
    let ids: Vec<_> = tags.iter().map(|t| topics[t.topic].id.as_str()).collect();
    let probabilities: Vec<_> = tags.iter().map(|t| table::decimal(t.probability)).collect();
    let fixed = [id, decision, reason, classified.language.code()].map(str::to_owned);
    let lists = [ids.join("|"), probabilities.join("|")];
    // An article that was not looked at has no scores: its cells are empty.
    let score = |topic: usize| {
        classified
            .scores
            .get(topic)
            .map_or_else(String::new, |p| table::decimal(*p))
    };
    let scores = (0..topics.len()).filter(|_| scores).map(score);
    table::row(fixed.into_iter().chain(lists).chain(scores))
}
