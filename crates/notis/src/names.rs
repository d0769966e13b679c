//! The model that tells persons, organisations and places among names, and what it learns from.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

pub use notis_names::evaluate::{NameScores, Tally};
pub use notis_names::{Card as NameCard, EntityType, Kind as NameKind};
use notis_names::{ClusterLearner, GoldDocument, KnownName, WikidataIds, evaluate};

use crate::error::Cause;
use crate::{Article, Error};

/// Tells what kind of thing each name names; for [`DeskBuilder::kinds`](crate::DeskBuilder::kinds).
///
/// ```
/// use notis::{Article, Desk, NameKind, NameModel};
///
/// let desk = Desk::builder().without_model().kinds(NameModel::shipped()?).build()?;
/// let article = Article { text: "Kari Dale frå Voss er ny leiar i Norsk Folkehjelp.".into(), ..Article::default() };
/// let names = desk.read(&article)?.names();
/// let kind = |name: &str| names.iter().find(|found| found.name == name).and_then(|found| found.kind);
/// assert_eq!(kind("Kari Dale"), Some(NameKind::Person));
/// assert_eq!(kind("Voss"), Some(NameKind::Place));
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct NameModel {
    model: Arc<notis_names::NameModel>,
    ids: Arc<WikidataIds>,
}

impl NameModel {
    /// The shipped model. It is made ready once, when it is first asked for.
    ///
    /// # Errors
    /// [`Error::NoShippedModel`] where the program was built without one.
    pub fn shipped() -> Result<Self, Error> {
        static SHIPPED: OnceLock<Option<NameModel>> = OnceLock::new();
        let shipped = SHIPPED.get_or_init(|| NameModel::from_bytes(notis_models::NAMES).ok());
        shipped.clone().ok_or(Error::NoShippedModel)
    }

    /// Opens a model file.
    ///
    /// # Errors
    /// Where it cannot be read, is damaged, or no model of names.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let bytes = notis_files::read(path).map_err(|error| in_file(path, error))?;
        let model = notis_names::NameModel::from_bytes(&bytes);
        model.map(NameModel::new).map_err(|error| in_file(path, error))
    }

    /// The same, which also tells the Wikidata ids of the names in a file: a name, its kind and its id a line, with tabs between
    /// them. Every model knows those of countries.
    ///
    /// ```
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use notis::{Article, Desk, NameModel};
    /// # let dir = tempfile::tempdir()?;
    /// # let file = dir.path().join("stader.tsv");
    /// std::fs::write(&file, "Oslo\tplace\tQ585\n")?;
    /// let desk = Desk::builder().without_model().kinds(NameModel::shipped()?.with_gazetteer(&file)?).build()?;
    /// let article = Article { text: "Kari Dale bur i Oslo.".into(), ..Article::default() };
    /// let names = desk.read(&article)?.names();
    /// let oslo = names.iter().find(|name| name.name == "Oslo");
    /// assert_eq!(oslo.and_then(|name| name.wikidata.as_deref()), Some("Q585"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Where the file cannot be read, or a line is none of these.
    pub fn with_gazetteer(self, file: impl AsRef<Path>) -> Result<Self, Error> {
        let name = file.as_ref().display().to_string();
        let text = notis_files::open(file.as_ref()).and_then(io::read_to_string);
        let text = text.map_err(|error| Error::Input(Cause::of(format!("{name}: {error}"))))?;
        let more = WikidataIds::read(&name, &text).map_err(|error| Error::Input(Cause::of(error)))?;
        let ids = Arc::new(WikidataIds::clone(&self.ids).and(more));
        Ok(NameModel { ids, ..self })
    }

    /// The model that these bytes hold.
    ///
    /// # Errors
    /// Where they are damaged, or no model of names.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let model = notis_names::NameModel::from_bytes(bytes);
        model
            .map(NameModel::new)
            .map_err(|error| Error::Model(Cause::of(error)))
    }

    /// The model as bytes; the same model gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.model.to_bytes()
    }

    /// Trains a model on gold and, where there are any, on the groups of words that unlabelled articles tell.
    ///
    /// # Errors
    /// Where the gold names nothing.
    pub fn train(gold: &Gold, clusters: Clusters) -> Result<Self, Error> {
        let clusters = clusters.0.learn();
        let model = notis_names::train(&gold.0, clusters, SEED);
        model
            .map(NameModel::new)
            .map_err(|error| Error::Training(Cause::of(error)))
    }

    /// How well it marks the names of gold: on the words of the gold, and on the plain text behind them.
    pub fn evaluate(&self, gold: &Gold) -> [NameScores; 2] {
        [
            evaluate::on_words(&self.model, &gold.0),
            evaluate::on_text(&self.model, &gold.0),
        ]
    }

    /// What it was trained on: sentences, words and names of gold, words whose group is known, and how many features
    /// have a weight.
    pub fn card(&self) -> &NameCard {
        self.model.card()
    }

    fn new(model: notis_names::NameModel) -> Self {
        NameModel {
            model: Arc::new(model),
            ids: shipped_ids(),
        }
    }

    pub(crate) fn inner(&self) -> &notis_names::NameModel {
        &self.model
    }

    /// The Wikidata id of a name, where a gazetteer tells it.
    pub(crate) fn id_of(&self, name: &str, known: KnownName) -> Option<&str> {
        self.ids.of(name, known.kind)
    }
}

