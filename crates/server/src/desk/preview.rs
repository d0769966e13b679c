//! What an edited topic would change among the articles that are kept, and by which words.

use notis::output::Tag;
use notis::{Article, Desk, Topics};
use rayon::prelude::*;

use super::reading::heaviest;
use crate::desks::{self, Named};
use crate::problem::Problem;
use crate::store::{self, Filter, Store};
use crate::stories::NEWEST;

/// Changes that are listed.
const LISTED: usize = 50;

/// What an edited topic changes.
pub(super) struct Preview {
    /// Articles that were looked at, the newest.
    pub(super) looked_at: usize,
    pub(super) changes: Vec<Change>,
}

/// An article that gains or loses the topic.
pub(super) struct Change {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) gains: bool,
    /// The words that carry it, where it gains it, or carried it, where it loses it.
    pub(super) words: Vec<String>,
}

/// Reads the newest articles with the topic as it is and as it would be.
pub(super) fn preview(
    store: &Store,
    named: &Named,
    edited: &Topics,
    topic: &str,
) -> Result<Preview, Problem> {
    let lines = store.read(|db| store::list(db, &Filter::default(), 0, NEWEST))?;
    let before = named.desk();
    let after = desks::built(named.model.clone(), Some(edited))?;
    let change = |line: &store::ListLine| -> Result<Option<Change>, Problem> {
        let Some(article) = store.read(|db| store::only_article(db, line.number))? else {
            return Ok(None);
        };
        let (was, is) = (tag(&before, &article, topic)?, tag(&after, &article, topic)?);
        Ok((was.is_some() != is.is_some()).then(|| Change {
            id: line.id.clone(),
            title: line.title.clone(),
            gains: is.is_some(),
            words: is.or(was).iter().flat_map(words).collect(),
        }))
    };
    let changes = lines.par_iter().filter_map(|line| change(line).transpose());
    let mut changes: Vec<Change> = changes.collect::<Result<_, _>>()?;
    changes.truncate(LISTED);
    Ok(Preview {
        looked_at: lines.len(),
        changes,
    })
}

/// The topic with what carried it, where the article has it. The whole evidence is worked out only then.
fn tag(desk: &Desk, article: &Article, topic: &str) -> Result<Option<Tag>, Problem> {
    let reading = desk.read(article)?;
    if !reading.tags().iter().any(|tag| tag.topic == topic) {
        return Ok(None);
    }
    let tags = reading.classification(true, false).topics;
    Ok(tags.into_iter().find(|tag| tag.topic == topic))
}

fn words(tag: &Tag) -> Vec<String> {
    heaviest(tag)
        .into_iter()
        .map(|(word, _)| word.to_owned())
        .collect()
}
