//! How far two people agree, as a table.

use crate::evaluate::Agreement;
use crate::print::table;

/// A report as it is shown.
pub fn agreement(agreement: &[Agreement], articles: usize) -> String {
    let head = ["topic", "kappa", "both", "first alone", "second alone"].map(str::to_owned);
    let rows = agreement.iter().map(|topic| {
        let counts = [topic.both, topic.first_alone, topic.second_alone].map(|n| n.to_string());
        let shares = vec![topic.topic.clone(), format!("{:.2}", topic.kappa)];
        [shares, counts.to_vec()].concat()
    });
    let rows: Vec<_> = std::iter::once(head.to_vec()).chain(rows).collect();
    format!(
        "{articles} articles labelled by both\n\n{}",
        table::columns(&rows)
    )
}
