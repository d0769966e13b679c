//! The stream of articles behind the inputs.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::dates::iso_date;
use crate::decode;
use crate::discover::{Source, discover, is_label_file};
use crate::formats::{Records, once_each, split_list};
use crate::input::Input;
use crate::registry::records;
use crate::seen::Seen;
use crate::{Article, Error, Format, Place, ReadOptions};

/// Finds the files behind `inputs` and reads their articles one by one. Inputs that are not there, folders without
/// articles and broken label files are errors at once; everything else comes in the stream.
pub fn open(inputs: &[PathBuf], options: &ReadOptions) -> Result<Articles, Error> {
    let found = discover(inputs, options)?;
    Ok(Articles::of_sources(found.sources, found.notes, options))
}

/// The articles of one file of a folder, as [`open`] gives them when it reads the folder; what a label file says of them
/// is left aside.
pub fn open_below(folder: &Path, file: &Path, options: &ReadOptions) -> Result<Articles, Error> {
    let found = [Source::below(folder, file)];
    Ok(Articles::of_sources(found.into(), Vec::new(), options))
}

/// Whether a file is of a form that can be read, by its name.
pub fn is_article_file(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Format::of_name(&name).is_some() && !is_label_file(&name)
}

/// The articles in `bytes`, as [`open`] would give those of a file called `name`.
///
/// ```
/// # fn main() -> Result<(), notis_corpus::Error> {
/// let bytes = "<rss version=\"2.0\"><channel><title>A</title><item><guid>1</guid><description>Sola skein.</description></item></channel></rss>";
/// let mut articles = notis_corpus::open_bytes("strøm.rss", bytes.into(), &Default::default())?;
/// assert_eq!(articles.next().unwrap()?.text, "Sola skein.");
/// # Ok(())
/// # }
/// ```
pub fn open_bytes(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Articles, Error> {
    let total = bytes.len() as u64;
    let unpacked = decode::of_bytes(bytes).map_err(|e| decode::failure(Place::file(name), e))?;
    let input = Input::of_bytes(unpacked, name.to_owned(), name, options)?;
    Ok(Articles {
        meter: Meter {
            read: Arc::new(AtomicU64::new(total)),
            total: Some(total),
        },
        live: false,
        sources: Vec::new().into_iter(),
        notes: Vec::new(),
        options: options.clone(),
        current: Some(Current {
            file: name.to_owned(),
            records: records(input, options.format, options)?,
            read: 0,
        }),
        seen: Seen::default(),
        topics: BTreeSet::new(),
    })
}

/// The articles of some inputs, one at a time and in order. A bad record is an item; reading on gives the next one.
pub struct Articles {
    sources: std::vec::IntoIter<Source>,
    live: bool,
    notes: Vec<String>,
    options: ReadOptions,
    meter: Meter,
    current: Option<Current>,
    seen: Seen,
    /// Topics that are known.
    topics: BTreeSet<String>,
}

/// The file being read.
struct Current {
    file: String,
    records: Records,
    read: u64,
}

impl Articles {
    fn of_sources(sources: Vec<Source>, notes: Vec<String>, options: &ReadOptions) -> Self {
        let sizes = sources.iter().map(|s| Some(s.path.metadata().ok()?.len()));
        Articles {
            meter: Meter {
                read: Arc::default(),
                total: sizes.sum(),
            },
            live: sources.iter().any(|source| decode::is_live(&source.path)),
            sources: sources.into_iter(),
            notes,
            options: options.clone(),
            current: None,
            seen: Seen::default(),
            topics: BTreeSet::new(),
        }
    }

    /// The same articles, read by somebody who knows these topics: a label that is none of them, but a list of them with `,`
    /// between, is that list.
    pub fn knowing<'a>(mut self, topics: impl IntoIterator<Item = &'a str>) -> Self {
        self.topics.extend(topics.into_iter().map(str::to_owned));
        self
    }

    /// Whether they come one by one, from a pipe or a terminal.
    pub fn is_live(&self) -> bool {
        self.live
    }

    /// What the user should know of the inputs: files passed over, labels without an article.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// How much has been read, to be asked from any thread.
    pub fn meter(&self) -> Meter {
        self.meter.clone()
    }

    /// Goes on to the next file; an error ends that file, not the stream.
    fn open_next(&mut self) -> Option<Result<(), Error>> {
        let source = self.sources.next()?;
        let file = source.path.display().to_string();
        let records = labelled(source, &self.options, &self.meter.read);
        Some(records.map(|records| {
            self.current = Some(Current {
                file,
                records,
                read: 0,
            });
        }))
    }

    fn checked(&mut self, mut article: Article, current: &Current) -> Result<Article, Error> {
        let file = &current.file;
        if article.id.is_empty() {
            article.id = format!("{file}:{}", current.read);
        }
        if let Some(given) = article.date.take().filter(|date| !date.trim().is_empty()) {
            let place = || Place::file(file).of(&article.id);
            let date = iso_date(&given).ok_or_else(|| Error::BadDate {
                place: place(),
                given,
            });
            article.date = Some(date?);
        }
        article.labels = article.labels.map(|labels| known_apart(labels, &self.topics));
        article.mentions = known_apart(article.mentions, &self.topics);
        if self.seen.is_new(&article.id) {
            return Ok(article.labelled_at(|| Place::file(file)));
        }
        let place = Place::file(file).of(&article.id);
        Err(Error::DuplicateId { place })
    }
}

