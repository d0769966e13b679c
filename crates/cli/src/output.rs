//! Where results go: standard output, or a file that is there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use notis::print::Style;
use notis_files::Beside;

use crate::{palette, signals};

/// The place that results are written to. Nothing is in the file before [`Output::finish`].
pub(crate) enum Output {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A file beside the one that it will replace.
    Beside(BufWriter<Beside>),
    /// A file that an earlier run began.
    Growing(BufWriter<File>, PathBuf),
    /// A device or a pipe, which cannot be replaced.
    Device(BufWriter<File>, PathBuf),
}

impl Output {
    /// Opens `file`, or standard output.
    pub(crate) fn open(file: Option<&Path>) -> Result<Self> {
        let Some(path) = file else {
            return Ok(Output::Stdout(BufWriter::with_capacity(1 << 16, io::stdout())));
        };
        let failed = || format!("cannot write {}", path.display());
        match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => anyhow::bail!("{}: it is a folder; name a file", failed()),
            // By the name that was given: a link such as /dev/stdout leads to a pipe that has no path.
            Ok(meta) if !meta.is_file() => {
                let device = File::options().write(true).open(path).with_context(failed)?;
                Ok(Output::Device(BufWriter::new(device), path.to_owned()))
            }
            _ => {
                let target = target(path).with_context(failed)?;
                let beside = Beside::new(target).with_context(failed)?;
                beside
                    .path()
                    .into_iter()
                    .for_each(signals::remove_when_interrupted);
                Ok(Output::Beside(BufWriter::with_capacity(1 << 16, beside)))
            }
        }
    }

    /// A file that results are added to from where `file` stands.
    pub(crate) fn growing(file: File, path: PathBuf) -> Self {
        Output::Growing(BufWriter::with_capacity(1 << 16, file), path)
    }

    /// The same output, where each piece on standard output is there as soon as it is printed.
    pub(crate) fn at_once(self) -> Self {
        match self {
            Output::Stdout(out) => {
                let out = out.into_inner().unwrap_or_else(|_| io::stdout());
                Output::Stdout(BufWriter::with_capacity(0, out))
            }
            other => other,
        }
    }

    /// Writes all of `bytes` to `path`, whole or not at all.
    pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
        let mut output = Output::open(Some(path))?;
        output.print(bytes)?;
        output.finish()
    }

    /// Writes a piece of the result.
    pub(crate) fn print(&mut self, bytes: &[u8]) -> Result<()> {
        let written = self.writer().write_all(bytes);
        written.with_context(|| self.cannot_write())
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Output::Stdout(out) => out,
            Output::Beside(out) => out,
            Output::Growing(out, _) | Output::Device(out, _) => out,
        }
    }

    /// Makes the result durable and, in a file, visible.
    pub(crate) fn finish(mut self) -> Result<()> {
        let cannot_write = self.cannot_write();
        let finished = match &mut self {
            Output::Stdout(out) => out.flush(),
            Output::Growing(out, _) => out.flush().and_then(|()| out.get_ref().sync_all()),
            Output::Device(out, _) => out.flush(),
            Output::Beside(out) => out.flush().and_then(|()| out.get_mut().replace()),
        };
        finished.context(cannot_write)
    }

    fn cannot_write(&self) -> String {
        let unharmed = |path: &Path| format!("cannot write {}; what was there is as it was", path.display());
        match self {
            Output::Stdout(_) => "cannot write to standard output".to_owned(),
            Output::Beside(out) => unharmed(out.get_ref().target()),
            Output::Growing(_, path) | Output::Device(_, path) => format!("cannot write {}", path.display()),
        }
    }

    /// The colours that fit.
    pub(crate) fn style(&self) -> Style {
        match self {
            Output::Stdout(out) => palette::style(out.get_ref()),
            _ => Style::default(),
        }
    }

    /// Whether somebody looks on.
    pub(crate) fn is_terminal(&self) -> bool {
        matches!(self, Output::Stdout(out) if out.get_ref().is_terminal())
    }
}

/// For what writes by itself; its errors are told without what was to be written.
impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush()
    }
}

/// Links followed before they are taken for a circle, as Linux does.
const LINKS: usize = 40;

/// What `path` stands for: a link stays a link, and what it points at is written, be it there or not.
fn target(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..LINKS {
        let Ok(link) = fs::read_link(&target) else {
            return Ok(target);
        };
        target = target.parent().unwrap_or(Path::new("")).join(link);
    }
    Err(io::Error::other("its links go in a circle"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_as_it_was_until_all_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("modell.notis");
        fs::write(&path, "gammel").unwrap();
        let mut output = Output::open(Some(&path)).unwrap();
        output.print(b"ny").unwrap();
        assert_eq!(fs::read(&path).unwrap(), "gammel".as_bytes());
        output.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"ny");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_left_behind_when_it_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let mut output = Output::open(Some(&dir.path().join("a"))).unwrap();
        output.print(b"halvt").unwrap();
        drop(output);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_rights_stay_too() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let (path, link) = (dir.path().join("a"), dir.path().join("lenke"));
        fs::write(&path, "").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        std::os::unix::fs::symlink(&path, &link).unwrap();
        Output::save(&link, b"ny").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&path).unwrap(), b"ny");
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_what_is_not_there_stays_a_link() {
        let dir = tempfile::tempdir().unwrap();
        let link = dir.path().join("lenke");
        std::os::unix::fs::symlink("ny.txt", &link).unwrap();
        Output::save(&link, b"ny").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(dir.path().join("ny.txt")).unwrap(), b"ny");
        let circle = dir.path().join("ring");
        std::os::unix::fs::symlink("ring", &circle).unwrap();
        assert!(Output::save(&circle, b"ny").is_err());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error() {
        let error = Output::save(Path::new("/dev/full"), b"ny").unwrap_err();
        assert!(error.to_string().contains("cannot write /dev/full"), "{error}");
    }
}
