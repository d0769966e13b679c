//! The signs by which a sentence may tell an article's news, for `scripts/news_weights.py`.
//!
//! Reads articles `{"id", "text", "title"}`, a JSON object a line, and prints for each its id and, for each of the first body
//! sentences, where it stands and its signs.

use notis_summarizer::{Document, Query};
use serde::Deserialize;
use serde_json::json;
use std::error::Error;
use std::io::{BufRead, Write};

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    title: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let Article { id, text, title } = serde_json::from_str(&line?)?;
        let article = notis_text::analyze(&text, title.as_deref());
        let document = Document::new(&article, &Query::default());
        let spans = document.candidates().iter().map(|candidate| candidate.span);
        let signs = spans.zip(document.news_signs()?);
        let sentences: Vec<_> = signs
            .map(|(span, signs)| (span.start, span.end, signs.as_ref().to_vec()))
            .collect();
        writeln!(out, "{}", json!({ "id": id, "sentences": sentences }))?;
    }
    Ok(())
}
