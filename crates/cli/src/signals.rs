//! What happens when the system interrupts a run.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

/// Files and folders to take away when the run is interrupted.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished<T>(change: impl FnOnce(&mut Vec<PathBuf>) -> T) -> T {
    change(&mut UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Takes a file or folder away where the run is interrupted. One that has been given another name by then is not found.
pub(crate) fn remove_when_interrupted(path: &Path) {
    unfinished(|paths| paths.push(path.to_owned()));
    handler::watch_once();
}

/// Whether an interrupt ends the run at the next article, and whether one has come.
static GENTLE: AtomicBool = AtomicBool::new(false);
static ASKED: AtomicBool = AtomicBool::new(false);

/// Tells whether the run is asked to end.
pub(crate) struct Stop(());

impl Stop {
    pub(crate) fn is_asked(&self) -> bool {
        ASKED.load(Ordering::Relaxed)
    }
}

/// From now on the first interrupt asks the run to end, with everything written that was done; the next one ends it.
pub(crate) fn end_gently() -> Stop {
    GENTLE.store(true, Ordering::Relaxed);
    handler::watch_once();
    Stop(())
}

#[cfg(unix)]
pub(crate) use handler::report_size_limit;

/// Elsewhere a file that may not grow is an error by itself.
#[cfg(not(unix))]
pub(crate) fn report_size_limit() {}

#[cfg(unix)]
mod handler {
    use std::path::Path;
    use std::sync::atomic::Ordering;
    use std::sync::{Arc, Once};

    use signal_hook::consts::{SIGINT, SIGTERM, SIGXFSZ};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::{ASKED, GENTLE, unfinished};

    /// Makes a file that may not grow any more an error of the write, where by default it ends the program.
    pub(crate) fn report_size_limit() {
        let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    }

    /// On Ctrl-C and `kill`, removes unfinished files and ends as the signal would have ended the program.
    pub(super) fn watch_once() {
        static WATCHED: Once = Once::new();
        WATCHED.call_once(watch);
    }

    fn watch() {
        let wanted = [SIGINT, SIGTERM]
            .into_iter()
            .filter(|&signal| !is_ignored(signal));
        if let Ok(mut signals) = Signals::new(wanted) {
            std::thread::spawn(move || {
                for signal in &mut signals {
                    if GENTLE.swap(false, Ordering::Relaxed) {
                        ASKED.store(true, Ordering::Relaxed);
                        continue;
                    }
                    unfinished(|paths| {
                        paths.drain(..).for_each(|path| remove(&path));
                        let _ = emulate_default_handler(signal);
                    });
                }
            });
        }
    }

    fn remove(path: &Path) {
        let _ = std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path));
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
    pub(super) fn watch_once() {}
}
