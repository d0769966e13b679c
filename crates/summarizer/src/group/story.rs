//! Which articles are about the same event.
//!
//! Articles are taken in the order of time; each joins the story it agrees with most, if it agrees enough and the story
//! is fresh, else it begins a new one. Only stories that share a telling word are looked at.
//!
//! Allan, Papka & Lavrenko (1998), "On-line new event detection and tracking"; names weigh double, as events are told
//! apart by who and where (Kumaran & Allan 2004, "Text classification and named entities for new event detection").

use super::Entry;
use super::date::day;
use crate::{Document, Query};
use notis_text::{Analysis, Case};
use rustc_hash::FxHashMap;

/// The cosine from which an article belongs to a story.
const SAME_EVENT: f32 = 0.30;
/// Days after which a story that nobody wrote about is closed.
const WINDOW: i64 = 4;
/// How much more a name counts than another word.
const NAME: f32 = 2.0;
/// A story is looked up by this many of its most telling words.
const KEYS: usize = 40;

/// An article as weighted stems, of unit length, the most telling first.
type Row = Vec<(u32, f32)>;

/// The stories, each as the indices of its articles.
pub(super) fn stories(entries: &[Entry<'_>]) -> Vec<Vec<usize>> {
    let mut stems = FxHashMap::default();
    let rows: Vec<Row> = entries.iter().map(|entry| row(entry, &mut stems)).collect();
    let days: Vec<Option<i64>> = entries.iter().map(|entry| entry.date.and_then(day)).collect();
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&i| (days[i], i));
    let mut open = Stories::default();
    for article in order {
        open.add(article, &rows[article], days[article]);
    }
    open.stories.into_iter().map(|story| story.members).collect()
}

#[derive(Default)]
struct Stories {
    stories: Vec<Story>,
    /// The stories that have each stem among their keys.
    holders: FxHashMap<u32, Vec<usize>>,
}

struct Story {
    members: Vec<usize>,
    centre: FxHashMap<u32, f32>,
    last: Option<i64>,
}

impl Stories {
    fn add(&mut self, article: usize, row: &Row, day: Option<i64>) {
        let story = self.best(row, day).unwrap_or_else(|| {
            self.stories.push(Story {
                members: Vec::new(),
                centre: FxHashMap::default(),
                last: day,
            });
            self.stories.len() - 1
        });
        for &(stem, _) in row.iter().take(KEYS) {
            let holders = self.holders.entry(stem).or_default();
            if holders.last() != Some(&story) && !holders.contains(&story) {
                holders.push(story);
            }
        }
        self.stories[story].add(article, row, day);
    }

    /// The story that an article belongs to, if any.
    fn best(&self, row: &Row, day: Option<i64>) -> Option<usize> {
        let keys = row.iter().take(KEYS);
        let mut near: Vec<usize> = keys
            .filter_map(|(stem, _)| self.holders.get(stem))
            .flatten()
            .copied()
            .collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter()
            .filter(|&s| self.stories[s].is_fresh(day))
            .map(|s| (s, self.stories[s].agreement(row)))
            .filter(|&(_, agreement)| agreement >= SAME_EVENT)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(s, _)| s)
    }
}

impl Story {
    fn is_fresh(&self, day: Option<i64>) -> bool {
        match (self.last, day) {
            (Some(last), Some(day)) => (day - last).abs() <= WINDOW,
            _ => true,
        }
    }

    /// The mean cosine of an article with the members.
    fn agreement(&self, row: &Row) -> f32 {
        let dot: f32 = row
            .iter()
            .filter_map(|(stem, weight)| Some(weight * self.centre.get(stem)?))
            .sum();
        dot / self.members.len() as f32
    }

    fn add(&mut self, article: usize, row: &Row, day: Option<i64>) {
        self.members.push(article);
        self.last = self.last.max(day);
        for &(stem, weight) in row {
            *self.centre.entry(stem).or_default() += weight;
        }
    }
}

/// The weighted stems of an article's running text and title.
fn row<'a>(entry: &Entry<'a>, stems: &mut FxHashMap<&'a str, u32>) -> Row {
    let article = entry.article;
    let document = Document::new(article, &Query::default());
    let mut weights = vec![0.0_f32; document.term_count()];
    let mut stem_of = vec![""; document.term_count()];
    let running = article.blocks.iter().filter(|b| b.kind.purpose().gives_keywords);
    for token in running.flat_map(|b| article.indices_in(b.span)) {
        let Some(term) = document.term_of(article.token_types[token]) else {
            continue;
        };
        let name = if article.tokens[token].case == Case::Lower {
            1.0
        } else {
            NAME
        };
        weights[term as usize] += name;
        stem_of[term as usize] = article.stem(token);
    }
    let mut row: Row = Vec::new();
    for (term, &weight) in weights.iter().enumerate().filter(|(_, w)| **w > 0.0) {
        let next = stems.len() as u32;
        let stem = *stems.entry(stem_of[term]).or_insert(next);
        row.push((stem, libm::logf(1.0 + weight) * document.rarity(term as u32)));
    }
    let norm = row
        .iter()
        .map(|(_, w)| w * w)
        .sum::<f32>()
        .sqrt()
        .max(f32::MIN_POSITIVE);
    row.iter_mut().for_each(|(_, w)| *w /= norm);
    row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    row
}