impl Iterator for Articles {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(mut current) = self.current.take() else {
                match self.open_next()? {
                    Ok(()) => continue,
                    Err(error) => return Some(Err(error)),
                }
            };
            let Some(record) = current.records.next() else {
                if current.read > 0 {
                    continue;
                }
                let place = Place::file(&current.file);
                return Some(Err(Error::EmptyFile { place }));
            };
            current.read += 1;
            let checked = record.and_then(|article| self.checked(article, &current));
            self.current = Some(current);
            return Some(checked);
        }
    }
}

impl std::fmt::Debug for Articles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Articles")
            .field("sources", &self.sources.as_slice())
            .finish_non_exhaustive()
    }
}

/// The same labels, where a list of topics with `,` between is taken apart.
fn known_apart(labels: Vec<String>, topics: &BTreeSet<String>) -> Vec<String> {
    let is_list = |label: &String| {
        let listed = || split_list(label, &[',']).iter().all(|part| topics.contains(part));
        label.contains(',') && !topics.contains(label) && listed()
    };
    if topics.is_empty() || !labels.iter().any(is_list) {
        return labels;
    }
    let apart = labels.into_iter().flat_map(|label| match is_list(&label) {
        true => split_list(&label, &[',']),
        false => vec![label],
    });
    once_each(apart.collect())
}

/// The articles of one source, with what its label file says of them.
fn labelled(source: Source, options: &ReadOptions, count: &Arc<AtomicU64>) -> Result<Records, Error> {
    if let Some(error) = source.failure {
        return Err(error);
    }
    let input = Input::open(&source.path, &source.name, options, count)?;
    let records = records(input, options.format, options)?;
    let Some((labels, name)) = source.labels else {
        return Ok(records);
    };
    Ok(Box::new(records.map(move |article| {
        let mut article = article?;
        labels.fill(&name, &mut article);
        Ok(article)
    })))
}

/// How many bytes of the inputs have been read.
#[derive(Clone, Debug)]
pub struct Meter {
    read: Arc<AtomicU64>,
    total: Option<u64>,
}

impl Meter {
    /// Bytes read so far, as they lie on the disk.
    pub fn read(&self) -> u64 {
        self.read.load(Ordering::Relaxed)
    }

