//! What pages put around scraped articles, with and without line breaks, in both written forms.

use BlockKind::*;
use notis_text::{BlockKind, structure};

/// The blocks of `text` that are no running text.
fn page_parts(text: &str) -> Vec<(BlockKind, &str)> {
    let blocks = structure(text, None);
    let parts = blocks.iter().filter(|block| !block.kind.is_running_text());
    parts.map(|block| (block.kind, block.span.of(text))).collect()
}

/// The running text, its stretches joined.
fn running(text: &str) -> String {
    let blocks = structure(text, None);
    let parts = blocks.iter().filter(|block| block.kind.is_running_text());
    parts
        .map(|block| block.span.of(text))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn one_line_in_bokmal() {
    let text = "Oppsummeringen er laget av KI-verktøyet Kort og lest av redaksjonen. Kommunen stenger brua over Lia fra \
                mandag, og kjørende må ta omveien om Dal i minst tre måneder. Det gjelder HovedplanenHovedplanenKommunens \
                plan for veier og broer. for veiene i fjellet, som ble vedtatt i fjor vår. Har du bilder eller tips fra \
                stedet? Ordfører Kari Vik sier at brua er farlig, og at hun ikke vil vente til noen blir skadet. A post \
                shared by Kari Vik (@karivik). Arbeidet koster førti millioner kroner, og staten betaler det meste av \
                regningen. Les også: Slik blir den nye brua. Brua åpner igjen til våren. Informasjon om KI i Liaposten";
    assert_eq!(
        page_parts(text),
        [
            (
                Notice,
                "Oppsummeringen er laget av KI-verktøyet Kort og lest av redaksjonen."
            ),
            (Term, "HovedplanenKommunens plan for veier og broer."),
            (Promo, "Har du bilder eller tips fra stedet?"),
            (Embed, "A post shared by Kari Vik (@karivik)."),
            (Remnant, "Les også: Slik blir den nye brua."),
            (Notice, "Informasjon om KI i Liaposten"),
        ]
    );
    assert!(running(text).starts_with("Kommunen stenger") && running(text).ends_with("til våren."));
}

#[test]
fn lines_in_nynorsk() {
    let text = "Stengjer brua i Lia\n\nPublisert 3. mai 2024 kl. 12:30\n\nDette er ein kommentar. Han gjev uttrykk for \
                skribenten si meining.\n\nKommunen stengjer brua frå måndag. Det er på høg tid.\n\nDu treng javascript for å \
                høyre opptaket.\n\nKeeperar: Ola Vik (Lia), Per Moe (Dal).\n\nFjell – Dal 2–1, Vik – Moe 0–0, Lia – Nes \
                3–2\n\nMeld deg på nyheitsbrevet vårt.\n\nFleire saker\n\nFerja står att\n\nSkulen får nytt tak i haust";
    assert_eq!(
        page_parts(text),
        [
            (Title, "Stengjer brua i Lia"),
            (Ticker, "Publisert 3. mai 2024 kl. 12:30"),
            (Notice, "Dette er ein kommentar."),
            (Embed, "Du treng javascript for å høyre opptaket."),
            (List, "Keeperar: Ola Vik (Lia), Per Moe (Dal)."),
            (List, "Fjell – Dal 2–1, Vik – Moe 0–0, Lia – Nes 3–2"),
            (Promo, "Meld deg på nyheitsbrevet vårt."),
            (Teaser, "Fleire saker"),
            (Teaser, "Ferja står att"),
            (Teaser, "Skulen får nytt tak i haust"),
        ]
    );
}

#[test]
fn a_notice_ends_where_its_period_was_lost() {
    let text = "Oppsummeringen er laget av KI og lest av Lias journalister Brua i Lia stenges fra mandag. Ola Vik er glad.";
    let notice = "Oppsummeringen er laget av KI og lest av Lias journalister";
    assert_eq!(page_parts(text), [(Notice, notice)]);
}

#[test]
fn an_article_whose_breaks_were_lost_is_no_remnant() {
    let lead = "Saken oppdateres. ";
    let text = format!(
        "{lead}{}",
        "Politiet leter etter to menn som gikk i fjellet i går kveld. ".repeat(12)
    );
    assert_eq!(page_parts(&text), [(Remnant, "Saken oppdateres.")]);
}

#[test]
fn what_announces_a_film_at_the_end_is_a_teaser() {
    let story = "Laget vant kampen etter en sterk andre omgang, og treneren var svært fornøyd. ".repeat(9);
    let text = format!("{story}Slik vant Lia kampen:");
    assert_eq!(page_parts(&text), [(Teaser, "Slik vant Lia kampen:")]);
    let text = format!("{story}Treneren sa:");
    assert_eq!(page_parts(&text), []);
}

#[test]
fn sentences_of_an_article_stay_running_text() {
    for text in [
        "Kommunen har laget en plan. Oppsummeringen er klar: Brua må rives. Det blir dyrt for alle.",
        "Forsvaret øver i fjellet. Angrepet kom om natta. Resultatet ble klart i dag, sier Ola Vik.",
        "Har du sett brua? spør hun. Vil du skrive om det, må du skynde deg. Nå er det snart for sent.",
        "Innholdet i kista var gammelt brev. Informasjonen kom fra en nabo, som ikke vil stå fram.",
    ] {
        assert_eq!(page_parts(text), [], "{text}");
    }
}
