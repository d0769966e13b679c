//! The views of a text: which kinds of terms are counted, each a switch.

use serde::{Deserialize, Serialize};

/// A kind of term. Each kind has its own weight and its own share of a row's length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Folded words and runs of words.
    Words,
    /// Stems, where bokmål and nynorsk meet.
    Stems,
    /// Runs of letters within a word, its edges marked.
    Chars,
    /// What words are made of: the parts of compounds, and simple words.
    Compounds,
    /// Punctuation and capitals beside words: the habits of a house or a genre.
    Marks,
    /// The mean of the word vectors ([`crate::WordVectors`]): dense numbers, below 0 too.
    Meaning,
    /// The vector that an encoder gave the whole article ([`crate::Content::with_vector`]): dense
    /// numbers, below 0 too.
    Encoded,
}

/// How many views there are.
pub const VIEWS: usize = 7;
/// The top bits of a term hash that name its view.
const TAG_BITS: u32 = 3;

impl View {
    /// All of them, in the order of their columns.
    pub const ALL: [View; VIEWS] = [
        View::Words,
        View::Stems,
        View::Chars,
        View::Compounds,
        View::Marks,
        View::Meaning,
        View::Encoded,
    ];

    /// Marks a hash as a term of this view: its top bits, so that sorted hashes lie view by view.
    pub(crate) fn tag(self, hash: u64) -> u64 {
        (hash >> TAG_BITS) | ((self as u64) << (u64::BITS - TAG_BITS))
    }

    /// The term that stands for a number of this view's vector.
    pub(crate) fn number(self, dimension: u64) -> u64 {
        self.tag(dimension << TAG_BITS)
    }

    /// The view a tagged hash belongs to; hashes that no view made fall to the last.
    pub(crate) fn of(tagged: u64) -> View {
        View::ALL[((tagged >> (u64::BITS - TAG_BITS)) as usize).min(VIEWS - 1)]
    }
}

/// Which views are counted, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewSet {
    /// The longest run of words counted (1 = single words, 2 = pairs too); 0 turns the view off.
    pub words: u8,
    /// Whether stems are counted.
    pub stems: bool,
    /// The shortest and the longest run of letters counted within words; `None` turns the view off.
    pub chars: Option<(u8, u8)>,
    /// Whether the parts of compounds are counted, and with them simple words.
    pub compounds: bool,
    /// Whether punctuation and capitals are counted: of use where classes differ in style, such as newspapers.
    #[serde(default)]
    pub marks: bool,
    /// Whether word vectors are used: of use where labelled articles are few.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meaning: bool,
    /// How many numbers the encoder's vector of an article has; 0 turns the view off.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub encoded: u16,
}

// serde hands it a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_zero(number: &u16) -> bool {
    *number == 0
}

impl Default for ViewSet {
    /// Single words and pairs.
    fn default() -> Self {
        ViewSet {
            words: 2,
            ..ViewSet::NONE
        }
    }
}

impl ViewSet {
    /// No view at all.
    pub const NONE: ViewSet = ViewSet {
        words: 0,
        stems: false,
        chars: None,
        compounds: false,
        marks: false,
        meaning: false,
        encoded: 0,
    };

    /// The same views without those not in `kept`.
    pub(crate) fn only(&self, kept: &[View]) -> ViewSet {
        ViewSet {
            words: if kept.contains(&View::Words) {
                self.words
            } else {
                0
            },
            stems: self.stems && kept.contains(&View::Stems),
            chars: self.chars.filter(|_| kept.contains(&View::Chars)),
            compounds: self.compounds && kept.contains(&View::Compounds),
            marks: self.marks && kept.contains(&View::Marks),
            meaning: self.meaning && kept.contains(&View::Meaning),
            encoded: if kept.contains(&View::Encoded) {
                self.encoded
            } else {
                0
            },
        }
    }

    /// Whether `view` is counted.
    pub fn has(&self, view: View) -> bool {
        match view {
            View::Words => self.words > 0,
            View::Stems => self.stems,
            View::Chars => self.chars.is_some(),
            View::Compounds => self.compounds,
            View::Marks => self.marks,
            View::Meaning => self.meaning,
            View::Encoded => self.encoded > 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_names_its_view_and_orders_by_it() {
        for view in View::ALL {
            assert_eq!(View::of(view.tag(u64::MAX)), view);
            assert_eq!(View::of(view.tag(0)), view);
        }
        assert!(View::Words.tag(u64::MAX) < View::Stems.tag(0));
    }
}
