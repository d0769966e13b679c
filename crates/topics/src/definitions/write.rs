//! Definitions written down again.

use serde::Serialize;

use super::{Definitions, DefinitionsError, Topic};

/// The file as it is written.
#[derive(Serialize)]
struct File<'a> {
    topic: Vec<Written<'a>>,
}

/// A topic with all an editor wrote: models do not keep descriptions, files do.
#[derive(Serialize)]
struct Written<'a> {
    #[serde(flatten)]
    topic: &'a Topic,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
}

impl Definitions {
    /// Definitions of these topics.
    ///
    /// # Errors
    /// Where a topic is nameless, wordless, doubled or an orphan.
    pub fn new(topics: Vec<Topic>) -> Result<Self, DefinitionsError> {
        let definitions = Definitions { topics };
        definitions.check()?;
        Ok(definitions)
    }

    /// The definitions as TOML, which [`Definitions::parse`] reads.
    ///
    /// # Errors
    /// Where TOML has no form for them; it has one for all that were checked.
    pub fn to_toml(&self) -> Result<String, DefinitionsError> {
        let written = |topic| Written {
            topic,
            description: topic.description.as_deref(),
        };
        let file = File {
            topic: self.topics.iter().map(written).collect(),
        };
        toml::to_string(&file).map_err(|error| DefinitionsError::Parse(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let text = "[[topic]]\nid = 'laks'\nnames = { nb = 'Laks', en = 'Salmon' }\ndescription = 'oppdrett'\n\
                    kind = 'thematic'\naliases = ['laks*', '+laks+', '=\"Mowi\"']\nrelated = ['merd*']\n\
                    [[topic]]\nid = 'fn'\naliases = ['FN']\nparent = 'laks'\nprecision = 0.9\n";
        let definitions = Definitions::parse(text).unwrap();
        let again = Definitions::parse(&definitions.to_toml().unwrap()).unwrap();
        assert_eq!(again, definitions);
        assert!(Definitions::new(Vec::new()).is_err());
    }
}
