//! What can go wrong between notis and a model server.

/// Why a model server gives no digest. Each says what is wrong and what to do about it.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// The address is no address of such a server.
    #[error("--endpoint {given}: {why}; give something like http://127.0.0.1:8080/v1")]
    Address {
        /// The address as it was given.
        given: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The address is not on this machine.
    #[error(
        "--endpoint {given} is not on this machine, and articles would leave it; add --allow-remote if they may"
    )]
    Remote {
        /// The address as it was given.
        given: String,
    },
    /// A number is out of range.
    #[error("{0}")]
    Options(String),
    /// The file of prompts is wrong.
    #[error("the prompts are wrong: {0}; notis digest --show-prompt prints those that are built in")]
    Prompts(String),
    /// The article, or what of it must be read at least, is longer than the model's context.
    #[error("--context {context} leaves no room for an article; the model's own context is likely larger")]
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
    #[error("no answer from {url} within {seconds} s; give it longer with --timeout, or use a smaller model")]
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
    #[error("the model at {url} wrote nothing; --strict prints the extractive digest instead")]
    Empty {
        /// Where the request went.
        url: String,
    },
}
