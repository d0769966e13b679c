//! A file that grows beside the one that it will replace.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::fault::Step;
use crate::left_over::{PREFIX, SUFFIX, remove_left_over};
use crate::{folder_of, sync_folder_of};

/// A hidden file in the folder of its target. It is gone when it is dropped without [`Beside::replace`]; where the program
/// was killed, the next run that writes to the folder takes the file away.
#[derive(Debug)]
pub struct Beside {
    /// None once it has taken the place of its target.
    file: Option<NamedTempFile>,
    target: PathBuf,
}

impl Beside {
    /// A new file beside `target`, with its rights or, where it is not there yet, those of any new file.
    ///
    /// # Errors
    /// Where the folder cannot be written to.
    pub fn new(target: impl Into<PathBuf>) -> io::Result<Self> {
        let target = target.into();
        let folder = folder_of(&target);
        remove_left_over(folder);
        let file = created(folder, &target)?;
        // Tells other runs that it is still needed; where files cannot be locked, they leave it alone anyway.
        let _ = file.as_file().try_lock();
        Ok(Beside {
            file: Some(file),
            target,
        })
    }

    /// Where it will be.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where it is until then.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(NamedTempFile::path)
    }

    /// Puts the file in the place of its target, as one step that is durable.
    ///
    /// # Errors
    /// Where that fails; the target is then as it was.
    pub fn replace(&mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        Step::Sync.go()?;
        file.as_file().sync_all()?;
        Step::Rename.go()?;
        file.persist(&self.target).map_err(|error| error.error)?;
        sync_folder_of(&self.target);
        Ok(())
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let closed = || io::Error::other("the file has taken its place");
        // Not by the file's own writer, whose errors name it: nobody has heard of that name.
        let file = self.file.as_mut().ok_or_else(closed)?.as_file_mut();
        if let Err(full) = Step::Write.go() {
            // A disk that fills up takes a part.
            let _ = file.write(&bytes[..bytes.len() / 2]);
            return Err(full);
        }
        file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A new file, or the system's own word why there is none, without the name that it would have had.
fn created(folder: &Path, target: &Path) -> io::Result<NamedTempFile> {
    Step::Create.go()?;
    let rights = rights(target);
    let mut code = None;
    let file = tempfile::Builder::new()
        .prefix(PREFIX)
        .suffix(SUFFIX)
        .make_in(folder, |path| {
            let opened = opened(path, rights);
            opened.inspect_err(|error| code = error.raw_os_error())
        });
    file.map_err(|error| code.map_or(error, io::Error::from_raw_os_error))
}

#[cfg(unix)]
fn opened(path: &Path, rights: Option<u32>) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // What the user's mask does not take away, as for any new file.
    let rights = rights.unwrap_or(0o666);
    let mut options = File::options();
    options
        .read(true)
        .write(true)
        .create_new(true)
        .mode(rights)
        .open(path)
}

#[cfg(not(unix))]
fn opened(path: &Path, _: Option<u32>) -> io::Result<File> {
    File::options().read(true).write(true).create_new(true).open(path)
}

/// The rights that the target has.
#[cfg(unix)]
fn rights(target: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(target)
        .ok()
        .map(|meta| meta.permissions().mode() & 0o777)
}

#[cfg(not(unix))]
fn rights(target: &Path) -> Option<u32> {
    let _ = fs::metadata(target);
    None
}
