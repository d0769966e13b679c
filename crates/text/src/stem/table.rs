//! A table of short words: to find one costs two looks at little memory.
//!
//! The words stand one behind the other as they were first met, so that the commonest are neighbours, and a hash table of
//! their numbers (open addressing, linear steps, at most two thirds full) leads to them. Beside a number, in the bits that
//! it leaves free, stands a part of its word's hash, by which nearly every other word is told.

use super::memory::Known;
use super::short::ShortWord;

/// Short words, each with what is known of it beside it.
#[derive(Debug)]
pub(super) struct Table {
    words: Vec<(ShortWord, Known)>,
    /// At the place of its hash or behind it, the number of each word, counted from 1, in as many low bits as tell the
    /// places, and above it bits of the hash; 0 where none stands.
    numbers: Vec<u32>,
}

impl Default for Table {
    fn default() -> Self {
        const PLACES: usize = 1 << 10;
        Table {
            words: Vec::new(),
            numbers: vec![0; PLACES],
        }
    }
}

impl Table {
    /// How many words stand in it.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// What is known of a short word.
    #[inline]
    pub(super) fn get(&mut self, word: ShortWord) -> Option<&mut Known> {
        let hash = word.hash();
        let (mut place, tag) = (self.first_place(hash), self.tag(hash));
        loop {
            let number = self.numbers[place];
            if number == 0 {
                return None;
            }
            if number & !self.low_bits() == tag {
                let index = (number & self.low_bits()) as usize - 1;
                if self.words[index].0 == word {
                    return Some(&mut self.words[index].1);
                }
            }
            place = self.next_place(place);
        }
    }

    /// Adds a word that does not stand in it.
    pub(super) fn add(&mut self, word: ShortWord, known: Known) {
        self.words.push((word, known));
        if self.words.len() * 3 > self.numbers.len() * 2 {
            self.grow();
        } else {
            self.put(self.words.len(), word.hash());
        }
    }

    /// The bits in which the number of a word stands.
    #[inline]
    fn low_bits(&self) -> u32 {
        self.numbers.len() as u32 - 1
    }

    /// What stands above the number of the word of this hash.
    #[inline]
    fn tag(&self, hash: u64) -> u32 {
        (hash >> 32) as u32 & !self.low_bits()
    }

    #[inline]
    fn first_place(&self, hash: u64) -> usize {
        hash as usize & (self.numbers.len() - 1)
    }

    #[inline]
    fn next_place(&self, place: usize) -> usize {
        (place + 1) & (self.numbers.len() - 1)
    }

    /// Puts the number of the word of this hash in the first free place.
    fn put(&mut self, number: usize, hash: u64) {
        let mut place = self.first_place(hash);
        while self.numbers[place] != 0 {
            place = self.next_place(place);
        }
        self.numbers[place] = self.tag(hash) | number as u32;
    }

    #[cold]
    fn grow(&mut self) {
        self.numbers = vec![0; self.numbers.len() * 2];
        for index in 0..self.words.len() {
            self.put(index + 1, self.words[index].0.hash());
        }
    }
}
