//! What a request holds, or the problem with it.

use std::sync::Arc;

use axum::body::{Bytes, to_bytes};
use axum::extract::rejection::{BytesRejection, PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::DeserializeOwned;

use crate::problem::Problem;
use crate::state::State;

/// A body that is read only where there is room for the work on it; a caller that is refused has it thrown away.
pub(crate) struct Admitted<T>(pub(crate) T);

/// Bytes of a body up to which it is taken from the connection, so that the caller can ask again on the same one: that of
/// any article but the longest. A connection with more to come is closed behind the answer.
const THROWN_AWAY: usize = 64 << 10;

impl<T: FromRequest<Arc<State>, Rejection = Problem>> FromRequest<Arc<State>> for Admitted<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &Arc<State>) -> Result<Self, Problem> {
        if let Err(refusal) = state.workers.room() {
            let _ = to_bytes(request.into_body(), THROWN_AWAY).await;
            return Err(refusal);
        }
        T::from_request(request, state).await.map(Admitted)
    }
}

/// A body in JSON.
pub(crate) struct Json<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        of_kind(request.headers(), "application/json")?;
        let body = Bytes::from_request(request, state).await?;
        serde_json::from_slice(&body)
            .map(Json)
            .map_err(|error| Problem::bad(format!("the body is not the JSON that is wanted: {error}")))
    }
}

/// Whether the body says it is of this kind. A page of another site cannot make a browser say `application/json`
/// without asking first.
fn of_kind(headers: &HeaderMap, wanted: &str) -> Result<(), Problem> {
    let kind = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let kind = kind
        .unwrap_or_default()
        .split(';')
        .next()
        .unwrap_or_default()
        .trim();
    if kind.eq_ignore_ascii_case(wanted) {
        return Ok(());
    }
    let detail = format!("send the body as Content-Type: {wanted}");
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail))
}

/// A form.
pub(crate) struct Form<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        of_kind(request.headers(), "application/x-www-form-urlencoded")?;
        let form = axum::Form::from_request(request, state).await;
        form.map(|axum::Form(form)| Form(form)).map_err(|error| {
            let detail = format!("the body is not the form that is wanted: {}", error.body_text());
            Problem::new(error.status(), detail)
        })
    }
}

/// The query of an address.
pub(crate) struct Params<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned + 'static> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Query(query) = Query::from_request_parts(parts, state).await?;
        Ok(Params(query))
    }
}

/// A name in the path of an address.
pub(crate) struct Segment(pub(crate) String);

impl<S: Send + Sync> FromRequestParts<S> for Segment {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let Path(name) = Path::from_request_parts(parts, state).await?;
        Ok(Segment(name))
    }
}

impl From<BytesRejection> for Problem {
    fn from(error: BytesRejection) -> Self {
        let detail = match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => {
                "the body is too large; send articles one by one, or as a batch".to_owned()
            }
            _ => error.body_text(),
        };
        Problem::new(error.status(), detail)
    }
}

impl From<QueryRejection> for Problem {
    fn from(error: QueryRejection) -> Self {
        Problem::bad(error.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(error: PathRejection) -> Self {
        Problem::new(error.status(), error.body_text())
    }
}
