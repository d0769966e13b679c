//! Whether the kinds of names are told, and by which model.

use std::path::PathBuf;

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
        Ok(match &self.names_model {
            Some(file) => desk.kinds(NameModel::open(file)?),
            None if self.kinds => desk.kinds(NameModel::shipped()?),
            None => desk,
        })
    }
}
