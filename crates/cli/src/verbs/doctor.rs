//! `notis doctor`: what is installed, what is missing, how to get it.

use std::fmt::Write as _;
use std::io::Write;

use anyhow::Result;

use crate::everywhere::Everywhere;
use crate::models;
use crate::output::Output;
use crate::palette::Palette;

/// Show what is installed, what is missing and how to get it
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  notis doctor")]
pub(crate) struct Args {}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Job {
        Job { everywhere }
    }
}

/// A report ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
}

impl Job {
    /// Never fails for what is missing: saying so is the point.
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let report = report(&[program(), threads(), model(), neural()], output.palette());
        output.write_all(report.as_bytes())?;
        output.finish()
    }
}

/// One thing that is there or missing.
struct Finding {
    what: &'static str,
    there: bool,
    text: String,
}

impl Finding {
    fn there(what: &'static str, text: String) -> Self {
        Finding {
            what,
            there: true,
            text,
        }
    }

    fn missing(what: &'static str, text: &str) -> Self {
        Finding {
            what,
            there: false,
            text: text.to_owned(),
        }
    }
}

fn report(findings: &[Finding], palette: Palette) -> String {
    let mut out = String::new();
    for finding in findings {
        let mark = if finding.there {
            palette.topic("✓")
        } else {
            palette.evidence("–")
        };
        let _ = writeln!(out, "{mark} {}: {}", palette.strong(finding.what), finding.text);
    }
    out
}

fn program() -> Finding {
    let (os, cpu) = (std::env::consts::OS, std::env::consts::ARCH);
    Finding::there(
        "program",
        format!("notis {} on {os}, {cpu}", env!("CARGO_PKG_VERSION")),
    )
}

fn threads() -> Finding {
    Finding::there("threads", rayon::current_num_threads().to_string())
}

fn model() -> Finding {
    const MISSING: &str = "none in this program; `notis train CORPUS -o MODEL` makes one, -m MODEL uses it";
    match models::shipped() {
        None => Finding::missing("topic model", MISSING),
        Some(Err(error)) => Finding::missing("topic model", &format!("{error:#}")),
        Some(Ok(model)) => {
            let size = models::shipped_size() / 1024;
            Finding::there(
                "topic model",
                format!("{} topics, {size} KiB, in the program", model.topics().len()),
            )
        }
    }
}

fn neural() -> Finding {
    Finding::missing(
        "neural methods",
        "not in this build; nothing else needs them (they take libtorch and a model folder)",
    )
}
