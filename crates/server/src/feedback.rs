//! Articles that come with the topics somebody gave them in another program: kept, and their topics as corrections that
//! «learn now» learns from. What answers does not change by that.

use std::sync::Arc;

use notis::Article;

use crate::desks::Named;
use crate::fingerprint::fingerprint;
use crate::problem::Problem;
use crate::state::State;
use crate::store::{self, Prepared};

/// An article, and the topics somebody found it to be about, of all that there are.
pub(crate) struct Judged {
    pub(crate) article: Article,
    /// The topics; nothing where nobody judged it.
    pub(crate) topics: Option<Vec<String>>,
}

/// Keeps the articles with what `who` says of them: all, or none where one cannot be kept. An article without an id goes by
/// its text. They are on the disk when this answers.
pub(crate) async fn keep(state: &Arc<State>, judged: Vec<Judged>, who: String) -> Result<(), Problem> {
    let store = Arc::clone(state.store()?);
    let mut prepared = Vec::with_capacity(judged.len());
    for judged in judged {
        let named = state.desks.first();
        let prepare = move || prepare(&named, judged);
        prepared.push(state.workers.run_in_turn(prepare).await??);
    }
    let write = move |tx: &rusqlite::Transaction<'_>| {
        for (id, article, topics) in &prepared {
            store::add(tx, article)?;
            if let Some(topics) = topics {
                store::correct(tx, id, topics, None, &who)?;
            }
        }
        Ok(())
    };
    Ok(store.write(write).await?)
}

type Ready = (String, Prepared, Option<Vec<String>>);

fn prepare(named: &Named, judged: Judged) -> Result<Ready, Problem> {
    let mut article = judged.article;
    if article.text.trim().is_empty() {
        return Err(Problem::bad(
            "an article without a text is not kept; send its text",
        ));
    }
    if article.id.is_empty() {
        article.id = fingerprint(article.text.as_bytes());
    }
    let id = article.id.clone();
    let topics = judged.topics.map(once_each);
    Ok((
        id,
        Prepared::new(&named.desk(), named.version(), article)?,
        topics,
    ))
}

pub(crate) fn once_each(mut topics: Vec<String>) -> Vec<String> {
    topics.sort();
    topics.dedup();
    topics
}
