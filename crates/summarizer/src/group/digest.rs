//! One short digest of a group of articles, every sentence with the article it is from.

use super::{Entry, Group};
use crate::greedy::{self, Objective};
use crate::methods::Notis;
use crate::{Budget, Cost, Digest, DigestSentence, Edit, Edits, Error, Query, Room, Summarizer};
use notis_text::{Span, analyze};
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
    /// The sentences, joined by a space.
    pub text: String,
    /// The sentences: the newest article's first, each article's in its own order.
    pub sentences: Vec<GroupSentence>,
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

/// Digests a group: sentences from the digests of its articles, none that says what another says. Copies are not read.
///
/// The budget holds for the whole group; [`Budget::Ratio`] is a share of each article.
pub fn digest(
    group: &Group,
    entries: &[Entry<'_>],
    edits: Edits,
    budget: Budget,
) -> Result<GroupDigest, Error> {
    let read: Vec<usize> = group
        .members
        .iter()
        .copied()
        .filter(|m| !group.copies.contains(m))
        .collect();
    let notis = Notis::new(edits);
    let digest = |&m: &usize| Ok((m, notis.summarize(entries[m].article, &Query::default(), budget)?));
    let digests = read
        .iter()
        .map(digest)
        .collect::<Result<Vec<(usize, Digest)>, Error>>()?;
    let mut room = room(budget, &digests, entries)?;
    let passages = passages(&digests, entries);
    let mut choice = Choice {
        passages: &passages,
        said: FxHashSet::default(),
        chosen: Vec::new(),
    };
    let mut chosen = greedy::choose(0..passages.len(), &mut room, &mut choice);
    if chosen.is_empty() && !passages.is_empty() {
        chosen.push(0);
    }
    chosen.sort_unstable();
    let sentences = chosen
        .iter()
        .flat_map(|&p| passages[p].printed(entries))
        .collect();
    Ok(assemble(group, entries, sentences))
}

/// The room for the whole group: as long as a digest of its longest article, by default.
fn room(budget: Budget, digests: &[(usize, Digest)], entries: &[Entry<'_>]) -> Result<Room, Error> {
    let longest = digests
        .iter()
        .map(|(m, _)| entries[*m].article)
        .max_by_key(|a| a.text.len());
    let empty = analyze("", None);
    let document = crate::Document::new(longest.unwrap_or(&empty), &Query::default());
    budget.room(&document)
}

/// A sentence, with those behind it that lean on it: they are taken or left together.
struct Passage<'d> {
    member: usize,
    sentences: &'d [DigestSentence],
    stems: FxHashSet<String>,
    /// How good it is by itself, 0 to 1: early in an early article of the group.
    merit: f32,
    cost: Cost,
}

impl Passage<'_> {
    /// Whether it and `other` have most stems of the shorter in common: they tell the same, the one in fewer words.
    fn repeats(&self, other: &Passage<'_>) -> bool {
        let shared = self.stems.intersection(&other.stems).count();
        2 * shared > self.stems.len().min(other.stems.len())
    }

    fn printed(&self, entries: &[Entry<'_>]) -> Vec<GroupSentence> {
        let print = |s: &DigestSentence| GroupSentence {
            id: entries[self.member].id.to_owned(),
            text: s.text.clone(),
            span: s.span,
            edits: s.edits.clone(),
        };
        self.sentences.iter().map(print).collect()
    }
}

fn passages<'d>(digests: &'d [(usize, Digest)], entries: &[Entry<'_>]) -> Vec<Passage<'d>> {
    let mut passages = Vec::new();
    for (rank, (member, digest)) in digests.iter().enumerate() {
        let text = entries[*member].article.text;
        let parts = digest.sentences.chunk_by(|a, b| leans(text, a, b));
        for (i, sentences) in parts.enumerate() {
            let joined = sentences
                .iter()
                .map(|s| s.text.as_str())
                .collect::<Vec<_>>()
                .join(" ");
            passages.push(Passage {
                member: *member,
                sentences,
                stems: stems(&joined),
                merit: 1.0 / (1.0 + i as f32) + 0.5 / (1.0 + rank as f32),
                cost: Cost {
                    sentences: sentences.len(),
                    ..Cost::of(&joined)
                },
            });
        }
    }
    passages
}

/// Whether `second` stands right behind `first` in the article and points back at it.
fn leans(text: &str, first: &DigestSentence, second: &DigestSentence) -> bool {
    let touching = text[first.span.end..second.span.start].trim().is_empty();
    touching && crate::readable::faults(&analyze(&second.text, None)).points_back
}

fn stems(text: &str) -> FxHashSet<String> {
    let analysis = analyze(text, None);
    let telling = analysis
        .token_types
        .iter()
        .filter(|&&id| !analysis.types.is_stop_word(id));
    telling.map(|&id| analysis.types.stem(id).to_owned()).collect()
}

struct Choice<'d> {
    passages: &'d [Passage<'d>],
    /// The stems of the chosen passages.
    said: FxHashSet<&'d str>,
    chosen: Vec<usize>,
}

impl Objective for Choice<'_> {
    /// The merit of what is new in it; nothing where half of it has been said, or it says again what another one says.
    fn gain(&mut self, passage: usize) -> f32 {
        let passage = &self.passages[passage];
        let new = passage
            .stems
            .iter()
            .filter(|stem| !self.said.contains(stem.as_str()))
            .count();
        let share = new as f32 / passage.stems.len().max(1) as f32;
        let repeats = |&other: &usize| passage.repeats(&self.passages[other]);
        if share > 0.5 && !self.chosen.iter().any(repeats) {
            passage.merit * share
        } else {
            f32::NEG_INFINITY
        }
    }

    fn cost(&self, passage: usize) -> Cost {
        self.passages[passage].cost
    }

    fn add(&mut self, passage: usize) -> Option<usize> {
        self.said
            .extend(self.passages[passage].stems.iter().map(String::as_str));
        self.chosen.push(passage);
        None
    }
}

fn assemble(group: &Group, entries: &[Entry<'_>], sentences: Vec<GroupSentence>) -> GroupDigest {
    let mut sources: Vec<String> = Vec::new();
    for source in group.members.iter().filter_map(|&m| entries[m].source) {
        if sources.iter().all(|known| known != source) {
            sources.push(source.to_owned());
        }
    }
    let texts: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
    GroupDigest {
        group: group.name.clone(),
        articles: group.members.iter().map(|&m| entries[m].id.to_owned()).collect(),
        sources,
        text: texts.join(" "),
        sentences,
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_date;
    use super::*;

    const FIRST: &str = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ho var på veg til Horten med 80 \
        passasjerar. Ingen av passasjerane vart skadde i brannen.";
    const SECOND: &str = "Fergen mellom Moss og Horten står etter en motorbrann i natt. Bastø setter inn reserveferge på \
        sambandet fra klokken ti fredag.";

    fn digest_of(texts: &[&str], budget: Budget) -> GroupDigest {
        let analyses: Vec<_> = texts.iter().map(|text| analyze(text, None)).collect();
        let ids: Vec<String> = (0..texts.len()).map(|i| i.to_string()).collect();
        let entries: Vec<_> = ids
            .iter()
            .zip(&analyses)
            .map(|(id, a)| Entry::new(id, a))
            .collect();
        digest(&by_date(&entries)[0], &entries, Edits::Marked, budget).unwrap()
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
