//! One process serves a folder: two would read in the same files, and each would answer by a model of its own.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::Error;

/// The file that the process which serves a folder holds locked. It tells nothing by being there.
const FILE: &str = "notis.lock";

/// The folder, held until this is dropped or the process ends, however it ends.
pub(super) struct Hold(#[allow(dead_code, reason = "the lock goes when the file is closed")] File);

impl Hold {
    pub(super) fn take(folder: &Path) -> Result<Self, Error> {
        let path = folder.join(FILE);
        let file = File::options().create(true).append(true).open(&path);
        let file = file.map_err(Error::file(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Hold(file)),
            Err(TryLockError::WouldBlock) => Err(Error::Held(folder.to_owned())),
            Err(TryLockError::Error(cause)) => Err(Error::file(&path)(cause)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_server_of_a_folder_is_refused_until_the_first_ends() {
        let dir = tempfile::tempdir().unwrap();
        let first = Hold::take(dir.path()).unwrap();
        let error = Hold::take(dir.path()).err().unwrap().to_string();
        assert!(
            error.contains("another notis serve") && error.contains("--data"),
            "{error}"
        );
        drop(first);
        Hold::take(dir.path()).unwrap();
    }
}
