//! What is seen of requests: an id each, a line in the log, and numbers.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State as Extract};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::problem::Problem;
use crate::state::{Shared, State};

/// Gives a request an id, counts it and writes it to the log. The text of articles is not in the log.
pub(crate) async fn watch(Extract(state): Extract<Arc<State>>, request: Request, next: Next) -> Response {
    let metrics = &state.metrics;
    let (start, id) = (Instant::now(), metrics.id());
    let _in_flight = metrics.begun();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str);
    let (route, method) = (route.to_owned(), request.method().clone());
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let (seconds, status) = (start.elapsed().as_secs_f64(), response.status().as_u16());
    metrics.answered(route, status, seconds);
    tracing::info!(id, %method, path, status, seconds, "request");
    if let Ok(id) = HeaderValue::from_str(&id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// Whether the server lives.
pub(crate) async fn health() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/json")],
        "{\"status\":\"ok\"}\n",
    )
}

/// The numbers, for Prometheus.
pub(crate) async fn metrics(Extract(state): Shared) -> Response {
    match state.metrics.text(state.workers.busy()) {
        Ok(body) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], body).into_response()
        }
        Err(_) => Problem::fault().into_response(),
    }
}
