//! The laws of structure and sentences, for the shipped implementation.

use notis_text::{Block, Sentence, sentences, structure};

fn shipped(text: &str) -> (Vec<Block>, Vec<Sentence>) {
    let blocks = structure(text, None);
    let sentences = sentences(text, &blocks);
    (blocks, sentences)
}

notis_text::text_laws!(laws, shipped);
