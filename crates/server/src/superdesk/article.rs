//! The concepts of an article.

use axum::extract::State as Extract;
use notis::Article;
use serde::{Deserialize, Serialize};

use super::concept::{Concept, Concepts};
use crate::api::Line;
use crate::desks::Named;
use crate::extract::Json;
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
    response: &'static str,
}

pub(super) async fn analysis(Extract(state): Shared, Json(item): Json<Item>) -> Result<Line, Problem> {
    let named = state.desks.first();
    let found = state.workers.run(move || analyze(&named, item)).await??;
    Line::of(&found)
}

/// What an editor made of an article: told, not kept.
pub(super) async fn store(Json(_): Json<Item>) -> Result<Line, Problem> {
    Line::of(&Stored {
        error: false,
        response: "seen, not kept: train with `notis learn` to correct topics",
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
            ..Article::default()
        }
    }
}
