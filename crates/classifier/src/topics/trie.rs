//! A trie over folded words, packed into three arrays.

/// Where a walk through the trie stands.
pub(crate) type Node = u32;

/// The root of every trie.
pub(crate) const ROOT: Node = 0;

/// Words with the numbers of the entries they stand for. Built once, read only.
#[derive(Clone, Debug, Default)]
pub(crate) struct Trie {
    /// For each node the range of its edges; one more at the end.
    edges_from: Vec<u32>,
    /// Letter and target of each edge, by letter inside a node.
    edges: Vec<(char, Node)>,
    /// For each node the range of its entries; one more at the end.
    entries_from: Vec<u32>,
    entries: Vec<u32>,
    /// The root's edges for letters under 256, since most walks end after one step.
    first: Vec<Node>,
}

impl Trie {
    /// A trie of `(word, entry)`.
    pub(crate) fn new(mut words: Vec<(Vec<char>, u32)>) -> Self {
        words.sort();
        let mut trie = Trie {
            first: vec![ROOT; 256],
            ..Trie::default()
        };
        trie.build(&words);
        for &(letter, node) in &trie.edges[..trie.edges_from[1] as usize] {
            if let Some(slot) = trie.first.get_mut(letter as usize) {
                *slot = node;
            }
        }
        trie
    }

    /// Lays the nodes out level by level, so that each node's edges lie side by side.
    fn build(&mut self, words: &[(Vec<char>, u32)]) {
        let mut level = vec![words];
        let mut depth = 0;
        let mut nodes = 1;
        while !level.is_empty() {
            let mut next = Vec::new();
            for group in level {
                let here = group.partition_point(|(w, _)| w.len() == depth);
                self.entries_from.push(len(&self.entries));
                self.entries.extend(group[..here].iter().map(|(_, e)| e));
                self.edges_from.push(len(&self.edges));
                for below in group[here..].chunk_by(|a, b| a.0[depth] == b.0[depth]) {
                    self.edges.push((below[0].0[depth], nodes));
                    nodes += 1;
                    next.push(below);
                }
            }
            level = next;
            depth += 1;
        }
        self.entries_from.push(len(&self.entries));
        self.edges_from.push(len(&self.edges));
    }

    /// The node below `node` by `letter`.
    pub(crate) fn step(&self, node: Node, letter: char) -> Option<Node> {
        if node == ROOT && (letter as usize) < self.first.len() {
            return Some(self.first[letter as usize]).filter(|&n| n != ROOT);
        }
        let range = self.edges_from[node as usize] as usize..self.edges_from[node as usize + 1] as usize;
        let edges = &self.edges[range];
        edges.iter().find(|e| e.0 == letter).map(|e| e.1)
    }

    /// The entries of the word that ends at `node`.
    pub(crate) fn entries(&self, node: Node) -> &[u32] {
        &self.entries
            [self.entries_from[node as usize] as usize..self.entries_from[node as usize + 1] as usize]
    }
}

fn len<T>(of: &[T]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look_up(trie: &Trie, word: &str) -> Vec<u32> {
        let node = word.chars().try_fold(ROOT, |node, c| trie.step(node, c));
        node.map_or(Vec::new(), |n| trie.entries(n).to_vec())
    }

    #[test]
    fn finds_each_word_and_no_other() {
        let words = ["is", "iran", "irak", "iran", "å", "åre"];
        let trie = Trie::new((0..).zip(words).map(|(i, w)| (w.chars().collect(), i)).collect());
        assert_eq!(look_up(&trie, "iran"), [1, 3]);
        assert_eq!(look_up(&trie, "åre"), [5]);
        for other in ["i", "ira", "isen", "x", ""] {
            assert!(look_up(&trie, other).is_empty(), "{other}");
        }
    }

    #[test]
    fn an_empty_trie_finds_nothing() {
        assert!(look_up(&Trie::new(Vec::new()), "a").is_empty());
    }
}
