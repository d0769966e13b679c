//! Which written form a text is in.
//!
//! Two questions, each with its own evidence. Is it Norwegian at all? Words that some language of the neighbourhood
//! knows speak against those that do not know them, and so do letters and endings ([`neighbours`]). Which of its two
//! forms? A linear model over words, letter n-grams and roots, learnt from text of both forms ([`forms`]).

mod forms;
mod neighbours;

use crate::tokens::{Token, TokenKind, tokens};

/// The written form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
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

/// Words of a passage that are read: the forms part within a sentence or two.
const WINDOW: usize = 40;
/// Log-odds of one form that settle it, and the words that are read before anything is settled.
const SURE: f32 = 7.0;
const SURE_AFTER: usize = 12;
/// Passages of an article that are read, evenly spread.
const WINDOWS: usize = 3;

/// The written form of `text`, be it an article or a passage.
///
/// ```
/// use notis_text::{Language, identify};
/// assert_eq!(identify("Ho veit ikkje kva som skjer."), Language::Nynorsk);
/// assert_eq!(identify("Hun vet ikke hva som skjer."), Language::Bokmal);
/// assert_eq!(identify("Hun ved ikke, hvad der sker."), Language::Danish);
/// assert_eq!(identify("Oslo"), Language::Unknown);
/// ```
pub fn identify(text: &str) -> Language {
    let mut found = Vec::new();
    tokens(text, &mut found);
    identify_tokens(text, &found)
}

/// [`identify`] where the tokens of `text` are known.
pub(crate) fn identify_tokens(text: &str, tokens: &[Token]) -> Language {
    let words: Vec<&Token> = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .collect();
    let mut evidence = neighbours::Evidence::default();
    let mut nynorsk = 0.0;
    let mut folded = String::new();
    let mut passage = forms::Passage::default();
    for window in windows(&words) {
        passage.clear();
        for (read, token) in window.iter().enumerate() {
            let word = token.folded(text, &mut folded);
            evidence.add(word, token.case);
            passage.add(word);
            if read >= SURE_AFTER && passage.score().abs() > SURE && evidence.is_norwegian_for_sure() {
                break;
            }
        }
        nynorsk += passage.score();
        if nynorsk.abs() > SURE && evidence.is_norwegian_for_sure() {
            break;
        }
    }
    match evidence.verdict() {
        neighbours::Verdict::Norwegian => form(nynorsk, words.len()),
        neighbours::Verdict::Foreign(language) => language,
        neighbours::Verdict::Silent => Language::Unknown,
    }
}

/// The stretches of an article that are read: all of a short one, else the start, the middle and the end.
fn windows<'w, 't>(words: &'w [&'t Token]) -> impl Iterator<Item = &'w [&'t Token]> {
    let count = words.len().div_ceil(WINDOW).min(WINDOWS);
    let last = words.len().saturating_sub(WINDOW);
    (0..count).map(move |n| {
        let from = if n == 0 { 0 } else { last * n / (count - 1) };
        &words[from..(from + WINDOW).min(words.len())]
    })
}

/// Bokmål or nynorsk, by the log-odds of nynorsk; a word or two must tell clearly.
fn form(nynorsk: f32, words: usize) -> Language {
    const CLEAR: f32 = 1.0;
    match nynorsk {
        score if words < 3 && score.abs() < CLEAR => Language::Unknown,
        score if score > 0.0 => Language::Nynorsk,
        _ => Language::Bokmal,
    }
}

#[cfg(test)]
mod tests;
