//! The fixed words of a news page: what credits, bylines, fact boxes and page remnants open with.

/// What stands in front of the name in a picture's credit, with a colon.
pub const CREDITS: &str = "foto, foto og video, foto/video, arkivfoto, illustrasjonsfoto, pressefoto, privat foto, faksimile, \
    skjermdump, skjermbilde, illustrasjon, illustrasjonar, ill, ill., grafikk, video, photo, fotomontasje, montasje, alle foto, \
    alle bilder, begge foto, foto og tekst, bilde, kart, fotograf, bildet er manipulert";

/// What stands in front of the writer's name, with a colon.
pub const BYLINES: &str = "av, tekst, tekst og foto, tekst og bilder, tekst/foto, tekst & foto, skrevet av, skrive av, journalist, \
    reporter, ansvarlig redaktør, omsett av, oversatt av";

/// What stands in front of a name or a title in the data of a work or an event, with a colon.
pub const DATA: &str = "regi, musikk, manus, manuskript, scenografi, koreografi, kostymer, skuespillere, medvirkende, med, genre, sjanger, \
    regissør, teikning, tegning, forfatter, forlag, kilde, kjelde, kilder, kjelder, tittel, sted, stad, les, les også, les òg, \
    se også, sjå også, les mer, les meir";

/// Sections and genres that newspapers set in capitals in front of a text: «BOK:», «KOMMENTAR:».
pub const SECTIONS: &str = "bok, bøker, film, filmanmeldelse, album, ep, låt, plate, konsert, teater, musikal, roman, sakprosa, biografi, \
    utstilling, anmeldelse, melding, test, tv, tv-serie, serie, spill, kunst, scene, musikk, kultur, sport, nyheter, nyheiter, \
    innenriks, utenriks, økonomi, politikk, meninger, meiningar, debatt, kronikk, kommentar, leder, leiar, replikk, innlegg, lesarbrev, \
    leserbrev, reportasje, intervju, analyse, portrett, portrettet, feature, bakgrunn, siste, ekstra, direkte, live, video, podcast, \
    podkast, pressemelding, ps, nb, obs, tips, spørsmål, svar, publikum, krim, diktsamling, tegneserie, \
    teikneserie, opera, dans, restaurant, notis";

/// What a line that the page left behind opens with, whatever stands behind it.
pub const REMNANTS: &str = "les også, les òg, mest sett, mest lest, mest lese, mest delt, saken oppdateres, saka blir oppdatert, \
    saka vert oppdatert, saken blir oppdatert, saken er oppdatert, saka er oppdatert, denne saken oppdateres, \
    denne saken blir oppdatert, denne saka blir oppdatert, denne saka vert oppdatert, artikkelen oppdateres, \
    artikkelen fortsetter under, saken fortsetter under, saka held fram under, artikkelen held fram under, følg oss på, tips oss, \
    har du tips, har du et tips, har du eit tips, logg inn, last ned appen, laster inn, meld deg på nyhetsbrev, gå til forsiden, \
    sist oppdatert, copyright, 3rd-party";

/// What a short line that the page left behind opens with; longer lines may be sentences.
pub const SHORT_REMNANTS: &str = "les mer, les meir, les saken, les saka, les hele, les heile, les om, les alt om, les flere, les fleire, \
    les resten, les artikkelen, se også, sjå også, sjå òg, se video, sjå video, se bilder, se bildene, sjå bilete, hør også, \
    hør podkast, høyr også, annonse, annonsør, reklame, følg vg, følg nrk, del på, del saken, del saka, publisert, oppdatert, abonner, \
    bli abonnent, vis mer, vis meir, vis flere, flere saker, relaterte saker, relatert, siste nytt, nyhetsbrev, til toppen, kommentarer";

/// What a fact box opens with, alone or in front of a colon.
pub const FACTS: &str = "fakta, faktaboks, bakgrunn, dette er saken, dette er saka, kort fortalt, kort fortald, saken kort, saka kort";

/// What the title of a fact box may open with.
pub const FACTS_ABOUT: &str = "fakta om";

/// What stands alone on a line in front of another article's title.
pub const LINKS: &[&str] = &[
    "les også",
    "les òg",
    "se også",
    "sjå også",
    "sjå òg",
    "les mer",
    "les meir",
    "hør også",
];

/// How a sentence that the page left behind begins inside a paragraph.
pub const GLUED_REMNANTS: &[&str] = &[
    "Les også:",
    "LES OGSÅ:",
    "Les også «",
    "Les òg:",
    "Se også:",
    "Sjå også:",
    "Les mer:",
    "Les meir:",
    "Saken oppdateres.",
    "Saka blir oppdatert",
    "Artikkelen fortsetter under",
    "Saken fortsetter under",
];
