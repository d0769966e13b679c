//! Running the command on files written for the occasion.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// What a run left.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Its output, where it ended well.
    #[track_caller]
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.status, 0, "{}", self.err);
        self.out
    }

    /// Its lines as JSON, where it ended well.
    #[track_caller]
    pub(crate) fn json(self) -> Vec<Value> {
        lines(&self.ok())
    }

    /// Its message, where it ended with status 2: one line that says every one of `words`.
    #[track_caller]
    pub(crate) fn fails_saying(&self, words: &[&str]) {
        assert_eq!(self.status, 2, "{self:?}");
        let messages: Vec<_> = self
            .err
            .lines()
            .filter(|l| l.starts_with("notis: error:"))
            .collect();
        assert_eq!(messages.len(), 1, "one clear message: {}", self.err);
        for word in words {
            assert!(self.err.contains(word), "«{word}» is not in: {}", self.err);
        }
    }
}

/// JSON Lines, parsed.
pub(crate) fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Runs `notis` with arguments parted by spaces.
pub(crate) fn notis(args: &str) -> Run {
    run(&args.split_whitespace().collect::<Vec<_>>(), Path::new("."), b"")
}

/// Runs `notis` in a folder, with bytes on standard input.
pub(crate) fn run(args: &[&str], folder: &Path, input: &[u8]) -> Run {
    finished(command(args, folder), input)
}

/// Waits for a command, with bytes on standard input.
fn finished(mut command: Command, input: &[u8]) -> Run {
    let mut child = command.spawn().unwrap();
    // A run that ends before it has read everything closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    Run {
        status: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The command, not yet started.
pub(crate) fn command(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_notis"));
    command.args(args).current_dir(folder).env("NO_COLOR", "1");
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A folder of files that is gone after the test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let folder = Folder(tempfile::tempdir().unwrap());
        for (name, text) in files {
            folder.write(name, text.as_bytes());
        }
        folder
    }

    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Runs `notis` in it with arguments parted by spaces.
    pub(crate) fn notis(&self, args: &str) -> Run {
        self.notis_fed(args, b"")
    }

    /// The same with bytes on standard input.
    pub(crate) fn notis_fed(&self, args: &str, input: &[u8]) -> Run {
        run(&args.split_whitespace().collect::<Vec<_>>(), self.0.path(), input)
    }

    /// The same with variables in the environment.
    pub(crate) fn notis_with(&self, args: &str, environment: &[(&str, &str)]) -> Run {
        let mut command = command(&args.split_whitespace().collect::<Vec<_>>(), self.0.path());
        command.envs(environment.iter().copied());
        finished(command, b"")
    }

    /// Runs a line of bash in it.
    pub(crate) fn shell(&self, line: &str) -> std::io::Result<std::process::Output> {
        let mut bash = Command::new("bash");
        bash.args(["-c", line]).current_dir(self.0.path()).output()
    }

    /// The names of its files.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

/// The ids of JSON lines.
pub(crate) fn ids(lines: &[Value]) -> Vec<&str> {
    lines.iter().map(|line| line["id"].as_str().unwrap()).collect()
}

/// A definition of two topics that the shipped model does not have.
pub(crate) const TOPICS: &str = "
[[topic]]
id = 'laks'
aliases = ['laks*', 'oppdrettslaks*', 'lakseoppdrett*']
related = ['merd*', 'lakselus*', 'oppdrett*']

[[topic]]
id = 'ferje'
aliases = ['ferje*', 'ferge*', 'ferja', 'ferga']
related = ['ferjekai*', 'overfart*']
";

/// An article that is about salmon.
pub(crate) const SALMON: &str = "Laksen rømde i natt\n\nMeir enn tusen laks rømde frå eit anlegg i fjorden. \
    Oppdrettaren fann hol i merda då han kom på jobb. – Vi har sett ut garn for å fange laksen att, seier dagleg \
    leiar Oddny Vik. Lakseoppdrett har vore omstridd i bygda lenge.\n";

/// An article that is about a ferry.
pub(crate) const FERRY: &str = "Ferga sto i seks timer\n\nFerga over fjorden ble liggende ved kai fordi rampen ikke \
    lot seg heve. Over hundre biler ventet i kø på fergekaia. – Vi har bedt om ei reserveferge, sier driftssjef Arne \
    Moe. Ved middagstid var ferga i rute igjen.\n";

/// The model of [`TOPICS`], trained once.
pub(crate) fn small_model() -> &'static str {
    static MODEL: OnceLock<(Folder, String)> = OnceLock::new();
    let (_, path) = MODEL.get_or_init(|| {
        let folder = Folder::new(&[("topics.toml", TOPICS)]);
        folder.notis("train --topics topics.toml -o small.notis").ok();
        let path = folder.path("small.notis").display().to_string();
        (folder, path)
    });
    path
}

/// Data beside the project, for tests that are ignored where it is not there.
pub(crate) fn shared(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared")
        .join(name)
}

/// A file or folder of the project.
pub(crate) fn project(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(name)
        .display()
        .to_string()
}

/// The bytes of `text` packed with gzip.
pub(crate) fn gzip(text: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(text.as_bytes()).unwrap();
    packer.finish().unwrap()
}
