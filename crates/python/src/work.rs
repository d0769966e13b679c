//! Work without Python's lock: on threads of our own, with panics caught and interrupts heard.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::InternalError;

/// How often a long piece of work is interrupted to ask whether somebody pressed Ctrl-C: often enough to feel at once.
const PATIENCE: Duration = Duration::from_millis(50);

/// A panic, told.
type Panicked = String;

/// Does `work` without Python's lock, on so many threads (all cores, where no number is given).
pub(crate) fn detached<T: Send>(
    py: Python<'_>,
    threads: Option<usize>,
    work: impl FnOnce() -> T + Send,
) -> PyResult<T> {
    py.detach(|| guarded(threads, work))
        .map_err(InternalError::new_err)
}

/// The same for work that cannot be cut into batches. Ctrl-C ends the waiting; the work itself comes to its end unheard.
pub(crate) fn interruptible<T: Send + 'static>(
    py: Python<'_>,
    threads: Option<usize>,
    work: impl FnOnce() -> T + Send + 'static,
) -> PyResult<T> {
    let (sender, mut receiver) = channel();
    std::thread::spawn(move || sender.send(guarded(threads, work)));
    loop {
        let received;
        (receiver, received) = py.detach(move || {
            let received = receiver.recv_timeout(PATIENCE);
            (receiver, received)
        });
        match received {
            Ok(done) => return done.map_err(InternalError::new_err),
            Err(RecvTimeoutError::Timeout) => py.check_signals()?,
            Err(RecvTimeoutError::Disconnected) => {
                return Err(InternalError::new_err("the working thread is gone"));
            }
        }
    }
}

fn guarded<T: Send>(threads: Option<usize>, work: impl FnOnce() -> T + Send) -> Result<T, Panicked> {
    let pool = pool(threads)?;
    catch_unwind(AssertUnwindSafe(|| pool.install(work))).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
        format!(
            "notis failed: {}; please report it",
            text.unwrap_or("for an unknown reason")
        )
    })
}

/// The threads of a process.
struct Pool {
    process: u32,
    threads: Option<usize>,
    pool: Arc<ThreadPool>,
}

/// The pool of this process for so many threads. A process that was forked (multiprocessing, Spark's daemon) has none of
/// its parent's threads, and would wait for them for ever: it gets a pool of its own.
fn pool(threads: Option<usize>) -> Result<Arc<ThreadPool>, Panicked> {
    static POOLS: Mutex<Vec<Pool>> = Mutex::new(Vec::new());
    let process = std::process::id();
    let mut pools = POOLS.lock().unwrap_or_else(PoisonError::into_inner);
    let known = pools
        .iter()
        .find(|known| (known.process, known.threads) == (process, threads));
    if let Some(known) = known {
        return Ok(known.pool.clone());
    }
    let built = ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build();
    let pool = Arc::new(built.map_err(|error| format!("cannot start threads: {error}"))?);
    pools.push(Pool {
        process,
        threads,
        pool: pool.clone(),
    });
    Ok(pool)
}
