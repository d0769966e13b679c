//! Words and other tokens.

use crate::Span;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word, hyphens and apostrophes inside it included: «Nord-Korea», «FN-topp».
    Word,
    /// A number, with its inner marks: «1.000», «3–1», «14.30».
    Number,
    /// A web or e-mail address.
    Address,
    /// A hashtag or an account name.
    Tag,
}

/// One token. Punctuation and white space are not tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of `text`, in order, appended to `out`.
pub fn tokens(text: &str, out: &mut Vec<Token>) {
    let mut start = None;
    let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '\'';
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match start {
            None if c.is_alphanumeric() => start = Some(at),
            Some(from) if !inner(c) => {
                let span = Span::new(from, from + text[from..at].trim_end_matches(['-', '\'']).len());
                let kind = if text[from..].starts_with(|c: char| c.is_numeric()) {
                    TokenKind::Number
                } else {
                    TokenKind::Word
                };
                out.push(Token { span, kind });
                start = None;
            }
            _ => {}
        }
    }
}
