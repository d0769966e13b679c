//! Where an article names which topic.

mod entry;
mod folded;
mod lines;
mod mention;
mod openings;
mod parts;
mod places;
mod settle;
mod trie;
mod within;

use notis_text::{Analysis, Span, Token, TokenKind, TypeId, Types};

pub use self::mention::{Mention, Role};

use self::entry::Entry;
use self::folded::Folded;
use self::lines::Lines;
use self::openings::{Letters, Openings, Opens};
use self::parts::{is_one_part, part_after};
use self::settle::settle;
use self::trie::{Node, ROOT, Trie};
use self::within::Within;
use crate::salience::Kind;
use crate::{Pattern, Topic};

/// Finds the words of topic definitions in articles.
///
/// ```
/// use notis_topics::{Definitions, Matcher};
/// let definitions = Definitions::parse("[[topic]]\nid = 'syria'\naliases = ['Syria', 'syrisk*']")?;
/// let matcher = Matcher::new(definitions.topics());
/// let article = notis_text::analyze("Syria-samtalene i Genève fortsetter uten den syriske regjeringen.", None);
/// let mentions = matcher.mentions(&article);
/// let found: Vec<_> = mentions.iter().map(|m| article.slice(m.span)).collect();
/// assert_eq!(found, ["Syria", "syriske"]);
/// # Ok::<(), notis_topics::DefinitionsError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    trie: Trie,
    openings: Openings,
    within: Within,
    entries: Vec<Entry>,
    kinds: Vec<Kind>,
}

impl Matcher {
    /// A matcher of these topics; mentions name them by their place here.
    pub fn new(topics: &[Topic]) -> Self {
        let mut entries = Vec::new();
        for (topic, definition) in topics.iter().enumerate() {
            for (role, patterns) in roles(definition) {
                let ambiguous = role == Role::Alias && !definition.context.is_empty();
                entries.extend(patterns.iter().map(|p| Entry::new(topic, role, p, ambiguous)));
            }
        }
        let from_start = (0..).zip(&entries).filter(|(_, e)| !e.is_within());
        let words = from_start.map(|(i, e)| (e.letters(), i)).collect();
        Matcher {
            trie: Trie::new(words),
            within: Within::new(&entries),
            openings: Openings::new(),
            entries,
            kinds: topics.iter().map(Topic::kind).collect(),
        }
    }

    /// How many topics there are.
    pub fn topics(&self) -> usize {
        self.kinds.len()
    }

    /// How a topic is told.
    pub fn kind(&self, topic: usize) -> Kind {
        self.kinds[topic]
    }

    /// Every mention in `article`, by topic, and inside a topic the title's first, then in text order. Mentions of a
    /// topic do not overlap: the longest counts, and what a look-alike covers does not.
    pub fn mentions(&self, article: &Analysis<'_>) -> Vec<Mention> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        let mut found = self.mentions_in(&article.in_normal_form());
        for mention in &mut found {
            mention.span = article.span_of_normal(mention.span, mention.in_title);
        }
        found
    }

    /// The same in an article whose text is in its normal form.
    fn mentions_in(&self, article: &Analysis<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        let opens = self.openings.of(&article.types, |word| self.opens(word));
        if !self.within.is_empty() {
            self.look_within(article, &mut found);
        }
        if let Some(title) = article.title {
            let words = article.title_tokens.iter().zip(&article.title_types);
            self.scan((title, &article.types), words, true, &opens, &mut found);
        }
        let words = article.tokens.iter().zip(&article.token_types);
        self.scan((article.text, &article.types), words, false, &opens, &mut found);
        settle(found, |pattern| self.entries[pattern as usize].ambiguous)
    }

    /// Looks for the patterns that stand within words.
    fn look_within(&self, article: &Analysis<'_>, found: &mut Vec<Mention>) {
        let of_type = self.within.of(&article.types);
        if of_type.is_empty() {
            return;
        }
        let title = article.title.into_iter().flat_map(|title| {
            let words = article.title_tokens.iter().zip(&article.title_types);
            words.map(move |(token, word)| (title, token, word, true))
        });
        let words = article.tokens.iter().zip(&article.token_types);
        let text = words.map(|(token, word)| (article.text, token, word, false));
        for (text, token, &word, in_title) in title.chain(text) {
            let Ok(at) = of_type.binary_search_by_key(&word, |found| found.0) else {
                continue;
            };
            for &number in &of_type[at].1 {
                let entry = &self.entries[number as usize];
                if entry.has_case_of(token.span.of(text)) {
                    found.push(entry.mention(number, token.span, in_title));
                }
            }
        }
    }

