//! An article as the desk has read it.

use std::sync::{Arc, OnceLock};

use notis_names::KnownName;
use notis_summarizer::group::{About, Named};
use notis_summarizer::{Budget, Document, Query, Rows};
pub use notis_text::{Block, BlockKind, Language, Sentence, Span};
use notis_topics::{Classified, ClassifyOptions};

use crate::output::{
    self, Analysis, Classification, Digest, EntitySpan, Evidence, Keyword, Name, Tag, TokenSpan,
};
use crate::{Article, Decision, Desk, Error, GroupItem, NameModel, Reason};

/// An article as the desk has read it. What takes time is done when it is first asked for, and once.
pub struct Reading<'a> {
    desk: &'a Desk,
    article: &'a Article,
    analysis: notis_text::Analysis<'a>,
    encoded: Vec<f32>,
    /// The topics without evidence, and with it.
    classified: [OnceLock<Classified>; 2],
    kinds: Option<NameModel>,
    named: OnceLock<Found>,
    /// The rows of its normal form, which every digest of it is made of. The form itself borrows from the analysis and cannot
    /// stand beside it; it is mostly the text as it was read, and then costs nothing.
    rows: OnceLock<Arc<Rows>>,
}

/// The names of an article and, where their kinds are asked for, all that the model marked.
struct Found {
    names: Vec<Name>,
    marked: Option<Vec<EntitySpan>>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(desk: &'a Desk, article: &'a Article) -> Result<Self, Error> {
        let analysis = notis_topics::analyzed(article);
        Ok(Reading {
            desk,
            article,
            encoded: desk.tagger.encoded(&analysis)?,
            analysis,
            classified: Default::default(),
            kinds: desk.kinds.clone(),
            named: OnceLock::new(),
            rows: OnceLock::new(),
        })
    }

    /// The same, with the kinds of names told by this model.
    #[must_use]
    pub fn with_kinds(self, model: NameModel) -> Self {
        Reading {
            kinds: Some(model),
            named: OnceLock::new(),
            ..self
        }
    }

    /// The article.
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// The written form it is in.
    pub fn language(&self) -> Language {
        self.analysis.language
    }

    /// Its typed blocks, in order: title, lead, quotes, captions …
    pub fn blocks(&self) -> &[Block] {
        &self.analysis.blocks
    }

    /// Its sentences, in order, each with the index of its block.
    pub fn sentences(&self) -> &[Sentence] {
        &self.analysis.sentences
    }

