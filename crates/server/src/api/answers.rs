//! What one article is answered with.

use std::sync::Arc;

use axum::extract::State as Extract;
use notis::{Article, Budget, Desk, Evidence, NameModel, Reading};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::article::Body;
use super::count::{Count, Share};
use super::line::Line;
use super::schema;
use crate::extract::{Admitted, Json, Params};
use crate::problem::Problem;
use crate::state::{Shared, State};

/// How topics are told.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Classify {
    /// The model; the first where none is named.
    model: Option<String>,
    /// Whether to tell the words that carried each topic.
    #[serde(default)]
    explain: bool,
    /// Whether to tell the probability of every topic.
    #[serde(default)]
    scores: bool,
}

/// How long a digest is, and how it is made. At most one length.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Digest {
    /// The model; the first where none is named.
    model: Option<String>,
    /// So many sentences.
    #[param(value_type = Option<usize>, minimum = 1, maximum = 16777216)]
    sentences: Option<Count>,
    /// At most so many words.
    #[param(value_type = Option<usize>, minimum = 1, maximum = 16777216)]
    words: Option<Count>,
    /// At most so many characters.
    #[param(value_type = Option<usize>, minimum = 1, maximum = 16777216)]
    chars: Option<Count>,
    /// At most this share of the words, above 0 and at most 1.
    #[param(value_type = Option<f64>, exclusive_minimum = 0.0, maximum = 1.0)]
    ratio: Option<Share>,
    /// How sentences are chosen.
    #[param(value_type = Option<schema::Method>, inline)]
    method: Option<String>,
    /// Whether every sentence stays as it stands.
    #[serde(default)]
    verbatim: bool,
    /// Whether names come with their kinds: person, organisation, place …
    #[serde(default)]
    kinds: bool,
}

/// How an article is analyzed.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Analyze {
    /// Whether names come with their kinds: person, organisation, place …
    #[serde(default)]
    kinds: bool,
}

/// Which topic is explained.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Explain {
    /// The model; the first where none is named.
    model: Option<String>,
    /// The topic, given or not.
    topic: String,
}

/// Why an article has a topic, or has not.
#[derive(Serialize, ToSchema)]
pub(crate) struct Explanation {
    /// The article.
    id: String,
    /// The topic.
    topic: String,
    /// The words that speak for and against it, the strongest first; their weights add up to the log-odds.
    #[schema(value_type = Vec<schema::Evidence>)]
    evidence: Vec<Evidence>,
}

impl Classify {
    pub(crate) fn line(&self, reading: &Reading<'_>) -> Result<Vec<u8>, Problem> {
        Ok(notis::output::json_line(
            &reading.classification(self.explain, self.scores),
        )?)
    }
}

impl Digest {
    /// Whether names come with their kinds.
    pub(crate) fn kinds(&self) -> bool {
        self.kinds
    }

    pub(crate) fn line(&self, reading: &Reading<'_>) -> Result<Vec<u8>, Problem> {
        Ok(notis::output::json_line(&reading.digest(self.budget()?)?)?)
    }

    pub(crate) fn budget(&self) -> Result<Budget, Problem> {
        let given = [
            self.sentences.map(|count| Budget::Sentences(count.get())),
            self.words.map(|count| Budget::Words(count.get())),
            self.chars.map(|count| Budget::Chars(count.get())),
            self.ratio.map(|share| Budget::Ratio(share.get())),
        ];
        let mut given = given.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(_), Some(_)) => Err(Problem::bad("give one of sentences, words, chars and ratio")),
            (budget, _) => Ok(budget.unwrap_or(Budget::Auto)),
        }
    }

    /// The desk that makes it: that of the model, unless the method is another.
    pub(crate) fn desk(&self, state: &State) -> Result<Arc<Desk>, Problem> {
        let desk = state.desks.desk(self.model.as_deref())?;
        if self.method.is_none() && !self.verbatim {
            return Ok(desk);
        }
        let method = self.method.as_deref().unwrap_or_else(|| desk.method());
        let another = Desk::builder().method(method).verbatim(self.verbatim);
        let another = match desk.model() {
            Some(model) => another.model(model.clone()),
            None => another.without_model(),
        };
        Ok(Arc::new(another.build()?))
    }
}

