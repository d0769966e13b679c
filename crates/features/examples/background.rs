//! Builds `models/background.fst` and `models/vectors.bin` from a folder of JSON Lines (`.jsonl` or `.jsonl.gz`; fields `text`, `title`, `lang`):
//!
//! ```text
//! cargo run --release -p notis-features --example background -- FOLDER models [--least PAGES] [--stems N]
//!     [--except FILE] [--skip NAME]…
//! ```
//!
//! `--except FILE` leaves out every text that shares its first 200 characters with one of FILE (an exam's texts);
//! `--skip NAME` passes over the files whose name begins so. Without `lang` the form is told from the text.

use std::collections::BTreeSet;
use std::error::Error;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;
use notis_features::{BackgroundBuilder, Form, VectorBuilder};
use notis_text::{Language, identify};
use serde::Deserialize;

type Fallible<T> = Result<T, Box<dyn Error>>;

/// How much of a text tells whether it is one of the exam's.
const OPENING_CHARS: usize = 200;

#[derive(Deserialize)]
struct Record {
    text: String,
    title: Option<String>,
    lang: Option<String>,
}

#[derive(Default)]
struct Arguments {
    places: Vec<PathBuf>,
    least: u32,
    stems: usize,
    except: Vec<PathBuf>,
    skip: Vec<String>,
}

fn arguments() -> Fallible<Arguments> {
    let mut out = Arguments {
        least: 3,
        stems: 24_000,
        ..Arguments::default()
    };
    let mut given = std::env::args().skip(1);
    while let Some(argument) = given.next() {
        let mut value = || given.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--least" => out.least = value()?.parse()?,
            "--stems" => out.stems = value()?.parse()?,
            "--except" => out.except.push(value()?.into()),
            "--skip" => out.skip.push(value()?),
            _ => out.places.push(argument.into()),
        }
    }
    Ok(out)
}

fn records(path: &Path) -> Fallible<impl Iterator<Item = Fallible<Record>>> {
    let file = File::open(path)?;
    let lines: Box<dyn BufRead> = if path.extension().is_some_and(|e| e == "gz") {
        Box::new(BufReader::new(MultiGzDecoder::new(file)))
    } else {
        Box::new(BufReader::new(file))
    };
    Ok(lines.lines().map(|line| Ok(serde_json::from_str(&line?)?)))
}

fn opening(text: &str) -> String {
    text.chars().take(OPENING_CHARS).collect()
}

fn form_of(record: &Record) -> Option<Form> {
    match record.lang.as_deref() {
        Some("nn") => return Some(Form::Nynorsk),
        Some("nb") => return Some(Form::Bokmal),
        _ => {}
    }
    match identify(&record.text) {
        Language::Nynorsk => Some(Form::Nynorsk),
        Language::Bokmal => Some(Form::Bokmal),
        _ => None,
    }
}

fn files(folder: &Path, skip: &[String]) -> Fallible<Vec<PathBuf>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Fallible<_>>()?;
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    paths.retain(|path| {
        let name = name(path);
        (name.ends_with(".jsonl") || name.ends_with(".jsonl.gz")) && !skip.iter().any(|s| name.starts_with(s))
    });
    paths.sort();
    Ok(paths)
}

fn main() -> Fallible<()> {
    let arguments = arguments()?;
    let [folder, out] = arguments.places.as_slice() else {
        return Err(
            "usage: background FOLDER MODELS [--least PAGES] [--stems N] [--except FILE] [--skip NAME]…"
                .into(),
        );
    };
    let mut exam = BTreeSet::new();
    for path in &arguments.except {
        for record in records(path)? {
            exam.insert(opening(&record?.text));
        }
    }
    let (mut builder, mut vectors) = (BackgroundBuilder::default(), VectorBuilder::default());
    for path in files(folder, &arguments.skip)? {
        for record in records(&path)? {
            let record = record?;
            if let Some(form) = form_of(&record).filter(|_| !exam.contains(&opening(&record.text))) {
                builder.add(record.title.as_deref().unwrap_or_default(), form);
                builder.add(&record.text, form);
                vectors.add(&record.text);
            }
        }
    }
    fs::write(out.join("background.fst"), builder.finish(arguments.least)?)?;
    fs::write(out.join("vectors.bin"), vectors.finish(arguments.stems)?)?;
    Ok(())
}
