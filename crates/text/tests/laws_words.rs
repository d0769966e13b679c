//! Laws of tokens, folded forms, stems, languages, compounds and names, for any string.
//!
//! [`tokenizer_laws!`] gives every tokenizer the same laws: another implementation only names itself there.

use notis_text::{Token, analyze, fold, identify, names, split_compound, stem, tokens};
use proptest::prelude::*;
use std::time::{Duration, Instant};

const MB: usize = 1_000_000;

/// Text that looks like news, with everything that a tokenizer may stumble over.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Vladimir Putins ".to_owned()),
        Just("ikkje ".to_owned()),
        Just("fi nans".to_owned()),
        Just("S T O R M".to_owned()),
        Just("regje\u{AD}\nringen-\nog ".to_owned()),
        Just("kr. 1 250,50 ".to_owned()),
        Just("post@avisa.no/".to_owned()),
        Just("a\u{30A}\u{301}".to_owned()),
        Just("«– J.K. (WHO)»".to_owned()),
        Just("NATO-sjefen\n\n".to_owned()),
        "[a-zæøåA-ZÆØÅ0-9 .,:;!?'’@#&/_–-]{0,12}",
        "\\PC{0,6}",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn found(text: &str, tokenize: impl Fn(&str, &mut Vec<Token>)) -> Vec<Token> {
    let mut found = Vec::new();
    tokenize(text, &mut found);
    found
}

/// The laws that every tokenizer keeps.
macro_rules! tokenizer_laws {
    ($name:ident, $tokenize:expr) => {
        mod $name {
            use super::*;

            proptest! {
                #[test]
                fn spans_are_in_bounds_ordered_and_on_boundaries(text in text()) {
                    let mut end = 0;
                    for token in found(&text, $tokenize) {
                        prop_assert!(end <= token.span.start && token.span.start < token.span.end);
                        prop_assert!(text.get(token.span.start..token.span.end).is_some());
                        end = token.span.end;
                    }
                    prop_assert!(end <= text.len());
                }

                #[test]
                fn no_letter_or_digit_is_left_out(text in text()) {
                    let found = found(&text, $tokenize);
                    for (at, c) in text.char_indices() {
                        let covered = || {
                            let next = found.partition_point(|token| token.span.end <= at);
                            found.get(next).is_some_and(|token| token.span.start <= at)
                        };
                        prop_assert!(!c.is_alphanumeric() || covered(), "{c:?} at {at}");
                    }
                }

                #[test]
                fn what_follows_a_paragraph_break_changes_nothing(first in text(), second in text()) {
                    let joined = format!("{first}\n\n{second}");
                    let mut alone = found(&first, $tokenize);
                    let together = found(&joined, $tokenize);
                    alone.truncate(together.len());
                    let end = first.trim_end().len();
                    let before = |tokens: &[Token]| {
                        tokens.iter().filter(|t| t.span.end <= end).map(|t| t.span).collect::<Vec<_>>()
                    };
                    prop_assert_eq!(before(&alone), before(&together));
                }
            }

            #[test]
            fn time_grows_linearly() {
                for piece in [
                    "Statsministeren sa at 1 000 kr er nok. ",
                    "ab",
                    "a.",
                    "a@",
                    "1 ",
                    "A ",
                    "fi ",
                    "a-",
                    "\u{AD}",
                ] {
                    let seconds = |bytes: usize| {
                        let text = piece.repeat(bytes / piece.len());
                        let start = Instant::now();
                        found(&text, $tokenize);
                        start.elapsed()
                    };
                    let small = seconds(MB / 2).max(Duration::from_millis(10));
                    let large = seconds(10 * MB);
                    assert!(
                        large < small * 20 * 4,
                        "{piece:?}: {small:?} for 0.5 MB, {large:?} for 10 MB"
                    );
                }
            }
        }
    };
}

tokenizer_laws!(byte_classes, tokens);

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        for token in found(&text, tokens) {
            let (mut once, mut twice) = (String::new(), String::new());
            fold(token.span.of(&text), &mut once);
            fold(&once, &mut twice);
            prop_assert_eq!(&once, &twice);
            prop_assert!(!once.contains(char::is_whitespace));
        }
    }

    #[test]
    fn types_hold_the_folded_forms_and_stems(text in text()) {
        let analysis = analyze(&text, None);
        prop_assert_eq!(analysis.tokens.len(), analysis.token_types.len());
        for (index, token) in analysis.tokens.iter().enumerate() {
            let mut folded = String::new();
            fold(analysis.slice(token.span), &mut folded);
            prop_assert_eq!(analysis.form(index), &folded);
            prop_assert_eq!(analysis.stem(index), stem(&folded));
        }
    }

    #[test]
    fn any_word_has_a_stem_and_a_language(word in "\\PC{0,80}") {
        prop_assert!(word.is_empty() || !stem(&word).is_empty());
        identify(&word);
    }

    #[test]
    fn parts_of_a_compound_stand_in_it(word in "[a-zæøå]{0,40}") {
        let parts = split_compound(&word, &|part: &str| (part.len() as u32) * 40);
        prop_assert!(parts.is_empty() || parts.len() > 1);
        for part in parts {
            prop_assert!(word.contains(part.trim_end_matches('e')));
        }
    }

    #[test]
    fn mentions_are_slices_in_order(text in text(), title in text()) {
        let analysis = analyze(&text, Some(&title));
        for name in names(&analysis) {
            prop_assert!(!name.name.is_empty());
            prop_assert!(!name.mentions.is_empty());
            let place = |m: &notis_text::Mention| (!m.in_title, m.span.start);
            let in_order = name.mentions.windows(2).all(|pair| place(&pair[0]) < place(&pair[1]));
            prop_assert!(in_order);
            for mention in &name.mentions {
                let field = if mention.in_title { analysis.title.unwrap_or_default() } else { &text };
                prop_assert!(field.get(mention.span.start..mention.span.end).is_some());
            }
        }
    }
}
