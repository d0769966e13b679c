//! What groups need of an article, taken from its document and its digest once; the text itself may go.

use super::label::{self, Label};
use super::minhash::{self, Sketch};
use super::names::Named;
use super::passage::{self, Passage};
use crate::{Digest, Document};
use notis_text::Case;
use notis_text::hash::hash_word;

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub id: String,
    /// Its date, `YYYY-MM` or `YYYY-MM-DD`, where it is known.
    pub date: Option<String>,
    /// Where it was published, where that is known.
    pub source: Option<String>,
    /// Where it can be read, where that is known.
    pub link: Option<String>,
    /// The topics it is about.
    pub topics: Vec<String>,
    /// Who and what it names, the most mentioned first, where the kinds of names are asked for.
    pub names: Option<Vec<Named>>,
}

impl About {
    /// An article of which only the id is known.
    pub fn new(id: impl Into<String>) -> Self {
        About {
            id: id.into(),
            ..About::default()
        }
    }
}

/// An article to be grouped: a few kilobytes, whatever its length.
#[derive(Clone, Debug)]
pub struct Item {
    /// What is known of it beside its text.
    pub about: About,
    /// Its title, where it has one.
    pub title: Option<String>,
    /// What it may be called without a title.
    pub(super) label: Label,
    /// The words of its running text.
    pub(super) words: usize,
    /// Its telling words.
    pub(super) row: Row,
    /// Its runs of words.
    pub(super) sketch: Option<Sketch>,
    /// Its digest, in passages that are taken or left.
    pub(super) passages: Vec<Passage>,
}

/// An article as hashes of stems with their weights, of unit length.
pub(super) type Row = Vec<(u64, f32)>;

impl Item {
    /// The article of `document`, of which `digest` was made.
    pub fn new(about: About, document: &Document<'_>, digest: &Digest) -> Self {
        let article = document.article();
        let title = document.title_text();
        Item {
            about,
            label: if title.is_none() {
                label::of(document)
            } else {
                Label::default()
            },
            title,
            words: document.words_of_body(),
            row: row(document),
            sketch: minhash::sketch(article),
            passages: passage::all(document, digest),
        }
    }
}

/// Stems that are kept of an article, the most telling: the others tell no events apart, and memory grows with them.
const STEMS: usize = 80;
/// How much more a name counts than another word.
const NAME: f32 = 2.0;

/// The weighted stems of an article's running text and title.
fn row(document: &Document<'_>) -> Row {
    let article = document.article();
    let mut weights = vec![0.0_f32; document.term_count()];
    let mut stems = vec![0; document.term_count()];
    let blocks = article
        .blocks
        .iter()
        .filter(|block| block.kind.purpose().gives_keywords);
    for token in blocks.flat_map(|block| article.indices_in(block.span)) {
        let term = document
            .term_of(article.token_types[token])
            .filter(|_| !is_year(article.form(token)));
        let Some(term) = term else { continue };
        let is_name = article.tokens[token].case != Case::Lower;
        weights[term as usize] += if is_name { NAME } else { 1.0 };
        stems[term as usize] = hash_word(article.stem(token));
    }
    let told = (0..).zip(stems).zip(weights).filter(|(_, weight)| *weight > 0.0);
    let weigh = |((term, stem), weight)| (stem, libm::logf(1.0 + weight) * document.rarity(term));
    let mut row: Row = told.map(weigh).collect();
    row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    row.truncate(STEMS);
    row.shrink_to_fit();
    unit(row)
}

/// Whether a word is a year of our time: articles of one winter share it, not their events.
fn is_year(word: &str) -> bool {
    let century = word.starts_with("19") || word.starts_with("20");
    word.len() == 4 && century && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The row at length 1.
fn unit(mut row: Row) -> Row {
    let norm = row.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    let scale = norm.max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|(_, w)| *w /= scale);
    row
}
