//! Any bytes as a model give a model or an error, and what opens also answers in finite numbers.
//!
//! The checksum stops nearly every input. So a small model is damaged part by part as well, and put behind a right sum.

use std::sync::LazyLock;

use notis_topics::container::Container;
use notis_topics::{ClassifyOptions, Model};

use crate::damage::{Damage, damaged};

static WHOLE: LazyLock<Container> = LazyLock::new(|| {
    let bytes = crate::model::small().to_bytes();
    Container::from_bytes(&bytes).expect("it was written just now")
});

/// The law of a model file.
pub fn holds(input: (Vec<Damage>, &[u8])) {
    let (damages, bytes) = input;
    let _ = Model::from_bytes(bytes);
    if let Ok(model) = Model::from_bytes(&damaged(&WHOLE, &damages)) {
        answers(&model);
        let again = Model::from_bytes(&model.to_bytes()).expect("what was read can be written and read");
        assert_eq!(again.topics(), model.topics());
    }
}

fn answers(model: &Model) {
    let explained = ClassifyOptions {
        explain: true,
        threshold: Some(0.0),
    };
    let article = notis_text::analyze(
        "Ferja på Lønavatnet ved Voss står, seier rederiet.",
        Some("Ferje"),
    );
    let answer = model.classify(&article, &explained);
    assert!(
        answer.scores.iter().all(|p| (0.0..=1.0).contains(p)),
        "{:?}",
        answer.scores
    );
    let evidence = answer.decision.tags().iter().flat_map(|tag| &tag.evidence);
    evidence.for_each(|evidence| assert!(evidence.weight.is_finite(), "{evidence:?}"));
}
