//! An article as a topic model reads it.

use notis_text::{Analysis, Span, Token, TypeId};

use crate::salience::{Features, Kind, Layout, features, features_without_each, volume};
use crate::{Matcher, Mention, Role};

/// An article with its layout and every mention of every topic.
pub(super) struct Reading<'a> {
    pub(super) article: &'a Analysis<'a>,
    matcher: &'a Matcher,
    layout: Layout<'a>,
    mentions: Vec<Mention>,
    /// Where the mentions of each topic begin, and where those of the last end.
    starts: Vec<usize>,
    volume: f64,
}

/// What an editor's rule says of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    Always,
    Never,
}

impl<'a> Reading<'a> {
    pub(super) fn new(article: &'a Analysis<'a>, matcher: &'a Matcher) -> Self {
        let mentions = matcher.mentions(article);
        Reading {
            layout: Layout::new(article),
            volume: volume(&mentions),
            starts: starts(&mentions, matcher.topics()),
            mentions,
            article,
            matcher,
        }
    }

    /// The mentions of one topic.
    pub(super) fn mentions(&self, topic: usize) -> &[Mention] {
        &self.mentions[self.starts[topic]..self.starts[topic + 1]]
    }

    /// Words of the article, its title included.
    pub(super) fn words(&self) -> usize {
        self.article.tokens.len() + self.article.title_tokens.len()
    }

    /// Whether the article names any topic.
    pub(super) fn names_a_topic(&self) -> bool {
        !self.mentions.is_empty()
    }

    /// The salience features of one topic's mentions; `None` without any.
    pub(super) fn features(&self, topic: usize) -> Option<Features> {
        let mentions = self.mentions(topic);
        (!mentions.is_empty()).then(|| features(&self.layout, mentions, self.others(topic)))
    }

    /// The same with each of the mentions left out in turn.
    pub(super) fn features_without_each(&self, topic: usize) -> Vec<Option<Features>> {
        match self.mentions(topic) {
            [] | [_] => vec![None; self.mentions(topic).len()],
            mentions => features_without_each(&self.layout, mentions, self.others(topic))
                .into_iter()
                .map(Some)
                .collect(),
        }
    }

    /// How often other topics are named. What else an article names does not make it less about a country; but the words
    /// of many fields side by side tell none.
    fn others(&self, topic: usize) -> f64 {
        match self.matcher.kind(topic) {
            Kind::Named => 0.0,
            Kind::Thematic => self.volume - volume(self.mentions(topic)),
        }
    }

    /// The editor's rule that the article falls under, with the words that make it so.
    pub(super) fn rule(&self, topic: usize) -> Option<(Rule, &Mention)> {
        let first = |role| self.mentions(topic).iter().find(|m| m.role == role);
        let never = first(Role::Never).map(|m| (Rule::Never, m));
        never.or_else(|| first(Role::Always).map(|m| (Rule::Always, m)))
    }

    /// The tokens of the separate title, or of the text.
    pub(super) fn tokens(&self, in_title: bool) -> &[Token] {
        if in_title {
            &self.article.title_tokens
        } else {
            &self.article.tokens
        }
    }

    /// The types of the words that a span of the separate title, or of the text, touches.
    pub(super) fn types(&self, in_title: bool, span: Span) -> &[TypeId] {
        let tokens = self.tokens(in_title);
        let from = tokens.partition_point(|t| t.span.end <= span.start);
        let to = tokens.partition_point(|t| t.span.start < span.end);
        let types = if in_title {
            &self.article.title_types
        } else {
            &self.article.token_types
        };
        &types[from..to.max(from)]
    }

    /// The words at a span of the separate title, or of the text.
    pub(super) fn slice(&self, in_title: bool, span: Span) -> &'a str {
        match self.article.title.filter(|_| in_title) {
            Some(title) => span.of(title),
            None => self.article.slice(span),
        }
    }
}

/// Where the mentions of each of so many topics begin, which are in the order of topics, and where they end.
fn starts(mentions: &[Mention], topics: usize) -> Vec<usize> {
    let mut starts = Vec::with_capacity(topics + 1);
    for (at, mention) in mentions.iter().enumerate() {
        while starts.len() <= mention.topic {
            starts.push(at);
        }
    }
    starts.resize(topics + 1, mentions.len());
    starts
}
