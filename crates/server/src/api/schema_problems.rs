//! The problems that a request can have, for the description of the API.
#![allow(dead_code, reason = "described, never built")]

use utoipa::IntoResponses;

/// Why a request has no answer.
#[derive(IntoResponses)]
#[allow(clippy::enum_variant_names)]
pub(crate) enum Problems {
    /// The request is not what is wanted.
    #[response(status = 400, content_type = "application/problem+json")]
    Bad(#[to_schema] crate::problem::Problem),
    /// The token is missing.
    #[response(status = 401, content_type = "application/problem+json")]
    Unknown(#[to_schema] crate::problem::Problem),
    /// A page of another site asked.
    #[response(status = 403, content_type = "application/problem+json")]
    Elsewhere(#[to_schema] crate::problem::Problem),
    /// There is no such model or topic.
    #[response(status = 404, content_type = "application/problem+json")]
    Missing(#[to_schema] crate::problem::Problem),
    /// The request did not come in time.
    #[response(status = 408, content_type = "application/problem+json")]
    Slow(#[to_schema] crate::problem::Problem),
    /// The body is too large.
    #[response(status = 413, content_type = "application/problem+json")]
    Large(#[to_schema] crate::problem::Problem),
    /// The body is of another kind.
    #[response(status = 415, content_type = "application/problem+json")]
    Kind(#[to_schema] crate::problem::Problem),
    /// Another server is meant.
    #[response(status = 421, content_type = "application/problem+json")]
    Misdirected(#[to_schema] crate::problem::Problem),
    /// Too many wait.
    #[response(status = 429, content_type = "application/problem+json")]
    Busy(#[to_schema] crate::problem::Problem),
    /// A fault of notis.
    #[response(status = 500, content_type = "application/problem+json")]
    Fault(#[to_schema] crate::problem::Problem),
    /// The article was not done in time.
    #[response(status = 503, content_type = "application/problem+json")]
    Overdue(#[to_schema] crate::problem::Problem),
}
