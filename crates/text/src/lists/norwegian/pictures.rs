//! Words of captions that stand in a text without their picture.

/// Who stands where on a picture, in brackets.
pub const BRACKETED: &[&str] = &[
    "(tv)",
    "(th)",
    "til venstre)",
    "til høyre)",
    "til høgre)",
    "(midten",
    "(arkiv",
    "(oppe",
    "(nede",
    "i bakgrunnen)",
    "i forgrunnen",
    "(bak",
];

/// The same, abbreviated.
pub const ABBREVIATED: &[&str] = &["t.v.", "t.h.", "f.v.", "f.h."];

/// The same, in words.
pub const IN_WORDS: &[&str] = &["i midten", "fra venstre", "frå venstre"];

/// They follow the «her» of a picture, beside prepositions and [`TOGETHER`](super::connectives::TOGETHER).
pub const BEHIND_HERE: &[&str] = &["er", "avbildet", "avbilda"];

/// In front of a word for the picture they open a sentence about it.
pub const OPENERS: &[&str] = &["på", "i", "dette", "her"];

/// Words that hardly stand anywhere but under pictures.
pub const WORDS: &[&str] = &[
    "arkivfoto",
    "arkivbilde",
    "arkivbilete",
    "avbildet",
    "avbilda",
    "scanpix",
];

/// Verbs of what is seen, behind the «Her» that opens a caption.
pub const SEEN: &[&str] = &[
    "er", "ser", "står", "sitter", "sit", "holder", "held", "får", "møter", "taler", "talar",
];

/// How it goes on behind «, her » where that tells when or where a picture was taken.
pub const BEHIND_INSERTED_HERE: &[&str] = &["fra ", "frå ", "i ", "på ", "med ", "under ", "sammen "];
