//! One digest of many articles: of a date, a topic, a story.

use std::io::Write;

use anyhow::Result;
use notis_corpus::Article;
use notis_summarizer::group::{self, About, Group, GroupDigest, Item};
use notis_summarizer::{Document, Query};
use notis_topics::analyzed;

use super::{By, Editor, Format};
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{group_jsonl, group_markdown, group_text};
use crate::stream::Stream;

impl Editor {
    /// Digests groups of articles. Of each article only what groups need stays in memory, not its text.
    pub(super) fn groups(&self, by: By, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let mut items = Vec::new();
        stream.run(
            |article| self.item(&article),
            |item| {
                items.push(item);
                Ok(())
            },
        )?;
        let palette = output.palette();
        for group in by.groups(&items) {
            let digest = group::digest(&group, &items, self.budget)?;
            output.write_all(&self.print(&digest, palette)?)?;
        }
        Ok(())
    }

    fn item(&self, article: &Article) -> Result<Item> {
        let analysis = analyzed(article);
        let (topics, _) = self.topics(&analysis)?;
        let document = Document::new(&analysis, &Query::default());
        let digest = self.summarizer.summarize(&document, self.budget)?;
        let about = About {
            id: article.id.clone(),
            date: article.date.clone(),
            source: article.source.clone(),
            topics,
        };
        Ok(Item::new(about, &document, &digest))
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
    fn groups(self, items: &[Item]) -> Vec<Group> {
        match self {
            By::Topic => group::by_topic(items),
            By::Date => group::by_date(items),
            By::Story | By::Article => group::by_story(items),
        }
    }
}
