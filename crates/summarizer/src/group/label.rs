//! What to call a group of articles that no title names.

use crate::Document;
use notis_text::names;
use rustc_hash::FxHashMap;

/// The names and keywords of an article, with the stems or forms by which they are told to be the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Label {
    names: Vec<(String, String)>,
    words: Vec<(String, String)>,
}

/// Names in a label, and other words.
const LABEL: (usize, usize) = (2, 2);
/// Words of an article among which those of the label are looked for.
const KEYWORDS: usize = 12;
/// So many articles of a story are asked for its name: the rest tell the same.
const HEARD: usize = 8;

/// What an article may be called.
pub(super) fn of(document: &Document<'_>) -> Label {
    let names = names(document.article()).into_iter();
    let words = crate::keywords(document, KEYWORDS).into_iter();
    Label {
        names: names.map(|name| (name.name.to_lowercase(), name.name)).collect(),
        words: words
            .map(|word| (notis_text::stem(&word.text), word.text))
            .collect(),
    }
}

/// What to call articles by their labels, «Moss, Horten: motorbrann, reserveferge»: what most of the first ones name and speak of.
pub(super) fn joined<'l>(labels: impl Iterator<Item = &'l Label>) -> String {
    let (mut names, mut words) = (Shared::default(), Shared::default());
    for label in labels.take(HEARD) {
        label.names.iter().for_each(|name| names.hear(name));
        label.words.iter().for_each(|word| words.hear(word));
    }
    let (names, words) = (names.best(LABEL.0), words.best(LABEL.1));
    match names.is_empty() || words.is_empty() {
        true => names + &words,
        false => format!("{names}: {words}"),
    }
}

/// Words with the number of articles that have them.
#[derive(Default)]
struct Shared<'l> {
    /// Word as first met, articles.
    heard: Vec<(&'l str, usize)>,
    /// Where the word of a stem stands.
    by_stem: FxHashMap<&'l str, usize>,
}

impl<'l> Shared<'l> {
    fn hear(&mut self, (stem, word): &'l (String, String)) {
        let at = *self.by_stem.entry(stem).or_insert(self.heard.len());
        match self.heard.get_mut(at) {
            Some(known) => known.1 += 1,
            None => self.heard.push((word, 1)),
        }
    }

    /// Those that most articles have, of equals the first met, with commas.
    fn best(mut self, count: usize) -> String {
        self.heard.sort_by_key(|known| std::cmp::Reverse(known.1));
        let words = self.heard.into_iter().map(|known| known.0);
        words.take(count).collect::<Vec<_>>().join(", ")
    }
}
