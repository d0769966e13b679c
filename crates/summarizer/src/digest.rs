//! The digest of one article.

use crate::space::collapse;
use crate::{Document, Keyword, keywords};
use notis_text::{Original, Span};

/// A digest: chosen sentences in the order of the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Digest {
    /// The method that made it, such as `notis` or `lead`.
    pub method: &'static str,
    /// The sentences, joined by a space.
    pub text: String,
    /// The sentences, in the order of the article.
    pub sentences: Vec<DigestSentence>,
    /// The words that tell what the article is about, best first.
    pub keywords: Vec<Keyword>,
    /// The end of the article that a generating model has not read, because it was too long for it.
    pub unread: Option<Span>,
}

/// How many keywords come with a digest.
const KEYWORDS: usize = 6;

impl Digest {
    /// A digest of `document` by these sentences.
    pub(crate) fn new(method: &'static str, document: &Document<'_>, sentences: Vec<DigestSentence>) -> Self {
        let texts: Vec<&str> = sentences.iter().map(|s| s.text.as_str()).collect();
        Digest {
            method,
            text: texts.join(" "),
            sentences,
            keywords: keywords(document, KEYWORDS),
            unread: None,
        }
    }

    /// The same with spans into the text as it was read, of which `original` tells.
    #[must_use]
    pub fn led_back(mut self, original: Original<'_>) -> Self {
        self.sentences = self
            .sentences
            .into_iter()
            .map(|sentence| sentence.led_back(original))
            .collect();
        self.keywords = self
            .keywords
            .into_iter()
            .map(|keyword| keyword.led_back(original))
            .collect();
        self.unread = self.unread.map(|span| original.span(span));
        self
    }
}

/// A sentence of a digest.
#[derive(Clone, Debug, PartialEq)]
pub struct DigestSentence {
    /// The sentence as it is printed: its slice of the article with white space collapsed and the edits made.
    pub text: String,
    /// Where it stands in the article.
    pub span: Span,
    /// What was changed, in order, not overlapping; empty where the sentence is printed as it stands.
    pub edits: Vec<Edit>,
    /// Numbers and names of a generated sentence that the article does not contain; empty for sentences of the article.
    pub unsupported: Vec<String>,
}

impl DigestSentence {
    /// The sentence as it stands in the `original`, white space collapsed.
    pub(crate) fn verbatim(original: Original<'_>, span: Span) -> Self {
        DigestSentence {
            text: collapse(original.slice(span)),
            span,
            edits: Vec::new(),
            unsupported: Vec::new(),
        }
    }

    /// The sentence with `edits` made; they are in order, do not overlap, and lie inside `span`.
    pub(crate) fn edited(original: Original<'_>, span: Span, edits: Vec<Edit>) -> Self {
        if edits.is_empty() {
            return DigestSentence::verbatim(original, span);
        }
        DigestSentence {
            text: collapse(&pieces(original, span, &edits).collect::<String>()),
            span,
            edits,
            unsupported: Vec::new(),
        }
    }

    /// The same with spans into the text as it was read.
    pub(crate) fn led_back(mut self, original: Original<'_>) -> Self {
        let spans = spans_as_read(original, self.span, &self.edits);
        let spans: Vec<Span> = spans.collect();
        for (edit, span) in self.edits.iter_mut().zip(spans) {
            edit.span = span;
        }
        self.span = original.span(self.span);
        self
    }
}

/// Where the `edits` of the sentence at `span`, which are in order and do not overlap, stand in the text as it was read: in order,
/// without overlap and inside the sentence there, too.
fn spans_as_read<'t>(
    original: Original<'t>,
    span: Span,
    edits: &'t [Edit],
) -> impl Iterator<Item = Span> + 't {
    let Span { mut start, end } = original.span(span);
    edits.iter().map(move |edit| {
        let read = original.span(edit.span);
        let read = Span::new(read.start.clamp(start, end), read.end.clamp(start, end));
        start = read.end;
        read
    })
}

/// The pieces of the sentence at `span` with `edits` made, which are in order and do not overlap.
pub(crate) fn pieces<'t>(
    original: Original<'t>,
    span: Span,
    edits: &'t [Edit],
) -> impl Iterator<Item = &'t str> {
    let (text, Span { mut start, end }) = (original.read(), original.span(span));
    let made = spans_as_read(original, span, edits).zip(edits);
    let stops = made.map(Some).chain([None]);
    stops.flat_map(move |next| match next {
        Some((span, edit)) => {
            let before = &text[start..span.start];
            start = span.end;
            [before, &edit.replacement]
        }
        None => [&text[start..end], ""],
    })
}

/// Sorts edits and drops each that overlaps one before it.
pub(crate) fn in_order(edits: &mut Vec<Edit>) {
    edits.sort_by_key(|e| (e.span.start, e.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let apart = edit.span.start >= end;
        end = if apart { edit.span.end } else { end };
        apart
    });
}

/// A change to a sentence, as a span of the source and what is printed in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Why it was made.
    pub kind: EditKind,
    /// The stretch of the article that is replaced; empty where something is put in.
    pub span: Span,
    /// What is printed in its place; empty where something is left out.
    pub replacement: String,
}

/// The kinds of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditKind {
    /// The place in front of the first sentence is left out.
    Dateline,
    /// A parenthesis is left out.
    Parenthesis,
    /// A reporting clause at the end («, skriver NTB») is left out.
    ReportingTail,
    /// A conjunction that ties the sentence to a sentence left out is taken away.
    Conjunction,
    /// A pronoun is replaced by the name it stands for.
    Pronoun,
    /// The given name is put in front of a last name that the digest has not told in full.
    FullName,
    /// The mark of a quote that opens before the sentence is put in.
    QuoteMark,
    /// What the main clause says without is left out, in a point of a list or a headline.
    Clause,
    /// The sentence is cut at a clause to fit the budget.
    Cut,
    /// The sentence is a model's own; it stands for the stretch it is nearest to.
    Generated,
}

impl EditKind {
    /// The name in `notis digest --format jsonl`.
    pub fn as_str(self) -> &'static str {
        match self {
            EditKind::Dateline => "dateline",
            EditKind::Parenthesis => "parenthesis",
            EditKind::ReportingTail => "reporting_tail",
            EditKind::Conjunction => "conjunction",
            EditKind::Pronoun => "pronoun",
            EditKind::FullName => "full_name",
            EditKind::QuoteMark => "quote_mark",
            EditKind::Clause => "clause",
            EditKind::Cut => "cut",
            EditKind::Generated => "generated",
        }
    }
}
