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

/// Finite forms of verbs, one a line: words that often stand behind «han», «hun», «vi» and the like, as counted by
/// `scripts/finite_verbs.py`.
pub const COUNTED_VERBS: &str = include_str!("finite_verbs.txt");

/// Verbs of what is seen on a picture, in the present tense: «En mann går forbi …».
pub const SCENES: &str = "står sitter sit ser viser syner løper spring feirer feirar jubler jublar smiler hilser helsar kaster \
    kastar sender løfter lyfter taler talar omfavner omfamnar leser les ankommer forlater forlet poserer \
    poserar demonstrerer demonstrerar markerer markerar scorer skårar hjelper hjelp søker søkjer ringer bærer \
    klemmer klemmar flykter flyktar protesterer protesterar";

/// Finite forms of strong verbs, which no ending tells from other words.
pub const STRONG_FORMS: &str = "bad baud ber bet beit bar bandt batt brast brakk brøt braut drikk drakk dreg \
    dro drog eig falt fall fell fant fann finn fins finst flaug fløy flyg for fór fraus frøs galdt gjaldt gjeld \
    gled glei gråt grep greip hang heng held holdt krøp kraup lèt lot les ligg løp løy lyg nøt naut når rant \
    rann renn reid røk rauk ryk sank søkk sokk sitt sit satt sat skjøt skaut skyt skrek skreik skrik slo slår \
    sløpp slapp slepp slit sleit slet sloss slåss sov søv sprakk sprekk sprang spring stakk stikk steg steig \
    stig stjal stel stod strid streid sveik svik svor sverg syng sang song tal tek treff traff trekk trakk \
    tvang tving vant vann vinn veg vik veik åt et tyt lyt \
    bles drap grov grein gol kvakk kvein led naus nøs peip pep reiv seig skalv skar skein snøt spann strauk strøk svalt vov vog vrei vred hogg klang kleiv knakk klov kløyv vaks lo tok";

/// Common words in -er and -år that are no verbs.
pub const NO_VERBS: &str =
    "mer meir eller etter over under her der hver kvar år per når før heller mellom ellers vår aller";

/// Endings of plural nouns that look like verbs in the present tense.
pub const PLURAL_ENDINGS: &[&str] = &[
    "sjoner", "sjonar", "inger", "ingar", "ingene", "heter", "heiter", "elser", "elsar", "nader", "nadar",
    "ister", "istar", "ører", "ørar", "skaper", "skapar", "dommer", "domar", "iteter", "itetar",
];

/// Words that deny what their clause says.
pub const NEGATIONS: &[&str] = &[
    "ikke",
    "ikkje",
    "aldri",
    "ingen",
    "inga",
    "inkje",
    "intet",
    "ingenting",
    "hverken",
    "verken",
    "korkje",
    "uten",
    "utan",
];

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

/// Words behind which an infinitive stands, so that what looks like a finite verb is none.
pub const BEFORE_INFINITIVES: &[&str] = &[
    "vil", "ville", "kan", "kunne", "skal", "skulle", "må", "måtte", "bør", "burde", "ikke",
];

/// Words behind which a noun or an adjective stands, so that what looks like a finite verb is none.
pub const BEFORE_NOUNS: &[&str] = &[
    "det", "sin", "sitt", "sine", "si", "og", "siste", "første", "fyrste", "neste", "to", "tre",
];

/// Words that deny what their verb says.
pub const NEGATING_ADVERBS: &[&str] = &["ikke", "ikkje", "aldri"];

/// Words that answer the question of the sentence before: «Ein rektor meiner ja.»
pub const ANSWERING: &[&str] = &["ja", "jo", "nei", "svaret"];