/// A model file that is none.
#[derive(Debug, thiserror::Error)]
#[error("{}: {source}", path.display())]
struct InFile<E: std::error::Error + 'static> {
    path: PathBuf,
    source: E,
}

fn in_file(path: &Path, source: impl std::error::Error + Send + Sync + 'static) -> Error {
    let path = path.to_owned();
    Error::Model(Cause::of(InFile { path, source }))
}

/// Countries by their Norwegian names, and little else.
fn shipped_ids() -> Arc<WikidataIds> {
    static SHIPPED: OnceLock<Arc<WikidataIds>> = OnceLock::new();
    // A file of ours: a test reads it.
    let read = || WikidataIds::read("gazetteer.tsv", notis_models::GAZETTEER).unwrap_or_default();
    Arc::clone(SHIPPED.get_or_init(|| Arc::new(read())))
}

/// The order in which sentences are learned from. Any would do: how far others differ was not measured.
const SEED: u64 = 1;

/// Sentences whose names people have marked.
#[derive(Clone, Debug, Default)]
pub struct Gold(Vec<GoldDocument>);

impl Gold {
    /// Reads files of gold: CoNLL-U as NorNE has it, with `name=B-PER` among the remarks of a word, or a word and a
    /// label a line.
    ///
    /// # Errors
    /// Where a file cannot be read, or a line has no label or an unknown one.
    pub fn read<P: AsRef<Path>>(files: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        let mut documents = Vec::new();
        for file in files {
            let name = file.as_ref().display().to_string();
            let text = notis_files::open(file.as_ref()).and_then(io::read_to_string);
            let text = text.map_err(|error| {
                Error::Input(Cause::of(format!("{name}: {error}; gold is one file, UTF-8")))
            })?;
            let read = notis_names::read_gold(&name, &text);
            documents.extend(read.map_err(|error| Error::Input(Cause::of(error)))?);
        }
        Ok(Gold(documents))
    }

    /// How many sentences there are.
    pub fn sentences(&self) -> usize {
        self.0.iter().map(|document| document.sentences.len()).sum()
    }

    /// How well the names that are marked here mark those of other gold: the baseline.
    pub fn as_gazetteer_on(&self, other: &Gold) -> NameScores {
        evaluate::of_gazetteer(&notis_names::Gazetteer::of(&self.0), &other.0)
    }
}

/// The company that words keep in unlabelled articles.
#[derive(Debug, Default)]
pub struct Clusters(ClusterLearner);

impl Clusters {
    /// Reads an article. One whose first 200 characters are those of another is the caller's to leave out.
    pub fn read(&mut self, article: &Article) {
        let analysis = notis_topics::analyzed(article);
        for sentence in notis_names::sentences(&analysis) {
            self.0.read(sentence.words());
        }
    }

    /// How many words and marks were read.
    pub fn words(&self) -> usize {
        self.0.words()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_gazetteer_is_read() {
        let ids = shipped_ids();
        assert_eq!(ids.of("Noreg", NameKind::Place), Some("Q20"));
        assert_eq!(ids.of("Stortinget", NameKind::Organisation), Some("Q203079"));
    }
}
