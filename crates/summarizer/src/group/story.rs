//! Which articles are about the same event.
//!
//! Articles are taken in the order of time; each joins the story it agrees with most, if it agrees enough and the story
//! is fresh, else it begins a new one. Only stories that share a telling word are looked at.
//!
//! Allan, Papka & Lavrenko (1998), "On-line new event detection and tracking"; names weigh double, as events are told
//! apart by who and where (Kumaran & Allan 2004, "Text classification and named entities for new event detection").

use super::Item;
use super::date::day;
use super::item::Row as Hashes;
use rustc_hash::FxHashMap;

/// The cosine from which an article belongs to a story.
const SAME_EVENT: f32 = 0.30;
/// Days after which a story that nobody wrote about is closed.
const WINDOW: i64 = 4;
/// A story is looked up by this many of its most telling words.
const KEYS: usize = 40;

/// An article as weighted stems, of unit length, the most telling first.
type Row = Vec<(u32, f32)>;

/// The stories, each as the indices of its articles.
pub(super) fn stories(items: &[Item]) -> Vec<Vec<usize>> {
    let mut stems = FxHashMap::default();
    let rows: Vec<Row> = items.iter().map(|item| numbered(&item.row, &mut stems)).collect();
    let date = |item: &Item| item.about.date.as_deref().and_then(day);
    let days: Vec<Option<i64>> = items.iter().map(date).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
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

/// A row by numbers of stems, the most telling first.
fn numbered(row: &Hashes, stems: &mut FxHashMap<u64, u32>) -> Row {
    let number = |&(stem, weight): &(u64, f32)| {
        let next = stems.len() as u32;
        (*stems.entry(stem).or_insert(next), weight)
    };
    let mut row: Row = row.iter().map(number).collect();
    row.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    row
}

#[cfg(test)]
mod tests {
    use super::super::tests::item;
    use super::super::{by_story, label};

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
        let name = label::name(&items, &[0, 1]);
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
