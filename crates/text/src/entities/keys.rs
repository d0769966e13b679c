//! What a name is known by, whatever its spelling.

use crate::normal::fold;
use std::borrow::Cow;

/// What a name is known by: its folded words, parted by single spaces whether a hyphen or a space stood between.
pub(super) fn key(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold(word, &mut folded);
    }
    match key_of_folded(&folded) {
        Cow::Owned(key) => key,
        Cow::Borrowed(_) => folded,
    }
}

/// The [`key`] of a single word that is folded already.
pub(super) fn key_of_folded(word: &str) -> Cow<'_, str> {
    if word.contains(['-', '.']) {
        word.replace('-', " ").replace('.', "").into()
    } else {
        word.into()
    }
}
