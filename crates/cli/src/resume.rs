//! The results of a run that was interrupted, to go on with.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use notis::{Article, Error};
use serde_json::Value;

use crate::output::Output;

/// A file of JSON Lines that a run left, ready to grow.
pub(crate) struct Resumed {
    file: File,
    path: PathBuf,
    done: Done,
}

/// The ids of the articles whose results are there.
pub(crate) struct Done(HashSet<String>);

impl Resumed {
    /// Opens `path`, or makes it. A last line that was cut is taken away: its article is done anew.
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let cannot = || format!("cannot go on with {}", path.display());
        let mut options = File::options();
        let file = options.read(true).write(true).create(true).truncate(false);
        let mut file = file.open(path).with_context(cannot)?;
        let (done, end) = done(&file, path)?;
        file.set_len(end).with_context(cannot)?;
        file.seek(SeekFrom::Start(end)).with_context(cannot)?;
        let path = path.to_owned();
        Ok(Resumed { file, path, done })
    }

    /// Where the results go on, and what is done.
    pub(crate) fn split(self) -> (Output, Done) {
        (Output::growing(self.file, self.path), self.done)
    }
}

impl Done {
    /// Whether the result of an article is there; a bad record has none.
    pub(crate) fn holds(&self, article: &Result<Article, Error>) -> bool {
        article.as_ref().is_ok_and(|article| self.0.contains(&article.id))
    }
}

/// The ids in a file, and where its last whole line ends.
fn done(file: &File, path: &Path) -> Result<(Done, u64)> {
    let (mut ids, mut end, mut line) = (HashSet::new(), 0, Vec::new());
    let mut lines = BufReader::new(file);
    for number in 1_u64.. {
        line.clear();
        let read = lines.read_until(b'\n', &mut line);
        let read = read.with_context(|| format!("cannot read {}", path.display()))?;
        if line.last() != Some(&b'\n') {
            break;
        }
        match id(&line) {
            Some(id) => ids.insert(id),
            None => bail!(
                "{}, line {number}: no result of notis; --resume goes on with the file that a run left, \
                 name another with -o",
                path.display()
            ),
        };
        end += read as u64;
    }
    Ok((Done(ids), end))
}

fn id(line: &[u8]) -> Option<String> {
    let result: Value = serde_json::from_slice(line).ok()?;
    Some(result.get("id")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str) -> Result<Article, Error> {
        Ok(Article {
            id: id.to_owned(),
            ..Article::default()
        })
    }

    #[test]
    fn a_cut_last_line_is_taken_away_and_whole_ones_are_done() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("ut.jsonl");
        std::fs::write(&path, "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\",\"te").unwrap();
        let (mut output, done) = Resumed::open(&path).unwrap().split();
        let held = ["a", "b", "c"].map(|id| done.holds(&article(id)));
        assert_eq!(held, [true, true, false]);
        output.print(b"{\"id\":\"c\"}\n").unwrap();
        output.finish().unwrap();
        assert_eq!(
            std::fs::read(&path).unwrap(),
            b"{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"c\"}\n"
        );
    }

    #[test]
    fn another_file_is_left_as_it_is() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("brev.txt");
        std::fs::write(&path, "{\"id\":\"a\"}\nHei\nDu").unwrap();
        let error = Resumed::open(&path).err().unwrap().to_string();
        assert!(error.contains("line 2: no result"), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), b"{\"id\":\"a\"}\nHei\nDu");
    }
}
