//! How many threads libtorch works with.

use std::sync::Once;

/// Lets libtorch work with `threads` threads; asked for once, before the first model is loaded. Its idle threads spin,
/// so that more than one pays only where nothing else wants the cores.
pub(crate) fn set(threads: usize) {
    static SET: Once = Once::new();
    SET.call_once(|| {
        tch::set_num_threads(i32::try_from(threads).unwrap_or(1).max(1));
        tch::set_num_interop_threads(1);
    });
}
