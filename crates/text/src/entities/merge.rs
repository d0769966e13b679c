//! Variants of one name.

use super::candidates::Candidate;
use super::gazetteer;
use super::keys::key;
use super::name::{Mention, Name};
use crate::lists::names;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// Names in the making.
#[derive(Default)]
struct Groups<'k> {
    names: Vec<Name>,
    by_key: FxHashMap<&'k str, usize>,
    /// The name whose last word this is, latest first mentioned.
    by_last_word: FxHashMap<&'k str, usize>,
}

/// A candidate with its key, and the key without a genitive -s.
#[derive(Clone, Copy)]
struct Keyed<'k> {
    candidate: &'k Candidate<'k>,
    key: &'k str,
    base: &'k str,
}

/// The names behind the candidates, most mentioned first.
pub(super) fn merge(candidates: &[Candidate<'_>]) -> Vec<Name> {
    let keys: Vec<String> = candidates.iter().map(|candidate| key(candidate.slice)).collect();
    let seen: FxHashSet<&str> = keys.iter().map(String::as_str).collect();
    let last_words: FxHashSet<&str> = keys.iter().filter_map(|key| last_of_several(key)).collect();
    let has_base = |base: &str| seen.contains(base) || last_words.contains(base) || gazetteer::is_known(base);
    let keyed = candidates.iter().zip(&keys).map(|(candidate, key)| Keyed {
        candidate,
        key,
        base: without_genitive(key, has_base),
    });
    let mut groups = Groups::default();
    let mut later = Vec::new();
    let mut before = None;
    for (at, name) in keyed.enumerate() {
        let long = candidates[..at].last().filter(|_| name.candidate.in_brackets);
        let is_defined = long.is_some_and(|long| is_short_for(name.key, long.slice));
        let defined = before.filter(|_| is_defined);
        match defined.or_else(|| groups.find(name.base)) {
            Some(group) => before = Some(groups.join(group, name)),
            None if last_words.contains(name.base) => {
                later.push(name);
                before = None;
            }
            None => before = Some(groups.open(name)),
        }
    }
    for name in later {
        match groups.find(name.base) {
            Some(group) => groups.join(group, name),
            None => groups.open(name),
        };
    }
    groups.into_names()
}

/// The last word of a key of several words.
fn last_of_several(key: &str) -> Option<&str> {
    Some(key.rsplit_once(' ')?.1)
}

/// `key` without a genitive -s, where the article or the list has the name without it.
fn without_genitive(key: &str, has_base: impl Fn(&str) -> bool + Copy) -> &str {
    match key.strip_suffix('s') {
        Some(base) if !gazetteer::is_known(key) => {
            if has_base(base) || last_of_several(base).is_some_and(has_base) {
                base
            } else {
                key
            }
        }
        _ => key,
    }
}

/// Whether the letters of the key `short`, in brackets behind the name `long`, stand for it, as those of «NF» stand for
/// Norsk Fjellfond: the first opens the name, the rest follow in their order. A name that is known by itself does not:
/// «Arne Pettersen (Ap)» is a member of the party.
fn is_short_for(short: &str, long: &str) -> bool {
    const LONGEST: usize = 6;
    let mut letters = long.chars().flat_map(char::to_lowercase);
    let mut short_letters = short.chars();
    let opens = short_letters
        .next()
        .is_some_and(|first| letters.next() == Some(first));
    opens
        && !gazetteer::is_known(short)
        && short.chars().count() <= LONGEST
        && short.len() < long.len()
        && short_letters.all(|letter| letters.any(|l| l == letter))
}

impl<'k> Groups<'k> {
    fn find(&self, base: &str) -> Option<usize> {
        let whole = self
            .by_key
            .get(base)
            .or_else(|| self.by_key.get(gazetteer::same_as(base)?));
        let by_surname = || {
            if gazetteer::is_known(base) {
                None
            } else {
                self.by_last_word.get(base)
            }
        };
        whole.or_else(by_surname).copied()
    }

    fn open(&mut self, name: Keyed<'k>) -> usize {
        self.names.push(Name {
            name: String::new(),
            mentions: Vec::new(),
        });
        let group = self.names.len() - 1;
        if let Some((first, last)) = name.base.rsplit_once(' ')
            && !gazetteer::is_known(name.base)
            && !is_direction(first)
        {
            self.by_last_word.insert(last, group);
        }
        self.join(group, name)
    }

    fn join(&mut self, group: usize, Keyed { candidate, key, base }: Keyed<'k>) -> usize {
        self.by_key.entry(base).or_insert(group);
        if let Some(same) = gazetteer::same_as(base) {
            self.by_key.entry(same).or_insert(group);
        }
        let name = &mut self.names[group];
        // The key lost as many bytes as the genitive has.
        let cut = usize::from(key.len() > base.len());
        let form = candidate
            .slice
            .get(..candidate.slice.len() - cut)
            .unwrap_or(candidate.slice);
        let form = on_one_line(form);
        if form.len() > name.name.len() {
            name.name = form.into_owned();
        }
        name.mentions.push(Mention {
            span: candidate.span,
            in_title: candidate.in_title,
        });
        group
    }

    fn into_names(mut self) -> Vec<Name> {
        for name in &mut self.names {
            name.mentions
                .sort_by_key(|mention| (!mention.in_title, mention.span.start));
        }
        let first = |name: &Name| name.mentions.first().map(|m| (!m.in_title, m.span.start));
        self.names
            .sort_by_key(|name| (std::cmp::Reverse(name.mentions.len()), first(name)));
        self.names
    }
}

/// `form` on one line.
fn on_one_line(form: &str) -> Cow<'_, str> {
    if form.contains(['\n', '\r']) {
        form.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        form.into()
    }
}

/// «Korea» alone is not «Nord-Korea».
fn is_direction(first: &str) -> bool {
    names::DIRECTIONS.contains(&first)
}
