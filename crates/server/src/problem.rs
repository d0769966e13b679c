//! Errors as `application/problem+json` (RFC 9457): what is wrong, where, and what to do.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::store;

/// Why a request has no answer.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// `about:blank`: the status says what kind it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// The kind in words.
    title: String,
    /// The status of the answer.
    pub(crate) status: u16,
    /// What is wrong, where, and what to do.
    pub(crate) detail: String,
}

impl Problem {
    pub(crate) fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Problem {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error").to_owned(),
            status: status.as_u16(),
            detail: detail.into(),
        }
    }

    pub(crate) fn bad(detail: impl Into<String>) -> Self {
        Problem::new(StatusCode::BAD_REQUEST, detail)
    }

    pub(crate) fn forbidden(detail: impl Into<String>) -> Self {
        Problem::new(StatusCode::FORBIDDEN, detail)
    }

    pub(crate) fn not_found(detail: impl Into<String>) -> Self {
        Problem::new(StatusCode::NOT_FOUND, detail)
    }

    pub(crate) fn busy() -> Self {
        let detail = "too many articles wait already; send this one again in a second";
        Problem::new(StatusCode::TOO_MANY_REQUESTS, detail)
    }

    pub(crate) fn overdue() -> Self {
        let detail = "the article was not done in time; send it again when fewer wait";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, detail)
    }

    pub(crate) fn fault() -> Self {
        let detail =
            "a fault of notis, not of the request; the log tells more under the x-request-id of this answer";
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = notis::output::json_line(&self).unwrap_or_default();
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        let mut response = (status, kind, body).into_response();
        let told = match self.status {
            429 | 503 => Some((header::RETRY_AFTER, "1")),
            // The rest of the body is not read: what comes on this connection is no request.
            408 | 413 => Some((header::CONNECTION, "close")),
            _ => None,
        };
        if let Some((name, value)) = told {
            response
                .headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        response
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Busy => Problem::busy(),
            store::Error::Article(error) => error.into(),
            error => {
                tracing::error!(%error, "the store failed");
                Problem::fault()
            }
        }
    }
}

impl From<notis::Error> for Problem {
    /// What the caller asked for wrongly is told in full; what is wrong here goes to the log.
    fn from(error: notis::Error) -> Self {
        match error {
            notis::Error::Digest(_)
            | notis::Error::Options(_)
            | notis::Error::NeedsMethod(_)
            | notis::Error::Input(_)
            | notis::Error::Training(_)
            | notis::Error::Topics(_) => Problem::bad(error.to_string()),
            _ => {
                tracing::error!(%error, "an article could not be read");
                Problem::fault()
            }
        }
    }
}
