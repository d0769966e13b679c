//! The one thread that writes: a job is a transaction, and its answer comes after the commit.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::thread::JoinHandle;

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::Error;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Jobs that may wait; the next one is told to come again. Chosen, not measured: half a second of commits on a slow disk.
const WAITING: usize = 256;

/// The thread that writes.
pub(super) struct Writer {
    jobs: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(db: Connection) -> std::io::Result<Self> {
        let (jobs, waiting) = sync_channel(WAITING);
        let thread = std::thread::Builder::new().name("notis-store".to_owned());
        Ok(Writer {
            thread: Some(thread.spawn(move || work(db, &waiting))?),
            jobs: Some(jobs),
        })
    }

    /// Puts a transaction in line, or says that too many wait. The answer comes when it is on the disk.
    pub(super) fn submit<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T, Error>>, Error> {
        let (job, answer) = job(work);
        match self.jobs.as_ref().ok_or(Error::Closed)?.try_send(job) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(Error::Busy),
            Err(TrySendError::Disconnected(_)) => Err(Error::Closed),
        }
    }

    /// Does a transaction when its turn comes, and waits for it; not for threads that speak to callers.
    pub(super) fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let (job, answer) = job(work);
        let jobs = self.jobs.as_ref().ok_or(Error::Closed)?;
        jobs.send(job).map_err(|_| Error::Closed)?;
        answer.blocking_recv().map_err(|_| Error::Closed)?
    }
}

impl Drop for Writer {
    /// What was accepted is written first.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A job that answers; where nobody waits any more it is done all the same, for it was accepted.
fn job<T: Send + 'static>(
    work: impl FnOnce(&Transaction<'_>) -> Result<T, Error> + Send + 'static,
) -> (Job, oneshot::Receiver<Result<T, Error>>) {
    let (sender, answer) = oneshot::channel();
    let job = move |db: &mut Connection| {
        let _ = sender.send(committed(db, work));
    };
    (Box::new(job), answer)
}

fn committed<T>(
    db: &mut Connection,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
) -> Result<T, Error> {
    let transaction = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = work(&transaction)?;
    transaction.commit()?;
    Ok(value)
}

fn work(mut db: Connection, jobs: &Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        job(&mut db);
    }
    // A store that is closed is one file.
    let _ = db.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
}
