//! Which of some languages a text is in.

use axum::extract::State as Extract;
use notis::{Article, Language};
use serde::{Deserialize, Serialize};

use crate::api::line::Line;
use crate::extract::{Admitted, Json};
use crate::problem::Problem;
use crate::state::Shared;

/// Candidates that may be named, as Annif has it.
const CANDIDATES: usize = 5;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    text: String,
    languages: Vec<String>,
}

#[derive(Serialize)]
struct Detected {
    results: Vec<Candidate>,
}

/// A language and how sure it is; `null` stands for any other.
#[derive(Serialize)]
struct Candidate {
    language: Option<String>,
    score: f32,
}

/// One language gets all the score: which it is is told, not how sure that is.
pub(super) async fn detect(
    Extract(state): Shared,
    Admitted(Json(asked)): Admitted<Json<Asked>>,
) -> Result<Line, Problem> {
    if !(1..=CANDIDATES).contains(&asked.languages.len()) {
        return Err(Problem::bad(format!("languages: name one to {CANDIDATES}")));
    }
    let desk = state.desks.desk(None)?;
    let article = Article {
        text: asked.text,
        ..Article::default()
    };
    let read = move || desk.read(&article).map(|reading| reading.language());
    let language = state.workers.run(read).await??;
    let found = asked.languages.iter().position(|code| is(language, code));
    let mut results: Vec<Candidate> = (0..asked.languages.len())
        .zip(asked.languages.iter().cloned().map(Some))
        .map(|(at, language)| Candidate {
            language,
            score: f32::from(u8::from(found == Some(at))),
        })
        .collect();
    results.push(Candidate {
        language: None,
        score: f32::from(u8::from(found.is_none())),
    });
    results.sort_by(|a, b| b.score.total_cmp(&a.score));
    Line::of(&Detected { results })
}

/// Whether a text in this language is in that of the code.
fn is(language: Language, code: &str) -> bool {
    code == language.code() || (code == "no" && language.is_norwegian())
}
