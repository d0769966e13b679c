//! All routes, and what every request goes through.

use std::sync::Arc;
use std::time::Instant;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State as Extract};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::problem::Problem;
use crate::state::State;
use crate::{annif, api, desk, guard, observe, superdesk};

/// Every door of the server: a new one is a line here.
fn doors() -> Router<Arc<State>> {
    Router::new()
        .route("/health", get(observe::health))
        .route("/metrics", get(observe::metrics))
        .merge(api::routes())
        .merge(annif::routes())
        .merge(superdesk::routes())
        .merge(desk::routes())
}

/// The doors, behind what every request goes through: the innermost layer first.
pub(crate) fn router(state: Arc<State>) -> Router {
    let layered = doors()
        .fallback(async || Problem::not_found("there is nothing here; /api/v1 lists what there is"))
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(state.limits.body))
        .layer(middleware::from_fn_with_state(state.clone(), in_time))
        .layer(middleware::from_fn_with_state(state.clone(), guard::check))
        .layer(middleware::map_response(guard::challenge))
        .layer(CatchPanicLayer::custom(|_| Problem::fault().into_response()));
    let headers = guard::HEADERS.into_iter();
    let layered = headers.fold(layered, |router, (name, value)| {
        router.layer(SetResponseHeaderLayer::if_not_present(name, value))
    });
    layered
        .layer(middleware::from_fn_with_state(state.clone(), observe::watch))
        .layer(middleware::map_response_with_state(state.clone(), hold_back))
        .with_state(state)
}

async fn wrong_method() -> Problem {
    let detail = "this address does not know that method; the Allow header lists those it knows";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, detail)
}

/// Gives up a request that does not come in time.
async fn in_time(Extract(state): Extract<Arc<State>>, request: Request, next: Next) -> Response {
    let answer = tokio::time::timeout(state.limits.request, next.run(request));
    answer.await.unwrap_or_else(|_| {
        let detail = "the request did not come in time; send it again";
        Problem::new(StatusCode::REQUEST_TIMEOUT, detail).into_response()
    })
}

/// Holds a refusal back until it is its turn. Outermost, for then an answer is all that is held: with what the request went
/// through, four thousand callers took 48 MB more.
async fn hold_back(Extract(state): Extract<Arc<State>>, response: Response) -> Response {
    if response.status() == StatusCode::TOO_MANY_REQUESTS {
        let turn = state.refusals.turn(Instant::now());
        tokio::time::sleep_until(turn.into()).await;
    }
    response
}
