//! The one job that takes minutes: learning from corrections. One runs at a time, on a thread of its own.

mod learn;
mod report;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::state::State;

pub(crate) use report::{Changed, Report, Score};

/// Learning, as far as it has come.
#[derive(Default)]
pub(crate) struct Jobs(Mutex<Learning>);

/// How far learning has come.
#[derive(Clone, Debug, Default)]
pub(crate) enum Learning {
    /// Nobody asked for it since the server began.
    #[default]
    Idle,
    /// It goes on.
    Running {
        /// How many of its steps are done.
        done: usize,
        /// How many there are.
        steps: usize,
    },
    /// It has ended with a model of this name, which is not in use yet.
    Done(String),
    /// It has ended without one.
    Failed(String),
}

/// Learning goes on already.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Busy;

impl Jobs {
    /// How far it has come.
    pub(crate) fn learning(&self) -> Learning {
        self.state().clone()
    }

    /// Begins to learn, unless that goes on already.
    pub(crate) fn learn(&self, state: &Arc<State>) -> Result<(), Busy> {
        {
            let mut now = self.state();
            if matches!(*now, Learning::Running { .. }) {
                return Err(Busy);
            }
            *now = Learning::Running {
                done: 0,
                steps: learn::STEPS,
            };
        }
        let state = Arc::clone(state);
        let thread = std::thread::Builder::new().name("notis-learn".to_owned());
        if let Err(error) = thread.spawn(move || work(&state)) {
            *self.state() = Learning::Failed(error.to_string());
        }
        Ok(())
    }

    fn step(&self, step: usize) {
        if let Learning::Running { done, .. } = &mut *self.state() {
            *done = step;
        }
    }

    fn state(&self) -> MutexGuard<'_, Learning> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whatever happens, the next one can begin.
fn work(state: &State) {
    let learned = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        learn::learn(state, &|step| state.jobs.step(step))
    }));
    let ended = match learned {
        Ok(Ok(name)) => Learning::Done(name),
        Ok(Err(problem)) => Learning::Failed(problem.detail),
        Err(_) => Learning::Failed("a fault of notis; the log tells more".to_owned()),
    };
    tracing::info!(?ended, "learning has ended");
    *state.jobs.state() = ended;
}
