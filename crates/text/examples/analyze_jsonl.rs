//! Prints the blocks and sentences of the articles on standard input, one JSON object with `id` and `text` a line.

use notis_text::{sentences, structure};
use serde_json::{Value, json};
use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or_default();
        let blocks = structure(text, record["title"].as_str());
        let found: Vec<_> = sentences(text, &blocks)
            .iter()
            .map(|s| json!({"start": s.span.start, "end": s.span.end, "block": s.block}))
            .collect();
        let blocks: Vec<_> = blocks
            .iter()
            .map(|b| json!({"kind": b.kind.as_str(), "start": b.span.start, "end": b.span.end}))
            .collect();
        writeln!(
            out,
            "{}",
            json!({"id": record["id"], "blocks": blocks, "sentences": found})
        )?;
    }
    out.flush()
}
