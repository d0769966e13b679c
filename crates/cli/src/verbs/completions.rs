//! `notis completions`: what the shell needs to complete verbs and flags.

use anyhow::Result;
use clap::Command;
use clap_complete::Shell;

use crate::global_options::GlobalOptions;
use crate::output::Output;

/// Print the completion script of a shell
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  notis completions bash > ~/.local/share/bash-completion/completions/notis"
)]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Args {
    pub(crate) fn run(self, options: &GlobalOptions, mut command: Command) -> Result<()> {
        // The generator panics where it cannot write, so it writes to memory.
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "notis", &mut script);
        let mut output = Output::open(options.output.as_deref())?;
        output.print(&script)?;
        output.finish()
    }
}
