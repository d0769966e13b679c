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

/// They open a clause that cannot stand without another one.
pub const SUBORDINATORS: &str = "når hvis dersom viss fordi ettersom mens medan selv sjølv";

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
