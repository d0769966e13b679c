//! The report of `evaluate names`, as a table and as JSON.

use serde_json::{Value, json};

use crate::print::style::Style;
use crate::print::table;
use crate::{NameScores, Tally};

/// How well each system marks names: exact span and type.
pub fn names(systems: &[(&str, NameScores)], style: &Style) -> String {
    let mut told = String::new();
    for (system, scores) in systems {
        let head = ["", "precision", "recall", "F1", "names"]
            .map(str::to_owned)
            .to_vec();
        let whole = [
            ("nine types", scores.all),
            ("seven types", scores.seven_types),
            ("spans alone", scores.spans),
        ];
        let types = scores
            .types
            .iter()
            .map(|(entity, tally)| (entity.as_str(), *tally));
        let rows = whole
            .into_iter()
            .chain(types)
            .map(|(what, tally)| row(what, tally));
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
        told += &format!("{}\n{}\n", style.strong(system), table::columns(&rows));
    }
    told
}

fn row(what: &str, tally: Tally) -> Vec<String> {
    let shares = [tally.precision(), tally.recall(), tally.f1()].map(|share| format!("{share:.4}"));
    let cells = std::iter::once(what.to_owned()).chain(shares);
    cells.chain([tally.gold.to_string()]).collect()
}

/// The same as an object: a system each.
pub fn names_json(systems: &[(&str, NameScores)]) -> Value {
    let told = |(system, scores): &(&str, NameScores)| {
        let types = scores
            .types
            .iter()
            .map(|(entity, tally)| (entity.as_str().to_owned(), numbers(*tally)));
        json!({
            "system": system,
            "all": numbers(scores.all),
            "seven_types": numbers(scores.seven_types),
            "spans": numbers(scores.spans),
            "types": types.collect::<serde_json::Map<_, _>>(),
        })
    };
    json!({ "systems": systems.iter().map(told).collect::<Vec<_>>() })
}

fn numbers(tally: Tally) -> Value {
    json!({
        "precision": tally.precision(),
        "recall": tally.recall(),
        "f1": tally.f1(),
        "gold": tally.gold,
        "found": tally.found,
        "right": tally.right,
    })
}
