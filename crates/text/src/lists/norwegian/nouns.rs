//! Nouns and adjectives that rules ask for, folded.

/// Adjectives that often open a sentence, where their capital makes no name.
pub const OPENING_ADJECTIVES: &str = "forrige førre neste siste første fyrste andre tredje nye gamle tidligere tidlegare eneste einaste viktigste \
    viktigaste største flere fleire enkelte mange";

/// Words that may name one human without the ending of a noun in the definite form.
pub const PERSONS: &str = "mann kvinne gutt jente gut jenta den hver kvar ingen noen";

/// Words that mean several, or join two, without the ending of a plural.
pub const PLURALS: &str = "og begge alle mange noen nokon de dei to tre flere fleire";

/// Nouns in the definite form that stand for something told of before, as a pronoun does.
pub const ANAPHORIC: &str = "selskapet firmaet bedriften bedrifta konsernet klubben laget partiet filmen boken boka romanen albumet låten låta \
    serien skipet båten flyet bilen huset duoen trioen paret hendelsen hendinga avgjørelsen avgjerda innlegget \
    undersøkelsen undersøkinga kartleggingen kartlegginga";

/// Words for the picture beside the text.
pub const PICTURES: &str = "bildet biletet bilde bilete arkivbildet arkivbiletet illustrasjonen";

/// Words that credit a photograph or a drawing.
pub const CREDITED: &str = "foto arkivfoto illustrasjonsfoto illustrasjon";

/// What newspapers offer beside their news.
pub const SERVICES: &str = "oversikt oversikten oversikta guide guiden kalkulator kalkulatoren test testen tester testar liste lista \
    listen abonnement tilbud tilbod nyhetsbrev nyheitsbrev app appen podkast";

/// How a credit stands in a text.
pub const CREDIT_MARKS: &[&str] = &[
    "Foto:",
    "Foto :",
    "foto:",
    "FOTO",
    "Arkivfoto",
    "Illustrasjon:",
    "Illustrasjonsfoto",
];

/// Behind «Det» and «Den» they stand for something told before: «Det siste gjelder …».
pub const LAST_OR_FIRST: &[&str] = &["siste", "første", "fyrste", "andre"];
