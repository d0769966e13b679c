//! The stories on a page to print or to mail: that of `notis digest --by story --format html`.

use axum::extract::State as Extract;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse};
use maud::{DOCTYPE, PreEscaped, html};
use notis::Budget;
use notis::print::html::STYLE;
use notis::print::{Form, PrintOptions};

use super::shell::{Place, needs_store, printed};
use super::today::newest_first;
use super::visitor::Visitor;
use super::{Shown, trouble};
use crate::api::articles::Which;
use crate::api::searches::told;
use crate::extract::Params;
use crate::guard;
use crate::problem::Problem;
use crate::state::Shared;

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    which: Result<Params<Which>, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Today)?;
    let pieces = async {
        let stories =
            newest_first(told(&state, which?.0.filter(), Budget::Auto, state.name_model().ok()).await?);
        let printer = Form::Html.printer(PrintOptions {
            language: visitor.lang.of_pages(),
            ..PrintOptions::default()
        });
        let mut pieces = Vec::new();
        for story in &stories {
            pieces.extend(printer.group(story)?);
        }
        Ok::<_, Problem>(pieces)
    };
    let pieces = pieces.await.map_err(trouble(&visitor))?;
    let words = visitor.words();
    let page = html! {
        (DOCTYPE)
        html lang=(words.lang) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.print_title) " – notis" }
                link rel="icon" href="/desk/icon.svg" type="image/svg+xml";
                // In the page itself: a page that is mailed takes it along.
                style { (PreEscaped(STYLE)) }
            }
            body { main { h1 { (words.print_title) } (printed(pieces)) } }
        }
    };
    let policy = [(CONTENT_SECURITY_POLICY, guard::policy_with(STYLE))];
    Ok((policy, Html(page.into_string())).into_response())
}
