//! The library's errors as exceptions, with the same text.

use notis::Error;
use pyo3::create_exception;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;

create_exception!(notis, NotisError, PyValueError, "What notis cannot do, and why.");
create_exception!(
    notis,
    InputError,
    NotisError,
    "An article or a file of articles cannot be read."
);
create_exception!(notis, TopicsError, NotisError, "The topic definitions are wrong.");
create_exception!(
    notis,
    ModelError,
    NotisError,
    "A model cannot be opened or saved, or there is none."
);
create_exception!(
    notis,
    StatisticsError,
    NotisError,
    "Statistics cannot be opened or saved."
);
create_exception!(
    notis,
    TrainingError,
    NotisError,
    "The corpus teaches nothing, or contradicts itself."
);
create_exception!(
    notis,
    DigestError,
    NotisError,
    "The digest asked for cannot be made."
);
create_exception!(
    notis,
    NeuralError,
    NotisError,
    "A neural model is missing, damaged, or fails."
);
create_exception!(
    notis,
    OptionsError,
    NotisError,
    "An option is out of range, or two do not go together."
);
create_exception!(
    notis,
    InternalError,
    PyRuntimeError,
    "A mistake in notis itself; please report it."
);

/// The exception that says what `error` says.
pub(crate) fn raised(error: &Error) -> PyErr {
    let text = error.to_string();
    match error {
        Error::Input(_) | Error::EmptyInput(_) | Error::Output(_) => InputError::new_err(text),
        Error::Topics(_) => TopicsError::new_err(text),
        Error::Model(_) | Error::NoShippedModel => ModelError::new_err(text),
        Error::Statistics(_) => StatisticsError::new_err(text),
        Error::Training(_) => TrainingError::new_err(text),
        Error::Digest(_) => DigestError::new_err(text),
        Error::Neural(_) => NeuralError::new_err(text),
        Error::Options(_) | Error::NeedsMethod(_) => OptionsError::new_err(text),
        _ => NotisError::new_err(text),
    }
}

/// A result of the library as one of Python.
pub(crate) trait OrRaise<T> {
    /// The value, or the exception.
    fn or_raise(self) -> PyResult<T>;
}

impl<T> OrRaise<T> for Result<T, Error> {
    fn or_raise(self) -> PyResult<T> {
        self.map_err(|error| raised(&error))
    }
}
