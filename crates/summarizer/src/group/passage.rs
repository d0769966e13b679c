//! The digest of one article, cut where it may be cut.

use crate::{Cost, Digest, DigestSentence, Document, Edit, EditKind, readable};
use notis_text::hash::hash_word;
use notis_text::{Stemmer, fold, is_stop_word, tokens};

/// A sentence of a digest, with those behind it that lean on it: they are taken or left together.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) sentences: Vec<DigestSentence>,
    /// Hashes of the stems of its telling words, by rising value.
    pub(super) stems: Vec<u64>,
    pub(super) cost: Cost,
}

/// The passages of a digest of `document`.
pub(super) fn all(document: &Document<'_>, digest: &Digest) -> Vec<Passage> {
    let leans = |first: &DigestSentence, second: &DigestSentence| leans(document, first, second);
    let parts = digest.sentences.chunk_by(leans);
    parts.map(|part| Passage::new(document, part)).collect()
}

impl Passage {
    fn new(document: &Document<'_>, sentences: &[DigestSentence]) -> Self {
        let texts: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
        let mut stems = Vec::new();
        for sentence in sentences {
            add_stems(document, sentence, &mut stems);
        }
        stems.sort_unstable();
        stems.dedup();
        Passage {
            sentences: sentences
                .iter()
                .map(|sentence| sentence.clone().led_back(document.article().original))
                .collect(),
            stems,
            cost: Cost {
                sentences: sentences.len(),
                ..Cost::of(&texts.join(" "))
            },
        }
    }

    /// Whether it and `other` have most stems of the shorter in common: they tell the same, the one in fewer words.
    pub(super) fn repeats(&self, other: &Passage) -> bool {
        let in_other = |stem: &&u64| other.stems.binary_search(stem).is_ok();
        let shared = self.stems.iter().filter(in_other).count();
        2 * shared > self.stems.len().min(other.stems.len())
    }
}

/// Whether `second` stands right behind `first` in the article and points back at it.
fn leans(document: &Document<'_>, first: &DigestSentence, second: &DigestSentence) -> bool {
    let between = document.article().text.get(first.span.end..second.span.start);
    let touching = between.is_some_and(|gap| gap.trim().is_empty());
    touching && readable::points_back(document, second.span)
}

/// Appends the stems of a sentence as it is printed: those of its words that are left, and those of what was put in.
fn add_stems(document: &Document<'_>, sentence: &DigestSentence, stems: &mut Vec<u64>) {
    let article = document.article();
    let left_out = |token: usize| {
        let span = article.tokens[token].span;
        let mut edits = sentence.edits.iter().filter(|edit| edit.span.contains(span));
        // What follows a conjunction is printed with a capital, and is still there.
        edits.any(|edit| edit.kind != EditKind::Conjunction || edit.span.start == span.start)
    };
    let printed = article
        .indices_in(sentence.span)
        .filter(|&token| !left_out(token));
    for token in printed {
        let id = article.token_types[token];
        if !article.types.is_stop_word(id) {
            stems.push(hash_word(article.types.stem(id)));
        }
    }
    for edit in sentence.edits.iter().filter(|edit| puts_words_in(edit)) {
        add_stems_of_words(&edit.replacement, stems);
    }
}

/// Whether an edit prints words that do not stand there; others print letters and marks.
fn puts_words_in(edit: &Edit) -> bool {
    matches!(
        edit.kind,
        EditKind::Pronoun | EditKind::FullName | EditKind::Generated
    )
}

fn add_stems_of_words(text: &str, stems: &mut Vec<u64>) {
    let (mut words, mut stemmer) = (Vec::new(), Stemmer::default());
    tokens(text, &mut words);
    let mut folded = String::new();
    for word in words {
        folded.clear();
        fold(word.span.of(text), &mut folded);
        if !is_stop_word(&folded) {
            stems.push(hash_word(stemmer.stem(&folded)));
        }
    }
}
