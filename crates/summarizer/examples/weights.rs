//! The scores of each article's digest under many weights, for `benches/leave_one_out.py`.
//!
//! Reads a JSON object a line: first `{"words", "weights": [[reach, centrality, title, query, numbers, blemish, leaning,
//! redundancy], …]}`, then articles `{"text", "references": [..], "query": [[start, end, weight], ..], "verbatim": bool}`. Prints
//! for each article a list with the mean ROUGE-1, -2 and -L of its digest under each of the weights.
//!
//! `weights shipped` reads nothing and prints the weights that ship, by their names, as a JSON object.

use notis_summarizer::methods::{Notis, Weights};
use notis_summarizer::rouge::Reference;
use notis_summarizer::{Budget, Document, Edits, Query, Summarizer};
use notis_text::Span;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::error::Error;
use std::io::{BufRead, Write};

#[derive(Deserialize)]
struct Search {
    words: usize,
    weights: Vec<[f32; SEARCHED.len()]>,
}

#[derive(Deserialize)]
struct Judged {
    text: String,
    references: Vec<String>,
    query: Vec<(usize, usize, f32)>,
    verbatim: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    if std::env::args().nth(1).is_some_and(|wanted| wanted == "shipped") {
        writeln!(out, "{}", serde_json::to_string(&shipped())?)?;
        return Ok(());
    }
    let mut lines = std::io::stdin().lock().lines();
    let search: Search = serde_json::from_str(&lines.next().ok_or("no search on the first line")??)?;
    for line in lines {
        let scores = scores(&search, &serde_json::from_str(&line?)?)?;
        writeln!(out, "{}", serde_json::to_string(&scores)?)?;
    }
    Ok(())
}

fn scores(search: &Search, judged: &Judged) -> Result<Vec<[f64; 3]>, Box<dyn Error>> {
    let article = notis_text::analyze(&judged.text, None);
    let types = |&(start, end, weight): &(usize, usize, f32)| {
        let tokens = article.indices_in(Span::new(start, end));
        article.token_types[tokens].iter().map(move |&id| (id, weight))
    };
    let query = Query::new(judged.query.iter().flat_map(types));
    let document = Document::new(&article, &query);
    let texts: Vec<&str> = judged.references.iter().map(String::as_str).collect();
    let references = Reference::new(&texts);
    let edits = if judged.verbatim {
        Edits::None
    } else {
        Edits::Marked
    };
    let score = |&weights: &[f32; SEARCHED.len()]| {
        let notis = Notis::new(edits).with_weights(named(weights));
        let digest = notis.summarize(&document, Budget::Words(search.words))?;
        Ok(references.mean(&digest.text).as_array())
    };
    search.weights.iter().map(score).collect()
}

/// A weight among all of them.
type Place = fn(&mut Weights) -> &mut f32;

/// The weights that are searched, in the order of a search.
const SEARCHED: [(&str, Place); 8] = [
    ("reach", |weights| &mut weights.reach),
    ("centrality", |weights| &mut weights.centrality),
    ("title", |weights| &mut weights.title),
    ("query", |weights| &mut weights.query),
    ("numbers", |weights| &mut weights.numbers),
    ("blemish", |weights| &mut weights.blemish),
    ("leaning", |weights| &mut weights.leaning),
    ("redundancy", |weights| &mut weights.redundancy),
];

/// The weights that ship, of those that are searched.
fn shipped() -> BTreeMap<&'static str, f32> {
    let mut weights = Weights::default();
    SEARCHED.map(|(name, place)| (name, *place(&mut weights))).into()
}

fn named(searched: [f32; SEARCHED.len()]) -> Weights {
    let mut weights = Weights::default();
    for ((_, place), weight) in SEARCHED.iter().zip(searched) {
        *place(&mut weights) = weight;
    }
    weights
}
