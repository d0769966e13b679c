use super::*;

fn found(text: &str) -> Vec<(&str, TokenKind, Case)> {
    let mut out = Vec::new();
    tokens(text, &mut out);
    out.iter().map(|t| (t.span.of(text), t.kind, t.case)).collect()
}

fn slices(text: &str) -> Vec<&str> {
    found(text).into_iter().map(|(slice, ..)| slice).collect()
}

#[test]
fn words_keep_their_hyphens_apostrophes_and_inner_periods() {
    assert_eq!(
        slices("FN-toppen i Nord-Korea, rock'n'roll og O’Brien, f.eks. bl.a. J.R.R. Hansen"),
        [
            "FN-toppen",
            "i",
            "Nord-Korea",
            "rock'n'roll",
            "og",
            "O’Brien",
            "f.eks",
            "bl.a",
            "J.R.R",
            "Hansen"
        ]
    );
    assert_eq!(slices("olje- og gassfeltet"), ["olje", "og", "gassfeltet"]);
    assert_eq!(
        slices("Det tok slutt.Han gikk."),
        ["Det", "tok", "slutt", "Han", "gikk"]
    );
}

#[test]
fn case_is_kept_as_a_feature() {
    use Case::{Initial, Lower, Mixed, Upper};
    let cases: Vec<Case> = found("IS is Is Nord-Korea FN-topp NATOs TV2 Å iPhone 14.30 ÆØÅ")
        .into_iter()
        .map(|(.., case)| case)
        .collect();
    assert_eq!(
        cases,
        [
            Upper, Lower, Initial, Initial, Mixed, Mixed, Upper, Initial, Mixed, Lower, Upper
        ]
    );
}

#[test]
fn numbers_keep_their_inner_marks() {
    let text = "Kl. 14.30 kom 1.000 av 1 250 000 folk; 3–1, 34.55,2 og 1998/99. I 2014 300 til, 16-åringen og 1990-tallet.";
    let numbers: Vec<&str> = found(text)
        .into_iter()
        .filter(|f| f.1 == TokenKind::Number)
        .map(|f| f.0)
        .collect();
    assert_eq!(
        numbers,
        [
            "14.30",
            "1.000",
            "1 250 000",
            "3–1",
            "34.55,2",
            "1998/99",
            "2014",
            "300"
        ]
    );
    assert!(slices(text).contains(&"16-åringen"));
}

#[test]
fn amounts_hold_their_currency() {
    let text = "$500, €1,5 millioner, kr. 1 200 og kr 99,50, 500,- eller 12.000 kr for NOK 7. Fem kroner, 20 kroner.";
    let money: Vec<&str> = found(text)
        .into_iter()
        .filter(|f| f.1 == TokenKind::Money)
        .map(|f| f.0)
        .collect();
    assert_eq!(
        money,
        [
            "$500",
            "€1,5",
            "kr. 1 200",
            "kr 99,50",
            "500,-",
            "12.000 kr",
            "NOK 7"
        ]
    );
}

#[test]
fn addresses_and_tags_are_whole() {
    let text = "Se https://www.avisa.no/sak?id=3, avisa.no og www.avisa.no/sport. Tips: tips.ola-n@post.avisa.no! #metoo @ola_nordmann";
    let kinds: Vec<(&str, TokenKind)> = found(text)
        .into_iter()
        .filter(|f| matches!(f.1, TokenKind::Address | TokenKind::Tag))
        .map(|f| (f.0, f.1))
        .collect();
    assert_eq!(
        kinds,
        [
            ("https://www.avisa.no/sak?id=3", TokenKind::Address),
            ("avisa.no", TokenKind::Address),
            ("www.avisa.no/sport", TokenKind::Address),
            ("tips.ola-n@post.avisa.no", TokenKind::Address),
            ("#metoo", TokenKind::Tag),
            ("@ola_nordmann", TokenKind::Tag),
        ]
    );
}

#[test]
fn a_word_that_something_unseen_parts_is_one() {
    assert_eq!(
        slices("regje\u{AD}ringen regje-\nringen regje\u{AD}\nringen"),
        ["regje\u{AD}ringen", "regje-\nringen", "regje\u{AD}\nringen"]
    );
    assert_eq!(
        slices("i fi nansdepartementet, eit sci fi møte"),
        ["i", "fi nansdepartementet", "eit", "sci", "fi", "møte"]
    );
    assert_eq!(
        slices("S T O R M i A B og C"),
        ["S T O R M", "i", "A", "B", "og", "C"]
    );
    assert_eq!(slices("olje-\nog gassfeltet"), ["olje", "og", "gassfeltet"]);
}

#[test]
fn a_combining_mark_stays_with_its_letter() {
    assert_eq!(
        slices("A\u{30A}lesund på\u{301} café"),
        ["A\u{30A}lesund", "på\u{301}", "café"]
    );
}

#[test]
fn any_gap_at_the_ends_is_fine() {
    for text in [
        "", " ", "-", "'", "@", "#", "$", "a-", "a.", "1,", "kr", "kr ", "\u{301}", "a\u{AD}", "a@", "a@b.",
        "fi ",
    ] {
        slices(text);
    }
}
