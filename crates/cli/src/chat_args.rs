//! Which model server writes digests, and how it is asked.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use clap::{Args, value_parser};
use notis::{ChatOptions, DeskBuilder, Prompts};

use crate::model_args::ModelArgs;

/// A language model behind a chat API.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "A language model behind an address (--method abstractive)")]
pub(crate) struct ChatArgs {
    /// Ask the model NAME of --model behind this chat API, such as http://127.0.0.1:8080/v1
    #[arg(long, value_name = "URL", requires = "model")]
    endpoint: Option<String>,
    /// Let articles leave this machine, for an endpoint elsewhere
    #[arg(long, requires = "endpoint")]
    allow_remote: bool,
    /// Seconds that one answer may take
    #[arg(long, value_name = "SECONDS", default_value_t = ChatOptions::TIMEOUT, value_parser = value_parser!(u64).range(1..=86_400))]
    timeout: u64,
    /// Times that a request is sent again where the server fails
    #[arg(long, value_name = "N", default_value_t = ChatOptions::RETRIES, value_parser = value_parser!(u32).range(0..=20))]
    retries: u32,
    /// Tokens that the model reads and writes at most; longer articles are cut between sentences
    #[arg(long, value_name = "N", default_value_t = ChatOptions::CONTEXT)]
    context: usize,
    /// What is said to the model: a file like the one that --show-prompt prints
    #[arg(long, value_name = "FILE")]
    prompt: Option<PathBuf>,
    /// Print what is said to the model, or what FILE would say, and end
    #[arg(long, value_name = "FILE", num_args = 0..=1, exclusive = true)]
    show_prompt: Option<Option<PathBuf>>,
    /// The topic model, since --model names that of the endpoint [default: the one in the program]
    #[arg(long, value_name = "MODEL", requires = "endpoint")]
    topic_model: Option<PathBuf>,
}

impl ChatArgs {
    /// The desk that asks the endpoint, if one is named, and the topic model: with an endpoint `--model` is the model there.
    pub(crate) fn desk(&self, model: ModelArgs, desk: DeskBuilder) -> Result<(ModelArgs, DeskBuilder)> {
        let Some(endpoint) = &self.endpoint else {
            return Ok((model, desk));
        };
        let (name, model) = model.renamed(self.topic_model.clone());
        let name = name.unwrap_or_default().to_string_lossy().into_owned();
        let options = ChatOptions {
            allow_remote: self.allow_remote,
            timeout: Duration::from_secs(self.timeout),
            retries: self.retries,
            context: self.context,
            prompts: parsed(&prompts_in(self.prompt.as_deref())?)?,
            ..ChatOptions::new(endpoint, name)
        };
        Ok((model, desk.chat(options)))
    }

    /// The prompts, where they are asked for.
    pub(crate) fn prompts_to_show(&self) -> Result<Option<String>> {
        let shown = self.show_prompt.as_ref();
        shown.map(|file| prompts_in(file.as_deref())).transpose()
    }
}

fn parsed(prompts: &str) -> Result<Prompts, notis::Error> {
    Ok(Prompts::parse(prompts)?)
}

/// The prompts in a file, if they are prompts, or those that are built in.
fn prompts_in(file: Option<&Path>) -> Result<String> {
    let Some(file) = file else {
        return Ok(Prompts::BUILT_IN.to_owned());
    };
    let prompts =
        fs::read_to_string(file).with_context(|| format!("cannot read the prompts in {}", file.display()))?;
    parsed(&prompts).with_context(|| file.display().to_string())?;
    Ok(prompts)
}
