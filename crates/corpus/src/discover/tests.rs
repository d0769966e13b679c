use super::*;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    dir
}

fn names(dir: &tempfile::TempDir, options: &ReadOptions) -> (Vec<String>, Vec<String>) {
    let found = discover(&[dir.path().to_owned()], options).unwrap();
    (found.sources.into_iter().map(|s| s.name).collect(), found.notes)
}

#[test]
fn text_files_go_before_tables_and_the_rest_is_passed_over() {
    let dir = folder(&[
        ("b/x.txt", "x"),
        ("a.txt", "a"),
        ("c.jsonl", "{}"),
        (".skjult.txt", ""),
        ("kart.png", ""),
    ]);
    let (files, notes) = names(&dir, &ReadOptions::default());
    assert_eq!(files, ["a.txt", "b/x.txt"]);
    assert_eq!(notes.len(), 1);
    assert!(notes[0].contains("2 other files: c.jsonl, kart.png"), "{notes:?}");
    let jsonl = ReadOptions {
        format: Some(Format::Jsonl),
        ..ReadOptions::default()
    };
    assert_eq!(names(&dir, &jsonl).0, ["c.jsonl"]);
}

#[test]
fn a_label_file_is_never_an_article() {
    let dir = folder(&[("a.csv", "text\nx\n"), ("labels.tsv", "file\tlabels\n")]);
    assert_eq!(names(&dir, &ReadOptions::default()).0, ["a.csv"]);
}

#[test]
fn labels_hold_for_the_folder_they_stand_in_and_orphans_are_told() {
    let dir = folder(&[
        ("a.txt", "a"),
        ("nn/b.txt", "b"),
        ("labels.tsv", "file\tlabels\na.txt\tvær\nborte.txt\tvær\n"),
        ("nn/labels.tsv", "file\tlabels\nb\tklima\n"),
    ]);
    let found = discover(&[dir.path().to_owned()], &ReadOptions::default()).unwrap();
    let label = |s: &Source| {
        s.labels
            .as_ref()
            .map(|(l, a)| l.get(a).unwrap().labels[0].clone())
    };
    let labels: Vec<_> = found.sources.iter().map(label).collect();
    assert_eq!(labels, [Some("vær".into()), Some("klima".into())]);
    assert!(
        found.notes[0].contains("1 row without an article: borte"),
        "{:?}",
        found.notes
    );
}

#[test]
fn labels_may_be_saved_as_csv_but_only_once() {
    let csv = ("labels.csv", "file;labels\na;vær\n");
    let found = discover(
        &[folder(&[("a.txt", "a"), csv]).path().to_owned()],
        &ReadOptions::default(),
    );
    assert!(found.unwrap().sources[0].labels.is_some());
    let dir = folder(&[("a.txt", "a"), csv, ("labels.tsv", "file\tlabels\n")]);
    let error = discover(&[dir.path().to_owned()], &ReadOptions::default()).unwrap_err();
    assert!(error.to_string().contains("leave one"), "{error}");
    // Without articles in files of their own it is a table as any other.
    let dir = folder(&[("labels.csv", "text\nx\n")]);
    assert_eq!(names(&dir, &ReadOptions::default()).0, ["labels.csv"]);
}

#[test]
fn files_of_one_name_go_by_their_paths() {
    let dir = folder(&[("x/a.csv", "text\nx\n"), ("y/a.csv", "text\ny\n")]);
    let inputs = ["x/a.csv", "y/a.csv"].map(|n| dir.path().join(n));
    let found = discover(&inputs, &ReadOptions::default()).unwrap();
    assert!(found.sources[0].name.ends_with("x/a.csv"));
}

#[test]
fn an_empty_folder_and_a_missing_one_are_errors() {
    let dir = folder(&[("kart.png", "")]);
    let read = |path: PathBuf| {
        discover(&[path], &ReadOptions::default())
            .map(|_| ())
            .unwrap_err()
    };
    assert!(matches!(read(dir.path().into()), Error::NoArticles { .. }));
    assert!(matches!(read(dir.path().join("borte")), Error::Missing { .. }));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_one_bad_record_and_a_linked_folder_is_mentioned() {
    use std::os::unix::fs::symlink;
    let dir = folder(&[("a.txt", "a"), ("c.txt", "c")]);
    symlink("borte.txt", dir.path().join("b.txt")).unwrap();
    symlink(dir.path(), dir.path().join("runde")).unwrap();
    let found = discover(&[dir.path().to_owned()], &ReadOptions::default()).unwrap();
    let names: Vec<_> = found.sources.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["a.txt", "b.txt", "c.txt"]);
    let failure = found.sources[1].failure.as_ref().unwrap().to_string();
    assert!(
        failure.contains("b.txt") && failure.contains("borte.txt"),
        "{failure}"
    );
    assert!(
        found.notes[0].contains("1 linked folder: runde"),
        "{:?}",
        found.notes
    );
}

#[test]
fn a_file_named_outright_has_the_labels_that_it_has_in_its_folder() {
    let dir = folder(&[
        ("a.txt", "a"),
        ("b.txt", "b"),
        ("c.jsonl", "{}"),
        ("labels.tsv", "file\tlabels\na\tvær\n"),
        ("vond/d.txt", "d"),
        ("vond/labels.csv", "navn;adresse\n"),
    ]);
    let inputs = ["a.txt", "b.txt", "c.jsonl", "vond/d.txt"].map(|name| dir.path().join(name));
    let found = discover(&inputs, &ReadOptions::default()).unwrap();
    let labelled: Vec<_> = found.sources.iter().map(|s| s.labels.is_some()).collect();
    assert_eq!(labelled, [true, false, false, false]);
    assert_eq!(
        found.notes.len(),
        1,
        "labels without an article are none here: {:?}",
        found.notes
    );
    assert!(
        found.notes[0].contains("passed over") && found.notes[0].contains("labels.csv"),
        "{:?}",
        found.notes
    );
}

#[test]
fn a_table_of_something_else_stops_no_folder_unless_it_is_all_there_is() {
    let dir = folder(&[
        ("saker.jsonl", "{}"),
        ("salg.csv", "dag;salg\n1;2\n"),
        ("saker.csv", "id,Text\n1,x\n"),
    ]);
    let (files, notes) = names(&dir, &ReadOptions::default());
    assert_eq!(files, ["saker.csv", "saker.jsonl"]);
    assert!(
        notes[0].ends_with("passed over 1 table without a column «text»: salg.csv"),
        "{notes:?}"
    );
    let only = folder(&[("salg.csv", "dag;salg\n1;2\n")]);
    assert_eq!(names(&only, &ReadOptions::default()).0, ["salg.csv"]);
}
