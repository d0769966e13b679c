//! The stories on a page to print or to mail: that of `notis digest --by story --format html`.

use axum::extract::State as Extract;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse};
use maud::{DOCTYPE, PreEscaped, html};
use notis::GroupDigest;
use notis::print::html::{STYLE, days};
use notis::print::{Form, PrintOptions};

use super::answer::{Shown, trouble};
use super::names::TopicNames;
use super::shell::{Place, needs_store, printed};
use super::today::newest;
use super::visitor::Visitor;
use super::words::{Words, articles};
use crate::api::articles::Which;
use crate::api::searches::told;
use crate::extract::Params;
use crate::guard;
use crate::problem::Problem;
use crate::state::Shared;
use crate::store::Filter;
use crate::stories::NEWEST;

/// Which articles the page is of: their topic, days and source, and how many they are.
fn account(stories: &[GroupDigest], filter: &Filter, names: &TopicNames, words: &Words) -> String {
    let items = || stories.iter().flat_map(|story| &story.items);
    let days = days(items().filter_map(|item| item.date.as_deref()));
    let topic = filter.topic.as_deref().map(|topic| names.name(topic).to_owned());
    let known = [topic, days, filter.source.clone()];
    let count = articles(items().count() as u64, words);
    known
        .into_iter()
        .flatten()
        .chain([count])
        .collect::<Vec<_>>()
        .join(" · ")
}

pub(super) async fn show(
    visitor: Visitor,
    Extract(state): Shared,
    which: Result<Params<Which>, Problem>,
) -> Shown {
    needs_store(&visitor, &state, Place::Today)?;
    let pieces = async {
        let filter = which?.0.filter();
        let stories = told(&state, newest(&state, filter.clone(), NEWEST)).await?;
        let printer = Form::Html.printer(PrintOptions {
            language: visitor.lang.of_pages(),
            ..PrintOptions::default()
        });
        let mut pieces = Vec::new();
        for story in &stories {
            pieces.extend(printer.group(story)?);
        }
        let names = TopicNames::of(&state.desks.first().desk(), visitor.lang);
        Ok::<_, Problem>((pieces, account(&stories, &filter, &names, visitor.words())))
    };
    let (pieces, account) = pieces.await.map_err(trouble(&visitor))?;
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
            body { main { h1 { (words.print_title) } p.facts { (account) } (printed(pieces)) } }
        }
    };
    let policy = [(CONTENT_SECURITY_POLICY, guard::policy_with(STYLE))];
    Ok((policy, Html(page.into_string())).into_response())
}
