//! The files behind an input.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::file_name::shown;
use crate::formats::delimited;
use crate::input::Input;
use crate::registry::{strip_gz, told, without_ending};
use crate::{Error, Field, Format, Labels, Place, ReadOptions};

/// The names that a folder's label file may have.
pub const LABEL_FILES: [&str; 3] = ["labels.tsv", "labels.csv", "labels.xlsx"];

/// One file of articles.
#[derive(Debug)]
pub(crate) struct Source {
    /// Where it is; `-` is standard input.
    pub(crate) path: PathBuf,
    /// Its path below the input it was found in: what ids are made of.
    pub(crate) name: String,
    /// The label file above it, with the article's name in it.
    pub(crate) labels: Option<(Arc<Labels>, String)>,
    /// Why it cannot be read, where that is known already.
    pub(crate) failure: Option<Error>,
}

impl Source {
    /// A file of a folder.
    pub(crate) fn below(folder: &Path, file: &Path) -> Self {
        let below = file.strip_prefix(folder).unwrap_or(file);
        let parts: Vec<_> = below.iter().map(shown).collect();
        Source {
            path: file.to_owned(),
            name: parts.join("/"),
            labels: None,
            failure: None,
        }
    }
}

/// What was found behind the inputs.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) sources: Vec<Source>,
    pub(crate) notes: Vec<String>,
}

/// Finds the files behind `inputs`, in the order of the inputs and sorted by path inside a folder.
pub(crate) fn discover(inputs: &[PathBuf], options: &ReadOptions) -> Result<Found, Error> {
    let mut found = Found::default();
    let mut beside = BTreeMap::new();
    for input in inputs {
        if input.as_os_str() != "-" && !input.exists() {
            return Err(Error::Missing {
                path: input.display().to_string(),
            });
        }
        if input.is_dir() {
            found.folder(input, options)?;
        } else {
            found.file(input, &mut beside);
        }
    }
    found.part_equal_names();
    Ok(found)
}

/// A file named outright, or standard input.
fn named(path: &Path) -> Source {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Source {
        path: path.to_owned(),
        name: shown(name).into_owned(),
        labels: None,
        failure: None,
    }
}

impl Found {
    /// A file named outright; what a label file beside it says of it holds as it does for the whole folder.
    fn file(&mut self, path: &Path, beside: &mut BTreeMap<PathBuf, LabelFiles>) {
        let mut source = named(path);
        if is_whole_file(&source.name) {
            let folder = path.parent().unwrap_or(Path::new("")).to_owned();
            let labels = beside.entry(folder);
            let labels = labels.or_insert_with_key(|folder| LabelFiles::beside(folder, &mut self.notes));
            source.labels = labels.above(&source.name);
        }
        self.sources.push(source);
    }

    fn folder(&mut self, folder: &Path, options: &ReadOptions) -> Result<(), Error> {
        let mut files = Files::below(folder, options.format)?;
        if files.articles.is_empty() {
            return Err(Error::NoArticles {
                path: folder.display().to_string(),
            });
        }
        if options.format.is_none() {
            self.notes.extend(files.leave_out_tables(folder, options));
        }
        let labels = LabelFiles::read(&files.labels, |name| files.paths.of(folder, name))?;
        self.notes.extend(labels.orphans(&files.articles));
        self.notes
            .extend(passed_over(folder, "other file", "", &files.others));
        self.notes
            .extend(passed_over(folder, "linked folder", "", &files.linked));
        let mut failures = files.failures;
        self.sources.extend(files.articles.into_iter().map(|name| Source {
            path: files.paths.of(folder, &name),
            labels: labels.above(&name),
            failure: failures.remove(&name),
            name,
        }));
        Ok(())
    }

    /// Files of one name below two inputs go by their paths, so that articles without ids keep apart.
    fn part_equal_names(&mut self) {
        let mut names: Vec<_> = self.sources.iter().map(|s| s.name.clone()).collect();
        names.sort_unstable();
        for source in &mut self.sources {
            let first = names.partition_point(|n| *n < source.name);
            let twice = names.get(first + 1) == Some(&source.name);
            if twice && !is_whole_file(&source.name) {
                source.name = source.path.display().to_string();
            }
        }
    }
}

/// The files of a folder by their part, each as a path below it, sorted.
#[derive(Debug, Default)]
struct Files {
    articles: Vec<String>,
    labels: Vec<String>,
    others: Vec<String>,
    linked: Vec<String>,
    failures: BTreeMap<String, Error>,
    paths: Paths,
}

