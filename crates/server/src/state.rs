//! What all requests share.

use std::sync::Arc;

use crate::desks::Desks;
use crate::observe::Metrics;
use crate::work::Workers;
use crate::{Limits, Options, Token};

/// What all requests share.
pub(crate) struct State {
    pub(crate) desks: Desks,
    pub(crate) workers: Workers,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) token: Option<Token>,
    pub(crate) hosts: Vec<String>,
}

pub(crate) type Shared = axum::extract::State<Arc<State>>;

impl State {
    pub(crate) fn new(options: Options) -> Result<Self, crate::Error> {
        options.check()?;
        Ok(State {
            workers: Workers::new(&options.limits),
            metrics: Metrics::new(),
            limits: options.limits,
            token: options.token,
            hosts: options.hosts,
            desks: Desks::new(options.models)?,
        })
    }
}
