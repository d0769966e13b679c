//! The articles of a corpus as topics are looked for in them: bounded memory, some kilobytes an article.

use notis_discover::{Bags, Term};
use notis_text::Language;

use super::sighting::{About, Sighting};

/// All that is kept of a corpus.
#[derive(Debug, Default)]
pub(crate) struct Archive {
    pub(crate) abouts: Vec<About>,
    pub(crate) words: Bags,
    pub(crate) names: Bags,
    /// The ids of the desk's topics, and which each article has.
    pub(crate) tags: Vec<Vec<u16>>,
    pub(crate) tag_ids: Vec<String>,
}

impl Archive {
    /// An archive of articles tagged with these topics.
    pub(crate) fn new<'a>(topics: impl Iterator<Item = &'a str>) -> Self {
        Archive {
            tag_ids: topics.map(str::to_owned).collect(),
            ..Archive::default()
        }
    }

    pub(crate) fn add(&mut self, sighting: Sighting) {
        let nynorsk = sighting.about.language == Language::Nynorsk;
        self.words.add(sighting.words.iter().map(|word| Term {
            key: &word.stem,
            form: &word.form,
            nynorsk,
            is_sure: word.is_sure,
            count: 1,
        }));
        self.names.add(sighting.names.iter().map(|(name, mentions)| Term {
            key: name,
            form: name,
            nynorsk,
            is_sure: true,
            count: *mentions,
        }));
        self.tags.push(sighting.tags);
        self.abouts.push(sighting.about);
    }

    pub(crate) fn len(&self) -> usize {
        self.abouts.len()
    }
}
