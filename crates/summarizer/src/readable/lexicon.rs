//! Closed word classes of bokmål and nynorsk that decide how a sentence hangs on the one before it. All words folded.

/// A conjunction that ties a main clause to the sentence before and can be left out without changing the word order.
pub(super) fn is_conjunction(word: &str) -> bool {
    matches!(word, "men" | "og" | "eller")
}

/// A personal pronoun of the third person that stands for one human, as a subject.
pub(super) fn is_singular_subject(word: &str) -> bool {
    matches!(word, "han" | "hun" | "ho")
}

/// Any other form of a third-person pronoun.
pub(super) fn is_other_pronoun(word: &str) -> bool {
    matches!(
        word,
        "ham"
            | "honom"
            | "henne"
            | "hans"
            | "hennes"
            | "hennar"
            | "de"
            | "dei"
            | "dem"
            | "deres"
            | "deira"
            | "deires"
    )
}

/// A pronoun for one human, in any form but the possessive.
pub(super) fn is_personal(word: &str) -> bool {
    is_singular_subject(word) || matches!(word, "ham" | "honom" | "henne")
}

/// A pronoun for several, as an object.
pub(super) fn is_plural_object(word: &str) -> bool {
    matches!(word, "dem" | "deim")
}

/// A word that may name one human: a noun in the definite form, by its ending, or a word such as «mann».
pub(super) fn may_be_person(word: &str) -> bool {
    let definite = word.len() > 4 && ["en", "a", "n"].iter().any(|ending| word.ends_with(ending));
    definite
        || matches!(
            word,
            "mann"
                | "kvinne"
                | "gutt"
                | "jente"
                | "gut"
                | "jenta"
                | "den"
                | "hver"
                | "kvar"
                | "ingen"
                | "noen"
        )
}

/// A word that may be a noun in the plural, by its ending, or joins two.
pub(super) fn may_be_plural(word: &str) -> bool {
    let plural = word.len() > 3
        && ["er", "ar", "ene", "ane", "erne", "folk"]
            .iter()
            .any(|ending| word.ends_with(ending));
    plural
        || matches!(
            word,
            "og" | "begge"
                | "alle"
                | "mange"
                | "noen"
                | "nokon"
                | "de"
                | "dei"
                | "to"
                | "tre"
                | "flere"
                | "fleire"
        )
}

/// A pronoun of the first person: its speaker is not the reporter.
pub(super) fn is_first_person(word: &str) -> bool {
    matches!(word, "jeg" | "eg" | "meg" | "min" | "mi" | "mitt" | "mine" | "me")
}

/// A pronoun of the first person plural or the second person.
pub(super) fn is_we_or_you(word: &str) -> bool {
    matches!(
        word,
        "vi" | "oss"
            | "vår"
            | "vårt"
            | "våre"
            | "vårs"
            | "du"
            | "deg"
            | "din"
            | "ditt"
            | "dine"
            | "dere"
            | "dykk"
    )
}

/// A demonstrative, or an article that may be one.
pub(super) fn is_demonstrative(word: &str) -> bool {
    matches!(
        word,
        "dette"
            | "denne"
            | "disse"
            | "desse"
            | "den"
            | "slik"
            | "slike"
            | "slikt"
            | "sånn"
            | "sånne"
            | "sånt"
            | "sistnevnte"
            | "sistnemnde"
            | "førstnevnte"
            | "førstnemnde"
            | "begge"
            | "ingen"
            | "samme"
            | "same"
            | "sådan"
            | "vedkommende"
            | "vedkomande"
            | "førstnemnte"
            | "sistnemnte"
    )
}

