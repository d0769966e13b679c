//! CSV for a Norwegian spreadsheet: `;` between the cells, `|` between the items of a list, a comma before decimals.

use super::printer::{Answer, Kind, Printer};
use super::table::{decimal, row};
use crate::output::{Classification, Digest, GroupDigest, Origin, Scores, Summary};
use crate::{Article, Error};

/// A row an answer.
pub(super) struct Csv {
    bom: bool,
    /// Whether the kinds of names have columns.
    kinds: bool,
    score_columns: Vec<String>,
}

/// What is known of the article, behind everything else.
const ORIGIN: [&str; 4] = ["title", "date", "source", "url"];
const CLASSIFICATION: [&str; 6] = ["id", "decision", "reason", "lang", "topics", "probabilities"];
const DIGEST: [&str; 6] = ["id", "method", "text", "topics", "keywords", "names"];
const GROUP: [&str; 4] = ["group", "articles", "sources", "text"];
/// Beside the names: what each of them names, and what it goes by in Wikidata.
const KINDS: [&str; 2] = ["name_kinds", "name_ids"];
const SUMMARY: [&str; 4] = ["topic", "month", "lang", "articles"];

impl Csv {
    pub(super) fn new(bom: bool, kinds: bool, score_columns: Vec<String>) -> Self {
        Csv {
            bom,
            kinds,
            score_columns,
        }
    }

    /// These columns, where kinds are asked for.
    fn where_kinds<T>(&self, columns: impl IntoIterator<Item = T>) -> impl Iterator<Item = T> {
        columns.into_iter().filter(|_| self.kinds)
    }

    fn digest(&self, digest: &Digest) -> Result<Vec<u8>, Error> {
        let lists = [&digest.topics, &digest.keywords, &digest.names].map(|list| list.join("|"));
        let fixed = [&digest.id, digest.method, &digest.text].map(str::to_owned);
        let kinds = listed(
            digest
                .names_with_ids()
                .map(|(_, kind, id)| [kind.as_str(), id.unwrap_or_default()]),
        );
        row(fixed
            .into_iter()
            .chain(lists)
            .chain(self.where_kinds(kinds))
            .chain(origin(&digest.origin)))
    }

    fn header<'a>(&'a self, columns: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, Error> {
        let mark = if self.bom { "\u{feff}" } else { "" };
        Ok([mark.as_bytes(), &row(columns)?].concat())
    }

    fn classification(&self, given: &Classification) -> Result<Vec<u8>, Error> {
        let reason = given.decision.reason().map_or("", |reason| reason.as_str());
        let topics: Vec<_> = given.topics.iter().map(|tag| tag.topic.as_str()).collect();
        let probabilities: Vec<_> = given.topics.iter().map(|tag| decimal(tag.probability)).collect();
        let fixed = [&given.id, given.decision.as_str(), reason, given.lang.code()].map(str::to_owned);
        let lists = [topics.join("|"), probabilities.join("|")];
        row(fixed
            .into_iter()
            .chain(lists)
            .chain(self.scores(given.scores.as_ref()))
            .chain(origin(&given.origin)))
    }

    /// A cell a topic; an article that was not looked at has no scores, and its cells are empty.
    fn scores(&self, scores: Option<&Scores>) -> Vec<String> {
        let mut known = scores.into_iter().flat_map(Scores::iter);
        let next = |_| known.next().map_or_else(String::new, |(_, p)| decimal(p));
        self.score_columns.iter().map(next).collect()
    }
}

fn origin(origin: &Origin) -> [String; ORIGIN.len()] {
    [&origin.title, &origin.date, &origin.source, &origin.url].map(|known| known.clone().unwrap_or_default())
}

/// A cell for each of some columns, with an item of every row.
fn listed<'a, const N: usize>(rows: impl Iterator<Item = [&'a str; N]>) -> [String; N] {
    let rows: Vec<_> = rows.collect();
    std::array::from_fn(|column| {
        let items: Vec<&str> = rows.iter().map(|row| row[column]).collect();
        items.join("|")
    })
}

impl Printer for Csv {
    fn head(&self, kind: Kind) -> Result<Vec<u8>, Error> {
        let scores = self.score_columns.iter().map(String::as_str);
        match kind {
            Kind::Classification => self.header(CLASSIFICATION.into_iter().chain(scores).chain(ORIGIN)),
            Kind::Digest => self.header(DIGEST.into_iter().chain(self.where_kinds(KINDS)).chain(ORIGIN)),
            Kind::Group => {
                let names = std::iter::once("names").chain(KINDS);
                self.header(GROUP.into_iter().chain(self.where_kinds(names)))
            }
            Kind::Summary => self.header(SUMMARY),
            Kind::Analysis => Err(NO_ANALYSIS),
        }
    }

    fn article(&self, _article: &Article, answer: &Answer<'_>) -> Result<Vec<u8>, Error> {
        match answer {
            Answer::Classification(given) => self.classification(given),
            Answer::Digest(given) => self.digest(given),
            Answer::Analysis(_) => Err(NO_ANALYSIS),
        }
    }

    fn group(&self, group: &GroupDigest) -> Result<Vec<u8>, Error> {
        let lists = [&group.articles, &group.sources].map(|list| list.join("|"));
        let [articles, sources] = lists;
        let fixed = [group.group.clone(), articles, sources, group.text.clone()];
        let names = group.names.iter().flatten();
        let names = names.map(|name| {
            [
                &name.name,
                name.kind.as_str(),
                name.wikidata.as_deref().unwrap_or_default(),
            ]
        });
        row(fixed.into_iter().chain(self.where_kinds(listed(names))))
    }

    fn summary(&self, summary: &Summary) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        for counted in summary.rows() {
            let articles = counted.articles.to_string();
            out.extend(row([counted.topic, counted.month, counted.lang, &articles])?);
        }
        Ok(out)
    }
}

const NO_ANALYSIS: Error = Error::NotPrintable {
    format: "csv",
    what: "an analysis",
};
