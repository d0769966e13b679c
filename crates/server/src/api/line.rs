//! A line of JSON as an answer.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use crate::problem::Problem;

/// A line of JSON as an answer.
pub(crate) struct Line(pub(super) Vec<u8>);

impl Line {
    pub(crate) fn of(value: &impl Serialize) -> Result<Self, Problem> {
        Ok(Line(notis::output::json_line(value)?))
    }
}

impl IntoResponse for Line {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, "application/json")], self.0).into_response()
    }
}
