//! How sentences read, torn out of their articles.

use super::*;
use crate::{Edit, Query};
use notis_text::analyze;

fn readings(document: &Document<'_>, edits: bool) -> Vec<Reading> {
    Readings::of(document, edits).iter().cloned().collect()
}

/// Whether each sentence leans on the one before, without edits.
fn leaning(text: &str) -> Vec<bool> {
    let article = analyze(text, None);
    readings(&Document::new(&article, &Query::default()), false)
        .iter()
        .map(|r| r.leans)
        .collect()
}

/// The second sentence as it is printed without the first.
fn alone(text: &str) -> String {
    let article = analyze(text, None);
    let document = Document::new(&article, &Query::default());
    let reading = &readings(&document, true)[1];
    crate::DigestSentence::edited(text.into(), document.candidates()[1].span, reading.alone.clone()).text
}

#[test]
fn openers_that_point_back_lean() {
    for opener in [
        "Derfor må brua stengjast i to veker.",
        "Etter det har ingen sett båten.",
        "Det sier ordføreren til avisen.",
        "Denne planen er dyr for kommunen.",
        "Siden den gang har prisen steget.",
        "Som altså har kostet sju millioner kroner.",
        "Ifølgje ho er saka alvorleg for bygda.",
        "Forrige møte mellom dem ble holdt i mars.",
        "Da kom brannvesenet til stedet.",
    ] {
        let text = format!("Kommunen la fram ein plan i går kveld. {opener}");
        assert_eq!(leaning(&text), [false, true], "{opener}");
    }
}

#[test]
fn a_quote_whose_speaker_is_a_pronoun_leans() {
    let text =
        "Ordførar Liv Moen opna skulen i Vik. – Skulen gjev plass til alle born i Vik i mange år, sa ho.";
    assert_eq!(leaning(text), [false, true]);
    let named = text.replace("sa ho", "sa Moen");
    assert_eq!(leaning(&named), [false, false]);
}

#[test]
fn a_thing_is_nobody_that_a_pronoun_stands_for() {
    let before = "Kari Lie er sjuk og kan ikkje arbeide.";
    assert_eq!(
        leaning(&format!(
            "{before} Forsikringsselskapet lar henne reise til Spania."
        )),
        [false, true]
    );
    assert_eq!(
        leaning(&format!("{before} Lie seier at Oslo lar henne reise til Spania.")),
        [false, false]
    );
    assert_eq!(
        leaning(&format!(
            "{before} Politidistriktet seier at dei leitar i fjellet."
        )),
        [false, false]
    );
}

#[test]
fn openers_that_stand_alone_do_not_lean() {
    for opener in [
        "Det er ventet mye regn på Vestlandet i helgen.",
        "Siden 2019 har prisen på strøm doblet seg.",
        "Her i Tromsø ligger snøen fortsatt en meter høy.",
        "Etter valget må partiet finne ny leder.",
    ] {
        let text = format!("Kommunen la fram en plan i går kveld. {opener}");
        assert_eq!(leaning(&text), [false, false], "{opener}");
    }
}

#[test]
fn a_conjunction_is_dropped_where_a_clause_is_left() {
    let text = "Planen er ferdig til sommeren. Men kommunen har ikke råd til å bygge før neste år.";
    assert_eq!(alone(text), "Kommunen har ikke råd til å bygge før neste år.");
    let question = "Planen er ferdig til sommeren. Men er den god nok for alle i kommunen?";
    assert!(
        alone(question).starts_with("Men er"),
        "without «men» it would be another sentence"
    );
}

#[test]
fn a_pronoun_becomes_a_name_only_where_one_person_is_meant() {
    let one = "Statsråd Kari Dahl la fram planen i Oslo. Hun vil ha svar før jul.";
    assert_eq!(alone(one), "Kari Dahl vil ha svar før jul.");
    let two = "Kari Dahl møtte Anne Berg i Oslo. Hun vil ha svar før jul.";
    assert_eq!(alone(two), "Hun vil ha svar før jul.");
    let man = "Statsråd Kari Dahl la fram planen i Oslo. Han vil ha svar før jul.";
    assert_eq!(alone(man), "Han vil ha svar før jul.");
}

#[test]
fn the_end_of_a_quote_gets_its_mark_and_its_beginning_is_left_alone() {
    let text =
        "– Vi har ventet på dette lenge. Nå kan vi endelig begynne å bygge skolen vår, sier rektor Ola Vik.";
    assert!(alone(text).starts_with("– Nå kan vi endelig"));
    let article = analyze(text, None);
    let first = &readings(&Document::new(&article, &Query::default()), true)[0];
    assert!(first.blemish >= SPOILT, "it does not say who speaks");
}

#[test]
fn what_an_agency_told_ends_no_quote() {
    let text =
        "– Nå må det bygges. To av tre i kommunestyret stemte torsdag for den nye skolen, skriver NTB.";
    assert_eq!(
        alone(text),
        "To av tre i kommunestyret stemte torsdag for den nye skolen."
    );
}