    /// The pattern with this number.
    pub fn pattern(&self, number: u32) -> &Pattern {
        &self.entries[number as usize].pattern
    }

    /// What a folded word may open.
    fn opens(&self, word: &str) -> Opens {
        if !is_one_part(word) {
            return Opens::Pattern;
        }
        let mut node: Node = ROOT;
        for letter in word.chars() {
            let Some(next) = self.trie.step(node, letter) else {
                return Opens::Nothing;
            };
            if !self.trie.entries(next).is_empty() {
                return Opens::Pattern;
            }
            node = next;
        }
        self.opens_beyond(node)
    }

    /// What may open with a word that is itself the beginning of patterns, whose letters go on from `node`.
    fn opens_beyond(&self, node: Node) -> Opens {
        if self
            .trie
            .letters(node)
            .any(|letter| !letter.is_alphanumeric() && letter != ' ')
        {
            return Opens::Pattern;
        }
        match self.trie.step(node, ' ') {
            None => Opens::LongerWord,
            Some(gap) if self.trie.entries(gap).is_empty() => {
                Opens::Phrase(Letters::of(self.trie.letters(gap)))
            }
            Some(_) => Opens::Pattern,
        }
    }

    /// Looks for mentions at each word that may open one; `opens` tells that of each type.
    fn scan<'t>(
        &self,
        (text, types): (&str, &Types<'_>),
        words: impl Iterator<Item = (&'t Token, &'t TypeId)>,
        in_title: bool,
        opens: &[Opens],
        found: &mut Vec<Mention>,
    ) {
        let mut lines = Lines::new(text);
        let goes_on = |&next: &u8| next.is_ascii_alphanumeric() || !next.is_ascii();
        for (token, &word) in words.filter(|(token, _)| token.kind != TokenKind::Address) {
            // What folding takes away from a word, hyphens at the end of a line among it, makes it shorter.
            let is_whole = types.form_len(word) == token.span.len();
            let rest = &text.as_bytes()[token.span.end..];
            let is_silent = match opens[word as usize] {
                Opens::Nothing => is_whole,
                Opens::LongerWord => is_whole && !rest.first().is_some_and(goes_on),
                Opens::Phrase(letters) => is_whole && !letters.may_follow(rest),
                Opens::Pattern => false,
            };
            if is_silent {
                continue;
            }
            if is_one_part(token.span.of(text)) {
                self.matches_at(text, token.span.start, in_title, &mut lines, found);
            } else {
                self.scan_parts(text, token.span, in_title, &mut lines, found);
            }
        }
    }

    /// Looks for mentions at each part of a hyphenated word.
    fn scan_parts(
        &self,
        text: &str,
        span: Span,
        in_title: bool,
        lines: &mut Lines<'_>,
        found: &mut Vec<Mention>,
    ) {
        let word = span.of(text);
        let mut from = word.find(char::is_alphanumeric);
        while let Some(at) = from {
            self.matches_at(text, span.start + at, in_title, lines, found);
            from = part_after(word, at);
        }
    }

    /// Walks the trie from `start` and keeps every entry that ends on a word's end.
    fn matches_at(
        &self,
        text: &str,
        start: usize,
        in_title: bool,
        lines: &mut Lines<'_>,
        found: &mut Vec<Mention>,
    ) {
        let mut node: Node = ROOT;
        for step in Folded::new(text, start) {
            let Some(next) = self.trie.step(node, step.letter) else {
                return;
            };
            node = next;
            for &number in self.trie.entries(node) {
                let entry = &self.entries[number as usize];
                if let Some(end) = entry.end_of_match(text, start, step.end, lines) {
                    found.push(entry.mention(number, Span::new(start, end), in_title));
                }
            }
        }
    }
}

fn roles(topic: &Topic) -> [(Role, &[Pattern]); 6] {
    [
        (Role::Alias, &topic.aliases),
        (Role::Related, &topic.related),
        (Role::Context, &topic.context),
        (Role::Exclude, &topic.exclude),
        (Role::Always, &topic.always),
        (Role::Never, &topic.never),
    ]
}

#[cfg(test)]
mod tests;
