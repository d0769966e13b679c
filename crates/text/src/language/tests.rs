use super::*;

const DANISH: &str = include_str!("../../tests/data/danish.txt");
const SWEDISH: &str = include_str!("../../tests/data/swedish.txt");
const ELSEWHERE: &str = include_str!("../../tests/data/elsewhere.txt");

/// The lines that `identify` does not give `expected` for.
fn mistaken(lines: &str, expected: Language) -> Vec<(&str, Language)> {
    lines
        .lines()
        .map(|line| (line, identify(line)))
        .filter(|(_, found)| *found != expected)
        .collect()
}

#[test]
fn danish_is_not_norwegian() {
    let mistaken = mistaken(DANISH, Language::Danish);
    assert!(
        mistaken.iter().all(|(_, found)| !found.is_norwegian()),
        "{mistaken:#?}"
    );
    assert!(mistaken.len() <= 2, "{mistaken:#?}");
}

#[test]
fn swedish_is_not_norwegian() {
    let mistaken = mistaken(SWEDISH, Language::Swedish);
    assert!(mistaken.is_empty(), "{mistaken:#?}");
}

#[test]
fn other_languages_are_told_as_such() {
    let mistaken = mistaken(ELSEWHERE, Language::Other);
    assert!(mistaken.is_empty(), "{mistaken:#?}");
}

#[test]
fn both_forms_are_told() {
    for (bokmal, nynorsk) in [
        ("Jeg vet ikke hva de sier.", "Eg veit ikkje kva dei seier."),
        (
            "Hun kom fra Bergen i går kveld.",
            "Ho kom frå Bergen i går kveld.",
        ),
        ("Skolene stenger neste uke.", "Skulane stengjer neste veke."),
        ("Uværet har tatt strømmen.", "Uvêret har teke straumen."),
        ("Flere elever slutter.", "Fleire elevar sluttar."),
    ] {
        assert_eq!(identify(bokmal), Language::Bokmal, "{bokmal}");
        assert_eq!(identify(nynorsk), Language::Nynorsk, "{nynorsk}");
    }
}

#[test]
fn too_short_is_unknown() {
    for text in ["", "…", "Oslo", "14.30", "Berlin, London"] {
        assert_eq!(identify(text), Language::Unknown, "{text}");
    }
}

#[test]
fn a_foreign_quote_does_not_turn_an_article() {
    let body = "Statsministeren sa at regjeringen ikke ville gi seg, og at de fortsatt håper på en løsning før helgen. ";
    let article = format!(
        "«We shall never give up, whatever the cost may be.» {}",
        body.repeat(3)
    );
    assert_eq!(identify(&article), Language::Bokmal);
}