    /// Bytes in all; `None` where standard input is among them.
    pub fn total(&self) -> Option<u64> {
        self.total
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn read(dir: &tempfile::TempDir) -> Vec<Result<Article, Error>> {
        open(&[dir.path().to_owned()], &ReadOptions::default())
            .unwrap()
            .collect()
    }

    #[test]
    fn a_folder_gives_its_articles_with_their_labels() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.txt"), " date 2020-01 Snøen kom i natt.").unwrap();
        fs::write(dir.path().join("b.txt"), "Bussen stod.").unwrap();
        let labels = "file\tdate\ttitle\tlabels\nb.txt\t2021-02-03\tKø\tsamferdsel\n";
        fs::write(dir.path().join("labels.tsv"), labels).unwrap();
        let articles: Vec<_> = read(&dir).into_iter().map(Result::unwrap).collect();
        assert_eq!(articles[0].labels, None);
        assert_eq!(articles[0].date.as_deref(), Some("2020-01"));
        assert_eq!(articles[1].labels, Some(vec!["samferdsel".to_owned()]));
        assert_eq!(articles[1].title.as_deref(), Some("Kø"));
    }

    #[test]
    fn the_second_of_two_with_one_id_is_bad_and_the_third_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let lines = "{\"id\":1,\"text\":\"a\"}\n{\"id\":\"1\",\"text\":\"b\"}\n{\"id\":2,\"text\":\"c\"}\n";
        fs::write(dir.path().join("a.jsonl"), lines).unwrap();
        let articles = read(&dir);
        assert!(
            articles[1]
                .as_ref()
                .unwrap_err()
                .to_string()
                .contains("(article 1)")
        );
        assert_eq!(articles[2].as_ref().unwrap().text, "c");
    }

    #[test]
    fn a_list_of_known_topics_is_one_and_a_topic_with_a_comma_stays_whole() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.txt"), "Bussen stod.").unwrap();
        let labels = "file;labels;mentions\na;vær, klima;hus, heim,vær\n";
        fs::write(dir.path().join("labels.csv"), labels).unwrap();
        let articles = || open(&[dir.path().to_owned()], &ReadOptions::default()).unwrap();
        let read = |articles: Articles| {
            let article = articles.map(Result::unwrap).next().unwrap();
            (article.labels.unwrap(), article.mentions)
        };
        let whole = (vec!["vær, klima".to_owned()], vec!["hus, heim,vær".to_owned()]);
        assert_eq!(read(articles()), whole);
        assert_eq!(read(articles().knowing(["vær", "sport"])), whole);
        let (labels, mentions) = read(articles().knowing(["vær", "klima", "hus, heim"]));
        assert_eq!(labels, ["vær", "klima"]);
        assert_eq!(mentions, whole.1, "a part of it is no topic");
    }

    #[test]
    fn an_empty_file_is_a_bad_record() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.jsonl"), "\n").unwrap();
        fs::write(dir.path().join("b.jsonl"), "{\"text\":\"b\"}").unwrap();
        fs::write(dir.path().join("c.csv"), "").unwrap();
        let articles = read(&dir);
        assert!(matches!(articles[0], Err(Error::EmptyFile { .. })));
        assert_eq!(articles[1].as_ref().unwrap().id, "b.jsonl:1");
        assert!(matches!(articles[2], Err(Error::EmptyFile { .. })));
    }

    #[test]
    fn a_file_of_any_name_is_read() {
        let dir = tempfile::tempdir().unwrap();
        let text = dir.path().join("sak.md");
        let json = dir.path().join("saker");
        fs::write(&text, "Sola skein.").unwrap();
        fs::write(&json, "{\"id\":\"x\",\"text\":\"Regn.\"}").unwrap();
        let articles: Result<Vec<_>, _> = open(&[text, json], &ReadOptions::default()).unwrap().collect();
        let ids: Vec<_> = articles.unwrap().into_iter().map(|a| a.id).collect();
        assert_eq!(ids, ["sak.md", "x"]);
    }
}
