//! Which articles are about the same event.
//!
//! Articles are taken in the order of time; each joins the story it agrees with most, if it agrees enough and the story
//! is fresh, else it begins a new one. Only stories that share several of its most telling words are looked at, and of each
//! word only the newest stories are remembered: time grows as the number of articles, not as its square.
//!
//! Allan, Papka & Lavrenko (1998), "On-line new event detection and tracking"; names weigh double, as events are told
//! apart by who and where (Kumaran & Allan 2004, "Text classification and named entities for new event detection"). What
//! many articles of the batch have (a line of the page, «fjorår») tells no event, whatever it tells in Norwegian at large.

use super::date::day;
use super::item::{Item, Row};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;

/// The cosine from which an article belongs to a story.
const SAME_EVENT: f32 = 0.30;
/// So many of its most telling words an article must share with a story, or half of them where it has few: one rare word in
/// two teasers is chance.
const SHARED: usize = 3;
/// Days after which a story that nobody wrote about is closed.
const WINDOW: i64 = 4;
/// A story is looked up by this many of the most telling words of its articles.
const KEYS: usize = 24;
/// Stories that a word is remembered for, the newest.
const HOLDERS: usize = 64;
/// In fewer articles than this it says nothing how many of them have a word.
const BATCH: usize = 100;
/// A word of at most this many articles of a batch tells as much as it does in Norwegian at large.
const RARE: f32 = 6.0;

/// The stories, each as the indices of its articles.
pub(super) fn stories(items: &[Item]) -> Vec<Vec<usize>> {
    let commonness = Commonness::of(items);
    let date = |item: &Item| item.about.date.as_deref().and_then(day);
    let days: Vec<Option<i64>> = items.iter().map(date).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&i| (days[i], i));
    let mut open = Stories::default();
    for article in order {
        open.add(article, &commonness.weighed(&items[article].row), days[article]);
    }
    open.stories.into_iter().map(|story| story.members).collect()
}

/// How many articles of the batch have each stem.
struct Commonness {
    articles: f32,
    having: FxHashMap<u64, f32>,
}

impl Commonness {
    fn of(items: &[Item]) -> Self {
        let mut having: FxHashMap<u64, f32> = FxHashMap::default();
        let counted = items.len() >= BATCH;
        for (stem, _) in items.iter().filter(|_| counted).flat_map(|item| &item.row) {
            *having.entry(*stem).or_default() += 1.0;
        }
        Commonness {
            articles: items.len() as f32,
            having,
        }
    }

    /// What is left of the weight of a stem: all where few articles have it, nothing where all do.
    fn share(&self, stem: u64) -> f32 {
        let Some(&having) = self.having.get(&stem) else {
            return 1.0;
        };
        (libm::logf(self.articles / having) / libm::logf(self.articles / RARE)).clamp(0.0, 1.0)
    }

    /// A row by what its stems tell in this batch, of unit length, the most telling first.
    fn weighed(&self, row: &Row) -> Row {
        let mut row: Row = row
            .iter()
            .map(|&(stem, weight)| (stem, weight * self.share(stem)))
            .collect();
        let norm = row.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
        row.iter_mut()
            .for_each(|(_, w)| *w /= norm.max(f32::MIN_POSITIVE));
        row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        row
    }
}

#[derive(Default)]
struct Stories {
    stories: Vec<Story>,
    /// The stories that have each stem among their keys, the newest last.
    holders: FxHashMap<u64, VecDeque<usize>>,
}

struct Story {
    members: Vec<usize>,
    centre: FxHashMap<u64, f32>,
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
            holders.retain(|&other| other != story);
            if holders.len() == HOLDERS {
                holders.pop_front();
            }
            holders.push_back(story);
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
        let needed = SHARED.min(row.len().div_ceil(2)).max(1);
        let shared = near.chunk_by(|a, b| a == b).filter(|same| same.len() >= needed);
        shared
            .map(|same| same[0])
            .filter(|&story| self.stories[story].is_fresh(day))
            .map(|story| (story, self.stories[story].agreement(row)))
            .filter(|&(_, agreement)| agreement >= SAME_EVENT)
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
            .map(|(story, _)| story)
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

#[cfg(test)]
mod tests {
    use super::super::grouping::{by_story, story_name};
    use super::super::tests::item;

    const FERRY: &str = "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen av passasjerane vart skadde. \
        Reiarlaget Bastø seier at ei anna ferje tek over ruta frå klokka ti.";
    const FERRY_NB: &str = "Fergen mellom Moss og Horten er innstilt etter en motorbrann. Bastø setter inn en reserveferge \
        på ruten. Politiet i Horten etterforsker hva som utløste brannen om bord.";
    const POOL: &str =
        "Bystyret i Bergen vedtok onsdag å bygge ny svømmehall i Fana. Hallen skal stå klar om fire år.";

    fn stories_of(articles: &[(&str, Option<&str>)]) -> Vec<Vec<usize>> {
        let items: Vec<_> = articles.iter().map(|(text, date)| item(text, *date)).collect();
        by_story(&items).into_iter().map(|g| g.members).collect()
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
        let items = [FERRY, FERRY_NB].map(|text| item(text, None));
        let name = story_name(&items, &[0, 1]);
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
