//! What of an article counts: the words of its title and of the blocks that are content.

use std::ops::Range;

use notis_text::hash::{hash_word, mix};
use notis_text::{Analysis, Span, Token, TypeId, Types};

use crate::views::View;

/// What of an article counts: made once, then asked for its row and for the places of its terms.
pub struct Content<'a> {
    types: &'a Types<'a>,
    /// The encoder's vector, where the article has one.
    vector: &'a [f32],
    /// How often each type stands in the stretches.
    counts: Vec<u32>,
    /// The separate title, then block by block.
    stretches: Vec<Stretch<'a>>,
}

impl<'a> Content<'a> {
    /// What counts of `analysis`; an encoder's vector is given by [`Content::with_vector`].
    pub fn of(analysis: &'a Analysis<'a>) -> Self {
        let types = &analysis.types;
        let stretches: Vec<Stretch<'a>> = Stretch::all(analysis).collect();
        let mut counts = vec![0; types.len()];
        for &word in stretches.iter().flat_map(|stretch| stretch.types) {
            counts[word as usize] += 1;
        }
        Content {
            types,
            vector: &[],
            counts,
            stretches,
        }
    }

    /// The same with what an encoder outside says of the whole article, as numbers ([`View::Encoded`]).
    #[must_use]
    pub fn with_vector(self, vector: &'a [f32]) -> Self {
        Content { vector, ..self }
    }

    /// What the types are numbers of.
    pub(crate) fn all_types(&self) -> &'a Types<'a> {
        self.types
    }

    /// The encoder's vector; empty where the article has none.
    pub(crate) fn vector(&self) -> &'a [f32] {
        self.vector
    }

    /// The separate title, then block by block.
    pub(crate) fn stretches(&self) -> &[Stretch<'a>] {
        &self.stretches
    }

    pub(crate) fn hash(&self, word: TypeId) -> u64 {
        self.types.hashes()[word as usize]
    }

    /// How many types the article has.
    pub(crate) fn types(&self) -> usize {
        self.types.len()
    }

    /// How many words count.
    pub(crate) fn words(&self) -> usize {
        self.stretches.iter().map(|stretch| stretch.types.len()).sum()
    }

    /// The term that a word is by itself: its stem, or its form.
    pub(crate) fn word_itself(&self, word: TypeId, stemmed: bool) -> u64 {
        if stemmed {
            View::Stems.tag(hash_word(self.types.stem(word)))
        } else {
            View::Words.tag(mix(0, self.hash(word)))
        }
    }

    /// The types that count, with how often each stands there.
    pub(crate) fn counted(&self) -> impl Iterator<Item = (TypeId, u32)> {
        self.types
            .ids()
            .zip(self.counts.iter().copied())
            .filter(|&(_, count)| count > 0)
    }

    /// Calls `visit` for every word where it stands: its type, its place, and whether that is in the separate title.
    pub(crate) fn for_each_word(&self, mut visit: impl FnMut(TypeId, Span, bool)) {
        for stretch in &self.stretches {
            for (token, &word) in stretch.tokens.iter().zip(stretch.types) {
                visit(word, token.span, stretch.in_title);
            }
        }
    }
}

/// A block's tokens, or those of a title apart.
pub(crate) struct Stretch<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) types: &'a [TypeId],
    pub(crate) in_title: bool,
}

impl<'a> Stretch<'a> {
    fn all(analysis: &'a Analysis<'a>) -> impl Iterator<Item = Stretch<'a>> {
        let title = analysis.title.map(|text| Stretch {
            text,
            tokens: &analysis.title_tokens,
            types: &analysis.title_types,
            in_title: true,
        });
        let blocks = analysis
            .blocks
            .iter()
            .filter(|block| block.kind.purpose().is_content);
        title.into_iter().chain(blocks.map(|block| {
            let inside = analysis.indices_in(block.span);
            Stretch {
                text: analysis.text,
                tokens: &analysis.tokens[inside.clone()],
                types: &analysis.token_types[inside],
                in_title: false,
            }
        }))
    }

    /// Where some of its tokens stand.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        Span::new(
            self.tokens[tokens.start].span.start,
            self.tokens[tokens.end - 1].span.end,
        )
    }
}
