//! One digest of many articles: of a date, a topic, a story.

use std::io::Write;

use anyhow::Result;
use notis_corpus::Article;
use notis_summarizer::group::{self, Entry, Group, GroupDigest};
use notis_text::Analysis;
use notis_topics::analyzed;
use rayon::prelude::*;

use super::{By, Editor, Format};
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{group_jsonl, group_markdown, group_text};
use crate::stream::Stream;

impl Editor {
    /// Digests groups of articles. All articles are in memory: any two may be of one story.
    pub(super) fn groups(&self, by: By, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let articles = stream.collect()?;
        let analyses: Vec<_> = articles.par_iter().map(analyzed).collect();
        let topics = analyses.par_iter().map(|a| Ok(self.topics(a)?.0));
        let topics: Vec<_> = topics.collect::<Result<_>>()?;
        let entries: Vec<_> = (0..articles.len())
            .map(|i| entry(&articles[i], &analyses[i], &topics[i]))
            .collect();
        let palette = output.palette();
        for group in by.groups(&entries) {
            let digest = group::digest(&group, &entries, self.edits, self.budget)?;
            output.write_all(&self.print(&digest, palette)?)?;
        }
        Ok(())
    }

    fn print(&self, digest: &GroupDigest, palette: Palette) -> Result<Vec<u8>> {
        match self.format {
            Format::Text => Ok(group_text::block(digest, palette).into()),
            Format::Jsonl => group_jsonl::line(digest),
            Format::Markdown => Ok(group_markdown::block(digest).into()),
        }
    }
}

impl By {
    fn groups(self, entries: &[Entry<'_>]) -> Vec<Group> {
        match self {
            By::Topic => group::by_topic(entries),
            By::Date => group::by_date(entries),
            By::Story | By::Article => group::by_story(entries),
        }
    }
}

fn entry<'a>(article: &'a Article, analysis: &'a Analysis<'a>, topics: &'a [String]) -> Entry<'a> {
    Entry {
        date: article.date.as_deref(),
        source: article.source.as_deref(),
        topics: topics.iter().map(String::as_str).collect(),
        ..Entry::new(&article.id, analysis)
    }
}
