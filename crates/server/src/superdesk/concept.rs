//! Topics as concepts.

use axum::extract::State as Extract;
use notis::TopicCard;
use serde::{Deserialize, Serialize};

use crate::api::line::Line;
use crate::extract::{Json, Params};
use crate::problem::Problem;
use crate::state::Shared;

/// A topic as Superdesk reads it.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Concept {
    uuid: String,
    title: String,
    /// `category` for a subject of IPTC's, `topic` for one that is only ours.
    #[serde(rename = "type")]
    kind: &'static str,
    aliases: Vec<String>,
    source: &'static str,
    author: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<f32>,
    broader: Option<String>,
    links: Vec<Link>,
}

/// What a concept is elsewhere.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Link {
    source: &'static str,
    relation_type: &'static str,
    id: String,
}

impl Concept {
    pub(super) fn with_weight(&self, probability: f32) -> Concept {
        Concept {
            weight: Some(probability),
            ..self.clone()
        }
    }
}

/// The topics of a model.
pub(super) struct Concepts(Vec<Concept>);

impl Concepts {
    pub(super) fn of(cards: &[TopicCard]) -> Self {
        Concepts(cards.iter().map(|card| concept(card, cards)).collect())
    }

    pub(super) fn find(&self, uuid: &str) -> Option<&Concept> {
        self.0.iter().find(|concept| concept.uuid == uuid)
    }

    /// The concepts above these, each once, without those that are among them.
    pub(super) fn above(&self, concepts: &[Concept]) -> Vec<Concept> {
        let mut above: Vec<Concept> = Vec::new();
        let mut wanted: Vec<&str> = concepts.iter().filter_map(|c| c.broader.as_deref()).collect();
        while let Some(uuid) = wanted.pop() {
            let known = concepts.iter().chain(&above).any(|concept| concept.uuid == uuid);
            let Some(concept) = self.find(uuid).filter(|_| !known) else {
                continue;
            };
            wanted.extend(concept.broader.as_deref());
            above.push(concept.clone());
        }
        above
    }
}

/// Superdesk puts its own subject in the place of a concept that it is told is exactly that: only a topic that has its
/// code alone is. Eight countries share one.
fn concept(card: &TopicCard, all: &[TopicCard]) -> Concept {
    let alone = |code: &&String| {
        all.iter()
            .filter(|other| other.iptc.as_ref() == Some(code))
            .count()
            == 1
    };
    let link = card.iptc.as_ref().filter(alone).map(|code| Link {
        source: "IPTC",
        relation_type: "exactMatch",
        id: code.clone(),
    });
    Concept {
        uuid: card.id.clone(),
        title: card.name.clone(),
        kind: if link.is_some() { "category" } else { "topic" },
        aliases: Vec::new(),
        source: "notis",
        author: "notis",
        weight: None,
        broader: card.parent.clone(),
        links: link.into_iter().collect(),
    }
}

/// How concepts are looked for.
#[derive(Debug, Deserialize)]
pub(super) struct How {
    operation: String,
}

/// Which concepts are looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sought {
    uuid: String,
    title: String,
    size: Option<usize>,
}

#[derive(Serialize)]
struct Found {
    result: Vec<Concept>,
}

#[derive(Serialize)]
struct Refused {
    error: bool,
    response: &'static str,
}

pub(super) async fn get(
    Extract(state): Shared,
    Params(how): Params<How>,
    Json(sought): Json<Sought>,
) -> Result<Line, Problem> {
    let concepts = Concepts::of(state.desks.first().cards());
    let result = match how.operation.as_str() {
        "id" => concepts.find(&sought.uuid).cloned().into_iter().collect(),
        "title_type" => by_title(concepts, &sought),
        _ => return Err(Problem::bad("operation: `id` or `title_type`")),
    };
    Line::of(&Found { result })
}

/// Concepts whose name or id holds what was typed, those that begin with it first.
fn by_title(concepts: Concepts, sought: &Sought) -> Vec<Concept> {
    let typed = sought.title.trim().to_lowercase();
    let place = |concept: &Concept| {
        let in_name = concept.title.to_lowercase().find(&typed);
        in_name.or_else(|| concept.uuid.find(&typed))
    };
    let mut found: Vec<(bool, Concept)> = concepts
        .0
        .into_iter()
        .filter_map(|concept| place(&concept).map(|at| (at > 0, concept)))
        .collect();
    found.sort_by_key(|(inside, _)| *inside);
    let found = found.into_iter().map(|(_, concept)| concept);
    found.take(sought.size.unwrap_or(usize::MAX)).collect()
}

/// Topics are what a model was trained for: none is made by name alone.
pub(super) async fn create() -> Result<Line, Problem> {
    Line::of(&Refused {
        error: true,
        response: "topics come from the model; define one in a topics file and train with `notis train`",
    })
}

/// Topics are what a model was trained for: none is taken away.
pub(super) async fn delete() -> Result<Line, Problem> {
    Line::of(&Refused {
        error: true,
        response: "topics come from the model; train one without this topic",
    })
}
