//! Tags counted: a table of topics by written form, and one of topics by month where months are known.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::output::{Summary, SummaryRow};
use crate::print::escape::visible;
use crate::print::style::Style;
use crate::print::table;

/// A summary as it is shown.
pub(super) fn block(summary: &Summary, style: &Style) -> String {
    let rows: Vec<_> = summary.rows().collect();
    let articles = style.strong(format_args!("{} articles", summary.articles()));
    let by_form = pivot(&rows, |row| row.lang);
    let dated = rows.iter().any(|row| !row.month.is_empty());
    let months = if dated {
        format!("\n{}", transposed(&pivot(&rows, |row| row.month)))
    } else {
        String::new()
    };
    format!("{articles}\n\n{}{months}", table::columns(&by_form))
}

/// Topics down, most frequent first, and the values of `key` across.
fn pivot<'a>(rows: &[SummaryRow<'a>], key: impl Fn(&SummaryRow<'a>) -> &'a str) -> Vec<Vec<String>> {
    let mut across: Vec<_> = rows.iter().map(&key).collect();
    across.sort_unstable();
    across.dedup();
    let heads = across.iter().map(|a| named(a, "undated"));
    let head = ["topic".to_owned(), "articles".to_owned()]
        .into_iter()
        .chain(heads);
    let mut table = vec![head.collect::<Vec<_>>()];
    for (topic, all) in topics(rows) {
        let of = |a: &&str| count(rows, |row| row.topic == topic && key(row) == *a);
        let counts = std::iter::once(all).chain(across.iter().map(of));
        let cells = counts.map(|n| if n == 0 { "·".to_owned() } else { n.to_string() });
        table.push(std::iter::once(named(topic, "(none)")).chain(cells).collect());
    }
    table
}

fn named(name: &str, empty: &str) -> String {
    let name = if name.is_empty() { empty } else { name };
    name.to_owned()
}

/// Topics with their articles, most frequent first, articles without one last.
fn topics<'a>(rows: &[SummaryRow<'a>]) -> Vec<(&'a str, u64)> {
    let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
    for row in rows {
        *topics.entry(row.topic).or_default() += row.articles;
    }
    let mut topics: Vec<_> = topics.into_iter().collect();
    topics.sort_by_key(|(topic, n)| (topic.is_empty(), Reverse(*n)));
    topics
}

fn count<'a>(rows: &[SummaryRow<'a>], of: impl Fn(&SummaryRow<'a>) -> bool) -> u64 {
    rows.iter().filter(|row| of(row)).map(|row| row.articles).sum()
}

/// Months down, topics across: lists of months are long, lists of topics less so.
fn transposed(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    let (head, rows) = (&rows[0], &rows[1..]);
    for (column, month) in head.iter().enumerate().skip(2) {
        let topics = rows
            .iter()
            .filter(|r| r[column] != "·")
            .map(|r| format!("{} {}", r[0], r[column]));
        let line = format!("{month}  {}", topics.collect::<Vec<_>>().join(", "));
        out += &visible(&line);
        out.push('\n');
    }
    out
}