/// An adverb that connects a sentence with the one before, or points at a place or time named there.
pub(super) fn is_anaphoric_adverb(word: &str) -> bool {
    matches!(
        word,
        "her"
            | "der"
            | "derfra"
            | "derifrå"
            | "dit"
            | "herfra"
            | "da"
            | "då"
            | "så"
            | "dermed"
            | "dermad"
            | "derfor"
            | "difor"
            | "deretter"
            | "dernest"
            | "dessuten"
            | "dessutan"
            | "attpåtil"
            | "likevel"
            | "allikevel"
            | "imidlertid"
            | "samtidig"
            | "samstundes"
            | "også"
            | "òg"
            | "heller"
            | "etterpå"
            | "etterhvert"
            | "ellers"
            | "elles"
            | "videre"
            | "vidare"
            | "derimot"
            | "følgelig"
            | "følgjeleg"
            | "altså"
            | "således"
            | "såleis"
            | "slikt"
            | "dog"
            | "riktignok"
            | "rett"
            | "tvert"
            | "motsatt"
            | "tilsvarende"
            | "tilsvarande"
            | "nettopp"
            | "nemlig"
            | "nemleg"
            | "bakgrunnen"
            | "årsaken"
            | "årsaka"
            | "grunnen"
            | "resultatet"
            | "forskjellen"
            | "skilnaden"
            | "ja"
            | "nei"
            | "jo"
            | "joda"
            | "neida"
            | "akkurat"
            | "dette"
            | "hverken"
            | "verken"
            | "innen"
            | "ergo"
            | "dertil"
            | "herav"
            | "hvorpå"
            | "hvoretter"
            | "atter"
            | "sånn"
            | "utover"
            | "forresten"
            | "førøvrig"
            | "foreløpig"
            | "hittil"
            | "enda"
            | "endå"
    )
}

/// Words that make a preposition point back: «etter det», «av disse», «med ham».
pub(super) fn is_pointed_at(word: &str) -> bool {
    matches!(
        word,
        "dette"
            | "disse"
            | "desse"
            | "det"
            | "ham"
            | "han"
            | "honom"
            | "henne"
            | "hun"
            | "ho"
            | "dem"
            | "dei"
            | "denne"
            | "den"
            | "begge"
            | "da"
            | "då"
    )
}

/// A preposition that may open a sentence.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "etter"
            | "før"
            | "med"
            | "av"
            | "til"
            | "i"
            | "på"
            | "for"
            | "om"
            | "ved"
            | "mot"
            | "under"
            | "gjennom"
            | "uten"
            | "utan"
            | "blant"
            | "mellom"
            | "hos"
            | "fra"
            | "frå"
            | "over"
            | "ifølge"
            | "ifølgje"
            | "siden"
            | "sidan"
            | "rundt"
            | "bak"
            | "foran"
            | "framfor"
            | "utenfor"
            | "utanfor"
            | "trass"
            | "grunnet"
            | "som"
    )
}

/// Set phrases of two words that connect.
pub(super) fn is_connecting_phrase(first: &str, second: &str) -> bool {
    matches!(
        (first, second),
        (
            "i",
            "tillegg"
                | "stedet"
                | "staden"
                | "mellomtiden"
                | "mellomtida"
                | "så"
                | "motsetning"
                | "samme"
                | "same"
                | "den"
                | "begge"
        ) | (
            "på" | "av" | "til" | "ved" | "fra" | "frå" | "under" | "for",
            "samme" | "same" | "denne" | "den"
        ) | ("på", "toppen" | "sin" | "si")
            | (
                "dagen"
                    | "året"
                    | "uken"
                    | "uka"
                    | "veka"
                    | "timen"
                    | "kvelden"
                    | "natten"
                    | "natta"
                    | "måneden"
                    | "månaden",
                "etter" | "før" | "derpå"
            )
            | ("den", "gang" | "gangen" | "gongen")
            | ("for", "øvrig" | "øvrigt" | "øvrigs" | "eksempel")
            | ("til", "slutt")
            | ("blant", "annet" | "anna")
            | ("like", "etter" | "før")
            | ("kort", "tid" | "etter")
            | (
                "en" | "ei" | "ein" | "et" | "eit" | "den" | "det",
                "annen" | "anna" | "annet" | "andre" | "tredje"
            )
            | ("noe" | "noko", "av" | "annet" | "anna")
            | ("mer" | "meir", "enn")
            | ("ikke" | "ikkje", "bare" | "berre" | "minst")
            | ("først", "da" | "då" | "etter")
            | ("kun" | "bare" | "berre", "da" | "slik")
            | ("selv" | "sjølv", "om")
    )
}

