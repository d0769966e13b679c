//! From an unlabelled archive to topics.

mod archive;
mod definitions;
mod describe;
mod evaluate;
mod naming;
mod sighting;

use notis_corpus::{LabelRow, write_labels};
use notis_discover::{Fit, Found, Options, WeightOptions, discover, hierarchy, weigh};

pub(crate) use archive::Archive;
pub(crate) use describe::counted;
pub(crate) use sighting::{About, Sighting};

use crate::output::{DiscoveredTopic, DiscoveryReport};
use crate::print::escape::visible;
use crate::tagger::Tagger;
use crate::{Article, Desk, Error, Model, Topics, Trainer};
use definitions::Words;
use describe::Describer;

/// Finds the topics of articles that nobody labelled. The same articles give the same topics, whatever the number of
/// threads.
///
/// ```
/// use notis::{Article, Desk, Discoverer};
///
/// let salmon = "Laksen rømde frå merda i natt. Oppdrettslaksen og lakselusa plagar elva, seier Mowi.";
/// let school = "Elevene ved skolen får ny lærer. Skolen og elevene gleder seg til skolestart i Lom.";
/// let places = ["Alta", "Bodø", "Lom", "Molde", "Voss"];
/// let articles = (0..40).map(|n| {
///     let text = if n % 2 == 0 { salmon } else { school };
///     let text = format!("{text} Det skjedde i {}.", places[n % 5]);
///     Ok(Article { id: n.to_string(), text, ..Article::default() })
/// });
/// let desk = Desk::shipped()?;
/// let found = Discoverer::new().topics_count(2).discover(&desk, articles)?;
/// assert_eq!(found.report().topics.len(), 2);
/// assert!(notis::Topics::parse(found.topics_toml())?.ids().count() == 2);
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use]
pub struct Discoverer {
    count: Option<usize>,
    levels: usize,
    known: Option<Topics>,
    seed: u64,
}

impl Default for Discoverer {
    fn default() -> Self {
        Discoverer {
            count: None,
            levels: 1,
            known: None,
            seed: 1,
        }
    }
}

/// Fewer articles than this show no topics.
const FEWEST: usize = 10;

impl Discoverer {
    /// A discoverer that chooses the number of topics.
    pub fn new() -> Self {
        Discoverer::default()
    }

    /// So many topics, those known beforehand included.
    pub fn topics_count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// Levels of topics: 1 is topics alone, 2 has wider ones above them, and so on.
    pub fn levels(mut self, levels: usize) -> Self {
        self.levels = levels;
        self
    }

    /// Topics that are to be found, as far as articles have them, beside others: their words tell which articles they
    /// start from.
    pub fn known(mut self, topics: Topics) -> Self {
        self.known = Some(topics);
        self
    }

    /// Seed of the random numbers.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The topics of `articles`. `desk` says which of its own topics they overlap with; it may be without a model.
    ///
    /// # Errors
    /// Where an article cannot be read, there are too few of them, or the options ask for what cannot be.
    pub fn discover(
        &self,
        desk: &Desk,
        articles: impl Iterator<Item = Result<Article, Error>> + Send,
    ) -> Result<Discovery, Error> {
        self.check()?;
        let known = self.known.as_ref().map(Known::new).transpose()?;
        let mut archive = Archive::new(desk.topics());
        let mut sure = vec![Vec::new(); self.known.as_ref().map_or(0, |topics| topics.ids().count())];
        desk.stream(
            articles,
            |reading| {
                let sure = known
                    .as_ref()
                    .map(|known| known.of(reading.analyzed()))
                    .unwrap_or_default();
                Ok((Sighting::of(reading), sure))
            },
            |seen| {
                let (sighting, topics) = seen?;
                topics
                    .into_iter()
                    .for_each(|topic: usize| sure[topic].push(archive.len()));
                archive.add(sighting);
                Ok::<(), Error>(())
            },
        )?;
        self.found(archive, sure)
    }

    fn check(&self) -> Result<(), Error> {
        let wrong = |text: &str| Err(Error::Options(text.to_owned()));
        let known = self.known.as_ref().map_or(0, |topics| topics.ids().count());
        match (self.count, self.levels) {
            (Some(0 | 1), _) => wrong("one topic is all articles; ask for two or more"),
            (Some(count), _) if count < known => {
                wrong("more topics are known beforehand than are to be found; ask for at least as many")
            }
            (_, 0 | 5..) => wrong("topics have 1 to 4 levels"),
            _ => Ok(()),
        }
    }

    fn check_articles(&self, articles: usize) -> Result<(), Error> {
        if articles >= FEWEST.max(self.count.unwrap_or(0)) {
            return Ok(());
        }
        Err(Error::Options(format!(
            "{articles} articles are too few to find topics in; give at least {FEWEST}, and several for each topic"
        )))
    }

    /// The topics of an archive; `sure` has the articles of each topic known beforehand. Those without any are not looked
    /// for: nothing tells where they would be.
    fn found(&self, archive: Archive, sure: Vec<Vec<usize>>) -> Result<Discovery, Error> {
        self.check_articles(archive.len())?;
        let topics = self.known.iter().flat_map(|topics| topics.0.topics());
        let (there, missing): (Vec<_>, Vec<_>) = sure
            .into_iter()
            .zip(topics)
            .partition(|topic| !topic.0.is_empty());
        let (known, named): (Vec<Vec<usize>>, Vec<&notis_topics::Topic>) = there.into_iter().unzip();
        let rows = weigh(&archive.words, &WeightOptions::default());
        let options = Options {
            topics: self.count,
            known,
            seed: self.seed,
        };
        let found = discover(&rows, &options);
        let mut discovery = self.described(&archive, found, &named);
        discovery.report.not_found = missing.into_iter().map(|(_, topic)| topic.id.clone()).collect();
        Ok(discovery)
    }

