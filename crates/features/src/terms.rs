//! The terms of an article: what is counted, and where each stands.

use notis_text::{Analysis, BlockKind, Span, Token, TokenKind, fold};

use crate::hash::{hash_bytes, mix};
use crate::views::{View, ViewSet};

/// A term where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The term: its hash, marked with its view.
    pub term: u64,
    /// Where it stands: in the text, or in the title that stands apart from it.
    pub span: Span,
    /// Whether `span` points into that title.
    pub in_title: bool,
}

/// The distinct terms of one article, ascending, each with its count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermCounts(pub(crate) Vec<(u64, u32)>);

impl TermCounts {
    /// How many distinct terms there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn of(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        let runs = hashes.chunk_by(|a, b| a == b);
        TermCounts(runs.map(|run| (run[0], run.len() as u32)).collect())
    }
}

/// Whether a block's words say what the article is about: its date head and what the page left behind do not.
fn is_content(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Date | BlockKind::Remnant)
}

impl ViewSet {
    /// The terms of an article with their counts.
    pub fn terms(&self, analysis: &Analysis<'_>) -> TermCounts {
        let mut hashes = Vec::with_capacity(analysis.tokens.len() * 2);
        self.for_each(analysis, |occurrence| hashes.push(occurrence.term));
        TermCounts::of(hashes)
    }

    /// Calls `visit` for every term of an article where it stands, block by block, the separate title first.
    pub fn for_each(&self, analysis: &Analysis<'_>, mut visit: impl FnMut(Occurrence)) {
        let mut walk = Walk {
            views: self,
            text: "",
            in_title: false,
            word: String::new(),
            edges: Vec::new(),
        };
        if let Some(title) = analysis.title {
            walk.text = title;
            walk.in_title = true;
            walk.tokens(&analysis.title_tokens, &mut visit);
        }
        walk.text = analysis.text;
        walk.in_title = false;
        for block in analysis.blocks.iter().filter(|block| is_content(block.kind)) {
            walk.tokens(analysis.tokens_in(block.span), &mut visit);
        }
    }
}

/// A walk over the tokens of one text, with the buffers it reuses.
struct Walk<'a> {
    views: &'a ViewSet,
    text: &'a str,
    in_title: bool,
    word: String,
    edges: Vec<usize>,
}

impl Walk<'_> {
    fn tokens(&mut self, tokens: &[Token], visit: &mut impl FnMut(Occurrence)) {
        let mut run: Vec<(u64, usize)> = Vec::with_capacity(usize::from(self.views.words));
        for token in tokens.iter().filter(|token| token.kind != TokenKind::Address) {
            self.word.clear();
            fold(token.span.of(self.text), &mut self.word);
            let hash = hash_bytes(self.word.as_bytes());
            self.word_runs(&mut run, hash, token.span, visit);
            if token.kind == TokenKind::Word {
                self.within_word(token.span, visit);
            }
        }
    }

    fn emit(&self, view: View, hash: u64, span: Span, visit: &mut impl FnMut(Occurrence)) {
        visit(Occurrence {
            term: view.tag(hash),
            span,
            in_title: self.in_title,
        });
    }

    /// The runs of words that end in this one. `run` holds the words before it: hash and start, the last one last.
    fn word_runs(
        &self,
        run: &mut Vec<(u64, usize)>,
        hash: u64,
        span: Span,
        visit: &mut impl FnMut(Occurrence),
    ) {
        let longest = usize::from(self.views.words);
        if longest == 0 {
            return;
        }
        if run.len() == longest {
            run.remove(0);
        }
        run.push((hash, span.start));
        let mut state = 0;
        for &(word, start) in run.iter().rev() {
            state = mix(state, word);
            self.emit(View::Words, state, Span::new(start, span.end), visit);
        }
    }

    fn within_word(&mut self, span: Span, visit: &mut impl FnMut(Occurrence)) {
        if self.views.stems {
            let stem = notis_text::stem(&self.word);
            self.emit(View::Stems, hash_bytes(stem.as_bytes()), span, visit);
        }
        if let Some((shortest, longest)) = self.views.chars {
            self.letter_runs(usize::from(shortest), usize::from(longest), span, visit);
        }
    }

    /// Runs of letters of the word between its edge marks, «_skole_»; a word shorter than a run counts whole.
    fn letter_runs(
        &mut self,
        shortest: usize,
        longest: usize,
        span: Span,
        visit: &mut impl FnMut(Occurrence),
    ) {
        self.word.insert(0, '_');
        self.word.push('_');
        self.edges.clear();
        self.edges.extend(self.word.char_indices().map(|(at, _)| at));
        self.edges.push(self.word.len());
        let letters = self.edges.len() - 1;
        for length in shortest..=longest.min(letters) {
            for start in 0..=letters - length {
                let run = &self.word.as_bytes()[self.edges[start]..self.edges[start + length]];
                self.emit(View::Chars, hash_bytes(run), span, visit);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_text::analyze;

    fn spans(views: &ViewSet, text: &str, title: Option<&str>) -> Vec<String> {
        let analysis = analyze(text, title);
        let mut out = Vec::new();
        views.for_each(&analysis, |o| {
            let source = if o.in_title {
                analysis.title.unwrap_or_default()
            } else {
                text
            };
            out.push(o.span.of(source).to_owned());
        });
        out
    }

    #[test]
    fn pairs_span_both_words() {
        let views = ViewSet {
            words: 2,
            ..ViewSet::default()
        };
        assert_eq!(
            spans(&views, "Ferja til Voss.", None),
            ["Ferja", "til", "Ferja til", "Voss", "til Voss"]
        );
    }

    #[test]
    fn a_title_apart_comes_first_and_forms_no_pair_with_the_text() {
        let views = ViewSet {
            words: 2,
            ..ViewSet::default()
        };
        assert_eq!(
            spans(&views, "Elva steig.", Some("Flaum")),
            ["Flaum", "Elva", "steig", "Elva steig"]
        );
    }

    #[test]
    fn letter_runs_mark_the_edges_of_a_word() {
        let views = ViewSet {
            words: 0,
            chars: Some((3, 3)),
            ..ViewSet::default()
        };
        assert_eq!(spans(&views, "Ål.", None).len(), 2);
        let same = views.terms(&analyze("ÅL.", None));
        assert_eq!(same, views.terms(&analyze("ål.", None)));
    }

    #[test]
    fn the_order_of_a_pair_matters() {
        let views = ViewSet::default();
        assert_ne!(
            views.terms(&analyze("sa nei.", None)),
            views.terms(&analyze("nei sa.", None))
        );
    }
}
