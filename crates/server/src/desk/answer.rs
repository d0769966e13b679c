//! What a page is answered with, one way or the other.

use axum::response::{IntoResponse, Redirect, Response};

use super::shell::Trouble;
use super::visitor::Visitor;
use crate::problem::Problem;

/// A page, or the trouble with it as a page.
pub(super) type Shown = Result<Response, Response>;

/// The trouble as a page for whoever looks.
pub(super) fn trouble(visitor: &Visitor) -> impl FnOnce(Problem) -> Response {
    let visitor = visitor.clone();
    move |problem| Trouble(visitor, problem).into_response()
}

/// A page to go to after a form was taken, so that loading it again sends nothing again.
pub(super) fn go(address: &str) -> Response {
    Redirect::to(address).into_response()
}
