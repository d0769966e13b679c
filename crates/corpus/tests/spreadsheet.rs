//! Labels through a real spreadsheet, LibreOffice.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;
use std::process::Command;

use notis_corpus::{Graded, LabelRow, Labels, iso_date, write_noted_labels};

/// How LibreOffice names a table with tabs or `;` between the cells, in UTF-8 and in Windows-1252.
const TABS: &str = "csv:Text - txt - csv (StarCalc):9,34,76";
const SEMICOLONS: &str = "csv:Text - txt - csv (StarCalc):59,34,76";
const WINDOWS: &str = "csv:Text - txt - csv (StarCalc):59,34,1";
const WORKBOOK: &str = "xlsx";

fn rows() -> Vec<LabelRow> {
    let topics = |topics: &[&str]| topics.iter().map(|&topic| topic.to_owned()).collect::<Vec<_>>();
    let row = |file: &str, date: &str, title: &str, labels: &[&str]| LabelRow {
        file: file.into(),
        date: date.into(),
        lang: "nn".into(),
        title: title.into(),
        labels: topics(labels),
        ..LabelRow::default()
    };
    vec![
        row(
            "2024/ferje",
            "2024-05-03",
            "Sa «ja», ho sa \"nei\"; så",
            &["vær", "samferdsel"],
        ),
        row("007", "2024-05", "=SUM(A1)", &[]),
        row("1e5", "2024", "+47 er nummeret", &["vær"]),
        LabelRow {
            mentions: topics(&["skole", "vær"]),
            graded: Some(Graded::Count(27)),
            ..row(
                "42",
                "2024-05-03T10:00:00+02:00",
                "@alle: – Blåbær, æ ø å",
                &["nord-korea"],
            )
        },
    ]
}

/// Opens the table in LibreOffice and saves it in another form.
fn saved(table: &Path, form: &str, folder: &Path) -> Labels {
    let profile = format!("-env:UserInstallation=file://{}/profil", folder.display());
    let run = Command::new("soffice")
        .args([
            profile.as_str(),
            "--headless",
            "--infilter=CSV:9,34,76",
            "--convert-to",
            form,
            "--outdir",
        ])
        .args([folder, table])
        .output()
        .expect("LibreOffice (soffice) is installed");
    assert!(run.status.success(), "{run:?}");
    let name = format!("labels.{}", form.split(':').next().unwrap());
    Labels::read(&folder.join(name)).unwrap()
}

#[test]
#[ignore = "needs LibreOffice"]
fn labels_come_back_from_a_spreadsheet_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let (rows, table) = (rows(), dir.path().join("labels.tsv"));
    let notes = [
        "Ho sa «nei».",
        "Vær;Samferdsel",
        "0,93;0,51",
        "nearest: skole 0,51, given from 0,50",
    ];
    let columns = ["excerpt", "names", "probability", "reason"];
    let noted = rows.iter().map(|row| (row, notes));
    write_noted_labels(noted, columns, std::fs::File::create(&table).unwrap()).unwrap();
    for form in [TABS, SEMICOLONS, WINDOWS, WORKBOOK] {
        let labels = saved(&table, form, dir.path());
        for row in &rows {
            let mut read = labels
                .get(&row.file)
                .unwrap_or_else(|| panic!("{form}: {} is lost", row.file))
                .clone();
            assert_eq!(iso_date(&read.date), iso_date(&row.date), "{form}");
            read.date.clone_from(&row.date);
            read.file.clone_from(&row.file);
            assert_eq!(&read, row, "{form}");
        }
        assert_eq!(labels.iter().count(), rows.len());
    }
}
