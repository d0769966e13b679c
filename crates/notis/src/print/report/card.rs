//! The card of a model, as text.

use crate::{ModelCard, TopicCard, Training};

use crate::print::style::Style;
use crate::print::table;

/// A card as it is shown.
pub fn card(card: &ModelCard, style: &Style) -> String {
    let head = ["topic", "threshold", "patterns", "IPTC", "part of", "name"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(head.to_vec())
        .chain(card.topics.iter().map(row))
        .collect();
    let topics = style.strong(format_args!("{} topics", card.topics.len()));
    let mut training = card.training.as_ref().map(training).unwrap_or_default();
    match card.corrections {
        0 => {}
        1 => training += "since then it has learned from 1 corrected article\n",
        more => training += &format!("since then it has learned from {more} corrected articles\n"),
    }
    format!("{topics}\n{training}\n{}", table::columns(&rows))
}

/// What a model is told by that nobody calibrated.
const ASSUMED: &str = "probabilities and thresholds are assumed, not set on articles: a probability tells which topic is \
     likelier, not how likely it is;\ntrain it with calibration or, from statistics, with a sample, or choose a threshold of \
     your own\n";

/// What it was trained on, a fact a line.
fn training(origin: &Training) -> String {
    let mut lines = format!(
        "learned from {} articles, {} of them labelled (corpus {}, seed {})\n",
        origin.articles,
        origin.labelled,
        origin.corpus.get(..16).unwrap_or(&origin.corpus),
        origin.seed,
    );
    if !origin.is_of_this_analyzer() {
        lines +=
            "its words were analysed by another version of notis; train it anew to be sure of its answers\n";
    }
    if let Some(words) = &origin.words {
        lines += &format!("words are weighed by {words}\n");
    }
    if let Some(f1) = origin.micro_f1_on_folds {
        lines += &format!("micro-F1 {f1:.3} on folds\n");
    }
    if let Some(sample) = origin.sample {
        lines += &format!("learned from statistics, with a sample of {sample} articles as rows\n");
    }
    if origin.assumed {
        lines += ASSUMED;
    }
    lines
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
