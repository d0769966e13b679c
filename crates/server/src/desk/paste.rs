//! The first page: an article is pasted or dropped, and read.

use std::sync::Arc;

use axum::extract::multipart::MultipartRejection;
use axum::extract::{Multipart, State as Extract};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use notis::{Article, Desk, NameModel};

use super::address::part;
use super::answer::{Shown, go, trouble};
use super::names::TopicNames;
use super::reading::{Read, heading, shown};
use super::shell::{Page, Place, page};
use super::upload::{SHOWN, Sent};
use super::visitor::Visitor;
use super::words::fill;
use crate::api::articles::keep;
use crate::problem::Problem;
use crate::state::{Shared, State};

pub(super) async fn form(visitor: Visitor, Extract(state): Shared) -> Page {
    let words = visitor.words();
    let content = html! {
        h1 { (words.paste_title) }
        p.lead { (words.paste_lead) }
        (entry(&visitor, &state, None, ""))
    };
    page(&visitor, Place::Paste, words.nav_paste, &content)
}

/// The form, filled with what was sent, and what is wrong with it.
fn entry(visitor: &Visitor, state: &State, wrong: Option<&str>, title: &str) -> Markup {
    let words = visitor.words();
    html! {
        form.paste method="post" action="/" enctype="multipart/form-data" data-drop="file" {
            @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
            label for="title" { (words.field_title) }
            input id="title" name="title" type="text" autocomplete="off" value=(title);
            label for="text" { (words.field_text) }
            textarea id="text" name="text" rows="14" autofocus {}
            label for="file" { (words.field_file) }
            input id="file" name="file" type="file" multiple;
            @if state.store_if_any().is_some() {
                label.check { input name="keep" type="checkbox" value="1" checked; " " (words.keep) }
            }
            p { button type="submit" { (words.read) } }
        }
    }
}

pub(super) async fn read(
    visitor: Visitor,
    Extract(state): Shared,
    form: Result<Multipart, MultipartRejection>,
) -> Shown {
    answer(&visitor, &state, form).await.map_err(trouble(&visitor))
}

async fn answer(
    visitor: &Visitor,
    state: &Arc<State>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Problem> {
    let form = form.map_err(|wrong| Problem::new(wrong.status(), wrong.body_text()))?;
    let sent = Sent::of(form).await?;
    let (keeps, title) = (sent.keep && state.store_if_any().is_some(), sent.title.clone());
    let named = state.desks.first();
    let read = state.workers.run(move || sent.articles()).await??;
    if read.articles.is_empty() && read.bad.is_empty() {
        let words = visitor.words();
        let content = html! {
            h1 { (words.paste_title) }
            (entry(visitor, state, Some(words.paste_empty), &title))
        };
        return Ok(page(visitor, Place::Paste, words.nav_paste, &content).into_response());
    }
    if keeps && read.bad.is_empty() {
        return kept(state, read.articles).await;
    }
    let all = read.articles.len();
    let first: Vec<Article> = read.articles.into_iter().take(SHOWN).collect();
    // The names of one article are shown; of several there is only a beginning.
    let kinds = state.name_model().ok().filter(|_| all == 1);
    let (desk, looks) = (named.desk(), visitor.clone());
    let content = move || results(&desk, first, all, &read.bad, &looks, kinds);
    let content = state.workers.run(content).await??;
    Ok(page(visitor, Place::Paste, visitor.words().nav_paste, &content).into_response())
}

/// Keeps the articles: one is shown, of several the list.
async fn kept(state: &Arc<State>, articles: Vec<Article>) -> Result<Response, Problem> {
    let all = articles.len();
    let only = (all == 1).then(|| articles[0].id.clone());
    for article in articles {
        keep(state, article).await?;
    }
    Ok(match only {
        Some(id) => go(&format!("/articles/{}", part(&id))),
        None => go(&format!("/today?kept={all}")),
    })
}

/// What the desk says of the articles: of one all, of several the beginning of each.
fn results(
    desk: &Desk,
    articles: Vec<Article>,
    all: usize,
    bad: &[String],
    visitor: &Visitor,
    kinds: Option<NameModel>,
) -> Result<Markup, Problem> {
    let words = visitor.words();
    let names = TopicNames::of(desk, visitor.lang);
    let read: Vec<Read> = articles
        .into_iter()
        .map(|article| Read::new(desk, article, kinds.clone()))
        .collect::<Result<_, _>>()?;
    Ok(html! {
        @if !bad.is_empty() {
            div.wrong role="alert" {
                p { (words.paste_bad) ":" }
                ul { @for bad in bad.iter().take(SHOWN) { li { (bad) } } }
            }
        }
        @match read.as_slice() {
            [only] => {
                h1 { (heading(only, &names, words, words.text)) }
                (shown(only, &names, visitor, &html! {}))
            },
            several => {
                h1 { (fill(words.paste_many, &[&all])) }
                @for read in several { (beginning(read, &names)) }
            },
        }
        p { a.button href="/" { (words.read_another) } }
    })
}

fn beginning(read: &Read, names: &TopicNames) -> Markup {
    let article = &read.article;
    html! {
        article.card {
            h2 { (article.title.as_deref().unwrap_or(&article.id)) }
            p.facts {
                @for fact in [&article.source, &article.date].into_iter().flatten() { (fact) " · " }
                @for tag in &read.classification.topics { span.topic { (names.name(&tag.topic)) } " " }
            }
            p { (read.digest.text) }
        }
    }
}
