//! What is seen in a text.

use notis_names::{EntityType, Kind, Marked};
use notis_text::{BlockKind, Language, Span};
use serde::{Serialize, Serializer};

use super::classification::code;
use super::{Name, Place, escaped};
use crate::Error;

/// What is seen in a text: a line of `notis analyze --format jsonl`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Analysis<'a> {
    /// The article.
    pub id: &'a str,
    /// The written form.
    #[serde(serialize_with = "code")]
    pub lang: Language,
    /// Its typed blocks, in order.
    pub blocks: Vec<TypedBlock>,
    /// Its sentences, in order.
    pub sentences: Vec<SentenceSpan>,
    /// Its words, in order.
    pub tokens: Vec<TokenSpan<'a>>,
    /// Every mention of every name: those in a title beside the text first, then in the order of the text.
    pub names: Vec<Mention>,
    /// What the model of names marked, where kinds are asked for: in its own bounds, and words derived from names, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entities: Option<Vec<EntitySpan>>,
    /// The names with the number of their mentions and their kinds, the most mentioned first.
    #[serde(skip)]
    pub(super) by_mentions: Vec<(String, usize, Option<Kind>)>,
}

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TypedBlock {
    /// What it is.
    #[serde(serialize_with = "kind")]
    pub kind: BlockKind,
    /// Where it is.
    #[serde(flatten)]
    pub span: Span,
}

fn kind<S: Serializer>(kind: &BlockKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.as_str())
}

/// A sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "SentenceFields")]
#[non_exhaustive]
pub struct SentenceSpan {
    /// Where it is.
    pub span: Span,
    /// The index of its block.
    pub block: usize,
}

/// A sentence as it is written; see [`TokenFields`].
#[derive(Serialize)]
struct SentenceFields {
    start: usize,
    end: usize,
    block: usize,
}

impl From<SentenceSpan> for SentenceFields {
    fn from(SentenceSpan { span, block }: SentenceSpan) -> Self {
        let Span { start, end } = span;
        SentenceFields { start, end, block }
    }
}

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "TokenFields<'a>")]
#[non_exhaustive]
pub struct TokenSpan<'a> {
    /// Where it is.
    pub span: Span,
    /// Its stem, which unites the written forms.
    pub stem: &'a str,
}

/// A word as it is written. Words are most of what `analyze` writes, sentences most of the rest, and `#[serde(flatten)]` would
/// write each by way of a map.
#[derive(Serialize)]
struct TokenFields<'a> {
    start: usize,
    end: usize,
    stem: &'a str,
}

impl TokenSpan<'_> {
    /// Appends it as JSON that opens with `head`.
    fn append_to(&self, line: &mut Vec<u8>, head: &str) -> Result<(), Error> {
        append(line, head, &self.span.start)?;
        append(line, ",\"end\":", &self.span.end)?;
        let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if self.stem.bytes().all(is_plain) {
            line.extend_from_slice(b",\"stem\":\"");
            line.extend_from_slice(self.stem.as_bytes());
            line.push(b'"');
        } else {
            append(line, ",\"stem\":", self.stem)?;
        }
        line.push(b'}');
        Ok(())
    }
}

impl<'a> From<TokenSpan<'a>> for TokenFields<'a> {
    fn from(TokenSpan { span, stem }: TokenSpan<'a>) -> Self {
        let Span { start, end } = span;
        TokenFields { start, end, stem }
    }
}

/// A mention of a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Mention {
    /// The name in full.
    pub name: String,
    /// Where it is mentioned.
    #[serde(flatten)]
    pub span: Span,
    /// `title` where that is a title beside the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
    /// What kind of thing it names, where that is asked for; all mentions of a name have the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// The type in NorNE: `PER`, `ORG`, `LOC`, `GPE_LOC` …
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub entity: Option<EntityType>,
    /// What the name goes by in Wikidata, where kinds are asked for and a gazetteer tells it: `Q585`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<String>,
}

/// A stretch that the model of names marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EntitySpan {
    /// What kind of thing it names.
    pub kind: Kind,
    /// The type in NorNE.
    #[serde(rename = "type")]
    pub entity: EntityType,
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
}

impl From<Marked> for EntitySpan {
    fn from(marked: Marked) -> Self {
        EntitySpan {
            kind: marked.entity.kind(),
            entity: marked.entity,
            place: Place {
                start: marked.span.start,
                end: marked.span.end,
                field: marked.in_title.then_some("title"),
            },
        }
    }
}

