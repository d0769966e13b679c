//! A draft of labels for an editor to correct, the least certain first.

use std::io::Write;

use notis_corpus::{LABEL_COLUMNS, LabelRow, write_noted_labels};

use crate::print::escape::{prose, visible};
use crate::{Article, Budget, Desk, Error, Reading};

/// What stands behind the labels, for whoever judges them.
const NOTES: [&str; 4] = ["excerpt", "names", "probability", "reason"];
/// Words of an excerpt: two sentences, or one long one.
const EXCERPT: usize = 40;

/// The labels a desk would give an article, and how certain it is of them.
#[derive(Clone, Debug)]
pub struct Draft {
    certainty: f32,
    row: LabelRow,
    notes: [String; NOTES.len()],
}

impl Draft {
    /// How far the topic that is nearest to its threshold is from it; infinite where a person labelled the article.
    pub fn certainty(&self) -> f32 {
        self.certainty
    }

    /// The topics.
    pub fn labels(&self) -> &[String] {
        &self.row.labels
    }
}

impl Desk {
    /// A draft of the labels of an article; one that is labelled keeps its labels.
    pub fn suggest(&self, reading: &Reading<'_>) -> Draft {
        let article = reading.article();
        // Before all else: the excerpt asks for the topics with their evidence, which then answer the other questions, too.
        let excerpt = reading.digest(Budget::Words(EXCERPT));
        let excerpt = excerpt.map(|digest| prose(&digest.text).into_owned());
        let doubt = self.doubt(reading);
        let labels = article.labels.clone().unwrap_or_else(|| reading.topic_ids());
        Draft {
            certainty: certainty(article, doubt.as_ref()),
            notes: self.notes(reading, excerpt.unwrap_or_default(), &labels, doubt.as_ref()),
            row: row(article, labels),
        }
    }

    /// How certain the desk is of the topics of an article, as [`Draft::certainty`] tells it.
    pub fn certainty(&self, reading: &Reading<'_>) -> f32 {
        certainty(reading.article(), self.doubt(reading).as_ref())
    }

    /// The topic whose probability is nearest to its threshold.
    fn doubt(&self, reading: &Reading<'_>) -> Option<Doubt> {
        let scores = reading.classified(false).scores.iter().zip(&self.thresholds);
        let doubts = scores
            .enumerate()
            .map(|(topic, (&probability, &threshold))| Doubt {
                topic,
                probability,
                threshold,
                distance: (probability - threshold).abs(),
            });
        doubts.min_by(|a, b| a.distance.total_cmp(&b.distance))
    }

    /// What an editor needs to judge the labels, in the order of [`NOTES`].
    fn notes(
        &self,
        reading: &Reading<'_>,
        excerpt: String,
        labels: &[String],
        doubt: Option<&Doubt>,
    ) -> [String; NOTES.len()] {
        let topics = self.tagger.topics();
        let known: Vec<_> = labels
            .iter()
            .map(|label| topics.iter().position(|t| t.id == *label))
            .collect();
        let name = |(label, at): (&String, &Option<usize>)| {
            let named = at.and_then(|at| topics[at].names.nb.as_ref());
            visible(named.unwrap_or(label)).into_owned()
        };
        let scores = &reading.classified(false).scores;
        let probability = |at: &Option<usize>| {
            at.and_then(|at| scores.get(at))
                .map_or_else(String::new, |p| share(*p))
        };
        let names: Vec<_> = labels.iter().zip(&known).map(name).collect();
        let probabilities: Vec<_> = known.iter().map(probability).collect();
        [
            excerpt,
            names.join(";"),
            probabilities.join(";"),
            self.reason(reading, doubt),
        ]
    }

    /// Why there is no label, or who gave them, and which topic is nearest to its threshold.
    fn reason(&self, reading: &Reading<'_>, doubt: Option<&Doubt>) -> String {
        let why = match reading.decision().reason() {
            _ if reading.article().labels.is_some() => Some("labelled".to_owned()),
            reason => reason.map(|reason| reason.as_str().replace('_', " ")),
        };
        let nearest = doubt.map(|doubt| {
            let topic = visible(&self.tagger.topics()[doubt.topic].id);
            format!(
                "nearest: {topic} {}, given from {}",
                share(doubt.probability),
                share(doubt.threshold)
            )
        });
        let parts: Vec<_> = why.into_iter().chain(nearest).collect();
        parts.join("; ")
    }
}

/// A topic and how far it is from its threshold.
struct Doubt {
    topic: usize,
    probability: f32,
    threshold: f32,
    distance: f32,
}

fn certainty(article: &Article, doubt: Option<&Doubt>) -> f32 {
    if article.labels.is_some() {
        return f32::INFINITY;
    }
    // An article that was not looked at is as certain as can be.
    doubt.map_or(1.0, |doubt| doubt.distance)
}

/// A probability with a decimal comma.
fn share(probability: f32) -> String {
    format!("{probability:.2}").replace('.', ",")
}

/// A row for an editor's spreadsheet and terminal, in which no character acts.
fn row(article: &Article, labels: Vec<String>) -> LabelRow {
    let shown = |text: &str| visible(text).into_owned();
    let list = |topics: &[String]| topics.iter().map(|topic| shown(topic)).collect();
    let known = |text: &Option<String>| text.as_deref().map(shown).unwrap_or_default();
    LabelRow {
        file: shown(&article.id),
        date: known(&article.date),
        lang: known(&article.lang),
        title: known(&article.title),
        labels: list(&labels),
        mentions: list(&article.mentions),
        graded: article.graded.clone(),
    }
}

/// The columns of a label table with this header that a draft in its place would not hold; none of what is no label table.
///
/// ```
/// assert_eq!(notis::lost_by_a_draft("file\ttitle\tlabels\tsjanger\n"), ["sjanger"]);
/// ```
pub fn lost_by_a_draft(header: &str) -> Vec<&str> {
    let cells = header.trim_end().split(['\t', ';', ',']);
    let columns: Vec<&str> = cells
        .map(|cell| cell.trim_matches(['"', '\u{feff}', ' ']))
        .collect();
    let is_among =
        |known: &[&str], column: &str| known.iter().any(|known| column.eq_ignore_ascii_case(known));
    if !columns.iter().any(|column| is_among(&["labels"], column)) {
        return Vec::new();
    }
    let is_kept = |column: &str| is_among(&LABEL_COLUMNS, column) || is_among(&NOTES, column);
    columns
        .into_iter()
        .filter(|column| !column.is_empty() && !is_kept(column))
        .collect()
}

/// Writes drafts as a `labels.tsv`, the least certain first.
///
/// # Errors
/// Where `out` fails.
pub fn write_drafts(mut drafts: Vec<Draft>, out: &mut dyn Write) -> Result<(), Error> {
    drafts.sort_by(|a, b| a.certainty.total_cmp(&b.certainty));
    let rows = drafts
        .iter()
        .map(|draft| (&draft.row, draft.notes.each_ref().map(String::as_str)));
    write_noted_labels(rows, NOTES, out).map_err(Error::output)
}