/// Where files are whose names are no UTF-8, by their names as text; every other name leads to its file.
#[derive(Debug, Default)]
struct Paths(BTreeMap<String, PathBuf>);

impl Paths {
    fn of(&self, folder: &Path, name: &str) -> PathBuf {
        let odd = self.0.get(name).cloned();
        odd.unwrap_or_else(|| folder.join(name))
    }
}

/// Forms of files that a folder is searched for, those of the first kind that it holds any of.
const KINDS: [fn(Format) -> bool; 3] = [
    |format| format == Format::Txt,
    |format| matches!(format, Format::Jsonl | Format::Csv | Format::Tsv),
    |_| true,
];

impl Files {
    fn below(folder: &Path, wanted: Option<Format>) -> Result<Self, Error> {
        let mut found = Walk::default();
        found
            .folder(folder, "")
            .map_err(|e| Error::io(Place::file(&folder.display().to_string()), e))?;
        found.files.sort_unstable();
        // Beside articles that stand in files of their own; elsewhere only the name of the first is no table's.
        let own_files = found.files.iter().any(|name| is_whole_file(name));
        let is_labels =
            |name: &String| is_label_file(name) && (own_files || strip_gz(name).ends_with(LABEL_FILES[0]));
        let (labels, all): (Vec<_>, Vec<_>) = found.files.into_iter().partition(is_labels);
        let holds = |is: &&fn(Format) -> bool| all.iter().any(|name| Format::of_name(name).is_some_and(**is));
        let kind = KINDS.iter().find(holds);
        let is_article = |name: &String| {
            let wanted = |format| match wanted {
                Some(wanted) => format == wanted,
                None => kind.is_some_and(|is| is(format)),
            };
            found.failures.contains_key(name) || Format::of_name(name).is_some_and(wanted)
        };
        let (articles, others) = all.into_iter().partition(is_article);
        let mut files = Files {
            articles,
            labels,
            others,
            linked: found.linked,
            failures: found.failures,
            paths: found.paths,
        };
        if !files.articles.iter().any(|name| is_whole_file(name)) {
            files.others.append(&mut files.labels);
        }
        Ok(files)
    }

    /// Leaves out tables that hold no articles, as their headers say, and gives the note about it: a list of subscribers
    /// beside the articles is no reason to stop. Where there is nothing else, the reader says what is lacking.
    fn leave_out_tables(&mut self, folder: &Path, options: &ReadOptions) -> Option<String> {
        if self.articles.len() < 2 {
            return None;
        }
        let (left_out, articles): (Vec<_>, Vec<_>) = std::mem::take(&mut self.articles)
            .into_iter()
            .partition(|name| lacks_text(&self.paths.of(folder, name), options));
        if left_out.is_empty() || articles.is_empty() {
            self.articles = articles.into_iter().chain(left_out).collect();
            return None;
        }
        self.articles = articles;
        let which = format!(" without a column «{}»", options.name_of(Field::Text));
        passed_over(folder, "table", &which, &left_out)
    }
}

/// Whether a file is a table whose header names no column of texts.
fn lacks_text(file: &Path, options: &ReadOptions) -> bool {
    let name = file.to_string_lossy();
    let is_table = matches!(Format::of_name(&name), Some(Format::Csv | Format::Tsv));
    let header = is_table.then(|| header(file, &name, options));
    header.flatten().is_some_and(|header| {
        let is_text = |name: &String| name.eq_ignore_ascii_case(options.name_of(Field::Text));
        !header.iter().any(is_text)
    })
}

/// The header of a file, where it is a table by its content too.
fn header(file: &Path, name: &str, options: &ReadOptions) -> Option<Vec<String>> {
    let input = Input::open(file, name, options, &Arc::default()).ok()?;
    let format = told(&input.head, name).ok()?;
    delimited::header(input, format, options)
}

fn is_whole_file(name: &str) -> bool {
    Format::of_name(name).is_some_and(|format| format.reader().whole_file())
}

pub(crate) fn is_label_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    LABEL_FILES.contains(&strip_gz(file))
}

/// What lies below a folder, as paths with `/`; what begins with a dot is hidden and not looked at.
#[derive(Default)]
struct Walk {
    files: Vec<String>,
    /// Links to folders, which are not followed: they may lead in a circle.
    linked: Vec<String>,
    /// Files that will be bad records: links that lead nowhere, folders that cannot be read.
    failures: BTreeMap<String, Error>,
    paths: Paths,
}

