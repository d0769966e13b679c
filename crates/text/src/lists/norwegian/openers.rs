//! Words that open sentences, with a capital.

/// Words so common at the start of sentences, and so seldom in names, that nothing more is asked of what follows them.
pub const STRONG: &str = "Det Dette Den Denne De Dei Desse Disse Vi Me Jeg Eg Han Hun Ho Du Men Når Da Då Etter Ifølge Ifølgje I På For \
    Med Til Fra Frå Ved Som Om Hvis Dersom Selv Sjølv Samtidig Samstundes Også Her Der Nå No Så Mange Flere Fleire \
    Noen Nokre Alle Ingen Likevel Derfor Difor Dermed Dessuten Tidligere Tidlegare Senere Seinare Fredag Torsdag \
    Onsdag Tirsdag Tysdag Mandag Måndag Lørdag Laurdag Søndag Sundag Hva Kva Hvordan Korleis Hvorfor Kvifor Hvem \
    Kven Ikke Ikkje Siden Sidan Under Blant Mens Medan Av Ein En Ei Eit Et Å Kanskje Slik Både Begge Foreløpig \
    Førebels Nylig Nyleg Politiet Foran Mellom Over Mot Gjennom Uten Utan Enten Ja Nei";

/// One word a line, as counted by `scripts/openers.py`.
pub const COUNTED: &str = include_str!("openers.txt");

/// Of the strong ones those that stand inside names and titles, too.
pub const IN_NAMES: &[&str] = &[
    "I", "For", "Som", "Av", "Til", "Over", "Under", "Mot", "Her", "Der", "No", "Me",
];
