//! The signs of sentences that weights are found from: `signs captions` for `scripts/caption_weights.py`, `signs news` for
//! `scripts/news_weights.py`.
//!
//! Reads articles `{"id", "text", "title"}`, a JSON object a line, and prints for each its id and, for each body sentence, where it
//! stands and its signs: bits of captions, numbers of news, these of the first sentences alone.

use notis_summarizer::methods::news_signs;
use notis_summarizer::{Document, Query, caption_signs};
use serde::Deserialize;
use serde_json::{Value, json};
use std::error::Error;
use std::io::{BufRead, Write};

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    title: Option<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let Article { id, text, title } = serde_json::from_str(&line?)?;
        let article = notis_text::analyze(&text, title.as_deref());
        let document = Document::new(&article, &Query::default());
        let spans = document.candidates().iter().map(|candidate| candidate.span);
        let signs = spans.zip(signs(&document, &wanted)?);
        let sentences: Vec<_> = signs.map(|(span, signs)| (span.start, span.end, signs)).collect();
        writeln!(out, "{}", json!({ "id": id, "sentences": sentences }))?;
    }
    Ok(())
}

fn signs(document: &Document<'_>, wanted: &str) -> Result<Vec<Value>, Box<dyn Error>> {
    match wanted {
        "captions" => Ok(caption_signs(document).into_iter().map(Value::from).collect()),
        "news" => {
            let signs = news_signs(document)?;
            Ok(signs.iter().map(|signs| json!(signs)).collect())
        }
        _ => Err("signs of what: captions or news?".into()),
    }
}