impl Walk {
    fn folder(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            if !name.as_encoded_bytes().starts_with(b".") {
                self.entry(&entry, format!("{prefix}{}", shown(&name)));
            }
        }
        Ok(())
    }

    /// Takes in one entry; what is wrong with it is said of it alone.
    fn entry(&mut self, entry: &fs::DirEntry, below: String) {
        let path = entry.path();
        if path.to_str().is_none() {
            self.paths.0.insert(below.clone(), path.clone());
        }
        let read = fs::metadata(&path).and_then(|kind| {
            if kind.is_dir() && entry.file_type()?.is_symlink() {
                self.linked.push(below.clone());
            } else if kind.is_dir() {
                self.folder(&path, &format!("{below}/"))?;
            } else if kind.is_file() {
                self.files.push(below.clone());
            }
            Ok(())
        });
        if let Err(cause) = read {
            let place = Place::file(&path.display().to_string());
            self.failures
                .insert(below.clone(), unreadable(entry, place, cause));
            self.files.push(below);
        }
    }
}

/// Why an entry cannot be read: a link that leads nowhere, or the system's word.
fn unreadable(entry: &fs::DirEntry, place: Place, cause: io::Error) -> Error {
    match fs::read_link(entry.path()) {
        Ok(target) => Error::DeadLink {
            place,
            target: target.display().to_string(),
        },
        Err(_) => Error::io(place, cause),
    }
}

/// The folder that a file stands in, with `/` at its end.
fn above(name: &str) -> &str {
    name.rfind('/').map_or("", |slash| &name[..=slash])
}

/// The label files of a folder by name.
struct LabelFiles(Vec<(String, Arc<Labels>)>);

impl LabelFiles {
    /// Those in a folder that a file was named in. It may be any folder: one that is none of ours is noted, no error.
    fn beside(folder: &Path, notes: &mut Vec<String>) -> Self {
        let names = LABEL_FILES
            .iter()
            .flat_map(|name| [(*name).to_owned(), format!("{name}.gz")]);
        let names: Vec<_> = names.filter(|name| folder.join(name).is_file()).collect();
        LabelFiles::read(&names, |name| folder.join(name)).unwrap_or_else(|error| {
            notes.push(format!("labels beside the article are passed over: {error}"));
            LabelFiles(Vec::new())
        })
    }

    /// Those of these names, each at its path.
    fn read(names: &[String], path: impl Fn(&str) -> PathBuf) -> Result<Self, Error> {
        let read = names.iter().map(|name| {
            let above = above(name);
            let other = names
                .iter()
                .find(|other| *other != name && self::above(other) == above);
            if let Some(other) = other {
                return Err(Error::TwoLabelFiles {
                    place: Place::file(&path(name).display().to_string()),
                    other: other.clone(),
                });
            }
            let labels = Labels::read(&path(name))?;
            Ok((name.clone(), Arc::new(labels)))
        });
        Ok(LabelFiles(read.collect::<Result<_, Error>>()?))
    }

    /// The nearest label file that has a row for the article.
    fn above(&self, name: &str) -> Option<(Arc<Labels>, String)> {
        let known = self.0.iter().filter_map(|(file, labels)| {
            let article = without_ending(name.strip_prefix(above(file))?);
            labels.get(article).map(|_| (above(file).len(), labels, article))
        });
        let (_, labels, article) = known.max_by_key(|(depth, ..)| *depth)?;
        Some((labels.clone(), article.to_owned()))
    }

    /// A note for each label file with rows that no article goes by.
    fn orphans(&self, articles: &[String]) -> Vec<String> {
        let names: std::collections::BTreeSet<_> = articles.iter().map(|a| without_ending(a)).collect();
        let note = |(file, labels): &(String, Arc<Labels>)| {
            let missing = labels
                .iter()
                .filter(|(a, _)| !names.contains(format!("{}{a}", above(file)).as_str()));
            let missing: Vec<_> = missing.map(|(article, _)| article.to_owned()).collect();
            let rows = if missing.len() == 1 { "row" } else { "rows" };
            let n = missing.len();
            (n > 0).then(|| {
                let missing = some_of(&missing);
                format!("{file}: {n} {rows} without an article: {missing}")
            })
        };
        self.0.iter().filter_map(note).collect()
    }
}

fn passed_over(folder: &Path, what: &str, which: &str, names: &[String]) -> Option<String> {
    let s = if names.len() == 1 { "" } else { "s" };
    let (n, folder) = (names.len(), folder.display());
    (n > 0).then(|| format!("{folder}: passed over {n} {what}{s}{which}: {}", some_of(names)))
}

/// The first few of many names.
fn some_of(names: &[String]) -> String {
    let more = if names.len() > 3 { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(3)].join(", "))
}

#[cfg(test)]
mod tests;
