//! Words in and around names.

/// Ends of words that announce the title of a work or the name of a body.
pub const WORKS: &[&str] = &[
    "boka",
    "boken",
    "romanen",
    "filmen",
    "albumet",
    "serien",
    "låta",
    "låten",
    "sangen",
    "songen",
    "programmet",
    "tittelen",
    "novella",
    "novellen",
    "magasinet",
    "avisa",
    "avisen",
    "stykket",
    "forestillingen",
    "framsyninga",
    "singelen",
    "plata",
    "platen",
    "spillet",
    "bandet",
    "gruppa",
    "gruppen",
    "foreningen",
    "organisasjonen",
    "bladet",
    "tidsskriftet",
    "tidsskrifta",
    "diktet",
    "showet",
];

/// Words that stand in front of a person's name; of a compound the last part.
pub const TITLES: &[&str] = &[
    "minister",
    "president",
    "leder",
    "leiar",
    "sjef",
    "direktør",
    "ordfører",
    "ordførar",
    "kong",
    "kongen",
    "dronning",
    "prins",
    "kronprins",
    "prinsesse",
    "kronprinsesse",
    "trener",
    "trenar",
    "spiller",
    "spelar",
    "forsker",
    "forskar",
    "professor",
    "lege",
    "advokat",
    "dommer",
    "dommar",
    "redaktør",
    "politiker",
    "politikar",
    "forfatter",
    "forfattar",
    "talsmann",
    "talskvinne",
    "talsperson",
    "råd",
    "representant",
    "aktor",
    "biskop",
    "pave",
    "general",
    "artist",
    "regissør",
    "skuespiller",
    "skodespelar",
    "meteorolog",
    "økonom",
];

/// Words that stand inside names with a small letter.
pub const PARTICLES: &[&str] = &[
    "von", "van", "der", "de", "del", "della", "di", "da", "du", "la", "le", "bin", "ibn", "al", "dos",
];

/// Names borne by kings, queens and popes, who are numbered.
pub const KINGS: &[&str] = &[
    "Harald",
    "Olav",
    "Haakon",
    "Håkon",
    "Magnus",
    "Sverre",
    "Sigurd",
    "Øystein",
    "Inge",
    "Eirik",
    "Erik",
    "Kristian",
    "Christian",
    "Fredrik",
    "Frederik",
    "Karl",
    "Carl",
    "Gustav",
    "Gustaf",
    "Oscar",
    "Oskar",
    "Margrete",
    "Margrethe",
    "Elizabeth",
    "Elisabeth",
    "Henrik",
    "Ludvig",
    "Georg",
    "Wilhelm",
    "Filip",
    "Napoleon",
    "Benedikt",
    "Pius",
    "Paul",
];

/// Names known beforehand, one a line, other names of the same behind semicolons.
pub const KNOWN: &str = include_str!("known_names.txt");

/// First words of names of places that are not the place itself: «Nord-Korea» is not «Korea».
pub const DIRECTIONS: &[&str] = &[
    "nord", "sør", "øst", "vest", "aust", "ny", "new", "midt", "indre", "ytre", "store", "lille",
];

/// Names that a mark of exclamation belongs to, without it.
pub const MARKED: &[&str] = &[
    "E", "Yahoo", "Kahoot", "Jeopardy", "Oliver", "Joomla", "Wham", "Panic",
];

/// What is called by somebody's name: «Moe hotell».
pub const NAMED_AFTER: &[&str] = &[
    "hotell", "hotel", "gard", "gård", "skole", "skule", "stadion", "arena", "kirke", "kyrkje",
];

/// Bodies that are called by an acronym: in capitals they are no kicker of a caption.
pub const ACRONYMS: &[&str] = &["NATO", "OECD", "FIFA", "UEFA", "UNHCR", "UNICEF"];
