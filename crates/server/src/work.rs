//! Work on articles, off the threads that speak to callers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

use crate::Limits;
use crate::problem::Problem;

/// The threads of the rayon pool and a bounded queue before them.
pub(crate) struct Workers {
    places: Arc<Semaphore>,
    queue: usize,
    patience: Duration,
}

impl Workers {
    pub(crate) fn new(limits: &Limits) -> Self {
        Workers {
            places: Arc::new(Semaphore::new(limits.queue)),
            queue: limits.queue,
            patience: limits.work,
        }
    }

    /// Whether another job would be taken now. Who asks before it reads what the job is about spares itself the reading.
    pub(crate) fn room(&self) -> Result<(), Problem> {
        match self.places.available_permits() {
            0 => Err(Problem::busy()),
            _ => Ok(()),
        }
    }

    /// Jobs that wait or are worked on.
    pub(crate) fn busy(&self) -> usize {
        self.queue - self.places.available_permits()
    }

    /// Does `job`, or says at once that too many wait.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.places.clone().try_acquire_owned();
        self.done(place.map_err(|_| Problem::busy())?, job).await
    }

    /// Does `job` when there is room for it: for a caller that sends no more before it is done.
    pub(crate) async fn run_in_turn<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = self.places.clone().acquire_owned().await;
        self.done(place.map_err(|_| Problem::busy())?, job).await
    }

    /// A job nobody waits for any more is not begun. One that panics ends neither the process nor the thread.
    async fn done<T: Send + 'static>(
        &self,
        place: OwnedSemaphorePermit,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let (sender, result) = oneshot::channel();
        rayon::spawn_fifo(move || {
            if !sender.is_closed() {
                let done = catch_unwind(AssertUnwindSafe(job));
                // Whoever hears of it finds its place free.
                drop(place);
                let _ = sender.send(done);
            }
        });
        match tokio::time::timeout(self.patience, result).await {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(_) => Err(Problem::fault()),
            Err(_) => Err(Problem::overdue()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block_on<T>(future: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        runtime.block_on(future)
    }

    fn workers(queue: usize, work: Duration) -> Workers {
        Workers::new(&Limits {
            queue,
            work,
            ..Limits::default()
        })
    }

    #[test]
    fn a_full_queue_says_so_and_a_panic_stays_in_its_job() {
        let workers = workers(1, Duration::from_secs(5));
        block_on(async {
            assert_eq!(workers.run(|| 7).await.unwrap(), 7);
            let fault = workers.run(|| panic!("a fault of ours")).await;
            assert_eq!(fault.unwrap_err().status, 500);
            while workers.busy() > 0 {
                tokio::task::yield_now().await;
            }
            let (release, held) = std::sync::mpsc::channel::<()>();
            let (first, second) = tokio::join!(workers.run(move || held.recv()), async {
                let refused = workers.run(|| ()).await;
                drop(release);
                refused
            });
            assert!(first.is_ok());
            assert_eq!(second.unwrap_err().status, 429);
        });
    }

    #[test]
    fn a_job_that_takes_too_long_is_given_up() {
        let workers = workers(2, Duration::from_millis(20));
        let slow = || std::thread::sleep(Duration::from_millis(200));
        assert_eq!(block_on(workers.run(slow)).unwrap_err().status, 503);
    }
}
