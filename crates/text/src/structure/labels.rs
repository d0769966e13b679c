//! The fixed words of a news page: what credits, bylines, fact boxes and page remnants open with.

use crate::openers::is_opener;
use crate::scan::skip_space;

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

/// Credits as they stand inside a text.
pub(super) const PICTURE_LABELS: [&str; 9] = [
    "Foto:",
    "FOTO:",
    "foto:",
    "Illustrasjon:",
    "ILLUSTRASJON:",
    "Skjermdump:",
    "Faksimile:",
    "Grafikk:",
    "Fotograf:",
];

/// Page remnants as they stand inside a text, as a sentence of their own.
pub(super) const REMNANT_SENTENCES: [&str; 12] = [
    "Les også:",
    "LES OGSÅ:",
    "Les også «",
    "Les òg:",
    "Se også:",
    "Sjå også:",
    "Les mer:",
    "Les meir:",
    "Saken oppdateres",
    "Saka blir oppdatert",
    "Artikkelen fortsetter under",
    "Saken fortsetter under",
];

/// What a line that the page left behind opens with, in small letters, whatever stands behind it.
const REMNANTS: [&str; 34] = [
    "les også",
    "les òg",
    "mest sett",
    "mest lest",
    "mest lese",
    "mest delt",
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
    "artikkelen fortsetter under",
    "saken fortsetter under",
    "saka held fram under",
    "artikkelen held fram under",
    "følg oss på",
    "tips oss",
    "har du tips",
    "har du et tips",
    "har du eit tips",
    "logg inn",
    "last ned appen",
    "laster inn",
    "meld deg på nyhetsbrev",
    "kommentarer (",
    "gå til forsiden",
    "sist oppdatert",
    "copyright",
    "©",
];

/// What a short line that the page left behind opens with, in small letters; longer lines may be sentences.
const SHORT_REMNANTS: [&str; 42] = [
    "les mer",
    "les meir",
    "les saken",
    "les saka",
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
    "annonse",
    "annonsør",
    "reklame",
    "følg vg",
    "følg nrk",
    "del på",
    "del saken",
    "del saka",
    "publisert",
    "oppdatert",
    "abonner",
    "bli abonnent",
    "vis mer",
    "vis meir",
    "vis flere",
    "flere saker",
    "relaterte saker",
    "siste nytt",
    "nyhetsbrev",
    "til toppen",
];

/// Words of the longest line that [`SHORT_REMNANTS`] speak for.
const SHORT: usize = 8;

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
    let opens = |head: &str, phrases: &[&str]| phrases.iter().any(|phrase| starts_with_words(head, phrase));
    if !may_open(line, b"lmsdafhvbrnktgcp(\xC2") {
        return false;
    }
    let head = folded_head(line);
    opens(&head, &REMNANTS) || line.split_whitespace().nth(SHORT).is_none() && opens(&head, &SHORT_REMNANTS)
}

/// Whether the first letter of `line` is one of `letters`, which are small.
fn may_open(line: &str, letters: &[u8]) -> bool {
    line.bytes()
        .next()
        .is_some_and(|b| letters.contains(&b.to_ascii_lowercase()))
}

/// The end of the credit whose label starts at `label`: the names behind it, up to an agency, a mark, a word that opens
/// sentences, or the name in front of a word in small letters, which begins the next sentence.
pub(super) fn credit_end(text: &str, label: usize, end: usize) -> usize {
    const WORDS: usize = 9;
    let mut at = text[label..end].find(':').map_or(end, |colon| label + colon + 1);
    let (mut last, mut names) = (at, [at; 2]);
    for _ in 0..WORDS {
        let start = skip_space(text, at, end);
        let len = text[start..end].find(char::is_whitespace).unwrap_or(end - start);
        let word = &text[start..start + len];
        let name = word.trim_matches(['.', ',', ')', '(']);
        if matches!(word, "," | "/" | "og" | "-" | "–" | "&" | "via") {
            at = start + len;
            continue;
        }
        if !name.starts_with(char::is_uppercase) || last > names[0] && is_opener(name) {
            let sentence_follows = name.starts_with(char::is_lowercase) && names[1] > names[0];
            return if sentence_follows { names[1] } else { last };
        }
        at = start + len;
        (names[1], last) = (last, at);
        if word.ends_with(['.', ')']) && name.chars().count() > 1
            || is_picture_agency(name) && !text[at..end].trim_start().starts_with('/')
        {
            break;
        }
    }
    last
}

/// Whether `name` is an agency that sells pictures.
fn is_picture_agency(name: &str) -> bool {
    const AGENCIES: [&str; 14] = [
        "Scanpix",
        "SCANPIX",
        "scanpix",
        "NTB",
        "AFP",
        "Reuters",
        "REUTERS",
        "AP",
        "EPA",
        "ANB",
        "Scanpix/AP",
        "Reuters/Scanpix",
        "Colourbox",
        "Shutterstock",
    ];
    name.rsplit('/')
        .next()
        .is_some_and(|part| AGENCIES.contains(&part))
}

/// Whether `line` is the title of a fact box: «Fakta», «FAKTA: Iran», «Dette er saken».
pub(super) fn opens_facts(line: &str) -> bool {
    if !may_open(line, b"fbdks") {
        return false;
    }
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
