//! The settings that errors speak of.

use notis_chat::Error as Unanswered;
use notis_corpus::Error as Unread;
use notis_topics::Error as Untrained;

use crate::Error;
use crate::neural::NoFolder;

/// A setting that can mend an error. The library's messages do not say what it is called, since each door has a name of
/// its own for it: a flag, a field of a request, an argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Setting {
    /// Bad records are passed over.
    SkipBad,
    /// The form of the inputs: [`ReadOptions::format`](crate::ReadOptions::format).
    InputFormat,
    /// Their character encoding: [`ReadOptions::encoding`](crate::ReadOptions::encoding).
    Encoding,
    /// Where the field of this name stands: [`ReadOptions::columns`](crate::ReadOptions::columns).
    Column(&'static str),
    /// The longest article: [`ReadOptions::max_article`](crate::ReadOptions::max_article).
    MaxArticle,
    /// Definitions of topics.
    Topics,
    /// A test by folds.
    Folds,
    /// Models in which every article has exactly one topic.
    Exclusive,
    /// Naive Bayes as the learner.
    NaiveBayes,
    /// A model file.
    Model,
    /// The folder of a neural model.
    ModelDir,
    /// A model of names: [`NameModel::train`](crate::NameModel::train).
    NamesModel,
    /// The digest method of this name: [`DeskBuilder::method`](crate::DeskBuilder::method).
    Method(&'static str),
    /// The address of a model server: [`ChatOptions::endpoint`](crate::ChatOptions::endpoint).
    Endpoint,
    /// Whether articles may leave this machine: [`ChatOptions::allow_remote`](crate::ChatOptions::allow_remote).
    AllowRemote,
    /// The model that the server knows: [`ChatOptions::model`](crate::ChatOptions::model).
    EndpointModel,
    /// What is said to it: [`Prompts::BUILT_IN`](crate::Prompts::BUILT_IN).
    Prompts,
    /// What it reads and writes at most: [`ChatOptions::context`](crate::ChatOptions::context).
    Context,
    /// How long is waited: [`ChatOptions::timeout`](crate::ChatOptions::timeout).
    Timeout,
    /// An extractive digest in place of one that cannot be had: [`DeskBuilder::strict`](crate::DeskBuilder::strict).
    Strict,
}

impl Error {
    /// The settings that the message speaks of, for a door to name as they are called there.
    ///
    /// ```
    /// use notis::Setting;
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let dir = tempfile::tempdir()?;
    /// # let file = dir.path().join("saker.jsonl");
    /// std::fs::write(&file, "{\"text\": Ferja gjekk.}\n{\"text\": \"Elva steig.\"}\n")?;
    /// let error = notis::open(&[file], &notis::ReadOptions::default())?.next().unwrap().unwrap_err();
    /// assert!(error.to_string().ends_with("mend the line, or pass over it"));
    /// assert_eq!(error.settings(), [Setting::SkipBad]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn settings(&self) -> Vec<Setting> {
        match self {
            Error::Input(cause) | Error::EmptyInput(cause) => cause.as_a().map_or_else(Vec::new, of_input),
            Error::Training(cause) => cause.as_a().and_then(of_training).into_iter().collect(),
            Error::Neural(cause) | Error::Digest(cause) => {
                let folder = cause.as_a().map(|NoFolder(_)| Setting::ModelDir);
                let chat = cause.as_a().map_or(&[][..], of_chat);
                folder.into_iter().chain(chat.iter().copied()).collect()
            }
            Error::Model(cause) => {
                let names = cause.as_a().map(|_: &notis_names::Error| Setting::NamesModel);
                names.into_iter().collect()
            }
            Error::NoShippedModel => vec![Setting::Model],
            Error::NeedsMethod(method) => vec![Setting::Method(method)],
            _ => Vec::new(),
        }
    }
}

fn of_input(error: &Unread) -> Vec<Setting> {
    match error {
        Unread::DeadLink { .. }
        | Unread::EmptyFile { .. }
        | Unread::Broken { .. }
        | Unread::TooDeep { .. }
        | Unread::BrokenJson { .. }
        | Unread::BrokenTable { .. }
        | Unread::DuplicateId { .. } => vec![Setting::SkipBad],
        Unread::TooLong { what: "article", .. } | Unread::OpenQuote { .. } => {
            vec![Setting::MaxArticle, Setting::SkipBad]
        }
        Unread::NotUtf8 { .. } => vec![Setting::Encoding],
        Unread::NotDecodable { encoding, .. } if !encoding.starts_with("UTF-16") => vec![Setting::Encoding],
        Unread::NotAnArticle { .. } => vec![Setting::Column("text")],
        Unread::NoColumn { field, .. } | Unread::WrongColumn { field, .. } => vec![Setting::Column(field)],
        Unread::NoArticles { .. } | Unread::UnnamedForm { .. } => vec![Setting::InputFormat],
        _ => Vec::new(),
    }
}

fn of_training(error: &Untrained) -> Option<Setting> {
    match error {
        Untrained::NothingToLearn => Some(Setting::Topics),
        Untrained::NoPast { .. } => Some(Setting::Folds),
        Untrained::NotExclusive { .. } | Untrained::NotOneEach(_) => Some(Setting::Exclusive),
        Untrained::CannotLearn => Some(Setting::NaiveBayes),
        _ => None,
    }
}

fn of_chat(error: &Unanswered) -> &'static [Setting] {
    match error {
        Unanswered::Address { .. } => &[Setting::Endpoint],
        Unanswered::Remote { .. } => &[Setting::Endpoint, Setting::AllowRemote],
        Unanswered::NoModel => &[Setting::Endpoint, Setting::EndpointModel],
        Unanswered::NoTime | Unanswered::Slow { .. } => &[Setting::Timeout],
        Unanswered::Prompts(_) => &[Setting::Prompts],
        Unanswered::Context { .. } => &[Setting::Context],
        Unanswered::Empty { .. } => &[Setting::Strict],
        _ => &[],
    }
}
