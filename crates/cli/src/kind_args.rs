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
}

impl KindArgs {
    /// The desk that tells what was asked for.
    pub(crate) fn desk(&self, desk: DeskBuilder) -> Result<DeskBuilder> {
        if !self.kinds && self.names_model.is_none() {
            return Ok(desk);
        }
        Ok(desk.kinds(name_model(self.names_model.as_deref())?))
    }
}

/// The model of names in a file, or the one in the program.
pub(crate) fn name_model(file: Option<&Path>) -> Result<NameModel> {
    Ok(match file {
        Some(file) => NameModel::open(file)?,
        None => NameModel::shipped()?,
    })
}
