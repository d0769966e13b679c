//! Articles made of what news is made of, so that a few bytes of the fuzzer reach beyond the reading of words.

use arbitrary::Arbitrary;
use notis::Article;

const WORDS: [&str; 32] = [
    "ferja",
    "Ferga",
    "Voss",
    "ferjekø",
    "ikkje",
    "ikke",
    "Kari",
    "Måseide",
    "Stortinget",
    "NTB",
    "IS",
    "Nord-Korea",
    "hun",
    "han",
    "dei",
    "som",
    "fordi",
    "og",
    "men",
    "sier",
    "seier",
    "ordfører",
    "Oslo",
    "bru",
    "brua",
    "skolen",
    "kroner",
    "i",
    "på",
    "ved",
    "åpner",
    "«laks»",
];

const SENTENCES: [&str; 16] = [
    "Ferja over fjorden ble liggende ved kai i seks timer.",
    "Elva steig to meter i natt, og vegen er stengd.",
    "– Vi har aldri sett noko slikt før, seier ordførar Kari Li (61).",
    "«Vi drar,» sa hun.",
    "Men det ble det ikke noe av.",
    "Angrepet kom 3. april i St. Petersburg.",
    "Statsminister J. Moe sa bl.a. at ca. 20 pst. ble rammet kl. 14.30.",
    "Hvem har skylda?",
    "Han meiner at kommunen må bygge ny bru.",
    "Ifølge politiet er ingen skadd.",
    "Siden den gang har byen vokst.",
    "Den koster 1 200 kr per meter, ifølge Olavs Bygg A/S …",
    "Det er Måseide som har tatt initiativet.",
    "The ferry is still at the quay.",
    "Hun er glad for svaret",
    "Nord-Korea skjøt opp en rakett.",
];

const MARKS: [&str; 16] = [
    ". ", "? ", "! ", ", ", ": ", "; ", " – ", "«", "»", "\"", "… ", "(", ") ", " | ", "• ", "/",
];

const PAGE: [&str; 16] = [
    "Foto: Ola Nord",
    "Les også: ",
    "OSLO (NTB): ",
    "FAKTA",
    "Av Kari Dale",
    "Saken oppdateres. ",
    "NY BRU: ",
    " date 2017-01 ",
    "Slik blir brua",
    "LES MER",
    "Annonse",
    "A post shared by ",
    "14.30: ",
    "Oppsummeringen er laget av KI.",
    "1. ",
    "– ",
];

const SPACES: [&str; 4] = ["\n\n", "\n", " ", "\n\n\n"];

/// A piece of a text.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// A word of a list.
    Word(u8),
    /// A sentence of a list.
    Sentence(u8),
    /// A mark of a list.
    Mark(u8),
    /// A break or a space.
    Space(u8),
    /// What stands on a page beside the text.
    Page(u8),
    /// A number.
    Number(u16),
    /// Anything.
    Odd(&'a str),
}

fn of<'l>(list: &[&'l str], number: u8) -> &'l str {
    list[usize::from(number) % list.len()]
}

impl Piece<'_> {
    fn add_to(self, text: &mut String) {
        match self {
            Piece::Word(n) => *text += &format!("{} ", of(&WORDS, n)),
            Piece::Sentence(n) => *text += &format!("{} ", of(&SENTENCES, n)),
            Piece::Mark(n) => *text += of(&MARKS, n),
            Piece::Space(n) => *text += of(&SPACES, n),
            Piece::Page(n) => *text += of(&PAGE, n),
            Piece::Number(n) => *text += &n.to_string(),
            Piece::Odd(odd) => *text += odd,
        }
    }
}

/// A text of pieces.
#[derive(Arbitrary, Clone, Debug)]
pub struct Text<'a>(Vec<Piece<'a>>);

impl Text<'_> {
    /// The text.
    pub fn whole(&self) -> String {
        let mut text = String::new();
        self.0.iter().for_each(|piece| piece.add_to(&mut text));
        text
    }

    /// The text without the pieces that may be anything.
    pub fn plain(&self) -> String {
        let mut text = String::new();
        let plain = self.0.iter().filter(|piece| !matches!(piece, Piece::Odd(_)));
        plain.for_each(|piece| piece.add_to(&mut text));
        text
    }
}

/// An article.
#[derive(Arbitrary, Clone, Debug)]
pub struct News<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its title.
    pub title: Option<Text<'a>>,
    /// Its text.
    pub text: Text<'a>,
    /// Year, month and day; nonsense where they are.
    pub date: Option<(u8, u8, u8)>,
    /// Where it comes from.
    pub source: Option<&'a str>,
    /// Its address.
    pub url: Option<&'a str>,
    /// Its topics, as bits.
    pub labels: Option<u8>,
}

const LABELS: [&str; 3] = ["ferje", "voss", "skole"];

impl News<'_> {
    /// The article.
    pub fn article(&self) -> Article {
        let date = |(year, month, day): (u8, u8, u8)| format!("20{:02}-{month:02}-{day:02}", year % 100);
        let has = |bits: u8| {
            LABELS
                .into_iter()
                .enumerate()
                .filter(move |(n, _)| bits >> n & 1 == 1)
        };
        Article {
            id: self.id.to_owned(),
            title: self.title.as_ref().map(Text::whole),
            text: self.text.whole(),
            date: self.date.map(date),
            source: self.source.map(str::to_owned),
            url: self.url.map(str::to_owned),
            labels: self
                .labels
                .map(|bits| has(bits).map(|(_, label)| label.to_owned()).collect()),
            ..Article::default()
        }
    }
}

/// The length of a digest.
#[derive(Arbitrary, Clone, Copy, Debug)]
pub enum Length {
    /// Sentences.
    Sentences(u8),
    /// Words.
    Words(u8),
    /// Characters.
    Chars(u16),
    /// Percent of the text.
    Percent(u8),
    /// What people choose.
    Auto,
}

impl Length {
    /// The budget, never of nothing.
    pub fn budget(self) -> notis::Budget {
        match self {
            Length::Sentences(n) => notis::Budget::Sentences(usize::from(n).max(1)),
            Length::Words(n) => notis::Budget::Words(usize::from(n).max(1)),
            Length::Chars(n) => notis::Budget::Chars(usize::from(n).max(1)),
            Length::Percent(n) => notis::Budget::Ratio(f64::from(n % 100 + 1) / 100.0),
            Length::Auto => notis::Budget::Auto,
        }
    }
}
