//! One short digest of a group of articles, every sentence with the article it is from.

use super::grouping::Group;
use super::item::Item;
use super::names::{GroupName, names};
use super::passage::Passage;
use crate::greedy::{self, Objective};
use crate::{Budget, Cost, DigestSentence, Edit, Error, Room};
use notis_text::Span;
use rustc_hash::FxHashSet;

/// The digest of a group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDigest {
    /// The name of the group.
    pub group: String,
    /// The ids of its articles, newest first.
    pub articles: Vec<String>,
    /// Where its articles were published, as far as that is known, each once.
    pub sources: Vec<String>,
    /// Its articles, newest first, with what is known of them.
    pub items: Vec<Listed>,
    /// The sentences: those of one article joined by a space, a paragraph for each article.
    pub text: String,
    /// The sentences: the newest article's first, each article's in its own order.
    pub sentences: Vec<GroupSentence>,
    /// Who and what most of its articles name, where the kinds of names are known.
    pub names: Option<Vec<GroupName>>,
}

/// An article of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Where it was published.
    pub source: Option<String>,
    /// Its date.
    pub date: Option<String>,
    /// Where it can be read.
    pub link: Option<String>,
}

fn joined(sentences: &[GroupSentence]) -> String {
    let texts: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
    texts.join(" ")
}

/// A sentence of a group's digest.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupSentence {
    /// The id of the article it is from.
    pub id: String,
    /// The sentence as it is printed.
    pub text: String,
    /// Where it stands in that article.
    pub span: Span,
    /// What was changed.
    pub edits: Vec<Edit>,
}

/// Digests a group: passages from the digests of its articles, none that says what another says. Copies are not read.
///
/// The budget holds for the whole group; [`Budget::Ratio`] is a share of its longest article.
///
/// # Errors
/// Where the budget leaves room for nothing.
pub fn digest(group: &Group, items: &[Item], budget: Budget) -> Result<GroupDigest, Error> {
    let read: Vec<usize> = group
        .members
        .iter()
        .copied()
        .filter(|m| !group.copies.contains(m))
        .collect();
    let mut room = room(budget, &read, items)?;
    let offers = offers(&read, items);
    let mut choice = Choice {
        offers: &offers,
        said: FxHashSet::default(),
        chosen: Vec::new(),
    };
    let mut chosen = greedy::choose(0..offers.len(), &mut room, &mut choice);
    if chosen.is_empty() && !offers.is_empty() {
        chosen.push(0);
    }
    chosen.sort_unstable();
    let sentences = chosen.iter().flat_map(|&o| offers[o].printed(items)).collect();
    Ok(assemble(group, items, sentences))
}

/// The room for the whole group: as long as a digest of its longest article, by default.
fn room(budget: Budget, read: &[usize], items: &[Item]) -> Result<Room, Error> {
    let longest = read.iter().map(|&m| items[m].words).max();
    budget.room_of(longest.unwrap_or_default())
}

/// A passage that may be taken.
struct Offer<'i> {
    member: usize,
    passage: &'i Passage,
    /// How good it is by itself: early in an early article of the group.
    merit: f32,
}

impl Offer<'_> {
    fn printed(&self, items: &[Item]) -> Vec<GroupSentence> {
        let print = |s: &DigestSentence| GroupSentence {
            id: items[self.member].about.id.clone(),
            text: s.text.clone(),
            span: s.span,
            edits: s.edits.clone(),
        };
        self.passage.sentences.iter().map(print).collect()
    }
}

fn offers<'i>(read: &[usize], items: &'i [Item]) -> Vec<Offer<'i>> {
    let of_member = |(rank, &member): (usize, &usize)| {
        let offer = move |(i, passage)| Offer {
            member,
            passage,
            merit: 1.0 / (1.0 + i as f32) + 0.5 / (1.0 + rank as f32),
        };
        items[member].passages.iter().enumerate().map(offer)
    };
    read.iter().enumerate().flat_map(of_member).collect()
}

struct Choice<'o> {
    offers: &'o [Offer<'o>],
    /// The stems of the chosen passages.
    said: FxHashSet<u64>,
    chosen: Vec<usize>,
}

impl Objective for Choice<'_> {
    /// The merit of what is new in it; nothing where half of it has been said, or it says again what another one says.
    fn gain(&mut self, offer: usize) -> f32 {
        let Offer { passage, merit, .. } = self.offers[offer];
        let new = passage
            .stems
            .iter()
            .filter(|stem| !self.said.contains(stem))
            .count();
        let share = new as f32 / passage.stems.len().max(1) as f32;
        let repeats = |&other: &usize| passage.repeats(self.offers[other].passage);
        if share > 0.5 && !self.chosen.iter().any(repeats) {
            merit * share
        } else {
            f32::NEG_INFINITY
        }
    }

    fn cost(&self, offer: usize) -> Cost {
        self.offers[offer].passage.cost
    }

    fn add(&mut self, offer: usize) -> Option<usize> {
        self.said.extend(&self.offers[offer].passage.stems);
        self.chosen.push(offer);
        None
    }
}

