//! Conjunctions, adverbs and prepositions, folded.

/// Conjunctions that tie a main clause to the sentence before and can be left out without changing the word order.
pub const CONJUNCTIONS: &str = "men og eller";

/// Adverbs that connect a sentence with the one before, or point at a place or time named there.
pub const ADVERBS: &str = "her der derfra derifrå dit herfra da då så dermed dermad derfor difor deretter dernest dessuten dessutan \
    attpåtil likevel allikevel imidlertid samtidig samstundes også òg heller etterpå etterhvert ellers elles videre \
    vidare derimot følgelig følgjeleg altså således såleis dog riktignok rett tvert motsatt tilsvarende tilsvarande \
    nettopp nemlig nemleg bakgrunnen årsaken årsaka grunnen resultatet forskjellen skilnaden ja nei jo joda neida \
    akkurat hverken verken innen ergo dertil herav hvorpå hvoretter atter utover forresten førøvrig foreløpig hittil \
    enda endå";

/// Prepositions that may open a sentence.
pub const PREPOSITIONS: &str = "etter før med av til i på for om ved mot under gjennom uten utan blant mellom hos fra frå over ifølge ifølgje \
    siden sidan rundt bak foran framfor utenfor utanfor trass grunnet som";

/// Behind «Det er» they say that «Det» points back: «Det er derfor …».
pub const POINTING_COMPLEMENTS: &str = "derfor difor grunnen årsaken det de dei han hun ho også òg";

/// A sentence that begins with one would not stand without the conjunction in front: it is a fragment.
pub const FRAGMENT_STARTS: &str = "ikke ikkje at som aldri bare berre så hvem hva kva kven hvor kor hvorfor hvordan korleis kvifor med uten utan \
    likevel også heller enda fordi selv mest";

/// They open a clause that has a verb of its own and cannot stand without another one.
pub const CLAUSE_OPENERS: &str = "når hvis dersom viss fordi mens medan";

/// In front of a sentence they open such a clause, too.
pub const SUBORDINATORS: &str = "ettersom selv sjølv";

/// Set phrases of two words that connect a sentence with the one before: their first words, and the second words that
/// each of them takes.
pub const PHRASES: &[(&str, &str)] = &[
    (
        "i",
        "tillegg stedet staden mellomtiden mellomtida så motsetning samme same den begge",
    ),
    ("på av til ved fra frå under for", "samme same denne den"),
    ("på", "toppen sin si"),
    (
        "dagen året uken uka veka timen kvelden natten natta måneden månaden",
        "etter før derpå",
    ),
    ("den", "gang gangen gongen"),
    ("for", "øvrig øvrigt øvrigs eksempel ordens"),
    ("alt", "dette det"),
    ("til", "slutt"),
    ("blant", "annet anna"),
    ("like", "etter før"),
    ("kort", "tid etter"),
    ("en ei ein et eit den det", "annen anna annet andre tredje"),
    ("en ei ein et eit", "slik slikt sånn sånt"),
    ("noe noko", "av annet anna"),
    ("mer meir", "enn"),
    ("ikke ikkje", "bare berre minst"),
    ("først", "da då etter"),
    ("kun bare berre", "da slik"),
    ("selv sjølv", "om"),
    ("så", "langt"),
    ("se sjå", "også òg her side"),
];

/// «da», which opens a clause or stands in a main one.
pub const THEN: &[&str] = &["da", "då"];

/// Inside a sentence they open a clause where its subject, its adverb or its verb follows: «som har solgt», and not «som følge av».
pub const RELATIVES: &[&str] = &["som", "da", "då", "der", "hvor", "kor"];

/// Adverbs and prepositions that may follow what opens a clause: «som ikkje vil», «der i byen er».
pub const IN_CLAUSES: &[&str] = &["ikke", "ikkje", "i", "på", "også", "nå", "no", "aldri"];

/// They show that «Det er regjeringen som …» names nothing told before, but goes on.
pub const CLEFTS: &[&str] = &["som", "å", "at", "der", "når", "ikke", "ikkje"];

/// What opens a clause that may be left out, where nothing but that clause follows: the sentence might go on with its own verb, «Brua,
/// som er ny, er stengd».
pub const INSERTS: &[&str] = &[
    ", som ",
    ", der ",
    ", hvor ",
    ", kor ",
    " – ",
    ", ifølge ",
    ", ifølgje ",
    ", blant annet ",
];

/// What opens a clause that may be left out, whatever follows, where it has a verb.
pub const ADDITIONS: &[&str] = &[
    "; ",
    ", mens ",
    ", medan ",
    ", etter at ",
    ", fordi ",
    ", noe som ",
    ", noko som ",
    ", samtidig som ",
    ", og ",
];

/// They show that the words in front of a verb of saying are a clause, not a speaker.
pub const CLAUSE_SIGNS: &[&str] = &["og", "dersom", "hvis", "også", "òg"];

/// They join people, as on a picture or in what they do.
pub const TOGETHER: &[&str] = &["sammen", "saman"];

/// Prepositions of place: a last name behind one may name where something is.
pub const OF_PLACE: &[&str] = &["i", "på", "fra", "frå", "til", "ved"];
