//! Which texts a model was trained on, so that nobody takes a score on them for one on new texts.

use std::collections::BTreeSet;

/// The texts that a model has learned from, told by four bytes each: of a thousand texts that it never saw, about one in
/// a thousand models would claim one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct TrainedOn(BTreeSet<u32>);

impl TrainedOn {
    /// What a model file holds.
    pub(super) fn from_prints(prints: Vec<u32>) -> Self {
        TrainedOn(prints.into_iter().collect())
    }

    /// What a model file holds, ascending.
    pub(super) fn to_prints(&self) -> Vec<u32> {
        self.0.iter().copied().collect()
    }

    /// Takes up further texts.
    pub(super) fn add(&mut self, prints: impl IntoIterator<Item = u32>) {
        self.0.extend(prints);
    }

    /// Whether a text is among them.
    pub(super) fn knows(&self, text: &str) -> bool {
        !self.0.is_empty() && self.0.contains(&print(text))
    }
}

/// Four bytes of the hash of a text.
pub(super) fn print(text: &str) -> u32 {
    print_of(text_hash(text))
}

/// The four bytes of a hash that tell its text.
pub(super) fn print_of(hash: u64) -> u32 {
    hash as u32
}

/// Eight bytes of the hash of a text, whatever white space stands between its words.
pub(crate) fn text_hash(text: &str) -> u64 {
    let mut hasher = blake3::Hasher::new();
    for word in text.split_whitespace() {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    let [a, b, c, d, e, f, g, h, ..] = *hasher.finalize().as_bytes();
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_whatever_its_white_space() {
        let mut known = TrainedOn::default();
        assert!(!known.knows("Ferja går."));
        known.add([print("Ferja  går.\n")]);
        assert!(known.knows("Ferja går.") && !known.knows("Ferja går"));
        assert_eq!(TrainedOn::from_prints(known.to_prints()), known);
    }
}