    fn described(&self, archive: &Archive, found: Found, named: &[&notis_topics::Topic]) -> Discovery {
        let topics = fitting(&found.fits);
        let mut describer = Describer::new(archive, &found.fits);
        let mut described = describer.topics(&topics, found.topics, named);
        describer.tell_nearest(&mut described, &found.likeness);
        let mut described = self.with_wider(&found, &topics, described, &mut describer);
        let wider = described.split_off(found.topics);
        let pairs: Vec<(&DiscoveredTopic, &Words)> = wider
            .iter()
            .chain(&described)
            .map(|topic| (&topic.0, &topic.1))
            .collect();
        let topics_toml = definitions::toml(&pairs);
        let ids: Vec<String> = described.iter().map(|topic| topic.0.id.clone()).collect();
        Discovery {
            labels: labels(archive, &topics, &ids),
            report: DiscoveryReport {
                articles: archive.len(),
                outside: topics.iter().filter(|topic| topic.is_none()).count(),
                topics: described.into_iter().map(|topic| topic.0).collect(),
                wider: wider.into_iter().map(|topic| topic.0).collect(),
                tried: found.tried,
                periods: describer.axis.periods.clone(),
                articles_by_period: describer.by_period(),
                outside_examples: describer.outside(),
                not_found: Vec::new(),
            },
            topics_toml,
            fits: found.fits,
        }
    }

    /// The topics described, and behind them the wider ones, level by level; each topic is told its parent.
    fn with_wider(
        &self,
        found: &Found,
        topics: &[Option<usize>],
        described: Vec<(DiscoveredTopic, Words)>,
        describer: &mut Describer<'_>,
    ) -> Vec<(DiscoveredTopic, Words)> {
        let sizes: Vec<usize> = described.iter().map(|topic| topic.0.articles).collect();
        let mut all = described;
        // Where the level below begins, and the topic there of each of the topics found.
        let mut first = 0;
        let mut below: Vec<usize> = (0..found.topics).collect();
        for level in 1..self.levels {
            let share = (self.levels - level) as f64 / self.levels as f64;
            let count = (found.topics as f64).powf(share).round().max(2.0) as usize;
            let groups = hierarchy::gather(&found.likeness, &sizes, count);
            let of_article: Vec<Option<usize>> =
                topics.iter().map(|t| t.map(|topic| groups[topic])).collect();
            let number = groups.iter().max().map_or(0, |most| most + 1);
            let level_topics = describer.topics(&of_article, number, &[]);
            for (child, &group) in below.iter().zip(&groups) {
                all[first + child].0.parent = Some(level_topics[group].0.id.clone());
            }
            first = all.len();
            all.extend(level_topics);
            below = groups;
        }
        all
    }
}

/// The topic of each article that fits one.
fn fitting(fits: &[Fit]) -> Vec<Option<usize>> {
    fits.iter().map(|fit| fit.fits.then_some(fit.topic)).collect()
}

/// Topics known beforehand, told by their words.
struct Known(Tagger);

impl Known {
    fn new(topics: &Topics) -> Result<Self, Error> {
        let (model, _): (Model, _) = Trainer::new().topics(topics.clone()).train(std::iter::empty())?;
        Ok(Known(Tagger::of_model(model, &crate::neural::Folder::default())?))
    }

    /// The topics that an article is surely about.
    fn of(&self, article: &notis_text::Analysis<'_>) -> Vec<usize> {
        let classified = self
            .0
            .classify(article, &[], &notis_topics::ClassifyOptions::default());
        classified.decision.tags().iter().map(|tag| tag.topic).collect()
    }
}

/// The topics of a corpus, with everything that is told of them.
#[derive(Clone, Debug)]
pub struct Discovery {
    report: DiscoveryReport,
    topics_toml: String,
    labels: Vec<LabelRow>,
    fits: Vec<Fit>,
}

impl Discovery {
    /// All that is told of the topics.
    pub fn report(&self) -> &DiscoveryReport {
        &self.report
    }

    /// The topics as definitions to edit, for `classify --topics` and `train --topics`.
    pub fn topics_toml(&self) -> &str {
        &self.topics_toml
    }

    /// The topic of each article, in their order: its number, and whether the article fits it.
    pub fn articles(&self) -> impl ExactSizeIterator<Item = (usize, bool)> {
        self.fits.iter().map(|fit| (fit.topic, fit.fits))
    }

    /// The articles with their topics as a `labels.tsv`; those that fit none are about none.
    ///
    /// # Errors
    /// Where memory fails; writing to it does not.
    pub fn labels_tsv(&self) -> Result<Vec<u8>, Error> {
        let mut table = Vec::new();
        write_labels(self.labels.iter(), &mut table).map_err(Error::output)?;
        Ok(table)
    }
}

fn labels(archive: &Archive, topics: &[Option<usize>], ids: &[String]) -> Vec<LabelRow> {
    let shown = |text: &str| visible(text).into_owned();
    let row = |(about, topic): (&About, &Option<usize>)| LabelRow {
        file: shown(&about.id),
        date: about.date.as_deref().map(shown).unwrap_or_default(),
        lang: match about.language {
            notis_text::Language::Bokmal | notis_text::Language::Nynorsk => about.language.code().to_owned(),
            _ => String::new(),
        },
        title: String::new(),
        labels: topic.iter().map(|&topic| ids[topic].clone()).collect(),
        ..LabelRow::default()
    };
    archive.abouts.iter().zip(topics).map(row).collect()
}
