//! Whole articles, written for these tests, that show what news pages put around their text.

use BlockKind::*;
use notis_text::{BlockKind, structure};
use std::path::{Path, PathBuf};

/// The blocks of `text` as kinds and slices.
fn blocks<'t>(text: &'t str, title: Option<&str>) -> Vec<(BlockKind, &'t str)> {
    structure(text, title)
        .iter()
        .map(|block| (block.kind, block.span.of(text)))
        .collect()
}

/// The blocks that are no running text.
fn page_parts<'t>(text: &'t str, title: Option<&str>) -> Vec<(BlockKind, &'t str)> {
    let mut parts = blocks(text, title);
    parts.retain(|(kind, _)| !kind.is_running_text());
    parts
}

#[test]
fn a_corpus_file_with_everything() {
    let text = " date 2019-03 Ferja gjekk på grunn\n\nSkagen | Ulykke\n\nSKAGEN (Fjordavisa): Ferja «Havørn» gjekk på grunn i natt. \
                Ingen vart skadde.\n\nMiste styringa\n\n– Me høyrde eit smell, og så stod båten stille, seier passasjer Ola Vik.\n\n\
                PÅ GRUNN: Her ligg ferja i Skagesundet. Foto: Kari Dale , Fjordavisa\n\n«Det var heilt mørkt»\n\nKapteinen seier \
                at roret svikta. Politiet har avhøyrt han.\n\nFoto: Kari Dale\n\nLes også: Ny ferje til Skagen i haust\n\n\
                Tekst: Ola Berg\n\nSaka blir oppdatert.\n\nMest lese siste veka";
    assert_eq!(
        page_parts(text, None),
        [
            (Date, "date 2019-03"),
            (Title, "Ferja gjekk på grunn"),
            (Kicker, "Skagen"),
            (Kicker, "Ulykke"),
            (Dateline, "SKAGEN (Fjordavisa):"),
            (Subheading, "Miste styringa"),
            (
                Caption,
                "PÅ GRUNN: Her ligg ferja i Skagesundet. Foto: Kari Dale , Fjordavisa"
            ),
            (Subheading, "«Det var heilt mørkt»"),
            (Credit, "Foto: Kari Dale"),
            (Remnant, "Les også: Ny ferje til Skagen i haust"),
            (Byline, "Tekst: Ola Berg"),
            (Remnant, "Saka blir oppdatert."),
            (Remnant, "Mest lese siste veka"),
        ]
    );
}

#[test]
fn a_corpus_file_that_opens_with_its_lead() {
    let text = " date 2018-11 OSLO (NTB) Regjeringen vil bygge ut jernbanen nordover. Planen legges fram i dag.\n\n\
                – Ønsker raskere tog\n\n– Vi skal bruke ti milliarder kroner, sier samferdselsministeren.";
    assert_eq!(
        blocks(text, None),
        [
            (Date, "date 2018-11"),
            (Dateline, "OSLO (NTB)"),
            (
                Body,
                "Regjeringen vil bygge ut jernbanen nordover. Planen legges fram i dag."
            ),
            (Subheading, "– Ønsker raskere tog"),
            (
                Quote,
                "– Vi skal bruke ti milliarder kroner, sier samferdselsministeren."
            ),
        ]
    );
}

#[test]
fn one_paragraph_with_the_head_glued_to_it() {
    let text = "Vil stenge skolen på øya | Redde foreldre | Ny skyss | Kommunen vil stenge skolen på Storøya fra høsten. Det går \
                fram av budsjettet, som ble lagt fram på tirsdag. Der er det satt av penger til båtskyss for de tolv elevene. \
                Reagerer sterkt Foreldrene er rasende over forslaget. De har samlet inn 400 underskrifter mot det, og de vil møte \
                opp i kommunestyret på torsdag. GLADE: Elevene på Storøya liker skolen sin. Foto: Kari Dale , NTB Ordføreren \
                lover å lytte til foreldrene før saken blir avgjort. - Håper på ny runde | - Vi gir ikke opp, sier Ola Vik i FAU. \
                Les også: Her blir skolen stengt. Saken skal opp igjen i mai.";
    assert_eq!(
        page_parts(text, None),
        [
            (Title, "Vil stenge skolen på øya"),
            (Kicker, "Redde foreldre"),
            (Kicker, "Ny skyss"),
            (Subheading, "Reagerer sterkt"),
            (
                Caption,
                "GLADE: Elevene på Storøya liker skolen sin. Foto: Kari Dale , NTB"
            ),
            (Subheading, "- Håper på ny runde"),
            (Remnant, "Les også: Her blir skolen stengt."),
        ]
    );
}