    /// Its words, in order, each with its stem.
    pub fn tokens(&self) -> impl Iterator<Item = TokenSpan<'_>> {
        output::tokens(&self.analysis)
    }

    /// What it is about, the most probable first; empty where the desk abstains.
    pub fn tags(&self) -> Vec<Tag> {
        output::tags(self.classified(false), self.desk.tagger.topics(), false)
    }

    /// Whether it has topics, or why it has none.
    pub fn decision(&self) -> Decision {
        Decision::of(self.classified(false))
    }

    /// The probability of each topic of the desk; empty where the article was not looked at (too short, not Norwegian).
    pub fn scores(&self) -> Vec<(&'a str, f32)> {
        let ids = self.desk.tagger.topics().iter().map(|topic| topic.id.as_str());
        ids.zip(self.classified(false).scores.iter().copied()).collect()
    }

    /// The words that speak for and against a topic, the strongest first. Their weights add up to the log-odds of its
    /// probability. Empty for a topic that the desk does not know, and where the article was not looked at.
    pub fn explain(&self, topic: &str) -> Vec<Evidence> {
        let topics = self.desk.tagger.topics();
        let find = |classified: &Classified| {
            let mut tags = classified.decision.tags().iter();
            let tag = tags.find(|tag| topics[tag.topic].id == topic);
            tag.map(|tag| tag.evidence.iter().map(output::evidence).collect())
        };
        find(self.classified(true))
            .or_else(|| {
                find(&self.classify(&ClassifyOptions {
                    threshold: Some(0.0),
                    explain: true,
                }))
            })
            .unwrap_or_default()
    }

    /// The line of `notis classify --format jsonl`: tags, with the words that carried them and the probabilities of all
    /// topics where they are asked for.
    pub fn classification(&self, explain: bool, scores: bool) -> Classification {
        let topics = self.desk.tagger.topics();
        Classification::new(self.article, self.classified(explain), topics, explain, scores)
    }

    /// A digest of this length, of what carries its topics: the line of `notis digest --format jsonl`.
    ///
    /// # Errors
    /// Where the budget leaves room for nothing, or a neural model fails.
    pub fn digest(&self, budget: Budget) -> Result<Digest, Error> {
        let article = self.analysis.in_normal_form();
        let digest = self.summarized(&self.document(&article, &self.query(budget)), budget)?;
        Ok(self.told(&article, digest))
    }

    /// A digest of so many points, each the main clause of a sentence.
    ///
    /// # Errors
    /// Where `count` is 0, or a neural model fails.
    pub fn bullets(&self, count: usize) -> Result<Digest, Error> {
        let article = self.analysis.in_normal_form();
        let document = self.document(&article, &self.query(Budget::Sentences(count)));
        let digest = notis_summarizer::bullets(&document, &*self.desk.summarizer, count);
        Ok(Digest {
            is_list: true,
            ..self.told(&article, digest.map_err(Error::digest)?)
        })
    }

    /// Its title or, where it has none, the clause that carries the news. A title is no sentence of the digest.
    ///
    /// ```
    /// let desk = notis::Desk::builder().without_model().build()?;
    /// let text = "Brua over Storelva er stengd frå i kveld, fordi flaumen har teke eit fundament. Ho opnar i mai.";
    /// let article = notis::Article { text: text.into(), ..Default::default() };
    /// assert_eq!(desk.read(&article)?.headline()?.text, "Brua over Storelva er stengd frå i kveld");
    /// # Ok::<(), notis::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where a neural model fails.
    pub fn headline(&self) -> Result<Digest, Error> {
        let article = self.analysis.in_normal_form();
        let document = self.document(&article, &self.query(Budget::Sentences(1)));
        let digest = notis_summarizer::headline(&document, &*self.desk.summarizer);
        let mut digest = self.told(&article, digest.map_err(Error::digest)?);
        if let Some(title) = document.title_text() {
            digest.text = title;
            digest.sentences.clear();
        }
        Ok(digest)
    }

    /// What groups need of it: a few kilobytes, whatever its length; the text itself may go. Its own digest is of this
    /// length, as that of its group is to be.
    ///
    /// # Errors
    /// As [`Reading::digest`].
    pub fn group_item(&self, budget: Budget) -> Result<GroupItem, Error> {
        let about = About {
            id: self.article.id.clone(),
            date: self.article.date.clone(),
            source: self.article.source.clone(),
            link: self.article.url.clone(),
            topics: self.topic_ids(),
            names: self.names_in_group(),
        };
        let article = self.analysis.in_normal_form();
        let document = self.document(&article, &Query::default());
        let digest = self.summarized(&document, budget)?;
        Ok(GroupItem::new(about, &document, &digest))
    }

    /// Adds its names to an item that was made of it without them: their kinds take longer than all else, and are wanted of few
    /// where few groups are.
    pub fn add_names(&self, item: &mut GroupItem) {
        item.about.names = self.names_in_group();
    }

    /// Its names as groups need them; nothing where their kinds are not asked for.
    fn names_in_group(&self) -> Option<Vec<Named>> {
        let kinds = self.kinds.is_some();
        kinds.then(|| self.names().into_iter().filter_map(Name::in_group).collect())
    }

    /// The words that tell what it is about, best first.
    pub fn keywords(&self) -> Vec<Keyword> {
        const KEYWORDS: usize = 6;
        let article = self.analysis.in_normal_form();
        let found = notis_summarizer::keywords(&self.document(&article, &Query::default()), KEYWORDS);
        let as_read = found
            .into_iter()
            .map(|keyword| keyword.led_back(article.original));
        as_read.map(Keyword::from).collect()
    }

    /// The people, places and organisations in it, the most mentioned first.
    pub fn names(&self) -> Vec<Name> {
        self.named().names.clone()
    }

    /// The model of kinds is the slowest of all that is asked of an article: what it says is kept.
    fn named(&self) -> &Found {
        self.named.get_or_init(|| {
            let found = notis_text::names(&self.analysis);
            match &self.kinds {
                Some(model) => self.told_apart(found, model),
                None => Found {
                    names: found.into_iter().map(Name::from).collect(),
                    marked: None,
                },
            }
        })
    }

    fn told_apart(&self, found: Vec<notis_text::Name>, model: &NameModel) -> Found {
        let told = model.inner().read(&self.analysis, &found);
        let known = |(name, known): (notis_text::Name, KnownName)| {
            let id = model.id_of(&name.name, known).map(str::to_owned);
            Name::from(name).known(known, id)
        };
        Found {
            names: found.into_iter().zip(told.known).map(known).collect(),
            marked: Some(told.marked.into_iter().map(EntitySpan::from).collect()),
        }
    }

    /// The line of `notis analyze --format jsonl`: blocks, sentences, words and names.
    pub fn analysis(&self) -> Analysis<'_> {
        let Found { names, marked } = self.named();
        Analysis::new(&self.article.id, &self.analysis, names.clone(), marked.clone())
    }

    /// All that is known of its text.
    pub(crate) fn analyzed(&self) -> &notis_text::Analysis<'a> {
        &self.analysis
    }

    /// The ids of its topics, best first.
    pub(crate) fn topic_ids(&self) -> Vec<String> {
        let tags = self.classified(false).decision.tags().iter();
        tags.map(|tag| self.desk.tagger.topics()[tag.topic].id.clone())
            .collect()
    }

    /// The numbers of its topics among those of the desk, best first.
    pub(crate) fn topic_numbers(&self) -> Vec<usize> {
        let tags = self.classified(false).decision.tags().iter();
        tags.map(|tag| tag.topic).collect()
    }

    /// What digests are made of: the article in its normal form, since rules of style look at blanks and letters themselves.
    fn document<'d>(&self, article: &'d notis_text::Analysis<'d>, query: &Query) -> Document<'d> {
        let rows = self.rows.get_or_init(|| Arc::new(Rows::of(article)));
        let document = Document::of_rows(article, Arc::clone(rows), query);
        if self.desk.with_title {
            document.without_title()
        } else {
            document
        }
    }

    /// A digest of the article in its normal form, with spans into the text as it was read.
    fn told(&self, article: &notis_text::Analysis<'_>, digest: notis_summarizer::Digest) -> Digest {
        let digest = digest.led_back(article.original);
        let classified = self.classified(false);
        let tags = output::tags(classified, self.desk.tagger.topics(), false);
        let reason = Decision::of(classified).reason();
        Digest {
            // That no topic is probable enough is no news: most articles are about none.
            reason: reason.filter(|&reason| reason != Reason::BelowThreshold),
            ..Digest::new(self.article, self.language(), digest, tags, self.names())
        }
    }

    fn summarized(&self, document: &Document<'_>, budget: Budget) -> Result<notis_summarizer::Digest, Error> {
        let digest = self.desk.summarizer.summarize(document, budget);
        digest.map_err(Error::digest)
    }

    pub(crate) fn classified(&self, explain: bool) -> &Classified {
        let known = if explain { None } else { self.classified[1].get() };
        let classify = || self.classify(&self.desk.options(explain));
        known.unwrap_or_else(|| self.classified[usize::from(explain)].get_or_init(classify))
    }

    fn classify(&self, options: &ClassifyOptions) -> Classified {
        self.desk.tagger.classify(&self.analysis, &self.encoded, options)
    }

    /// The words that carry its topics, which a digest should speak of: none where it does not ask for them, since finding them
    /// takes a walk over all terms of the article.
    fn query(&self, budget: Budget) -> Query {
        if !self.desk.summarizer.reads_query(budget) {
            return Query::default();
        }
        let tags = self.classified(true).decision.tags().iter();
        let evidence = tags.flat_map(|tag| &tag.evidence).filter(|e| e.weight > 0.0);
        Query::new(evidence.flat_map(notis_topics::Evidence::weighted_types))
    }
}

