//! The page of `notis report`.

mod articles;
mod names;
mod topics;
mod words;

use super::html::{text, topic_link};
use super::{Shell, Spoken};
use crate::report::{CorpusReport, Entry};
use words::Words;

/// Topics that have a picture of their own, and that stand in the squares of what goes together.
const COURSES: usize = 24;
const TOGETHER: usize = 14;
/// Rows of a picture of bars.
const BARS: usize = 20;

impl CorpusReport {
    /// The page, of one file.
    pub fn page(&self) -> String {
        let view = View {
            report: self,
            words: words::of(self.language),
            spoken: self.language.spoken(),
        };
        let mut page = Shell::new(
            self.language,
            &view.words.title.replace("{}", &self.entries.len().to_string()),
        );
        page.lead(&view.facts());
        view.topics(&mut page);
        view.names(&mut page);
        view.articles(&mut page);
        page.finish()
    }
}

/// A report as it is drawn.
struct View<'a> {
    report: &'a CorpusReport,
    words: &'static Words,
    spoken: &'static Spoken,
}

impl View<'_> {
    fn facts(&self) -> String {
        let counts = &self.report.counts;
        let without: usize = counts.without.iter().map(|group| group.articles.len()).sum();
        let fact = |number: &str, what: &str| format!("<li><b>{}</b>{}</li>", text(number), text(what));
        let mut facts = vec![
            fact(&self.report.entries.len().to_string(), self.spoken.articles),
            fact(&counts.topics.len().to_string(), self.spoken.topics),
            fact(&without.to_string(), self.words.without_short),
            fact(&counts.sources.len().to_string(), self.words.sources_short),
        ];
        facts.extend(
            counts
                .forms
                .iter()
                .map(|(form, n)| fact(&n.to_string(), self.form(form))),
        );
        if let (Some(first), Some(last)) = (counts.axis.periods.first(), counts.axis.periods.last()) {
            facts.push(fact(&format!("{first} – {last}"), self.spoken.period));
        }
        format!("<ul class=\"facts\">{}</ul>\n", facts.concat())
    }

    /// What a written form is called.
    fn form(&self, code: &str) -> &'static str {
        match code {
            "nb" => "bokmål",
            "nn" => "nynorsk",
            "da" => self.words.danish,
            "sv" => self.words.swedish,
            "other" => self.words.other,
            _ => self.words.unknown,
        }
    }

    /// A topic's name, with a link to its articles.
    fn topic_link(&self, topic: usize) -> String {
        let named = &self.report.topics[topic];
        topic_link(&named.id, &named.name)
    }

    fn topic_name(&self, topic: usize) -> &str {
        &self.report.topics[topic].name
    }

    fn entry(&self, article: usize) -> &Entry {
        &self.report.entries[article]
    }
}

/// A share in percent.
fn percent(part: u64, whole: u64) -> String {
    format!("{:.1} %", 100.0 * part as f64 / whole.max(1) as f64)
}
