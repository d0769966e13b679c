//! Variants of one name.

use super::candidates::Candidate;
use super::known;
use super::{Mention, Name};
use crate::fold;
use rustc_hash::FxHashMap;

/// What a name is known by: its folded words, parted by single spaces whether a hyphen or a space stood between.
pub(super) fn key(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        fold(word, &mut folded);
    }
    if folded.contains(['-', '.']) {
        folded.replace('-', " ").replace('.', "")
    } else {
        folded
    }
}

/// Names in the making.
#[derive(Default)]
struct Groups {
    names: Vec<Name>,
    by_key: FxHashMap<String, usize>,
    /// The name whose last word this is, latest first mentioned.
    by_last_word: FxHashMap<String, usize>,
}

/// The names behind the candidates, most mentioned first.
pub(super) fn unite(candidates: &[Candidate<'_>]) -> Vec<Name> {
    let keys: Vec<String> = candidates.iter().map(|candidate| key(candidate.slice)).collect();
    let seen: FxHashMap<&str, ()> = keys.iter().map(|key| (key.as_str(), ())).collect();
    let last_words: FxHashMap<&str, ()> = keys
        .iter()
        .filter_map(|key| key.rsplit_once(' '))
        .map(|(_, last)| (last, ()))
        .collect();
    let has_base =
        |base: &str| seen.contains_key(base) || last_words.contains_key(base) || known::is_known(base);
    let bases: Vec<&str> = keys.iter().map(|key| without_genitive(key, has_base)).collect();
    let mut groups = Groups::default();
    let mut later = Vec::new();
    let mut before = None;
    for (candidate, base) in candidates.iter().zip(&bases) {
        let defined = candidate
            .in_brackets
            .then_some(before)
            .flatten()
            .filter(|_| is_short_for(candidate, candidates));
        match defined.or_else(|| groups.find(base)) {
            Some(group) => before = Some(groups.join(group, base, candidate)),
            None if last_words.contains_key(base) => later.push((candidate, *base)),
            None => before = Some(groups.open(base, candidate)),
        }
    }
    for (candidate, base) in later {
        match groups.find(base) {
            Some(group) => groups.join(group, base, candidate),
            None => groups.open(base, candidate),
        };
    }
    groups.into_names()
}

/// `key` without a genitive -s, where the article or the list has the name without it.
fn without_genitive(key: &str, has_base: impl Fn(&str) -> bool) -> &str {
    match key.strip_suffix('s') {
        Some(base) if !known::is_known(key) => {
            let last = base.rsplit_once(' ').map_or(base, |(_, last)| last);
            if has_base(base) || base.contains(' ') && has_base(last) {
                base
            } else {
                key
            }
        }
        _ => key,
    }
}

/// Whether the candidate's letters may stand for the words of the one before it: «WHO» in brackets.
fn is_short_for(short: &Candidate<'_>, candidates: &[Candidate<'_>]) -> bool {
    let before = candidates
        .iter()
        .rev()
        .find(|c| c.in_title == short.in_title && c.span.end < short.span.start);
    before.is_some_and(|long| {
        short.slice.chars().count() <= 6 && !short.slice.contains(' ') && long.slice.len() > short.slice.len()
    })
}

impl Groups {
    fn find(&self, base: &str) -> Option<usize> {
        let whole = self
            .by_key
            .get(base)
            .or_else(|| self.by_key.get(known::same_as(base)?));
        let by_surname = || {
            if known::is_known(base) {
                None
            } else {
                self.by_last_word.get(base)
            }
        };
        whole.or_else(by_surname).copied()
    }

    fn open(&mut self, base: &str, candidate: &Candidate<'_>) -> usize {
        self.names.push(Name {
            name: String::new(),
            mentions: Vec::new(),
        });
        let group = self.names.len() - 1;
        if let Some((first, last)) = base.rsplit_once(' ')
            && !known::is_known(base)
            && !is_direction(first)
        {
            self.by_last_word.insert(last.to_owned(), group);
        }
        self.join(group, base, candidate)
    }

    fn join(&mut self, group: usize, base: &str, candidate: &Candidate<'_>) -> usize {
        self.by_key.entry(base.to_owned()).or_insert(group);
        if let Some(same) = known::same_as(base) {
            self.by_key.entry(same.to_owned()).or_insert(group);
        }
        let name = &mut self.names[group];
        // The key lost as many bytes as the genitive has.
        let cut = usize::from(key(candidate.slice).len() > base.len());
        let form = candidate
            .slice
            .get(..candidate.slice.len() - cut)
            .unwrap_or(candidate.slice);
        if form.len() > name.name.len() {
            name.name = form.split_whitespace().collect::<Vec<_>>().join(" ");
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

/// «Korea» alone is not «Nord-Korea».
fn is_direction(first: &str) -> bool {
    matches!(
        first,
        "nord"
            | "sør"
            | "øst"
            | "vest"
            | "aust"
            | "ny"
            | "new"
            | "midt"
            | "indre"
            | "ytre"
            | "store"
            | "lille"
    )
}
