//! The models and their topics.

use axum::extract::State as Extract;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::line::Line;
use super::schema;
use crate::extract::{Params, Segment};
use crate::problem::Problem;
use crate::state::Shared;

/// A model that answers.
#[derive(Serialize, ToSchema)]
pub(crate) struct ModelLine {
    /// Its name: that of its file.
    name: String,
    /// Whether it answers where none is named.
    default: bool,
    /// How many topics it knows.
    topics: usize,
}

/// Which model.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// The model; the first where none is named.
    model: Option<String>,
}

/// The models, the default first
#[utoipa::path(get, path = "/api/v1/models", tag = "models",
    responses((status = 200, body = Vec<ModelLine>, description = "The models"), schema::Problems))]
pub(crate) async fn models(Extract(state): Shared) -> Result<Line, Problem> {
    let named = state
        .desks
        .all()
        .into_iter()
        .enumerate()
        .map(|(number, named)| ModelLine {
            name: named.name.clone(),
            default: number == 0,
            topics: named.desk().topics().len(),
        });
    Line::of(&named.collect::<Vec<_>>())
}

/// The card of a model
#[utoipa::path(get, path = "/api/v1/models/{name}", tag = "models",
    params(("name" = String, Path, description = "The model")),
    responses((status = 200, body = schema::ModelCard, description = "Its topics and what it was trained on"),
        schema::Problems))]
pub(crate) async fn model(Extract(state): Shared, Segment(name): Segment) -> Result<Line, Problem> {
    let desk = state.desks.desk(Some(&name))?;
    Line::of(&desk.model().map(notis::Model::card))
}

/// The topics of a model
#[utoipa::path(get, path = "/api/v1/topics", tag = "models", params(Which),
    responses((status = 200, body = Vec<schema::TopicCard>, description = "Its topics, in the order of its scores"),
        schema::Problems))]
pub(crate) async fn topics(Extract(state): Shared, Params(which): Params<Which>) -> Result<Line, Problem> {
    Line::of(&state.desks.named(which.model.as_deref())?.cards())
}
