//! The page of `notis discover`.

use super::html::{anchor, article, figure, folded, link, table, text, topic_link};
use super::svg::{Bars, Course};
use super::{PageLanguage, Shell, Spoken};
use crate::output::{ArticleRef, Counted, DiscoveredTopic, DiscoveryReport, TopicKeyword};

impl DiscoveryReport {
    /// The topics as a page of one file.
    pub fn page(&self, language: PageLanguage) -> String {
        let spoken = language.spoken();
        let title = spoken.discovery_title.replace("{}", &self.articles.to_string());
        let mut page = Shell::new(language, &title);
        page.lead(&self.facts(spoken));
        page.section(spoken.sizes, spoken.sizes_lead, &self.sizes(spoken));
        if !self.periods.is_empty() {
            page.section(spoken.over_time, spoken.over_time_lead, &self.courses(spoken));
        }
        let topics: String = self
            .topics
            .iter()
            .map(|topic| self.topic(topic, spoken))
            .collect();
        page.section(spoken.each_topic, spoken.each_topic_lead, &topics);
        if self.outside > 0 {
            page.section(spoken.outside, spoken.outside_lead, &list(&self.outside_examples));
        }
        if !self.tried.is_empty() {
            page.section(spoken.chosen, spoken.chosen_lead, &self.tried(spoken));
        }
        page.finish()
    }

    fn facts(&self, spoken: &Spoken) -> String {
        let facts = [
            (self.articles, spoken.articles),
            (self.topics.len(), spoken.topics),
            (self.outside, spoken.outside),
        ];
        let fact = |(number, what): (usize, &str)| format!("<li><b>{number}</b>{}</li>", text(what));
        let ends = match (self.periods.first(), self.periods.last()) {
            (Some(first), Some(last)) => format!(
                "<li><b>{}–{}</b>{}</li>",
                text(first),
                text(last),
                text(spoken.period)
            ),
            _ => String::new(),
        };
        format!("<ul class=\"facts\">{}{ends}</ul>\n", facts.map(fact).concat())
    }

    /// How many articles each topic has: a picture of the largest, and a table of all with their words.
    fn sizes(&self, spoken: &Spoken) -> String {
        const BARS: usize = 40;
        let bar = |topic: &DiscoveredTopic| (topic.name.clone(), vec![topic.articles as u64]);
        let rows: Vec<(String, Vec<u64>)> = self.topics.iter().take(BARS).map(bar).collect();
        let picture = Bars {
            title: spoken.sizes,
            rows: &rows,
            parts: &[],
            unit: spoken.articles,
        };
        let row = |topic: &DiscoveredTopic| {
            let name = topic_link(&topic.id, &topic.name);
            vec![name, shown_words(&topic.keywords), topic.articles.to_string()]
        };
        let rows: Vec<Vec<String>> = self.topics.iter().map(row).collect();
        let numbers = table(&[spoken.topic, spoken.keywords, spoken.articles], &rows, 2);
        figure(&picture.draw(), &folded(spoken.numbers, &numbers))
    }

    fn courses(&self, spoken: &Spoken) -> String {
        let card = |topic: &DiscoveredTopic| {
            let picture = Course {
                title: &topic.name,
                values: &topic.course,
                periods: &self.periods,
                unit: spoken.articles,
            };
            format!(
                "<div class=\"card\"><h3>{}</h3>{}</div>\n",
                topic_link(&topic.id, &topic.name),
                picture.draw()
            )
        };
        let cards: String = self.topics.iter().map(card).collect();
        format!(
            "<div class=\"many\">{cards}</div>\n{}",
            folded(spoken.numbers, &self.course_table(spoken))
        )
    }

    fn course_table(&self, spoken: &Spoken) -> String {
        let mut head = vec![spoken.topic];
        head.extend(self.periods.iter().map(String::as_str));
        let row = |topic: &DiscoveredTopic| {
            let numbers = topic.course.iter().map(u64::to_string);
            std::iter::once(text(&topic.name))
                .chain(numbers)
                .collect::<Vec<String>>()
        };
        table(&head, &self.topics.iter().map(row).collect::<Vec<_>>(), 1)
    }

