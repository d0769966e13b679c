//! The scripts that join annotations with texts and train the shipped model, on texts written for the occasion.

use std::process::Command;

use crate::support::*;

/// The columns of every file of annotations.
const HEAD: &str = "set\tid\tsource\tsha256\tabout\tmentions\tdoubtful\tgraded\n";

/// The sum of a text, by the tool that everybody has.
fn sha256(text: &str) -> String {
    let folder = Folder::new(&[("text", text)]);
    let python =
        "import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], 'rb').read()).hexdigest(), end='')";
    let run = script(
        "python3",
        &["-c", python, folder.path("text").to_str().unwrap()],
        &folder,
    );
    run.ok()
}

/// Runs a program in a folder.
fn script(program: &str, args: &[&str], folder: &Folder) -> Run {
    let output = Command::new(program)
        .args(args)
        .current_dir(folder.path("."))
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn join(args: &[&str], folder: &Folder) -> Run {
    let program = project("scripts/join_annotations.py");
    script("python3", &[&[program.as_str()], args].concat(), folder)
}

/// Annotations of two texts, of which one comes twice under its id, and of a third that nobody has.
fn annotated() -> Folder {
    let row = |id: &str, sum: &str, about: &str| format!("prøve\t{id}\teget\t{sum}\t{about}\tferje\t\tall\n");
    let rows = [
        row("a", &sha256(SALMON), "laks"),
        row("a", &sha256(FERRY), "ferje;laks"),
        row("b", &sha256("Noe annet."), ""),
    ];
    let record =
        |id: &str, text: &str| serde_json::json!({"id": id, "title": "Tittel", "text": text, "lang": "nn"});
    let texts = [
        record("a", SALMON),
        record("a", FERRY),
        record("b", "Ikke det som ble lest."),
    ];
    let folder = Folder::new(&[("notes/prøve.tsv", &(HEAD.to_owned() + &rows.concat()))]);
    folder.write(
        "texts/under/t.jsonl",
        texts.map(|t| format!("{t}\n")).concat().as_bytes(),
    );
    folder
}

#[test]
fn annotations_are_joined_by_id_and_hash_and_what_is_missing_is_told() {
    let folder = annotated();
    let run = join(&["texts", "--annotations", "notes", "-o", "c.jsonl"], &folder);
    assert!(run.err.contains("prøve: 2 of 3 rows joined"), "{}", run.err);
    assert!(
        run.err.contains("b (eget) is there with another text"),
        "{}",
        run.err
    );
    run.ok();
    let corpus = lines(&String::from_utf8(folder.read("c.jsonl")).unwrap());
    assert_eq!(ids(&corpus), ["a", "a#2"]);
    assert_eq!(corpus[0]["text"], SALMON);
    assert_eq!(corpus[1]["labels"], serde_json::json!(["ferje", "laks"]));
    folder.write("topics.toml", TOPICS.as_bytes());
    folder.notis("train c.jsonl --topics topics.toml -o m.notis").ok();
}

#[test]
fn annotations_without_any_text_end_in_an_error_and_no_file() {
    let folder = annotated();
    folder.write("other/t.jsonl", b"{\"id\": \"z\", \"text\": \"Noko anna.\"}\n");
    let run = join(&["other", "--annotations", "notes", "-o", "c.jsonl"], &folder);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.err.contains("no text of other"), "{}", run.err);
    assert!(!folder.path("c.jsonl").exists());
    folder.write("notes/prøve.tsv", b"set\tid\n");
    let run = join(&["other", "--annotations", "notes"], &folder);
    assert!(run.status == 2 && run.err.contains("prøve.tsv:1"), "{run:?}");
}

#[test]
fn the_shipped_annotations_are_of_shipped_topics_and_hold_no_text() {
    let definitions = std::fs::read_to_string(project("data/topics.toml")).unwrap();
    let known = |topic: &str| definitions.contains(&format!("id = \"{topic}\"\n"));
    let mut count = 0;
    for entry in std::fs::read_dir(project("data/annotations")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "tsv") {
            let table = std::fs::read_to_string(&path).unwrap();
            assert!(table.starts_with(HEAD), "{}", path.display());
            for row in table.lines().skip(1) {
                let cells: Vec<_> = row.split('\t').collect();
                assert!(cells.len() == 8 && cells[3].len() == 64, "{row}");
                let topics = cells[4..7].iter().flat_map(|cell| cell.split(';'));
                assert!(topics.filter(|t| !t.is_empty()).all(known), "{row}");
                count += 1;
            }
        }
    }
    assert!(count >= 3_800, "{count} rows");
}

#[test]
fn a_model_of_the_starter_corpus_alone_still_works() {
    let folder = Folder::new(&[]);
    let program = project("scripts/train-shipped");
    let notis = env!("CARGO_BIN_EXE_notis");
    script(&program, &["--own", "--notis", notis, "-o", "own.notis"], &folder).ok();
    let tags = folder
        .notis(&format!(
            "classify {} -m own.notis --format jsonl",
            project("data/samples")
        ))
        .json();
    let tagged = tags.iter().filter(|line| line["decision"] == "tagged").count();
    assert!(
        tagged * 2 > tags.len(),
        "{tagged} of {} samples are tagged",
        tags.len()
    );
    let refused = script(&program, &["--notis", notis, "nowhere"], &folder);
    assert!(
        refused.status == 2 && refused.err.contains("nowhere is not there"),
        "{refused:?}"
    );
}
