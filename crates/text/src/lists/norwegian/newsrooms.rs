//! Newspapers, broadcasters, agencies and parties.

/// Agencies, as they stand in datelines, credits and text.
pub const AGENCIES: &[&str] = &["NTB", "AP", "AFP", "Reuters", "NPK"];

/// Newspapers and broadcasters, as they stand in datelines and text.
pub const NEWSROOMS: &[&str] = &[
    "VG",
    "NRK",
    "TV 2",
    "Aftenposten",
    "Dagbladet",
    "Nettavisen",
    "Klassekampen",
    "E24",
    "DN",
    "Bergens Tidende",
    "BT",
    "Adresseavisen",
    "Stavanger Aftenblad",
    "Nationen",
    "ABC Nyheter",
    "Vårt Land",
    "Dagsavisen",
];

/// Agencies that sell pictures alone, or whose name stands only behind pictures.
pub const PICTURE_AGENCIES: &[&str] = &[
    "Scanpix",
    "EPA",
    "ANB",
    "Colourbox",
    "Shutterstock",
    "Getty",
    "Bildbyrån",
    "BILDBYRÅN",
    "NYHETSBYRÅN",
    "Photo",
    "Images",
    "APA",
    "TT",
    "PA",
    "Imago",
    "Pixabay",
    "Unsplash",
    "iStock",
    "Digitalsport",
    "Ritzau",
    "DPA",
    "Anadolu",
    "Sipa",
    "Zuma",
    "Mostphotos",
    "Privat",
];

/// What news is taken from beside [`AGENCIES`] and [`NEWSROOMS`], as folded words.
pub const OTHER_SOURCES: &str = "tv bbc cnn interfax tass xinhua bloomberg times guardian post news spiegel monde tt ritzau sky \
    khrono morgenbladet yonhap dpa avisa avisen nyhetsbyrået lokalavisen lokalavisa";

/// Last parts of words for newspapers and of their names.
pub const SOURCE_ENDINGS: &[&str] = &[
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

/// Parties' short names, which stand behind politicians' names as an agency stands behind a place.
pub const PARTIES: &[&str] = &[
    "Ap", "Sp", "SV", "KrF", "Krf", "Frp", "FrP", "MDG", "INP", "Rødt", "Raudt",
];
