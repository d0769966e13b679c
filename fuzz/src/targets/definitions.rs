//! Topic definitions: any text is definitions or an error, what was written is read again, and every pattern finds words
//! where they are.

use arbitrary::Arbitrary;
use notis_topics::{Definitions, Matcher, Pattern};

use crate::news::Text;

/// What is asked: a file, or patterns and a text.
#[derive(Arbitrary, Debug)]
pub enum Asked<'a> {
    /// A file.
    File(&'a str),
    /// Patterns, for a text.
    Patterns(Vec<Written<'a>>, Text<'a>),
}

/// A pattern as an editor writes one.
#[derive(Arbitrary, Debug)]
pub struct Written<'a> {
    case: bool,
    reach: u8,
    word: u8,
    odd: Option<&'a str>,
    role: u8,
}

const WORDS: [&str; 10] = [
    "ferje",
    "IS",
    "Nord-Korea",
    "laks",
    "Voss",
    "Krim",
    "st",
    "Kari Måseide",
    "stille uke",
    "å",
];
const ROLES: [&str; 6] = ["aliases", "related", "exclude", "context", "always", "never"];

impl Written<'_> {
    fn pattern(&self) -> String {
        let word = self.odd.unwrap_or(WORDS[usize::from(self.word) % WORDS.len()]);
        let case = if self.case { "=" } else { "" };
        match self.reach % 6 {
            0 => format!("{case}{word}"),
            1 => format!("{case}{word}*"),
            2 => format!("{case}*{word}"),
            3 => format!("{case}+{word}+"),
            4 => format!("{case}\"{word}\""),
            _ => word.to_owned(),
        }
    }
}

/// The law of a file, or of patterns.
pub fn holds(asked: Asked<'_>) {
    match asked {
        Asked::File(text) => drop(Definitions::parse(text).map(|definitions| is_read_again(&definitions))),
        Asked::Patterns(written, text) => found(&written, &text.whole()),
    }
}

fn is_read_again(definitions: &Definitions) {
    let again = Definitions::parse(&definitions.to_toml().expect("what was read can be written"));
    assert_eq!(
        again.expect("what was written is read").topics(),
        definitions.topics()
    );
}

fn found(written: &[Written<'_>], text: &str) {
    let mut topic = "[[topic]]\nid = 'a'\ndescription = 'en ferje'\n".to_owned();
    for (number, role) in ROLES.into_iter().enumerate() {
        let of_role = written
            .iter()
            .filter(|pattern| usize::from(pattern.role) % ROLES.len() == number);
        let good = of_role
            .map(Written::pattern)
            .filter(|pattern| pattern.parse::<Pattern>().is_ok());
        let quoted: Vec<String> = good.map(|pattern| toml_string(&pattern)).collect();
        topic += &format!("{role} = [{}]\n", quoted.join(", "));
    }
    let definitions = Definitions::parse(&topic).expect("every pattern is good");
    is_read_again(&definitions);
    let analysis = notis_text::analyze(text, None);
    for mention in Matcher::new(definitions.topics()).mentions(&analysis) {
        assert!(!mention.span.of(text).is_empty());
    }
}

/// JSON's strings are TOML's, but for the character 127.
fn toml_string(text: &str) -> String {
    serde_json::Value::from(text)
        .to_string()
        .replace('\u{7f}', "\\u007f")
}
