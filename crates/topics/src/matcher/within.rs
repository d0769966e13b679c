//! Patterns that are found within a word: its end (`*laks`) and the parts of a compound (`+laks+`).
//!
//! A walk from the beginning of a word does not reach them, so each different word of an article is asked once; where no
//! pattern is of these kinds, none is.

use notis_features::Background;
use notis_text::{TypeId, Types, split_compound, stem};

use super::entry::Entry;
use crate::definitions::Reach;

/// The patterns that look within words.
#[derive(Clone, Debug, Default)]
pub(super) struct Within {
    /// Folded ends, with the number of each entry.
    ends: Vec<(String, u32)>,
    /// Stems of parts, likewise.
    parts: Vec<(String, u32)>,
}

impl Within {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut within = Within::default();
        for (number, entry) in (0..).zip(entries) {
            let word = || entry.letters().into_iter().collect::<String>();
            match entry.reach {
                Reach::End => within.ends.push((word(), number)),
                Reach::Part => within.parts.push((stem(&word()), number)),
                _ => {}
            }
        }
        within
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty() && self.parts.is_empty()
    }

    /// The entries found in each type that has any, in the order of types.
    pub(super) fn of(&self, types: &Types<'_>) -> Vec<(TypeId, Vec<u32>)> {
        let found = |id| Some((id, self.found(types, id))).filter(|(_, found)| !found.is_empty());
        let ids = types.ids().filter(|&id| self.may_be_in(types.form(id)));
        ids.filter_map(found).collect()
    }

    /// Whether a pattern may be found in a word. Few words have any, and to ask all for their patterns took 5 % of the
    /// instructions of `classify` (400 reviews, 2026-11-28).
    fn may_be_in(&self, form: &str) -> bool {
        let nominative = nominative(form);
        let is_end = |end: &(String, u32)| form.ends_with(&end.0) || nominative.ends_with(&end.0);
        self.ends.iter().any(is_end) || self.parts.iter().any(|part| form.contains(&part.0))
    }

    fn found(&self, types: &Types<'_>, id: TypeId) -> Vec<u32> {
        let form = types.form(id);
        let nominative = nominative(form);
        let is_end = |end: &&(String, u32)| form.ends_with(&end.0) || nominative.ends_with(&end.0);
        let mut found: Vec<u32> = self.ends.iter().filter(is_end).map(|end| end.1).collect();
        let parts: Vec<&(String, u32)> = self.parts.iter().filter(|part| form.contains(&part.0)).collect();
        if !parts.is_empty() {
            let stems = stems_within(form, types.stem(id));
            found.extend(
                parts
                    .iter()
                    .filter(|part| stems.contains(&part.0))
                    .map(|part| part.1),
            );
        }
        found
    }
}

/// A word without the -s of a genitive.
fn nominative(form: &str) -> &str {
    form.strip_suffix('s').unwrap_or(form)
}

/// The stems of the parts of a compound, or the word's own.
fn stems_within(form: &str, own: &str) -> Vec<String> {
    let background = Background::shipped();
    let parts = split_compound(form, &|word: &str| background.pages_with(word));
    let stems = parts.iter().map(|part| stem(part));
    stems.chain([own.to_owned()]).collect()
}
