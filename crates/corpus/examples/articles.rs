//! Prints what is read of inputs, an article a line: `cargo run --release -p notis-corpus --example articles -- INPUT…`.
//! With `--html` first, every input is a web page, whatever it is called: `benches/compare/pages.py` measures extraction so.

use std::io::Write;

use notis_corpus::{Format, ReadOptions, open};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut inputs: Vec<std::path::PathBuf> = std::env::args_os().skip(1).map(Into::into).collect();
    let mut options = ReadOptions::default();
    if inputs.first().is_some_and(|input| input.as_os_str() == "--html") {
        inputs.remove(0);
        options.format = Some(Format::Html);
    }
    let mut out = std::io::stdout().lock();
    for article in open(&inputs, &options)? {
        let line = match article {
            Ok(article) => {
                let blocks = article.hints.iter();
                let blocks: Vec<_> = blocks
                    .map(|hint| (format!("{:?}", hint.kind), &article.text[hint.span.clone()]))
                    .collect();
                serde_json::json!({
                    "id": article.id, "title": article.title, "date": article.date, "lang": article.lang, "source": article.source,
                    "author": article.author, "url": article.url, "labels": article.labels, "text": article.text,
                    "blocks": blocks,
                })
            }
            Err(error) => serde_json::json!({ "error": error.to_string() }),
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}
