//! The one job that takes minutes: learning from corrections. One runs at a time, on a thread of its own.

mod learn;
pub(crate) mod progress;
mod report;

use std::sync::Arc;

use crate::state::State;

use progress::{Busy, Learning};
pub(crate) use report::{Changed, Report, Score};

/// Begins to learn, unless that goes on already.
pub(crate) fn learn(state: &Arc<State>) -> Result<(), Busy> {
    state.jobs.begin(learn::STEPS)?;
    let shared = Arc::clone(state);
    let thread = std::thread::Builder::new().name("notis-learn".to_owned());
    if let Err(error) = thread.spawn(move || work(&shared)) {
        state.jobs.end(Learning::Failed(error.to_string()));
    }
    Ok(())
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
    state.jobs.end(ended);
}
