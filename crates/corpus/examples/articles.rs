//! Prints what is read of inputs, an article a line: `cargo run --release -p notis-corpus --example articles -- INPUT…`.
//! Extraction from web pages is measured on it.

use std::io::Write;

use notis_corpus::{ReadOptions, open};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let mut out = std::io::stdout().lock();
    for article in open(&inputs, &ReadOptions::default())? {
        let line = match article {
            Ok(article) => serde_json::json!({
                "id": article.id, "title": article.title, "date": article.date, "text": article.text,
            }),
            Err(error) => serde_json::json!({ "error": error.to_string() }),
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}
