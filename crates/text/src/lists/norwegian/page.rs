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
    "Les også ",
    "Les òg ",
    "Les òg:",
    "Se også:",
    "Sjå også:",
    "Les mer:",
    "Les meir:",
    "Saken oppdateres.",
    "Saka blir oppdatert",
    "Saka vert oppdatert",
    "Saken blir oppdatert",
    "Artikkelen fortsetter under",
    "Saken fortsetter under",
];

/// How a sentence begins in which a newsroom speaks of its own article or rules: how it was made, who answers for it.
pub const NOTICES: &str = "oppsummeringen er laget, oppsummeringa er laga, oppsummeringa er laget, oppsummeringen er skrevet av ki, \
    sammendraget er laget, samandraget er laga, samandraget er laget, sammendraget er skrevet av ki, teksten er laget ved hjelp av, \
    teksten er laga ved hjelp av, artikkelen er laget ved hjelp av, artikkelen er laga ved hjelp av, \
    denne teksten er oversatt, denne teksten er omsett, artikkelen er oversatt, artikkelen er omsett, \
    artikkelen er automatisk, innholdet er kvalitetssikret, innhaldet er kvalitetssikra, informasjon om ai i, informasjon om ki i, \
    slik bruker vi ki, slik bruker vi ai, slik brukar vi ki, slik brukar vi ai, den som mener seg rammet, den som meiner seg ramma, \
    alt innhold er opphavsrettslig, alt innhald er opphavsrettsleg, alt innhold på, pressens faglige utvalg (pfu) er, \
    vi arbeider etter vær, vi arbeider etter ver, denne avisen arbeider etter, avisa arbeider etter, \
    dette er et debattinnlegg, dette er eit debattinnlegg, dette er et leserinnlegg, dette er eit lesarinnlegg, \
    dette er en kommentar, dette er ein kommentar, dette er en kronikk, dette er ein kronikk, dette er en leder, dette er ein leiar, \
    innlegget gir uttrykk for, innlegget gjev uttrykk for, innlegget er uttrykk for, kommentaren gir uttrykk for, \
    kommentaren gjev uttrykk for, kommentaren er uttrykk for, kronikken gir uttrykk for, kronikken gjev uttrykk for, \
    det tas forbehold om, det blir teke atterhald om, artikkelen er eldre enn, denne artikkelen er over, saken er eldre enn, \
    denne saken er eldre enn, denne saka er eldre enn, \
    oppsummeringen er generert, oppsummeringa er generert, oppsummeringen er automatisk, denne oppsummeringen er, denne oppsummeringa er, \
    sammendraget er generert, samandraget er generert, dette sammendraget er, dette samandraget er, \
    teksten er generert, teksten er oversatt, teksten er omsett, denne saken er skrevet av en robot, denne saka er skriven av ein robot, \
    saken er oversatt, saka er omsett, denne saken er oversatt, denne saka er omsett, \
    saken ble først publisert, saka vart først publisert, saka blei først publisert, denne saken ble først publisert, \
    denne saka vart først publisert, denne saka blei først publisert, artikkelen ble først publisert, \
    artikkelen vart først publisert, artikkelen blei først publisert, denne artikkelen ble først publisert, \
    denne artikkelen vart først publisert, denne artikkelen blei først publisert, innlegget ble først publisert, \
    innlegget vart først publisert, kronikken ble først publisert, kronikken vart først publisert, \
    saken er under oppdatering, saka er under oppdatering, vi oppdaterer saken, vi oppdaterer saka, vi oppdaterer denne, \
    artikkelen er oppdatert, artikkelen har blitt oppdatert, denne artikkelen er oppdatert, denne saken er oppdatert, \
    rettelse:, retting:, presisering:, i en tidligere versjon av, i ein tidlegare versjon av, en tidligere versjon av saken, \
    en tidligere versjon av denne, ein tidlegare versjon av saka, ein tidlegare versjon av denne, \
    vi gjør oppmerksom på at saken, vi gjer merksam på at saka, denne artikkelen er eldre, denne artikkelen er mer enn, \
    denne artikkelen er meir enn, denne artikkelen ble publisert, artikkelen ble publisert for, saken er over, denne saken er over, \
    denne saka er over, du må være logget inn, du må vere logga inn, \
    du må være innlogget, du må være abonnent, du må vere abonnent, du trenger abonnement, du treng abonnement, \
    denne saken er for abonnenter, denne saka er for abonnentar, denne artikkelen er for abonnenter, \
    denne artikkelen er kun for, denne artikkelen er berre for, denne artikkelen er bare for, denne artikkelen er forbeholdt, \
    denne saken er kun for, denne saka er berre for, saken er forbeholdt abonnenter, \
    dette er en meningsytring, dette er ei meiningsytring, dette er et meningsinnlegg, dette er eit meiningsinnlegg, \
    dette er en annonse, dette er ein annonse, dette er annonsørinnhold, dette er sponset innhold, \
    lederen gir uttrykk for, leiaren gjev uttrykk for, leiaren gir uttrykk for, teksten gir uttrykk for, teksten gjev uttrykk for, \
    artikkelen gir uttrykk for, meninger i innlegget, meninger i teksten, meiningar i innlegget, \
    innlegget er skrevet av, innlegget er skrive av, kronikken er skrevet av, kronikken er skriven av, \
    denne teksten ble først, denne kronikken ble først, dette innlegget ble først, denne kommentaren ble først, \
    innholdet er produsert av, innhaldet er produsert av, saken inneholder reklamelenker, artikkelen inneholder reklamelenker, \
    vi bruker informasjonskapsler, vi brukar informasjonskapslar, dette nettstedet bruker, denne nettstaden brukar, ved å klikke godtar, \
    alle rettigheter forbeholdt, alle rettar reserverte, kopiering av innholdet, kopiering av innhaldet, \
    det må ikke kopieres fra, ansvarlig redaktør:, ansvarleg redaktør:, sjefredaktør:, nyhetsredaktør:, nyheitsredaktør:, \
    kommentarfeltet er stengt, kommentarfeltet er nå, kommentarer til artikkelen, hold deg til saken og, hald deg til saka og";

