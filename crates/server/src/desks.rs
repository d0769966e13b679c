//! The models by name, each behind a desk; which answers by default can change while the server runs.

use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use notis::{Desk, Model, TopicCard, Topics};

use crate::fingerprint::fingerprint;
use crate::problem::Problem;

/// The models by name, the one that is used by default first.
pub(crate) struct Desks(RwLock<Arc<Shelf>>);

struct Shelf {
    desks: Vec<Arc<Named>>,
    /// The topics that were edited here: they stand in the place of the models' own.
    edited: Option<Topics>,
}

/// A desk and its name.
pub(crate) struct Named {
    pub(crate) name: String,
    /// The model as it was given, without the edited topics.
    pub(crate) model: Model,
    /// Whether it was named when the server was started, not learned here.
    pub(crate) is_given: bool,
    desk: Arc<Desk>,
    version: OnceLock<String>,
    cards: OnceLock<Vec<TopicCard>>,
}

impl Desks {
    pub(crate) fn new(models: Vec<(String, Model)>, edited: Option<Topics>) -> Result<Self, notis::Error> {
        let named = |(name, model)| Named::new(name, model, true, edited.as_ref()).map(Arc::new);
        let desks = models.into_iter().map(named).collect::<Result<_, _>>()?;
        Ok(Desks(RwLock::new(Arc::new(Shelf { desks, edited }))))
    }

    /// The desks as they are now.
    pub(crate) fn all(&self) -> Vec<Arc<Named>> {
        self.shelf().desks.clone()
    }

    /// The topics that were edited here.
    pub(crate) fn edited(&self) -> Option<Topics> {
        self.shelf().edited.clone()
    }

    /// The desk that answers where none is named; there is always one.
    pub(crate) fn first(&self) -> Arc<Named> {
        Arc::clone(&self.shelf().desks[0])
    }

    /// The desk of this name, or the first where none is asked for.
    pub(crate) fn desk(&self, name: Option<&str>) -> Result<Arc<Desk>, Problem> {
        self.named(name).map(|named| named.desk())
    }

    /// As [`Desks::desk`], with its name.
    pub(crate) fn named(&self, name: Option<&str>) -> Result<Arc<Named>, Problem> {
        let Some(name) = name else {
            return Ok(self.first());
        };
        let shelf = self.shelf();
        let found = shelf.desks.iter().find(|named| named.name == name);
        found.cloned().ok_or_else(|| {
            Problem::not_found(format!(
                "there is no model `{name}`; /api/v1/models lists those there are"
            ))
        })
    }

    /// Lets this model answer by default. One that was learned here before makes room.
    pub(crate) fn choose(&self, name: &str, model: Model) -> Result<(), notis::Error> {
        let shelf = self.shelf();
        let known = shelf.desks.iter().find(|named| named.name == name).cloned();
        let chosen = match known {
            Some(known) => known,
            None => Arc::new(Named::new(name.to_owned(), model, false, shelf.edited.as_ref())?),
        };
        let others = shelf
            .desks
            .iter()
            .filter(|named| named.is_given && named.name != name);
        let desks = std::iter::once(chosen).chain(others.cloned()).collect();
        self.put(Shelf {
            desks,
            edited: shelf.edited.clone(),
        });
        Ok(())
    }

    /// Puts edited topics in the place of the models' own.
    pub(crate) fn edit(&self, edited: Topics) -> Result<(), notis::Error> {
        let anew = |named: &Arc<Named>| {
            let (name, model) = (named.name.clone(), named.model.clone());
            Named::new(name, model, named.is_given, Some(&edited)).map(Arc::new)
        };
        let desks = self.shelf().desks.iter().map(anew).collect::<Result<_, _>>()?;
        self.put(Shelf {
            desks,
            edited: Some(edited),
        });
        Ok(())
    }

    fn shelf(&self) -> Arc<Shelf> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, shelf: Shelf) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shelf);
    }
}

/// The desk of a model, with edited topics in the place of its own.
pub(crate) fn built(model: Model, edited: Option<&Topics>) -> Result<Desk, notis::Error> {
    let builder = Desk::builder().model(model);
    let builder = match edited {
        Some(topics) => builder.topics(topics.clone()),
        None => builder,
    };
    builder.build()
}

impl Named {
    fn new(
        name: String,
        model: Model,
        is_given: bool,
        edited: Option<&Topics>,
    ) -> Result<Self, notis::Error> {
        Ok(Named {
            desk: Arc::new(built(model.clone(), edited)?),
            name,
            model,
            is_given,
            version: OnceLock::new(),
            cards: OnceLock::new(),
        })
    }

    pub(crate) fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk)
    }

    /// Its topics as they are now, in the order of its scores.
    pub(crate) fn cards(&self) -> &[TopicCard] {
        let cards = || self.desk.model().map(|model| model.card().topics);
        self.cards.get_or_init(|| cards().unwrap_or_default())
    }

    /// What tells its answers from those of another: a hash of the model with its topics as they are now.
    pub(crate) fn version(&self) -> &str {
        self.version.get_or_init(|| {
            let bytes = self.desk.model().map(Model::to_bytes).unwrap_or_default();
            fingerprint(&bytes)
        })
    }
}
