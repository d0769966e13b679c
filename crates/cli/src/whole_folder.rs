//! A folder that is there whole or not at all.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use notis_files::BesideFolder;

use crate::signals;

/// A folder being filled beside the place it will take.
pub(crate) struct WholeFolder(BesideFolder);

impl WholeFolder {
    /// Checks that `target` is free: not there, or an empty folder. What somebody may have edited is not overwritten.
    pub(crate) fn new(target: &Path) -> Result<Self> {
        let is_empty = |folder: &Path| fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none());
        ensure!(
            !target.exists() || is_empty(target),
            "{} is there already, and what it holds may have been edited; name another folder with -o, or remove it",
            target.display()
        );
        let beside = BesideFolder::new(target);
        let beside = beside.with_context(|| format!("cannot write {}", target.display()))?;
        signals::remove_when_interrupted(beside.path());
        Ok(WholeFolder(beside))
    }

    /// Writes a file of the folder.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let written = self.0.write(name, bytes);
        written.with_context(|| format!("cannot write {} of {}", name, self.0.target().display()))
    }

    /// Puts the folder in its place.
    pub(crate) fn finish(self) -> Result<()> {
        let failed = format!("cannot write {}", self.0.target().display());
        self.0.replace().context(failed)
    }
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
