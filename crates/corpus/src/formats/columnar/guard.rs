//! Work of libraries that take a damaged file for a mistake of the program and panic.

use std::cell::Cell;
use std::fmt::Display;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use crate::{Error, Place};

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does `work` on a file; an error or a panic of it says that the file is damaged.
pub(super) fn guarded<T, E: Display>(place: &Place, work: impl FnOnce() -> Result<T, E>) -> Result<T, Error> {
    keep_quiet();
    GUARDED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(false);
    let damaged = |reason: String| Error::Damaged {
        place: place.clone(),
        reason,
    };
    match done {
        Ok(done) => done.map_err(|error| damaged(error.to_string())),
        Err(_) => Err(damaged("the file does not hold together".to_owned())),
    }
}

/// Lets the program's own word for a panic be said of every panic but those caught here.
fn keep_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let said = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !GUARDED.get() {
                said(panic);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_damaged_file() {
        let place = Place::file("saker.parquet");
        let error = guarded(&place, || -> Result<(), String> { panic!("index out of bounds") }).unwrap_err();
        assert!(error.loses_rest());
        assert!(
            error
                .to_string()
                .starts_with("saker.parquet: the file does not hold together")
        );
        assert_eq!(guarded(&place, || Ok::<_, String>(1)).unwrap(), 1);
    }
}