    fn topic(&self, topic: &DiscoveredTopic, spoken: &Spoken) -> String {
        let share = 100.0 * topic.articles as f64 / self.articles.max(1) as f64;
        let near = |what: &str, id: &Option<String>| self.near(what, id.as_deref());
        format!(
            "<article class=\"topic\" id=\"{}\"><h3>{} <small>{} {} ({share:.1} %) <code>{}</code></small></h3>\n{}{}{}{}\
             <div class=\"two\">{}{}</div>\n{}</article>\n",
            anchor("t", &topic.id),
            text(&topic.name),
            topic.articles,
            text(spoken.articles),
            text(&topic.id),
            paragraph(spoken.keywords, &shown_words(&topic.keywords)),
            paragraph(spoken.names, &counted(&topic.names)),
            near(spoken.wider, &topic.parent),
            near(spoken.nearest, &topic.nearest),
            listed(spoken.typical, &topic.typical),
            listed(spoken.recent, &topic.recent),
            details(topic, spoken),
        )
    }

    /// The name of another topic, with a link to it where it has a place on the page.
    fn near(&self, what: &str, id: Option<&str>) -> String {
        let is_it = |topic: &&DiscoveredTopic| Some(topic.id.as_str()) == id;
        let beside = self.topics.iter().find(is_it);
        let above = || self.wider.iter().find(is_it).map(|topic| text(&topic.name));
        let shown = beside.map(|topic| topic_link(&topic.id, &topic.name));
        match shown.or_else(above) {
            Some(name) => format!("<p><small>{}:</small> {name}</p>\n", text(what)),
            None => String::new(),
        }
    }

    fn tried(&self, spoken: &Spoken) -> String {
        let row = |tried: &notis_discover::Tried| {
            vec![
                tried.topics.to_string(),
                format!("{:.3}", tried.stability),
                format!("{:.3}", tried.silhouette),
            ]
        };
        let rows: Vec<Vec<String>> = self.tried.iter().map(row).collect();
        table(&[spoken.topics, spoken.stability, spoken.silhouette], &rows, 0)
    }
}

fn details(topic: &DiscoveredTopic, spoken: &Spoken) -> String {
    let overlap =
        |o: &crate::output::Overlap| format!("{} {} ({:.0} %)", text(&o.topic), o.articles, 100.0 * o.share);
    let overlaps: Vec<String> = topic.overlap.iter().map(overlap).collect();
    [
        paragraph(spoken.overlap, &overlaps.join(", ")),
        paragraph(spoken.sources, &counted(&topic.sources)),
        paragraph(spoken.languages, &counted(&topic.languages)),
    ]
    .concat()
}

fn paragraph(what: &str, html: &str) -> String {
    if html.is_empty() {
        return String::new();
    }
    format!("<p><small>{}:</small> {html}</p>\n", text(what))
}

fn shown_words(words: &[TopicKeyword]) -> String {
    words
        .iter()
        .map(|word| text(&word.shown()))
        .collect::<Vec<_>>()
        .join(", ")
}

fn counted(items: &[Counted]) -> String {
    let shown = |item: &Counted| format!("{} <small>{}</small>", link(None, &item.name), item.articles);
    items.iter().map(shown).collect::<Vec<_>>().join(", ")
}

/// A list with its heading; nothing where it is empty.
fn listed(heading: &str, articles: &[ArticleRef]) -> String {
    if articles.is_empty() {
        return String::new();
    }
    format!("<div><h3>{}</h3>{}</div>", text(heading), list(articles))
}

fn list(articles: &[ArticleRef]) -> String {
    format!(
        "<ul class=\"list\">\n{}</ul>\n",
        articles.iter().map(article).collect::<String>()
    )
}
