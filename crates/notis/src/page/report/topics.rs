//! What the articles are about: over time, more and less, together, in which form.

use super::{BARS, COURSES, TOGETHER, View, percent};
use crate::output::Counted;
use crate::page::Shell;
use crate::page::html::{figure, folded, table, text};
use crate::page::svg::{Bars, Course, Grid, Ratios};
use crate::report::{Change, TopicCounts};

impl View<'_> {
    pub(super) fn topics(&self, page: &mut Shell) {
        let words = self.words;
        let counts = &self.report.counts;
        if !counts.axis.periods.is_empty() {
            page.section(words.over_time, words.over_time_lead, &self.courses());
        }
        if let Some(change) = &counts.change {
            let [before, after] = &change.sides;
            let lead = words.change_lead.replace("{a}", before).replace("{b}", after);
            let lead = lead.replace("{n}", &change.trends.len().to_string());
            page.section(words.change, &lead, &self.change(change));
        }
        if counts.topics.len() > 1 {
            page.section(words.together, words.together_lead, &self.together());
        }
        page.section(words.forms, words.forms_lead, &self.forms());
        if !counts.sources.is_empty() {
            page.section(self.spoken.sources, words.sources_lead, &self.sources());
        }
    }

    fn courses(&self) -> String {
        let counts = &self.report.counts;
        let card = |topic: &TopicCounts| {
            let picture = Course {
                title: self.topic_name(topic.topic),
                values: &topic.course,
                periods: &counts.axis.periods,
                unit: self.spoken.articles,
            };
            format!(
                "<div class=\"card\"><h3>{}</h3>{}</div>\n",
                self.topic_link(topic.topic),
                picture.draw()
            )
        };
        let all = Course {
            title: self.words.all,
            values: &counts.by_period,
            periods: &counts.axis.periods,
            unit: self.spoken.articles,
        };
        let all = format!(
            "<div class=\"card\"><h3>{}</h3>{}</div>\n",
            text(self.words.all),
            all.draw()
        );
        let cards: String = counts.topics.iter().take(COURSES).map(card).collect();
        format!(
            "<div class=\"many\">{all}{cards}</div>\n{}",
            folded(self.spoken.numbers, &self.course_table())
        )
    }

    fn course_table(&self) -> String {
        let counts = &self.report.counts;
        let mut head = vec![self.spoken.topic, self.spoken.articles];
        head.extend(counts.axis.periods.iter().map(String::as_str));
        let row = |topic: &TopicCounts| {
            let numbers = topic.course.iter().map(u64::to_string);
            let first = [self.topic_link(topic.topic), topic.articles.len().to_string()];
            first.into_iter().chain(numbers).collect::<Vec<String>>()
        };
        table(&head, &counts.topics.iter().map(row).collect::<Vec<_>>(), 1)
    }

    fn change(&self, change: &Change) -> String {
        let told: Vec<_> = change
            .trends
            .iter()
            .filter(|(_, trend)| trend.is_told())
            .collect();
        let rows: Vec<(String, [f64; 3])> = told
            .iter()
            .map(|(topic, trend)| {
                (
                    self.topic_name(*topic).to_owned(),
                    [trend.low, trend.ratio, trend.high],
                )
            })
            .collect();
        let picture = Ratios {
            title: self.words.change,
            rows: &rows,
            ends: [self.words.fewer, self.words.more],
        };
        let numbers = folded(self.spoken.numbers, &self.change_table(change));
        if rows.is_empty() {
            return format!("<p>{}</p>\n{numbers}", text(self.words.no_change));
        }
        figure(&picture.draw(), &numbers)
    }

    fn change_table(&self, change: &Change) -> String {
        let [before, after] = &change.sides;
        let head = [
            self.spoken.topic,
            before,
            after,
            self.words.ratio,
            self.words.interval,
        ];
        let row = |(topic, trend): &(usize, notis_discover::Trend)| {
            let side = |(part, whole): (u64, u64)| format!("{part} ({})", percent(part, whole));
            vec![
                self.topic_link(*topic),
                side(trend.before),
                side(trend.after),
                format!("× {:.2}", trend.ratio),
                format!("{:.2} – {:.2}", trend.low, trend.high),
            ]
        };
        table(&head, &change.trends.iter().map(row).collect::<Vec<_>>(), 1)
    }

    /// Of the articles of each row's topic, how many have the column's too.
    fn together(&self) -> String {
        let counts = &self.report.counts.topics;
        let topics: Vec<&TopicCounts> = counts.iter().take(TOGETHER).collect();
        let names: Vec<String> = topics
            .iter()
            .map(|t| self.topic_name(t.topic).to_owned())
            .collect();
        let cell = |a: &TopicCounts, b: &TopicCounts| shade(self.both(a, b), a.articles.len());
        let blank = || (0.0, String::new());
        let cells: Vec<Vec<(f64, String)>> = topics
            .iter()
            .map(|a| {
                let row = topics.iter();
                row.map(|b| if a.topic == b.topic { blank() } else { cell(a, b) })
                    .collect()
            })
            .collect();
        let picture = Grid {
            title: self.words.together,
            rows: &names,
            columns: &names,
            cells: &cells,
        };
        format!(
            "<figure class=\"wide\">{}</figure>\n{}",
            picture.draw(),
            folded(self.spoken.numbers, &self.together_table(&topics, &names))
        )
    }

    fn together_table(&self, topics: &[&TopicCounts], names: &[String]) -> String {
        let row = |a: &&TopicCounts| {
            let cells = topics.iter().map(|b| self.both(a, b).to_string());
            std::iter::once(self.topic_link(a.topic))
                .chain(cells)
                .collect::<Vec<String>>()
        };
        let mut head = vec![self.spoken.topic];
        head.extend(names.iter().map(String::as_str));
        table(&head, &topics.iter().map(row).collect::<Vec<_>>(), 1)
    }

    /// Articles that have both topics.
    fn both(&self, a: &TopicCounts, b: &TopicCounts) -> u64 {
        let together = &self.report.counts.together;
        together.get(&(a.topic, b.topic)).copied().unwrap_or_default()
    }

    fn forms(&self) -> String {
        let topics = &self.report.counts.topics;
        let bar = |topic: &TopicCounts| (self.topic_name(topic.topic).to_owned(), topic.forms.to_vec());
        let rows: Vec<(String, Vec<u64>)> = topics.iter().take(BARS).map(bar).collect();
        let parts = ["bokmål", "nynorsk", self.words.other];
        let picture = Bars {
            title: self.words.forms,
            rows: &rows,
            parts: &parts,
            unit: self.spoken.articles,
        };
        let row = |topic: &TopicCounts| {
            let [nb, nn, other] = topic.forms;
            let share = percent(nn, nb + nn);
            vec![
                self.topic_link(topic.topic),
                nb.to_string(),
                nn.to_string(),
                other.to_string(),
                share,
            ]
        };
        let head = [
            self.spoken.topic,
            parts[0],
            parts[1],
            parts[2],
            self.words.share_nn,
        ];
        let numbers = table(&head, &topics.iter().map(row).collect::<Vec<_>>(), 1);
        figure(&picture.draw(), &folded(self.spoken.numbers, &numbers))
    }

    fn sources(&self) -> String {
        let sources = &self.report.counts.sources;
        let bar = |source: &Counted| (source.name.clone(), vec![source.articles]);
        let rows: Vec<(String, Vec<u64>)> = sources.iter().take(BARS).map(bar).collect();
        let picture = Bars {
            title: self.spoken.sources,
            rows: &rows,
            parts: &[],
            unit: self.spoken.articles,
        };
        const LISTED: usize = 200;
        let all = self.report.entries.len() as u64;
        let row = |source: &Counted| {
            let articles = source.articles;
            vec![text(&source.name), articles.to_string(), percent(articles, all)]
        };
        let rows: Vec<Vec<String>> = sources.iter().take(LISTED).map(row).collect();
        let numbers = table(
            &[self.words.source, self.spoken.articles, self.words.share],
            &rows,
            1,
        );
        figure(&picture.draw(), &folded(self.spoken.numbers, &numbers))
    }
}

/// A share of articles as a square of the grid: how dark, and its percents where there is one at least.
fn shade(both: u64, of: usize) -> (f64, String) {
    let share = both as f64 / of as f64;
    let percents = (share >= 0.005).then(|| format!("{:.0}", 100.0 * share));
    (share, percents.unwrap_or_default())
}