/// What to call a story: the title of its first article that has one, or else who or where it is about, and what.
pub(super) fn name(entries: &[Entry<'_>], members: &[usize]) -> String {
    let title = |&m: &usize| {
        let article = entries[m].article;
        let block = article
            .blocks
            .iter()
            .find(|b| b.kind == notis_text::BlockKind::Title);
        article
            .title
            .map(crate::space::collapse)
            .or_else(|| block.map(|b| crate::space::collapse(article.slice(b.span))))
    };
    let untitled = || label(members.iter().take(HEARD).map(|&m| entries[m].article));
    members.iter().find_map(title).unwrap_or_else(untitled)
}

/// So many articles of a story are asked for its name: the rest tell the same.
const HEARD: usize = 8;
/// Names in a label, and other words.
const LABEL: (usize, usize) = (2, 2);
/// Words of an article among which those of the label are looked for.
const KEYWORDS: usize = 12;

/// «Moss, Horten: motorbrann, reserveferge»: what most of the articles name and speak of.
fn label<'a>(articles: impl Iterator<Item = &'a Analysis<'a>>) -> String {
    let (mut names, mut words) = (Shared::default(), Shared::default());
    for article in articles {
        for name in notis_text::names(article) {
            names.hear(name.name.to_lowercase(), name.name);
        }
        let document = Document::new(article, &Query::default());
        for word in crate::keywords(&document, KEYWORDS) {
            words.hear(notis_text::stem(&word.text), word.text);
        }
    }
    let (names, words) = (names.best(LABEL.0), words.best(LABEL.1));
    match names.is_empty() || words.is_empty() {
        true => names + &words,
        false => format!("{names}: {words}"),
    }
}

/// Words with the number of articles that have them.
#[derive(Default)]
struct Shared {
    /// Stem, word as first met, articles.
    heard: Vec<(String, String, usize)>,
}

impl Shared {
    fn hear(&mut self, stem: String, word: String) {
        match self.heard.iter_mut().find(|known| known.0 == stem) {
            Some(known) => known.2 += 1,
            None => self.heard.push((stem, word, 1)),
        }
    }

    /// Those that most articles have, of equals the first met, with commas.
    fn best(mut self, count: usize) -> String {
        self.heard.sort_by_key(|known| std::cmp::Reverse(known.2));
        let words = self.heard.into_iter().map(|known| known.1);
        words.take(count).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::by_story;
    use super::*;
    use notis_text::analyze;

    const FERRY: &str = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen av passasjerane vart skadde. \
        Reiarlaget Bastø seier at ei anna ferje tek over ruta frå klokka ti.";
    const FERRY_NB: &str = "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Bastø setter inn en reserveferge \
        på ruten. Politiet i Horten etterforsker hva som utløste brannen om bord.";
    const POOL: &str =
        "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall i Fana. Hallen skal stå klar om fire år.";

    fn stories_of(articles: &[(&str, Option<&str>)]) -> Vec<Vec<usize>> {
        let analyses: Vec<_> = articles.iter().map(|(text, _)| analyze(text, None)).collect();
        let entries: Vec<_> = analyses
            .iter()
            .zip(articles)
            .map(|(a, (_, date))| Entry {
                date: *date,
                ..Entry::new("", a)
            })
            .collect();
        by_story(&entries).into_iter().map(|g| g.members).collect()
    }

    #[test]
    fn both_written_forms_tell_one_story() {
        let day = Some("2026-03-02");
        assert_eq!(
            stories_of(&[(FERRY, day), (POOL, day), (FERRY_NB, day)]),
            [vec![0, 2], vec![1]]
        );
    }

    #[test]
    fn a_story_without_a_title_is_called_by_what_its_articles_share() {
        let analyses = [FERRY, FERRY_NB].map(|text| analyze(text, None));
        let entries = analyses.each_ref().map(|article| Entry::new("", article));
        let name = name(&entries, &[0, 1]);
        assert!(
            name.starts_with("Moss, Horten: ") && name.contains("motorbrann"),
            "{name}"
        );
    }

    #[test]
    fn weeks_later_it_is_another_story() {
        let articles = [(FERRY, Some("2026-03-02")), (FERRY_NB, Some("2026-05-20"))];
        assert_eq!(stories_of(&articles), [vec![1], vec![0]], "the newest first");
    }
}