/// A finite verb that is common right behind the subject or first in a question.
pub(super) fn is_finite_verb(word: &str) -> bool {
    matches!(
        word,
        "er" | "var"
            | "har"
            | "hadde"
            | "skal"
            | "skulle"
            | "vil"
            | "ville"
            | "kan"
            | "kunne"
            | "må"
            | "måtte"
            | "bør"
            | "burde"
            | "får"
            | "fikk"
            | "fekk"
            | "ble"
            | "blir"
            | "blei"
            | "vart"
            | "vert"
            | "kom"
            | "kommer"
            | "kjem"
            | "går"
            | "gikk"
            | "gjekk"
            | "finnes"
            | "finst"
            | "fantes"
            | "fanst"
            | "gjør"
            | "gjer"
            | "gjorde"
            | "ser"
            | "så"
            | "står"
            | "stod"
            | "sto"
            | "tar"
            | "tok"
            | "gir"
            | "gav"
            | "ga"
            | "hjelper"
            | "betyr"
            | "tyder"
            | "viser"
            | "syner"
            | "viste"
            | "sier"
            | "seier"
            | "sa"
            | "mener"
            | "meiner"
            | "mente"
            | "meinte"
            | "tror"
            | "trur"
            | "trodde"
            | "trudde"
            | "synes"
            | "synest"
            | "ligger"
            | "ligg"
            | "lå"
            | "virker"
            | "verkar"
    )
}

/// A word after which a sentence without its conjunction would not stand: it is a fragment, not a clause.
pub(super) fn is_fragment_start(word: &str) -> bool {
    matches!(
        word,
        "ikke"
            | "ikkje"
            | "at"
            | "som"
            | "aldri"
            | "bare"
            | "berre"
            | "så"
            | "hvem"
            | "hva"
            | "kva"
            | "kven"
            | "hvor"
            | "kor"
            | "hvorfor"
            | "hvordan"
            | "korleis"
            | "kvifor"
            | "med"
            | "uten"
            | "utan"
            | "likevel"
            | "også"
            | "heller"
            | "enda"
            | "fordi"
            | "selv"
            | "mest"
    )
}

/// Verbs after which «Det» at the start points back: «Det sier statsministeren», «Det betyr at».
pub(super) fn is_verb_of_pointing_det(word: &str) -> bool {
    matches!(
        word,
        "sier"
            | "seier"
            | "sa"
            | "skriver"
            | "skriv"
            | "skrev"
            | "melder"
            | "melde"
            | "meldte"
            | "opplyser"
            | "opplyste"
            | "viser"
            | "syner"
            | "viste"
            | "synte"
            | "bekrefter"
            | "bekreftet"
            | "stadfestar"
            | "stadfesta"
            | "mener"
            | "meiner"
            | "mente"
            | "meinte"
            | "forteller"
            | "fortel"
            | "fortalte"
            | "betyr"
            | "betydde"
            | "tyder"
            | "gjør"
            | "gjer"
            | "gjorde"
            | "innebærer"
            | "inneber"
            | "innebar"
            | "fører"
            | "førte"
            | "skyldes"
            | "skuldast"
            | "skyldtes"
            | "gjelder"
            | "gjeld"
            | "gjaldt"
            | "tror"
            | "trur"
            | "trodde"
            | "fikk"
            | "fekk"
            | "får"
            | "synes"
            | "synest"
            | "syntes"
            | "kommer"
            | "kjem"
            | "kom"
            | "hevder"
            | "hevdar"
            | "hevdet"
            | "heter"
            | "heiter"
            | "het"
            | "ga"
            | "gav"
            | "gir"
            | "hjalp"
            | "hjelper"
            | "krever"
            | "krev"
            | "krevde"
            | "varte"
            | "varer"
            | "varar"
            | "vakte"
            | "vekker"
            | "vet"
            | "veit"
            | "visste"
            | "vil"
            | "ville"
            | "skjer"
            | "skjedde"
            | "står"
            | "stod"
            | "sto"
            | "tok"
            | "tar"
            | "understreker"
            | "understrekar"
            | "advarer"
            | "åtvarar"
            | "svarer"
            | "svarar"
            | "svarte"
            | "fremgår"
            | "framgår"
            | "framkjem"
            | "fremkommer"
            | "rapporterer"
            | "rapporterte"
            | "uttaler"
            | "uttalar"
            | "uttalte"
            | "påpeker"
            | "påpeikar"
            | "samme"
            | "same"
            | "burde"
            | "bør"
    )
}