/// How a sentence begins that asks the reader to do something: to listen, to subscribe, to tip, to answer.
pub const PROMOS: &str = "har du bilder, har du bilete, har du tips, har du et tips, har du eit tips, har du innspill, \
    tips oss, tips meg, tips journalisten, send oss tips, kontakt journalisten, abonner på, abonner her, bli abonnent, \
    meld deg på nyhetsbrev, meld deg på vårt nyhetsbrev, meld deg på nyhetsbrevet, meld deg på nyheitsbrev, meld deg på nyheitsbrevet, få nyhetsbrevet, få nyheitsbrevet, \
    last ned appen, lytt til podkasten, lytt til podcasten, hør podkasten, hør podcasten, høyr podkasten, høyr podcasten, \
    hør episoden, høyr episoden, hør hele episoden, høyr heile episoden, hør på podkasten, du kan lytte til, du kan lytte på, \
    du kan høyre podkasten, du kan høre podkasten, du kan høre podcasten, ta quizen, ta vår quiz, test deg selv, test deg sjølv, \
    test kunnskapene dine, svar på avstemningen, stem i avstemningen, røyst i avstemminga, delta i debatten, delta i ordskiftet, \
    send inn ditt innlegg, send inn innlegget ditt, vil du skrive i, vil du svare på, følg saken i, følg saka i, følg oss på, \
    få full tilgang, få tilgang til, kjøp tilgang, logg inn for å, annonsørinnhold, \
    har du tips til, har du tips om, har du noe på hjertet, har du noko på hjartet, har du lyst til å skrive for, \
    vet du noe om saken, veit du noko om saka, var du på stedet, var du på staden, kontakt meg på, kontakt oss på, kontakt vår, \
    tips journalistene, tips redaksjonen, send oss bilder, send oss informasjon, send oss bilete, send oss en, send oss ein, \
    send ditt innlegg, send inn tips, skriv til oss, ring oss på, les hele saken med, les heile saka med, \
    allerede abonnent, er du allerede abonnent, er du alt abonnent, kjøp abonnement, bestill abonnement, tegn abonnement, \
    prøv abonnement, få varsel når, få varsling når, få de viktigste nyhetene, få dei viktigaste nyheitene, \
    få siste nytt, få nyhetene, få nyheitene, hør siste episode, høyr siste episode, hør mer i, \
    hør hele intervjuet, høyr heile intervjuet, hør hele samtalen, høyr heile samtalen, podkast:, podcast:, quiz:, \
    vil du delta i debatten, vil du ha flere nyheter, vil du ha fleire nyheiter, vil du lese mer, vil du lese meir, \
    vil du lese flere, vil du lese fleire, hva mener du? skriv, kva meiner du? skriv, delta i avstemningen, \
    saken fortsetter etter, saken fortsetter under, saken fortsetter nedenfor, saka held fram under, saka held fram etter, \
    saka fortset under, saka fortset etter, artikkelen fortsetter etter, artikkelen fortsetter under, \
    artikkelen fortsetter nedenfor, artikkelen held fram under, artikkelen held fram etter, artikkelen fortset under, \
    artikkelen fortset etter, teksten fortsetter under, teksten fortsetter etter, teksten held fram under, \
    fortsett å lese, fortsett lesingen, annonsen fortsetter, regler og vilkår gjelder, \
    jeg skriver om, eg skriv om, jeg er journalist i, eg er journalist i, jeg jobber som journalist, eg jobbar som journalist";

