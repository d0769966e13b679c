//! The numbers of a corpus.

use std::collections::BTreeMap;

use notis_discover::{Trend, trends};
use notis_text::Language;
use notis_topics::Reason;

use super::{Entry, Side};
use crate::calendar::{Axis, day};
use crate::discover::counted;
use crate::output::Counted;
use crate::{Error, NameKind};

/// Everything that is counted.
pub(crate) struct Counts {
    pub(crate) axis: Axis,
    /// Dated articles in each period.
    pub(crate) by_period: Vec<u64>,
    /// Each topic that any article has, that of most articles first.
    pub(crate) topics: Vec<TopicCounts>,
    /// Articles with the topics of row and column, both numbers of topics.
    pub(crate) together: BTreeMap<(usize, usize), u64>,
    /// Articles of each written form.
    pub(crate) forms: BTreeMap<&'static str, u64>,
    /// Articles of each source, most first.
    pub(crate) sources: Vec<Counted>,
    /// The names of most articles, most first.
    pub(crate) names: Vec<NamedArticles>,
    /// Articles without a topic, by reason.
    pub(crate) without: Vec<NoTopic>,
    /// What has changed; `None` where no two sides have articles.
    pub(crate) change: Option<Change>,
}

/// The articles of a topic.
pub(crate) struct TopicCounts {
    /// Its number.
    pub(crate) topic: usize,
    /// Its articles, newest first.
    pub(crate) articles: Vec<usize>,
    /// How many in each period.
    pub(crate) course: Vec<u64>,
    /// How many in bokmål, in nynorsk, and in neither.
    pub(crate) forms: [u64; 3],
}

/// The articles that name someone or something.
pub(crate) struct NamedArticles {
    pub(crate) name: String,
    /// What it names in most of them, where that is asked for.
    pub(crate) kind: Option<NameKind>,
    /// Newest first.
    pub(crate) articles: Vec<usize>,
    pub(crate) course: Vec<u64>,
}

/// Articles that have no topic, for one reason.
pub(crate) struct NoTopic {
    pub(crate) reason: Reason,
    /// Newest first.
    pub(crate) articles: Vec<usize>,
}

/// What has changed between two sides.
pub(crate) struct Change {
    /// What the sides are called.
    pub(crate) sides: [String; 2],
    /// The trend of each topic with enough articles.
    pub(crate) trends: Vec<(usize, Trend)>,
}

/// Names that are counted through.
const NAMES: usize = 40;
/// The fewest articles of a topic, on both sides together, for its change to be looked at.
const FEWEST: u64 = 5;

impl Counts {
    pub(crate) fn of(entries: &[Entry], topics: usize, sides: Option<&[Side; 2]>) -> Result<Self, Error> {
        let axis = Axis::of(entries.iter().filter_map(|entry| entry.about.date.as_deref()));
        let newest = newest_first(entries);
        let topics = topic_counts(entries, &newest, topics, &axis);
        let sources = entries.iter().filter_map(|entry| entry.about.source.as_deref());
        Ok(Counts {
            by_period: course(entries, &newest, &axis),
            together: together(entries),
            forms: forms(entries),
            sources: counted(sources, usize::MAX),
            names: names(entries, &newest, &axis),
            without: without(entries, &newest),
            change: change(entries, &topics, sides)?,
            topics,
            axis,
        })
    }
}

fn newest_first(entries: &[Entry]) -> Vec<usize> {
    let date = |index: usize| entries[index].about.date.as_deref().unwrap_or_default();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|&a, &b| date(b).cmp(date(a)).then(a.cmp(&b)));
    order
}

fn course(entries: &[Entry], articles: &[usize], axis: &Axis) -> Vec<u64> {
    let date = |&article: &usize| entries[article].about.date.as_deref();
    axis.course(articles.iter().map(date))
}

fn topic_counts(entries: &[Entry], newest: &[usize], topics: usize, axis: &Axis) -> Vec<TopicCounts> {
    let mut articles = vec![Vec::new(); topics];
    for &article in newest {
        entries[article]
            .topics
            .iter()
            .for_each(|&topic| articles[topic].push(article));
    }
    let counted = |(topic, articles): (usize, Vec<usize>)| TopicCounts {
        topic,
        course: course(entries, &articles, axis),
        forms: forms_of(entries, &articles),
        articles,
    };
    let mut counts: Vec<TopicCounts> = articles.into_iter().enumerate().map(counted).collect();
    counts.retain(|topic| !topic.articles.is_empty());
    counts.sort_by_key(|topic| (std::cmp::Reverse(topic.articles.len()), topic.topic));
    counts
}

fn forms_of(entries: &[Entry], articles: &[usize]) -> [u64; 3] {
    let mut forms = [0; 3];
    for &article in articles {
        let form = match entries[article].about.language {
            Language::Bokmal => 0,
            Language::Nynorsk => 1,
            _ => 2,
        };
        forms[form] += 1;
    }
    forms
}

fn together(entries: &[Entry]) -> BTreeMap<(usize, usize), u64> {
    let mut counts = BTreeMap::new();
    for entry in entries {
        for &a in &entry.topics {
            entry
                .topics
                .iter()
                .for_each(|&b| *counts.entry((a, b)).or_default() += 1);
        }
    }
    counts
}

