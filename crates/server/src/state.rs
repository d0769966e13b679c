//! What all requests share.

use std::path::Path;
use std::sync::Arc;

use notis::{Model, NameModel, Topics};

use crate::desks::Desks;
use crate::jobs::progress::Jobs;
use crate::metrics::Metrics;
use crate::pace::Pace;
use crate::problem::Problem;
use crate::store::{self, Store};
use crate::work::Workers;
use crate::{Error, Limits, Options, Token};

/// What all requests share.
pub(crate) struct State {
    pub(crate) desks: Desks,
    pub(crate) workers: Workers,
    pub(crate) refusals: Pace,
    pub(crate) metrics: Metrics,
    pub(crate) limits: Limits,
    pub(crate) token: Option<Token>,
    pub(crate) hosts: Vec<String>,
    pub(crate) jobs: Jobs,
    names: Option<NameModel>,
    store: Option<Arc<Store>>,
}

pub(crate) type Shared = axum::extract::State<Arc<State>>;

/// The setting that names the model in use.
pub(crate) const IN_USE: &str = "model";

/// The file of edited topics in the folder of the store.
pub(crate) const TOPICS: &str = "topics.toml";

impl State {
    pub(crate) fn new(options: Options) -> Result<Self, Error> {
        options.check()?;
        let store = options.data.as_deref().map(Store::open_to_serve).transpose()?;
        let edited = store.as_ref().map(|store| edited(store.folder())).transpose()?;
        let state = State {
            workers: Workers::new(&options.limits),
            refusals: Pace::default(),
            metrics: Metrics::new(),
            limits: options.limits,
            token: options.token,
            hosts: options.hosts,
            desks: Desks::new(options.models, edited.flatten())?,
            jobs: Jobs::default(),
            names: options.names,
            store: store.map(Arc::new),
        };
        state.take_up()?;
        Ok(state)
    }

    /// Lets the model answer that was in use when the server ended.
    fn take_up(&self) -> Result<(), Error> {
        let Some(store) = &self.store else {
            return Ok(());
        };
        if let Some(name) = store.read(|db| store::setting(db, IN_USE))?
            && let Err(problem) = self.choose(store, &name)
        {
            tracing::error!(name, %problem.detail, "the model in use cannot be had; the first one answers");
        }
        Ok(())
    }

    /// Lets a model answer by default: one the server was started with, or one that was learned here.
    pub(crate) fn choose(&self, store: &Store, name: &str) -> Result<(), Problem> {
        Ok(self.desks.choose(name, self.model(store, name)?)?)
    }

    /// The model that tells the kinds of names.
    pub(crate) fn name_model(&self) -> Result<NameModel, notis::Error> {
        self.names.clone().map_or_else(NameModel::shipped, Ok)
    }

    /// The model of this name, without the topics that were edited here.
    pub(crate) fn model(&self, store: &Store, name: &str) -> Result<Model, Problem> {
        let given = self.desks.all().into_iter().find(|named| named.name == name);
        given.map_or_else(|| learned(store, name), |named| Ok(named.model.clone()))
    }

    /// The store, or what to do where there is none.
    pub(crate) fn store(&self) -> Result<&Arc<Store>, Problem> {
        let none = || Problem::not_found("this server keeps nothing; start it with --data DIR");
        self.store.as_ref().ok_or_else(none)
    }

    /// The store, where there is one.
    pub(crate) fn store_if_any(&self) -> Option<&Arc<Store>> {
        self.store.as_ref()
    }

    /// Asks the store, off the threads that speak to callers.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&rusqlite::Connection) -> Result<T, store::Error> + Send + 'static,
    ) -> Result<T, Problem> {
        let store = Arc::clone(self.store()?);
        Ok(self.workers.run(move || store.read(ask)).await??)
    }
}

/// A model that was learned here. Only a name that the store knows becomes the name of a file.
fn learned(store: &Store, name: &str) -> Result<Model, Problem> {
    let known = store.read(store::learned)?;
    if known.iter().any(|learned| learned.name == name) {
        return Ok(Model::open(store.model_file(name))?);
    }
    let detail = format!("there is no model `{name}`; the page of models lists those there are");
    Err(Problem::not_found(detail))
}

/// The topics that were edited here, where any were.
fn edited(folder: &Path) -> Result<Option<Topics>, Error> {
    let file = folder.join(TOPICS);
    Ok(file.is_file().then(|| Topics::read(&file)).transpose()?)
}
