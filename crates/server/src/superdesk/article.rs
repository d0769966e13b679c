//! The concepts of an article.

use axum::extract::State as Extract;
use axum::http::HeaderMap;
use notis::{Article, TopicCard};
use serde::{Deserialize, Serialize};

use super::concept::{Concept, Concepts};
use crate::api::line::Line;
use crate::desks::Named;
use crate::extract::{Admitted, Json};
use crate::feedback::{self, Judged};
use crate::guard;
use crate::problem::Problem;
use crate::state::Shared;

/// An article as Superdesk sends it.
#[derive(Debug, Deserialize)]
pub(super) struct Item {
    #[serde(default)]
    uuid: String,
    #[serde(default)]
    headline: String,
    /// A paragraph each.
    #[serde(default)]
    body: Vec<String>,
    language: Option<String>,
    /// What an editor left of the concepts, or added to them.
    concepts: Option<Vec<Left>>,
}

/// A concept by its name here; Superdesk may know others.
#[derive(Debug, Deserialize)]
struct Left {
    #[serde(default)]
    uuid: String,
}

/// The topics of an article, and the topics above them.
#[derive(Serialize)]
struct Analysis {
    concepts: Vec<Concept>,
    broader: Vec<Concept>,
}

#[derive(Serialize)]
struct Stored {
    error: bool,
    response: String,
}

pub(super) async fn analysis(
    Extract(state): Shared,
    Admitted(Json(item)): Admitted<Json<Item>>,
) -> Result<Line, Problem> {
    let named = state.desks.first();
    let found = state.workers.run(move || analyze(&named, item)).await??;
    Line::of(&found)
}

/// What an editor made of an article: kept for «learn now», where there is a store.
pub(super) async fn store(
    Extract(state): Shared,
    headers: HeaderMap,
    Json(item): Json<Item>,
) -> Result<Line, Problem> {
    let response = if state.store_if_any().is_some() {
        let who = guard::user(&headers).unwrap_or_else(|| "superdesk".to_owned());
        let (judged, others) = item.judged(state.desks.first().cards());
        feedback::keep(&state, vec![judged], who).await?;
        match others {
            0 => "kept".to_owned(),
            others => format!("kept, but for {others} concepts that are no topics here"),
        }
    } else {
        "seen, not kept: start the server with --data DIR".to_owned()
    };
    Line::of(&Stored {
        error: false,
        response,
    })
}

fn analyze(named: &Named, item: Item) -> Result<Analysis, Problem> {
    let known = Concepts::of(named.cards());
    let article = item.into_article();
    let tags = named.desk().read(&article)?.tags();
    let weighted = tags.iter().filter_map(|tag| {
        let concept = known.find(&tag.topic)?;
        Some(concept.with_weight(tag.probability))
    });
    let concepts: Vec<Concept> = weighted.collect();
    Ok(Analysis {
        broader: known.above(&concepts),
        concepts,
    })
}

impl Item {
    /// The article with the topics that an editor left, and how many concepts are none.
    fn judged(mut self, cards: &[TopicCard]) -> (Judged, usize) {
        let left = self.concepts.take();
        let (known, others): (Vec<_>, Vec<_>) = left
            .iter()
            .flatten()
            .map(|concept| concept.uuid.clone())
            .partition(|uuid| cards.iter().any(|card| card.id == *uuid));
        let judged = Judged {
            topics: left.is_some().then_some(known),
            article: self.into_article(),
        };
        (judged, others.len())
    }

    /// The article; a headline without a body is the text itself.
    fn into_article(self) -> Article {
        let body = self.body.join("\n\n");
        let (title, text) = match (self.headline.trim().is_empty(), body.trim().is_empty()) {
            (false, false) => (Some(self.headline), body),
            (false, true) => (None, self.headline),
            (true, _) => (None, body),
        };
        Article {
            id: self.uuid,
            text,
            title,
            lang: self.language,
            ..Article::default()
        }
    }
}
