//! The names of an article and what kinds they are of.

use std::ops::Range;

use notis_text::{Analysis, Mention, Name, Span, Token};

use crate::label::{EntityCounts, begins, commonest, goes_on};
use crate::words::Word;
use crate::{EntityType, Kind, NameModel};

/// A stretch of an article that the model marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Where it is, in the text or in the separate title.
    pub span: Span,
    /// Whether the span points into the separate title.
    pub in_title: bool,
    /// What it names.
    pub entity: EntityType,
}

/// What is known of the kind of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// Its kind, the same for all its mentions.
    pub kind: Kind,
    /// Its type, the commonest of that kind.
    pub entity: EntityType,
}

/// What a model says of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// What it marked: in the title first, then in the text, in order.
    pub marked: Vec<Marked>,
    /// The kind of each of the names that it was asked for.
    pub known: Vec<KnownName>,
}

/// A sentence of an article in words as gold has them: marks are words, and an abbreviation has its full stop.
pub struct ArticleSentence<'a> {
    text: &'a str,
    words: Vec<Span>,
    in_title: bool,
}

/// The sentences of an article that may name something, those of its separate title first.
pub fn sentences<'a>(analysis: &'a Analysis<'a>) -> impl Iterator<Item = ArticleSentence<'a>> {
    let title = analysis.title.map(|title| {
        let whole = Span::new(0, title.len());
        ArticleSentence {
            text: title,
            words: words(title, whole, &analysis.title_tokens),
            in_title: true,
        }
    });
    let named = analysis
        .sentences
        .iter()
        .filter(|sentence| analysis.kind_of(sentence).purpose().may_name);
    let text = named.map(|sentence| ArticleSentence {
        text: analysis.text,
        words: words(analysis.text, sentence.span, analysis.tokens_in(sentence.span)),
        in_title: false,
    });
    title.into_iter().chain(text)
}

/// The words of a sentence and the marks between them.
fn words(text: &str, sentence: Span, tokens: &[Token]) -> Vec<Span> {
    let mut words = Vec::with_capacity(tokens.len() * 2);
    let mut at = sentence.start;
    for (index, token) in tokens.iter().enumerate() {
        marks(text, at..token.span.start, &mut words);
        let is_last = index + 1 == tokens.len();
        let has_stop = !is_last && text[token.span.end..].starts_with('.');
        at = token.span.end + usize::from(has_stop);
        words.push(Span::new(token.span.start, at));
    }
    marks(text, at..sentence.end, &mut words);
    words
}

/// The marks in a gap, a run of one mark as one word: «…», «...», «(».
fn marks(text: &str, gap: Range<usize>, words: &mut Vec<Span>) {
    let mut last = None;
    for (at, mark) in text[gap.clone()].char_indices() {
        let (start, end) = (gap.start + at, gap.start + at + mark.len_utf8());
        let goes_on = last.replace(mark) == Some(mark);
        match words.last_mut() {
            _ if mark.is_whitespace() => {}
            Some(word) if goes_on => word.end = end,
            _ => words.push(Span::new(start, end)),
        }
    }
}

impl<'a> ArticleSentence<'a> {
    /// Its words and marks.
    pub fn words(&self) -> Vec<&'a str> {
        self.words.iter().map(|span| span.of(self.text)).collect()
    }

    /// What the model marks in it.
    pub fn entities(&self, model: &NameModel) -> Vec<Marked> {
        let found = model.entities(&self.words()).into_iter();
        found
            .map(|found| Marked {
                span: Span::new(
                    self.words[found.words.start].start,
                    self.words[found.words.end - 1].end,
                ),
                in_title: self.in_title,
                entity: found.entity,
            })
            .collect()
    }

    /// The words that a mention stands in; none where it is of another sentence.
    fn words_of(&self, mention: &Mention) -> Range<usize> {
        if mention.in_title != self.in_title {
            return 0..0;
        }
        let from = self.words.partition_point(|word| word.end <= mention.span.start);
        let to = self.words.partition_point(|word| word.start < mention.span.end);
        from..to.max(from)
    }

    /// What a mention most likely names, by the words it stands in and those around it, where it is taken for a name.
    fn likeliest(&self, mention: &Mention, words: &Range<usize>, model: &NameModel) -> EntityType {
        let mut sentence = model.sentence(&self.words());
        if words.len() == 1 && mention.span != self.words[words.start] {
            let alone = Word::of(mention.span.of(self.text), model.clusters(), &mut String::new());
            sentence.replace(words.start, alone);
        }
        let mut keys = Vec::new();
        let scores: Vec<_> = words
            .clone()
            .map(|word| model.scores(&sentence, word, &mut keys))
            .collect();
        let score = |entity: &EntityType| -> f32 {
            let rest = scores[1..].iter().map(|word| word[usize::from(goes_on(*entity))]);
            scores[0][usize::from(begins(*entity))] + rest.sum::<f32>()
        };
        let names = EntityType::ALL
            .into_iter()
            .filter(|entity| *entity != EntityType::Drv);
        names
            .max_by(|a, b| score(a).total_cmp(&score(b)))
            .unwrap_or(EntityType::Misc)
    }
}

impl NameModel {
    /// What the model says of an article, and of the names that [`notis_text::names`] found in it.
    ///
    /// A name has one kind: the one that most of its mentions have. Where none is marked, the likeliest of the first.
    pub fn read(&self, analysis: &Analysis<'_>, names: &[Name]) -> Names {
        let sentences: Vec<_> = sentences(analysis).collect();
        let marked: Vec<Marked> = sentences
            .iter()
            .flat_map(|sentence| sentence.entities(self))
            .collect();
        let known = names.iter().map(|name| {
            let votes = votes(name, &marked);
            let entity = elected(&votes)
                .or_else(|| self.likeliest(name, &sentences))
                .unwrap_or(EntityType::Misc);
            KnownName {
                kind: entity.kind(),
                entity,
            }
        });
        Names {
            known: known.collect(),
            marked,
        }
    }

    fn likeliest(&self, name: &Name, sentences: &[ArticleSentence<'_>]) -> Option<EntityType> {
        name.mentions.iter().find_map(|mention| {
            sentences.iter().find_map(|sentence| {
                let words = sentence.words_of(mention);
                (!words.is_empty()).then(|| sentence.likeliest(mention, &words, self))
            })
        })
    }
}

/// How often each type was marked where the name is mentioned. A word derived from it says nothing of what it names.
fn votes(name: &Name, marked: &[Marked]) -> EntityCounts {
    let mut votes = EntityCounts::default();
    for mention in &name.mentions {
        let from = marked.partition_point(|other| {
            (!other.in_title, other.span.end) <= (!mention.in_title, mention.span.start)
        });
        let there = marked[from..]
            .iter()
            .take_while(|other| other.in_title == mention.in_title && other.span.start < mention.span.end);
        let overlap =
            |other: &&Marked| other.span.end.min(mention.span.end) - other.span.start.max(mention.span.start);
        if let Some(most) = there
            .filter(|other| other.entity != EntityType::Drv)
            .max_by_key(overlap)
        {
            votes[most.entity as usize] += 1;
        }
    }
    votes
}

/// The commonest type of the commonest kind.
fn elected(votes: &EntityCounts) -> Option<EntityType> {
    let of_kind = |kind: Kind| -> EntityCounts {
        EntityType::ALL.map(|entity| {
            if entity.kind() == kind {
                votes[entity as usize]
            } else {
                0
            }
        })
    };
    let kinds = Kind::ALL.into_iter().rev().map(of_kind);
    commonest(&kinds.max_by_key(|own| own.iter().sum::<u32>())?)
}