#[test]
fn parentheses_and_the_name_of_the_paper_are_trimmed() {
    let text = "Kommunen skal bygge ny skole. Ordfører Per Vik (Sp) vil åpne skolen til høsten, skriver Lofotposten.";
    assert_eq!(alone(text), "Ordfører Per Vik vil åpne skolen til høsten.");
    let claim = "Kommunen skal bygge ny skole. Skolen blir den dyreste i hele fylket, ifølge rådmannen.";
    assert!(
        alone(claim).ends_with("ifølge rådmannen."),
        "who claims it is part of the news"
    );
}

#[test]
fn a_dateline_in_front_of_a_sentence_is_trimmed() {
    let first = |text: &str| {
        let article = analyze(text, None);
        let document = Document::new(&article, &Query::default());
        let reading = &readings(&document, true)[0];
        crate::DigestSentence::edited(text.into(), document.candidates()[0].span, reading.alone.clone()).text
    };
    for dateline in ["Narvik, 3. mars (NTB)", "Narvik, 12. mai"] {
        let text = format!("{dateline} – Strømmen er borte i fem bygder etter uværet natt til tirsdag.");
        assert_eq!(
            first(&text),
            "Strømmen er borte i fem bygder etter uværet natt til tirsdag."
        );
    }
    for other in [
        "Narvik – Bodø 2–1 etter ekstraomganger i cupen på søndag.",
        "Kari Vik (Sp) – Vi skal bygge skole.",
    ] {
        assert!(first(other).starts_with(&other[..6]), "{other}");
    }
}

#[test]
fn parts_of_sentences_and_words_about_a_picture_are_spoilt() {
    for spoilt in [
        "Ga ikke beskjed om hvor hun var i helgen.",
        "Når vi vet hvem som har gjort dette.",
        "Bildet viser ordføreren på den nye brua i går.",
        "På biletet ser ein den nye brua over elva.",
        "3. Dersom brua er stengt må alle ta ferja.",
        "0012/04 Reglement for leige av båtplass i Vik kommune.",
        "Jf. også lov 3. mai 1998 om båtplassar i kommunale hamner.",
        "At kommunen ikke har råd til en ny bru over elva?",
        "Vi gleder oss til å åpne den», sa ordføreren onsdag.",
        "Brua som ble tegnet av en kjent arkitekt i fjor...",
    ] {
        let article = analyze(spoilt, None);
        let reading = &readings(&Document::new(&article, &Query::default()), true)[0];
        assert!(reading.blemish >= 0.9, "{spoilt}");
    }
    for sound in [
        "Når brua åpner, blir veien kortere for alle i bygda.",
        "08.10 Brua over elva ble stengt for all trafikk.",
        "At brua åpner, vet alle som bor på øya.",
        "Er «brua» en bru, må den åpnes snart.",
    ] {
        let article = analyze(sound, None);
        let reading = &readings(&Document::new(&article, &Query::default()), true)[0];
        assert!(reading.blemish < 0.9, "{sound}");
    }
}

#[test]
fn what_is_taken_back_at_once_is_not_told() {
    let text = "Presidentene skulle møtes i Genève på lørdag. Det ble det ikke noe av denne gangen.";
    let article = analyze(text, None);
    let first = &readings(&Document::new(&article, &Query::default()), true)[0];
    assert!(first.blemish >= SPOILT);
}

#[test]
fn a_lead_that_names_somebody_at_last_leans_on_nothing() {
    assert_eq!(
        leaning("Han venta utanfor i to år, men no kan Trygve Lie vinne prisen. Han trur ikkje det sjølv."),
        [false, true]
    );
}

#[test]
fn a_lead_that_points_at_nobody_leans() {
    assert_eq!(
        leaning("Det har vore ein svært dårleg tone mellom dem. No har Kari Lie møtt Ola Vik."),
        [true, false]
    );
    assert_eq!(
        leaning("Denne veka opnar brua i Vik. No er alle glade i Vik."),
        [false, false]
    );
}

#[test]
fn an_article_in_front_of_an_adjective_is_no_pronoun() {
    assert_eq!(
        leaning("Kari Vik vann løpet. Den tidlegare skiløparen jublar i Lom. Den likte ho i år."),
        [false, false, true]
    );
}

#[test]
fn a_date_is_no_point_of_a_list_and_a_short_clause_no_fragment() {
    for sound in [
        "8. september brant et hus på Hamar, og årsaken er ukjent for politiet.",
        "Fondet sier nei igjen.",
    ] {
        assert!(first(sound).blemish < SPOILT, "{sound}");
    }
    for spoilt in ["Nei takk.", "For nå."] {
        assert!(first(spoilt).blemish >= SPOILT, "{spoilt}");
    }
    assert!(shape::is_caption("STENGD BRU: Vegen over elva i går kveld."));
    assert!(!shape::is_caption("NRK: Brua over elva åpner i morgen."));
}

