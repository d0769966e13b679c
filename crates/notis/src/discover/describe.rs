//! What is told of a topic: its words, names, articles, course and neighbours.

use std::collections::{BTreeMap, BTreeSet};

use notis_discover::{Bags, Fit, TopicWord, WordOptions, topic_words};
use notis_features::Background;
use notis_text::{Language, fold};

use super::definitions::Words;
use super::naming::{self, rounded};
use super::{About, Archive};
use crate::calendar::Axis;
use crate::output::{ArticleRef, Counted, DiscoveredTopic, Overlap};

/// Keywords and names of a topic.
const KEYWORDS: usize = 10;
const NAMES: usize = 8;
/// Words that a topic's definition is made of, the keywords among them.
const DEFINING: usize = 24;
/// Typical and recent articles of a topic, and examples of those that fit none.
const ARTICLES: usize = 5;
/// Sources and overlapping topics that are told.
const SOURCES: usize = 5;
const OVERLAPS: usize = 4;
/// An overlap of a smaller share of the topic's articles is not told.
const LEAST_OVERLAP: f32 = 0.1;

/// Describes the topics of an archive.
pub(super) struct Describer<'a> {
    archive: &'a Archive,
    fits: &'a [Fit],
    pub(super) axis: Axis,
    taken: BTreeSet<String>,
    frequencies: Vec<u32>,
}

impl<'a> Describer<'a> {
    pub(super) fn new(archive: &'a Archive, fits: &'a [Fit]) -> Self {
        Describer {
            axis: Axis::of(archive.abouts.iter().filter_map(|about| about.date.as_deref())),
            taken: BTreeSet::new(),
            frequencies: archive.words.document_frequencies(),
            archive,
            fits,
        }
    }

    /// The topics of a grouping; the first of them have the ids and names of `known`.
    pub(super) fn topics(
        &mut self,
        topics: &[Option<usize>],
        count: usize,
        known: &[&notis_topics::Topic],
    ) -> Vec<(DiscoveredTopic, Words)> {
        let words = telling_words(&self.archive.words, topics, count, DEFINING);
        let names = self.names(topics, count);
        self.taken.extend(known.iter().map(|topic| topic.id.clone()));
        let mut members = vec![Vec::new(); count];
        for (article, topic) in topics.iter().enumerate() {
            topic.iter().for_each(|&topic| members[topic].push(article));
        }
        (0..count)
            .map(|topic| {
                self.topic(
                    &members[topic],
                    &words[topic],
                    &names[topic],
                    known.get(topic).copied(),
                )
            })
            .collect()
    }

    fn names(&self, topics: &[Option<usize>], count: usize) -> Vec<Vec<TopicWord>> {
        let options = WordOptions {
            count: NAMES,
            rarity: &|_| 1.0,
            together: false,
        };
        topic_words(&self.archive.names, topics, count, &options)
    }

    fn topic(
        &mut self,
        members: &[usize],
        words: &[TopicWord],
        names: &[TopicWord],
        known: Option<&notis_topics::Topic>,
    ) -> (DiscoveredTopic, Words) {
        let lexicon = self.archive.words.lexicon();
        let keywords = naming::keywords(lexicon, &words[..words.len().min(KEYWORDS)]);
        let names = self.counted_names(names, members.len());
        let full: Vec<String> = names.iter().map(|name| name.name.clone()).collect();
        let name = naming::name(&keywords, &full, false);
        let name_nn = naming::name(&keywords, &full, true);
        let given = known.and_then(|topic| topic.names.nb.clone());
        let given_nn = known.and_then(|topic| topic.names.nn.clone());
        let precision = self.precision(members);
        let patterns = Words::of(lexicon, words, &full, precision);
        let topic = DiscoveredTopic {
            id: known.map_or_else(
                || naming::id(&keywords, &mut self.taken),
                |topic| topic.id.clone(),
            ),
            name_nn: given_nn.or_else(|| given.clone()).unwrap_or(name_nn),
            name: given.unwrap_or(name),
            parent: None,
            articles: members.len(),
            keywords,
            names,
            typical: self.typical(members),
            recent: self.recent(members),
            course: self.course(members),
            languages: counted(self.abouts(members).map(|about| about.language.code()), 4),
            sources: counted(
                self.abouts(members).filter_map(|about| about.source.as_deref()),
                SOURCES,
            ),
            overlap: self.overlap(members),
            nearest: None,
        };
        (topic, patterns)
    }

    fn abouts<'s>(&'s self, members: &'s [usize]) -> impl Iterator<Item = &'s About> {
        members.iter().map(|&article| &self.archive.abouts[article])
    }

    fn counted_names(&self, names: &[TopicWord], articles: usize) -> Vec<Counted> {
        let lexicon = self.archive.names.lexicon();
        let name = |word: &TopicWord| Counted {
            name: lexicon.key(word.term).to_owned(),
            articles: (word.share * articles as f32).round() as u64,
        };
        names.iter().map(name).collect()
    }

    /// The share of a word's articles that are of the topic.
    fn precision(&self, members: &[usize]) -> impl Fn(u32) -> f32 {
        let mut inside: BTreeMap<u32, u32> = BTreeMap::new();
        for &article in members {
            self.archive
                .words
                .article(article)
                .for_each(|(term, _)| *inside.entry(term).or_default() += 1);
        }
        let all = &self.frequencies;
        move |term| inside.get(&term).copied().unwrap_or_default() as f32 / all[term as usize].max(1) as f32
    }

