//! Words and other tokens.
//!
//! One pass over the bytes with a class table (ASCII and Latin-1 letters never leave it), no allocation a token.
//! A token is a span of the source and is never altered; what a reader would call the same word – another case, a
//! decomposed «å», a soft hyphen – is united in its folded form ([`crate::fold`]), beside the span.

mod addresses;
mod classes;
mod joins;
mod numbers;
mod plain;
mod scanner;

use crate::normal::fold;
use crate::normal::fold_first;
use crate::span::Span;
pub(crate) use classes::LATIN;
use scanner::Scanner;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word, hyphens and apostrophes inside it included: «Nord-Korea», «FN-topp», «16-åring», «f.eks».
    Word,
    /// A number, with its inner marks: «1.000», «1 000», «3–1», «14.30».
    Number,
    /// An amount: a number with its currency, «$500», «500,-», «kr 500», «500 kr».
    Money,
    /// A web or e-mail address.
    Address,
    /// A hashtag or an account name, its sign included.
    Tag,
}

/// How a token is capitalised. «IS» is not «is», and «Nord-Korea» is a name where «nord» is a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No capital: «storm», «14.30».
    Lower,
    /// A capital first, and otherwise at most after a hyphen: «Storm», «Nord-Korea», «Å».
    Initial,
    /// Two capitals or more and no small letter: «IS», «TV2».
    Upper,
    /// Anything else: «FN-topp», «NATOs», «iPhone».
    Mixed,
}

/// One token. Punctuation and white space are not tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
    /// What its folded form is.
    pub(crate) folding: Folding,
}

/// What a token's folded form is beside its slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folding {
    /// The same.
    Same,
    /// The same but for the first letter, which is a capital of ASCII or Latin-1.
    SmallFirst,
    /// What [`fold`] makes of it.
    Other,
}

impl Token {
    /// The folded form of a token of `text`, see [`fold`]; made in `scratch` where it is not its slice.
    pub(crate) fn folded<'s>(&self, text: &'s str, scratch: &'s mut String) -> &'s str {
        if self.folding == Folding::Same {
            return self.span.of(text);
        }
        scratch.clear();
        self.fold(text, scratch);
        scratch
    }

    /// Appends the folded form of a token of `text` to `out`.
    pub(crate) fn fold(&self, text: &str, out: &mut String) {
        let slice = self.span.of(text);
        match self.folding {
            Folding::Same => out.push_str(slice),
            Folding::SmallFirst => fold_first(slice, out),
            Folding::Other => fold(slice, out),
        }
    }
}

/// The tokens of `text`, in order, appended to `out`.
///
/// ```
/// use notis_text::{Case, TokenKind, tokens};
/// let text = "Nord-Korea betalte 1 000 kr til post@avisa.no, ifølgje #presse.";
/// let mut found = Vec::new();
/// tokens(text, &mut found);
/// let slices: Vec<&str> = found.iter().map(|t| t.span.of(text)).collect();
/// assert_eq!(slices, ["Nord-Korea", "betalte", "1 000 kr", "til", "post@avisa.no", "ifølgje", "#presse"]);
/// assert_eq!(found[0].case, Case::Initial);
/// assert_eq!(found[2].kind, TokenKind::Money);
/// ```
pub fn tokens(text: &str, out: &mut Vec<Token>) {
    Scanner::new(text).read(out);
}

#[cfg(test)]
mod tests;
