//! Who and what is named, by kind.

use maud::{Markup, html};
use notis::{Digest, GroupDigest, NameKind};

use super::words::Lang;

/// A name: what it says, and what it goes by in Wikidata where that is known.
type Name<'a> = (&'a str, Option<&'a str>);

/// Names of a kind that are listed of an article, and of a story, of which there are many on a page.
const OF_ARTICLE: usize = 12;
const OF_STORY: usize = 6;

/// The names of an article; nothing where no model tells their kinds.
pub(super) fn of_article(digest: &Digest, lang: Lang) -> Markup {
    let named = digest.names_with_ids().map(|(name, kind, id)| ((name, id), kind));
    listed(NameKind::grouped(named, OF_ARTICLE), lang)
}

/// The names that most of a story's articles share; nothing where no model tells their kinds.
pub(super) fn of_story(story: &GroupDigest, lang: Lang) -> Markup {
    let names = story.names.iter().flatten();
    let named = names.map(|name| ((name.name.as_str(), name.wikidata.as_deref()), name.kind));
    let groups = NameKind::grouped(named, OF_STORY);
    html! { @if !groups.is_empty() { dl.words.in-line { (listed(groups, lang)) } } }
}

/// A kind and its names, for a list of definitions; a name leads to what Wikidata says of it.
fn listed(groups: Vec<(NameKind, Vec<Name<'_>>)>, lang: Lang) -> Markup {
    html! {
        @for (kind, names) in groups {
            div {
                dt { (lang.of_pages().kind(kind)) }
                dd {
                    @for (place, (name, id)) in names.into_iter().enumerate() {
                        @if place > 0 { ", " }
                        @match id {
                            Some(id) => a href={ "https://www.wikidata.org/wiki/" (id) } rel="noreferrer" { (name) },
                            None => (name),
                        }
                    }
                }
            }
        }
    }
}
