//! Every form an input may have.

use crate::support::*;

const JSONL: &str =
    "{\"id\":\"a\",\"text\":\"Sola skein over Vågå i dag.\"}\n{\"id\":2,\"text\":\"Regnet kom til Lom.\"}\n";

fn analyzed(folder: &Folder, args: &str) -> Vec<String> {
    let lines = folder.notis(&format!("analyze --format jsonl {args}")).json();
    ids(&lines).into_iter().map(str::to_owned).collect()
}

#[test]
fn a_folder_of_text_files_is_read_by_path_and_the_rest_is_passed_over_in_one_line() {
    let folder = Folder::new(&[
        ("saker/b.txt", "Bussen gjekk."),
        ("saker/2024/a.txt", " date 2024-05 Toget stod."),
        ("saker/kart.svg", "<svg/>"),
        ("saker/tall.jsonl", JSONL),
    ]);
    let run = folder.notis("analyze --format jsonl saker");
    let passed: Vec<_> = run.err.lines().collect();
    assert_eq!(
        passed,
        ["notis: saker: passed over 2 other files: kart.svg, tall.jsonl"]
    );
    assert_eq!(ids(&run.json()), ["2024/a", "b"]);
    assert_eq!(folder.notis("analyze --quiet saker").err, "");
}

#[test]
fn a_folder_without_text_files_gives_its_tables_and_lines() {
    let folder = Folder::new(&[
        ("m/b.csv", "id,text\nx,Sol\n"),
        ("m/a.jsonl", JSONL),
        ("m/c.tsv", "id\ttext\ny\tRegn\n"),
    ]);
    assert_eq!(analyzed(&folder, "m"), ["a", "2", "x", "y"]);
}

#[test]
fn gzip_is_told_by_its_first_bytes_everywhere() {
    let folder = Folder::new(&[]);
    folder.write("m/a.txt", &gzip("Bussen gjekk."));
    folder.write("m/b.txt.gz", &gzip("Toget stod."));
    folder.write("m/labels.tsv", &gzip("file\tlabels\na\tferje\nb\t\n"));
    folder.write("saker.jsonl", &gzip("{\"id\":\"c\",\"text\":\"Sol\"}\n"));
    assert_eq!(analyzed(&folder, "m saker.jsonl"), ["a", "b", "c"]);
}

