//! The subjects of texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State as Extract;
use notis::{Article, TopicCard};
use serde::{Deserialize, Serialize};

use super::projects::{LABELS, find};
use crate::api::line::Line;
use crate::desks::Named;
use crate::extract::{Admitted, Form, Json, Params, Segment};
use crate::problem::Problem;
use crate::state::Shared;

/// Documents that a batch may hold, as Annif has it.
const BATCH: usize = 32;

/// Which of the subjects.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    #[serde(default = "ten")]
    limit: usize,
    #[serde(default)]
    threshold: f32,
    language: Option<String>,
}

fn ten() -> usize {
    10
}

/// The form of one text. The wishes stand beside it rather than in a [`Wanted`]: flattened, a form's numbers stay texts.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    text: String,
    #[serde(default = "ten")]
    limit: usize,
    #[serde(default)]
    threshold: f32,
    language: Option<String>,
    metadata_title: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Batch {
    documents: Vec<Document>,
}

#[derive(Debug, Deserialize)]
struct Document {
    text: String,
    document_id: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Answer {
    results: Vec<Suggestion>,
}

#[derive(Serialize)]
struct BatchAnswer {
    document_id: Option<String>,
    results: Vec<Suggestion>,
}

/// A topic that fits a text.
#[derive(Serialize)]
struct Suggestion {
    uri: String,
    label: String,
    notation: Option<String>,
    score: f32,
}

impl Wanted {
    fn check(self) -> Result<Self, Problem> {
        if !(0.0..=1.0).contains(&self.threshold) {
            return Err(Problem::bad("threshold: give a number from 0 to 1"));
        }
        match self.language.as_deref() {
            None | Some(LABELS) => Ok(self),
            Some(_) => Err(Problem::bad("language: the topics have labels in `nb` alone")),
        }
    }

    fn choose(&self, mut scored: Vec<Suggestion>) -> Vec<Suggestion> {
        scored.retain(|suggestion| suggestion.score >= self.threshold);
        scored.sort_by(|a, b| b.score.total_cmp(&a.score));
        scored.truncate(self.limit);
        scored
    }
}

pub(super) async fn suggest(
    Extract(state): Shared,
    Segment(project): Segment,
    Admitted(Form(asked)): Admitted<Form<Asked>>,
) -> Result<Line, Problem> {
    let named = find(&state, &project)?;
    let wanted = Wanted {
        limit: asked.limit,
        threshold: asked.threshold,
        language: asked.language,
    };
    let wanted = wanted.check()?;
    let article = article(asked.text, asked.metadata_title);
    let results = state
        .workers
        .run(move || suggestions(&named, &article, &wanted))
        .await??;
    Line::of(&Answer { results })
}

pub(super) async fn suggest_batch(
    Extract(state): Shared,
    Segment(project): Segment,
    Params(wanted): Params<Wanted>,
    Json(batch): Json<Batch>,
) -> Result<Line, Problem> {
    let named = find(&state, &project)?;
    let wanted = Arc::new(wanted.check()?);
    if batch.documents.len() > BATCH {
        let detail = format!(
            "{} documents; a batch holds at most {BATCH}",
            batch.documents.len()
        );
        return Err(Problem::bad(detail));
    }
    let mut answers = Vec::with_capacity(batch.documents.len());
    for mut document in batch.documents {
        let (named, wanted) = (Arc::clone(&named), Arc::clone(&wanted));
        let article = article(document.text, document.metadata.remove("title"));
        let results = state
            .workers
            .run_in_turn(move || suggestions(&named, &article, &wanted))
            .await??;
        answers.push(BatchAnswer {
            document_id: document.document_id,
            results,
        });
    }
    Line::of(&answers)
}

/// How the address of a topic begins; its id follows.
pub(super) const URN: &str = "urn:notis:topic:";

/// The address of a topic.
fn uri(card: &TopicCard) -> String {
    format!("{URN}{}", card.id)
}

pub(super) fn article(text: String, title: Option<String>) -> Article {
    Article {
        text,
        title: title.filter(|title| !title.trim().is_empty()),
        ..Article::default()
    }
}

/// The topics that fit, the most probable first; none for a text that is not looked at.
fn suggestions(named: &Named, article: &Article, wanted: &Wanted) -> Result<Vec<Suggestion>, Problem> {
    let desk = named.desk();
    let reading = desk.read(article)?;
    let scores = reading.scores();
    let suggestion = |(card, (_, score)): (&TopicCard, (&str, f32))| Suggestion {
        uri: uri(card),
        label: card.name.clone(),
        notation: card.iptc.clone(),
        score,
    };
    let scored = named.cards().iter().zip(scores).map(suggestion);
    Ok(wanted.choose(scored.collect()))
}
