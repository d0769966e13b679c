//! One text, written in ways that a reader cannot tell apart: what is found in it is the same, and only spans move.

use notis_text::laws::{same_to_readers, seen};
use notis_text::{Analysis, BlockKind, analyze, names};
use unicode_normalization::UnicodeNormalization;

const TEXT: &str = "Åpner brua i Ålesund\n\nÅLESUND (NTB): Ordfører Kari Måseide åpner brua mandag kl. 12. Den koster 1 200 \
                    kr per meter, ifølge St. Olavs Bygg A/S … Det er dyrt.\n\nSlik blir brua\n\n– Vi er glade, sier Måseide \
                    til NTB. Brua er 3. størst i landet. Foto: Ola Østby\n\nNorsk Brulag (NBL) og \
                    Øystein Ås-Lie er ikke enige.\n\nOppsummeringen er laget av KI.";

/// What is found in a text, without its spans.
#[derive(Debug, PartialEq)]
struct Found {
    blocks: Vec<(BlockKind, String)>,
    sentences: Vec<String>,
    tokens: Vec<(String, String)>,
    names: Vec<(String, usize)>,
}

fn found(text: &str) -> Found {
    let article: Analysis<'_> = analyze(text, None);
    let slice = |span| seen(article.slice(span));
    let forms =
        (0..article.tokens.len()).map(|at| (article.form(at).to_owned(), article.stem(at).to_owned()));
    Found {
        blocks: article.blocks.iter().map(|b| (b.kind, slice(b.span))).collect(),
        sentences: article.sentences.iter().map(|s| slice(s.span)).collect(),
        tokens: forms.collect(),
        names: names(&article)
            .into_iter()
            .map(|n| (n.name, n.mentions.len()))
            .collect(),
    }
}

#[test]
fn spaces_marks_and_letters_in_parts_change_nothing() {
    let want = found(TEXT);
    assert!(
        want.names.iter().any(|(name, _)| name == "Kari Måseide"),
        "{:?}",
        want.names
    );
    assert_ne!(TEXT.nfd().collect::<String>(), TEXT);
    for (what, text) in same_to_readers(TEXT) {
        assert_eq!(found(&text), want, "{what}");
    }
}

#[test]
fn a_title_apart_is_read_in_the_same_way() {
    for title in ["Kari  Måseide åpner brua", "Kari Ma\u{30A}seide\u{A0}åpner brua"] {
        let article = analyze("Brua er dyr.", Some(title));
        assert_eq!(article.title_tokens.len(), 4, "{title}");
        assert_eq!(names(&article)[0].name, "Kari Måseide", "{title}");
    }
    let article = analyze("Åpner  brua\n\nDen er dyr.", Some("Åpner brua"));
    assert_eq!((article.title, article.blocks[0].kind), (None, BlockKind::Title));
}
