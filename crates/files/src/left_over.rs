//! What runs left that were killed while they wrote.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::Duration;

/// What the name of a file or folder that is being written begins and ends with.
pub(crate) const PREFIX: &str = ".notis-";
pub(crate) const SUFFIX: &str = ".tmp";
/// A file younger than this may be about to be locked by the run that made it.
const YOUNG: Duration = Duration::from_secs(60);

/// Takes away what runs left that were killed while they wrote to this folder.
pub(crate) fn remove_left_over(folder: &Path) {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()).filter(|path| is_ours(path)) {
        if is_left_over(&path).unwrap_or(false) {
            let _ = fs::remove_file(&path).or_else(|_| fs::remove_dir_all(&path));
        }
    }
}

fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
}

/// Whether nobody writes to the file or folder any more.
fn is_left_over(path: &Path) -> io::Result<bool> {
    let file = File::open(path)?;
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

    #[cfg(unix)]
    #[test]
    fn a_folder_that_a_killed_run_left_is_taken_away_with_what_it_holds() {
        let dir = tempfile::tempdir().unwrap();
        let left = dir.path().join(".notis-a.tmp");
        fs::create_dir(&left).unwrap();
        fs::write(left.join("emner.toml"), "halvt").unwrap();
        let folder = File::open(&left).unwrap();
        folder.set_modified(SystemTime::now() - 2 * YOUNG).unwrap();
        folder.lock().unwrap();
        remove_left_over(dir.path());
        assert!(left.exists(), "somebody writes to it");
        drop(folder);
        remove_left_over(dir.path());
        assert!(!left.exists());
    }
}
