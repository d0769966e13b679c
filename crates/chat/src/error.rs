//! What can go wrong between notis and a model server.

/// Why a model server gives no digest. Each says what is wrong and what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The address is no address of such a server.
    #[error("the address {given}: {why}; give something like http://127.0.0.1:8080/v1")]
    Address {
        /// The address as it was given.
        given: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The address is not on this machine.
    #[error(
        "the address {given} is not on this machine, and articles would leave it; allow that if they may"
    )]
    Remote {
        /// The address as it was given.
        given: String,
    },
    /// The model has no name.
    #[error("an address needs the name of the model, as the server knows it")]
    NoModel,
    /// No time to wait in.
    #[error("an answer is waited for at least 1 second")]
    NoTime,
    /// The file of prompts is wrong.
    #[error("the prompts are wrong: {0}; begin with those that are built in")]
    Prompts(String),
    /// The article, or what of it must be read at least, is longer than the model's context.
    #[error(
        "a context of {context} tokens leaves no room for an article; the model's own context is likely larger"
    )]
    Context {
        /// The context in tokens.
        context: usize,
    },
    /// Nobody answers, or the answer breaks off.
    #[error("no answer from {url} in {tries} tries: {cause}; is the server running?")]
    Unreachable {
        /// Where the request went.
        url: String,
        /// How often it was sent.
        tries: u32,
        /// What the last try met.
        cause: String,
    },
    /// The answer takes too long.
    #[error("no answer from {url} within {seconds} s; give it longer, or use a smaller model")]
    Slow {
        /// Where the request went.
        url: String,
        /// How long was waited.
        seconds: u64,
    },
    /// The server refuses.
    #[error("{url} answers with status {status}: {said}")]
    Status {
        /// Where the request went.
        url: String,
        /// The status.
        status: u16,
        /// The beginning of what it says.
        said: String,
    },
    /// The answer is not one of this API.
    #[error("{url} gives no answer of the chat API: {why}; is it the address of its /v1?")]
    Reply {
        /// Where the request went.
        url: String,
        /// What is wrong with the answer.
        why: String,
    },
    /// The model wrote nothing.
    #[error("the model at {url} wrote nothing; a strict desk gives the extractive digest instead")]
    Empty {
        /// Where the request went.
        url: String,
    },
}
