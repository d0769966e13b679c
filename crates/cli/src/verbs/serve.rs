//! `notis serve`: the desk as a server.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::Result;
use notis::{Model, NameModel};
use notis_server::{Level, Options, Token};

use crate::global_options::GlobalOptions;
use crate::model_args;

/// Answer over HTTP: topics, digests and more, the models in memory
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis serve --data desk &
  curl -H 'Content-Type: application/json' -d '{\"text\": \"Elva steig i natt.\"}' localhost:7420/api/v1/classify

Open http://127.0.0.1:7420/ in a browser. The API is described at http://127.0.0.1:7420/api/v1. The log goes to standard error, an object a line.")]
pub(crate) struct Args {
    /// The address to listen on; one that other machines reach needs --token-file
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:7420")]
    listen: SocketAddr,
    /// A model to answer with, under the name of its file; may be repeated, the first is the default [default: the one
    /// in the program]
    #[arg(short, long = "model", value_name = "MODEL")]
    models: Vec<PathBuf>,
    /// Keep articles, topics and corrections in this folder, and read what is put into its folder inbox; without it,
    /// nothing is kept
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Tell the Wikidata ids of the names that FILE lists, a line of name, kind and id with tabs between them, where kinds
    /// of names are asked for
    #[arg(long, value_name = "FILE")]
    gazetteer: Option<PathBuf>,
    /// File with a secret on its first line that callers must send
    #[arg(long, value_name = "FILE")]
    token_file: Option<PathBuf>,
    /// A further name by which it may be called, such as that of a proxy; may be repeated
    #[arg(long = "host", value_name = "NAME")]
    hosts: Vec<String>,
}

impl Args {
    pub(crate) fn run(self, global: &GlobalOptions) -> Result<()> {
        let mut options = Options::new(self.listen);
        options.token = self.token_file.as_deref().map(Token::read).transpose()?;
        options.hosts = self.hosts;
        options.models = models(&self.models)?;
        options.data = self.data;
        if let Some(file) = &self.gazetteer {
            options.names = Some(NameModel::shipped()?.with_gazetteer(file)?);
        }
        let least = if global.quiet { Level::WARN } else { Level::INFO };
        notis_server::log_to(std::io::stderr, least);
        notis_server::serve(options, |address| {
            global.remark(format_args!(
                "the desk is at http://{address}/, for programs at http://{address}/api/v1"
            ));
        })?;
        Ok(())
    }
}

/// The models by the names of their files, or the shipped one as `notis`.
fn models(files: &[PathBuf]) -> Result<Vec<(String, Model)>> {
    if files.is_empty() {
        return Ok(vec![("notis".to_owned(), Model::shipped()?)]);
    }
    files
        .iter()
        .map(|file| Ok((name(file), model_args::load(Some(file))?)))
        .collect()
}

fn name(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or(file.as_os_str());
    stem.to_string_lossy().into_owned()
}