#[test]
fn a_verb_inside_quotation_marks_names_no_speaker() {
    assert!(first("«Prisen steig, sto i avisa, og alle klaga på prisen.»").blemish >= SPOILT);
    assert!(first("«Prisen steig», sa ordførar Liv Moen til avisa i går.").blemish < SPOILT);
}

#[test]
fn who_speaks_to_the_reader_tells_no_news() {
    let (guide, news) = (
        "Du bør vite dette om prisen på straum.",
        "Kommunen bør vite dette om prisen på straum.",
    );
    assert!(first(guide).blemish > first(news).blemish);
}

#[test]
fn an_abbreviation_in_brackets_stays() {
    let text = "Kommunen fekk brev. Nasjonalt tryggingsorgan (NTO) svarte rådmann Ola Vik (51) i går.";
    assert_eq!(
        alone(text),
        "Nasjonalt tryggingsorgan (NTO) svarte rådmann Ola Vik i går."
    );
}

#[test]
fn the_given_name_is_put_in_where_the_digest_has_not_told_it() {
    let text =
        "Kari Moe er ny leiar i laget. Ola Vik går av etter fem år. Moe takkar Vik for innsatsen i alle åra.";
    let article = analyze(text, None);
    let document = Document::new(&article, &Query::default());
    let names = |chosen: &[usize]| -> Vec<Vec<String>> {
        let put_in = Readings::of(&document, true).introductions(chosen.iter().map(|&c| (c, &[][..])));
        let given = |edits: Vec<Edit>| edits.into_iter().map(|e| e.replacement).collect();
        put_in.into_iter().map(given).collect()
    };
    assert_eq!(names(&[2]), [vec!["Kari ", "Ola "]]);
    assert_eq!(names(&[0, 2]), [vec![], vec!["Ola "]]);
    let two = text.replace("Ola Vik går", "Per Moe går");
    let article = analyze(&two, None);
    let document = Document::new(&article, &Query::default());
    let put_in = Readings::of(&document, true).introductions([(2, &[][..])].into_iter());
    assert!(put_in[0].is_empty(), "two are called Moe");
    for (third, why) in [
        (
            "Advokatane i Dale & Moe takkar for innsatsen.",
            "it is part of a firm's name",
        ),
        (
            "Festen er avlyst fordi Moe hotell held stengt.",
            "it is the hotel's",
        ),
        ("- Dette er ei ekte Moe.", "it was not said"),
    ] {
        let text = format!("Kari Moe er ny leiar. Ola Vik går av. {third}");
        let article = analyze(&text, None);
        let document = Document::new(&article, &Query::default());
        let put_in = Readings::of(&document, true).introductions([(2, &[][..])].into_iter());
        assert!(put_in[0].is_empty(), "{third} {why}");
    }
}

#[test]
fn a_pronoun_that_opens_an_article_is_the_one_person_of_its_title() {
    let text = "Ho vart 81 år gammal. Ho budde i Vik.";
    let told = |title: &str| {
        let article = analyze(text, Some(title));
        let document = Document::new(&article, &Query::default());
        let reading = &readings(&document, true)[0];
        crate::DigestSentence::edited(text.into(), document.candidates()[0].span, reading.alone.clone()).text
    };
    assert_eq!(told("Forfattar Kari Moe er død"), "Kari Moe vart 81 år gammal.");
    for title in ["Forfattaren er død", "Kari Moe møtte Liv Dahl", "Ola Moe er død"] {
        assert!(told(title).starts_with("Ho vart"), "{title}");
    }
}

#[test]
fn a_name_in_quotation_marks_is_no_quote_and_a_clause_behind_det_is_told() {
    for sound in [
        "«Fjordkongen» kjem på kino i Vik til hausten.",
        "Etter det Fjordavisa kjenner til, er kraftverket selt for 40 millionar kroner.",
    ] {
        let text = format!("Kommunen fekk brev i går kveld. {sound}");
        let article = analyze(&text, None);
        let reading = &readings(&Document::new(&article, &Query::default()), true)[1];
        assert!(reading.is_sound() && !reading.leans, "{sound}");
    }
    assert!(first("«Dette er ein stor dag for oss alle her i Vik.»").blemish >= SPOILT);
}

#[test]
fn services_lists_and_captions_are_no_sentences() {
    for junk in [
        "Her er Kari Vik på brua over Storelva i går.",
        "Kari Vik, her fra et tidligere møte.",
        "Gode folk møter ved brua i kveld, alle sammen #storelva.",
        "Kampen starter kl. 18.30Fjell møter Dal på søndag.",
        "Formelt er det Fjord Bank Fjord Bank Fjord Bank er en bank.",
        "Slik har planen for brua over Storelva blitt endret siden i fjor:",
    ] {
        assert!(first(junk).junk, "{junk}");
    }
}

/// How the first sentence reads.
fn first(text: &str) -> Reading {
    let article = analyze(text, None);
    readings(&Document::new(&article, &Query::default()), true).swap_remove(0)
}
