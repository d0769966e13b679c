//! `notis.toml`: how a model folder wants to be used.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use serde::Deserialize;

use super::config::Family;
use crate::Error;
use crate::folder::{Folder, text};

/// What is done with an article that is longer than the model's window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Long {
    /// As many sentences as fit are read, and the digest says what was not.
    #[default]
    Cut,
    /// It is read in parts, and the digests of the parts stand one after the other.
    Parts,
}

/// How digests are generated. All keys of `notis.toml` may be left out.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// What is put in front of an article; «oppsummer: » for T5, nothing for the others.
    pub prefix: Option<String>,
    /// Tokens that the model reads at a time, prefix and end mark included: 16 to 16384.
    pub window: usize,
    /// Beams of the search, 1 to 16; 1 is the greedy choice.
    pub beams: i64,
    /// The fewest tokens of a digest.
    pub min_length: i64,
    /// The most tokens of a digest, 8 to 1024.
    pub max_length: i64,
    /// Above 1 favours longer digests, below 1 shorter ones; above 0.
    pub length_penalty: f64,
    /// Runs of so many tokens do not occur twice; 0 allows them.
    pub no_repeat_ngram: i64,
    /// What is done with a long article.
    pub long: Long,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            prefix: None,
            window: 512,
            beams: 5,
            min_length: 0,
            max_length: 128,
            length_penalty: 1.0,
            no_repeat_ngram: 3,
            long: Long::Cut,
        }
    }
}

impl Settings {
    /// The settings in a folder, or the defaults of its family.
    pub(super) fn read(folder: &Folder, family: Family) -> Result<Self, Error> {
        let mut settings = match folder.find("notis.toml") {
            Some(path) => Settings::parse(&text(&path)?, &path)?,
            None => Settings::default(),
        };
        settings.prefix.get_or_insert_with(|| family.prefix().to_owned());
        Ok(settings)
    }

    fn parse(toml: &str, path: &std::path::Path) -> Result<Self, Error> {
        let settings: Settings = toml::from_str(toml).map_err(|error| Error::invalid(path, error))?;
        let check = Check {
            path: path.to_owned(),
        };
        check.within("window", settings.window as i64, 16..=16384)?;
        check.within("beams", settings.beams, 1..=16)?;
        check.within("max_length", settings.max_length, 8..=1024)?;
        check.within("min_length", settings.min_length, 0..=settings.max_length)?;
        check.within("no_repeat_ngram", settings.no_repeat_ngram, 0..=64)?;
        if !(0.01..=100.0).contains(&settings.length_penalty) {
            return Err(Error::invalid(path, "length_penalty must lie from 0.01 to 100"));
        }
        Ok(settings)
    }
}

struct Check {
    path: PathBuf,
}

impl Check {
    fn within(&self, key: &str, value: i64, range: RangeInclusive<i64>) -> Result<(), Error> {
        if range.contains(&value) {
            return Ok(());
        }
        let what = format_args!(
            "{key} is {value}; it must lie from {} to {}",
            range.start(),
            range.end()
        );
        Err(Error::invalid(&self.path, what))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn keys_that_are_left_out_keep_their_defaults() {
        let settings = Settings::parse(
            "prefix = 'oppsummer: '\nbeams = 3\nlong = 'parts'",
            Path::new("notis.toml"),
        );
        let settings = settings.unwrap();
        assert_eq!(
            (settings.beams, settings.window, settings.long),
            (3, 512, Long::Parts)
        );
    }

    #[test]
    fn what_no_model_can_do_is_refused() {
        for wrong in [
            "beams = 0",
            "max_length = 100000",
            "min_length = 500",
            "window = 1",
            "length_penalty = nan",
            "beam = 3",
        ] {
            assert!(
                Settings::parse(wrong, Path::new("notis.toml")).is_err(),
                "{wrong}"
            );
        }
    }
}
