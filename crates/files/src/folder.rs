//! A folder that is there whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::fault::Step;
use crate::left_over::{PREFIX, SUFFIX, remove_left_over};
use crate::{folder_of, sync_folder_of};

/// A hidden folder beside the place it will take, gone when it is dropped without [`BesideFolder::replace`].
#[derive(Debug)]
pub struct BesideFolder {
    beside: TempDir,
    target: PathBuf,
    /// Holds the lock that tells other runs that it is needed.
    _held: Option<File>,
}

impl BesideFolder {
    /// A new folder beside `target`, which is not there, or is an empty folder.
    ///
    /// # Errors
    /// Where the folder around it cannot be written to.
    pub fn new(target: impl Into<PathBuf>) -> io::Result<Self> {
        let target = target.into();
        let around = folder_of(&target);
        remove_left_over(around);
        Step::Create.go()?;
        let beside = tempfile::Builder::new()
            .prefix(PREFIX)
            .suffix(SUFFIX)
            .tempdir_in(around)?;
        let held = File::open(beside.path()).ok();
        let _ = held.as_ref().map(File::try_lock);
        Ok(BesideFolder {
            beside,
            target,
            _held: held,
        })
    }

    /// Where it will be.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where it is until then.
    pub fn path(&self) -> &Path {
        self.beside.path()
    }

    /// Writes a file of the folder.
    ///
    /// # Errors
    /// Where that fails.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.beside.path().join(name);
        Step::Write.go()?;
        fs::write(&path, bytes)?;
        Step::Sync.go()?;
        File::open(&path)?.sync_all()
    }

    /// Puts the folder in its place.
    ///
    /// # Errors
    /// Where that fails; nothing is there then.
    pub fn replace(self) -> io::Result<()> {
        open_to_others(self.beside.path())?;
        Step::Rename.go()?;
        fs::rename(self.beside.path(), &self.target)?;
        // It has its place: nothing is left to be taken away.
        let _ = self.beside.keep();
        sync_folder_of(&self.target);
        Ok(())
    }
}

/// Gives the folder the rights of any new folder, not those of a temporary one.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let like = folder.join("l");
    fs::create_dir(&like)?;
    let rights = fs::metadata(&like)?.permissions().mode();
    fs::remove_dir(&like)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(rights))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}
