//! The encoder against what transformers makes of the same weights.

use crate::common::{cosine, model, reference};
use notis_neural::{Encoder, Role};

#[test]
fn vectors_are_those_of_transformers() {
    let encoder = Encoder::load(&model("encoder"), 1).unwrap();
    let reference = reference();
    let sentences: Vec<&str> = reference.sentences.iter().map(String::as_str).collect();
    let together = encoder.embed(Role::Passage, &sentences).unwrap();
    for (at, wanted) in reference.vectors.iter().enumerate() {
        let alone = encoder.embed(Role::Passage, &sentences[at..=at]).unwrap();
        assert_eq!(together[at].len(), encoder.dimensions());
        assert!(cosine(&together[at], wanted) >= 0.999, "{}", sentences[at]);
        assert!(
            cosine(&alone[0], &together[at]) >= 0.999_99,
            "padding changes nothing"
        );
    }
}

#[test]
fn the_role_counts() {
    let encoder = Encoder::load(&model("encoder"), 1).unwrap();
    let text = ["Elva steig i natt."];
    let [query, passage] = [Role::Query, Role::Passage].map(|role| encoder.embed(role, &text).unwrap());
    assert!(cosine(&query[0], &passage[0]) < 0.999);
}

#[test]
fn any_text_has_a_vector() {
    let encoder = Encoder::load(&model("encoder"), 1).unwrap();
    let long = "Elva steig i natt. ".repeat(400);
    for text in ["", "\u{0}\u{feff}", "🚢🚢", &long] {
        let vector = &encoder.embed(Role::Passage, &[text]).unwrap()[0];
        assert!((cosine(vector, vector) - 1.0).abs() < 1e-4, "{text:?}");
    }
    let article = notis_text::analyze(&long, Some("Flaum i Voss"));
    let vector = encoder.embed_article(&article).unwrap();
    assert!((cosine(&vector, &vector) - 1.0).abs() < 1e-4);
    assert!(encoder.embed(Role::Passage, &[]).unwrap().is_empty());
}
