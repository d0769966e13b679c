//! How good digests are: against human summaries, against simple rivals, and for a reader.

mod bootstrap;
mod readability;
mod rivals;

pub use bootstrap::Interval;
pub use readability::Readability;

use crate::rouge::{self, Reference, Scores};
use crate::{Budget, Digest, Document, Error, Query, Summarizer};
use notis_text::Analysis;

/// An article with the summaries that people wrote of it.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// The article.
    pub article: Analysis<'a>,
    /// The human summaries, at least one.
    pub references: Vec<&'a str>,
}

/// What came of an evaluation.
#[derive(Clone, Debug)]
pub struct Report {
    /// How many articles were digested.
    pub articles: usize,
    /// The budget of each digest, in words.
    pub words: usize,
    /// The method and its rivals `lead`, `random` and `oracle`, in this order.
    pub systems: Vec<System>,
    /// The 95 % intervals of the method minus the lead, for ROUGE-1, -2 and -L.
    pub over_lead: [Interval; 3],
    /// What spoils the method's digests for a reader.
    pub readability: Readability,
}

/// The scores of one system.
#[derive(Clone, Debug)]
pub struct System {
    /// Its name.
    pub name: &'static str,
    /// Mean over the references, then over the articles.
    pub mean: Scores,
    /// The best reference of each article, then the mean over the articles.
    pub best: Scores,
}

/// Digests every article in `words` words and scores the digests against its references.
///
/// Beside the method stand three rivals: the first words of the article, sentences drawn at random, and a greedy oracle
/// that has seen the references. Nothing is gained by length: all are cut at the budget.
///
/// ```
/// use notis_summarizer::{evaluate, methods::Lead};
///
/// let text = "Brua er stengd etter at flaumen tok det eine fundamentet i natt. Det var regn.";
/// let judged = evaluate::Judged {
///     article: notis_text::analyze(text, None),
///     references: vec!["Flaumen tok eit fundament, og brua er stengd."],
/// };
/// let report = evaluate::digests(&[judged], &Lead, 20)?;
/// assert_eq!(report.systems.len(), 4);
/// assert!(report.systems[0].mean.r1 > 0.4);
/// # Ok::<(), notis_summarizer::Error>(())
/// ```
///
/// # Errors
/// Where `words` is 0, or a method from outside fails.
pub fn digests(articles: &[Judged<'_>], summarizer: &dyn Summarizer, words: usize) -> Result<Report, Error> {
    let normal: Vec<_> = articles.iter().map(|a| a.article.in_normal_form()).collect();
    let prepared = |article| Document::new(article, &Query::default());
    let documents: Vec<Document<'_>> = normal.iter().map(|a| prepared(a)).collect();
    let digest = |document| summarizer.summarize(document, Budget::Words(words));
    let digests: Vec<Digest> = documents.iter().map(digest).collect::<Result<_, Error>>()?;
    let references: Vec<Reference> = articles.iter().map(|a| Reference::new(&a.references)).collect();
    let texts: Vec<String> = digests.iter().map(|d| first_words(&d.text, words)).collect();
    let lead = articles.iter().map(|a| first_words(a.article.text, words));
    let lead: Vec<String> = lead.collect();
    let random = (0..).zip(&documents).map(|(i, d)| rivals::random(d, words, i));
    let random: Vec<String> = random.collect();
    let oracle = documents
        .iter()
        .zip(&references)
        .map(|(d, r)| rivals::oracle(d, r, words));
    let oracle: Vec<String> = oracle.collect();
    Ok(Report {
        articles: articles.len(),
        words,
        systems: vec![
            system(summarizer.name(), &texts, &references),
            system("lead", &lead, &references),
            system("random", &random, &references),
            system("oracle", &oracle, &references),
        ],
        over_lead: bootstrap::intervals(&differences(&texts, &lead, &references)),
        readability: readability::count(normal.iter().map(|a| &**a), &digests),
    })
}

fn system(name: &'static str, texts: &[String], references: &[Reference]) -> System {
    let over = |score: &dyn Fn(&Reference, &str) -> Scores| {
        let scores: Vec<Scores> = texts.iter().zip(references).map(|(t, r)| score(r, t)).collect();
        rouge::mean(&scores)
    };
    System {
        name,
        mean: over(&Reference::mean),
        best: over(&Reference::best),
    }
}

fn differences(texts: &[String], lead: &[String], references: &[Reference]) -> Vec<Scores> {
    let pairs = texts.iter().zip(lead).zip(references);
    pairs
        .map(|((text, lead), r)| r.mean(text).zip(r.mean(lead), |a, b| a - b))
        .collect()
}

/// The first `words` words of a text, joined by spaces.
fn first_words(text: &str, words: usize) -> String {
    text.split_whitespace().take(words).collect::<Vec<_>>().join(" ")
}
