//! How good tags and digests are, against what people said.

use notis_corpus::{LabelRow, Labels};
use notis_summarizer::evaluate::{self as digests, Judged};
use notis_topics::evaluate;
use std::path::Path;

pub use notis_learn::metrics::ReliabilityBin;
pub use notis_topics::evaluate::{
    Agreement, Baseline, Comparison, Confusion, Part, Rival, Splits, TopicDifference, TopicReport,
    TopicScore, Verdict,
};

use crate::output::DigestReport;
use crate::tagger::Tagger;
use crate::{Article, Desk, Error, Language};

impl Desk {
    /// Its topics against the labels or grades of articles; those that nobody has judged are left out.
    ///
    /// # Errors
    /// Where a label is none of the topics, or no article is judged.
    pub fn evaluate_topics(&self, articles: Vec<Article>) -> Result<TopicReport, Error> {
        let Tagger::Model { model, vectors } = &self.tagger else {
            return Err(Error::Options(
                "a desk without a topic model has no topics to measure".to_owned(),
            ));
        };
        let articles = vectors.examples(articles)?;
        evaluate::model(model.inner(), &articles).map_err(Error::training)
    }

    /// Its topics and those of `other` on the same articles, and whether one is better; `names` are what the two are
    /// called.
    ///
    /// # Errors
    /// As [`Self::evaluate_topics`], and where the two have no topic in common.
    pub fn compare_topics(
        &self,
        other: &Desk,
        names: [&str; 2],
        articles: &[Article],
    ) -> Result<Comparison, Error> {
        let (
            Tagger::Model { model, vectors },
            Tagger::Model {
                model: rival,
                vectors: rivals,
            },
        ) = (&self.tagger, &other.tagger)
        else {
            return Err(Error::Options(
                "a desk without a topic model has no topics to compare".to_owned(),
            ));
        };
        let (own, others) = (
            vectors.examples(articles.to_vec())?,
            rivals.examples(articles.to_vec())?,
        );
        let models = [(names[0], model.inner()), (names[1], rival.inner())];
        evaluate::compare(models, [&own, &others]).map_err(Error::training)
    }

    /// Its digests of so many words against the human summaries of articles, without topics; articles without a summary
    /// are left out. Beside the method stand the lead of the article, sentences drawn at random, and an oracle.
    ///
    /// # Errors
    /// Where no article has a human summary, or a digest cannot be made.
    pub fn evaluate_digests(&self, articles: &[Article], words: usize) -> Result<DigestReport, Error> {
        let judged: Vec<_> = articles.iter().filter_map(judged).collect();
        let left_out = articles.len() - judged.len();
        if judged.is_empty() {
            return Err(Error::Options(format!(
                "none of the {left_out} articles has a human summary to measure against; give them summaries_nb or summaries_nn"
            )));
        }
        let report = digests::digests(&judged, &*self.summarizer, words).map_err(Error::digest)?;
        Ok(DigestReport::new(&report, left_out))
    }
}

/// An article with the human summaries in its own written form or, where it has none, in the other.
fn judged(article: &Article) -> Option<Judged<'_>> {
    let analysis = notis_text::analyze(&article.text, article.title.as_deref());
    let (own, other) = match analysis.language {
        Language::Nynorsk => (&article.summaries_nn, &article.summaries_nb),
        _ => (&article.summaries_nb, &article.summaries_nn),
    };
    let summaries = if own.is_empty() { other } else { own };
    let references: Vec<_> = summaries.iter().map(String::as_str).collect();
    (!references.is_empty()).then_some(Judged {
        article: analysis,
        references,
    })
}

/// How far two people's label files agree, topic by topic (Cohen's kappa), and on how many articles that both labelled.
///
/// # Errors
/// Where a file cannot be read, or no article stands in both.
pub fn agreement(first: &Path, second: &Path) -> Result<(Vec<Agreement>, usize), Error> {
    let read = |path: &Path| Labels::read(path).map_err(Error::input);
    let (one, other) = (read(first)?, read(second)?);
    let labels = |row: &LabelRow| row.labels.clone();
    let both = one
        .iter()
        .filter_map(|(id, row)| Some((labels(row), labels(other.get(id)?))));
    let pairs: Vec<_> = both.collect();
    if pairs.is_empty() {
        let (first, second) = (first.display(), second.display());
        let text = format!("no article is labelled in both {first} and {second}");
        return Err(Error::Options(text));
    }
    Ok((evaluate::agreement(&pairs), pairs.len()))
}
