//! How far the one job has come that takes minutes.

use std::sync::{Mutex, MutexGuard, PoisonError};

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

    /// Notes that it begins and has so many steps, unless it goes on already.
    pub(super) fn begin(&self, steps: usize) -> Result<(), Busy> {
        let mut now = self.state();
        if matches!(*now, Learning::Running { .. }) {
            return Err(Busy);
        }
        *now = Learning::Running { done: 0, steps };
        Ok(())
    }

    /// Notes that so many steps are done.
    pub(super) fn step(&self, step: usize) {
        if let Learning::Running { done, .. } = &mut *self.state() {
            *done = step;
        }
    }

    /// Notes how it ended.
    pub(super) fn end(&self, ended: Learning) {
        *self.state() = ended;
    }

    fn state(&self) -> MutexGuard<'_, Learning> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
