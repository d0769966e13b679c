//! Who and what the articles of a group name.

use std::collections::BTreeMap;

use notis_names::Kind;

use super::{Group, Item};

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

/// The names of most articles, most first, of equals those of the newest article first; `None` where no article tells the
/// kinds of its names.
pub(super) fn names(group: &Group, items: &[Item]) -> Option<Vec<GroupName>> {
    let told = || {
        group
            .members
            .iter()
            .filter_map(|&member| items[member].about.names.as_ref())
    };
    told().next()?;
    let mut all: BTreeMap<&str, Mentioned<'_>> = BTreeMap::new();
    for named in told().flatten() {
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
    use super::super::tests::item;
    use super::*;

    fn named(name: &str, kind: Kind) -> Named {
        Named {
            name: name.to_owned(),
            kind,
            wikidata: None,
        }
    }

    fn group(names: Vec<Option<Vec<Named>>>) -> (Group, Vec<Item>) {
        let items: Vec<Item> = names
            .into_iter()
            .map(|names| {
                let mut item = item("Elva steig i natt ved Voss.", None);
                item.about.names = names;
                item
            })
            .collect();
        let group = Group {
            name: "Flaum".to_owned(),
            members: (0..items.len()).collect(),
            copies: Vec::new(),
        };
        (group, items)
    }

    #[test]
    fn the_names_of_most_articles_come_first_each_with_its_commonest_kind() {
        let (group, items) = group(vec![
            Some(vec![
                named("Kari Dale", Kind::Person),
                named("Voss", Kind::Organisation),
            ]),
            Some(vec![named("Voss", Kind::Place)]),
            Some(vec![named("Flåm", Kind::Place), named("Voss", Kind::Place)]),
        ]);
        let found = names(&group, &items).unwrap();
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
        let (group, items) = group(vec![None, None]);
        assert_eq!(names(&group, &items), None);
    }
}
