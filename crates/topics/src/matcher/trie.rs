//! A trie over folded words, packed into three arrays.

/// Where a walk through the trie stands: the number of the node, marked with [`ENDS`] where a word ends there, so that
/// a walk asks for entries only where there are some.
pub(crate) type Node = u32;

/// The root of every trie.
pub(crate) const ROOT: Node = 0;

const ENDS: Node = 1 << 31;

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
    /// The column of `dense` of each letter under [`LETTERS`]; 0 for letters that stand in no word.
    columns: Vec<u8>,
    /// The targets of the first nodes, row by row, [`ROOT`] where there is no edge: nearly every walk ends in them, so
    /// that a step there must not search.
    dense: Vec<Node>,
    /// How many columns a row of `dense` has.
    width: usize,
}

/// Letters beyond these are looked for among the edges.
const LETTERS: usize = 256;
/// Nodes that have a row of `dense` at most: the root, and those below it that come first.
const DENSE_NODES: usize = 256;

impl Trie {
    /// A trie of `(word, entry)`.
    pub(crate) fn new(mut words: Vec<(Vec<char>, u32)>) -> Self {
        words.sort();
        let mut trie = Trie::default();
        trie.build(&words);
        trie.mark_ends();
        trie.lay_out_first_nodes();
        trie
    }

    fn mark_ends(&mut self) {
        for (_, target) in &mut self.edges {
            if !range(&self.entries_from, *target as usize).is_empty() {
                *target |= ENDS;
            }
        }
    }

    fn lay_out_first_nodes(&mut self) {
        self.columns = vec![0; LETTERS];
        self.width = 1;
        for &(letter, _) in &self.edges {
            if let Some(column) = self
                .columns
                .get_mut(letter as usize)
                .filter(|column| **column == 0)
            {
                *column = self.width as u8;
                self.width += 1;
            }
        }
        let nodes = (self.edges_from.len() - 1).min(DENSE_NODES);
        self.dense = vec![ROOT; nodes * self.width];
        for node in 0..nodes {
            for &(letter, target) in &self.edges[range(&self.edges_from, node)] {
                if let Some(&column) = self.columns.get(letter as usize) {
                    self.dense[node * self.width + usize::from(column)] = target;
                }
            }
        }
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
    #[inline]
    pub(crate) fn step(&self, node: Node, letter: char) -> Option<Node> {
        let node = (node & !ENDS) as usize;
        if let Some(&column) = self.columns.get(letter as usize)
            && let Some(&target) = self.dense.get(node * self.width + usize::from(column))
        {
            return Some(target).filter(|&target| target != ROOT);
        }
        let edges = &self.edges[range(&self.edges_from, node)];
        edges.iter().find(|e| e.0 == letter).map(|e| e.1)
    }

    /// The letters that go on from `node`.
    pub(crate) fn letters(&self, node: Node) -> impl Iterator<Item = char> {
        let edges = &self.edges[range(&self.edges_from, (node & !ENDS) as usize)];
        edges.iter().map(|edge| edge.0)
    }

    /// The entries of the word that ends at `node`.
    pub(crate) fn entries(&self, node: Node) -> &[u32] {
        if node & ENDS == 0 {
            return &[];
        }
        &self.entries[range(&self.entries_from, (node & !ENDS) as usize)]
    }
}

/// The stretch of a node, between its start and that of the next.
fn range(starts: &[u32], node: usize) -> std::ops::Range<usize> {
    starts[node] as usize..starts[node + 1] as usize
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
    fn words_beyond_the_first_nodes_and_letters_are_found() {
        let words: Vec<String> = (0..3_000).map(|n| format!("ord{n}š")).collect();
        let trie = Trie::new((0..).zip(&words).map(|(i, w)| (w.chars().collect(), i)).collect());
        for (entry, word) in (0..).zip(&words) {
            assert_eq!(look_up(&trie, word), [entry]);
            assert!(look_up(&trie, &format!("{word}š")).is_empty());
        }
    }

    #[test]
    fn an_empty_trie_finds_nothing() {
        assert!(look_up(&Trie::new(Vec::new()), "a").is_empty());
    }
}
