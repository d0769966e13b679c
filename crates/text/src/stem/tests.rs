use super::*;

fn same(pairs: &[(&str, &str)]) {
    for (bokmal, nynorsk) in pairs {
        assert_eq!(stem(bokmal), stem(nynorsk), "{bokmal} / {nynorsk}");
    }
}

#[test]
fn small_words_of_both_forms_are_one() {
    same(&[
        ("ikke", "ikkje"),
        ("jeg", "eg"),
        ("hvem", "kven"),
        ("hva", "kva"),
        ("hvordan", "korleis"),
        ("fra", "frå"),
        ("ble", "vart"),
        ("bare", "berre"),
        ("noen", "nokre"),
        ("mye", "mykje"),
        ("mens", "medan"),
        ("kommer", "kjem"),
        ("sier", "seier"),
    ]);
}

#[test]
fn the_endings_of_both_forms_come_off() {
    same(&[
        ("bilene", "bilane"),
        ("bilene", "bilar"),
        ("husene", "husa"),
        ("jentene", "jenter"),
        ("regjeringen", "regjeringa"),
        ("lærerne", "lærarane"),
        ("politikere", "politikarar"),
        ("kastet", "kasta"),
        ("kaster", "kastar"),
        ("muligheten", "moglegheita"),
        ("nyheter", "nyheiter"),
        ("viktigste", "viktigaste"),
        ("følgende", "følgjande"),
        ("levende", "levande"),
        ("brukes", "brukast"),
        ("byene", "byane"),
        ("årene", "åra"),
        ("programmet", "program"),
        ("landets", "land"),
        ("russlands", "russland"),
    ]);
}

#[test]
fn roots_are_united_alone_and_in_compounds() {
    same(&[
        ("skole", "skule"),
        ("grunnskolen", "grunnskulen"),
        ("skolebøker", "skulebøker"),
        ("høyskolene", "høgskulane"),
        ("uke", "veke"),
        ("ukene", "vekene"),
        ("sykehus", "sjukehus"),
        ("sykehjem", "sjukeheim"),
        ("virksomheter", "verksemder"),
        ("arbeidsløs", "arbeidslaus"),
        ("øker", "aukar"),
        ("høyre", "høgre"),
        ("hjem", "heim"),
        ("hvit", "kvit"),
        ("østlandet", "austlandet"),
        ("hovedstaden", "hovudstaden"),
        ("vannkraft", "vasskraft"),
        ("norge", "noreg"),
        ("utenriksministeren", "utanriksministeren"),
        ("stortingsvalget", "stortingsvalet"),
        ("spillerne", "spelarane"),
        ("fremtiden", "framtida"),
        ("voldtekt", "valdtekt"),
        ("arbeiderpartiet", "arbeidarpartiet"),
        ("selvstendig", "sjølvstendig"),
    ]);
}

#[test]
fn different_words_stay_apart() {
    for (one, other) in [
        ("australia", "austlandet"),
        ("finans", "fin"),
        ("kurs", "kur"),
        ("is", "iran"),
        ("syria", "syre"),
        ("vekt", "veke"),
        ("august", "auge"),
        ("festival", "fest"),
        ("handel", "hånd"),
        ("stadion", "sted"),
        ("rett", "rente"),
    ] {
        assert_ne!(stem(one), stem(other), "{one} / {other}");
    }
}

#[test]
fn a_stemmer_remembers_what_the_function_gives() {
    let mut stemmer = Stemmer::default();
    for word in ["skulane", "skolene", "fn-toppen", "", "14.30", "ål"] {
        assert_eq!(stemmer.stem(word), stem(word));
    }
    let mut apart = Stemmer::new(Variants::Apart);
    assert_ne!(apart.stem("skulane").to_owned(), apart.stem("skolene"));
    assert_eq!(apart.stem("bilane").to_owned(), apart.stem("bilene"));
}
