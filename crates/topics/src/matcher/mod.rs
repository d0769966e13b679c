//! Where an article names which topic.

mod folded;
mod lines;
mod openings;
mod places;
mod trie;
mod within;

use notis_text::{Analysis, Span, Token, TokenKind, TypeId};
use serde::{Deserialize, Serialize};

pub(crate) use self::folded::is_gap;

use self::folded::Folded;
use self::lines::Lines;
use self::openings::{Letters, Opening, Openings, Opens};
use self::places::is_place;
use self::trie::{Node, ROOT, Trie};
use self::within::Within;
use crate::definitions::Reach;
use crate::salience::Kind;
use crate::{Pattern, Topic};

/// What a word or phrase says of its topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Names it.
    Alias,
    /// Alludes to it.
    Related,
    /// Shows that an ambiguous short form may mean it.
    Context,
    /// Looks like it and is not.
    Exclude,
    /// Editor's rule: has it.
    Always,
    /// Editor's rule: has it not.
    Never,
}

/// One place where an article names a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of the topic.
    pub topic: usize,
    /// What the words say of it.
    pub role: Role,
    /// Where they stand: in the title where `in_title`, else in the text. A hyphenated word is covered as far as the
    /// pattern reaches, other endings wholly.
    pub span: Span,
    /// Whether they stand in a title that is kept beside the text.
    pub in_title: bool,
    /// Number of the pattern: two mentions by one word share it.
    pub pattern: u32,
}

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

#[derive(Clone, Debug)]
struct Entry {
    topic: usize,
    role: Role,
    pattern: Pattern,
    reach: Reach,
    /// Passes over names of places: an ordinary word with any ending.
    ordinary: bool,
    /// The letters with their case, gaps left out; empty where any case will do.
    cased: String,
    /// A short form that needs a context and is worth nothing in a line of capitals.
    ambiguous: bool,
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

    /// How a topic is told.
    pub fn kind(&self, topic: usize) -> Kind {
        self.kinds[topic]
    }

    /// Every mention in `article`, by topic, and inside a topic the title's first, then in text order. Mentions of a
    /// topic do not overlap: the longest counts, and what a look-alike covers does not.
    pub fn mentions(&self, article: &Analysis<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        if self.entries.is_empty() {
            return found;
        }
        let opens = self.openings.of(&article.types, |word| self.opens(word));
        if !self.within.is_empty() {
            self.look_within(article, &mut found);
        }
        if let Some(title) = article.title {
            let words = article.title_tokens.iter().zip(&article.title_types);
            self.scan(title, words, true, &opens, &mut found);
        }
        let words = article.tokens.iter().zip(&article.token_types);
        self.scan(article.text, words, false, &opens, &mut found);
        self.settle(found)
    }

