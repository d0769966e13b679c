//! The topics found as definitions that an editor goes on with: `topics.toml`.

use std::fmt::Write;

use notis_discover::{Lexicon, TopicWord};
use notis_topics::Pattern;

use crate::output::DiscoveredTopic;
use crate::print::escape::visible;

/// What stands at the head of the file.
const HEAD: &str = "\
# Topics found in articles that nobody labelled (notis discover). Edit what you like:
#
#   rename    change `names`; `id` too, if `was` names the old one, so that labels.tsv still fits
#   merge     keep one topic, add the ids of the others to its `was` and their words to its own, and delete them
#   delete    a topic that is none: its articles are then about none of the topics
#
# `aliases` are words that stand in this topic more than in all others together; `related` words allude to it.
# Then: notis train FOLDER --topics topics.toml -o my.notis, or at once notis classify INPUT --topics topics.toml.
";

/// The share of the articles that hold a word which must be of the topic, for the word to name it.
const NAMES_IT: f32 = 0.5;
/// The fewest letters of a word that any ending is put to, and the share of a form's letters that they must be:
/// «Arbeiderpartiet» and «Arbeidarpartiet» have «Arbeid» in common, which says something else.
const STEM: usize = 5;
const MOST_OF: f32 = 0.65;
/// Forms of a word that are written out, and how often each is met beside the most frequent one.
const FORMS: usize = 4;
const RARE: u32 = 20;

/// The words of one topic, as patterns.
pub(crate) struct Words {
    pub(crate) aliases: Vec<String>,
    pub(crate) related: Vec<String>,
}

impl Words {
    /// The patterns of a topic's words. `precision` tells the share of a word's articles that are of the topic.
    pub(crate) fn of(
        lexicon: &Lexicon,
        words: &[TopicWord],
        names: &[String],
        precision: impl Fn(u32) -> f32,
    ) -> Self {
        let mut of_topic = Words {
            aliases: Vec::new(),
            related: Vec::new(),
        };
        for word in words {
            let list = if precision(word.term) >= NAMES_IT {
                &mut of_topic.aliases
            } else {
                &mut of_topic.related
            };
            patterns(lexicon, word.term)
                .into_iter()
                .for_each(|pattern| add(list, pattern));
        }
        names
            .iter()
            .for_each(|name| add(&mut of_topic.related, name.clone()));
        if of_topic.aliases.is_empty() {
            let first = words
                .first()
                .map(|word| patterns(lexicon, word.term))
                .unwrap_or_default();
            of_topic.related.retain(|pattern| !first.contains(pattern));
            of_topic.aliases = first;
        }
        of_topic
    }
}

/// Adds a pattern that the list has not: case does not count, but in short forms in capitals.
fn add(list: &mut Vec<String>, pattern: String) {
    let is_known = list
        .iter()
        .any(|known| known.to_lowercase() == pattern.to_lowercase());
    if is_pattern(&pattern) && !is_known {
        list.push(pattern);
    }
}

/// Patterns that find a word: what its forms have in common with any ending, where that is enough to tell it, otherwise
/// its forms.
fn patterns(lexicon: &Lexicon, term: u32) -> Vec<String> {
    let forms = lexicon.forms(term);
    let most = forms.first().map_or(0, |form| form.1);
    let common = forms
        .iter()
        .take_while(|(_, count)| count * RARE >= most)
        .map(|(form, _)| *form);
    let mut patterns: Vec<String> = Vec::new();
    for form in common.take(2 * FORMS) {
        let beginning = patterns.iter().enumerate().find_map(|(at, pattern)| {
            let shared = shared(pattern.trim_end_matches('*'), form);
            is_stem_of(shared, form, pattern).then(|| (at, format!("{shared}*")))
        });
        match beginning {
            Some((at, wider)) => patterns[at] = wider,
            None if patterns.len() < FORMS => patterns.push(form.to_owned()),
            None => {}
        }
    }
    patterns.retain(|pattern| is_pattern(pattern));
    patterns
}

/// Whether what two forms share is enough to tell the word.
fn is_stem_of(shared: &str, form: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().count();
    let longest = letters(form).max(letters(other)) as f32;
    letters(shared) >= STEM && letters(shared) as f32 >= MOST_OF * longest
}

/// What two forms have in common at their beginning.
fn shared<'a>(a: &'a str, b: &str) -> &'a str {
    let same = a.char_indices().zip(b.chars()).take_while(|((_, x), y)| x == y);
    let end = same.last().map_or(0, |((at, letter), _)| at + letter.len_utf8());
    &a[..end]
}

fn is_pattern(written: &str) -> bool {
    Pattern::try_from(written.to_owned()).is_ok()
}

/// The whole file.
pub(crate) fn toml(topics: &[(&DiscoveredTopic, &Words)]) -> String {
    let mut text = HEAD.to_owned();
    for (topic, words) in topics {
        write_topic(&mut text, topic, words);
    }
    text
}

fn write_topic(text: &mut String, topic: &DiscoveredTopic, words: &Words) {
    let quoted = |item: &str| toml::Value::from(visible(item).as_ref()).to_string();
    let list = |items: &[String]| {
        items
            .iter()
            .map(|item| quoted(item))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let _ = writeln!(text, "\n# {} articles. Typical:", topic.articles);
    for article in &topic.typical {
        let _ = writeln!(text, "#   {} ({})", visible(&article.title), visible(&article.id));
    }
    let _ = writeln!(text, "[[topic]]\nid = {}", quoted(&topic.id));
    let _ = writeln!(
        text,
        "names = {{ nb = {}, nn = {} }}",
        quoted(&topic.name),
        quoted(&topic.name_nn)
    );
    if let Some(parent) = &topic.parent {
        let _ = writeln!(text, "parent = {}", quoted(parent));
    }
    if words.aliases.is_empty() && words.related.is_empty() {
        // Nothing tells it but its articles; a definition must say something.
        let _ = writeln!(text, "description = {}", quoted(&topic.name));
    }
    let _ = writeln!(text, "aliases = [{}]", list(&words.aliases));
    if !words.related.is_empty() {
        let _ = writeln!(text, "related = [{}]", list(&words.related));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_discover::{Bags, Term};

    #[test]
    fn forms_that_begin_alike_are_one_pattern_and_the_other_written_form_another() {
        let mut bags = Bags::default();
        let term = |form, nynorsk, count| Term {
            key: "skol",
            form,
            nynorsk,
            is_sure: true,
            count,
        };
        bags.add([
            term("skolene", false, 9),
            term("skolen", false, 5),
            term("skulane", true, 5),
        ]);
        assert_eq!(patterns(bags.lexicon(), 0), ["skolen*", "skulane"]);
    }

    #[test]
    fn what_is_no_pattern_is_left_out() {
        let mut list = Vec::new();
        ["*", "", "laks*", "laks*"]
            .iter()
            .for_each(|p| add(&mut list, (*p).to_owned()));
        assert_eq!(list, ["laks*"]);
    }
}
