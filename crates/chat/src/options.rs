//! How a model server is asked.

use std::time::Duration;

use crate::{Error, Prompts};

/// Where the model is and how it is asked.
#[derive(Clone, Debug)]
pub struct Options {
    /// The address of the API, such as `http://127.0.0.1:8080/v1`.
    pub endpoint: String,
    /// The name of the model, as the server knows it.
    pub model: String,
    /// Whether articles may leave this machine.
    pub allow_remote: bool,
    /// How long one answer may take.
    pub timeout: Duration,
    /// How often a request is sent again where the server fails or nobody answers.
    pub retries: u32,
    /// Tokens that the model reads and writes at most.
    pub context: usize,
    /// What is said to the model.
    pub prompts: Prompts,
}

impl Options {
    /// Tokens that a small model of today reads without being told otherwise.
    pub const CONTEXT: usize = 4096;
    /// Seconds that a small model needs for a digest on a slow machine, with room to spare.
    pub const TIMEOUT: u64 = 120;
    /// A server that fails three times is down.
    pub const RETRIES: u32 = 2;

    /// The usual options for a model behind an address.
    pub fn new(endpoint: impl Into<String>, model: impl Into<String>) -> Self {
        Options {
            endpoint: endpoint.into(),
            model: model.into(),
            allow_remote: false,
            timeout: Duration::from_secs(Options::TIMEOUT),
            retries: Options::RETRIES,
            context: Options::CONTEXT,
            prompts: Prompts::default(),
        }
    }

    /// The same, if its numbers are in range and its model has a name.
    pub(crate) fn checked(&self) -> Result<&Self, Error> {
        if self.model.trim().is_empty() {
            return Err(Error::NoModel);
        }
        if self.timeout.is_zero() {
            return Err(Error::NoTime);
        }
        Ok(self)
    }
}
