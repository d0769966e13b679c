//! Words that tell no reader what an article is about, however rare they are or often they come back.

/// Time, number and amount; what newsrooms and offices do; what anything may be called.
pub const UNTELLING: &str = "mandag måndag tirsdag tysdag onsdag torsdag fredag lørdag laurdag søndag sundag mandagens \
    tirsdagens onsdagens torsdagens fredagens lørdagens søndagens helg helga helgen helgene dagen dagene dagane døgn døgnet \
    uke uka uken ukene uker veke veka vekene vekane veker måned måneden måneder månedene månad månaden månader månadene \
    år året årene åra årets time timen timer timar timene timane minutt minutter minuttar minuttene minutta sekund sekunder \
    sekundene tid tida tiden tidspunkt tidspunktet morgen morgenen morgon morgonen morgontimene morgentimene formiddag \
    formiddagen ettermiddag ettermiddagen kveld kvelden natt natta natten pause pausen \
    første fyrste andre tredje fjerde femte sjette sjuende syvende åttende niende tiende ellevte tolvte en ein to tre fire \
    fem seks sju syv åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tjue tyve tretti tredve førti \
    femti seksti sytti åtti nitti hundre tusen million millionar millioner milliard milliardar milliarder prosent prosenten \
    prosentar krone kroner kronene dollar euro \
    melding meldinga meldingen meldinger meldingar pressemelding pressemeldinga pressemeldingen pressekonferanse \
    pressekonferansen pressekonferansar intervju intervjuet uttalelse uttalelsen uttalelser fråsegn fråsegna svar svaret \
    spørsmål spørsmålet spørsmåla spørsmålene kommentar kommentaren kilde kilden kjelde kjelda e-post e-posten bilde bildet \
    bilete biletet bilder bildene video videoen sak saka saken saker sakene sakane artikkel artikkelen avis avisa avisen \
    journalist journalisten tips nyhet nyheten nyheter \
    ting tingen tingene sted stedet stader staden del delen deler delar delene antall antallet tal talet grunn grunnen \
    måte måten måter måtar forhold forholdet tilfelle tilfellet tilfeller eksempel eksempelet eksempler situasjon \
    situasjonen situasjonar resultat resultatet resultater årsak årsaken årsaka behov behovet mulighet muligheten \
    muligheter mogleg moglegheit moglegheita problem problemet problemer utfordring utfordringen utfordringer utfordringar \
    person personen personer personar menneske mennesker folk folket mann mannen menn kvinne kvinna kvinnen kvinner \
    navn navnet namn namnet ord ordet orda ordene";

/// Endings of adjectives: in front of a noun they tell of it, and it tells more.
pub const ADJECTIVE_ENDINGS: &[&str] = &[
    "iske", "isk", "lige", "lig", "lege", "leg", "dige", "tige", "elle", "ende", "ande", "bare", "somme",
    "som", "løse", "lause", "løs", "laus", "lav", "låg", "høy", "høg", "full", "rik", "messig", "aktig",
];

/// Endings of nouns, and of hardly any other word.
pub const NOUN_ENDINGS: &[&str] = &[
    "en", "ene", "ane", "het", "heit", "heten", "heita", "sjon", "ning", "ing", "inga", "else", "skap",
    "skapet", "dom", "eri", "isme", "itet", "logi", "tur", "sel", "nad",
];

/// The mark of an infinitive, auxiliaries and pronouns: a verb follows, or what is said of the subject.
pub const BEFORE_VERBS: &[&str] = &[
    "å", "har", "hadde", "er", "var", "blir", "blei", "ble", "vart", "vil", "ville", "skal", "skulle", "kan",
    "kunne", "må", "måtte", "jeg", "eg", "han", "hun", "ho", "vi", "ikke", "ikkje", "som",
];

/// Words that follow a verb of saying or thinking.
pub const BEHIND_VERBS: &[&str] = &["at", "seg", "om"];
