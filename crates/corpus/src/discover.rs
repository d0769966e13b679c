//! The files behind an input.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::labels::without_ending;
use crate::{Encoding, Error, Format, Labels, Place, ReadOptions};

/// The name of a folder's label file.
const LABELS: &str = "labels.tsv";

/// One file of articles.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// Where it is; `-` is standard input.
    pub(crate) path: PathBuf,
    /// Its path below the input it was found in: what ids are made of.
    pub(crate) name: String,
    /// What it is; `None` is told by its first byte.
    pub(crate) format: Option<Format>,
    /// The label file above it, with the article's name in it.
    pub(crate) labels: Option<(Arc<Labels>, String)>,
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
    for input in inputs {
        if input.as_os_str() != "-" && !input.exists() {
            return Err(Error::Missing {
                path: input.display().to_string(),
            });
        }
        if input.is_dir() {
            found.folder(input, options)?;
        } else {
            found.sources.push(named(input, options));
        }
    }
    found.part_equal_names();
    Ok(found)
}

/// A file named outright, or standard input.
fn named(path: &Path, options: &ReadOptions) -> Source {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    Source {
        path: path.to_owned(),
        format: options.format.or_else(|| Format::of_name(&name)),
        name,
        labels: None,
    }
}

impl Found {
    fn folder(&mut self, folder: &Path, options: &ReadOptions) -> Result<(), Error> {
        let files = Files::below(folder, options.format)?;
        if files.articles.is_empty() {
            return Err(Error::NoArticles {
                path: folder.display().to_string(),
            });
        }
        let labels = LabelFiles::read(folder, &files.labels, options.encoding)?;
        let sources = files.articles.iter().map(|name| Source {
            path: folder.join(name),
            format: Format::of_name(name),
            labels: labels.above(name),
            name: name.clone(),
        });
        self.sources.extend(sources);
        self.notes.extend(labels.orphans(&files.articles));
        self.notes.extend(passed_over(folder, &files.others));
        Ok(())
    }

    /// Files of one name below two inputs go by their paths, so that articles without ids keep apart.
    fn part_equal_names(&mut self) {
        let mut names: Vec<_> = self.sources.iter().map(|s| s.name.clone()).collect();
        names.sort_unstable();
        for source in &mut self.sources {
            let first = names.partition_point(|n| *n < source.name);
            let twice = names.get(first + 1) == Some(&source.name);
            if twice && source.format != Some(Format::Txt) {
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
}

impl Files {
    fn below(folder: &Path, wanted: Option<Format>) -> Result<Self, Error> {
        let mut all = Vec::new();
        walk(folder, "", &mut all).map_err(|e| Error::io(Place::file(&folder.display().to_string()), e))?;
        all.sort_unstable();
        let has_txt = all.iter().any(|name| Format::of_name(name) == Some(Format::Txt));
        let is_article = |format: Format| match wanted {
            Some(wanted) => format == wanted,
            None => (format == Format::Txt) == has_txt,
        };
        let mut files = Files::default();
        for name in all {
            let format = Format::of_name(&name);
            let place = match format {
                _ if is_label_file(&name) => &mut files.labels,
                Some(format) if is_article(format) => &mut files.articles,
                _ => &mut files.others,
            };
            place.push(name);
        }
        if files
            .articles
            .iter()
            .all(|n| Format::of_name(n) != Some(Format::Txt))
        {
            files.others.append(&mut files.labels);
        }
        Ok(files)
    }
}

fn is_label_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    crate::options::strip_gz(file) == LABELS
}

/// Collects the files below `folder` as paths with `/`; what begins with a dot is hidden and not looked at.
fn walk(folder: &Path, prefix: &str, out: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let below = format!("{prefix}{name}");
        let kind = fs::metadata(entry.path())?;
        if kind.is_dir() && !entry.file_type()?.is_symlink() {
            walk(&entry.path(), &format!("{below}/"), out)?;
        } else if kind.is_file() {
            out.push(below);
        }
    }
    Ok(())
}

/// The label files of a folder, each with the folder it stands in.
struct LabelFiles(Vec<(String, Arc<Labels>)>);

impl LabelFiles {
    fn read(folder: &Path, names: &[String], encoding: Encoding) -> Result<Self, Error> {
        let read = names.iter().map(|name| {
            let above = name.rfind('/').map_or("", |slash| &name[..=slash]);
            let labels = Labels::read(&folder.join(name), encoding)?;
            Ok((above.to_owned(), Arc::new(labels)))
        });
        Ok(LabelFiles(read.collect::<Result<_, Error>>()?))
    }

