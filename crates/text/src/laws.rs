//! What every analysis of a text must keep to, whoever wrote it.
//!
//! [`check`] asserts the laws that one text can show, [`check_passage`] that a passage is analyzed in the same way
//! whatever follows its paragraph break. [`text_laws!`](crate::text_laws) makes tests of both, over texts made to be
//! hard and over any text proptest comes up with, as charabia does for its tokenizers.

use crate::block::Block;
use crate::sentences::Sentence;
use crate::span::Span;
use unicode_normalization::UnicodeNormalization;

/// The blocks and sentences that an implementation finds in a text.
pub type Found = (Vec<Block>, Vec<Sentence>);

/// What a reader sees of a text: no white space, no marks without width, letters in one piece.
pub fn seen(text: &str) -> String {
    let shown = text
        .chars()
        .filter(|&c| !c.is_whitespace() && !matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}'));
    shown.nfc().collect()
}

/// A text in ways that a reader cannot tell apart, each with what was done: other white space, marks without width, letters in
/// parts, other line breaks. What is found in them is the same, and only places move.
pub fn same_to_readers(text: &str) -> [(&'static str, String); 9] {
    [
        ("double spaces", text.replace(' ', "  ")),
        ("tabs", text.replace(' ', "\t")),
        ("no-break spaces", text.replace(' ', "\u{A0}")),
        ("thin spaces", text.replace(' ', "\u{2009}")),
        ("marks without width", text.replace(' ', "\u{200B} ")),
        ("a mark at the end", format!("{text}\u{200B}")),
        ("a byte-order mark", format!("\u{FEFF}{text}")),
        ("letters in parts", text.nfd().collect()),
        ("line breaks of two characters", text.replace('\n', "\r\n")),
    ]
}

/// Asserts that blocks and sentences lie in `text`, in order, on character boundaries and inside each other, and that
/// what they leave out holds no letter or digit, so that spans and gaps together give the text back.
///
/// # Panics
/// Where a law is broken.
pub fn check(text: &str, found: &Found) {
    let (blocks, sentences) = found;
    let block_spans: Vec<Span> = blocks.iter().map(|block| block.span).collect();
    let sentence_spans: Vec<Span> = sentences.iter().map(|sentence| sentence.span).collect();
    check_spans(text, &block_spans);
    check_spans(text, &sentence_spans);
    for sentence in sentences {
        assert!(
            block_spans[sentence.block].contains(sentence.span),
            "{sentence:?} leaves its block in {text:?}"
        );
    }
}

/// Asserts that `spans` lie in `text`, in order, and leave out no letter or digit.
fn check_spans(text: &str, spans: &[Span]) {
    let mut at = 0;
    let mut whole = String::with_capacity(text.len());
    for &span in spans {
        assert!(
            at <= span.start && span.start < span.end && span.end <= text.len(),
            "{span:?} in {text:?}"
        );
        check_gap(text, Span::new(at, span.start));
        whole.push_str(&text[at..span.start]);
        whole.push_str(span.of(text));
        assert_eq!(
            span.trimmed(text),
            span,
            "white space at an end of {span:?} in {text:?}"
        );
        at = span.end;
    }
    check_gap(text, Span::new(at, text.len()));
    whole.push_str(&text[at..]);
    assert_eq!(whole, text);
}

fn check_gap(text: &str, gap: Span) {
    let lost = gap.of(text).find(char::is_alphanumeric);
    assert!(lost.is_none(), "{gap:?} leaves out a letter of {text:?}");
}

/// Asserts that what was found in `passage` stands first in what was found in the passage with `more` behind a paragraph
/// break.
///
/// # Panics
/// Where the passage was analyzed in another way.
pub fn check_passage(passage: &str, more: &str, analyze: impl Fn(&str) -> Found) {
    let (blocks, sentences) = analyze(passage);
    let longer = format!("{passage}\n\n{more}");
    let (all_blocks, all_sentences) = analyze(&longer);
    assert_eq!(
        all_blocks.get(..blocks.len()),
        Some(&*blocks),
        "blocks of {longer:?}"
    );
    assert_eq!(
        all_sentences.get(..sentences.len()),
        Some(&*sentences),
        "sentences of {longer:?}"
    );
}

/// Texts made to be hard: odd marks, odd spaces, lost breaks, other scripts, nothing at all.
pub const HARD_TEXTS: [&str; 26] = [
    "",
    " ",
    "\n\n\n",
    "\u{feff}",
    ".",
    "…",
    "?!",
    "|",
    " | | | ",
    "–",
    "– ",
    "«",
    "»",
    "\"",
    ": ",
    "(",
    " date 2017-01",
    " date 2017-01-30 ",
    "date",
    "Foto:",
    "Foto: Foto: Foto:",
    "Å\u{30a}\u{30a}. Å\u{ad}\u{200b}",
    "北京。你好！ Привет. Как дела?",
    "👩‍👩‍👧. 🇳🇴! É É",
    "A. B. C. 1. 2. 3. – – – «» «» () :: ;; .. !! ??",
    "Les også: Les også: Saken oppdateres. Saken oppdateres | OSLO (NTB): OSLO (NTB): «– Nei?» – «Jo!» sa han.",
];

/// Makes tests of the laws of this module for an implementation: a module name, and a function from `&str` to
/// [`Found`]. The calling crate needs proptest among its development dependencies.
///
/// ```
/// notis_text::text_laws!(shipped, |text: &str| {
///     let blocks = notis_text::structure(text, None);
///     let sentences = notis_text::sentences(text, &blocks);
///     (blocks, sentences)
/// });
/// ```
#[macro_export]
macro_rules! text_laws {
    ($name:ident, $analyze:expr) => {
        #[cfg(test)]
        mod $name {
            use super::*;

            fn analyze(text: &str) -> $crate::laws::Found {
                $analyze(text)
            }

            #[test]
            fn hard_texts_are_accepted() {
                for text in $crate::laws::HARD_TEXTS {
                    $crate::laws::check(text, &analyze(text));
                    for more in $crate::laws::HARD_TEXTS {
                        $crate::laws::check_passage(text, more, analyze);
                    }
                }
            }

            proptest::proptest! {
                #[test]
                fn any_text_is_accepted(text in ".*") {
                    $crate::laws::check(&text, &analyze(&text));
                }

                #[test]
                fn news_like_text_is_accepted(parts in proptest::collection::vec(part(), 0..40)) {
                    let text = parts.concat();
                    $crate::laws::check(&text, &analyze(&text));
                }

                #[test]
                fn what_follows_a_paragraph_changes_nothing(
                    passage in proptest::collection::vec(part(), 1..30),
                    more in proptest::collection::vec(part(), 0..20),
                ) {
                    $crate::laws::check_passage(&passage.concat(), &more.concat(), analyze);
                }
            }

            /// A piece of news-like text: words, marks and page words in any order.
            fn part() -> impl proptest::strategy::Strategy<Value = String> {
                proptest::prop_oneof![
                    "[A-ZÆØÅ]?[a-zæøå]{1,9}[ ,]",
                    "[.!?:…][»\"]? ?",
                    "[–«»\"(|\n]",
                    "[0-9]{1,4}\\.? ",
                    proptest::sample::select(vec![
                        "Foto: ",
                        "Les også: ",
                        " | ",
                        " – ",
                        "\n\n",
                        "OSLO (NTB): ",
                        "Det er ",
                        "kl. ",
                        "bl.a. ",
                        "Saken oppdateres. ",
                        " date 2017-01 ",
                        "FAKTA",
                        "• ",
                        "J.R.R. ",
                        "NY BRU: ",
                        "Av Kari Dale",
                    ])
                    .prop_map(str::to_owned),
                ]
            }

            use proptest::strategy::Strategy as _;
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::BlockKind;
    use crate::sentences::sentences;
    use crate::structure::structure;

    fn found(text: &str, spans: &[(usize, usize)]) -> Found {
        let block = Block {
            kind: BlockKind::Body,
            span: Span::new(0, text.len()),
        };
        let sentence = |&(start, end): &(usize, usize)| Sentence {
            span: Span::new(start, end),
            block: 0,
        };
        (vec![block], spans.iter().map(sentence).collect())
    }

    #[test]
    fn the_laws_hold_for_a_sound_cut() {
        check("Det snør. Fint!", &found("Det snør. Fint!", &[(0, 10), (11, 16)]));
    }

    #[test]
    #[should_panic(expected = "leaves out a letter")]
    fn a_lost_word_breaks_the_laws() {
        check("Det snør. Fint!", &found("Det snør. Fint!", &[(0, 10)]));
    }

    #[test]
    #[should_panic(expected = "white space")]
    fn a_blank_at_an_end_breaks_the_laws() {
        check("Det snør. Fint!", &found("Det snør. Fint!", &[(0, 11), (11, 16)]));
    }

    #[test]
    #[should_panic(expected = "sentences of")]
    fn looking_ahead_breaks_the_laws() {
        check_passage("Det snør. Fint!", "Mer.", |text| {
            let blocks = structure(text, None);
            let mut sentences = sentences(text, &blocks);
            sentences.truncate(if text.len() > 20 { 1 } else { 2 });
            (blocks, sentences)
        });
    }
}
