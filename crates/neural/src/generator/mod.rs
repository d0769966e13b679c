//! Digests in the words of a model: an encoder-decoder reads the article and writes.

mod config;
mod model;
mod settings;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

pub use config::Family;
pub use settings::{Long, Settings};

use crate::folder::Folder;
use crate::guard::guarded;
use crate::window::windows;
use crate::{Error, threads};
use model::Model;

/// A generator of digests.
pub struct Generator {
    folder: Folder,
    family: Family,
    settings: Settings,
    // libtorch's tensors may move between threads, but not be used by two at a time.
    model: Mutex<Model>,
    /// Tokens of an article that it reads at a time.
    room: usize,
}

/// What a generator wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Generated {
    /// The text, part by part.
    pub text: String,
    /// How many of the sentences it was given it has read, from the first on.
    pub read: usize,
}

impl Generator {
    /// Loads the generator in a folder: `config.json`, `model.safetensors` (or `rust_model.ot`), the tokenizer, and where
    /// it is there `notis.toml` (see [`Settings`]). It will work with `threads` threads.
    ///
    /// # Errors
    /// Where a file is missing or wrong; nothing in it can make this panic.
    pub fn load(folder: &Path, threads: usize) -> Result<Self, Error> {
        let folder = Folder::open(folder)?;
        let checked = config::read(&folder)?;
        let family = checked.family;
        let settings = Settings::read(&folder, family)?;
        let weights = folder.weights()?;
        weights.check(&checked.matrices)?;
        threads::set(threads);
        let load = || {
            let tokenizer = model::tokenizer(family, &folder)?;
            let prefix = tokenizer
                .tokenize(settings.prefix.as_deref().unwrap_or_default())
                .len();
            let model = Model::load(family, &folder, weights.path(), &settings, tokenizer)?;
            Ok((model, prefix))
        };
        let (model, prefix) = guarded(load).map_err(|panic| folder.failed(panic))??;
        let positions = checked
            .positions
            .map_or(usize::MAX, |p| usize::try_from(p).unwrap_or_default());
        let room = settings.window.min(positions).saturating_sub(prefix + END_MARKS);
        Ok(Generator {
            model: Mutex::new(model),
            room: room.max(1),
            family,
            settings,
            folder,
        })
    }

    /// The kind of its model.
    pub fn family(&self) -> Family {
        self.family
    }

    /// How it generates.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// A digest of an article, given sentence by sentence.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn digest(&self, sentences: &[&str]) -> Result<Generated, Error> {
        let costs: Vec<usize> = sentences
            .iter()
            .map(|sentence| self.tokens(sentence))
            .collect::<Result<_, Error>>()?;
        let mut parts = windows(&costs, self.room);
        if self.settings.long == Long::Cut {
            parts.truncate(1);
        }
        let mut texts = Vec::with_capacity(parts.len());
        for part in &parts {
            let text = self.fit(&sentences[part.clone()].join(" "))?;
            texts.push(self.write(&text)?);
        }
        Ok(Generated {
            text: texts.join(" "),
            read: parts.last().map_or(0, |part| part.end),
        })
    }

    /// What the model writes when it reads `text` behind the prefix, as ids of tokens and as text.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn generate(&self, text: &str) -> Result<(Vec<i64>, String), Error> {
        let prompt = format!("{}{text}", self.settings.prefix.as_deref().unwrap_or_default());
        let run = |model: &Model| {
            let ids = model.generate(&prompt).map_err(|error| error.to_string())?;
            let ids = ids
                .into_iter()
                .next()
                .map(|output| output.indices)
                .unwrap_or_default();
            let text = model.tokenizer().decode(&ids, true, true);
            Ok((ids, text.trim().to_owned()))
        };
        self.with_model(run)
    }

    fn write(&self, text: &str) -> Result<String, Error> {
        self.generate(text).map(|(_, text)| text)
    }

    /// The tokens of a text, without end marks.
    fn tokens(&self, text: &str) -> Result<usize, Error> {
        self.with_model(|model| Ok(model.tokenizer().tokenize(text).len()))
    }

    /// As much of a text as fits the window, cut behind a word: a single sentence may be longer than it.
    fn fit(&self, text: &str) -> Result<String, Error> {
        let mut text = text;
        loop {
            let tokens = self.tokens(text)?;
            if tokens <= self.room {
                return Ok(text.to_owned());
            }
            let most = (text.len() * self.room / tokens).min(text.len() - 1);
            let most = (0..=most)
                .rev()
                .find(|&at| text.is_char_boundary(at))
                .unwrap_or(0);
            text = &text[..text[..most].rfind(' ').unwrap_or(most)];
        }
    }

    fn with_model<T>(&self, work: impl FnOnce(&Model) -> Result<T, String>) -> Result<T, Error> {
        let model = self.model.lock().unwrap_or_else(PoisonError::into_inner);
        let done = guarded(|| work(&model)).and_then(|done| done);
        done.map_err(|error| self.folder.failed(error))
    }
}

/// Tokens that a tokenizer puts around a text, at most.
const END_MARKS: usize = 2;
