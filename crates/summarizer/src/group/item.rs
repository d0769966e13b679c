//! What groups need of an article, taken from its document and its digest once; the text itself may go.

use super::label::{self, Label};
use super::minhash::{self, Sketch};
use super::passage::{self, Passage};
use crate::space::collapse;
use crate::{Digest, Document};
use notis_features::hash_word;
use notis_text::{Analysis, BlockKind, Case};

/// What is known of an article beside its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// Its id.
    pub id: String,
    /// Its date, `YYYY-MM` or `YYYY-MM-DD`, where it is known.
    pub date: Option<String>,
    /// Where it was published, where that is known.
    pub source: Option<String>,
    /// The topics it is about.
    pub topics: Vec<String>,
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

/// An article as hashes of stems with their weights, of unit length, in the order of its words.
pub(super) type Row = Vec<(u64, f32)>;

impl Item {
    /// The article of `document`, of which `digest` was made.
    pub fn new(about: About, document: &Document<'_>, digest: &Digest) -> Self {
        let article = document.article();
        let title = title(article);
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

fn title(article: &Analysis<'_>) -> Option<String> {
    let block = || article.blocks.iter().find(|b| b.kind == BlockKind::Title);
    let inside = || block().map(|block| article.slice(block.span));
    article.title.or_else(inside).map(collapse)
}

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
        let Some(term) = document.term_of(article.token_types[token]) else {
            continue;
        };
        let is_name = article.tokens[token].case != Case::Lower;
        weights[term as usize] += if is_name { NAME } else { 1.0 };
        stems[term as usize] = hash_word(article.stem(token));
    }
    let told = (0..).zip(stems).zip(weights).filter(|(_, weight)| *weight > 0.0);
    let weigh = |((term, stem), weight)| (stem, libm::logf(1.0 + weight) * document.rarity(term));
    unit(told.map(weigh).collect())
}

/// The row at length 1.
fn unit(mut row: Row) -> Row {
    let norm = row.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
    let scale = norm.max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|(_, w)| *w /= scale);
    row
}
