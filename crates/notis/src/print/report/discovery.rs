//! The report of `evaluate discovery`, as a table.

use crate::output::{Agreement, DiscoveryScores};
use crate::print::style::Style;
use crate::print::table;

/// A report as it is shown.
pub fn discovery(scores: &DiscoveryScores, style: &Style) -> String {
    let head = format!(
        "{} topics in {} articles; {} fit none",
        scores.topics, scores.articles, scores.outside
    );
    let mut rows = vec![
        row("NPMI of ten words, in articles", scores.coherence.npmi),
        row("NPMI, within ten words", scores.coherence.npmi_near),
        row("C_v of ten words", scores.coherence.c_v),
        row("distinct words", scores.diversity),
    ];
    rows.extend(
        scores
            .stability
            .map(|stability| row("stability of words", stability)),
    );
    let mut told = format!("{}\n\n{}", style.strong(head), table::columns(&rows));
    if let Some(agreement) = &scores.agreement {
        let head = format!(
            "\nagainst {} labels of {} articles that have one",
            agreement.labels, agreement.articles
        );
        let rows = [
            ["", "purity", "NMI", "ARI"].map(str::to_owned).to_vec(),
            against("all, each at its nearest topic", &agreement.all),
            against("those that fit", &agreement.fitting),
        ];
        told += &format!("{head}\n{}", table::columns(&rows));
        if let Some(stability) = agreement.stability {
            let row = row("stability of words, were the labels the topics", stability);
            told += &format!("\n{}", table::columns(&[row]));
        }
    }
    told
}

fn row(what: &str, number: f64) -> Vec<String> {
    vec![what.to_owned(), format!("{number:.3}")]
}

fn against(what: &str, agreement: &Agreement) -> Vec<String> {
    let numbers = [agreement.purity, agreement.nmi, agreement.ari];
    std::iter::once(what.to_owned())
        .chain(numbers.map(|number| format!("{number:.3}")))
        .collect()
}