    fn reference(&self, article: usize) -> ArticleRef {
        let about = &self.archive.abouts[article];
        ArticleRef {
            id: about.id.clone(),
            title: about.title.clone(),
            date: about.date.clone(),
            link: about.link.clone(),
            likeness: rounded(self.fits[article].likeness),
        }
    }

    /// The articles nearest to the others, each title once.
    fn typical(&self, members: &[usize]) -> Vec<ArticleRef> {
        let mut nearest = members.to_vec();
        let likeness = |article: usize| self.fits[article].likeness;
        nearest.sort_by(|&a, &b| likeness(b).total_cmp(&likeness(a)).then(a.cmp(&b)));
        self.titled_once(nearest)
    }

    fn recent(&self, members: &[usize]) -> Vec<ArticleRef> {
        let date = |article: usize| self.archive.abouts[article].date.as_deref().unwrap_or_default();
        let mut newest: Vec<usize> = members.iter().copied().filter(|&m| !date(m).is_empty()).collect();
        newest.sort_by(|&a, &b| date(b).cmp(date(a)).then(a.cmp(&b)));
        self.titled_once(newest)
    }

    fn titled_once(&self, articles: Vec<usize>) -> Vec<ArticleRef> {
        let mut titles = BTreeSet::new();
        let new = articles
            .into_iter()
            .filter(|&a| titles.insert(self.archive.abouts[a].title.as_str()));
        new.take(ARTICLES)
            .map(|article| self.reference(article))
            .collect()
    }

    fn course(&self, members: &[usize]) -> Vec<u64> {
        let dates = self.abouts(members).map(|about| about.date.as_deref());
        self.axis.course(dates)
    }

    /// Dated articles in each period.
    pub(super) fn by_period(&self) -> Vec<u64> {
        self.course(&(0..self.archive.len()).collect::<Vec<usize>>())
    }

    /// Some of the articles that fit no topic: those that lie nearest to one.
    pub(super) fn outside(&self) -> Vec<ArticleRef> {
        let outside: Vec<usize> = (0..self.archive.len()).filter(|&a| !self.fits[a].fits).collect();
        self.typical(&outside)
    }

    fn overlap(&self, members: &[usize]) -> Vec<Overlap> {
        let count = |articles: &mut dyn Iterator<Item = usize>| {
            let mut counts = vec![0_u64; self.archive.tag_ids.len()];
            articles
                .flat_map(|a| &self.archive.tags[a])
                .for_each(|&tag| counts[usize::from(tag)] += 1);
            counts
        };
        let inside = count(&mut members.iter().copied());
        let all = count(&mut (0..self.archive.len()));
        let overlap = |tag: usize| Overlap {
            topic: self.archive.tag_ids[tag].clone(),
            articles: inside[tag],
            share: rounded(inside[tag] as f32 / members.len().max(1) as f32),
            share_of_theirs: rounded(inside[tag] as f32 / all[tag].max(1) as f32),
        };
        let mut overlaps: Vec<Overlap> = (0..inside.len()).map(overlap).collect();
        overlaps.retain(|overlap| overlap.share >= LEAST_OVERLAP);
        overlaps.sort_by(|a, b| b.articles.cmp(&a.articles).then(a.topic.cmp(&b.topic)));
        overlaps.truncate(OVERLAPS);
        overlaps
    }

    /// Tells each topic which other one lies nearest.
    pub(super) fn tell_nearest(&self, topics: &mut [(DiscoveredTopic, Words)], likeness: &[Vec<f32>]) {
        let ids: Vec<String> = topics.iter().map(|topic| topic.0.id.clone()).collect();
        for (at, topic) in topics.iter_mut().enumerate() {
            let others = (0..ids.len()).filter(|&other| other != at);
            let nearest = others.max_by(|&a, &b| likeness[at][a].total_cmp(&likeness[at][b]).then(b.cmp(&a)));
            topic.0.nearest = nearest.map(|other| ids[other].clone());
        }
    }
}

/// The words of each of `count` topics, as many as are wanted: chosen by how rare they are in the language.
pub(super) fn telling_words(
    bags: &Bags,
    topics: &[Option<usize>],
    count: usize,
    wanted: usize,
) -> Vec<Vec<TopicWord>> {
    let options = WordOptions {
        count: wanted,
        rarity: &|term| rarity(bags.lexicon().form(term)),
        together: true,
    };
    topic_words(bags, topics, count, &options)
}

/// How rare a word is in Norwegian; 0 for what is no keyword: short words, and those of letters no word is made of.
fn rarity(form: &str) -> f32 {
    const LETTERS: usize = 3;
    let is_word = form.chars().all(|c| c.is_alphabetic() || c == '-');
    if !is_word || form.chars().count() < LETTERS {
        return 0.0;
    }
    let mut folded = String::with_capacity(form.len());
    fold(form, &mut folded);
    Background::shipped().idf(&folded, Language::Unknown)
}

/// The names with how often they come, the most frequent first.
pub(crate) fn counted<'n>(names: impl Iterator<Item = &'n str>, most: usize) -> Vec<Counted> {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    names.for_each(|name| *counts.entry(name).or_default() += 1);
    let mut counts: Vec<(&str, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|&(name, count)| (std::cmp::Reverse(count), name));
    let counted = counts.into_iter().take(most);
    counted
        .map(|(name, articles)| Counted {
            name: name.to_owned(),
            articles,
        })
        .collect()
}
