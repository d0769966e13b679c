//! Many articles at once: JSON Lines in, JSON Lines out, in order, a few in memory.

use std::sync::Arc;

use axum::body::{Body as HttpBody, Bytes};
use axum::extract::{Request, State as Extract};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::{Stream, StreamExt, stream};
use notis::{Desk, Reading};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::article::Body;
use super::lines::Lines;
use super::{answers, schema};
use crate::extract::Params;
use crate::problem::Problem;
use crate::state::{Shared, State};

/// Articles of one batch that are worked on at a time: enough for every core of a common machine, few enough that others
/// come in between.
const WINDOW: usize = 32;

/// What is done with each article.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Verb {
    /// Its topics.
    #[default]
    Classify,
    /// A digest.
    Digest,
    /// What is seen in it.
    Analyze,
}

/// What is done with each article.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct What {
    /// `classify` where nothing else is said.
    #[serde(default, rename = "do")]
    #[param(inline)]
    verb: Verb,
}

/// A line that could not be answered.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct BadLine {
    /// Its number, from 1.
    line: usize,
    /// What is wrong, and what to do.
    error: String,
}

/// What is done with an article.
#[derive(Clone)]
enum Task {
    Classify(answers::Classify),
    Digest(answers::Digest),
    Analyze { kinds: bool },
}

impl Task {
    /// Whether names come with their kinds.
    fn kinds(&self) -> bool {
        match self {
            Task::Classify(_) => false,
            Task::Digest(asked) => asked.kinds(),
            Task::Analyze { kinds } => *kinds,
        }
    }

    fn line(&self, reading: &Reading<'_>) -> Result<Vec<u8>, Problem> {
        match self {
            Task::Classify(asked) => asked.line(reading),
            Task::Digest(asked) => asked.line(reading),
            Task::Analyze { .. } => answers::analysis(reading),
        }
    }
}

/// Many articles, a JSON object a line
#[utoipa::path(post, path = "/api/v1/batch", tag = "articles", params(What, answers::Digest),
    request_body(content = String, content_type = "application/jsonl", description = "An article a line"),
    responses((status = 200, content_type = "application/jsonl", body = String,
        description = "A line a line, in order; for a bad one {\"line\": number, \"error\": what to do}"),
        schema::Problems))]
pub(crate) async fn batch(
    Extract(state): Shared,
    Params(What { verb }): Params<What>,
    Params(classify): Params<answers::Classify>,
    Params(digest): Params<answers::Digest>,
    request: Request,
) -> Result<Response, Problem> {
    digest.budget()?;
    // The desk of a digest is that of the model, with its method.
    let desk = digest.desk(&state)?;
    let task = match verb {
        Verb::Classify => Task::Classify(classify),
        Verb::Digest => Task::Digest(digest),
        Verb::Analyze => Task::Analyze {
            kinds: digest.kinds(),
        },
    };
    let limits = &state.limits;
    let lines = Lines::new(
        request.into_body().into_data_stream(),
        limits.body,
        limits.arrival,
    );
    let body = HttpBody::from_stream(answered(state, desk, task, lines));
    Ok(([(header::CONTENT_TYPE, "application/jsonl")], body).into_response())
}

/// The answers, in the order of the lines. Blank lines have none.
fn answered(
    state: Arc<State>,
    desk: Arc<Desk>,
    task: Task,
    lines: Lines,
) -> impl Stream<Item = Result<Bytes, std::convert::Infallible>> {
    let numbered = stream::unfold((lines, 0), async |(mut lines, number)| {
        let line = lines.next().await?;
        let line = line.map_err(|broken| broken.to_string());
        Some(((number + 1, line), (lines, number + 1)))
    });
    let answer = move |(number, line): (usize, Result<Vec<u8>, String>)| {
        let (state, desk, task) = (state.clone(), desk.clone(), task.clone());
        async move {
            let line = match line {
                Ok(line) if line.trim_ascii().is_empty() => return Bytes::new(),
                Ok(line) => one(&state, desk, task, number, line).await,
                Err(error) => Err(error),
            };
            line.unwrap_or_else(|error| bad_line(number, error)).into()
        }
    };
    numbered.map(answer).buffered(WINDOW).map(Ok)
}

async fn one(
    state: &State,
    desk: Arc<Desk>,
    task: Task,
    number: usize,
    line: Vec<u8>,
) -> Result<Vec<u8>, String> {
    let kinds = answers::kinds(state, task.kinds()).map_err(|problem| problem.detail)?;
    let work = move || {
        let body: Body = serde_json::from_slice(line.trim_ascii()).map_err(|error| {
            // The line is known; its column is what helps.
            Problem::bad(error.to_string().replace(" at line 1 column", " at column"))
        })?;
        task.line(&answers::read(&desk, &body.into_article(number), kinds)?)
    };
    let done = state.workers.run_in_turn(work).await.and_then(|line| line);
    done.map_err(|problem| problem.detail)
}

fn bad_line(line: usize, error: String) -> Vec<u8> {
    notis::output::json_line(&BadLine { line, error }).unwrap_or_default()
}
