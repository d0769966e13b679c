//! An article as the desk has read it: topics and what carried them, the digest and where it stands, keywords.

use std::collections::BTreeMap;
use std::ops::Range;

use maud::{Markup, html};
use notis::output::{Evidence, EvidenceOrigin, Tag};
use notis::{Article, Budget, Classification, Desk, Digest, NameModel, Reason};

use super::marks::{Mark, marked, words};
use super::named;
use super::names::TopicNames;
use super::visitor::Visitor;
use super::words::{Words, decimal, fill};
use crate::api::answers;
use crate::problem::Problem;
use crate::store;

/// Topics whose words are told apart in the text.
const TOPICS: usize = 8;
/// Words of evidence that are listed of a topic.
const LISTED: usize = 6;
/// Words are set off that weigh at least this share of the heaviest of their topic, as in the command line.
const TELLING: f32 = 0.2;
/// Names that are listed.
const NAMES: usize = 12;

/// What the desk says of an article.
pub(super) struct Read {
    pub(super) article: Article,
    /// Its title, or how its text begins.
    pub(super) heading: String,
    pub(super) classification: Classification,
    pub(super) digest: Digest,
}

impl Read {
    /// What the desk says; the kinds of names where a model tells them.
    pub(super) fn new(desk: &Desk, article: Article, kinds: Option<NameModel>) -> Result<Self, Problem> {
        let reading = answers::read(desk, &article, kinds)?;
        let (classification, digest) = (reading.classification(true, false), reading.digest(Budget::Auto)?);
        Ok(Read {
            heading: store::heading(&reading),
            article,
            classification,
            digest,
        })
    }

    /// The words that carried the topics, in the text or in a title beside it.
    fn marks(&self, names: &TopicNames, origin: EvidenceOrigin, words: &Words) -> Vec<Mark> {
        let tags = (1..).zip(&self.classification.topics).take(TOPICS);
        let marks = tags.flat_map(|(number, tag)| {
            let told = telling(tag).filter(move |evidence| evidence.origin == origin);
            told.map(move |evidence| Mark {
                span: evidence.start..evidence.end,
                topic: number,
                told: format!("{} {}", names.name(&tag.topic), weight(evidence.weight, words)),
            })
        });
        marks.collect()
    }

    fn sentences(&self) -> Vec<Range<usize>> {
        let sentences = self.digest.sentences.iter();
        sentences.map(|sentence| sentence.start..sentence.end).collect()
    }
}

fn telling(tag: &Tag) -> impl Iterator<Item = &Evidence> {
    let evidence = tag.evidence.as_deref().unwrap_or_default();
    let heaviest = evidence
        .iter()
        .map(|evidence| evidence.weight)
        .fold(0.0, f32::max);
    let is_told = move |e: &&Evidence| e.end > e.start && e.weight > 0.0 && e.weight >= TELLING * heaviest;
    evidence.iter().filter(is_told)
}

/// The text beside what the desk says of it, and `form` beneath the topics.
pub(super) fn shown(read: &Read, names: &TopicNames, visitor: &Visitor, form: &Markup) -> Markup {
    let words = visitor.words();
    html! {
        div.reading {
            div.said-of {
                (topics(read, names, words))
                (form)
                (digest(&read.digest, words))
                (telling_words(read, visitor))
            }
            (text(read, names, words))
        }
    }
}

/// The text with its digest's sentences and the words of its topics set off.
pub(super) fn text(read: &Read, names: &TopicNames, words: &Words) -> Markup {
    let article = &read.article;
    let lang = match read.classification.lang.code() {
        code @ ("nb" | "nn" | "da" | "sv") => Some(code),
        _ => None,
    };
    html! {
        section.text aria-label=(words.text) lang=[lang] {
            div.running { (marked(&article.text, &read.sentences(), &read.marks(names, EvidenceOrigin::Text, words))) }
        }
    }
}

/// What the article goes by, the words of its topics set off where that is a title beside the text.
pub(super) fn heading(read: &Read, names: &TopicNames, words: &Words, otherwise: &str) -> Markup {
    match &read.article.title {
        Some(title) => self::words(
            title,
            0..title.len(),
            &read.marks(names, EvidenceOrigin::Title, words),
        ),
        None => html! { (otherwise) },
    }
}

