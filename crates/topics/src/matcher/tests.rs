use super::*;
use crate::Definitions;
use notis_text::laws::{same_to_readers, seen};

const TOPICS: &str = r#"
        [[topic]]
        id = "syria"
        aliases = ["Syria", "syri*", "syrer*"]
        related = ["Damaskus"]
        exclude = ["syrin*"]
        [[topic]]
        id = "nord-korea"
        aliases = ["Nord-Korea"]
        never = ["nordkoreansk mat"]
        [[topic]]
        id = "is"
        aliases = ["IS", "Den islamske staten"]
        related = ["islamske stat*"]
        context = ["terror*", "Syria"]
        [[topic]]
        id = "krim"
        aliases = ["=Krim"]
    "#;

fn found(text: &str, title: Option<&str>) -> Vec<(usize, String)> {
    let definitions = Definitions::parse(TOPICS).expect("the definitions of the test");
    let article = notis_text::analyze(text, title);
    let mentions = Matcher::new(definitions.topics()).mentions(&article);
    let words = |m: &Mention| match (m.in_title, article.title) {
        (true, Some(title)) => m.span.of(title).to_owned(),
        _ => article.slice(m.span).to_owned(),
    };
    mentions.iter().map(|m| (m.topic, words(m))).collect()
}

fn of(topic: usize, text: &str) -> Vec<String> {
    let all = found(text, None).into_iter();
    all.filter(|f| f.0 == topic).map(|f| f.1).collect()
}

#[test]
fn words_match_whatever_their_case_with_genitive_and_in_hyphenated_words() {
    assert_eq!(
        of(0, "Syrias grense, SYRIA brenn, Syria-samtalene i Sør-Syria"),
        ["Syrias", "SYRIA", "Syria", "Syria"]
    );
    assert_eq!(
        of(0, "Syrarane og syrerne reiste, sa den syriske legen"),
        ["syrerne", "syriske"]
    );
}

#[test]
fn blanks_and_marks_that_nobody_sees_change_no_mention() {
    let text = "Den islamske staten tok Syria, sa legen i Nord-Korea. Kriger på Krim, og syréner på IS i terroren i Å. Syrias hær.";
    let told = |text: &str| {
        let all = found(text, Some("Den islamske staten i Syria")).into_iter();
        all.map(|(topic, slice)| (topic, seen(&slice)))
            .collect::<Vec<_>>()
    };
    assert!(told(text).len() > 7);
    for (what, other) in same_to_readers(text) {
        assert_eq!(told(&other), told(text), "{what}");
    }
}

#[test]
fn look_alikes_do_not_count() {
    assert!(of(0, "Syrinen blømer i hagen").is_empty());
    assert!(of(3, "Ho les krim i påska").is_empty());
    assert_eq!(of(3, "Broen til Krim"), ["Krim"]);
}

fn of_patterns(patterns: &str, text: &str) -> Vec<String> {
    let written = format!("[[topic]]\nid = 'laks'\naliases = {patterns}");
    let definitions = Definitions::parse(&written).expect("the definitions of the test");
    let article = notis_text::analyze(text, None);
    let mentions = Matcher::new(definitions.topics()).mentions(&article);
    mentions
        .iter()
        .map(|m| article.slice(m.span).to_owned())
        .collect()
}

#[test]
fn ordinary_words_pass_over_places() {
    let text = "Lakselus plagar laksen i Laksevåg, seier dei i Lakseveien. LAKSEKRIG";
    assert_eq!(
        of_patterns("['laks*']", text),
        ["Lakselus", "laksen", "LAKSEKRIG"]
    );
    assert_eq!(of_patterns("['Laks*']", text).len(), 5);
}

#[test]
fn the_end_of_a_word_is_found() {
    let text = "Villaks og Lingalaks, villaksens elv, laks og lakselus";
    assert_eq!(of_patterns("['*laks']", text), ["Villaks", "Lingalaks", "laks"]);
    assert_eq!(of_patterns("['=*laks']", "Laks og villaks"), ["villaks"]);
}

#[test]
fn a_part_of_a_compound_is_found_in_any_form() {
    let text = "Lakseoppdrett gir oppdrettslaks. Laksen rømde. Slakteriet tok slaktet.";
    assert_eq!(
        of_patterns("['+laks+']", text),
        ["Lakseoppdrett", "oppdrettslaks", "Laksen"]
    );
}

#[test]
fn a_word_alone_is_no_part_of_another() {
    let text = "Høyre-leiaren i Høyres hus sa at Høyre vil";
    assert_eq!(of_patterns("['=\"Høyre\"']", text), ["Høyre"]);
    assert_eq!(of_patterns("['=Høyre']", "ytre høyre og Høyre"), ["Høyre"]);
}

#[test]
fn a_hyphen_may_be_a_space() {
    assert_eq!(
        of(1, "Nord Korea og Nord-Koreas leder"),
        ["Nord Korea", "Nord-Koreas"]
    );
}

#[test]
fn a_phrase_is_found_whatever_gap_is_in_it() {
    for gap in [" ", "  ", "-", "\n", "\u{a0}"] {
        let text = format!("Den{gap}islamske{gap}staten og Den{gap}Islamske staten, den nye staten");
        assert_eq!(of(2, &text).len(), 2, "{gap:?}");
    }
}

#[test]
fn short_forms_need_their_case_and_their_context() {
    assert_eq!(
        of(2, "Krigen mot IS i Syria. IS-krigarar er fanga."),
        ["IS", "IS"]
    );
    assert!(of(2, "Kameraet har IS og god optikk.").is_empty());
    assert!(of(2, "Han fór ut på is i Syria.").is_empty());
    assert!(of(2, "GUTT FALL GJENNOM IS PÅ VANN\nHan var frå Syria.").is_empty());
}

#[test]
fn the_longest_mention_counts_once() {
    assert_eq!(
        of(2, "Den islamske staten trekker seg ut"),
        ["Den islamske staten"]
    );
    assert_eq!(of(2, "ein islamsk, islamske statar"), ["islamske statar"]);
}

#[test]
fn a_title_beside_the_text_is_read_first() {
    assert_eq!(
        found("Bilder fra Damaskus", Some("Syria i dag")),
        [(0, "Syria".to_owned()), (0, "Damaskus".to_owned())]
    );
}

proptest::proptest! {
    #[test]
    fn a_word_of_letters_has_one_part(word in "[a-zæøåÆØÅé0-9×÷ -]{1,8}|\\PC{1,6}") {
        if is_one_part(&word) {
            proptest::prop_assert_eq!(word.find(char::is_alphanumeric), Some(0));
            proptest::prop_assert_eq!(part_after(&word, 0), None);
        }
    }

    #[test]
    fn spans_lie_in_the_text_and_do_not_overlap(text in "(Syria|syri|IS|Nord-Korea|[ \n-]|s|\\PC){0,30}") {
        let definitions = Definitions::parse(TOPICS).expect("the definitions of the test");
        let article = notis_text::analyze(&text, None);
        let mentions = Matcher::new(definitions.topics()).mentions(&article);
        for pair in mentions.windows(2) {
            proptest::prop_assert!(pair[0].topic < pair[1].topic || pair[0].span.end <= pair[1].span.start);
        }
        for mention in &mentions {
            proptest::prop_assert!(text.get(mention.span.start..mention.span.end).is_some());
        }
    }
}
