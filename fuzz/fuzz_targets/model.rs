//! Any bytes as a model give a model or an error: `cargo +nightly fuzz run model`.
//!
//! The checksum stops nearly every input, so the bytes are also put behind a right one: a container is written whose
//! arrays and head are the fuzzer's, and a word model is read from it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_classifier::Model;
use notis_classifier::container::{Array, Container};
use notis_classifier::word::WordModel;

fuzz_target!(|bytes: &[u8]| {
    let _ = Model::from_bytes(bytes);
    let (head, numbers) = bytes.split_at(bytes.len() / 2);
    let mut container = Container::default();
    if let Ok(head) = serde_json::from_slice::<serde_json::Value>(head) {
        container.put("words", &head);
    }
    let floats: Vec<f32> = numbers.iter().map(|&b| f32::from(b)).collect();
    container.arrays.insert("words.terms".into(), Array::U64(numbers.iter().map(|&b| u64::from(b)).collect()));
    container.arrays.insert("words.frequencies".into(), Array::U32(numbers.iter().map(|&b| u32::from(b)).collect()));
    container.arrays.insert("words.weights".into(), Array::I8(numbers.iter().map(|&b| b as i8).collect()));
    for name in ["words.scales", "words.biases", "words.thresholds"] {
        container.arrays.insert(name.into(), Array::F32(floats.clone()));
    }
    container.arrays.insert("words.sums".into(), Array::F64(Vec::new()));
    let _ = Model::from_bytes(&container.to_bytes());
    let _ = WordModel::read_from(&mut container, "words");
});