fn topics(read: &Read, names: &TopicNames, words: &Words) -> Markup {
    let given = &read.classification;
    html! {
        section aria-labelledby="topics" {
            h2 id="topics" { (words.topics) }
            @match given.decision.reason() {
                Some(reason) => p.none { (words.no_topic) ". " (why(reason, words)) },
                None => ul.tags { @for (number, tag) in (1..).zip(&given.topics) { (tag_line(number, tag, names, words)) } },
            }
            @if let Some(nearest) = &given.nearest {
                p.faint { (fill(words.nearest, &[&names.name(&nearest.topic), &percent(nearest.probability), &percent(nearest.threshold)])) }
            }
            p.faint { (words.form) ": " (form(given.lang.code(), words)) }
        }
    }
}

fn tag_line(number: usize, tag: &Tag, names: &TopicNames, words: &Words) -> Markup {
    let class = if number <= TOPICS {
        format!("tag t{number}")
    } else {
        "tag".to_owned()
    };
    html! {
        li {
            span class=(class) { (names.name(&tag.topic)) }
            " " span.sure { (percent(tag.probability)) " " (words.sure) }
            @if let Some(code) = &tag.iptc { " " span.code { (code) } }
            p.evidence { span.hidden { (words.evidence) " " (names.name(&tag.topic)) ": " }
                @for (place, (word, weight)) in heaviest(tag).into_iter().enumerate() {
                    @if place > 0 { ", " }
                    (word) " " span.weight { (self::weight(weight, words)) }
                }
            }
        }
    }
}

/// Each word with the weight of all its places, the heaviest first.
pub(super) fn heaviest(tag: &Tag) -> Vec<(&str, f32)> {
    let mut sums: BTreeMap<&str, f32> = BTreeMap::new();
    for evidence in tag
        .evidence
        .iter()
        .flatten()
        .filter(|evidence| !evidence.text.is_empty())
    {
        *sums.entry(&evidence.text).or_default() += evidence.weight;
    }
    let mut words: Vec<_> = sums.into_iter().filter(|(_, weight)| *weight > 0.0).collect();
    words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    words.truncate(LISTED);
    words
}

fn digest(digest: &Digest, words: &Words) -> Markup {
    html! {
        @if !digest.sentences.is_empty() {
            section.digest aria-labelledby="digest" {
                h2 id="digest" { (words.digest) }
                p {
                    @for (number, sentence) in (1..).zip(&digest.sentences) {
                        a href={ "#s" (number) } title=[(!sentence.edits.is_empty()).then_some(words.edited)] { (sentence.text) } " "
                    }
                }
                p.faint { (words.digest_hint) }
            }
        }
    }
}

fn telling_words(read: &Read, visitor: &Visitor) -> Markup {
    let (digest, words) = (&read.digest, visitor.words());
    html! {
        @if !digest.keywords.is_empty() || !digest.names.is_empty() {
            section aria-label=(words.keywords) {
                dl.words {
                    @if !digest.keywords.is_empty() {
                        dt { (words.keywords) } dd { (digest.keywords.join(", ")) }
                    }
                    @if digest.name_kinds.is_none() && !digest.names.is_empty() {
                        dt { (words.names) } dd { (digest.names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ")) }
                    }
                    (named::of_article(digest, visitor.lang))
                }
            }
        }
    }
}

pub(super) fn why(reason: Reason, words: &Words) -> &'static str {
    match reason {
        Reason::TooShort => words.reason_too_short,
        Reason::NotNorwegian => words.reason_not_norwegian,
        Reason::Unfamiliar => words.reason_unfamiliar,
        Reason::BelowThreshold => words.reason_below,
    }
}

fn form(code: &str, words: &Words) -> &'static str {
    match code {
        "nb" => words.lang_nb,
        "nn" => words.lang_nn,
        "da" => words.lang_da,
        "sv" => words.lang_sv,
        "other" => words.lang_other,
        _ => words.lang_unknown,
    }
}

/// What a word weighs for or against a topic.
fn weight(weight: f32, words: &Words) -> String {
    decimal(format_args!("{weight:+.1}"), words)
}

/// A probability in whole percent, never more sure than it is.
pub(super) fn percent(probability: f32) -> String {
    format!("{} %", (probability * 100.0).floor())
}
