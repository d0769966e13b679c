//! Small words by what must, or must not, stand beside them.

/// Words in -e behind «Det» and «Den» that make no name with it, as adjectives do («Det hvite hus»).
pub const ADJECTIVE_LIKE_VERBS: &[&str] = &[
    "hadde", "kunne", "ville", "skulle", "måtte", "gjorde", "ble", "første", "siste", "neste", "fleste",
    "andre", "eneste", "verste", "beste", "viste", "burde", "sagde", "gjelde",
];

/// Words that follow the English «I».
pub const ENGLISH_AFTER_I: &[&str] = &[
    "am", "was", "want", "need", "used", "got", "could", "can", "have", "had", "will", "would", "love",
    "know", "think", "feel", "did", "do", "don", "saw", "bled", "walked", "say",
];

/// Words that tie what follows to what stands before: no heading ends in one.
pub const CONNECTORS: &[&str] = &[
    "i", "på", "av", "at", "som", "og", "eller", "er", "for", "en", "ei", "et", "ein", "eit", "har", "blir",
    "vert", "til", "fra", "frå", "ved", "mot", "om", "enn", "den", "det", "dei", "de", "vi", "å", "ho",
    "hun", "han", "jeg", "eg", "med", "under", "over", "hos", "mellom", "men", "da", "når", "hvis", "dersom",
    "mens", "medan", "fordi", "gjennom", "etter", "før", "ifølge", "ifølgje", "var", "ble", "vart", "heter",
    "heiter", "kalt", "kalla", "kalles", "the", "a", "of", "and", "to", "in", "is", "heller", "samt", "både",
    "sa", "sier", "seier", "mener", "meiner", "spør", "kårer", "skriver", "hvor", "kor", "røde", "hevder",
    "kalte", "hadde", "hans", "hennes", "sin", "sitt", "si", "viser", "verken", "hverken", "ikke", "ikkje",
    "dette", "denne", "bare", "berre", "kun", "også", "seg", "redd", "henne", "ham",
];

/// Words behind which something must follow, so that a line that ends in one was broken off.
pub const TIES: &[&str] = &[
    "og", "eller", "at", "som", "en", "ei", "et", "ein", "eit", "å", "men", "samt", "når", "hvis", "dersom",
    "fordi",
];

/// Words that stand between a part left out and the whole word («olje- og gassnæringen»).
pub const COORDINATORS: &[&str] = &[
    "og", "eller", "samt", "men", "til", "som", "både", "enn", "and", "or", "und", "och",
];

/// Finite verbs that are common right behind the subject or first in a question.
pub const FINITE_VERBS: &str = "er var har hadde skal skulle vil ville kan kunne må måtte bør burde får fikk fekk ble blir blei vart vert kom \
    kommer kjem går gikk gjekk finnes finst fantes fanst gjør gjer gjorde ser så står stod sto tar tok gir gav ga \
    hjelper betyr tyder viser syner viste sier seier sa mener meiner mente meinte tror trur trodde trudde synes \
    synest ligger ligg lå virker verkar";

/// Nouns that an ordinal stands in front of, beside the months; folded.
pub const NUMBERED_NOUNS: &[&str] = &[
    "klasse",
    "klassen",
    "trinn",
    "trinnet",
    "omgang",
    "runde",
    "divisjon",
    "etasje",
    "plass",
    "premie",
    "verdenskrig",
    "verdskrig",
    "verdskrigen",
    "verdenskrigen",
    "kvartal",
    "juledag",
    "påskedag",
    "pinsedag",
    "hundreåret",
    "hundreår",
    "århundre",
    "århundret",
    "etappe",
    "generasjon",
    "avsnitt",
    "ledd",
];

/// Articles behind which a number is an ordinal: «den 45. Presidenten».
pub const ARTICLES: &[&str] = &["den", "det", "dei", "de"];

/// Answers, which may follow a pause inside a sentence.
pub const ANSWERS: &[&str] = &["Ja", "Nei", "Jo", "Joda", "Neida", "Vel", "Tja", "Nja"];

/// Nouns that news sentences open with, and that are no names.
pub const OPENING_NOUNS: &[&str] = &[
    "Selskapet",
    "Firmaet",
    "Bedriften",
    "Bedrifta",
    "Konsernet",
    "Kommunen",
    "Kommuna",
    "Saken",
    "Saka",
    "Mannen",
    "Kvinnen",
    "Kvinna",
    "Dommen",
    "Retten",
    "Laget",
    "Klubben",
    "Skolen",
    "Skulen",
    "Byen",
    "Prisen",
    "Møtet",
    "Avtalen",
    "Avtala",
];
