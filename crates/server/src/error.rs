//! Why the server does not start, or ends.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the server does not start, or ends before it was asked to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Others could reach the server, and nothing asks who they are.
    #[error(
        "{0} can be reached from other machines; name a file with a secret by --token-file, or listen on 127.0.0.1"
    )]
    Unguarded(SocketAddr),
    /// The token file cannot be read.
    #[error("cannot read the token file {}: {cause}", path.display())]
    TokenFile {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
    /// The token is easily guessed.
    #[error("the token in {} has {length} bytes; write at least {} on its first line", path.display(), crate::Token::SHORTEST)]
    ShortToken {
        /// The file.
        path: PathBuf,
        /// Bytes it has.
        length: usize,
    },
    /// Two models go by one name.
    #[error("two models are called `{0}`; rename one of the files")]
    DoubledModel(String),
    /// There is nothing to answer with.
    #[error("there is no model to serve; name one with -m")]
    NoModel,
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {cause}; choose another with --listen")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The system gives no threads or no signals.
    #[error("cannot start the server: {0}")]
    System(#[from] io::Error),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
    /// A model cannot be used.
    #[error(transparent)]
    Model(#[from] notis::Error),
}
