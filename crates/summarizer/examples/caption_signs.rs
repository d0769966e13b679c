//! The signs by which a sentence may be a caption, for `scripts/caption_weights.py`.
//!
//! Reads articles `{"id", "text", "title"}`, a JSON object a line, and prints for each its id and, for each body sentence, where it
//! stands and its signs as bits.

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
        let signs = spans.zip(document.caption_signs());
        let sentences: Vec<_> = signs.map(|(span, signs)| (span.start, span.end, signs)).collect();
        writeln!(out, "{}", json!({ "id": id, "sentences": sentences }))?;
    }
    Ok(())
}
