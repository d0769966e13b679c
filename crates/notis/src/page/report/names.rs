//! Who is named, and which stories there were.

use super::View;
use crate::NameKind;
use crate::calendar::day;
use crate::page::Shell;
use crate::page::html::{folded, link, table, text};
use crate::page::svg::Grid;
use crate::report::{NamedArticles, Story};

/// Names in the picture, and the last periods that it has room for.
const NAMES: usize = 16;
const PERIODS: usize = 20;
/// Names told of each period, and articles of each name.
const OF_PERIOD: usize = 6;
const OF_NAME: usize = 12;
/// Names told of each kind.
const OF_KIND: usize = 12;

impl View<'_> {
    pub(super) fn names(&self, page: &mut Shell) {
        let words = self.words;
        if !self.report.counts.names.is_empty() {
            page.section(self.spoken.names, words.names_lead, &self.name_pictures());
        }
        if !self.report.stories.is_empty() {
            let stories: String = self
                .report
                .stories
                .iter()
                .map(|story| self.story(story))
                .collect();
            page.section(words.stories, words.stories_lead, &stories);
        }
    }

    fn name_pictures(&self) -> String {
        let counts = &self.report.counts;
        let first = counts.axis.periods.len().saturating_sub(PERIODS);
        let periods = &counts.axis.periods[first..];
        let shown: Vec<&NamedArticles> = counts.names.iter().take(NAMES).collect();
        let most = shown
            .iter()
            .flat_map(|name| &name.course[first..])
            .copied()
            .max()
            .unwrap_or(0)
            .max(1);
        let cell = |&n: &u64| {
            (
                n as f64 / most as f64,
                if n > 0 { n.to_string() } else { String::new() },
            )
        };
        let cells: Vec<Vec<(f64, String)>> = shown
            .iter()
            .map(|name| name.course[first..].iter().map(cell).collect())
            .collect();
        let names: Vec<String> = shown.iter().map(|name| name.name.clone()).collect();
        let picture = Grid {
            title: self.spoken.names,
            rows: &names,
            columns: periods,
            cells: &cells,
        };
        let figure = if periods.is_empty() {
            String::new()
        } else {
            format!("<figure class=\"wide\">{}</figure>\n", picture.draw())
        };
        let by_period = folded(self.spoken.numbers, &self.names_by_period());
        let lists: String = shown.iter().map(|name| self.name_list(name)).collect();
        format!("{figure}{}{by_period}{lists}", self.names_by_kind())
    }

    /// The names of each kind with their articles, where kinds were asked for.
    fn names_by_kind(&self) -> String {
        let named = self.report.counts.names.iter();
        let with_kinds = named.filter_map(|name| Some((name, name.kind?)));
        let row = |(kind, names): (NameKind, Vec<&NamedArticles>)| {
            let told = names
                .iter()
                .map(|name| format!("{} {}", text(&name.name), name.articles.len()));
            let called = self.report.language.kind(kind).to_owned();
            vec![called, told.collect::<Vec<_>>().join(", ")]
        };
        let rows: Vec<Vec<String>> = NameKind::grouped(with_kinds, OF_KIND)
            .into_iter()
            .map(row)
            .collect();
        if rows.is_empty() {
            return String::new();
        }
        table(&["", self.spoken.names], &rows, 2)
    }

    fn names_by_period(&self) -> String {
        let counts = &self.report.counts;
        let row = |(at, period): (usize, &String)| {
            let mut named: Vec<(&str, u64)> = counts
                .names
                .iter()
                .map(|n| (n.name.as_str(), n.course[at]))
                .collect();
            named.retain(|(_, n)| *n > 0);
            named.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            let told = named
                .iter()
                .take(OF_PERIOD)
                .map(|(name, n)| format!("{} {n}", text(name)));
            vec![text(period), told.collect::<Vec<_>>().join(", ")]
        };
        let rows: Vec<Vec<String>> = counts.axis.periods.iter().enumerate().rev().map(row).collect();
        table(&[self.spoken.period, self.spoken.names], &rows, 2)
    }

    fn name_list(&self, name: &NamedArticles) -> String {
        let head = format!("{} · {} {}", name.name, name.articles.len(), self.spoken.articles);
        folded(&head, &self.list(&name.articles, OF_NAME))
    }

    fn story(&self, story: &Story) -> String {
        let digest = &story.digest;
        let told = |(from, words): (&crate::output::GroupArticle, String)| {
            let source = from.source.as_deref().unwrap_or(&from.id);
            format!(
                "<blockquote>{} <small>{}</small></blockquote>\n",
                text(&words),
                link(from.link.as_deref(), source)
            )
        };
        let paragraphs: String = digest.paragraphs().map(told).collect();
        let listed = |item: &crate::output::GroupArticle| {
            let title = item.title.as_deref().unwrap_or(&item.id);
            let date = item.date.as_deref().unwrap_or_default();
            format!(
                "<li>{} <small>{} {} <code>{}</code></small></li>\n",
                link(item.link.as_deref(), title),
                text(day(date)),
                text(item.source.as_deref().unwrap_or_default()),
                text(&item.id)
            )
        };
        let items: String = digest.items.iter().take(OF_NAME).map(listed).collect();
        let rest = self.rest(digest.items.len(), OF_NAME);
        let summary = format!("{} {}", digest.items.len(), self.spoken.articles);
        let list = folded(&summary, &format!("<ul class=\"list\">\n{items}</ul>{rest}\n"));
        format!(
            "<article class=\"topic\"><h3>{}</h3>\n{paragraphs}{list}</article>\n",
            text(&digest.group)
        )
    }
}
