//! The flags that every verb takes.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, value_parser};
use notis::{Articles, Column, DeskBuilder, Encoding, Error, Format, ReadOptions, Size, Trainer};

use crate::failure::remark;
use crate::signals;

/// More threads than any machine has use for; a system gives out some tens of thousands, and takes minutes over it.
const MOST_THREADS: i64 = 1024;

/// Flags of every verb.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
pub(crate) struct GlobalOptions {
    /// Write the result to FILE: beside it first, so that it is there whole or not at all
    #[arg(short, long = "output", value_name = "FILE", global = true)]
    pub(crate) output: Option<PathBuf>,
    /// Form of the inputs, where their content does not tell
    #[arg(
        long,
        value_name = "FORM",
        global = true,
        help = "Form of the inputs, where their content does not tell: txt, jsonl, json, csv, tsv, feed, html, nitf, newsml, docx, xlsx, zip, parquet or arrow"
    )]
    input_format: Option<Format>,
    /// Where a field goes by another name, such as text=Brødtekst; may be repeated
    #[arg(long = "column", value_name = "FIELD=NAME", global = true)]
    columns: Vec<Column>,
    /// Where labels stand: a column, a JSON field, or the domain of a feed's categories
    #[arg(long, value_name = "NAME", global = true)]
    label_field: Option<String>,
    /// Character encoding of the inputs, such as windows-1252
    #[arg(
        long,
        value_name = "NAME",
        default_value = "utf-8",
        hide_default_value = true,
        global = true
    )]
    encoding: Encoding,
    /// The largest article that is read, in bytes as it stands in its file
    #[arg(long, value_name = "SIZE", default_value_t = Size::ARTICLE, hide_default_value = true, global = true,
        help = "The largest article that is read [default: 16MB]")]
    max_article: Size,
    /// Report bad records, --quiet or not, and go on with the next
    #[arg(long, global = true)]
    pub(crate) skip_bad: bool,
    /// End with status 2 where an input holds no article
    #[arg(long, global = true)]
    pub(crate) fail_if_empty: bool,
    /// Threads to work with, at most 1024 [default: one a core]
    #[arg(long, value_name = "N", global = true, value_parser = value_parser!(u16).range(1..=MOST_THREADS))]
    threads: Option<u16>,
    /// Folder of a neural model, for --method semantic or abstractive, --zero-shot and --features e5 [default:
    /// NOTIS_MODEL_DIR]
    #[arg(long, value_name = "DIR", global = true)]
    model_dir: Option<PathBuf>,
    /// No progress bar and no remarks on standard error; errors are told, those that --skip-bad passes over too
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

impl GlobalOptions {
    /// Sets up what holds for the whole run.
    pub(crate) fn start(&self) -> Result<()> {
        signals::report_size_limit();
        let threads = self.threads.map_or(0, usize::from);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build_global().context("cannot start the threads")
    }

    /// Where a model goes.
    pub(crate) fn model_output(&self) -> Result<PathBuf> {
        let output = self.output.clone();
        output.context("where should the model go? Name a file with -o MODEL")
    }

    /// The folder of the neural model, if one is named.
    pub(crate) fn model_dir(&self) -> Option<PathBuf> {
        let named = || std::env::var_os("NOTIS_MODEL_DIR").map(PathBuf::from);
        self.model_dir.clone().or_else(named)
    }

    /// The desk with the neural model that the flags name.
    pub(crate) fn desk(&self, mut desk: DeskBuilder) -> DeskBuilder {
        if let Some(folder) = self.model_dir() {
            desk = desk.model_dir(folder);
        }
        desk.neural_threads(self.neural_threads())
    }

    /// The trainer with the neural model that the flags name.
    pub(crate) fn trainer(&self, mut trainer: Trainer) -> Trainer {
        if let Some(folder) = self.model_dir() {
            trainer = trainer.model_dir(folder);
        }
        trainer.neural_threads(self.neural_threads())
    }

    /// Threads of a neural model: one unless more are asked for, since the idle ones spin.
    fn neural_threads(&self) -> usize {
        self.threads.map_or(1, usize::from)
    }

    /// The articles of `inputs`, with remarks on what was passed over.
    pub(crate) fn open(&self, inputs: &[PathBuf]) -> Result<Articles> {
        let options = self.read_options();
        let articles = match notis::open(inputs, &options) {
            // One folder without articles is as fine as one file without; among others it is likely a slip.
            Err(nothing @ Error::EmptyInput(_)) if inputs.len() == 1 && !self.fail_if_empty => {
                self.remark(format_args!("nothing to read: {nothing}"));
                notis::open(&[], &options)?
            }
            opened => opened?,
        };
        articles.notes().iter().for_each(|note| self.remark(note));
        Ok(articles)
    }

    /// How inputs are read.
    pub(crate) fn read_options(&self) -> ReadOptions {
        ReadOptions {
            format: self.input_format,
            columns: self.columns.clone(),
            encoding: self.encoding,
            max_article: self.max_article,
            label_field: self.label_field.clone(),
        }
    }

    /// Prints a remark, unless it is to be quiet.
    pub(crate) fn remark(&self, text: impl std::fmt::Display) {
        if !self.quiet {
            remark(text);
        }
    }
}
