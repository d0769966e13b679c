//! The configuration of an encoder, checked.

use rust_bert::bert::BertConfig;

use crate::Error;
use crate::bounds::Bounds;
use crate::folder::Folder;

/// The configuration in a folder, if a BERT encoder can be built by it.
pub(super) fn read(folder: &Folder) -> Result<BertConfig, Error> {
    let bounds = Bounds::of(folder)?;
    bounds.family(
        &["bert"],
        "an encoder of the BERT family, such as multilingual-e5-small",
    )?;
    let config: BertConfig = folder.config()?;
    bounds.all_within(&[
        ("hidden_size", config.hidden_size, 1..=8192),
        ("intermediate_size", config.intermediate_size, 1..=65536),
        ("num_hidden_layers", config.num_hidden_layers, 1..=128),
        (
            "num_attention_heads",
            config.num_attention_heads,
            1..=config.hidden_size,
        ),
        ("vocab_size", config.vocab_size, 1..=4_000_000),
        (
            "max_position_embeddings",
            config.max_position_embeddings,
            16..=65536,
        ),
        ("type_vocab_size", config.type_vocab_size, 1..=64),
    ])?;
    bounds.divides(
        "num_attention_heads",
        config.num_attention_heads,
        "hidden_size",
        config.hidden_size,
    )?;
    Ok(config)
}

/// The largest matrices of the model.
pub(super) fn matrices(config: &BertConfig) -> [(i64, i64); 3] {
    [
        (config.vocab_size, config.hidden_size),
        (config.max_position_embeddings, config.hidden_size),
        (config.intermediate_size, config.hidden_size),
    ]
}
