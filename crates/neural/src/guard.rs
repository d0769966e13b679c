//! Panics of the libraries below, turned into errors.
//!
//! rust-bert and tch panic where a tensor does not fit. What can be checked is checked beforehand; what slips through
//! ends here, so that a damaged model folder never ends the program.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

thread_local! {
    /// Whether this thread is inside [`guarded`], where a panic is nothing to print.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Does `work`; gives the first line of what a panic in it says.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static QUIET: Once = Once::new();
    QUIET.call_once(keep_quiet);
    let outer = GUARDED.replace(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDED.set(outer);
    done.map_err(|panic| first_line(&*panic))
}

/// Panics elsewhere are printed as before.
fn keep_quiet() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !GUARDED.get() {
            before(panic);
        }
    }));
}

fn first_line(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    let lines = text.unwrap_or("it gives no reason").lines();
    lines.take(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_of_one_line() {
        let done: Result<(), String> = guarded(|| panic!("shape mismatch\n  at frame 1"));
        assert_eq!(done, Err("shape mismatch".to_owned()));
        assert_eq!(guarded(|| 1), Ok(1));
    }
}
