//! Which written form a text is in.

/// The written form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// Norwegian bokmål.
    Bokmal,
    /// Norwegian nynorsk.
    Nynorsk,
    /// Danish.
    Danish,
    /// Swedish.
    Swedish,
    /// Another language.
    Other,
    /// Too short or too mixed to tell.
    Unknown,
}

impl Language {
    /// The code in the output: `nb`, `nn`, `da`, `sv`, `other`, `unknown`.
    pub fn code(self) -> &'static str {
        match self {
            Language::Bokmal => "nb",
            Language::Nynorsk => "nn",
            Language::Danish => "da",
            Language::Swedish => "sv",
            Language::Other => "other",
            Language::Unknown => "unknown",
        }
    }

    /// Whether it is bokmål or nynorsk.
    pub fn is_norwegian(self) -> bool {
        matches!(self, Language::Bokmal | Language::Nynorsk)
    }
}

/// The written form of `text`.
pub fn identify(text: &str) -> Language {
    const NB: [&str; 8] = ["ikke", "jeg", "en", "et", "fra", "hva", "være", "ble"];
    const NN: [&str; 8] = ["ikkje", "eg", "ein", "eit", "frå", "kva", "vere", "vart"];
    let (mut nb, mut nn) = (0, 0);
    for word in text.split_whitespace() {
        nb += usize::from(NB.contains(&word));
        nn += usize::from(NN.contains(&word));
    }
    match nb.cmp(&nn) {
        std::cmp::Ordering::Greater => Language::Bokmal,
        std::cmp::Ordering::Less => Language::Nynorsk,
        std::cmp::Ordering::Equal => Language::Unknown,
    }
}