#[test]
fn keywords_stand_in_front_of_the_lead() {
    let text = "Et nytt Voss | Veivalg. Ny bru. Debatten om sentrum er endelig i gang, og den kommer ikke en dag for tidlig.";
    assert_eq!(
        blocks(text, None),
        [
            (Title, "Et nytt Voss"),
            (Kicker, "Veivalg."),
            (Kicker, "Ny bru."),
            (
                Body,
                "Debatten om sentrum er endelig i gang, og den kommer ikke en dag for tidlig."
            ),
        ]
    );
}

#[test]
fn captions_with_kickers_stand_in_front_of_the_text() {
    let lead = "Elevene på Storøya får beholde skolen sin, vedtok kommunestyret med knapt flertall etter et møte som varte til \
                langt over midnatt.";
    let text = format!(
        "Skolen blir på øya | Liker skolen: Ola Vik (9) slipper å reise. Spent: Kari Dale fulgte møtet. {lead} Flertallet var på to \
         stemmer. {}",
        "Ordføreren er fornøyd med at saken nå er avgjort, og vil ikke ta den opp igjen. ".repeat(6)
    );
    let found = blocks(&text, None);
    assert_eq!(
        found[..3],
        [
            (Title, "Skolen blir på øya"),
            (Caption, "Liker skolen: Ola Vik (9) slipper å reise."),
            (Caption, "Spent: Kari Dale fulgte møtet."),
        ]
    );
    assert!(found[3].0 == Body && found[3].1.starts_with(lead) && found.len() == 4);
}

#[test]
fn captions_end_where_their_credits_do() {
    use BlockKind::{Body, Byline, Caption, Credit, Dateline, Ticker};
    let rest = "Arbeidet med den nye brua tek til i april, og det er venta at ho skal stå ferdig om tre år. "
        .repeat(8);
    let rest = rest.trim();
    for (head, kinds) in [
        (
            "Brua i fjor. Foto: Kari Dale / NTB scanpix Det",
            vec![(Caption, "Brua i fjor. Foto: Kari Dale / NTB scanpix")],
        ),
        (
            "Brua i fjor. (Foto: Kari Dale) Det",
            vec![(Caption, "Brua i fjor. (Foto: Kari Dale)")],
        ),
        (
            "Brua i fjor. Kari Dale / AP / NTB scanpix Det",
            vec![(Caption, "Brua i fjor. Kari Dale / AP / NTB scanpix")],
        ),
        (
            "Kari Dale / NTB scanpix I går 21:09 NTB Det",
            vec![(Credit, "Kari Dale / NTB scanpix"), (Ticker, "I går 21:09 NTB")],
        ),
        (
            "NY BRU OVER ELVA: Slik vert ho. Det",
            vec![(Caption, "NY BRU OVER ELVA: Slik vert ho.")],
        ),
        (
            "Av Kari Dale FJELLVIK: Det",
            vec![(Byline, "Av Kari Dale"), (Dateline, "FJELLVIK:")],
        ),
    ] {
        let text = format!("{head} vert bygd ei ny bru over elva. {rest}");
        let blocks = blocks(&text, None);
        assert_eq!(blocks[..kinds.len()], kinds, "{head}");
        assert_eq!(blocks[kinds.len()].0, Body, "{head}");
        assert!(blocks[kinds.len()].1.starts_with("Det vert bygd"), "{head}");
    }
}

#[test]
fn lines_with_one_sentence_each() {
    let text = "Slik blir brua\nBrua blir 400 meter lang.\nHun skal stå ferdig i 2027.\nMange spørsmål\nNaboene er i tvil:\n\
                – Blir det bom?\nDet er ikke avgjort.";
    assert_eq!(
        page_parts(text, None),
        [(Title, "Slik blir brua"), (Subheading, "Mange spørsmål")]
    );
}

#[test]
fn a_label_alone_on_its_line_tells_what_the_next_one_is() {
    let text = "Tvillingar på fjellet\n\nNYFØDDE:\nLamma kom til verda i natt. Foto: Kari Dale / NTB\n\nSauene har fått \
                lam på Vardefjellet.\n\nLes også\nBonden i Lia: – Ein bra vår for sauene\n\nLamma veks fort.\n\nFOTO:\nOla \
                Berg / NTB\nFoto Siri Moen Avisa Vest\n55501234 www.avisa.no";
    assert_eq!(
        page_parts(text, None),
        [
            (Title, "Tvillingar på fjellet"),
            (Kicker, "NYFØDDE:"),
            (Caption, "Lamma kom til verda i natt. Foto: Kari Dale / NTB"),
            (Remnant, "Les også"),
            (Remnant, "Bonden i Lia: – Ein bra vår for sauene"),
            (Credit, "FOTO:"),
            (Credit, "Ola Berg / NTB"),
            (Credit, "Foto Siri Moen Avisa Vest"),
            (Remnant, "55501234 www.avisa.no"),
        ]
    );
    // A sentence behind the label is none of what it announces.
    assert_eq!(
        page_parts("Sauene har fått lam.\n\nLes også:\n\nLamma veks fort.", None),
        [(Remnant, "Les også:")]
    );
}

