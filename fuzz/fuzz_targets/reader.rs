//! Whatever the bytes, every reader gives articles or errors and comes to an end: `cargo +nightly fuzz run reader`. The
//! first byte chooses the form, or leaves it to be told by the content.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_corpus::{Format, ReadOptions, Size, open_bytes};

fuzz_target!(|input: &[u8]| {
    let Some((&first, bytes)) = input.split_first() else { return };
    let options = ReadOptions {
        format: Format::ALL.get(usize::from(first)).copied(),
        max_article: Size::new(100_000),
        ..ReadOptions::default()
    };
    let Ok(articles) = open_bytes("sak", bytes.to_vec(), &options) else { return };
    for article in articles.flatten() {
        assert!(!article.id.is_empty());
        for hint in &article.hints {
            assert!(!article.text[hint.span.clone()].is_empty());
        }
    }
});
