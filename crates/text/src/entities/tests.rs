use crate::analysis::analyze;
use crate::entities::names;

fn found(text: &str, title: Option<&str>) -> Vec<(String, usize)> {
    names(&analyze(text, title))
        .into_iter()
        .map(|name| (name.name, name.mentions.len()))
        .collect()
}

fn has(text: &str, expected: &[(&str, usize)]) {
    let found = found(text, None);
    let found: Vec<(&str, usize)> = found
        .iter()
        .map(|(name, count)| (name.as_str(), *count))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn surname_and_genitive_join_the_full_name() {
    has(
        "I går møtte Kari Lundvoll pressen. Lundvoll sa lite. Mange hadde ventet på Lundvolls svar.",
        &[("Kari Lundvoll", 3)],
    );
    has(
        "Ifølge Brekke er alt klart. Statsråd Ola Brekke reiser i morgen.",
        &[("Ola Brekke", 2)],
    );
}

#[test]
fn hyphen_or_space_is_one_name() {
    has(
        "Flere land i Asia følger Nord-Korea. Presset på Nord Korea øker.",
        &[("Nord-Korea", 2), ("Asia", 1)],
    );
}

#[test]
fn short_forms_are_known_or_told_in_brackets() {
    has(
        "I dag sier Arbeiderpartiet ja. Velgerne til Ap er delt.",
        &[("Arbeiderpartiet", 2)],
    );
    has(
        "Nå svarer Norsk Fjellfond (NF) på kritikken. Pengene til NF er brukt opp.",
        &[("Norsk Fjellfond", 3)],
    );
}

#[test]
fn what_stands_in_brackets_may_be_a_party_or_an_agency() {
    has(
        "I går sa Arne Pettersen (Ap) nei. Ap er delt.",
        &[("Ap", 2), ("Arne Pettersen", 1)],
    );
    has("Brua i BERGEN (NTB) er åpnet.", &[("BERGEN", 1), ("NTB", 1)]);
    has(
        "Saka blei kjend då Liv Moe (VG) skreiv om ho.",
        &[("Liv Moe", 1), ("VG", 1)],
    );
}

#[test]
fn the_first_word_of_a_sentence_is_no_name_by_its_place() {
    has(
        "Politiet rykket ut. Flere ble skadet. Huset i Bergen brant ned.",
        &[("Bergen", 1)],
    );
    has(
        "Oslo får mer snø. Utenriksminister Per Vik er i Paris.",
        &[("Oslo", 1), ("Per Vik", 1), ("Paris", 1)],
    );
}

#[test]
fn the_first_part_of_a_hyphenated_word_names() {
    has(
        "I kveld venter NATO-sjefen på svar fra NATO-landene.",
        &[("NATO", 2)],
    );
}

#[test]
fn particles_and_initials_stay_inside() {
    has(
        "Hun leste J.K. Strand og Ludwig van Holt.",
        &[("J.K. Strand", 1), ("Ludwig van Holt", 1)],
    );
}

#[test]
fn a_title_apart_is_a_field_of_its_own() {
    let analysis = analyze(
        "Talen til Solfrid Nes ble lang. Mange klappet for Nes.",
        Some("Nes fikk applaus"),
    );
    let names = names(&analysis);
    assert_eq!(names.len(), 1);
    assert_eq!(
        names[0].mentions.iter().map(|m| m.in_title).collect::<Vec<_>>(),
        [true, false, false]
    );
    assert_eq!(names[0].mentions[0].span.of("Nes fikk applaus"), "Nes");
}

#[test]
fn shouted_lines_and_credits_name_nobody() {
    has(
        "BRANN I BLOKKA I NATT\n\nFlere bor i Moss.\n\nFoto: Per Hansen",
        &[("Moss", 1)],
    );
}

#[test]
fn two_names_side_by_side_stay_two() {
    has(
        "Brekke møtte Lundvoll i Oslo. Etterpå takket Brekke Lundvoll for praten.",
        &[("Brekke", 2), ("Lundvoll", 2), ("Oslo", 1)],
    );
    has(
        "Kari Lundvoll reiser. Senere ble Lundvoll avløst, og Kari Lundvoll dro hjem.",
        &[("Kari Lundvoll", 3)],
    );
}
