//! The native half of the Python package `notis`: the desk of the library `notis`, its texts taken from Python or from
//! Arrow, its answers handed back as Python's own objects or as Arrow.
//!
//! What is pleasant in Python (classes, documentation, estimators) is written in Python, in `python/notis/`; here is what
//! must be fast, and the border itself: Python's lock is let go while the desk works, an interrupt from the keyboard is
//! heard between batches, errors and panics become exceptions, and byte offsets become character offsets.

mod article;
mod desk;
mod error;
mod length;
mod rows;
mod spans;
mod statistics;
mod table;
mod texts;
mod training;
mod work;

#[pyo3::pymodule]
mod _notis {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::desk::Desk;
    #[pymodule_export]
    use crate::error::{
        DigestError, InputError, InternalError, ModelError, NeuralError, NotisError, OptionsError,
        StatisticsError, TopicsError, TrainingError,
    };
    #[pymodule_export]
    use crate::rows::{Vectorizer, fit_linear};
    #[pymodule_export]
    use crate::statistics::Statistics;
    #[pymodule_export]
    use crate::table::Table;
    #[pymodule_export]
    use crate::training::{cross_validate, read, train};

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))?;
        module.add("METHODS", notis::METHODS.to_vec())
    }
}
