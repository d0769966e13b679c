//! From a corpus to what stands on a page about it: counted here, drawn in `page/report`.

mod compare;
mod counts;
mod entry;
mod stories;

use notis_topics::Topic;

pub use compare::Side;
pub(crate) use counts::{Change, Counts, NamedArticles, NoTopic, TopicCounts};
pub(crate) use entry::{Entry, Example};
pub(crate) use stories::Story;

use crate::page::PageLanguage;
use crate::{Article, Desk, Error};

/// Makes a page of a corpus: topics over time, what goes together, who is named, which stories there were.
///
/// ```
/// use notis::{Article, Desk, Reporter};
///
/// let text = "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet, melder Sør-Korea.";
/// let articles = (1..=3).map(|day| {
///     Ok(Article { id: day.to_string(), text: text.into(), date: Some(format!("2026-11-0{day}")), ..Article::default() })
/// });
/// let page = Reporter::new().report(&Desk::shipped()?, articles)?.page();
/// assert!(page.contains("Nord-Korea") && page.contains("<svg"));
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct Reporter {
    language: PageLanguage,
    sides: Option<[Side; 2]>,
}

/// A corpus, counted.
pub struct CorpusReport {
    pub(crate) language: PageLanguage,
    pub(crate) topics: Vec<Named>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) counts: Counts,
    pub(crate) stories: Vec<Story>,
}

/// A topic with its name in the language of the page.
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) name: String,
}

impl Reporter {
    /// A reporter that writes in bokmål and compares the later half of the articles with the earlier one.
    pub fn new() -> Self {
        Reporter::default()
    }

    /// The language of the page.
    pub fn language(mut self, language: PageLanguage) -> Self {
        self.language = language;
        self
    }

    /// Compares these two: which topics the second has more of than the first.
    pub fn compare(mut self, first: Side, second: Side) -> Self {
        self.sides = Some([first, second]);
        self
    }

    /// Reads `articles` and counts. A few kilobytes are kept of each.
    ///
    /// # Errors
    /// Where an article cannot be read, there is none, or a side of the comparison has none.
    pub fn report(
        &self,
        desk: &Desk,
        articles: impl Iterator<Item = Result<Article, Error>> + Send,
    ) -> Result<CorpusReport, Error> {
        let mut entries = Vec::new();
        desk.stream(articles, Entry::of, |entry| {
            entries.push(entry?);
            Ok::<_, Error>(())
        })?;
        if entries.is_empty() {
            return Err(Error::Options("no article to report on".to_owned()));
        }
        let topics: Vec<Named> = desk
            .tagger
            .topics()
            .iter()
            .map(|topic| self.named(topic))
            .collect();
        let counts = Counts::of(&entries, topics.len(), self.sides.as_ref())?;
        Ok(CorpusReport {
            language: self.language,
            stories: stories::stories(&mut entries)?,
            topics,
            counts,
            entries,
        })
    }

    fn named(&self, topic: &Topic) -> Named {
        let own = match self.language {
            PageLanguage::Bokmal => &topic.names.nb,
            PageLanguage::Nynorsk => &topic.names.nn,
            PageLanguage::English => &topic.names.en,
        };
        let name = own.as_ref().or(topic.names.nb.as_ref()).unwrap_or(&topic.id);
        Named {
            id: topic.id.clone(),
            name: name.clone(),
        }
    }
}