    /// The nearest label file that has a row for the article.
    fn above(&self, name: &str) -> Option<(Arc<Labels>, String)> {
        let known = self.0.iter().filter_map(|(above, labels)| {
            let article = without_ending(name.strip_prefix(above.as_str())?);
            labels.get(article).map(|_| (above.len(), labels, article))
        });
        let (_, labels, article) = known.max_by_key(|(depth, ..)| *depth)?;
        Some((labels.clone(), article.to_owned()))
    }

    /// A note for each label file with rows that no article goes by.
    fn orphans(&self, articles: &[String]) -> Vec<String> {
        let names: std::collections::BTreeSet<_> = articles.iter().map(|a| without_ending(a)).collect();
        let note = |(above, labels): &(String, Arc<Labels>)| {
            let missing = labels
                .iter()
                .filter(|(a, _)| !names.contains(format!("{above}{a}").as_str()));
            let missing: Vec<_> = missing.map(|(article, _)| article.to_owned()).collect();
            let rows = if missing.len() == 1 { "row" } else { "rows" };
            let n = missing.len();
            (n > 0).then(|| {
                format!(
                    "{above}{LABELS}: {n} {rows} without an article: {}",
                    some_of(&missing)
                )
            })
        };
        self.0.iter().filter_map(note).collect()
    }
}

fn passed_over(folder: &Path, others: &[String]) -> Option<String> {
    let files = if others.len() == 1 { "file" } else { "files" };
    let (n, folder) = (others.len(), folder.display());
    (n > 0).then(|| format!("{folder}: passed over {n} other {files}: {}", some_of(others)))
}

/// The first few of many names.
fn some_of(names: &[String]) -> String {
    let more = if names.len() > 3 { ", …" } else { "" };
    format!("{}{more}", names[..names.len().min(3)].join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        dir
    }

    fn names(dir: &tempfile::TempDir, options: &ReadOptions) -> (Vec<String>, Vec<String>) {
        let found = discover(&[dir.path().to_owned()], options).unwrap();
        (found.sources.into_iter().map(|s| s.name).collect(), found.notes)
    }

    #[test]
    fn text_files_go_before_tables_and_the_rest_is_passed_over() {
        let dir = folder(&[
            ("b/x.txt", "x"),
            ("a.txt", "a"),
            ("c.jsonl", "{}"),
            (".skjult.txt", ""),
            ("kart.png", ""),
        ]);
        let (files, notes) = names(&dir, &ReadOptions::default());
        assert_eq!(files, ["a.txt", "b/x.txt"]);
        assert_eq!(notes.len(), 1);
        assert!(notes[0].contains("2 other files: c.jsonl, kart.png"), "{notes:?}");
        let jsonl = ReadOptions {
            format: Some(Format::Jsonl),
            ..ReadOptions::default()
        };
        assert_eq!(names(&dir, &jsonl).0, ["c.jsonl"]);
    }

    #[test]
    fn a_label_file_is_never_an_article() {
        let dir = folder(&[("a.csv", "text\nx\n"), ("labels.tsv", "file\tlabels\n")]);
        assert_eq!(names(&dir, &ReadOptions::default()).0, ["a.csv"]);
    }

    #[test]
    fn labels_hold_for_the_folder_they_stand_in_and_orphans_are_told() {
        let dir = folder(&[
            ("a.txt", "a"),
            ("nn/b.txt", "b"),
            ("labels.tsv", "file\tlabels\na.txt\tvær\nborte.txt\tvær\n"),
            ("nn/labels.tsv", "file\tlabels\nb\tklima\n"),
        ]);
        let found = discover(&[dir.path().to_owned()], &ReadOptions::default()).unwrap();
        let label = |s: &Source| {
            s.labels
                .as_ref()
                .map(|(l, a)| l.get(a).unwrap().labels[0].clone())
        };
        let labels: Vec<_> = found.sources.iter().map(label).collect();
        assert_eq!(labels, [Some("vær".into()), Some("klima".into())]);
        assert!(
            found.notes[0].contains("1 row without an article: borte"),
            "{:?}",
            found.notes
        );
    }

    #[test]
    fn files_of_one_name_go_by_their_paths() {
        let dir = folder(&[("x/a.csv", "text\nx\n"), ("y/a.csv", "text\ny\n")]);
        let inputs = ["x/a.csv", "y/a.csv"].map(|n| dir.path().join(n));
        let found = discover(&inputs, &ReadOptions::default()).unwrap();
        assert!(found.sources[0].name.ends_with("x/a.csv"));
    }

    #[test]
    fn an_empty_folder_and_a_missing_one_are_errors() {
        let dir = folder(&[("kart.png", "")]);
        let read = |path: PathBuf| {
            discover(&[path], &ReadOptions::default())
                .map(|_| ())
                .unwrap_err()
        };
        assert!(matches!(read(dir.path().into()), Error::NoArticles { .. }));
        assert!(matches!(read(dir.path().join("borte")), Error::Missing { .. }));
    }
}