#[test]
fn standard_input_may_be_lines_a_table_or_an_article_gzipped_or_not() {
    let folder = Folder::new(&[]);
    let read = |args: &str, bytes: &[u8]| {
        let lines = folder
            .notis_fed(&format!("analyze --format jsonl - {args}"), bytes)
            .json();
        ids(&lines).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(read("", JSONL.as_bytes()), ["a", "2"]);
    assert_eq!(read("", &gzip(JSONL)), ["a", "2"]);
    assert_eq!(read("", b"Bussen gjekk ikkje."), ["-"]);
    assert_eq!(
        read("--input-format csv", b"text;id\nSol;x\nRegn;\n"),
        ["x", "-:3"]
    );
}

#[test]
fn records_without_an_id_go_by_file_and_line() {
    let folder = Folder::new(&[
        ("saker.jsonl", "{\"text\":\"Sol\"}\n\n{\"text\":\"Regn\"}\n"),
        ("t.csv", "text\n\"To\nlinjer\"\nEi\n"),
    ]);
    assert_eq!(
        analyzed(&folder, "saker.jsonl t.csv"),
        ["saker.jsonl:1", "saker.jsonl:3", "t.csv:2", "t.csv:4"]
    );
}

#[test]
fn byte_order_marks_and_windows_line_ends_are_fine() {
    let folder = Folder::new(&[
        ("a.txt", "\u{feff}Flaum i Voss\r\n\r\nElva steig i natt.\r\n"),
        ("b.jsonl", "\u{feff}{\"id\":\"b\",\"text\":\"Sol\"}\r\n"),
        ("c.csv", "\u{feff}id;text\r\nc;Regn\r\n"),
    ]);
    assert_eq!(analyzed(&folder, "a.txt b.jsonl c.csv"), ["a", "b", "c"]);
    let article = &folder.notis("analyze --format jsonl a.txt").json()[0];
    assert_eq!(article["blocks"][0]["kind"], "title");
    assert_eq!(article["blocks"][0]["start"], 0);
    // The line ends stay in the text that spans point into.
    assert_eq!(article["sentences"][1]["start"], "Flaum i Voss\r\n\r\n".len());
}

#[test]
fn utf_16_with_its_mark_is_read_in_every_form() {
    let folder = Folder::new(&[]);
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    folder.write("m/a.txt", &little("\u{feff}Blåbær i skogen."));
    folder.write("m/b.txt", &big("\u{feff}Blåbær i skogen."));
    folder.write("m/labels.tsv", &little("\u{feff}file\tlabels\na\tbær\n"));
    folder.write(
        "c.jsonl",
        &little("\u{feff}{\"id\":\"c\",\"text\":\"Blåbær i skogen.\"}\n"),
    );
    folder.write("d.csv", &big("\u{feff}id;text\r\nd;Blåbær i skogen.\r\n"));
    let lines = folder.notis("analyze --format jsonl m c.jsonl d.csv").json();
    assert_eq!(ids(&lines), ["a", "b", "c", "d"]);
    for line in lines {
        assert_eq!(line["tokens"][0]["stem"], "blåbær", "{line}");
    }
}

#[test]
fn other_encodings_are_read_when_they_are_named() {
    let folder = Folder::new(&[]);
    folder.write("l1.txt", b"Bl\xe5b\xe6r og r\xf8dbeter p\xe5 torget.");
    folder.write(
        "u16.csv",
        &"text\nBlåbær\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<_>>(),
    );
    let tokens = |args: &str| {
        let line = folder
            .notis(&format!("analyze --format jsonl {args}"))
            .json()
            .remove(0);
        line["tokens"][0]["end"].as_u64().unwrap()
    };
    assert_eq!(tokens("l1.txt --encoding windows-1252"), "Blåbær".len() as u64);
    assert_eq!(tokens("u16.csv --encoding utf-16le"), "Blåbær".len() as u64);
}

#[test]
fn columns_go_by_the_names_that_are_given() {
    let folder = Folder::new(&[
        ("s.csv", "Nr;Brødtekst\n7;Sol\n"),
        ("s.jsonl", "{\"Brødtekst\":\"Regn\",\"Nr\":8}\n"),
    ]);
    assert_eq!(
        analyzed(&folder, "s.csv s.jsonl --column text=Brødtekst --column id=Nr"),
        ["7", "8"]
    );
}

#[test]
fn bad_records_stop_the_run_after_complete_lines_or_are_passed_over() {
    let good = |id| format!("{{\"id\":\"{id}\",\"text\":\"Sola skein i dag.\"}}\n");
    let folder = Folder::new(&[("s.jsonl", &format!("{}{}oi\n{}", good("a"), good("b"), good("c")))]);
    let stopped = folder.notis("analyze --format jsonl s.jsonl");
    stopped.fails_saying(&["s.jsonl, line 3", "broken JSON"]);
    assert_eq!(ids(&lines(&stopped.out)), ["a", "b"]);
    // What is lost is told to those too who want no remarks.
    for quiet in ["", "--quiet"] {
        let on = folder.notis(&format!("analyze --format jsonl s.jsonl --skip-bad {quiet}"));
        assert!(on.err.contains("passed over: s.jsonl, line 3"), "{}", on.err);
        assert_eq!(ids(&on.json()), ["a", "b", "c"]);
    }
}

#[test]
fn order_and_content_do_not_depend_on_the_threads() {
    let many: String = (0..700)
        .map(|n| format!("{{\"id\":{n},\"text\":\"Sak nummer {n} om laks og ferje.\"}}\n"))
        .collect();
    let folder = Folder::new(&[("s.jsonl", &many)]);
    let one = folder.notis("analyze --format jsonl s.jsonl --threads 1").ok();
    let four = folder.notis("analyze --format jsonl s.jsonl --threads 4").ok();
    assert_eq!(one, four);
    assert_eq!(ids(&lines(&one))[699], "699");
}

/// The most memory that a process has held so far, in KiB.
#[cfg(target_os = "linux")]
fn peak_memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_corpus() {
    use std::io::Write;
    use std::process::Stdio;

    let folder = Folder::new(&[]);
    let args = [
        "classify",
        "-",
        "-m",
        small_model(),
        "--format",
        "jsonl",
        "--quiet",
    ];
    let mut child = command(&args, &folder.path(""))
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let text = format!("{SALMON}{FERRY}").repeat(4).replace('\n', " ");
    // The pipe takes no more than the program has read, so what is measured has been worked on.
    let mut feed = |from: u32, to: u32| {
        for n in from..to {
            writeln!(input, "{{\"id\":{n},\"text\":\"{text}\"}}").unwrap();
        }
    };
    feed(0, 3000);
    let before = peak_memory(child.id());
    feed(3000, 15_000);
    let after = peak_memory(child.id());
    drop(input);
    assert!(child.wait().unwrap().success());
    assert!(
        after < before + 8 * 1024,
        "{before} KiB after 3,000 articles, {after} KiB after 15,000"
    );
}
