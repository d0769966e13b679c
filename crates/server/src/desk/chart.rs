//! Bars per day, drawn here as SVG: a bar a day, a colour a topic, and the same as a table.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::names::TopicNames;
use super::visitor::Visitor;
use super::words::{Lang, Words};
use crate::store::Bar;

/// Topics with a colour of their own, the most frequent; the others share one.
const TOPICS: usize = 6;
/// Days that are drawn, the latest with an article.
const DAYS: usize = 31;
const HEIGHT: f64 = 160.0;
const WIDTH: f64 = 720.0;
/// Room for the figures on the left and the days beneath.
const LEFT: f64 = 34.0;
const BENEATH: f64 = 22.0;

/// Counts by day and topic, with the rarer topics together.
struct Counts<'a> {
    days: Vec<&'a str>,
    /// The topics in the order of their colours; the last may be `None`: the others.
    topics: Vec<Option<&'a str>>,
    counts: BTreeMap<(&'a str, Option<&'a str>), u64>,
    highest: u64,
}

impl<'a> Counts<'a> {
    fn new(bars: &'a [Bar]) -> Self {
        let mut days: Vec<&str> = bars.iter().map(|bar| bar.day.as_str()).collect();
        days.dedup();
        let days = days.split_off(days.len().saturating_sub(DAYS));
        let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
        let drawn = || {
            bars.iter()
                .filter(|bar| days.first().is_some_and(|first| bar.day.as_str() >= *first))
        };
        drawn().for_each(|bar| *sums.entry(&bar.topic).or_default() += bar.articles);
        let mut frequent: Vec<_> = sums.into_iter().collect();
        frequent.sort_by_key(|(topic, sum)| (std::cmp::Reverse(*sum), *topic));
        let own: Vec<&str> = frequent.iter().take(TOPICS).map(|(topic, _)| *topic).collect();
        let mut counts = BTreeMap::new();
        for bar in drawn() {
            let topic = own.contains(&bar.topic.as_str()).then_some(bar.topic.as_str());
            *counts.entry((bar.day.as_str(), topic)).or_default() += bar.articles;
        }
        let more = (frequent.len() > TOPICS).then_some(None);
        let topics = own.into_iter().map(Some).chain(more).collect();
        let sum = |day: &&str| -> u64 {
            counts
                .iter()
                .filter(|((of, _), _)| of == day)
                .map(|(_, n)| n)
                .sum()
        };
        Counts {
            highest: days.iter().map(sum).max().unwrap_or(0),
            days,
            topics,
            counts,
        }
    }

    fn count(&self, day: &str, topic: Option<&str>) -> u64 {
        self.counts.get(&(day, topic)).copied().unwrap_or(0)
    }
}

/// The chart with its table; nothing where there is nothing to draw.
pub(super) fn timeline(bars: &[Bar], names: &TopicNames, visitor: &Visitor) -> Markup {
    let words = visitor.words();
    let counts = Counts::new(bars);
    if counts.highest == 0 {
        return html! {};
    }
    let called = |topic: Option<&str>| match topic {
        None => words.others.to_owned(),
        Some("") => words.without.to_owned(),
        Some(topic) => names.name(topic).to_owned(),
    };
    html! {
        section.timeline aria-labelledby="timeline" {
            h2 id="timeline" { (words.timeline) }
            (drawing(&counts, visitor))
            p.faint { (words.timeline_hint) }
            ul.legend aria-hidden="true" {
                @for (number, topic) in (1..).zip(&counts.topics) {
                    li { svg viewBox="0 0 10 10" { rect class={ "b" (number) } width="10" height="10" {} } " " (called(*topic)) }
                }
            }
            details { summary { (words.timeline_table) } (table(&counts, words, &called)) }
        }
    }
}

