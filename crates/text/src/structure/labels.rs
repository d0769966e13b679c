//! The fixed words of a news page: what credits, bylines, fact boxes and page remnants open with.

/// What stands in front of the name in a picture's credit.
const CREDITS: [&str; 26] = [
    "foto",
    "foto og video",
    "foto/video",
    "arkivfoto",
    "illustrasjonsfoto",
    "pressefoto",
    "privat foto",
    "faksimile",
    "skjermdump",
    "skjermbilde",
    "illustrasjon",
    "illustrasjonar",
    "ill",
    "ill.",
    "grafikk",
    "video",
    "photo",
    "fotomontasje",
    "montasje",
    "alle foto",
    "alle bilder",
    "begge foto",
    "foto og tekst",
    "bilde",
    "kart",
    "fotograf",
];

/// What stands in front of the writer's name, with a colon.
const BYLINES: [&str; 14] = [
    "av",
    "tekst",
    "tekst og foto",
    "tekst og bilder",
    "tekst/foto",
    "tekst & foto",
    "skrevet av",
    "skrive av",
    "journalist",
    "reporter",
    "forfatter",
    "ansvarlig redaktør",
    "omsett av",
    "oversatt av",
];

/// What a line that the page left behind opens with, in small letters.
const REMNANTS: [&str; 84] = [
    "mest sett",
    "mest lest",
    "mest lese",
    "mest delt",
    "mest populært",
    "les også",
    "les òg",
    "les også:",
    "les mer",
    "les meir",
    "les saken",
    "les hele",
    "les heile",
    "les om",
    "les alt om",
    "les flere",
    "les fleire",
    "les resten",
    "se også",
    "sjå også",
    "sjå òg",
    "se video",
    "sjå video",
    "se bilder",
    "se bildene",
    "sjå bilete",
    "hør også",
    "hør podkast",
    "høyr også",
    "saken oppdateres",
    "saka blir oppdatert",
    "saka vert oppdatert",
    "saken blir oppdatert",
    "saken er oppdatert",
    "saka er oppdatert",
    "denne saken oppdateres",
    "denne saken blir oppdatert",
    "denne saka blir oppdatert",
    "artikkelen oppdateres",
    "artikkelen fortsetter",
    "saken fortsetter",
    "saka held fram",
    "artikkelen held fram",
    "annonse",
    "annonsør",
    "reklame",
    "følg oss",
    "følg vg",
    "følg nrk",
    "del på",
    "del saken",
    "del saka",
    "tips oss",
    "har du tips",
    "har du et tips",
    "publisert",
    "oppdatert",
    "sist oppdatert",
    "abonner",
    "bli abonnent",
    "logg inn",
    "kjøp abonnement",
    "vis mer",
    "vis meir",
    "vis flere",
    "vis alle",
    "last ned appen",
    "last flere",
    "laster inn",
    "flere saker",
    "fleire saker",
    "relaterte",
    "siste nytt",
    "siste nyheter",
    "siste nyheiter",
    "nyhetsbrev",
    "meld deg på",
    "kommentarer (",
    "til toppen",
    "skriv ut",
    "gå til forsiden",
    "copyright",
    "©",
    "(saken oppdateres",
];

/// What a fact box opens with.
const FACTS: [&str; 9] = [
    "fakta",
    "faktaboks",
    "bakgrunn",
    "dette er saken",
    "dette er saka",
    "kort fortalt",
    "kort fortald",
    "saken kort",
    "saka kort",
];

/// Bytes of the longest label; longer heads of lines are not looked at.
const LONGEST: usize = 32;

/// Whether `label` (what stands before a colon) names a credit or a byline.
pub(crate) fn is_credit_label(label: &str) -> bool {
    is_picture_label(label) || is_byline_label(label)
}

/// Whether `label` is what stands in front of a photographer's name.
pub(super) fn is_picture_label(label: &str) -> bool {
    label.len() <= LONGEST && CREDITS.contains(&label.to_lowercase().as_str())
}

/// Whether `label` is what stands in front of a writer's name.
pub(super) fn is_byline_label(label: &str) -> bool {
    label.len() <= LONGEST && BYLINES.contains(&label.to_lowercase().as_str())
}

/// Whether `line` opens like something that the page left behind.
pub(super) fn opens_remnant(line: &str) -> bool {
    let head = folded_head(line);
    REMNANTS.iter().any(|phrase| starts_with_words(&head, phrase))
}

/// Whether `line` is the title of a fact box: «Fakta», «FAKTA: Iran», «Dette er saken».
pub(super) fn opens_facts(line: &str) -> bool {
    let head = folded_head(line);
    let rest = |title: &str| head.strip_prefix(title).map(str::to_owned);
    FACTS
        .iter()
        .any(|title| rest(title).is_some_and(|r| r.is_empty() || r.starts_with(':')))
        || line.len() < 60 && (starts_with_words(&head, "fakta om") || starts_with_words(&head, "fakta"))
}

/// The first [`LONGEST`] bytes or so of `line`, in small letters, without what may stand in front of the words.
fn folded_head(line: &str) -> String {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '©');
    line.chars().take(LONGEST).flat_map(char::to_lowercase).collect()
}

/// Whether `head` starts with `phrase` and a word ends there.
fn starts_with_words(head: &str, phrase: &str) -> bool {
    head.strip_prefix(phrase)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_words_are_known_whatever_their_case() {
        assert!(opens_remnant("Mest sett siste uken"));
        assert!(opens_remnant("LES OGSÅ: Ny bru i Voss"));
        assert!(opens_remnant("(Saken oppdateres)"));
        assert!(!opens_remnant("Les oppgavene nøye"));
        assert!(is_credit_label("FOTO") && is_credit_label("Tekst og foto"));
        assert!(!is_credit_label("Politiet"));
        assert!(
            opens_facts("FAKTA: Iran")
                && opens_facts("Dette er saken")
                && !opens_facts("Faktaene var klare for alle.")
        );
    }
}