#[test]
fn fact_boxes_hold_their_lists() {
    let text = "Ny bru\n\nBrua opnar i dag.\n\nFakta om brua\n• 400 meter lang\n• Bygd av stål\n\nDet vert fest i kveld.";
    assert_eq!(
        page_parts(text, None)[1..],
        [
            (FactBox, "Fakta om brua"),
            (FactBox, "• 400 meter lang"),
            (FactBox, "• Bygd av stål")
        ]
    );
}

#[test]
fn a_fact_box_goes_on_to_the_end_of_its_paragraph() {
    let text = "Ny bru\n\nBrua opnar i dag.\n\nFAKTA: Brua\nBrua er 400 meter lang.\nHo kosta 2 milliardar.\n\nDet vert fest.";
    let kinds: Vec<_> = blocks(text, None).iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Title, Body, FactBox, FactBox, FactBox, Body]);
}

#[test]
fn a_byte_order_mark_and_carriage_returns_change_nothing() {
    let text =
        "\u{feff} date 2020-02-03 HELL: Toget stod i to timar.\r\n\r\nLang venting\r\n\r\nFolk fraus.\r\n";
    let kinds: Vec<_> = blocks(text, None).iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Date, Dateline, Body, Subheading, Body]);
}

#[test]
fn a_known_title_that_opens_the_text_is_its_block() {
    let text = "Er brua trygg? Vegvesenet er ikkje i tvil.";
    assert_eq!(
        blocks(text, Some("Er brua trygg?")),
        [(Title, "Er brua trygg?"), (Body, "Vegvesenet er ikkje i tvil.")]
    );
    assert_eq!(blocks(text, Some("Noko anna")).len(), 1);
}

#[test]
fn running_text_is_not_taken_for_the_page() {
    for text in [
        "Presidenten kom tilbake til Det hvite hus. Han ville ikke svare på spørsmål om reisen, som varte i to uker.",
        "Saken fortsetter i lagmannsretten mandag. Det sier forsvareren, som har bedt om tre uker til å gå gjennom bevisene.",
        "Han ga ut boka Etter regnet i fjor. Den solgte godt, og forlaget har bestilt en ny bok som skal komme om to år.",
        "Oppdatert utstyr skal gjøre arbeidet tryggere, sier Jonas Dale (Ap). Av de ti båtene er bare to godkjent i dag.",
        "Hun vil ikke bli kjent igjen, så vi kaller henne Han Mi-rae. Det er ikke det hun heter, men det må holde i denne saken.",
        "Bildet viser at isen smelter. Foto av breen fra 1950 viser noe annet, ifølge forskerne, som har målt hele breen.",
        "Vi venter på svar fra Vegvesenet, KOMMER: sier han. NATO: Det er alliansen som avgjør når øvelsen skal begynne igjen.",
    ] {
        assert_eq!(blocks(text, None), [(Body, text)]);
    }
}

/// The kinds that page parts of the shared seeds have, with the words that each opens with.
#[test]
#[ignore = "needs ../shared"]
fn the_seeds_are_typed_throughout() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let folder = std::fs::read_dir(&seeds).unwrap();
    let mut paths: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let kinds: Vec<Vec<BlockKind>> = paths
        .iter()
        .map(|path| {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            page_parts(&text, None).iter().map(|(kind, _)| *kind).collect()
        })
        .collect();
    assert_eq!(
        kinds,
        [
            vec![Date, Subheading, Caption, Subheading],
            vec![Date, Dateline, Subheading, Subheading],
            vec![Date, Subheading, Subheading, Subheading],
            vec![Date, Subheading, Subheading, Remnant],
            vec![Date, Subheading, Subheading, Subheading],
        ]
    );
}

/// In the seeds a paragraph without an end mark is a heading or a remnant, and everything else is running text, but for
/// the caption.
#[test]
#[ignore = "needs ../shared"]
fn the_seeds_running_text_is_whole() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let folder = std::fs::read_dir(&seeds).unwrap();
    for entry in folder.flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        for (kind, block) in blocks(&text, None) {
            let ends = block.ends_with(['.', '!', '?']);
            assert_eq!(kind.is_running_text(), ends, "{kind:?}: {block}");
        }
    }
}
