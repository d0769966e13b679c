//! Documents with the subjects that people gave them.

use std::collections::BTreeMap;

use axum::extract::State as Extract;
use axum::http::{HeaderMap, StatusCode};
use notis::{Article, TopicCard};
use serde::Deserialize;

use super::projects::find;
use super::suggest::{URN, article};
use crate::extract::{Json, Segment};
use crate::feedback::{self, Judged};
use crate::guard;
use crate::problem::Problem;
use crate::state::Shared;

/// A document with all its subjects.
#[derive(Deserialize)]
pub(super) struct Indexed {
    text: String,
    document_id: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, String>,
    subjects: Vec<Subject>,
}

/// A subject, by its address or else by its name.
#[derive(Deserialize)]
struct Subject {
    uri: Option<String>,
    label: Option<String>,
}

/// Keeps the documents for «learn now», where there is a store: models do not change under those who ask, and what was
/// learned is looked at before it answers.
pub(super) async fn learn(
    Extract(state): Shared,
    Segment(name): Segment,
    headers: HeaderMap,
    Json(documents): Json<Vec<Indexed>>,
) -> Result<StatusCode, Problem> {
    let named = find(&state, &name)?;
    if state.store_if_any().is_none() {
        let detail = "this server keeps nothing, and so it cannot learn; start it with --data DIR";
        return Err(Problem::forbidden(detail));
    }
    let numbered = (1..).zip(documents);
    let judged = numbered.map(|(number, document)| document.judged(number, named.cards()));
    let judged = judged.collect::<Result<_, _>>()?;
    let who = guard::user(&headers).unwrap_or_else(|| "annif".to_owned());
    feedback::keep(&state, judged, who).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl Indexed {
    fn judged(mut self, number: usize, cards: &[TopicCard]) -> Result<Judged, Problem> {
        let topics = self.subjects.iter().map(|subject| {
            subject.topic(cards).ok_or_else(|| {
                let said = subject
                    .uri
                    .as_deref()
                    .or(subject.label.as_deref())
                    .unwrap_or_default();
                Problem::bad(format!(
                    "document {number}: there is no subject `{said}`; suggest tells those there are"
                ))
            })
        });
        let topics = Some(topics.collect::<Result<_, _>>()?);
        let read = article(self.text, self.metadata.remove("title"));
        let article = Article {
            id: self.document_id.unwrap_or_default(),
            ..read
        };
        Ok(Judged { article, topics })
    }
}

impl Subject {
    /// The topic of this address, or of this name where it has none.
    fn topic(&self, cards: &[TopicCard]) -> Option<String> {
        let is_meant = |card: &&TopicCard| match &self.uri {
            Some(said) => said.strip_prefix(URN) == Some(card.id.as_str()),
            None => self.label.as_ref() == Some(&card.name),
        };
        cards.iter().find(is_meant).map(|card| card.id.clone())
    }
}
