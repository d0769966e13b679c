//! Who and what the articles of a group name.

use std::collections::BTreeMap;

use notis_names::Kind;

/// Names that are told of a group.
const MOST: usize = 20;

/// Someone or something that an article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name.
    pub name: String,
    /// What kind of thing it names.
    pub kind: Kind,
    /// What it goes by in Wikidata, where that is known.
    pub wikidata: Option<String>,
}

/// Someone or something that articles of a group name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupName {
    /// The name; its kind is the one that it has in most of the articles.
    pub named: Named,
    /// How many of them name it.
    pub articles: usize,
}

/// The articles that name someone by one name.
#[derive(Default)]
struct Mentioned<'i> {
    /// The first to be seen with each kind, and how many there are.
    kinds: BTreeMap<Kind, (Option<&'i Named>, usize)>,
    /// How many names were seen before.
    rank: usize,
}

impl Mentioned<'_> {
    fn articles(&self) -> usize {
        self.kinds.values().map(|(_, articles)| articles).sum()
    }

    /// The name with the kind of most articles, the first of equals.
    fn commonest(&self) -> Option<&Named> {
        let kinds = self.kinds.values().rev();
        kinds.max_by_key(|(_, articles)| *articles)?.0
    }
}

/// Of the names that articles tell, the newest first, those of most articles, most first, of equals those of the newest article
/// first; `None` where no article tells any.
pub(super) fn names<'i>(told: impl Iterator<Item = &'i Vec<Named>>) -> Option<Vec<GroupName>> {
    let mut told = told.peekable();
    told.peek()?;
    let mut all: BTreeMap<&str, Mentioned<'_>> = BTreeMap::new();
    for named in told.flatten() {
        let rank = all.len();
        let mentioned = all.entry(&named.name).or_insert_with(|| Mentioned {
            rank,
            ..Mentioned::default()
        });
        let (first, articles) = mentioned.kinds.entry(named.kind).or_default();
        first.get_or_insert(named);
        *articles += 1;
    }
    let mut all: Vec<Mentioned<'_>> = all.into_values().collect();
    all.sort_by_key(|mentioned| (usize::MAX - mentioned.articles(), mentioned.rank));
    let name = |mentioned: &Mentioned<'_>| {
        Some(GroupName {
            named: mentioned.commonest()?.clone(),
            articles: mentioned.articles(),
        })
    };
    Some(all.iter().filter_map(name).take(MOST).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::iter;

    fn named(name: &str, kind: Kind) -> Named {
        Named {
            name: name.to_owned(),
            kind,
            wikidata: None,
        }
    }

    #[test]
    fn the_names_of_most_articles_come_first_each_with_its_commonest_kind() {
        let told = [
            vec![
                named("Kari Dale", Kind::Person),
                named("Voss", Kind::Organisation),
            ],
            vec![named("Voss", Kind::Place)],
            vec![named("Flåm", Kind::Place), named("Voss", Kind::Place)],
        ];
        let found = names(told.iter()).unwrap();
        let found: Vec<_> = found
            .iter()
            .map(|name| (name.named.name.as_str(), name.named.kind, name.articles))
            .collect();
        assert_eq!(
            found,
            [
                ("Voss", Kind::Place, 3),
                ("Kari Dale", Kind::Person, 1),
                ("Flåm", Kind::Place, 1)
            ]
        );
    }

    #[test]
    fn nothing_is_told_where_no_kinds_were_asked_for() {
        assert_eq!(names(iter::empty()), None);
    }
}
