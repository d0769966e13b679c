//! Nouns, known by their endings as far as Norwegian lets one, and adjectives that may be taken for one.

pub(super) const OPENING_ADJECTIVES: &str = "forrige førre neste siste første fyrste andre tredje nye gamle tidligere \
    tidlegare eneste einaste viktigste viktigaste største flere fleire enkelte mange";

pub(super) const PERSONS: &str = "mann kvinne gutt jente gut jenta den hver kvar ingen noen";

pub(super) const PLURALS: &str = "og begge alle mange noen nokon de dei to tre flere fleire";

pub(super) const PICTURES: &str = "bildet biletet bilde bilete arkivbildet arkivbiletet illustrasjonen";

pub(super) const CREDITS: &str = "foto arkivfoto illustrasjonsfoto illustrasjon";

/// Whether a word ends like a noun in the definite singular.
pub(super) fn ends_like_definite(word: &str) -> bool {
    word.len() > 4 && word.ends_with(['n', 'a'])
}

/// Whether a word ends like a noun in the plural.
pub(super) fn ends_like_plural(word: &str) -> bool {
    let endings = ["er", "ar", "ene", "ane", "folk"];
    word.len() > 3 && endings.iter().any(|ending| word.ends_with(ending))
}

/// Titles that stand in front of a name, as words or as the last part of one: «statsminister», «utenriksministeren».
const TITLES: [&str; 16] = [
    "statsråd",
    "minister",
    "president",
    "leder",
    "leiar",
    "sjef",
    "direktør",
    "ordfører",
    "ordførar",
    "advokat",
    "forsker",
    "forskar",
    "professor",
    "talsmann",
    "talsperson",
    "trener",
];

/// Whether a noun names a person when a name follows: «statsminister Jonas Gahr Støre».
pub(in super::super) fn is_title_noun(word: &str) -> bool {
    let indefinite = word.strip_suffix("en").unwrap_or(word);
    TITLES
        .iter()
        .any(|title| word.ends_with(title) || indefinite.ends_with(title))
}

/// Whether a text with a word of [`CREDITS`] has it as a credit.
pub(in super::super) fn has_credit(text: &str) -> bool {
    const MARKS: [&str; 7] = [
        "Foto:",
        "Foto :",
        "foto:",
        "FOTO",
        "Arkivfoto",
        "Illustrasjon:",
        "Illustrasjonsfoto",
    ];
    MARKS.iter().any(|mark| text.contains(mark))
}

/// Newspapers, broadcasters and news agencies.
const SOURCES: &str = "ntb npk vg nrk tv bbc cnn afp ap reuters interfax tass xinhua bloomberg dn e24 nettavisen \
    aftenposten dagbladet klassekampen nationen dagsavisen times guardian post news spiegel monde tt ritzau sky khrono \
    morgenbladet yonhap dpa avisa avisen nyhetsbyrået lokalavisen lokalavisa";

/// Whether a word is the name, or the kind of name, of a newspaper, broadcaster or news agency.
pub(in super::super) fn is_news_source(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "avisen",
        "avisa",
        "bladet",
        "blad",
        "tidende",
        "posten",
        "ekspressen",
        "nytt",
        "nyheter",
    ];
    let compound = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
    SOURCES.split_whitespace().any(|source| source == word) || ENDINGS.iter().any(|&ending| compound(ending))
}