fn forms(entries: &[Entry]) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::new();
    entries
        .iter()
        .for_each(|entry| *counts.entry(entry.about.language.code()).or_default() += 1);
    counts
}

fn names(entries: &[Entry], newest: &[usize], axis: &Axis) -> Vec<NamedArticles> {
    let mut counts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &article in newest {
        entries[article]
            .names
            .iter()
            .for_each(|(name, _)| counts.entry(name).or_default().push(article));
    }
    let mut counts: Vec<(&str, Vec<usize>)> = counts.into_iter().filter(|name| name.1.len() > 1).collect();
    counts.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
    counts.truncate(NAMES);
    let counted = |(name, articles): (&str, Vec<usize>)| NamedArticles {
        kind: kind(entries, name, &articles),
        name: name.to_owned(),
        course: course(entries, &articles, axis),
        articles,
    };
    counts.into_iter().map(counted).collect()
}

/// The kind that a name has in most of its articles, the first of equals.
fn kind(entries: &[Entry], name: &str, articles: &[usize]) -> Option<NameKind> {
    let mut counts = [0; NameKind::ALL.len()];
    for &article in articles {
        let found = entries[article].names.iter().find(|(other, _)| other == name);
        if let Some(kind) = found.and_then(|(_, kind)| *kind) {
            counts[kind as usize] += 1;
        }
    }
    let kinds = NameKind::ALL.into_iter().zip(counts).rev();
    let most = kinds
        .filter(|(_, count)| *count > 0)
        .max_by_key(|(_, count)| *count);
    most.map(|(kind, _)| kind)
}

fn without(entries: &[Entry], newest: &[usize]) -> Vec<NoTopic> {
    let of_reason = |reason: Reason| NoTopic {
        reason,
        articles: newest
            .iter()
            .copied()
            .filter(|&article| entries[article].reason == Some(reason))
            .collect(),
    };
    let mut without: Vec<NoTopic> = Reason::ALL.into_iter().rev().map(of_reason).collect();
    without.retain(|group| !group.articles.is_empty());
    without
}

/// The change between two sides: those asked for, or the earlier and the later half of the dated articles.
fn change(
    entries: &[Entry],
    topics: &[TopicCounts],
    sides: Option<&[Side; 2]>,
) -> Result<Option<Change>, Error> {
    let (names, of_article) = match sides {
        Some(sides) => asked(entries, sides)?,
        None => match halves(entries) {
            Some(halves) => halves,
            None => return Ok(None),
        },
    };
    let count = |articles: &mut dyn Iterator<Item = usize>| {
        let mut counts = [0_u64; 2];
        articles
            .filter_map(|article| of_article[article])
            .for_each(|side| counts[side] += 1);
        counts
    };
    let all = count(&mut (0..entries.len()));
    let counted = topics
        .iter()
        .map(|topic| (topic.topic, count(&mut topic.articles.iter().copied())));
    let counted: Vec<(usize, [u64; 2])> = counted.filter(|(_, n)| n[0] + n[1] >= FEWEST).collect();
    let pairs: Vec<(u64, u64)> = counted.iter().map(|(_, n)| (n[0], n[1])).collect();
    let found = trends(&pairs, all[0], all[1]);
    let mut trends: Vec<(usize, Trend)> = counted.iter().map(|topic| topic.0).zip(found).collect();
    trends.sort_by(|a, b| b.1.ratio.total_cmp(&a.1.ratio).then(a.0.cmp(&b.0)));
    Ok(Some(Change { sides: names, trends }))
}

/// What two sides are called, and the side of each article.
type Sides = ([String; 2], Vec<Option<usize>>);

fn asked(entries: &[Entry], sides: &[Side; 2]) -> Result<Sides, Error> {
    let side = |entry: &Entry| sides.iter().position(|side| side.holds(&entry.about));
    let of_article: Vec<Option<usize>> = entries.iter().map(side).collect();
    for (number, side) in sides.iter().enumerate() {
        if !of_article.contains(&Some(number)) {
            let text = format!(
                "no article is of «{side}»; a side of a comparison is a period (2025-01..2025-06) or a source as the articles name it"
            );
            return Err(Error::Options(text));
        }
    }
    Ok((sides.each_ref().map(Side::to_string), of_article))
}

fn halves(entries: &[Entry]) -> Option<Sides> {
    let mut dates: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry.about.date.as_deref())
        .collect();
    dates.sort_unstable();
    let (first, last) = (*dates.first()?, *dates.last()?);
    let middle = dates[dates.len() / 2];
    // The day in the middle belongs to the later half, unless all before it is of that day too.
    let turn = if middle > first {
        middle
    } else {
        dates.iter().copied().find(|date| *date > first)?
    };
    let side = |entry: &Entry| entry.about.date.as_deref().map(|date| usize::from(date >= turn));
    let before = dates.iter().rev().find(|date| **date < turn)?;
    let names = [
        format!("{} – {}", day(first), day(before)),
        format!("{} – {}", day(turn), day(last)),
    ];
    Some((names, entries.iter().map(side).collect()))
}
