//! Any text is analysed and tagged, and every place pointed at is in it: `cargo +nightly fuzz run article`.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use notis_topics::{ClassifyOptions, Model, Origin};

static MODEL: LazyLock<Model> = LazyLock::new(notis_fuzz::small_model);

fuzz_target!(|input: (Option<&str>, &str)| {
    let (title, text) = input;
    let article = notis_text::analyze(text, title);
    for sentence in &article.sentences {
        assert!(!article.slice(sentence.span).is_empty());
    }
    let everything = ClassifyOptions { explain: true, threshold: Some(0.0) };
    for tag in MODEL.classify(&article, &everything).decision.tags() {
        for evidence in &tag.evidence {
            let source = match evidence.origin {
                Origin::Text => text,
                Origin::Title => title.unwrap_or_default(),
                Origin::Baseline | Origin::Rest => continue,
            };
            assert_eq!(source.get(evidence.start..evidence.end), Some(&*evidence.text));
        }
    }
});
