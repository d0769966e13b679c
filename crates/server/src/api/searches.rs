//! Stories, counts and full text of what is kept.

use std::sync::Arc;

use axum::extract::State as Extract;
use notis::{Budget, GroupDigest};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::articles::{Page, Which};
use super::count::Count;
use super::line::Line;
use super::{answers, schema};
use crate::extract::Params;
use crate::problem::Problem;
use crate::state::{Shared, State};
use crate::store::{self, Bar, Hit, ListLine, Query};
use crate::stories::{self, NEWEST, Order, Wanted};

/// How long digests of stories are, and what is told beside them.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Length {
    /// So many sentences of each article at most; what an editor would choose where nothing is said.
    #[param(value_type = Option<usize>, minimum = 1, maximum = 16777216)]
    sentences: Option<Count>,
    /// Whether the names of most of a story's articles are told, with their kinds.
    #[serde(default)]
    kinds: bool,
}

/// The stories among the newest articles, with their digests
#[utoipa::path(get, path = "/api/v1/stories", tag = "store", params(Which, Length),
    responses((status = 200, description = "Lines of `notis digest --by story --format jsonl`, the largest story first, of the newest 500 articles",
        body = Vec<schema::GroupDigest>), schema::Problems))]
pub(crate) async fn stories(
    Extract(state): Shared,
    Params(which): Params<Which>,
    Params(length): Params<Length>,
) -> Result<Line, Problem> {
    let budget = length
        .sentences
        .map_or(Budget::Auto, |count| Budget::Sentences(count.get()));
    let kinds = answers::kinds(&state, length.kinds)?;
    let wanted = Wanted {
        filter: which.filter(),
        budget,
        kinds,
        order: Order::Largest,
        most: NEWEST,
    };
    Line::of(&told(&state, wanted).await?)
}

/// The stories that are wanted.
pub(crate) async fn told(state: &Arc<State>, wanted: Wanted) -> Result<Vec<GroupDigest>, Problem> {
    let store = Arc::clone(state.store()?);
    let named = state.desks.first();
    state
        .workers
        .run(move || stories::stories(&store, &named, wanted))
        .await?
}

/// How many articles there are, by day and topic
#[utoipa::path(get, path = "/api/v1/timeline", tag = "store", params(Which),
    responses((status = 200, description = "A line for each day and topic; the topic is empty where articles have none",
        body = Vec<Bar>), schema::Problems))]
pub(crate) async fn timeline(Extract(state): Shared, Params(which): Params<Which>) -> Result<Line, Problem> {
    let filter = which.filter();
    Line::of(&state.ask(move |db| store::timeline(db, &filter)).await?)
}

/// What is looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Words {
    /// Words that the article has, in either written form.
    q: String,
}

/// An article that was found.
#[derive(Serialize, ToSchema)]
pub(crate) struct Found {
    #[serde(flatten)]
    line: ListLine,
    /// The sentence of the text that says it, or how the text begins.
    pub(crate) sentence: String,
}

/// Articles that have all of some words, the best first
#[utoipa::path(get, path = "/api/v1/search", tag = "store", params(Words, Page),
    responses((status = 200, description = "A line for each", body = Vec<Found>), schema::Problems))]
pub(crate) async fn search(
    Extract(state): Shared,
    Params(words): Params<Words>,
    Params(page): Params<Page>,
) -> Result<Line, Problem> {
    let limit = page.limit()?;
    let found = found(&state, words.q, page.skip(), limit).await?;
    let found = found.into_iter().map(|(hit, excerpt)| Found {
        line: hit.line,
        sentence: excerpt.text,
    });
    Line::of(&found.collect::<Vec<_>>())
}

/// The articles that have all of the words, from the one after so many, each with the sentence that says it.
pub(crate) async fn found(
    state: &Arc<State>,
    words: String,
    skip: usize,
    most: usize,
) -> Result<Vec<(Hit, stories::Excerpt)>, Problem> {
    let store = Arc::clone(state.store()?);
    let desk = state.desks.first().desk();
    let search = move || -> Result<_, Problem> {
        let query = Query::new(&desk, &words)?;
        let hits = store.read(|db| store::search(db, &query, skip, most))?;
        let excerpt = |hit: Hit| {
            let excerpt = stories::excerpt(&desk, &query, &hit.text)?;
            Ok((hit, excerpt))
        };
        hits.into_iter().map(excerpt).collect()
    };
    state.workers.run(search).await?
}