    /// Looks for the patterns that stand within words.
    fn look_within(&self, article: &Analysis<'_>, found: &mut Vec<Mention>) {
        let of_type = self.within.of(&article.types);
        let title = article.title.into_iter().flat_map(|title| {
            let words = article.title_tokens.iter().zip(&article.title_types);
            words.map(move |(token, word)| (title, token, word, true))
        });
        let words = article.tokens.iter().zip(&article.token_types);
        let text = words.map(|(token, word)| (article.text, token, word, false));
        for (text, token, &word, in_title) in title.chain(text) {
            for &number in &of_type[word as usize] {
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
        text: &str,
        words: impl Iterator<Item = (&'t Token, &'t TypeId)>,
        in_title: bool,
        opens: &[Opening],
        found: &mut Vec<Mention>,
    ) {
        let mut lines = Lines::new(text);
        let goes_on = |&next: &u8| next.is_ascii_alphanumeric() || !next.is_ascii();
        for (token, &word) in words.filter(|(token, _)| token.kind != TokenKind::Address) {
            let Opening { opens, bytes } = opens[word as usize];
            // What folding takes away from a word, hyphens at the end of a line among it, makes it shorter.
            let is_whole = bytes == token.span.len();
            let rest = &text.as_bytes()[token.span.end..];
            let is_silent = match opens {
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

    /// Drops what look-alikes cover, what lies inside a longer mention, and short forms without their context.
    fn settle(&self, mut found: Vec<Mention>) -> Vec<Mention> {
        let order = |m: &Mention| {
            (
                m.topic,
                !m.in_title,
                m.span.start,
                usize::MAX - m.span.end,
                m.role,
            )
        };
        found.sort_by_key(order);
        let mut kept: Vec<Mention> = Vec::with_capacity(found.len());
        for of_topic in found.chunk_by(|a, b| a.topic == b.topic) {
            let begin = kept.len();
            let look_alikes = look_alikes(of_topic);
            let has_context = of_topic.iter().any(|m| m.role == Role::Context);
            let dropped = |m: &Mention| !has_context && self.entries[m.pattern as usize].ambiguous;
            for mention in of_topic.iter().filter(|m| counts(m.role) && !dropped(m)) {
                let inside = kept[begin..].last().is_some_and(|k| covers(k, mention));
                if !inside && !is_covered_by(mention, &look_alikes) {
                    kept.push(*mention);
                }
            }
        }
        kept
    }
}

/// The look-alikes among one topic's mentions, without those that overlap an earlier one.
fn look_alikes(of_topic: &[Mention]) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::new();
    for mention in of_topic.iter().filter(|m| m.role == Role::Exclude) {
        if !kept.last().is_some_and(|k| overlap(k, mention)) {
            kept.push(*mention);
        }
    }
    kept
}

fn is_covered_by(mention: &Mention, look_alikes: &[Mention]) -> bool {
    let before = |e: &Mention| (!e.in_title, e.span.end) <= (!mention.in_title, mention.span.start);
    let next = look_alikes.get(look_alikes.partition_point(before));
    next.is_some_and(|e| overlap(e, mention))
}

/// Whether mentions with this role are told to the caller.
fn counts(role: Role) -> bool {
    !matches!(role, Role::Context | Role::Exclude)
}

fn overlap(a: &Mention, b: &Mention) -> bool {
    a.in_title == b.in_title && a.span.start < b.span.end && b.span.start < a.span.end
}

/// Whether `kept` makes `mention` needless: both tell the same thing of overlapping words.
fn covers(kept: &Mention, mention: &Mention) -> bool {
    let rule = |m: &Mention| matches!(m.role, Role::Always | Role::Never);
    overlap(kept, mention) && rule(kept) == rule(mention)
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

/// Whether a word has nothing but letters and digits of ASCII and Latin-1, as most do: then it is a single part.
fn is_one_part(word: &str) -> bool {
    word.bytes()
        .fold(true, |all, byte| all & IN_ONE_PART[usize::from(byte)])
}

/// The bytes of such words. What follows the byte C3 in UTF-8 are letters, but for two signs of arithmetic.
const IN_ONE_PART: [bool; 256] = {
    let mut inside = [false; 256];
    let mut byte = 0;
    while byte < inside.len() {
        inside[byte] = match byte as u8 {
            0x97 | 0xB7 => false,
            0x80..=0xBF | 0xC3 => true,
            byte => byte.is_ascii_alphanumeric(),
        };
        byte += 1;
    }
    inside
};

/// Where the next part of a hyphenated word begins, after the byte `at`.
fn part_after(word: &str, at: usize) -> Option<usize> {
    let hyphen = at + word[at..].find(is_gap)?;
    let part = hyphen + word[hyphen..].find(char::is_alphanumeric)?;
    Some(part)
}

impl Entry {
    fn new(topic: usize, role: Role, pattern: &Pattern, needs_context: bool) -> Self {
        let words = pattern.words();
        let short = words.chars().count() <= 3;
        let cased = words.chars().filter(|&c| !is_gap(c));
        let reach = pattern.reach();
        let names = matches!(role, Role::Alias | Role::Related);
        Entry {
            topic,
            role,
            reach,
            ordinary: names && reach == Reach::Beginning && words.starts_with(char::is_lowercase),
            cased: if pattern.keeps_case() {
                cased.collect()
            } else {
                String::new()
            },
            ambiguous: needs_context && short && pattern.is_acronym(),
            pattern: pattern.clone(),
        }
    }

    fn letters(&self) -> Vec<char> {
        Folded::new(self.pattern.words(), 0).map(|s| s.letter).collect()
    }

    /// Whether it is found elsewhere than at the beginning of a word.
    fn is_within(&self) -> bool {
        matches!(self.reach, Reach::End | Reach::Part)
    }

    fn mention(&self, number: u32, span: Span, in_title: bool) -> Mention {
        Mention {
            topic: self.topic,
            role: self.role,
            span,
            in_title,
            pattern: number,
        }
    }

    /// Whether a word that it was found within has the letters as they are written, where their case counts.
    fn has_case_of(&self, word: &str) -> bool {
        self.cased.is_empty() || word.contains(&self.cased)
    }

    /// The end of the match whose pattern letters cover `start..end`; `None` where the word goes on, or the case is
    /// another.
    fn end_of_match(&self, text: &str, start: usize, end: usize, lines: &mut Lines<'_>) -> Option<usize> {
        if !self.cased.is_empty() {
            let letters = text[start..end].chars().filter(|&c| !is_gap(c));
            if !letters.eq(self.cased.chars()) || (self.ambiguous && lines.are_capitals_beside(start, end)) {
                return None;
            }
        }
        let rest = &text[end..];
        let length = word_length(rest);
        match self.reach {
            Reach::Beginning => {
                let is_name = self.ordinary && length > 0 && is_place(text, start, end, end + length);
                (!is_name).then_some(end + length)
            }
            Reach::Alone => (length == 0 && stands_alone(text, start, end)).then_some(end),
            _ => self.has_genitive(rest, length).then_some(end + length),
        }
    }

    /// Whether nothing of the word is left, or its genitive -s.
    fn has_genitive(&self, rest: &str, length: usize) -> bool {
        let is_genitive = rest.starts_with('s') || (self.cased.is_empty() && rest.starts_with('S'));
        length == 0 || (length == 1 && is_genitive)
    }
}

/// Whether `start..end` is no part of a hyphenated word.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let hyphen = |c: char| is_gap(c) && !c.is_whitespace();
    let goes_on = |mut letters: &mut dyn Iterator<Item = char>| {
        letters.next().is_some_and(hyphen) && (&mut letters).next().is_some_and(char::is_alphanumeric)
    };
    !goes_on(&mut text[end..].chars()) && !goes_on(&mut text[..start].chars().rev())
}

/// Bytes of `text` up to the first character that is no part of a word.
fn word_length(text: &str) -> usize {
    let part_of_word = |c: char| c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c);
    text.find(|c| !part_of_word(c)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
