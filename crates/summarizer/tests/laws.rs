//! What holds for every method, every budget and every text.

use notis_summarizer::{Budget, Digest, Document, Edits, Query, by_name, methods};
use notis_text::{Analysis, analyze};
use proptest::prelude::*;

/// Texts put together from what news is made of, and from anything at all.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Elva Åna steig to meter i natt.".to_owned()),
        Just("– Vi har aldri sett noko slikt før, seier ordførar Kari Li (61).".to_owned()),
        Just("Han meiner at kommunen må bygge ny bru".to_owned()),
        Just("Men det ble det ikke noe av.".to_owned()),
        Just("\n\n".to_owned()),
        Just("FLOM: Her står vatnet høgt. Foto: Ola Nord".to_owned()),
        Just("«Vi drar,» sa hun. Så dro de.".to_owned()),
        Just("Tittel | ".to_owned()),
        Just("…".to_owned()),
        any::<String>(),
        "[a-zæøå]{1,12}( [a-zæøå,]{1,12}){0,20}[.!?]",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.join(" "))
}

fn budgets() -> impl Strategy<Value = Budget> {
    prop_oneof![
        (1_usize..12).prop_map(Budget::Sentences),
        (1_usize..120).prop_map(Budget::Words),
        (1_usize..600).prop_map(Budget::Chars),
        (0.01_f64..1.0).prop_map(Budget::Ratio),
        Just(Budget::Auto),
    ]
}

fn digest(method: &str, article: &Analysis<'_>, budget: Budget) -> Digest {
    let summarizer = by_name(method, Edits::Marked).expect("it is one of the names");
    summarizer
        .summarize(&Document::new(article, &Query::default()), budget)
        .expect("the budget is not empty")
}

fn body_sentences(article: &Analysis<'_>) -> usize {
    article
        .sentences
        .iter()
        .filter(|s| article.kind_of(s).is_running_text())
        .count()
}

fn body_words(article: &Analysis<'_>) -> usize {
    let document = Document::new(article, &Query::default());
    document.candidates().iter().map(|c| c.cost.words).sum()
}

fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn keeps_the_budget(digest: &Digest, article: &Analysis<'_>, budget: Budget) -> bool {
    match budget {
        Budget::Sentences(n) => digest.sentences.len() == n.min(body_sentences(article)),
        Budget::Words(n) => digest.text.split_whitespace().count() <= n,
        Budget::Chars(n) => digest.text.chars().count() <= n,
        // Where not even one sentence fits, the best one is there all the same.
        Budget::Ratio(share) => {
            let words = digest.text.split_whitespace().count();
            digest.sentences.len() <= 1 || words as f64 <= share * body_words(article) as f64
        }
        Budget::Auto => digest.sentences.is_empty() == (body_sentences(article) == 0),
        _ => panic!("a budget without a law"),
    }
}

proptest! {
    #[test]
    fn the_budget_is_exact(text in texts(), budget in budgets()) {
        let article = analyze(&text, None);
        for method in methods::NAMES {
            let digest = digest(method, &article, budget);
            prop_assert!(keeps_the_budget(&digest, &article, budget), "{method} {budget:?}: {digest:?}");
            prop_assert_eq!(digest.sentences.is_empty(), body_sentences(&article) == 0, "{}", method);
        }
    }

    #[test]
    fn sentences_stand_in_the_order_of_the_article_and_slice_it(text in texts(), budget in budgets()) {
        let article = analyze(&text, None);
        for method in methods::NAMES {
            let digest = digest(method, &article, budget);
            for pair in digest.sentences.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start, "{}", method);
            }
            for sentence in &digest.sentences {
                let slice = text.get(sentence.span.start..sentence.span.end).expect("on character boundaries");
                if sentence.edits.is_empty() {
                    prop_assert_eq!(&sentence.text, &collapsed(slice));
                }
                for edit in &sentence.edits {
                    prop_assert!(sentence.span.contains(edit.span));
                    prop_assert!(text.get(edit.span.start..edit.span.end).is_some());
                }
            }
        }
    }

    #[test]
    fn neighbours_in_a_batch_have_no_influence(texts in proptest::collection::vec(texts(), 2..4), budget in budgets()) {
        for method in methods::NAMES {
            let summarizer = by_name(method, Edits::Marked).unwrap();
            let alone = |text: &String| digest(method, &analyze(text, None), budget);
            let together = |text: &String| {
                let article = analyze(text, None);
                summarizer.summarize(&Document::new(&article, &Query::default()), budget).unwrap()
            };
            let batch: Vec<Digest> = texts.iter().map(together).collect();
            let single: Vec<Digest> = texts.iter().map(alone).collect();
            prop_assert_eq!(batch, single);
        }
    }
}
