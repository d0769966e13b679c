//! The card of a model, as text.

use notis_classifier::{ModelCard, TopicCard};

use super::table;
use crate::palette::Palette;

/// A card as it is shown.
pub(crate) fn text(card: &ModelCard, palette: Palette) -> String {
    let head = ["topic", "threshold", "patterns", "IPTC", "part of", "name"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(head.to_vec())
        .chain(card.topics.iter().map(row))
        .collect();
    let topics = palette.strong(format_args!("{} topics", card.topics.len()));
    format!("{topics}\n\n{}", table::columns(&rows))
}

fn row(topic: &TopicCard) -> Vec<String> {
    let known = |cell: &Option<String>| cell.clone().unwrap_or_else(|| "·".to_owned());
    vec![
        topic.id.clone(),
        format!("{:.2}", topic.threshold),
        topic.patterns.to_string(),
        known(&topic.iptc),
        known(&topic.parent),
        topic.name.clone(),
    ]
}
