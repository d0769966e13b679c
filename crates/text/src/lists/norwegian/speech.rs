//! Words of reported speech.

/// Words that stand behind the speaker of a reporting clause.
pub const BEHIND_SPEAKERS: &[&str] = &[
    "til", "da", "då", "når", "om", "overfor", "under", "etter", "før", "som", "men", "at", "mens", "medan",
    "å", "den", "det", "ikke", "ikkje", "videre", "vidare", "måndag", "mandag", "tirsdag", "tysdag",
    "onsdag", "torsdag", "fredag", "er", "var", "blir", "ble", "vart", "har", "hadde", "skal", "skulle",
    "vil", "ville", "kan", "kunne", "må", "måtte", "får", "fikk", "fekk", "kommer", "kjem", "viser",
];

/// Words that stand behind a speaker who is named already; an indefinite title may hold them.
pub const BEHIND_NAMED_SPEAKERS: &[&str] = &["i", "på", "ved", "for", "fra", "frå", "og", "hos"];

/// Words between the verb and the speaker: «heter det i», «legger … til», «sier så».
pub const FILLERS: &[&str] = &[
    "det", "i", "på", "så", "videre", "vidare", "også", "til", "å", "lese", "fra", "frå", "",
];

/// Pronouns of one who speaks.
pub const PRONOUNS: &[&str] = &["han", "hun", "ho", "jeg", "eg", "vi", "me", "de", "dei"];

/// Plain verbs of saying, in the forms that reporting clauses take in either written form.
pub const PLAIN_VERBS: &str = "sier seier sa skriver skriv skrev skreiv mener meiner mente meinte forteller fortel fortalte uttaler uttalar \
    uttalte opplyser opplyste hevder hevdar hevdet svarer svarar svarte heter heiter påpeker påpeikar understreker \
    understrekar forklarer forklarar forklarte spør spurte står stod sto";

/// Verbs of saying that paint the manner, or that say more than that somebody speaks: «jublar», «oppsummerer», «lover».
/// Without the words around it, a quote with one of them reads like part of a scene.
pub const PAINTING_VERBS: &str = "sei seiar fortalde melder meldte svara spurde forklara hevda understreket understreka påpekte peker peikar \
    uttala kommenterer kommenterte kommenterar fastslår fastslo konstaterer konstaterte konstaterar sukker sukkar \
    ler jubler jublar roper ropte ropar medgir innrømmer innrømmet innrømmar erkjenner erkjente advarer advarte \
    åtvarar åtvara lyder lød fortsetter fortsatte avslutter avslutta avsluttar tilføyer tilføyde presiserer \
    presiserte presiserar bekrefter bekreftet stadfestar tror trodde trur trudde synes syntes synest oppsummerer \
    oppsummerte oppsummerar undrer undrar beskriver smiler lover lovet lovar krever krevde krev takker takkar \
    varsler varslet varslar varsla legger legg utdyper utdypa utdjupar avviser avviste vurderer poengterer \
    poengterte poengterar fremholder anslår beklager beklaget gjentar stadfester forsikrer forsikra rapporterer \
    rapporterar siterer";

/// What stands in front of a source.
pub const ACCORDING_TO: &str = "ifølge ifølgje";

/// Verbs that tell where the news was read: «, skriver NTB».
pub const TAIL_VERBS: &str = "skriver skriv melder melde rapporterer";

/// Verbs after which «Det» at the start points back: «Det sier statsministeren».
pub const POINTING_VERBS: &str = "sier seier sa skriver skriv skrev skreiv melder melde meldte opplyser opplyste viser syner viste synte bekrefter \
    bekreftet stadfestar stadfesta mener meiner mente meinte forteller fortel fortalte betyr betydde tyder gjør gjer \
    gjorde innebærer inneber innebar fører førte skyldes skuldast skyldtes gjelder gjeld gjaldt tror trur trodde \
    fikk fekk får synes synest syntes kommer kjem kom hevder hevdar hevdet heter heiter het ga gav gir hjalp hjelper \
    krever krev krevde varte varer varar vakte vekker vet veit visste vil ville skjer skjedde står stod sto tok tar \
    understreker understrekar advarer åtvarar svarer svarar svarte fremgår framgår framkjem fremkommer rapporterer \
    rapporterte uttaler uttalar uttalte påpeker påpeikar samme same burde bør";

/// Beginnings of verbs by which one newsroom tells that another told it first.
pub const TOLD_FIRST: &[&str] = &["omtal", "meld", "skrev", "skreiv", "fortalte", "fortalde"];

/// Verbs in front of a colon that announce speech or what follows, beside those of saying.
pub const ANNOUNCING: &[&str] = &["er", "var", "har"];

/// Words of sentences that tell no news but that there is none.
pub const SILENCE: &[&str] = &[
    "uten å kommentere",
    "utan å kommentere",
    "få detaljer",
    "få detaljar",
    "ingen detaljer",
    "ingen detaljar",
    "ikke flere detaljer",
    "ikkje fleire detaljar",
    "ikke å kommentere",
    "ikkje å kommentere",
    "ikke kommentere",
    "ikkje kommentere",
    "ikke lyktes i å",
    "ikke lykkes i å",
    "ikkje lukkast i å",
    "ikkje lukkast å",
    "ikke besvart",
    "ikke svart på",
    "ikkje svart på",
    "foreløpig ikke kjent",
];

/// One of these is in all of [`SILENCE`], and few sentences have any.
pub const SILENCE_SIGNS: &[&str] = &["ikk", "detalj", "kommentere"];
