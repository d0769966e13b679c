//! One word or phrase of a topic definition.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A word or phrase that names a topic.
///
/// | written | finds |
/// |---|---|
/// | `Syria` | the word whatever its case, with genitive -s, and as a part of a hyphenated word: «SYRIA», «Syrias», «Syria-samtalene» |
/// | `syrisk*` | any ending: «syriske», «syriskfødte» |
/// | `Nord-Korea` | hyphen or space: «Nord-Korea», «Nord Korea» |
/// | `IS` | all capitals find capitals alone: «IS», «IS-krigere», not «is» |
/// | `=Krim` | the case as it is written: «Krim», not «krim» |
///
/// ```
/// use notis_topics::Pattern;
/// let pattern: Pattern = "syrisk*".parse()?;
/// assert!(pattern.takes_any_ending() && !pattern.keeps_case());
/// # Ok::<(), notis_topics::PatternError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern {
    written: String,
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// Nothing but marks.
    #[error("«{0}» holds no letter or digit; write a word or a phrase")]
    Empty(String),
    /// A star elsewhere than at the end.
    #[error("«{0}» has a `*` before its end; a star takes any ending and stands last")]
    Star(String),
    /// So short that it would find nearly every word.
    #[error("«{0}» takes any ending after fewer than three letters; write more of the word")]
    Short(String),
}

impl Pattern {
    /// As the editor wrote it.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether any ending is taken (`*`).
    pub fn takes_any_ending(&self) -> bool {
        self.written.ends_with('*')
    }

    /// Whether letters must have the case they are written in (`=Krim`, or all capitals).
    pub fn keeps_case(&self) -> bool {
        self.written.starts_with('=') || self.is_acronym()
    }

    /// Whether it is a short form in capitals, such as `IS` or `NATO`.
    pub fn is_acronym(&self) -> bool {
        let letters = || self.words().chars().filter(|c| c.is_alphabetic());
        letters().count() >= 2 && letters().all(char::is_uppercase)
    }

    /// The word or phrase without the marks around it.
    pub fn words(&self) -> &str {
        let start = self.written.trim_start_matches('=');
        start.trim_end_matches('*')
    }
}

impl std::str::FromStr for Pattern {
    type Err = PatternError;

    fn from_str(written: &str) -> Result<Self, PatternError> {
        let pattern = Pattern {
            written: written.trim().to_owned(),
        };
        let words = pattern.words();
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        if letters == 0 {
            Err(PatternError::Empty(pattern.written))
        } else if words.contains('*') {
            Err(PatternError::Star(pattern.written))
        } else if pattern.takes_any_ending() && letters < 3 {
            Err(PatternError::Short(pattern.written))
        } else {
            Ok(pattern)
        }
    }
}

impl TryFrom<String> for Pattern {
    type Error = PatternError;

    fn try_from(written: String) -> Result<Self, PatternError> {
        written.parse()
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> String {
        pattern.written
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(written: &str) -> Pattern {
        written.parse().expect("a pattern of the test")
    }

    #[test]
    fn all_capitals_and_an_equals_sign_keep_the_case() {
        assert!(pattern("IS").keeps_case());
        assert!(pattern("=Krim").keeps_case());
        assert!(!pattern("Krim").keeps_case());
        assert_eq!(pattern("=Krim").words(), "Krim");
    }

    #[test]
    fn patterns_that_would_find_everything_are_refused() {
        for bad in ["", "*", "=*", "a*", "sy*ria"] {
            assert!(bad.parse::<Pattern>().is_err(), "{bad:?} was taken");
        }
    }
}
