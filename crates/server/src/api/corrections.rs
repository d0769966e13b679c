//! What people say of the topics of articles.

use axum::extract::State as Extract;
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::articles::no_article;
use super::line::Line;
use super::schema;
use crate::extract::{Json, Params};
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Correction};

/// What somebody says of the topics of an article.
#[derive(Clone, Debug, Deserialize, ToSchema)]
pub(crate) struct Said {
    /// The article.
    pub(crate) article: String,
    /// The topics it is about.
    #[schema(example = json!(["samferdsel"]))]
    pub(crate) labels: Vec<String>,
    /// The topics that were looked at; all where this is not given. A topic that was looked at and is no label is rejected.
    #[schema(nullable = false)]
    pub(crate) graded: Option<Vec<String>>,
    /// Who says it.
    #[serde(default)]
    #[schema(example = "kari", max_length = 100)]
    pub(crate) who: String,
}

/// Letters of the longest name.
const LONGEST_NAME: usize = 100;

impl Said {
    /// Whether it can be learned from: its topics are known, the name is short.
    fn check(&self, state: &State) -> Result<(), Problem> {
        let desks = state.desks.all();
        let known = |topic: &String| {
            desks
                .iter()
                .any(|named| named.desk().topics().any(|t| t == topic))
        };
        let mut topics = self.labels.iter().chain(self.graded.iter().flatten());
        if let Some(unknown) = topics.find(|topic| !known(topic)) {
            let detail = format!("there is no topic `{unknown}`; /api/v1/topics lists those there are");
            return Err(Problem::not_found(detail));
        }
        match self.who.chars().count() {
            0..=LONGEST_NAME => Ok(()),
            _ => Err(Problem::bad(format!(
                "who is a name of at most {LONGEST_NAME} letters"
            ))),
        }
    }
}

/// Keeps what somebody says; it is on the disk when this answers.
pub(crate) async fn keep(state: &State, said: Said) -> Result<Correction, Problem> {
    said.check(state)?;
    let correct = move |tx: &rusqlite::Transaction<'_>| {
        store::correct(tx, &said.article, &said.labels, said.graded.as_deref(), &said.who)
    };
    state.store()?.write(correct).await?.ok_or_else(no_article)
}

/// Corrects the topics of an article
#[utoipa::path(post, path = "/api/v1/corrections", operation_id = "add_correction", tag = "store", request_body = Said,
    responses((status = 201, description = "The correction, which is kept", body = Correction), schema::Problems))]
pub(crate) async fn add(
    Extract(state): Shared,
    Json(said): Json<Said>,
) -> Result<(StatusCode, Line), Problem> {
    Ok((StatusCode::CREATED, Line::of(&keep(&state, said).await?)?))
}

/// Whose corrections.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Of {
    /// The article.
    article: String,
}

/// What people said of an article, in their order
#[utoipa::path(get, path = "/api/v1/corrections", operation_id = "corrections", tag = "store", params(Of),
    responses((status = 200, description = "The corrections", body = Vec<Correction>), schema::Problems))]
pub(crate) async fn list(Extract(state): Shared, Params(of): Params<Of>) -> Result<Line, Problem> {
    let stored = state.ask(move |db| store::article(db, &of.article)).await?;
    Line::of(&stored.ok_or_else(no_article)?.corrections)
}
