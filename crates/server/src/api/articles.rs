//! Articles that are kept.

use std::sync::Arc;

use axum::extract::State as Extract;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use notis::Article;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::article::Body;
use super::line::Line;
use super::schema;
use crate::extract::{Admitted, Json, Params, Segment};
use crate::fingerprint::fingerprint;
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Added, Correction, Filter, ListLine, Prepared, Record, Stored};

/// Articles of a page, where nobody asks for another number.
const PAGE: usize = 50;
/// Articles of the longest page.
pub(super) const LONGEST_PAGE: usize = 1000;

/// Which articles are meant.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// About this topic.
    topic: Option<String>,
    /// Not before this day, `YYYY-MM-DD`.
    from: Option<String>,
    /// Not after this day, `YYYY-MM-DD`.
    to: Option<String>,
    /// From this source.
    source: Option<String>,
}

impl Which {
    /// What is empty, as in a form that nobody filled in, is not asked for.
    pub(crate) fn filter(self) -> Filter {
        let known = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
        Filter {
            topic: known(self.topic),
            from: known(self.from),
            to: known(self.to),
            source: known(self.source),
        }
    }
}

/// Which part of a list.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Page {
    /// How many to pass over.
    #[serde(default)]
    #[param(value_type = u64, maximum = 4294967295_u64)]
    skip: u32,
    /// How many at most: 50 where nothing is said, 1,000 at the most.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<usize>,
}

impl Page {
    pub(crate) fn skip(self) -> usize {
        self.skip as usize
    }

    /// How many at most.
    pub(crate) fn limit(self) -> Result<usize, Problem> {
        match self.limit.unwrap_or(PAGE) {
            limit if (1..=LONGEST_PAGE).contains(&limit) => Ok(limit),
            _ => Err(Problem::bad(format!(
                "limit is a number from 1 to {LONGEST_PAGE}"
            ))),
        }
    }
}

/// What became of an article that was sent to be kept.
#[derive(Serialize, ToSchema)]
pub(crate) struct Kept {
    /// Its id: the one it came with, or one that is made of its text.
    pub(crate) id: String,
    /// `new`, `replaced` where it took the place of another text of that id, or `known`.
    result: &'static str,
}

/// The answer about an article that is kept ([`schema::KeptArticle`]); what a model said stands in it as it was kept.
fn told(stored: &Stored) -> Result<Line, Problem> {
    let known = Known {
        article: Record::of(&stored.article),
        arrived: &stored.arrived,
        corrections: &stored.corrections,
    };
    let mut line = notis::output::json_line(&known)?;
    // The end of the object and of the line.
    line.truncate(line.len().saturating_sub(2));
    match &stored.read {
        Some(read) => {
            let (model, classification, digest) = (&read.model, &read.classification, &read.digest);
            let said = format!(r#","model":"{model}","classification":{classification},"digest":{digest}"#);
            line.extend(said.bytes());
        }
        None => line.extend(br#","model":null,"classification":null,"digest":null"#),
    }
    line.extend(b"}\n");
    Ok(Line(line))
}

/// What is known of an article without a model.
#[derive(Serialize)]
struct Known<'a> {
    article: Record,
    arrived: &'a str,
    corrections: &'a [Correction],
}

/// Articles that are kept, the newest first
#[utoipa::path(get, path = "/api/v1/articles", operation_id = "articles", tag = "store", params(Which, Page),
    responses((status = 200, description = "A line for each", body = Vec<ListLine>), schema::Problems))]
pub(crate) async fn list(
    Extract(state): Shared,
    Params(which): Params<Which>,
    Params(page): Params<Page>,
) -> Result<Line, Problem> {
    let (filter, limit) = (which.filter(), page.limit()?);
    Line::of(
        &state
            .ask(move |db| store::list(db, &filter, page.skip(), limit))
            .await?,
    )
}

/// Keeps an article, with its topics and a digest
#[utoipa::path(post, path = "/api/v1/articles", operation_id = "add_article", tag = "store", request_body = schema::Article,
    responses((status = 200, description = "It was there, or another text of its id was", body = Kept),
        (status = 201, description = "It is new", body = Kept), schema::Problems))]
pub(crate) async fn add(
    Extract(state): Shared,
    Admitted(Json(body)): Admitted<Json<Body>>,
) -> Result<Response, Problem> {
    let (id, added) = keep(&state, with_id(body)).await?;
    let (status, result) = match added {
        Added::New => (StatusCode::CREATED, "new"),
        Added::Replaced => (StatusCode::OK, "replaced"),
        Added::Known => (StatusCode::OK, "known"),
    };
    Ok((status, Line::of(&Kept { id, result })?).into_response())
}

/// The article; one without an id goes by its text, so that it is kept once however often it is sent.
fn with_id(body: Body) -> Article {
    let named = body.has_id();
    let article = body.into_article(1);
    let own = || fingerprint(article.text.as_bytes());
    let id = if named { article.id.clone() } else { own() };
    Article { id, ..article }
}

/// Reads an article and keeps it; it is on the disk when this answers.
pub(crate) async fn keep(state: &Arc<State>, article: Article) -> Result<(String, Added), Problem> {
    let store = Arc::clone(state.store()?);
    let (named, id) = (state.desks.first(), article.id.clone());
    let prepare = move || Prepared::new(&named.desk(), named.version(), article);
    let prepared = state.workers.run(prepare).await??;
    let added = store.write(move |tx| store::add(tx, &prepared)).await?;
    Ok((id, added))
}

/// An article that is kept, and what is known of it
#[utoipa::path(get, path = "/api/v1/articles/{id}", operation_id = "article", tag = "store",
    params(("id" = String, Path, description = "The article")),
    responses((status = 200, description = "The article", body = schema::KeptArticle), schema::Problems))]
pub(crate) async fn one(Extract(state): Shared, Segment(id): Segment) -> Result<Line, Problem> {
    let stored = state.ask(move |db| store::article(db, &id)).await?;
    told(&stored.ok_or_else(no_article)?)
}

/// Takes an article away, with all that is known of it
#[utoipa::path(delete, path = "/api/v1/articles/{id}", operation_id = "delete_article", tag = "store",
    params(("id" = String, Path, description = "The article")),
    responses((status = 204, description = "It is gone"), schema::Problems))]
pub(crate) async fn remove(Extract(state): Shared, Segment(id): Segment) -> Result<StatusCode, Problem> {
    let was_there = state.store()?.write(move |tx| store::delete(tx, &id)).await?;
    if was_there {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(no_article())
    }
}

pub(crate) fn no_article() -> Problem {
    Problem::not_found("there is no article of this id; /api/v1/articles lists those there are")
}
