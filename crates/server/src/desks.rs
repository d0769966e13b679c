//! The models by name, each behind a desk.

use std::sync::Arc;

use notis::{Desk, Model};

use crate::problem::Problem;

/// The models by name, the one that is used by default first.
pub(crate) struct Desks(Vec<Named>);

/// A desk and its name.
pub(crate) struct Named {
    pub(crate) name: String,
    desk: Arc<Desk>,
}

impl Desks {
    pub(crate) fn new(models: Vec<(String, Model)>) -> Result<Self, notis::Error> {
        let desk = |(name, model)| {
            Ok(Named {
                name,
                desk: Arc::new(Desk::builder().model(model).build()?),
            })
        };
        models.into_iter().map(desk).collect::<Result<_, _>>().map(Desks)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Named> {
        self.0.iter()
    }

    /// The desk of this name, or the first where none is asked for.
    pub(crate) fn desk(&self, name: Option<&str>) -> Result<Arc<Desk>, Problem> {
        let found = match name {
            Some(name) => self.0.iter().find(|desk| desk.name == name),
            None => self.0.first(),
        };
        found.map(Named::desk).ok_or_else(|| {
            let name = name.unwrap_or_default();
            Problem::not_found(format!(
                "there is no model `{name}`; /api/v1/models lists those there are"
            ))
        })
    }
}

impl Named {
    pub(crate) fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk)
    }
}
