//! What is made of several kept articles: stories, and the sentences that a search finds.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::ops::Range;

use notis::{Article, Budget, By, Desk, Group, GroupDigest, GroupItem, NameModel};
use rayon::prelude::*;

use crate::api::answers;
use crate::desks::Named;
use crate::problem::Problem;
use crate::store::{self, Filter, ListLine, Query, Store};

/// Articles that stories are made of, the newest: a day of a large paper.
pub(crate) const NEWEST: usize = 500;

/// Which stories are wanted, and what is told of them.
pub(crate) struct Wanted {
    /// The articles they are made of, of which the newest are read.
    pub(crate) filter: Filter,
    pub(crate) budget: Budget,
    /// What tells the kinds of names, where they are wanted.
    pub(crate) kinds: Option<NameModel>,
    pub(crate) order: Order,
    /// How many stories at most.
    pub(crate) most: usize,
}

/// Which stories come first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Those of most articles.
    Largest,
    /// Those with the newest article; of equals those of most.
    Newest,
}

/// The stories that are wanted.
pub(crate) fn stories(store: &Store, named: &Named, wanted: Wanted) -> Result<Vec<GroupDigest>, Problem> {
    let lines = store.read(|db| store::list(db, &wanted.filter, 0, NEWEST))?;
    let desk = named.desk();
    // Finding the kinds of names takes longer than all else: it waits until it is known which articles are shown, unless all are.
    let (at_once, later) = match lines.len() <= wanted.most {
        true => (wanted.kinds, None),
        false => (None, wanted.kinds),
    };
    let read = |line| Ok(item(store, &desk, line, wanted.budget, at_once.clone())?.map(|item| (line, item)));
    let read = lines.par_iter().filter_map(|line| read(line).transpose());
    let read: Vec<_> = read.collect::<Result<_, Problem>>()?;
    let (lines, mut items): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let mut groups = notis::groups(&items, By::Story);
    if wanted.order == Order::Newest {
        newest_first(&mut groups, &items);
    }
    groups.truncate(wanted.most);
    if let Some(model) = later {
        let shown: HashSet<usize> = groups.iter().flat_map(|group| group.members.clone()).collect();
        let items = items.par_iter_mut().zip(&lines).enumerate();
        items
            .filter(|(number, _)| shown.contains(number))
            .try_for_each(|(_, (item, line))| add_names(store, &desk, line, item, &model))?;
    }
    let digests = groups
        .iter()
        .map(|group| notis::digest_group(group, &items, wanted.budget));
    Ok(digests.collect::<Result<_, _>>()?)
}

/// What a story needs of an article; nothing where it has gone since it was listed.
fn item(
    store: &Store,
    desk: &Desk,
    line: &ListLine,
    budget: Budget,
    kinds: Option<NameModel>,
) -> Result<Option<GroupItem>, Problem> {
    let Some(article) = article(store, line)? else {
        return Ok(None);
    };
    let mut item = answers::read(desk, &article, kinds)?.group_item(budget)?;
    // People have the last word.
    item.about.topics.clone_from(&line.topics);
    Ok(Some(item))
}

/// Reads an article again, for the kinds of its names. Its text was not kept meanwhile: it may be long, and there are many.
fn add_names(
    store: &Store,
    desk: &Desk,
    line: &ListLine,
    item: &mut GroupItem,
    kinds: &NameModel,
) -> Result<(), Problem> {
    if let Some(article) = article(store, line)? {
        answers::read(desk, &article, Some(kinds.clone()))?.add_names(item);
    }
    Ok(())
}

/// An article as the list has it, if it is still kept.
fn article(store: &Store, line: &ListLine) -> Result<Option<Article>, Problem> {
    let kept = store.read(|db| store::only_article(db, line.number))?;
    Ok(kept.map(|kept| Article {
        title: Some(line.title.clone()).filter(|title| !title.is_empty()),
        date: Some(line.date.clone()),
        ..kept
    }))
}

/// Stories by their newest article, then by how many they have.
fn newest_first(stories: &mut [Group], items: &[GroupItem]) {
    let newest = |story: &Group| {
        let dates = story
            .members
            .iter()
            .filter_map(|&member| items[member].about.date.clone());
        dates.max()
    };
    stories.sort_by_cached_key(|story| Reverse((newest(story), story.members.len())));
}

/// A sentence that was found, and where the words stand in it.
pub(crate) struct Excerpt {
    pub(crate) text: String,
    pub(crate) marks: Vec<Range<usize>>,
}

/// The sentence with most of the words, the first of equals; the first sentence where they stand in the title.
pub(crate) fn excerpt(desk: &Desk, query: &Query, text: &str) -> Result<Excerpt, Problem> {
    let article = Article {
        text: text.to_owned(),
        ..Article::default()
    };
    let reading = desk.read(&article)?;
    let is_meant = |stem: &str| query.stems.iter().any(|meant| meant == stem);
    let found: Vec<_> = reading.tokens().filter(|token| is_meant(token.stem)).collect();
    let inside = |sentence: Range<usize>| {
        let inside = found
            .iter()
            .filter(move |token| sentence.contains(&token.span.start));
        inside.map(|token| token.span.start..token.span.end)
    };
    let spans = || {
        reading
            .sentences()
            .iter()
            .map(|sentence| sentence.span.start..sentence.span.end)
    };
    let best = spans()
        .rev()
        .max_by_key(|sentence| inside(sentence.clone()).count())
        .unwrap_or(0..0);
    let within = |mark: Range<usize>| mark.start - best.start..mark.end.min(best.end) - best.start;
    Ok(Excerpt {
        text: text[best.clone()].to_owned(),
        marks: inside(best.clone()).map(within).collect(),
    })
}
