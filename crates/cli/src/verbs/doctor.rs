//! `notis doctor`: what is installed, what is missing, how to get it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use notis::print::Style;
use notis::{Error, Model, NEURAL_REMEDY, neural_libraries};

use crate::global_options::GlobalOptions;
use crate::output::Output;

/// Show what is installed, what is missing and how to get it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis doctor
  notis doctor --model-dir models/e5        what that model folder holds and lacks")]
pub(crate) struct Args {}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Job {
        Job { options }
    }
}

/// A report ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
}

impl Job {
    /// Never fails for what is missing: saying so is the point.
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.options.output.as_deref())?;
        let findings = [
            program(),
            threads(),
            model(),
            methods(),
            libtorch(),
            folder(self.options.model_dir().as_deref()),
        ];
        output.print(report(&findings, &output.style()).as_bytes())?;
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

    fn missing(what: &'static str, text: impl Into<String>) -> Self {
        Finding {
            what,
            there: false,
            text: text.into(),
        }
    }
}

fn report(findings: &[Finding], style: &Style) -> String {
    let mut out = String::new();
    for finding in findings {
        let mark = if finding.there {
            style.topic("✓")
        } else {
            style.evidence("–")
        };
        let _ = writeln!(out, "{mark} {}: {}", style.strong(finding.what), finding.text);
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
    match Model::shipped() {
        Err(Error::NoShippedModel) => Finding::missing("topic model", MISSING),
        Err(error) => Finding::missing("topic model", error.to_string()),
        Ok(model) => {
            let size = Model::shipped_size() / 1024;
            Finding::there(
                "topic model",
                format!("{} topics, {size} KiB, in the program", model.topics().len()),
            )
        }
    }
}

fn methods() -> Finding {
    match neural_libraries() {
        Some(libraries) => Finding::there("neural methods", libraries.to_owned()),
        None => Finding::missing(
            "neural methods",
            format!(
                "not in this build; nothing else needs them. To have them: {}",
                NEURAL_REMEDY
            ),
        ),
    }
}

/// Where libtorch is looked for: where the variable says, and where the set-up script puts it.
fn libtorch() -> Finding {
    let named = std::env::var_os("LIBTORCH").map(PathBuf::from);
    let places = named.into_iter().chain([PathBuf::from("libtorch")]);
    let found = places.map(|place| (place.join("lib/libtorch_cpu.so"), place));
    match found.into_iter().find(|(library, _)| library.is_file()) {
        Some((_, place)) => Finding::there("libtorch", format!("{} in {}", version(&place), place.display())),
        None if neural_libraries().is_some() => {
            Finding::there("libtorch", "where it was when this program was built".to_owned())
        }
        None => Finding::missing(
            "libtorch",
            "not found (LIBTORCH, ./libtorch); scripts/setup-libtorch fetches it, about 530 MB",
        ),
    }
}

/// What the set-up script noted, or what libtorch's own archive says.
fn version(libtorch: &Path) -> String {
    let notes = ["fetched-version", "build-version"].map(|note| libtorch.join(note));
    let version = notes.iter().find_map(|note| std::fs::read_to_string(note).ok());
    version.map_or_else(|| "of unknown version".to_owned(), |v| v.trim().to_owned())
}

/// Files of a model folder, each with what else may stand in its place.
const FILES: [&[&str]; 3] = [
    &["config.json"],
    &["model.safetensors", "rust_model.ot"],
    &["tokenizer.json", "spiece.model", "vocab.json"],
];

fn folder(folder: Option<&Path>) -> Finding {
    const WHAT: &str = "neural model";
    let Some(folder) = folder else {
        return Finding::missing(
            WHAT,
            "none named (--model-dir, NOTIS_MODEL_DIR); scripts/convert-e5 models/e5 makes the encoder's folder, summarizers come as folders from where they are published",
        );
    };
    let shown = folder.display();
    if !folder.is_dir() {
        return Finding::missing(WHAT, format!("{shown} is no folder"));
    }
    let lacking = FILES
        .iter()
        .filter(|names| !names.iter().any(|name| folder.join(name).is_file()));
    let lacking: Vec<String> = lacking.map(|names| names.join(" or ")).collect();
    if lacking.is_empty() {
        Finding::there(WHAT, format!("{} in {shown}", kind(folder)))
    } else {
        Finding::missing(
            WHAT,
            format!(
                "{shown} lacks {}; copy it from where the model is from",
                lacking.join(", ")
            ),
        )
    }
}

/// The kind of model, as its configuration says.
fn kind(folder: &Path) -> String {
    let config = std::fs::read(folder.join("config.json")).unwrap_or_default();
    let config: serde_json::Value = serde_json::from_slice(&config).unwrap_or_default();
    match config["model_type"].as_str() {
        Some("bert") => "a BERT encoder".to_owned(),
        Some(kind @ ("t5" | "mt5" | "bart" | "pegasus")) => format!("a {kind} generator"),
        Some(other) => format!("a model of type «{other}», which notis does not use,"),
        None => "a model whose config.json names no type".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_model_folder_lacks_is_told() {
        let empty = tempfile::tempdir().unwrap();
        let finding = folder(Some(empty.path()));
        assert!(!finding.there);
        assert!(
            finding
                .text
                .contains("config.json, model.safetensors or rust_model.ot")
        );
        for file in ["model.safetensors", "tokenizer.json"] {
            std::fs::write(empty.path().join(file), "").unwrap();
        }
        std::fs::write(empty.path().join("config.json"), r#"{"model_type":"t5"}"#).unwrap();
        let finding = folder(Some(empty.path()));
        assert!(finding.there && finding.text.starts_with("a t5 generator"));
        assert!(!folder(None).there && !folder(Some(Path::new("nowhere"))).there);
    }
}
