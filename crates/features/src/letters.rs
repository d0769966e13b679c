//! Runs of letters within a word, its edges marked: «_skole_».

use crate::views::View;
use notis_text::hash::{hash_bytes, hash_first};

/// Finds the runs of letters of one word after another, without asking for memory each time.
#[derive(Debug, Default)]
pub(crate) struct LetterRuns {
    /// The word between its marks, and zeros behind it, so that eight bytes can be read wherever a run starts.
    marked: Vec<u8>,
    /// Where each letter starts, and the end of the last.
    edges: Vec<usize>,
}

/// Bytes that are read at once.
const WINDOW: usize = 8;

impl LetterRuns {
    /// Calls `visit` for every run of `shortest` to `longest` letters.
    pub(crate) fn visit(&mut self, word: &str, (shortest, longest): (u8, u8), visit: &mut impl FnMut(u64)) {
        self.mark(word);
        let letters = self.edges.len() - 1;
        for length in usize::from(shortest)..=usize::from(longest).min(letters) {
            for edges in self.edges.windows(length + 1) {
                visit(View::Chars.tag(self.hash(edges[0], edges[length])));
            }
        }
    }

    fn mark(&mut self, word: &str) {
        self.marked.clear();
        self.marked.push(b'_');
        self.marked.extend_from_slice(word.as_bytes());
        self.marked.push(b'_');
        let end = self.marked.len();
        self.marked.resize(end + WINDOW, 0);
        self.edges.clear();
        self.edges.push(0);
        self.edges.extend(word.char_indices().map(|(at, _)| at + 1));
        self.edges.extend([end - 1, end]);
    }

    fn hash(&self, start: usize, end: usize) -> u64 {
        match (end - start, self.marked[start..].first_chunk()) {
            (length @ 1..=WINDOW, Some(&bytes)) => hash_first(length, bytes),
            _ => hash_bytes(&self.marked[start..end]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn runs(word: &str, lengths: (u8, u8)) -> Vec<u64> {
        let mut found = Vec::new();
        LetterRuns::default().visit(word, lengths, &mut |term| found.push(term));
        found
    }

    #[test]
    fn edges_are_letters_too() {
        let of = |run: &str| View::Chars.tag(hash_bytes(run.as_bytes()));
        assert_eq!(runs("ål", (3, 5)), [of("_ål"), of("ål_"), of("_ål_")]);
    }

    proptest! {
        #[test]
        fn every_run_is_hashed_as_it_stands(word in ".{0,12}", shortest in 1..4_u8, more in 0..4_u8) {
            let marked: Vec<char> = format!("_{word}_").chars().collect();
            let expected: Vec<u64> = (shortest..=shortest + more)
                .flat_map(|length| marked.windows(usize::from(length)))
                .map(|run| View::Chars.tag(hash_bytes(run.iter().collect::<String>().as_bytes())))
                .collect();
            prop_assert_eq!(runs(&word, (shortest, shortest + more)), expected);
        }
    }
}
