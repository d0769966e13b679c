//! Where results go: standard output, or a file that is there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Seek, Stdout, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use notis::print::Style;

use crate::palette;

/// The place that results are written to. Nothing is in the file before [`Output::finish`].
pub(crate) enum Output {
    /// Standard output.
    Stdout(BufWriter<Stdout>),
    /// A file without a name beside the one that it will replace: it is gone with the program, however that ends.
    Beside(BufWriter<File>, PathBuf),
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
        // A link stays a link: what it points at is replaced.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        match fs::metadata(&target) {
            Ok(meta) if meta.is_dir() => anyhow::bail!("{}: it is a folder; name a file", failed()),
            Ok(meta) if !meta.is_file() => {
                let device = File::options().write(true).open(&target).with_context(failed)?;
                Ok(Output::Device(BufWriter::new(device), target))
            }
            _ => {
                let beside = tempfile::tempfile_in(folder(&target)).with_context(failed)?;
                Ok(Output::Beside(BufWriter::new(beside), target))
            }
        }
    }

    /// Writes all of `bytes` to `path`, whole or not at all.
    pub(crate) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
        let mut output = Output::open(Some(path))?;
        let written = output.write_all(bytes);
        written.with_context(|| format!("cannot write {}", path.display()))?;
        output.finish()
    }

    /// Makes the result durable and, in a file, visible.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Output::Stdout(mut out) => Ok(out.flush()?),
            Output::Device(mut out, path) => out.flush().with_context(|| cannot_write(&path)),
            Output::Beside(out, path) => replace(out, &path).with_context(|| cannot_write(&path)),
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

fn cannot_write(path: &Path) -> String {
    format!(
        "cannot write {}; what was there before is as it was",
        path.display()
    )
}

fn folder(target: &Path) -> &Path {
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// A file beside `target` with the rights that it has or would get.
fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".notis-");
    let rights = rights(target);
    if let Some(rights) = rights {
        builder.permissions(rights);
    }
    builder.tempfile_in(folder(target))
}

#[cfg(unix)]
fn rights(target: &Path) -> Option<fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let there = fs::metadata(target).map(|meta| meta.permissions());
    // What the user's mask does not take away, as for any new file.
    Some(there.unwrap_or_else(|_| fs::Permissions::from_mode(0o666)))
}

#[cfg(not(unix))]
fn rights(_: &Path) -> Option<fs::Permissions> {
    None
}

fn replace(out: BufWriter<File>, path: &Path) -> io::Result<()> {
    let mut written = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    written.rewind()?;
    let mut file = beside(path)?;
    io::copy(&mut written, file.as_file_mut())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    // The new name is durable once its folder is; a folder that cannot be synced has the file all the same.
    if let Some(folder) = path.parent().and_then(|p| File::open(p).ok()) {
        let _ = folder.sync_all();
    }
    Ok(())
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stdout(out) => out.write(bytes),
            Output::Beside(out, _) => out.write(bytes),
            Output::Device(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stdout(out) => out.flush(),
            Output::Beside(out, _) => out.flush(),
            Output::Device(out, _) => out.flush(),
        }
    }
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
        output.write_all(b"ny").unwrap();
        output.flush().unwrap();
        assert_eq!(fs::read(&path).unwrap(), "gammel".as_bytes());
        output.finish().unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"ny");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn nothing_is_left_behind_when_it_is_dropped() {
        let dir = tempfile::tempdir().unwrap();
        let mut output = Output::open(Some(&dir.path().join("a"))).unwrap();
        output.write_all(b"halvt").unwrap();
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

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_an_error() {
        let error = Output::save(Path::new("/dev/full"), b"ny").unwrap_err();
        assert!(error.to_string().contains("cannot write /dev/full"), "{error}");
    }
}
