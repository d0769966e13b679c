//! What articles hold: how often each term stands in each, and how terms are written.

use rustc_hash::FxHashMap;

use crate::copies::firsts;

/// A term of an article.
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    /// What it is known by, the same in both written forms: a stem, say.
    pub key: &'a str,
    /// How it stands in the article.
    pub form: &'a str,
    /// Whether the article is in nynorsk.
    pub nynorsk: bool,
    /// Whether it is written so: a word that opens a sentence may have its capital from there.
    pub is_sure: bool,
    /// How often it stands there.
    pub count: u32,
}

/// The terms of all articles, numbered in the order they were first met, each with the ways it is written.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    numbers: FxHashMap<Box<str>, u32>,
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    key: Box<str>,
    /// How often each form was met, in bokmål and in nynorsk.
    forms: Vec<(Box<str>, [u32; 2])>,
}

/// The most forms kept of a term: a stem has a handful, and spelling mistakes must not fill the memory.
const MOST_FORMS: usize = 24;

impl Lexicon {
    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The number of a key, where it was met.
    pub fn number(&self, key: &str) -> Option<u32> {
        self.numbers.get(key).copied()
    }

    /// What the term of this number is known by.
    ///
    /// # Panics
    /// Where there is no such term.
    pub fn key(&self, number: u32) -> &str {
        &self.entries[number as usize].key
    }

    /// How a term is written most often; of equals the first met.
    ///
    /// # Panics
    /// Where there is no such term.
    pub fn form(&self, number: u32) -> &str {
        self.most_frequent(number, |counts| counts[0] + counts[1])
    }

    /// How a term is written most often in nynorsk (or bokmål); where it never is, as in the other form.
    ///
    /// # Panics
    /// Where there is no such term.
    pub fn form_in(&self, number: u32, nynorsk: bool) -> &str {
        let own = usize::from(nynorsk);
        // Any count in its own form outweighs all of the other one.
        self.most_frequent(number, |counts| (counts[own], counts[1 - own]))
    }

    /// Every way a term is written, with how often, the most frequent first.
    ///
    /// # Panics
    /// Where there is no such term.
    pub fn forms(&self, number: u32) -> Vec<(&str, u32)> {
        let forms = &self.entries[number as usize].forms;
        let mut forms: Vec<(&str, u32)> = forms.iter().map(|(form, n)| (&**form, n[0] + n[1])).collect();
        forms.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        forms
    }

    fn most_frequent<N: Ord>(&self, number: u32, count: impl Fn([u32; 2]) -> N) -> &str {
        let entry = &self.entries[number as usize];
        let rated = entry.forms.iter().rev();
        let best = rated.max_by_key(|(_, counts)| count(*counts));
        best.map_or(&*entry.key, |(form, _)| form)
    }

    fn add(&mut self, term: &Term<'_>) -> u32 {
        let number = self.number(term.key).unwrap_or_else(|| self.push(term.key));
        let forms = &mut self.entries[number as usize].forms;
        let mut counts = [0; 2];
        counts[usize::from(term.nynorsk)] = if term.is_sure { term.count } else { 0 };
        match forms.iter().position(|(form, _)| **form == *term.form) {
            Some(at) => (0..2).for_each(|written| forms[at].1[written] += counts[written]),
            None if forms.len() < MOST_FORMS => forms.push((term.form.into(), counts)),
            None => {}
        }
        number
    }

    fn push(&mut self, key: &str) -> u32 {
        let number = self.entries.len() as u32;
        self.numbers.insert(key.into(), number);
        self.entries.push(Entry {
            key: key.into(),
            forms: Vec::with_capacity(1),
        });
        number
    }
}

/// The terms of each article with their counts.
#[derive(Clone, Debug)]
pub struct Bags {
    lexicon: Lexicon,
    offsets: Vec<usize>,
    terms: Vec<u32>,
    counts: Vec<u8>,
}

impl Default for Bags {
    fn default() -> Self {
        Bags {
            lexicon: Lexicon::default(),
            offsets: vec![0],
            terms: Vec::new(),
            counts: Vec::new(),
        }
    }
}

