//! Articles from files, folders and standard input.

use std::path::{Path, PathBuf};

pub use notis_corpus::{
    Article, Column, Encoding, Field, Format, Graded, Hint, HintKind, OptionError, ReadOptions, Size,
};

use crate::Error;

/// Finds the files behind `inputs` (files, folders, `-` for standard input) and reads their articles one by one, in
/// order and in bounded memory.
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let dir = tempfile::tempdir()?;
/// # let file = dir.path().join("saker.jsonl");
/// std::fs::write(&file, r#"{"id": 7, "text": "Ferja gjekk ikkje i dag."}"#)?;
/// let articles: Vec<_> = notis::open(&[file], &notis::ReadOptions::default())?.collect::<Result<_, _>>()?;
/// assert_eq!(articles[0].id, "7");
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// Inputs that are not there, folders without articles and broken label files. A bad record is an item of the stream.
pub fn open(inputs: &[PathBuf], options: &ReadOptions) -> Result<Articles, Error> {
    notis_corpus::open(inputs, options)
        .map(Articles)
        .map_err(Error::input)
}

/// The articles of one file of a folder, with the ids that [`open`] gives them when it reads the folder.
///
/// # Errors
/// As [`open`].
pub fn open_below(folder: &Path, file: &Path, options: &ReadOptions) -> Result<Articles, Error> {
    notis_corpus::open_below(folder, file, options)
        .map(Articles)
        .map_err(Error::input)
}

/// The names that a folder's label file may have.
pub const LABEL_FILES: [&str; 3] = notis_corpus::LABEL_FILES;

/// Whether a file is of a form that can be read, by its name.
pub fn is_article_file(file: &Path) -> bool {
    notis_corpus::is_article_file(file)
}

/// The articles of some inputs. A bad record is an item; reading on gives the next one.
#[derive(Debug)]
pub struct Articles(notis_corpus::Articles);

impl Articles {
    /// The articles in bytes that are there already, as [`open`] gives those of a file of this name.
    ///
    /// ```
    /// use notis::{Articles, ReadOptions};
    /// let articles = Articles::of_bytes("sak.txt", "Ferja gjekk ikkje i dag.".into(), &ReadOptions::default())?;
    /// let articles: Vec<_> = articles.collect::<Result<_, _>>()?;
    /// assert_eq!(articles[0].text, "Ferja gjekk ikkje i dag.");
    /// # Ok::<(), notis::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`open`].
    pub fn of_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Self, Error> {
        notis_corpus::open_bytes(name, bytes, options)
            .map(Articles)
            .map_err(Error::input)
    }

    /// What the user should know of the inputs: files passed over, labels without an article.
    pub fn notes(&self) -> &[String] {
        self.0.notes()
    }

    /// The same articles, read by somebody who knows these topics: a label that is none of them, but a list of them with `,`
    /// between, is that list.
    pub fn knowing<'a>(self, topics: impl IntoIterator<Item = &'a str>) -> Self {
        Articles(self.0.knowing(topics))
    }

    /// Whether they come one by one, from a pipe or a terminal.
    pub fn is_live(&self) -> bool {
        self.0.is_live()
    }

    /// How much has been read, to be asked from any thread.
    pub fn meter(&self) -> Meter {
        Meter(self.0.meter())
    }
}

impl Iterator for Articles {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        Some(self.0.next()?.map_err(Error::input))
    }
}

/// How many bytes of the inputs have been read.
#[derive(Clone, Debug)]
pub struct Meter(notis_corpus::Meter);

impl Meter {
    /// Bytes read so far, as they lie on the disk.
    pub fn read(&self) -> u64 {
        self.0.read()
    }

    /// Bytes in all; `None` where standard input is among them.
    pub fn total(&self) -> Option<u64> {
        self.0.total()
    }
}
