//! What there is to ask: projects and their vocabularies.

use std::sync::Arc;

use axum::extract::State as Extract;
use notis::Desk;
use serde::Serialize;

use crate::api::line::Line;
use crate::desks::Named;
use crate::extract::Segment;
use crate::problem::Problem;
use crate::state::{Shared, State};

/// The language that topics are named in.
pub(super) const LABELS: &str = "nb";

#[derive(Serialize)]
struct Info {
    title: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Vocabularies {
    vocabs: Vec<Vocabulary>,
}

#[derive(Serialize)]
struct Projects {
    projects: Vec<Project>,
}

#[derive(Serialize)]
struct Project {
    project_id: String,
    name: String,
    language: &'static str,
    backend: Backend,
    vocab: Vocabulary,
    vocab_language: &'static str,
    is_trained: bool,
    /// Models are read at the start and have no date of their own.
    modification_time: Option<String>,
}

#[derive(Serialize)]
struct Backend {
    backend_id: &'static str,
}

#[derive(Serialize)]
struct Vocabulary {
    vocab_id: String,
    languages: [&'static str; 1],
    size: usize,
    loaded: bool,
}

impl Vocabulary {
    fn of(name: &str, desk: &Desk) -> Self {
        Vocabulary {
            vocab_id: name.to_owned(),
            languages: [LABELS],
            size: desk.topics().len(),
            loaded: true,
        }
    }
}

impl Project {
    fn of(name: &str, desk: &Desk) -> Self {
        Project {
            project_id: name.to_owned(),
            name: name.to_owned(),
            language: LABELS,
            backend: Backend { backend_id: "notis" },
            vocab: Vocabulary::of(name, desk),
            vocab_language: LABELS,
            is_trained: true,
            modification_time: None,
        }
    }
}

pub(super) async fn info() -> Result<Line, Problem> {
    Line::of(&Info {
        title: "notis, as Annif's REST API",
        version: env!("CARGO_PKG_VERSION"),
    })
}

pub(super) async fn vocabs(Extract(state): Shared) -> Result<Line, Problem> {
    let vocabs = state
        .desks
        .all()
        .into_iter()
        .map(|named| Vocabulary::of(&named.name, &named.desk()));
    Line::of(&Vocabularies {
        vocabs: vocabs.collect(),
    })
}

pub(super) async fn projects(Extract(state): Shared) -> Result<Line, Problem> {
    let projects = state
        .desks
        .all()
        .into_iter()
        .map(|named| Project::of(&named.name, &named.desk()));
    Line::of(&Projects {
        projects: projects.collect(),
    })
}

pub(super) async fn project(Extract(state): Shared, Segment(name): Segment) -> Result<Line, Problem> {
    let named = find(&state, &name)?;
    Line::of(&Project::of(&name, &named.desk()))
}

/// The model of a project.
pub(super) fn find(state: &State, project: &str) -> Result<Arc<Named>, Problem> {
    let absent = |_| {
        Problem::not_found(format!(
            "there is no project `{project}`; /v1/projects lists those there are"
        ))
    };
    state.desks.named(Some(project)).map_err(absent)
}