/// A plain verb of saying. Verbs that paint the manner («jublar», «oppsummerer», «lover») are left out: without the
/// words around it, a quote with one of them reads like part of a scene.
pub(super) fn is_reporting_verb(word: &str) -> bool {
    matches!(
        word,
        "sier"
            | "seier"
            | "sa"
            | "skriver"
            | "skriv"
            | "skrev"
            | "skreiv"
            | "mener"
            | "meiner"
            | "mente"
            | "meinte"
            | "forteller"
            | "fortel"
            | "fortalte"
            | "ifølge"
            | "ifølgje"
            | "uttaler"
            | "uttalar"
            | "uttalte"
            | "opplyser"
            | "opplyste"
            | "hevder"
            | "hevdar"
            | "hevdet"
            | "svarer"
            | "svarar"
            | "svarte"
            | "heter"
            | "heiter"
            | "påpeker"
            | "påpeikar"
            | "understreker"
            | "understrekar"
            | "forklarer"
            | "forklarar"
            | "forklarte"
            | "spør"
            | "spurte"
            | "står"
            | "stod"
            | "sto"
    )
}

/// Nouns that name a person when a name follows: «statsminister Jonas Gahr Støre».
pub(super) fn is_title_noun(word: &str) -> bool {
    const ENDINGS: [&str; 26] = [
        "statsråd",
        "statsråden",
        "minister",
        "ministeren",
        "president",
        "presidenten",
        "leder",
        "leiar",
        "lederen",
        "leiaren",
        "sjef",
        "sjefen",
        "direktør",
        "direktøren",
        "ordfører",
        "ordførar",
        "ordføreren",
        "ordføraren",
        "advokat",
        "advokaten",
        "forsker",
        "forskar",
        "professor",
        "talsmann",
        "talsperson",
        "trener",
    ];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// A photo credit.
pub(super) fn has_credit(text: &str) -> bool {
    const CREDITS: [&str; 6] = ["Foto:", "FOTO:", "foto:", "Foto :", "Illustrasjon:", "Arkivfoto"];
    text.contains("oto") && CREDITS.iter().any(|credit| text.contains(credit))
        || text.contains("FOTO")
        || text.contains("Illustrasjonsfoto")
}

/// The word is the name, or the kind of name, of a newspaper, broadcaster or news agency.
pub(super) fn is_news_source(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
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
    matches!(
        word,
        "ntb"
            | "npk"
            | "vg"
            | "nrk"
            | "tv"
            | "bbc"
            | "cnn"
            | "afp"
            | "ap"
            | "reuters"
            | "interfax"
            | "tass"
            | "xinhua"
            | "bloomberg"
            | "dn"
            | "e24"
            | "nettavisen"
            | "aftenposten"
            | "dagbladet"
            | "klassekampen"
            | "nationen"
            | "dagsavisen"
            | "times"
            | "guardian"
            | "post"
            | "news"
            | "spiegel"
            | "monde"
            | "tt"
            | "ritzau"
            | "sky"
            | "khrono"
            | "morgenbladet"
            | "yonhap"
            | "dpa"
            | "avisa"
            | "avisen"
            | "nyhetsbyrået"
            | "lokalavisen"
            | "lokalavisa"
    ) || ENDINGS
        .iter()
        .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}
