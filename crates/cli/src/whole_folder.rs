//! A folder that is there whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;

/// A folder being filled beside the place it will take.
pub(crate) struct WholeFolder {
    beside: TempDir,
    target: PathBuf,
}

impl WholeFolder {
    /// Checks that `target` is free: not there, or an empty folder. What somebody may have edited is not overwritten.
    pub(crate) fn new(target: &Path) -> Result<Self> {
        let is_empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
        ensure!(
            !target.exists() || is_empty(target),
            "{} is there already, and what it holds may have been edited; name another folder with -o, or remove it",
            target.display()
        );
        let parent = target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = parent.unwrap_or(Path::new("."));
        let beside = tempfile::Builder::new().prefix(".notis-").tempdir_in(parent);
        Ok(WholeFolder {
            beside: beside.with_context(|| format!("cannot write to {}", parent.display()))?,
            target: target.to_owned(),
        })
    }

    /// Writes a file of the folder.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let path = self.beside.path().join(name);
        let written = fs::write(&path, bytes).and_then(|()| fs::File::open(&path)?.sync_all());
        written.with_context(|| format!("cannot write {} of {}", name, self.target.display()))
    }

    /// Puts the folder in its place.
    pub(crate) fn finish(self) -> Result<()> {
        let failed = || format!("cannot write {}", self.target.display());
        open_to_others(self.beside.path()).with_context(failed)?;
        fs::rename(self.beside.path(), &self.target).with_context(failed)?;
        // It has its place: nothing is left to be taken away.
        let _ = self.beside.keep();
        Ok(())
    }
}

/// Gives the folder the rights of any new folder, not those of a temporary one.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let like = folder.join("l");
    fs::create_dir(&like)?;
    let rights = fs::metadata(&like)?.permissions().mode();
    fs::remove_dir(&like)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(rights))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_finished_is_not_there() {
        let dir = tempfile::tempdir().unwrap();
        let target = dir.path().join("emner");
        let folder = WholeFolder::new(&target).unwrap();
        folder.write("a", b"1").unwrap();
        drop(folder);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
        let folder = WholeFolder::new(&target).unwrap();
        folder.write("a", b"1").unwrap();
        folder.finish().unwrap();
        assert_eq!(fs::read(target.join("a")).unwrap(), b"1");
        let error = WholeFolder::new(&target).err().unwrap().to_string();
        assert!(error.contains("is there already"), "{error}");
    }
}
