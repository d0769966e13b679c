//! A file that grows beside the one that it will replace.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::signals;

/// What its name begins and ends with.
const PREFIX: &str = ".notis-";
const SUFFIX: &str = ".tmp";
/// A file younger than this may be about to be locked by the run that made it.
const YOUNG: Duration = Duration::from_secs(60);

/// A hidden file in the folder of its target. It is gone when the program ends without [`Beside::replace`], or is
/// interrupted; where it was killed, the next run that writes to the folder takes the file away.
pub(crate) struct Beside {
    /// None once it has taken the place of its target.
    file: Option<NamedTempFile>,
    target: PathBuf,
}

impl Beside {
    pub(crate) fn new(target: PathBuf) -> io::Result<Self> {
        let folder = folder(&target);
        remove_left_over(folder);
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        let rights = rights(&target);
        if let Some(rights) = rights {
            builder.permissions(rights);
        }
        let file = builder.tempfile_in(folder)?;
        // Tells other runs that it is still needed; where files cannot be locked, they leave it alone anyway.
        let _ = file.as_file().try_lock();
        signals::remove_when_interrupted(file.path());
        Ok(Beside {
            file: Some(file),
            target,
        })
    }

    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// Puts the file in the place of its target, as one step that is durable.
    pub(crate) fn replace(&mut self) -> io::Result<()> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        file.as_file().sync_all()?;
        let path = file.path().to_owned();
        file.persist(&self.target)?;
        signals::keep(&path);
        // The new name is durable once its folder is; a folder that cannot be synced has the file all the same.
        if let Ok(folder) = File::open(folder(&self.target)) {
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Write for Beside {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let closed = || io::Error::other("the file has taken its place");
        self.file.as_mut().ok_or_else(closed)?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn folder(target: &Path) -> &Path {
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// The rights that the target has or would get.
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

/// Takes away what runs left that were killed while they wrote to this folder.
fn remove_left_over(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(|path| is_ours(path)) {
        if is_left_over(&path).unwrap_or(false) {
            let _ = fs::remove_file(&path);
        }
    }
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Whether nobody writes to the file any more.
fn is_left_over(path: &Path) -> io::Result<bool> {
    let file = File::options().append(true).open(path)?;
    let age = file.metadata()?.modified()?.elapsed().unwrap_or_default();
    Ok(age > YOUNG && file.try_lock().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn what_a_killed_run_left_is_taken_away_and_what_a_run_needs_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let aged = |file: &File| file.set_modified(SystemTime::now() - 2 * YOUNG).unwrap();
        let names = [".notis-a.tmp", ".notis-b.tmp", ".notis-c.tmp", "d.tmp"];
        let files = names.map(|name| File::create(dir.path().join(name)).unwrap());
        files[1].lock().unwrap();
        [0, 1, 3].into_iter().for_each(|n| aged(&files[n]));
        remove_left_over(dir.path());
        let left: Vec<_> = names
            .into_iter()
            .filter(|name| dir.path().join(name).exists())
            .collect();
        assert_eq!(left, names[1..]);
    }
}
