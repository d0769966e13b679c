//! Files and folders that are there whole or not at all, whatever happens while they are written.
//!
//! What notis writes to a disk goes through here: beside its target, to the disk, and only then into its place. So do
//! models and streams of articles that are read. In one place each step can be made to fail: with the feature `faults`, which no
//! program that ships has, the environment variable `NOTIS_FAULT` names a step that fails (`7`), from which all fail
//! (`7+`), or at which the program ends as if it were killed (`7!`). The end-to-end tests try every step.
//!
//! ```
//! let folder = tempfile::tempdir()?;
//! let file = folder.path().join("emne.notis");
//! notis_files::write(&file, b"ein modell")?;
//! assert_eq!(notis_files::read(&file)?, b"ein modell");
//! # Ok::<(), std::io::Error>(())
//! ```

mod beside;
mod fault;
mod folder;
mod left_over;
mod read;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

pub use beside::Beside;
pub use folder::BesideFolder;
pub use read::{Reader, open, read};

use fault::Step;

/// Writes `bytes` beside `target`, brings them to the disk, and only then puts them in the place of what stood there.
///
/// # Errors
/// Where that fails; what stood there before is then unharmed.
pub fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = Beside::new(target)?;
    file.write_all(bytes)?;
    file.replace()
}

/// Puts a file that somebody else wrote in the place of `target`, as one step that is durable.
///
/// # Errors
/// Where that fails; both are then where they were.
pub fn replace(beside: &Path, target: &Path) -> io::Result<()> {
    Step::Sync.go()?;
    File::open(beside)?.sync_all()?;
    Step::Rename.go()?;
    fs::rename(beside, target)?;
    sync_folder_of(target);
    Ok(())
}

/// The new name is durable once its folder is; a folder that cannot be synced has the file all the same.
fn sync_folder_of(target: &Path) {
    if let Ok(folder) = File::open(folder_of(target)) {
        let _ = folder.sync_all();
    }
}

fn folder_of(target: &Path) -> &Path {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_replaces_the_file_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("emne.notis");
        write(&path, b"gammal").unwrap();
        write(&path, b"ny").unwrap();
        assert_eq!(read(&path).unwrap(), b"ny");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = write(&folder.path().join("mangler/emne.notis"), b"ny").unwrap_err();
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    }
}