fn assemble(group: &Group, items: &[Item], sentences: Vec<GroupSentence>) -> GroupDigest {
    let about = || group.members.iter().map(|&m| &items[m].about);
    let mut sources: Vec<String> = Vec::new();
    for source in about().filter_map(|about| about.source.as_ref()) {
        if !sources.contains(source) {
            sources.push(source.clone());
        }
    }
    let parts: Vec<String> = sentences.chunk_by(|a, b| a.id == b.id).map(joined).collect();
    GroupDigest {
        group: group.name.clone(),
        articles: about().map(|about| about.id.clone()).collect(),
        sources,
        items: group.members.iter().map(|&m| listed(&items[m])).collect(),
        text: parts.join("\n\n"),
        sentences,
        names: names(about().filter_map(|about| about.names.as_ref())),
    }
}

fn listed(item: &Item) -> Listed {
    Listed {
        id: item.about.id.clone(),
        title: item.title.clone(),
        source: item.about.source.clone(),
        date: item.about.date.clone(),
        link: item.about.link.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{About, Period, by_period};
    use super::*;
    use crate::{Document, Edits, Query, by_name};
    use notis_text::analyze;

    const FIRST: &str = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ho var på veg til Horten med 80 \
        passasjerar. Ingen av passasjerane vart skadde i brannen.";
    const SECOND: &str = "Fergen mellom Moss og Horten står etter en motorbrann i natt. Bastø setter inn reserveferge på \
        sambandet fra klokken ti fredag.";

    fn digest_by(method: &str, texts: &[&str], budget: Budget) -> GroupDigest {
        let summarizer = by_name(method, Edits::Marked).unwrap();
        let item = |(id, text): (usize, &&str)| {
            let article = analyze(text, None);
            let document = Document::new(&article, &Query::default());
            let digest = summarizer.summarize(&document, budget).unwrap();
            Item::new(About::new(id.to_string()), &document, &digest)
        };
        let items: Vec<Item> = texts.iter().enumerate().map(item).collect();
        digest(&by_period(&items, Period::Day)[0], &items, budget).unwrap()
    }

    fn digest_of(texts: &[&str], budget: Budget) -> GroupDigest {
        digest_by("notis", texts, budget)
    }

    #[test]
    fn a_group_is_digested_by_the_method_that_was_asked_for() {
        let text = "– Dette har vi venta på i mange år, og no er det endeleg vår tur. Sogndal kommune får 40 millionar kroner til \
            ny symjehall, stadfestar fylkeskommunen torsdag. Hallen skal stå ferdig om tre år.";
        let lead = digest_by("lead", &[text], Budget::Sentences(1));
        assert!(lead.text.starts_with("– Dette har vi venta"), "{}", lead.text);
        let notis = digest_by("notis", &[text], Budget::Sentences(1));
        assert!(notis.text.starts_with("Sogndal kommune"), "{}", notis.text);
    }

    #[test]
    fn what_one_article_said_another_does_not_say_again() {
        let digest = digest_of(&[FIRST, SECOND], Budget::Words(60));
        assert_eq!(digest.articles, ["0", "1"]);
        assert_eq!(digest.text.matches("motorbrann").count(), 1, "{}", digest.text);
        assert!(digest.text.contains("reserveferge"));
    }

    #[test]
    fn what_a_short_sentence_said_a_long_one_does_not_say_again() {
        let short = "40 sykkelbøter vart skrivne i Sandnes måndag.";
        let long = "Politiet i Sandnes skrev ut 40 sykkelbøter mandag, melder distriktet, og varsler flere kontroller.";
        assert_eq!(digest_of(&[short, long], Budget::Words(60)).sentences.len(), 1);
    }

    #[test]
    fn the_budget_holds_for_the_whole_group() {
        for words in 1..40 {
            let digest = digest_of(&[FIRST, SECOND], Budget::Words(words));
            assert!(digest.text.split_whitespace().count() <= words && !digest.text.is_empty());
        }
        assert_eq!(
            digest_of(&[FIRST, SECOND], Budget::Sentences(2)).sentences.len(),
            2
        );
    }

    #[test]
    fn every_sentence_names_its_article_and_slices_it() {
        let texts = [FIRST, SECOND];
        for sentence in digest_of(&texts, Budget::Words(60))
            .sentences
            .iter()
            .filter(|s| s.edits.is_empty())
        {
            let text = texts[sentence.id.parse::<usize>().unwrap()];
            let slice: Vec<&str> = sentence.span.of(text).split_whitespace().collect();
            assert_eq!(sentence.text, slice.join(" "));
        }
    }
}
