//! What speaks for a label: the word, its shape and letters, its neighbours, the run of capitals it stands in.

use crate::Clusters;
use crate::hash::{key, pair};
use crate::words::{First, Word};

/// A sentence whose words are known.
pub(crate) struct Sentence {
    words: Vec<Word>,
    before: Word,
    behind: Word,
    /// No word of it has a small letter.
    is_shouted: bool,
}

/// Gathers the keys of what is seen.
struct Seen<'k>(&'k mut Vec<u32>);

impl Seen<'_> {
    fn add(&mut self, template: u32, value: u64) {
        self.0.push(key(template, value));
    }

    fn add_known(&mut self, template: u32, value: Option<u64>) {
        if let Some(value) = value {
            self.add(template, value);
        }
    }

    fn add_pair(&mut self, template: u32, first: u64, second: u64) {
        self.add(template, pair(first, second));
    }
}

impl Sentence {
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>, clusters: &Clusters) -> Self {
        let mut folded = String::new();
        let words = words.into_iter();
        Sentence::new(words.map(|word| Word::of(word, clusters, &mut folded)).collect())
    }

    fn new(words: Vec<Word>) -> Self {
        let mut letters = words.iter().filter(|word| word.has_capital || word.has_small);
        Sentence {
            is_shouted: letters.all(|word| !word.has_small),
            words,
            before: Word::edge("<s>"),
            behind: Word::edge("</s>"),
        }
    }

    /// Puts another word in the place of one.
    pub(crate) fn replace(&mut self, at: usize, word: Word) {
        self.words[at] = word;
    }

    /// The word so many places from another.
    fn near(&self, at: usize, offset: isize) -> &Word {
        match at.checked_add_signed(offset) {
            None => &self.before,
            Some(place) => self.words.get(place).unwrap_or(&self.behind),
        }
    }

    /// Appends the keys of all that is seen at a word. The numbers of the templates are stored in models: they never
    /// change their meaning.
    pub(crate) fn features(&self, at: usize, keys: &mut Vec<u32>) {
        let mut seen = Seen(keys);
        seen.add(0, 0);
        self.word(at, &mut seen);
        self.letters(at, &mut seen);
        self.shapes(at, &mut seen);
        self.neighbours(at, &mut seen);
        self.clusters(at, &mut seen);
        if self.words[at].first == First::Capital {
            self.run(at, &mut seen);
        }
    }

    fn word(&self, at: usize, seen: &mut Seen<'_>) {
        let word = &self.words[at];
        seen.add(1, word.form);
        seen.add(2, word.base);
        if word.is_genitive {
            seen.add(3, 0);
        }
        if at == 0 {
            seen.add(4, word.shape);
            seen.add(5, word.folded);
        }
        if let Some(parts) = &word.parts {
            seen.add(6, parts.first);
            seen.add(7, parts.rest_is_capital.into());
            seen.add(8, parts.rest);
            seen.add_known(9, parts.rest_ending);
        }
    }

    fn letters(&self, at: usize, seen: &mut Seen<'_>) {
        let word = &self.words[at];
        (10..)
            .zip(word.beginnings)
            .for_each(|(template, hash)| seen.add_known(template, hash));
        (20..)
            .zip(word.endings)
            .for_each(|(template, hash)| seen.add_known(template, hash));
        seen.add_known(30, self.near(at, -1).ending);
        seen.add_known(31, self.near(at, 1).ending);
    }

    fn shapes(&self, at: usize, seen: &mut Seen<'_>) {
        let shapes = [-2, -1, 0, 1, 2].map(|offset| self.near(at, offset).shape);
        (40..)
            .zip(shapes)
            .for_each(|(template, shape)| seen.add(template, shape));
        let [_, left, own, right, _] = shapes;
        seen.add_pair(45, left, own);
        seen.add_pair(46, own, right);
        seen.add_pair(47, pair(left, own), right);
        seen.add(48, self.words[at].long_shape);
        let firsts = [-2, -1, 0, 1, 2].map(|offset| self.near(at, offset).first as u64);
        seen.add(49, firsts.into_iter().fold(0, |all, first| all * 8 + first));
        if self.is_shouted {
            seen.add(50, 0);
            seen.add(51, own);
        }
    }

    fn neighbours(&self, at: usize, seen: &mut Seen<'_>) {
        let folded = [-2, -1, 0, 1, 2].map(|offset| self.near(at, offset).folded);
        (60..)
            .zip(folded)
            .for_each(|(template, form)| seen.add(template, form));
        let [far_left, left, own, right, far_right] = folded;
        seen.add_pair(65, left, own);
        seen.add_pair(66, own, right);
        seen.add_pair(67, left, right);
        seen.add_pair(68, far_left, left);
        seen.add_pair(69, right, far_right);
        seen.add_pair(70, left, self.words[at].shape);
        seen.add_pair(71, self.words[at].shape, right);
        seen.add(72, self.near(at, -1).base);
        seen.add(73, self.near(at, 1).base);
    }

    fn clusters(&self, at: usize, seen: &mut Seen<'_>) {
        let clusters = [-2, -1, 0, 1, 2].map(|offset| self.near(at, offset).cluster.map(u64::from));
        (80..)
            .zip(clusters)
            .for_each(|(template, cluster)| seen.add_known(template, cluster));
        let [_, left, own, right, _] = clusters;
        seen.add_known(85, left.zip(own).map(|(left, own)| left << 8 | own));
        seen.add_known(86, own.zip(right).map(|(own, right)| own << 8 | right));
    }

    /// What the run of capitals tells that a word stands in: most names are one.
    fn run(&self, at: usize, seen: &mut Seen<'_>) {
        let is_capital = |word: &&Word| word.first == First::Capital;
        let before = self.words[..at].iter().rev().take_while(is_capital).count();
        let behind = self.words[at + 1..].iter().take_while(is_capital).count();
        let run = &self.words[at - before..=at + behind];
        let left = self.near(at - before, -1);
        let right = self.near(at + behind, 1);
        seen.add(90, left.folded);
        seen.add(91, right.folded);
        seen.add(92, (before as u64) << 32 | behind as u64);
        seen.add(93, run[run.len() - 1].folded);
        seen.add(94, run[0].folded);
        seen.add(95, run.iter().fold(0, |all, word| pair(all, word.form)));
        seen.add_known(96, run[run.len() - 1].ending);
        seen.add_known(97, left.cluster.map(u64::from));
        seen.add_known(98, right.cluster.map(u64::from));
    }
}