impl<'a> Analysis<'a> {
    pub(crate) fn new(
        id: &'a str,
        analysis: &'a notis_text::Analysis<'_>,
        names: Vec<Name>,
        entities: Option<Vec<EntitySpan>>,
    ) -> Self {
        let block = |block: &notis_text::Block| TypedBlock {
            kind: block.kind,
            span: block.span,
        };
        let sentence = |sentence: &notis_text::Sentence| SentenceSpan {
            span: sentence.span,
            block: sentence.block,
        };
        Analysis {
            id,
            lang: analysis.language,
            blocks: analysis.blocks.iter().map(block).collect(),
            sentences: analysis.sentences.iter().map(sentence).collect(),
            tokens: tokens(analysis).collect(),
            names: mentions(&names),
            entities,
            by_mentions: names
                .into_iter()
                .map(|name| (name.name, name.places.len(), name.kind))
                .collect(),
        }
    }

    /// The [`json_line`](super::json_line) of it, its words written by hand: they are nearly all of the line, and this way
    /// `analyze` takes a fifth fewer instructions (400 reviews, 2026-11-28).
    pub(crate) fn json_line(&self) -> Result<Vec<u8>, Error> {
        /// Bytes of a word as it is written.
        const WORD: usize = 48;
        let mut line = Vec::with_capacity(1024 + WORD * self.tokens.len());
        append(&mut line, "{\"id\":", &self.id)?;
        append(&mut line, ",\"lang\":", &self.lang.code())?;
        append(&mut line, ",\"blocks\":", &self.blocks)?;
        append(&mut line, ",\"sentences\":", &self.sentences)?;
        line.extend_from_slice(b",\"tokens\":[");
        for (index, token) in self.tokens.iter().enumerate() {
            token.append_to(&mut line, if index == 0 { "{\"start\":" } else { ",{\"start\":" })?;
        }
        append(&mut line, "],\"names\":", &self.names)?;
        if let Some(entities) = &self.entities {
            append(&mut line, ",\"entities\":", entities)?;
        }
        line.extend_from_slice(b"}\n");
        Ok(escaped(line))
    }

    /// The names with the number of their mentions, the most mentioned first, and their kinds as far as these are asked for.
    pub fn names_with_kinds(&self) -> impl Iterator<Item = (&str, usize, Option<Kind>)> {
        let names = self.by_mentions.iter();
        names.map(|(name, mentions, kind)| (name.as_str(), *mentions, *kind))
    }
}

/// Appends the JSON of `value` behind what stands in front of it.
#[inline]
fn append(line: &mut Vec<u8>, head: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
    line.extend_from_slice(head.as_bytes());
    serde_json::to_writer(line, value).map_err(Error::output)
}

/// The words of a text, in order.
pub(crate) fn tokens<'a>(analysis: &'a notis_text::Analysis<'_>) -> impl Iterator<Item = TokenSpan<'a>> {
    let numbered = analysis.tokens.iter().enumerate();
    numbered.map(|(index, token)| TokenSpan {
        span: token.span,
        stem: analysis.stem(index),
    })
}

fn mentions(names: &[Name]) -> Vec<Mention> {
    let of_name = |name: &Name| {
        let of_place = |place: &super::Place| Mention {
            name: name.name.clone(),
            span: Span::new(place.start, place.end),
            field: place.field,
            kind: name.kind,
            entity: name.entity,
            wikidata: name.wikidata.clone(),
        };
        name.places.iter().map(of_place).collect::<Vec<_>>()
    };
    let mut mentions: Vec<_> = names.iter().flat_map(of_name).collect();
    mentions.sort_by_key(|mention| (mention.field.is_none(), mention.span));
    mentions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::json_line;

    #[test]
    fn a_line_written_by_hand_is_the_one_that_serde_writes() {
        let text = "Per «Pelle» Vik bor i Bø\u{9b}.\n\nE-post\u{7f}: a\"b\\c. Hun sa: \"Ja\u{1b}\" 3 ganger.";
        for text in [text, ""] {
            let analysis = notis_text::analyze(text, Some("Vik"));
            let names: Vec<Name> = notis_text::names(&analysis).into_iter().map(Name::from).collect();
            for entities in [None, Some(Vec::new())] {
                let mut line = Analysis::new("a\"1", &analysis, names.clone(), entities);
                assert_eq!(line.json_line().unwrap(), json_line(&line).unwrap());
                line.tokens
                    .iter_mut()
                    .for_each(|token| token.stem = "a\"\\\u{1}\u{9b}");
                assert_eq!(line.json_line().unwrap(), json_line(&line).unwrap());
            }
        }
    }
}
