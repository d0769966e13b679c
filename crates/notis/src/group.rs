//! Articles that belong together, and their digests.

use notis_summarizer::group::{self, Period};

pub use notis_summarizer::group::{Group, Item as GroupItem};

use crate::output::GroupDigest;
use crate::{Budget, Error};

/// What unites articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum By {
    /// A topic; an article about several stands in each group.
    Topic,
    /// A date.
    Date,
    /// An ISO week, `2026-W48`.
    Week,
    /// A month, `2026-11`.
    Month,
    /// An event: the articles whose telling words and names agree within a few days of each other.
    Story,
}

/// The groups of articles, each with the indices of its members. [`Reading::group_item`](crate::Reading::group_item)
/// gives the items.
///
/// ```
/// use notis::{Article, Budget, By, Desk};
/// let texts = ["Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen vart skadde.",
///     "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Politiet etterforsker.",
///     "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall. Den skal stå klar om fire år."];
/// let articles = texts.into_iter().map(|text| Ok(Article { text: text.into(), ..Default::default() }));
/// let (desk, budget) = (Desk::shipped()?, Budget::Sentences(1));
/// let items = desk.map(articles, |reading| reading.group_item(budget)).collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(notis::groups(&items, By::Story).len(), 2);
/// assert_eq!(notis::digest_groups(&items, By::Story, budget)?[0].articles.len(), 2);
/// # Ok::<(), notis::Error>(())
/// ```
pub fn groups(items: &[GroupItem], by: By) -> Vec<Group> {
    match by {
        By::Topic => group::by_topic(items),
        By::Date => group::by_period(items, Period::Day),
        By::Week => group::by_period(items, Period::Week),
        By::Month => group::by_period(items, Period::Month),
        By::Story => group::by_story(items),
    }
}

/// A digest of each group: sentences of the digests of its articles, none that says what another says.
///
/// # Errors
/// Where the budget leaves room for nothing.
pub fn digest_groups(items: &[GroupItem], by: By, budget: Budget) -> Result<Vec<GroupDigest>, Error> {
    let groups = groups(items, by);
    groups
        .iter()
        .map(|group| digest_group(group, items, budget))
        .collect()
}

/// The digest of one of the groups of these articles, where not all of them are wanted.
///
/// # Errors
/// As [`digest_groups`].
pub fn digest_group(group: &Group, items: &[GroupItem], budget: Budget) -> Result<GroupDigest, Error> {
    let digest = group::digest(group, items, budget);
    digest.map(GroupDigest::from).map_err(Error::digest)
}
