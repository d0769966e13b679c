//! What can go wrong, by who has to mend it.

use std::error::Error as StdError;
use std::{fmt, io, iter};

use crate::print::causes;

/// Why the desk has no answer. Each says what is wrong, where, and what to do about it.
///
/// ```
/// let wrong = notis::Topics::parse("[[topic]]\nid = 'laks'").unwrap_err();
/// assert!(matches!(wrong, notis::Error::Topics(_)));
/// assert!(wrong.to_string().contains("`laks` has neither aliases nor related words"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// An article, a table or a file of labels cannot be read. The record can be passed over.
    #[error(transparent)]
    Input(Cause),
    /// An input holds no article: an empty file, a folder without articles.
    #[error(transparent)]
    EmptyInput(Cause),
    /// The topic definitions are wrong.
    #[error(transparent)]
    Topics(Cause),
    /// A model file cannot be opened or saved.
    #[error(transparent)]
    Model(Cause),
    /// There is no shipped model: this program was built without one.
    #[error("there is no model in this program; name a model file, or train one")]
    NoShippedModel,
    /// A file of statistics cannot be opened or saved.
    #[error(transparent)]
    Statistics(Cause),
    /// The corpus teaches nothing, or contradicts itself or the options.
    #[error(transparent)]
    Training(Cause),
    /// The digest asked for cannot be made: an unknown method, an empty budget.
    #[error(transparent)]
    Digest(Cause),
    /// A neural model is missing, damaged, or fails.
    #[error(transparent)]
    Neural(Cause),
    /// An option is out of range, or two do not go together.
    #[error("{0}")]
    Options(String),
    /// A model server is named, and the digest method is none that asks it.
    #[error("a model server writes {0} digests alone; choose that method")]
    NeedsMethod(&'static str),
    /// A printer cannot show this.
    #[error("{format} has no form for {what}; choose another format")]
    NotPrintable {
        /// The format, such as `csv`.
        format: &'static str,
        /// What was to be printed.
        what: &'static str,
    },
    /// The result cannot be written.
    #[error(transparent)]
    Output(Cause),
}

/// What lies behind an [`Error`], told in words alone: which libraries failed is nothing to build on.
pub struct Cause(Box<dyn StdError + Send + Sync>);

impl Cause {
    pub(crate) fn of(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Cause(error.into())
    }

    /// The first error of this kind behind it.
    pub(crate) fn as_a<E: StdError + 'static>(&self) -> Option<&E> {
        self.chain().find_map(|error| error.downcast_ref())
    }

    /// The error behind it, what lies behind that, and so on.
    fn chain(&self) -> impl Iterator<Item = &(dyn StdError + 'static)> {
        let first: &(dyn StdError + 'static) = &*self.0;
        iter::successors(Some(first), |&error| error.source())
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&causes(self.chain()))
    }
}

impl fmt::Debug for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl StdError for Cause {}

impl Error {
    /// Of which kind the system's error is that lies behind, where one does: a full disk, a pipe that nobody reads any more.
    ///
    /// ```
    /// let gone = notis::Model::open("borte.notis").unwrap_err();
    /// assert_eq!(gone.io_kind(), Some(std::io::ErrorKind::NotFound));
    /// assert!(std::error::Error::source(&gone).is_none());
    /// ```
    pub fn io_kind(&self) -> Option<io::ErrorKind> {
        let cause = self.cause()?;
        let system = match cause.as_a() {
            Some(notis_corpus::Error::Io { cause, .. }) => Some(cause),
            _ => cause.as_a::<io::Error>(),
        };
        system.map(io::Error::kind)
    }

    fn cause(&self) -> Option<&Cause> {
        match self {
            Error::Input(cause)
            | Error::EmptyInput(cause)
            | Error::Topics(cause)
            | Error::Model(cause)
            | Error::Statistics(cause)
            | Error::Training(cause)
            | Error::Digest(cause)
            | Error::Neural(cause)
            | Error::Output(cause) => Some(cause),
            Error::NoShippedModel
            | Error::Options(_)
            | Error::NeedsMethod(_)
            | Error::NotPrintable { .. } => None,
        }
    }

    /// Whether one record of the input is bad and the next may be good: not where an input ends before its time, and
    /// nobody knows how many articles are lost.
    pub fn is_bad_record(&self) -> bool {
        match self {
            Error::EmptyInput(_) => true,
            Error::Input(cause) => {
                let input = cause.as_a::<notis_corpus::Error>();
                !input.is_some_and(notis_corpus::Error::loses_rest)
            }
            _ => false,
        }
    }

    pub(crate) fn input(error: notis_corpus::Error) -> Self {
        match error {
            notis_corpus::Error::EmptyFile { .. } | notis_corpus::Error::NoArticles { .. } => {
                Error::EmptyInput(Cause::of(error))
            }
            error => Error::Input(Cause::of(error)),
        }
    }

    pub(crate) fn topics(error: notis_topics::DefinitionsError) -> Self {
        Error::Topics(Cause::of(error))
    }

    pub(crate) fn model(error: notis_topics::ModelError) -> Self {
        Error::Model(Cause::of(error))
    }

    /// What training says; an article that could not be read on the way stays what it was.
    pub(crate) fn training(error: notis_topics::Error) -> Self {
        match error {
            notis_topics::Error::Corpus(cause) => match cause.downcast::<Error>() {
                Ok(own) => *own,
                Err(foreign) => Error::Input(Cause(foreign)),
            },
            error => Error::Training(Cause::of(error)),
        }
    }

    pub(crate) fn digest(error: notis_summarizer::Error) -> Self {
        Error::Digest(Cause::of(error))
    }

    pub(crate) fn neural(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Error::Neural(Cause::of(error))
    }

    pub(crate) fn output(error: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Error::Output(Cause::of(error))
    }
}

impl From<notis_chat::Error> for Error {
    fn from(error: notis_chat::Error) -> Self {
        Error::neural(error)
    }
}
