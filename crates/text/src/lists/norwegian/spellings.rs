//! Words and roots that bokmål and nynorsk spell in their own ways.

/// Words that bokmål and nynorsk spell in their own ways, a pair a line.
pub const WORDS: &str = include_str!("spelling_words.txt");

/// Beginnings of words that bokmål and nynorsk spell in their own ways, a pair a line.
pub const ROOTS: &str = include_str!("spelling_roots.txt");