/// Reads an article and does `work` on it.
async fn answer(
    state: &State,
    desk: Arc<Desk>,
    body: Body,
    work: impl FnOnce(&Reading<'_>) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Line, Problem> {
    answer_with(state, desk, None, body, work).await
}

/// As [`answer`], with the kinds of names where a model tells them.
async fn answer_with(
    state: &State,
    desk: Arc<Desk>,
    kinds: Option<NameModel>,
    body: Body,
    work: impl FnOnce(&Reading<'_>) -> Result<Vec<u8>, Problem> + Send + 'static,
) -> Result<Line, Problem> {
    let article = body.into_article(1);
    let read = move || work(&read(&desk, &article, kinds)?);
    let line = state.workers.run(read).await?;
    line.map(Line)
}

/// An article as the desk reads it, with the kinds of names where a model tells them.
pub(crate) fn read<'a>(
    desk: &'a Desk,
    article: &'a Article,
    kinds: Option<NameModel>,
) -> Result<Reading<'a>, notis::Error> {
    let reading = desk.read(article)?;
    Ok(match kinds {
        Some(model) => reading.with_kinds(model),
        None => reading,
    })
}

/// The model of names, where their kinds are asked for.
pub(crate) fn kinds(state: &State, asked: bool) -> Result<Option<NameModel>, Problem> {
    Ok(asked.then(|| state.name_model()).transpose()?)
}

/// The topics of an article
#[utoipa::path(post, path = "/api/v1/classify", tag = "articles", params(Classify), request_body = schema::Article,
    responses((status = 200, description = "A line of `notis classify --format jsonl`", body = schema::Classification),
        schema::Problems))]
pub(crate) async fn classify(
    Extract(state): Shared,
    Params(asked): Params<Classify>,
    Admitted(Json(body)): Admitted<Json<Body>>,
) -> Result<Line, Problem> {
    let desk = state.desks.desk(asked.model.as_deref())?;
    answer(&state, desk, body, move |reading| asked.line(reading)).await
}

/// A digest of an article
#[utoipa::path(post, path = "/api/v1/digest", tag = "articles", params(Digest), request_body = schema::Article,
    responses((status = 200, description = "A line of `notis digest --format jsonl`", body = schema::Digest),
        schema::Problems))]
pub(crate) async fn digest(
    Extract(state): Shared,
    Params(asked): Params<Digest>,
    Admitted(Json(body)): Admitted<Json<Body>>,
) -> Result<Line, Problem> {
    let desk = asked.desk(&state)?;
    let kinds = kinds(&state, asked.kinds)?;
    answer_with(&state, desk, kinds, body, move |reading| asked.line(reading)).await
}

/// Why an article has a topic, or has not
#[utoipa::path(post, path = "/api/v1/explain", tag = "articles", params(Explain), request_body = schema::Article,
    responses((status = 200, description = "The words for and against the topic", body = Explanation),
        schema::Problems))]
pub(crate) async fn explain(
    Extract(state): Shared,
    Params(asked): Params<Explain>,
    Admitted(Json(body)): Admitted<Json<Body>>,
) -> Result<Line, Problem> {
    let desk = state.desks.desk(asked.model.as_deref())?;
    if !desk.topics().any(|topic| topic == asked.topic) {
        let detail = format!(
            "there is no topic `{}`; /api/v1/topics lists those there are",
            asked.topic
        );
        return Err(Problem::not_found(detail));
    }
    let explanation = move |reading: &Reading<'_>| {
        Ok(notis::output::json_line(&Explanation {
            id: reading.article().id.clone(),
            evidence: reading.explain(&asked.topic),
            topic: asked.topic,
        })?)
    };
    answer(&state, desk, body, explanation).await
}

/// The blocks, sentences, words and names of an article
#[utoipa::path(post, path = "/api/v1/analyze", tag = "articles", params(Analyze), request_body = schema::Article,
    responses((status = 200, description = "A line of `notis analyze --format jsonl`", body = schema::Analysis),
        schema::Problems))]
pub(crate) async fn analyze(
    Extract(state): Shared,
    Params(asked): Params<Analyze>,
    Admitted(Json(body)): Admitted<Json<Body>>,
) -> Result<Line, Problem> {
    let desk = state.desks.desk(None)?;
    let kinds = kinds(&state, asked.kinds)?;
    answer_with(&state, desk, kinds, body, analysis).await
}

pub(crate) fn analysis(reading: &Reading<'_>) -> Result<Vec<u8>, Problem> {
    Ok(notis::output::json_line(&reading.analysis())?)
}