/// How a sentence begins that stands in place of a picture, a film, a sound or a post.
pub const EMBEDS: &str = "a post shared by, view this post on, et innlegg delt av, eit innlegg delt av, se dette innlegget på, \
    sjå dette innlegget på, vis dette innlegget på, du trenger javascript, du treng javascript, aktiver javascript, \
    denne videoen kan ikke, denne videoen er ikkje, videoen kan ikke vises, innholdet kan ikke vises, innhaldet kan ikkje visast, \
    for å se dette innholdet, for å sjå dette innhaldet, \
    dette innlegget er ikke, dette innlegget er ikkje, videoen er ikke tilgjengelig, avspilling feilet, \
    nettleseren din støtter, nettlesaren din støttar, this content is hosted, this post cannot be, laster innhold, \
    innholdet er hentet fra, dette innholdet kan ikke, dette innhaldet kan ikkje, \
    denne videoen er ikke, tweets by";

/// What stands in front of a flash of news, with a colon.
pub const TICKERS: &str =
    "nå:, nå nettopp:, no nettopp:, akkurat nå:, akkurat no:, siste nytt:, siste melding:";

/// What opens a list of players or results, with a colon.
pub const SQUADS: &str = "keepere:, keeperar:, målvakter:, forsvar:, forsvarere:, forsvararar:, midtbane:, midtbanespillere:, \
    midtbanespelarar:, angrep:, angripere:, angriparar:, spisser:, spissar:, innbyttere:, innbytarar:, på benken:, \
    gult kort:, gule kort:, rødt kort:, raudt kort:, røde kort:, raude kort:, tilskuere:, tilskodarar:, resultater:, resultat:, \
    lagoppstilling:, lagoppstillinger:, lagoppstilling hjemme:, målskårere:, målskårarar:";

/// What stands alone on a line in front of the titles of other articles.
pub const TEASER_HEADS: &[&str] = &[
    "flere saker",
    "fleire saker",
    "andre saker",
    "relaterte saker",
    "relatert",
    "mest lest",
    "mest lese",
    "mest sett",
    "mest delt",
    "siste nytt",
    "siste saker",
    "anbefalt",
    "anbefalt for deg",
    "tilrådd for deg",
    "andre leser også",
    "andre les også",
    "flere nyheter",
    "fleire nyheiter",
    "les mer om",
    "les meir om",
    "siste fra forsiden",
    "saker du kan ha gått glipp av",
];

/// Words that show a time stamp.
pub const TIME_STAMP: &[&str] = &[
    "publisert",
    "oppdatert",
    "endret",
    "endra",
    "kl",
    "klokken",
    "klokka",
    "siden",
    "sidan",
    "minutter",
    "minutt",
    "min",
    "nettopp",
];

/// Words that may stand in a time stamp, beside numbers and months.
pub const TIME_STAMP_FILLERS: &[&str] = &[
    "sist", "først", "i", "dag", "går", "den", "for", "time", "timer", "timar", "dager", "dagar", "nå", "no",
    "mindre", "enn",
];

/// Words that a notice ends in where its period was lost.
pub const NOTICE_ENDS: &[&str] = &[
    " journalister ",
    " journalistar ",
    " redaksjonen ",
    " redaksjonen. ",
    " publisering ",
];

/// How a sentence begins that tells of a picture only, and not of what the article does.
pub const PICTURED: &str = "arkivbilde, arkivbilete, illustrasjonsbilde, illustrasjonsbilete, bildet er tatt, biletet er teke, bilda er tatt, \
    bildene er tatt, bileta er tekne, bildet er fra, biletet er frå, bildet er et, biletet er eit, bildet er ikke fra, \
    personen på bildet, personen på biletet, personene på bildet, personane på biletet, skjermdump fra, skjermdump frå, \
    skjermbilde fra, faksimile fra, faksimile frå, illustrasjonsfoto., arkivfoto.";

