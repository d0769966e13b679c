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
/// | `*laks` | the end of a word: «laks», «villaks», «Lingalaks», not «lakselus» |
/// | `+laks+` | a part of a compound, in any of its forms: «lakselus», «villaksen», «oppdrettslaks», not «slakstall» |
/// | `"stille uke"` | the word or phrase by itself, without genitive -s, not inside a hyphenated word |
///
/// A word with `*` that is written in small letters passes over names of places: `laks*` finds «laksen» and «Lakselus»
/// and neither «Laksevåg» nor «i Lakseveien». Written `Laks*`, it finds them all.
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

/// Words of a phrase at most. Every word of an article may open a phrase, so that what a phrase costs grows with its length;
/// the longest of the shipped definitions has five words.
const MOST_WORDS: usize = 20;
/// Bytes of a pattern at most.
const MOST_BYTES: usize = 400;
/// Letters of a refused pattern that are told.
const TOLD: usize = 40;

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternError {
    /// Nothing but marks.
    #[error("«{0}» holds no letter or digit; write a word or a phrase")]
    Empty(String),
    /// A star elsewhere than at one end.
    #[error(
        "«{0}»: a `*` stands last (any ending) or first (any beginning), not in both places and not within; `+word+` finds a part of a compound"
    )]
    Star(String),
    /// Marks of two kinds that do not go together.
    #[error(
        "«{0}» has marks that do not go together, or one that is not closed: write `word*`, `*word`, `+word+` or `\"word\"`, each with or without `=` before it"
    )]
    Marks(String),
    /// So short that it would find nearly every word.
    #[error("«{0}» takes any word that holds these one or two letters; write more of the word")]
    Short(String),
    /// Longer than any name.
    #[error(
        "«{0}…» is longer than {MOST_WORDS} words or {MOST_BYTES} bytes; write what names the topic, not a text"
    )]
    Long(String),
}

/// Which part of a word a pattern is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// The word, with genitive -s.
    Word,
    /// Its beginning (`word*`).
    Beginning,
    /// Its end (`*word`).
    End,
    /// A part of a compound (`+word+`).
    Part,
    /// The word and nothing beside it (`"word"`).
    Alone,
}

impl Pattern {
    /// As the editor wrote it.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether any ending is taken (`*`).
    pub fn takes_any_ending(&self) -> bool {
        self.reach() == Reach::Beginning
    }

    /// Which part of a word it is.
    pub(crate) fn reach(&self) -> Reach {
        let marked = self.marked();
        let within = |mark: char| marked.starts_with(mark) && marked.ends_with(mark);
        if within('"') {
            Reach::Alone
        } else if within('+') {
            Reach::Part
        } else if marked.ends_with('*') {
            Reach::Beginning
        } else if marked.starts_with('*') {
            Reach::End
        } else {
            Reach::Word
        }
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
        self.marked().trim_matches(['*', '+', '"'])
    }

    /// The word or phrase with the marks of its reach.
    fn marked(&self) -> &str {
        self.written.strip_prefix('=').unwrap_or(&self.written)
    }

    /// Why its marks cannot be understood, if so.
    fn mistake(&self) -> Option<PatternError> {
        let (written, words) = (self.written.clone(), self.words());
        let before = self.marked().find(words).unwrap_or_default();
        let (left, right) = (&self.marked()[..before], &self.marked()[before + words.len()..]);
        let letters = words.chars().filter(|c| c.is_alphanumeric()).count();
        if letters == 0 {
            Some(PatternError::Empty(written))
        } else if words.contains('*') || (left, right) == ("*", "*") {
            Some(PatternError::Star(written))
        } else if words.contains(['+', '"'])
            || !matches!(
                (left, right),
                ("", "") | ("", "*") | ("*", "") | ("+", "+") | ("\"", "\"")
            )
        {
            Some(PatternError::Marks(written))
        } else if matches!(self.reach(), Reach::Beginning | Reach::End | Reach::Part) && letters < 3 {
            Some(PatternError::Short(written))
        } else {
            None
        }
    }
}

impl std::str::FromStr for Pattern {
    type Err = PatternError;

    fn from_str(written: &str) -> Result<Self, PatternError> {
        let written = written.trim();
        let pattern = Pattern {
            written: written.to_owned(),
        };
        if written.len() > MOST_BYTES || written.split(is_gap).count() > MOST_WORDS {
            return Err(PatternError::Long(written.chars().take(TOLD).collect()));
        }
        match pattern.mistake() {
            Some(mistake) => Err(mistake),
            None => Ok(pattern),
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

/// Whether a space in a pattern matches it.
pub(crate) fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}' | '\u{2011}')
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
    fn marks_tell_the_reach() {
        let reaches = ["laks", "laks*", "=*laks", "+laks+", "\"stille uke\""].map(|p| pattern(p).reach());
        assert_eq!(
            reaches,
            [
                Reach::Word,
                Reach::Beginning,
                Reach::End,
                Reach::Part,
                Reach::Alone
            ]
        );
        assert_eq!(pattern("=*Laks").words(), "Laks");
    }

    #[test]
    fn a_text_is_no_pattern_and_its_error_is_short() {
        let phrase = |words: usize| vec!["ferje"; words].join(" ");
        assert!(phrase(MOST_WORDS).parse::<Pattern>().is_ok());
        for long in [phrase(MOST_WORDS + 1), phrase(20_000), "a".repeat(9_000_000)] {
            let error = long.parse::<Pattern>().expect_err("it is too long");
            assert!(error.to_string().len() < 300, "{error}");
        }
    }

    #[test]
    fn patterns_that_would_find_everything_are_refused() {
        for bad in [
            "", "*", "=*", "a*", "sy*ria", "*laks*", "+ab+", "*is", "+laks", "\"laks", "laks+*", "\"\"",
        ] {
            assert!(bad.parse::<Pattern>().is_err(), "{bad:?} was taken");
        }
    }
}
