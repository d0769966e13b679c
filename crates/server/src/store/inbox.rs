//! The folder `inbox`: what is dropped there is read in.
//!
//! A file or folder is read when it has not changed between two looks; names that begin with a dot or end in `.part` or
//! `.tmp` are left alone, so that a program can write one and rename it. What is read goes to `inbox/done`, what cannot be
//! read whole to `inbox/failed` with a text beside it that says why. If the process ends in between, it is read again,
//! and what was kept is known.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::Error;

/// The folder that is watched.
pub(crate) struct Inbox {
    folder: PathBuf,
    /// What was there at the last look, with its size and when it changed last.
    seen: BTreeMap<PathBuf, Look>,
}

/// The size of a file or folder, and when it changed last.
type Look = (u64, Option<SystemTime>);

const DONE: &str = "done";
const FAILED: &str = "failed";

impl Inbox {
    /// The inbox in the folder of a store.
    pub(crate) fn open(store: &Path) -> Result<Self, Error> {
        let folder = store.join("inbox");
        for needed in [folder.join(DONE), folder.join(FAILED)] {
            std::fs::create_dir_all(&needed).map_err(Error::folder(&needed))?;
        }
        Ok(Inbox {
            folder,
            seen: BTreeMap::new(),
        })
    }

    /// Gives what has come to rest to `take`, and puts it away as it says.
    pub(crate) fn look(&mut self, take: &mut dyn FnMut(&Path) -> Result<(), String>) -> Result<(), Error> {
        let now = self.entries()?;
        let at_rest = now
            .iter()
            .filter(|(path, look)| self.seen.get(*path) == Some(look));
        let at_rest: Vec<PathBuf> = at_rest.map(|(path, _)| path.clone()).collect();
        self.seen = now;
        for path in at_rest {
            let taken = take(&path);
            self.put_away(&path, taken)?;
            self.seen.remove(&path);
        }
        Ok(())
    }

    fn entries(&self) -> Result<BTreeMap<PathBuf, Look>, Error> {
        let mut entries = BTreeMap::new();
        for entry in std::fs::read_dir(&self.folder).map_err(Error::folder(&self.folder))? {
            let path = entry.map_err(Error::folder(&self.folder))?.path();
            if is_ours(&path) {
                let look = looked(&path);
                entries.insert(path, look);
            }
        }
        Ok(entries)
    }

    fn put_away(&self, path: &Path, taken: Result<(), String>) -> Result<(), Error> {
        let folder = self.folder.join(if taken.is_ok() { DONE } else { FAILED });
        let to = unused(&folder, path);
        std::fs::rename(path, &to).map_err(Error::file(path))?;
        if let Err(why) = taken {
            let mut beside = to.into_os_string();
            beside.push(".error.txt");
            let beside = Path::new(&beside);
            notis_files::write(beside, (why + "\n").as_bytes()).map_err(Error::file(beside))?;
        }
        Ok(())
    }
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = name.starts_with('.') || name.ends_with(".part") || name.ends_with(".tmp");
    !unfinished && name != DONE && name != FAILED
}

/// What a folder holds counts as the folder.
fn looked(path: &Path) -> Look {
    let Ok(meta) = std::fs::symlink_metadata(path) else {
        return (0, None);
    };
    let own = (meta.len(), meta.modified().ok());
    let inside = meta.is_dir().then(|| std::fs::read_dir(path).ok()).flatten();
    let looks = inside
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| looked(&entry.path()));
    looks.fold(own, |(size, last), look| (size + look.0, last.max(look.1)))
}

/// A name in the folder that nothing has yet.
fn unused(folder: &Path, path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let numbered = |n: u32| match n {
        0 => folder.join(&name),
        n => folder.join(format!("{n}-{name}")),
    };
    (0..)
        .map(numbered)
        .find(|to| !to.exists())
        .unwrap_or_else(|| folder.join(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_come_to_rest_is_taken_once_and_put_away() {
        let dir = tempfile::tempdir().unwrap();
        let mut inbox = Inbox::open(dir.path()).unwrap();
        let drop_in = |name: &str| std::fs::write(dir.path().join("inbox").join(name), "x").unwrap();
        ["a.txt", "b.txt", ".c.txt", "d.part"]
            .into_iter()
            .for_each(drop_in);
        let mut taken = Vec::new();
        let mut take = |path: &Path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            taken.push(name.clone());
            if name == "b.txt" {
                Err("no article".to_owned())
            } else {
                Ok(())
            }
        };
        inbox.look(&mut take).unwrap();
        inbox.look(&mut take).unwrap();
        inbox.look(&mut take).unwrap();
        drop_in("a.txt");
        inbox.look(&mut take).unwrap();
        inbox.look(&mut take).unwrap();
        assert_eq!(taken, ["a.txt", "b.txt", "a.txt"]);
        let there = |name: &str| dir.path().join("inbox").join(name).exists();
        assert!(there("done/a.txt") && there("done/1-a.txt") && there("failed/b.txt.error.txt"));
        assert!(there(".c.txt") && there("d.part"));
    }
}