fn drawing(counts: &Counts<'_>, visitor: &Visitor) -> Markup {
    let step = (WIDTH - LEFT) / counts.days.len().max(7) as f64;
    let scale = (HEIGHT - 8.0) / counts.highest as f64;
    let at = |place: usize| LEFT + place as f64 * step;
    let named = counts.days.len().div_ceil(8);
    html! {
        svg.bars viewBox={ "0 0 " (WIDTH) " " (HEIGHT + BENEATH) } role="img" aria-label=(visitor.words().timeline) {
            line.axis x1=(LEFT) y1=(HEIGHT) x2=(WIDTH) y2=(HEIGHT) {}
            text x=(LEFT - 6.0) y="14" text-anchor="end" { (counts.highest) }
            text x=(LEFT - 6.0) y=(HEIGHT) text-anchor="end" { "0" }
            @for (place, day) in counts.days.iter().enumerate() {
                (bar(counts, day, at(place) + step * 0.1, step * 0.8, scale))
                @if place % named == 0 {
                    text x=(format!("{:.1}", at(place) + step * 0.1)) y=(HEIGHT + 15.0) { (short(day, visitor.lang)) }
                }
            }
        }
    }
}

/// A day without its year, as the language writes it; a month keeps it.
fn short(date: &str, lang: Lang) -> String {
    match (date.get(5..7), date.get(8..10)) {
        (Some(month), Some(day)) if lang == Lang::En => format!("{month}-{day}"),
        (Some(month), Some(day)) => format!("{day}.{month}."),
        _ => date.to_owned(),
    }
}

/// One day, its topics on top of each other.
fn bar(counts: &Counts<'_>, day: &str, x: f64, width: f64, scale: f64) -> Markup {
    let mut top = HEIGHT;
    let parts = (1..).zip(&counts.topics).filter_map(|(number, topic)| {
        let height = counts.count(day, *topic) as f64 * scale;
        top -= height;
        (height > 0.0).then(|| (number, format!("{top:.1}"), format!("{height:.1}")))
    });
    let parts: Vec<_> = parts.collect();
    html! {
        @for (number, y, height) in parts {
            rect class={ "b" (number) } x=(format!("{x:.1}")) y=(y) width=(format!("{width:.1}")) height=(height) {}
        }
    }
}

fn table(counts: &Counts<'_>, words: &Words, called: &dyn Fn(Option<&str>) -> String) -> Markup {
    html! {
        div.wide tabindex="0" role="region" aria-label=(words.timeline_table) { table {
            thead { tr {
                th scope="col" { (words.day) }
                @for topic in &counts.topics { th scope="col" { (called(*topic)) } }
            } }
            tbody {
                @for day in counts.days.iter().rev() {
                    tr {
                        th scope="row" { (day) }
                        @for topic in &counts.topics { td { (counts.count(day, *topic)) } }
                    }
                }
            }
        } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_topics_share_a_bar_and_old_days_are_left_out() {
        let bar = |day: usize, topic: String, articles| Bar {
            day: format!("2026-{:02}-{:02}", 1 + day / 28, 1 + day % 28),
            topic,
            articles,
        };
        let mut bars: Vec<Bar> = (0..40).map(|day| bar(day, "fn".to_owned(), 1)).collect();
        bars.extend((0..9).map(|topic| bar(39, format!("t{topic}"), 1)));
        let counts = Counts::new(&bars);
        assert_eq!(
            (counts.days.len(), counts.topics.len(), counts.highest),
            (DAYS, TOPICS + 1, 10)
        );
        assert_eq!(counts.topics[0], Some("fn"));
        assert_eq!(counts.count(counts.days[DAYS - 1], None), 4);
        assert_eq!(Counts::new(&[]).highest, 0);
    }

    #[test]
    fn days_are_written_as_the_language_does() {
        assert_eq!(short("2026-11-28", Lang::Nb), "28.11.");
        assert_eq!(short("2026-11-28", Lang::En), "11-28");
        assert_eq!(short("2026-11", Lang::Nn), "2026-11");
    }
}
