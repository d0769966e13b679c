//! Whether the kinds of names are told, and by which model.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;
use notis::{DeskBuilder, NameModel};

/// Whether names are told with their kinds.
#[derive(Clone, Debug, Args)]
pub(crate) struct KindArgs {
    /// Tell what kind of thing each name names: person, organisation, place, product, event, other
    #[arg(long)]
    kinds: bool,
    /// The model that tells it, as train --names writes one; with it --kinds is meant [default: the one in the program]
    #[arg(long, value_name = "MODEL")]
    names_model: Option<PathBuf>,
    /// Tell the Wikidata ids of the names that FILE lists, a line of name, kind and id with tabs between them; with it
    /// --kinds is meant
    #[arg(long, value_name = "FILE")]
    gazetteer: Option<PathBuf>,
}

impl KindArgs {
    /// Whether names come with their kinds.
    pub(crate) fn are_asked(&self) -> bool {
        self.kinds || self.names_model.is_some() || self.gazetteer.is_some()
    }

    /// The desk that tells what was asked for.
    pub(crate) fn desk(&self, desk: DeskBuilder) -> Result<DeskBuilder> {
        if !self.are_asked() {
            return Ok(desk);
        }
        let model = name_model(self.names_model.as_deref())?;
        Ok(desk.kinds(match &self.gazetteer {
            Some(file) => model.with_gazetteer(file)?,
            None => model,
        }))
    }
}

/// The model of names in a file, or the one in the program.
pub(crate) fn name_model(file: Option<&Path>) -> Result<NameModel> {
    Ok(match file {
        Some(file) => NameModel::open(file)?,
        None => NameModel::shipped()?,
    })
}