/// Words of buttons, boxes and headings of a page that stand in a text without an end mark; a capital follows, or nothing.
pub const CRUMBS: &str = "annonse, annonsør, reklame, annonsørinnhold, sponset innhold, sponsa innhald, kortversjonen, kortversjon, \
    kort oppsummert, oppsummert, oppsummering, ekspander faktaboks, ekspander/minimer faktaboks, vis mer, vis meir, vis mindre, mer..., meir..., mer …, les mer..., \
    vis hele listen, vis heile lista, vis alle, les hele saken, les heile saka, les hele saken med abonnement, les heile saka med abonnement, last ned bilde, last ned bilete, \
    åpne bilde i fullskjerm, opne bilete i fullskjerm, åpne i fullskjerm, forstørr bilde, forstørr bildet, for abonnenter, for abonnentar, del på facebook, \
    del artikkelen, del saken, del saka, del denne saken, skriv ut, kopier lenke, kopier lenkje, lytt til saken, lytt til saka, \
    lytt til artikkelen, hør artikkelen, høyr artikkelen, hør saken, høyr saka, mest lest, mest lese, mest lest siste uke, \
    flere nyheter, fleire nyheiter, flere saker, fleire saker, siste nytt, anbefalte artikler, tilrådde artiklar, anbefalte saker, \
    relaterte artikler, relaterte artiklar, relaterte saker, relaterte emner, nyhetsbrev, nyheitsbrev, til forsiden, til framsida, \
    tilbake til toppen, tilbake til forsiden, gå til innhold, gå til innhald, hopp til innhold, hopp til innhald, hopp til hovedinnhold, \
    åpne meny, opne meny, logg inn, logg ut, min side, bli abonnent, skriv en kommentar, skriv ein kommentar, \
    illustrasjonsfoto, arkivfoto, illustrasjonsbilde, arkivbilde, se dette innlegget på instagram, view this post on instagram, \
    laster inn, (ntb), (©ntb), ©ntb, (ntb-afp), (ntb-tt), (npk)";

/// Verbs by which a page asks its reader to look, listen or read somewhere else, in the form that opens a sentence.
pub const REQUESTS: &[&str] = &[
    "se", "sjå", "les", "hør", "høyr", "følg", "sjekk", "lytt", "klikk", "trykk", "spill", "finn", "prøv",
    "test", "last", "ta",
];

/// Where a page sends its reader to, at the end of a sentence.
pub const REQUEST_ENDS: &[&str] = &[
    " her",
    " her nede",
    " under",
    " nedenfor",
    " nedanfor",
    " i saken",
    " i saka",
    " i denne saken",
    " i denne saka",
    " i artikkelen",
    " i videoen",
    " i spilleren",
    " i spelaren",
    " i appen",
    " på facebook",
    " på instagram",
    " på tiktok",
    " på twitter",
    " og twitter",
    " og instagram",
    " på youtube",
    " med abonnement",
    " i podkasten",
    " i podcasten",
];

/// What those who write and show are called in a byline, behind their names.
pub const ROLES: &[&str] = &[
    "journalist",
    "sportsjournalist",
    "kulturjournalist",
    "videojournalist",
    "nyhetsjournalist",
    "nyheitsjournalist",
    "reporter",
    "fotograf",
    "kommentator",
    "redaktør",
    "korrespondent",
    "utenrikskorrespondent",
    "nyhetsredaktør",
    "spaltist",
];

/// How a time stamp opens that the page set into a text.
pub const STAMP_OPENERS: &[&str] = &["publisert", "oppdatert", "sist", "endret", "i dag", "i går"];

/// Verbs by which a newspaper sends its reader to one of its services, in the form that opens a sentence.
pub const SERVICE_REQUESTS: &[&str] = &[
    "se", "sjå", "sjekk", "les", "prøv", "test", "finn", "last", "hør", "høyr",
];

/// Words that speak to the reader in a question of the page.
pub const TO_READER: &[&str] = &["du", "Du", "deg", "Klar", "Usikker", "Lyst", "lyst"];

/// What stands alone on a line in front of a digest that a language model wrote.
pub const DIGEST_HEADS: &[&str] = &[
    "sammendrag",
    "samandrag",
    "oppsummering",
    "her er sammendraget",
    "her er samandraget",
];
