//! Topics by what they are called and what is said of them, where no other word of them counts.

use notis_text::{fold, is_stop_word};

use super::{Definitions, Pattern, Topic};

/// A word of at least so many letters is found with any ending.
const STEM: usize = 4;
/// A shorter word of a description tells nothing.
const SHORTEST: usize = 3;

impl Definitions {
    /// The same topics with no other words than those of their names, which name them, and of their descriptions, which
    /// allude to them.
    ///
    /// ```
    /// use notis_topics::Definitions;
    ///
    /// let definitions = Definitions::parse(
    ///     "[[topic]]\nid = 'laks'\nnames.nb = 'Laks og ørret'\ndescription = 'oppdrett av fisk'\naliases = ['merd*']",
    /// )?;
    /// let told = Definitions::told(definitions.topics());
    /// let written = |words: &[notis_topics::Pattern]| words.iter().map(|w| w.to_string()).collect::<Vec<_>>();
    /// assert_eq!(written(&told.topics()[0].aliases), ["Laks*", "ørret*"]);
    /// assert_eq!(written(&told.topics()[0].related), ["oppdrett*", "fisk*"]);
    /// # Ok::<(), notis_topics::DefinitionsError>(())
    /// ```
    pub fn told(topics: &[Topic]) -> Self {
        Definitions::of(topics.iter().map(told).collect())
    }
}

fn told(topic: &Topic) -> Topic {
    let names = names(topic);
    let description = topic.description.as_deref().unwrap_or_default();
    let related = words(description).filter(|word| !names.contains(word));
    Topic {
        id: topic.id.clone(),
        aliases: patterns(names.iter().copied()),
        related: patterns(related),
        ..Topic::default()
    }
}

/// What a topic is called: «Den islamske staten (IS)» is two names, «Israel og Palestina» too.
fn names(topic: &Topic) -> Vec<&str> {
    let written = [&topic.names.nb, &topic.names.nn].into_iter().flatten();
    let mut names: Vec<&str> = Vec::new();
    for part in written.flat_map(|name| name.split(['(', ')', ','])) {
        for name in part.split(" og ").map(str::trim) {
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

/// The words of a description that say something.
fn words(description: &str) -> impl Iterator<Item = &str> {
    let words = description.split(|c: char| !c.is_alphanumeric() && c != '-');
    words.filter(|word| {
        let mut folded = String::new();
        fold(word, &mut folded);
        word.chars().count() >= SHORTEST && !is_stop_word(&folded)
    })
}

/// Each with any ending, but for what is short or an acronym.
fn patterns<'a>(words: impl Iterator<Item = &'a str>) -> Vec<Pattern> {
    let pattern = |word: &str| {
        let is_bare = word.chars().count() < STEM || word.chars().all(|c| !c.is_lowercase());
        let ending = if is_bare { "" } else { "*" };
        format!("{word}{ending}").parse::<Pattern>().ok()
    };
    let mut patterns: Vec<Pattern> = Vec::new();
    for pattern in words.filter_map(pattern) {
        if !patterns.contains(&pattern) {
            patterns.push(pattern);
        }
    }
    patterns
}
