//! What is made of several kept articles: stories, and the sentences that a search finds.

use std::ops::Range;

use notis::{Article, Budget, By, Desk, GroupDigest, GroupItem, NameModel};
use rayon::prelude::*;

use crate::api::answers;
use crate::desks::Named;
use crate::problem::Problem;
use crate::store::{self, Filter, Query, Store};

/// Articles that stories are made of, the newest: a day of a large paper. On two cores that had other work too, they were read
/// in 0.27 s, and in 0.7 s with the kinds of their names.
pub(crate) const NEWEST: usize = 500;

/// The stories among the newest articles that are meant, those of most articles first.
pub(crate) fn stories(
    store: &Store,
    named: &Named,
    filter: &Filter,
    budget: Budget,
    kinds: Option<NameModel>,
) -> Result<Vec<GroupDigest>, Problem> {
    let lines = store.read(|db| store::list(db, filter, 0, NEWEST))?;
    let desk = named.desk();
    let item = |line: &store::ListLine| -> Result<Option<GroupItem>, Problem> {
        let Some(kept) = store.read(|db| store::only_article(db, line.number))? else {
            return Ok(None);
        };
        let article = Article {
            title: Some(line.title.clone()).filter(|title| !title.is_empty()),
            date: Some(line.date.clone()),
            ..kept
        };
        let mut item = answers::read(&desk, &article, kinds.clone())?.group_item(budget)?;
        // People have the last word.
        item.about.topics.clone_from(&line.topics);
        Ok(Some(item))
    };
    let items: Vec<_> = lines
        .par_iter()
        .filter_map(|line| item(line).transpose())
        .collect::<Result<_, _>>()?;
    Ok(notis::digest_groups(&items, By::Story, budget)?)
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
