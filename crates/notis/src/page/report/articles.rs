//! The articles themselves: examples, those of each topic, those without.

use notis_topics::Reason;

use super::View;
use crate::page::Shell;
use crate::page::html::{anchor, folded, reference, text};
use crate::print::escape;
use crate::report::{Entry, Example, NoTopic, TopicCounts};

/// Topics that have examples, and how many each.
const WITH_EXAMPLES: usize = 12;
const EXAMPLES: usize = 2;
/// Articles listed of a topic, and of a reason; with 40 topics and 10,000 articles the page stays under 2 MB.
const LISTED: usize = 60;

impl View<'_> {
    pub(super) fn articles(&self, page: &mut Shell) {
        let (words, counts) = (self.words, &self.report.counts);
        if counts
            .topics
            .iter()
            .any(|topic| !self.best_examples(topic).is_empty())
        {
            let shown = counts.topics.iter().take(WITH_EXAMPLES);
            let examples: String = shown.map(|topic| self.examples(topic)).collect();
            page.section(words.examples, words.examples_lead, &examples);
        }
        if !counts.without.is_empty() {
            let reasons: String = counts.without.iter().map(|group| self.without(group)).collect();
            page.section(words.without, words.without_lead, &reasons);
        }
        let lists: String = counts.topics.iter().map(|topic| self.of_topic(topic)).collect();
        page.section(words.lists, words.lists_lead, &lists);
    }

    /// The articles that a topic is most certain of, and whose first topic it is.
    fn best_examples(&self, topic: &TopicCounts) -> Vec<(&Entry, &Example)> {
        let told = |&article: &usize| {
            let entry = self.entry(article);
            let is_first = entry.topics.first() == Some(&topic.topic);
            entry
                .example
                .as_ref()
                .filter(|_| is_first)
                .map(|example| (entry, example))
        };
        let mut examples: Vec<(&Entry, &Example)> = topic.articles.iter().filter_map(told).collect();
        examples.sort_by(|a, b| b.1.probability.total_cmp(&a.1.probability));
        examples.truncate(EXAMPLES);
        examples
    }

    fn examples(&self, topic: &TopicCounts) -> String {
        let example = |(entry, example): &(&Entry, &Example)| {
            let stretch = |(words, is_told): &(String, bool)| {
                let words = escape::html(words);
                if *is_told {
                    format!("<mark>{words}</mark>")
                } else {
                    words
                }
            };
            let sentence: String = example.stretches.iter().map(stretch).collect();
            format!(
                "<blockquote>{sentence} <small>{}</small></blockquote>\n",
                self.reference(entry)
            )
        };
        let told: String = self.best_examples(topic).iter().map(example).collect();
        if told.is_empty() {
            return String::new();
        }
        format!(
            "<div class=\"card\"><h3>{}</h3>{told}</div>\n",
            self.topic_link(topic.topic)
        )
    }

    fn without(&self, group: &NoTopic) -> String {
        let why = match group.reason {
            Reason::TooShort => self.words.too_short,
            Reason::NotNorwegian => self.words.not_norwegian,
            Reason::Unfamiliar => self.words.unfamiliar,
            Reason::BelowThreshold => self.words.below,
        };
        let head = format!("{why} · {} {}", group.articles.len(), self.spoken.articles);
        folded(&head, &self.list(&group.articles, LISTED))
    }

    fn of_topic(&self, topic: &TopicCounts) -> String {
        let named = &self.report.topics[topic.topic];
        let head = format!(
            "{} · {} {}",
            named.name,
            topic.articles.len(),
            self.spoken.articles
        );
        let list = folded(&head, &self.list(&topic.articles, LISTED));
        format!("<div id=\"{}\">{list}</div>\n", anchor("t", &named.id))
    }

    /// Articles in a list, at most `most`; how many are left is said.
    pub(super) fn list(&self, articles: &[usize], most: usize) -> String {
        let item = |&article: &usize| {
            let entry = self.entry(article);
            format!("<li>{}{}</li>\n", self.reference(entry), self.nearest(entry))
        };
        let items: String = articles.iter().take(most).map(item).collect();
        format!(
            "<ul class=\"list\">\n{items}</ul>{}\n",
            self.rest(articles.len(), most)
        )
    }

    pub(super) fn rest(&self, all: usize, shown: usize) -> String {
        match all.checked_sub(shown).filter(|&rest| rest > 0) {
            Some(rest) => format!(
                "<p><small>{}</small></p>",
                text(&self.words.more_articles.replace("{}", &rest.to_string()))
            ),
            None => String::new(),
        }
    }

    fn reference(&self, entry: &Entry) -> String {
        let about = &entry.about;
        reference(
            &about.id,
            &about.title,
            about.link.as_deref(),
            about.date.as_deref(),
        )
    }

    /// Which topic came nearest, where none was reached.
    fn nearest(&self, entry: &Entry) -> String {
        let Some((topic, probability, threshold)) = entry.nearest else {
            return String::new();
        };
        let told = self.words.nearest.replace("{t}", self.topic_name(topic));
        let told = told
            .replace("{p}", &format!("{probability:.2}"))
            .replace("{g}", &format!("{threshold:.2}"));
        format!(" <small>({})</small>", text(&told))
    }
}
