//! The signs of sentences that weights are found from: `signs captions` for `scripts/caption_weights.py`, `signs headings` for
//! `scripts/heading_weights.py`, `signs news` for `scripts/news_weights.py`.
//!
//! Reads articles `{"id", "text", "title"}`, a JSON object a line, and prints for each its id and, for each body sentence, where it
//! stands and its signs: bits of captions, numbers of news, these of the first sentences alone, and for headings the places at which one may end with their
//! signs.

use notis_summarizer::methods::news_signs;
use notis_summarizer::{Document, Query, caption_signs, heading_signs};
use notis_text::Analysis;
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
        let sentences = sentences(&article, &wanted)?;
        writeln!(out, "{}", json!({ "id": id, "sentences": sentences }))?;
    }
    Ok(())
}

/// The start and the end of a body sentence, and its signs.
type Signed = (usize, usize, Value);

/// The signs of all body sentences.
fn sentences(article: &Analysis<'_>, wanted: &str) -> Result<Vec<Signed>, Box<dyn Error>> {
    if wanted == "headings" {
        let signs = heading_signs(article).into_iter();
        return Ok(signs
            .map(|(span, places)| (span.start, span.end, json!(places)))
            .collect());
    }
    let document = Document::new(article, &Query::default());
    let signs: Vec<Value> = match wanted {
        "captions" => caption_signs(&document).into_iter().map(Value::from).collect(),
        "news" => news_signs(&document)?.iter().map(|signs| json!(signs)).collect(),
        _ => return Err("signs of what: captions, headings or news?".into()),
    };
    let spans = document.candidates().iter().map(|candidate| candidate.span);
    Ok(spans
        .zip(signs)
        .map(|(span, signs)| (span.start, span.end, signs))
        .collect())
}