impl std::fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let id = &self.article.id;
        f.debug_struct("Reading")
            .field("article", id)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Kari Dale frå Voss leier Norsk Folkehjelp.\u{a0} Nord-Korea skaut opp ein ny rakett natt til \
                        fredag, melder Sør-Korea. Raketten frå Nord-Korea fall i havet.";

    fn article() -> Article {
        Article {
            text: TEXT.to_owned(),
            ..Article::default()
        }
    }

    #[test]
    fn what_was_asked_before_changes_no_answer() {
        let (desk, article) = (Desk::shipped().unwrap(), article());
        let fresh = |budget| {
            let digest = desk.read(&article).unwrap().digest(budget).unwrap();
            serde_json::to_string(&digest).unwrap()
        };
        let reading = desk.read(&article).unwrap();
        let keywords = reading.keywords();
        let _ = (
            reading.headline().unwrap(),
            reading.bullets(2).unwrap(),
            reading.tags(),
        );
        for budget in [Budget::Auto, Budget::Sentences(1), Budget::Words(6)] {
            let digest = reading.digest(budget).unwrap();
            assert_eq!(serde_json::to_string(&digest).unwrap(), fresh(budget));
        }
        assert_eq!(desk.read(&article).unwrap().keywords(), keywords);
    }

    #[test]
    fn another_model_of_kinds_tells_names_anew() {
        let (desk, article) = (Desk::builder().without_model().build().unwrap(), article());
        let reading = desk.read(&article).unwrap();
        assert!(reading.names().iter().all(|name| name.kind.is_none()));
        let reading = reading.with_kinds(NameModel::shipped().unwrap());
        assert!(reading.names().iter().all(|name| name.kind.is_some()));
        assert!(reading.analysis().entities.is_some());
    }
}
