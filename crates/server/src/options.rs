//! What a server is told at its start.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use notis::{Model, NameModel};
use subtle::ConstantTimeEq;

use crate::Error;

/// What a server is told at its start.
#[derive(Debug)]
#[non_exhaustive]
pub struct Options {
    /// Where it listens.
    pub listen: SocketAddr,
    /// What callers must know; needed where other machines can reach the address.
    pub token: Option<Token>,
    /// Names by which callers may call it beside the address and the names of this machine: those of a proxy.
    pub hosts: Vec<String>,
    /// The models by their names, the one that is used by default first.
    pub models: Vec<(String, Model)>,
    /// The model that tells the kinds of names; the shipped one where there is none.
    pub names: Option<NameModel>,
    /// The folder in which articles and corrections are kept; without it nothing is.
    pub data: Option<PathBuf>,
    /// How much it takes on.
    pub limits: Limits,
}

impl Options {
    /// A server on this address, as yet without a model.
    pub fn new(listen: SocketAddr) -> Self {
        Options {
            listen,
            token: None,
            hosts: Vec::new(),
            models: Vec::new(),
            names: None,
            data: None,
            limits: Limits::default(),
        }
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        if !self.listen.ip().is_loopback() && self.token.is_none() {
            return Err(Error::Unguarded(self.listen));
        }
        let names = self.models.iter().map(|(name, _)| name);
        let doubled = names
            .clone()
            .enumerate()
            .find(|(n, name)| names.clone().take(*n).any(|other| other == *name));
        match doubled {
            Some((_, name)) => Err(Error::DoubledModel(name.clone())),
            None if self.models.is_empty() => Err(Error::NoModel),
            None => Ok(()),
        }
    }
}

/// How much the server takes on before it says no.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Limits {
    /// Bytes of a request's body, and of a line of a batch: those of the largest article of the command line.
    pub body: usize,
    /// Articles that wait or are worked on; the next one is told to come again (429).
    pub queue: usize,
    /// Connections at a time; the next ones wait. Fewer where the system gives fewer file handles.
    pub connections: usize,
    /// How long the head of a request, or a piece of a batch, may take to come.
    pub arrival: Duration,
    /// How long a request may take from its head to the head of its answer (408).
    pub request: Duration,
    /// How long an article may wait and be worked on (503).
    pub work: Duration,
    /// How long requests may go on after the server was asked to end.
    pub ending: Duration,
}

impl Default for Limits {
    /// Chosen, not measured: the queue is to hold what one core works off in about half a second, and connections that say
    /// nothing, 11 KB each, are to leave room for those that ask.
    fn default() -> Self {
        Limits {
            body: 16 << 20,
            queue: 1024,
            connections: 16_384,
            arrival: Duration::from_secs(10),
            request: Duration::from_secs(60),
            work: Duration::from_secs(30),
            ending: Duration::from_secs(60),
        }
    }
}

/// A secret that callers must know.
pub struct Token(String);

impl Token {
    /// Bytes of the shortest token that is taken.
    pub const SHORTEST: usize = 16;

    /// The token on the first line of a file.
    ///
    /// # Errors
    /// Where the file cannot be read or the token is shorter than [`Token::SHORTEST`].
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|cause| Error::TokenFile {
            path: path.to_owned(),
            cause,
        })?;
        let token = text.lines().next().unwrap_or_default().trim();
        match token.len() {
            length if length < Self::SHORTEST => Err(Error::ShortToken {
                path: path.to_owned(),
                length,
            }),
            _ => Ok(Token(token.to_owned())),
        }
    }

    /// Whether `given` is the token; the time it takes tells nothing of where they differ.
    pub(crate) fn is(&self, given: &[u8]) -> bool {
        self.0.as_bytes().ct_eq(given).into()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_others_reach_needs_a_token() {
        let options = Options::new("0.0.0.0:0".parse().unwrap());
        let error = options.check().unwrap_err().to_string();
        assert!(error.contains("--token-file"), "{error}");
    }

    #[test]
    fn a_token_is_the_first_line_and_not_short() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("token");
        std::fs::write(&file, "hemmelig\n").unwrap();
        assert!(matches!(
            Token::read(&file),
            Err(Error::ShortToken { length: 8, .. })
        ));
        std::fs::write(&file, "veldig-hemmelig-ord\nresten\n").unwrap();
        let token = Token::read(&file).unwrap();
        assert!(token.is(b"veldig-hemmelig-ord") && !token.is(b"veldig-hemmelig-orm"));
        assert_eq!(format!("{token:?}"), "Token(…)");
    }
}
