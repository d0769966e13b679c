//! The largest stories of a corpus.

use notis_summarizer::group;

use super::Entry;
use crate::output::GroupDigest;
use crate::{Budget, Error, GroupItem, digest_group};

/// An event that several articles tell of.
pub(crate) struct Story {
    /// What the articles say, and which they are.
    pub(crate) digest: GroupDigest,
}

/// Stories that are told, and the fewest articles of one.
const STORIES: usize = 12;
const ARTICLES: usize = 3;
/// Sentences of a story's digest.
const SENTENCES: usize = 3;

/// The stories of most articles. The articles' own digests are given away for it.
pub(super) fn stories(entries: &mut [Entry]) -> Result<Vec<Story>, Error> {
    let items: Vec<GroupItem> = entries.iter_mut().filter_map(|entry| entry.item.take()).collect();
    let groups = group::by_story(&items).into_iter();
    let told = groups
        .filter(|group| group.members.len() >= ARTICLES)
        .take(STORIES);
    told.map(|group| {
        let digest = digest_group(&group, &items, Budget::Sentences(SENTENCES))?;
        Ok(Story { digest })
    })
    .collect()
}
