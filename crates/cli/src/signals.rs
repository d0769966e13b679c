//! What happens when the system interrupts a run.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Files to take away when the run is interrupted.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished<T>(change: impl FnOnce(&mut Vec<PathBuf>) -> T) -> T {
    change(&mut UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Takes `file` away where the run is interrupted before [`keep`].
pub(crate) fn remove_when_interrupted(file: &Path) {
    let is_first = unfinished(|files| {
        files.push(file.to_owned());
        files.len() == 1
    });
    if is_first {
        handler::watch();
    }
}

/// Leaves `file` alone from now on.
pub(crate) fn keep(file: &Path) {
    unfinished(|files| files.retain(|other| other != file));
}

#[cfg(unix)]
pub(crate) use handler::report_size_limit;

/// Elsewhere a file that may not grow is an error by itself.
#[cfg(not(unix))]
pub(crate) fn report_size_limit() {}

#[cfg(unix)]
mod handler {
    use std::sync::Arc;

    use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::unfinished;

    /// Makes a file that may not grow any more an error of the write, where by default it ends the program.
    pub(crate) fn report_size_limit() {
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    }

    /// On Ctrl-C and `kill`, removes unfinished files and ends as the signal would have ended the program.
    pub(super) fn watch() {
        let wanted = [SIGINT, SIGTERM]
            .into_iter()
            .filter(|&signal| !is_ignored(signal));
        if let Ok(mut signals) = Signals::new(wanted) {
            std::thread::spawn(move || {
                for signal in &mut signals {
                    unfinished(|files| {
                        files.drain(..).for_each(|file| drop(std::fs::remove_file(file)));
                        let _ = emulate_default_handler(signal);
                    });
                }
            });
        }
    }

    /// Whether whoever started the program wants it to go on at this signal, as `nohup` and `&` do.
    fn is_ignored(signal: i32) -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
    }
}

#[cfg(not(unix))]
mod handler {
    /// Interrupts are left to the system; the next run takes away what they leave.
    pub(super) fn watch() {}
}
