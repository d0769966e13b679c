//! Grouping of words by spherical k-means (Dhillon & Modha 2001) over their sparse contexts.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::contexts::{COLUMNS, Contexts, Ranked, Row};
use super::{Clusters, key};
use crate::hash::hash;

/// How many groups: 256 and 1,024 gain nothing on NorNE dev, both together with 64 a tenth of a point.
const GROUPS: usize = 64;
/// The commonest forms, which are grouped.
const WORDS: usize = 60_000;
/// The groups begin with words spread evenly over so many of the commonest.
const FIRST_WORDS: usize = 8_000;
/// Passes over the words; after them less than one word in a hundred goes to another group.
const PASSES: usize = 15;
/// Stands for the end of a sentence.
const END: u32 = u32::MAX;

/// Forms with a number each, in the order they came, and how often they did.
#[derive(Debug, Default)]
struct Counted {
    forms: Vec<Box<str>>,
    counts: Vec<u32>,
    ids: FxHashMap<Box<str>, u32>,
}

impl Counted {
    /// Counts a form so many times more, and gives its number.
    fn add(&mut self, form: &str, times: u32) -> u32 {
        let id = self.id(form);
        self.counts[id as usize] += times;
        id
    }

    fn id(&mut self, form: &str) -> u32 {
        if let Some(&id) = self.ids.get(form) {
            return id;
        }
        let id = self.forms.len() as u32;
        self.ids.insert(form.into(), id);
        self.forms.push(form.into());
        self.counts.push(0);
        id
    }

    /// The numbers of the forms, the commonest first, of equals in the order of the alphabet.
    fn by_frequency(&self) -> Vec<usize> {
        let mut ids: Vec<usize> = (0..self.counts.len()).collect();
        ids.sort_unstable_by_key(|&id| (Reverse(self.counts[id]), &self.forms[id]));
        ids
    }
}

/// Learns groups from sentences. It keeps every word as a number of 4 bytes.
#[derive(Debug, Default)]
pub struct ClusterLearner {
    words: Counted,
    text: Vec<u32>,
}

impl ClusterLearner {
    /// Reads a sentence.
    pub fn read<'w>(&mut self, words: impl IntoIterator<Item = &'w str>) {
        for word in words {
            let id = self.words.add(word, 1);
            self.text.push(id);
        }
        self.text.push(END);
    }

    /// How many words were read.
    pub fn words(&self) -> usize {
        self.words.counts.iter().map(|&count| count as usize).sum()
    }

    /// The groups of the words that were read.
    pub fn learn(&self) -> Clusters {
        let by_frequency = self.words.by_frequency();
        let chosen = &by_frequency[..by_frequency.len().min(WORDS)];
        let ranks = self.ranks(chosen);
        let mut contexts = Contexts::new(chosen.len());
        for sentence in self.text.split(|&id| id == END) {
            let sentence: Vec<Ranked> = sentence.iter().map(|&id| ranks[id as usize]).collect();
            contexts.count(&sentence);
        }
        let groups = grouped(&contexts.into_rows());
        let keyed = chosen.iter().zip(groups).rev();
        Clusters::of_pairs(keyed.map(|(&id, group)| (key(hash(&self.words.forms[id])), group)))
    }

    /// The row and the rank of each form.
    fn ranks(&self, chosen: &[usize]) -> Vec<Ranked> {
        let (mut folded, mut room) = (Counted::default(), String::new());
        let mut folded_of = Vec::with_capacity(self.words.forms.len());
        for (form, &count) in self.words.forms.iter().zip(&self.words.counts) {
            room.clear();
            notis_text::fold(form, &mut room);
            folded_of.push(folded.add(&room, count) as usize);
        }
        let mut rank_of = vec![0; folded.forms.len()];
        (0..)
            .zip(folded.by_frequency())
            .for_each(|(rank, id)| rank_of[id] = rank);
        let mut row_of = vec![None; self.words.forms.len()];
        (0..).zip(chosen).for_each(|(row, &id)| row_of[id] = Some(row));
        row_of
            .into_iter()
            .zip(folded_of)
            .map(|(row, folded)| Ranked::new(row, rank_of[folded]))
            .collect()
    }
}

/// The group of each row.
fn grouped(rows: &[Row]) -> Vec<u8> {
    let spread = rows.len().min(FIRST_WORDS);
    let mut centres = Centres::new();
    for group in 0..GROUPS.min(spread) {
        centres.add(group, &rows[group * spread / GROUPS]);
    }
    let mut groups = vec![0; rows.len()];
    for _ in 0..PASSES {
        let mut next = Centres::new();
        for (row, group) in rows.iter().zip(&mut groups) {
            *group = centres.nearest(row);
            next.add((*group).into(), row);
        }
        next.normalize();
        centres = next;
    }
    groups
}

/// The middle of each group, the groups of a column side by side.
struct Centres(Vec<[f32; GROUPS]>);

impl Centres {
    fn new() -> Self {
        Centres(vec![[0.0; GROUPS]; COLUMNS])
    }

    fn add(&mut self, group: usize, row: &Row) {
        row.iter()
            .for_each(|&(column, value)| self.0[column as usize][group] += value);
    }

    /// The group whose middle is nearest, the first of equals.
    fn nearest(&self, row: &Row) -> u8 {
        let mut products = [0.0; GROUPS];
        for &(column, value) in row {
            let centres = &self.0[column as usize];
            products
                .iter_mut()
                .zip(centres)
                .for_each(|(sum, centre)| *sum += value * centre);
        }
        let mut nearest = 0;
        for group in 1..GROUPS {
            if products[group] > products[nearest] {
                nearest = group;
            }
        }
        nearest as u8
    }

    fn normalize(&mut self) {
        let mut squares = [0.0; GROUPS];
        for column in &self.0 {
            squares
                .iter_mut()
                .zip(column)
                .for_each(|(sum, value)| *sum += value * value);
        }
        let lengths = squares.map(|square: f32| if square > 0.0 { square.sqrt() } else { 1.0 });
        for column in &mut self.0 {
            column
                .iter_mut()
                .zip(lengths)
                .for_each(|(value, length)| *value /= length);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_the_same_company_are_of_one_group() {
        let mut learner = ClusterLearner::default();
        for (town, name) in [("Voss", "Kari"), ("Odda", "Siri"), ("Lom", "Turid")]
            .into_iter()
            .cycle()
            .take(60)
        {
            learner.read(["Ho", "bur", "i", town, "no"]);
            learner.read(["–", "Nei", ",", "seier", name, "til", "avisa"]);
        }
        let clusters = learner.learn();
        let group = |word: &str| clusters.of(hash(word));
        assert!(group("Voss").is_some());
        assert_eq!(group("Voss"), group("Odda"));
        assert_eq!(group("Kari"), group("Turid"));
        assert_ne!(group("Kari"), group("Voss"));
        assert_eq!(group("Flåm"), None);
    }
}