impl Bags {
    /// Adds an article. A term that comes twice counts twice; counts beyond 255 are taken as 255.
    pub fn add<'a>(&mut self, article: impl IntoIterator<Item = Term<'a>>) {
        let counted = article
            .into_iter()
            .map(|term| (self.lexicon.add(&term), term.count));
        let mut counted: Vec<(u32, u32)> = counted.collect();
        counted.sort_unstable();
        for same in counted.chunk_by(|a, b| a.0 == b.0) {
            let count: u32 = same.iter().map(|&(_, count)| count).sum();
            self.terms.push(same[0].0);
            self.counts.push(count.min(255) as u8);
        }
        self.offsets.push(self.terms.len());
    }

    /// The articles of these indices, any of them any number of times, over the same terms.
    #[must_use]
    pub fn select(&self, articles: &[usize]) -> Bags {
        let mut chosen = Bags {
            lexicon: self.lexicon.clone(),
            ..Bags::default()
        };
        for &article in articles {
            let range = self.offsets[article]..self.offsets[article + 1];
            chosen.terms.extend_from_slice(&self.terms[range.clone()]);
            chosen.counts.extend_from_slice(&self.counts[range]);
            chosen.offsets.push(chosen.terms.len());
        }
        chosen
    }

    /// How many articles there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The terms of all articles.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The terms of an article, ascending, with their counts.
    ///
    /// # Panics
    /// Where there is no such article.
    pub fn article(&self, index: usize) -> impl Iterator<Item = (u32, u32)> {
        let range = self.offsets[index]..self.offsets[index + 1];
        let counts = self.counts[range.clone()].iter().map(|&count| u32::from(count));
        self.terms[range].iter().copied().zip(counts)
    }

    /// In how many articles each term stands.
    pub fn document_frequencies(&self) -> Vec<u32> {
        self.frequencies_in(0..self.len())
    }

    /// In how many of these articles each term stands.
    ///
    /// # Panics
    /// Where there is no such article.
    pub fn frequencies_in(&self, articles: impl IntoIterator<Item = usize>) -> Vec<u32> {
        let mut found = vec![0; self.lexicon.len()];
        for article in articles {
            self.article(article)
                .for_each(|(term, _)| found[term as usize] += 1);
        }
        found
    }

    /// For each article, the first that holds the same terms as often: itself, if it is no copy.
    pub fn firsts(&self) -> Vec<usize> {
        firsts((0..self.len()).map(|index| {
            let range = self.offsets[index]..self.offsets[index + 1];
            (&self.terms[range.clone()], &self.counts[range])
        }))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn term<'a>(key: &'a str, form: &'a str, nynorsk: bool) -> Term<'a> {
        Term {
            key,
            form,
            nynorsk,
            is_sure: true,
            count: 1,
        }
    }

    #[test]
    fn a_term_is_shown_as_each_form_writes_it() {
        let mut bags = Bags::default();
        bags.add([
            term("skol", "skolen", false),
            term("skol", "skolen", false),
            term("skol", "skoler", false),
        ]);
        bags.add([term("skol", "skulen", true)]);
        assert_eq!(bags.lexicon().form(0), "skolen");
        assert_eq!(bags.lexicon().form_in(0, true), "skulen");
        assert_eq!(
            bags.lexicon().forms(0),
            [("skolen", 2), ("skoler", 1), ("skulen", 1)]
        );
        assert_eq!(bags.article(0).collect::<Vec<_>>(), [(0, 3)]);
        assert_eq!(bags.document_frequencies(), [2]);
    }

    #[test]
    fn a_capital_from_the_start_of_a_sentence_makes_no_name() {
        let mut bags = Bags::default();
        let at_start = Term {
            is_sure: false,
            ..term("kreml", "kreml", false)
        };
        bags.add([at_start, at_start, term("kreml", "Kreml", false)]);
        assert_eq!(bags.lexicon().form(0), "Kreml");
        assert_eq!(bags.select(&[0, 0]).article(1).collect::<Vec<_>>(), [(0, 3)]);
        assert_eq!(bags.select(&[0, 0]).firsts(), [0, 0]);
    }

    #[test]
    fn many_forms_of_a_term_do_not_fill_the_memory() {
        let mut bags = Bags::default();
        let forms: Vec<String> = (0..1000).map(|n| format!("ord{n}")).collect();
        bags.add(forms.iter().map(|form| term("ord", form, false)));
        assert_eq!(bags.lexicon().forms(0).len(), MOST_FORMS);
        assert_eq!(bags.article(0).next(), Some((0, 255)));
    }
}
