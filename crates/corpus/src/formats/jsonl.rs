//! `.jsonl`: one JSON object a line.

use std::io::{BufRead, Read};

use super::record::Objects;
use super::{Reader, Records};
use crate::decode::{Bytes, failure};
use crate::input::Input;
use crate::limits::PASSED_OVER;
use crate::{Article, Error, Place, ReadOptions, Size, detect};

/// Reads JSON Lines.
pub(crate) struct Jsonl;

impl Reader for Jsonl {
    fn endings(&self) -> &'static [&'static str] {
        &["jsonl", "ndjson"]
    }

    /// A first line that is an object by itself, or that the next line does not go on with.
    fn sniff(&self, head: &[u8]) -> bool {
        let head = head.trim_ascii_start();
        if !head.starts_with(b"{") || !detect::is_json(head) {
            return false;
        }
        let end = head.iter().position(|&b| b == b'\n');
        let Some(end) = end else { return true };
        detect::is_object(&head[..end]) || head[end..].trim_ascii_start().starts_with(b"{")
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        Ok(Box::new(Lines::new(input, options)))
    }
}

/// The articles of a JSONL file, a line at a time.
struct Lines {
    bytes: Bytes,
    file: String,
    name: String,
    objects: Objects,
    limit: Size,
    line: Vec<u8>,
    number: u64,
    failed: bool,
}

impl Lines {
    fn new(input: Input, options: &ReadOptions) -> Self {
        Lines {
            bytes: input.bytes,
            file: input.file,
            name: input.name,
            objects: Objects::new(options),
            limit: options.max_article,
            line: Vec::new(),
            number: 0,
            failed: false,
        }
    }

    /// Reads the next line that is not blank; false at the end.
    fn advance(&mut self) -> Result<bool, Error> {
        loop {
            self.line.clear();
            self.number += 1;
            if self.read_line(self.limit.bytes() + 1)? == 0 {
                return Ok(false);
            }
            if self.line.len() as u64 > self.limit.bytes() && self.line.last() != Some(&b'\n') {
                self.pass_over()?;
                return Err(Error::too_long(self.place(), "article", self.limit));
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    /// Appends to the line what is left of it, up to `most` bytes.
    fn read_line(&mut self, most: u64) -> Result<usize, Error> {
        let mut rest = (&mut self.bytes).take(most);
        let read = rest.read_until(b'\n', &mut self.line);
        read.map_err(|e| self.fail(|place| failure(place, e)))
    }

    /// Goes on to the end of a line that is too long.
    fn pass_over(&mut self) -> Result<(), Error> {
        for _ in 0..PASSED_OVER {
            self.line.clear();
            if self.read_line(self.limit.bytes())? == 0 || self.line.last() == Some(&b'\n') {
                return Ok(());
            }
        }
        Err(self.fail(|place| Error::Endless { place }))
    }

    /// An error after which nothing can be read.
    fn fail(&mut self, error: impl FnOnce(Place) -> Error) -> Error {
        self.failed = true;
        error(self.place())
    }

    fn place(&self) -> Place {
        Place::line(&self.file, self.number)
    }

    fn parse(&self) -> Result<Article, Error> {
        let line = std::str::from_utf8(&self.line).map_err(|e| Error::NotUtf8 {
            place: self.place(),
            byte: e.valid_up_to(),
        })?;
        let id = || format!("{}:{}", self.name, self.number);
        let article = self.objects.article(line.trim_end(), &self.place(), id)?;
        Ok(article.labelled_at(|| self.place()))
    }
}

impl Iterator for Lines {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.failed {
            return None;
        }
        match self.advance() {
            Ok(true) => Some(self.parse()),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read_from(bytes: Bytes, options: &ReadOptions) -> Vec<Result<Article, Error>> {
        let input = Input::of_bytes(bytes, "mappe/saker.jsonl".into(), "saker.jsonl", options);
        Jsonl.open(input.unwrap(), options).unwrap().collect()
    }

    fn read(text: &[u8], options: &ReadOptions) -> Vec<Result<Article, Error>> {
        read_from(Box::new(Cursor::new(text.to_vec())), options)
    }

    fn plain(text: &str) -> Vec<Result<Article, Error>> {
        read(text.as_bytes(), &ReadOptions::default())
    }

    #[test]
    fn a_record_without_id_goes_by_its_line() {
        let read =
            plain("{\"text\":\"Sol\"}\r\n\n{\"id\":12,\"text\":\"Regn\"}\n{\"id\":\"\",\"text\":\"\"}");
        let ids: Vec<_> = read.into_iter().map(|a| a.unwrap().id).collect();
        assert_eq!(ids, ["saker.jsonl:1", "12", "saker.jsonl:4"]);
    }

    #[test]
    fn no_labels_is_unlabelled_and_an_empty_list_is_about_none() {
        let read =
            plain("{\"text\":\"a\"}\n{\"text\":\"b\",\"labels\":null}\n{\"text\":\"c\",\"labels\":[]}");
        let labels: Vec<_> = read.into_iter().map(|a| a.unwrap().labels).collect();
        assert_eq!(labels, [None, None, Some(vec![])]);
    }

    #[test]
    fn a_line_cut_short_is_broken_at_its_last_column() {
        let error = read(b"{\"id\": 1\n", &ReadOptions::default())
            .remove(0)
            .unwrap_err();
        assert!(
            error.to_string().contains("line 1: broken JSON at column 8"),
            "{error}"
        );
    }

    #[test]
    fn a_broken_line_is_named_and_the_next_one_is_read() {
        let read = plain("{\"text\":\"a\"}\n{\"text\": ,}\n[1]\n{\"id\":\"x\"}\n{\"text\":\"b\"}");
        assert!(
            read[1]
                .as_ref()
                .unwrap_err()
                .to_string()
                .contains("line 2: broken JSON at column 10")
        );
        assert!(
            read[2]
                .as_ref()
                .unwrap_err()
                .to_string()
                .contains("expected an object")
        );
        assert!(
            read[3]
                .as_ref()
                .unwrap_err()
                .to_string()
                .contains("missing field `text`")
        );
        assert_eq!(read[4].as_ref().unwrap().text, "b");
    }

    #[test]
    fn bad_utf8_is_named_by_its_line() {
        let read = read(
            b"{\"text\":\"a\"}\n{\"text\":\"bl\xe5\"}\n",
            &ReadOptions::default(),
        );
        let error = read[1].as_ref().unwrap_err();
        assert!(matches!(error, Error::NotUtf8 { byte: 11, .. }), "{error}");
    }

    #[test]
    fn a_line_that_is_too_long_is_named_and_the_next_one_is_read() {
        let options = ReadOptions {
            max_article: Size::new(40),
            ..ReadOptions::default()
        };
        let long = format!("{{\"text\":\"{}\"}}\n{{\"text\":\"b\"}}\n", "a".repeat(99));
        let read = read(long.as_bytes(), &options);
        let error = read[0].as_ref().unwrap_err().to_string();
        assert!(error.contains("line 1: article of more than 40 B"), "{error}");
        assert!(error.contains("allow longer articles"), "{error}");
        assert_eq!(read[1].as_ref().unwrap().text, "b");
    }

    #[test]
    fn a_line_without_an_end_is_given_up() {
        let options = ReadOptions {
            max_article: Size::new(1000),
            ..ReadOptions::default()
        };
        let endless = std::io::BufReader::new(std::io::repeat(b'a'));
        let read = read_from(Box::new(endless), &options);
        assert_eq!(read.len(), 1);
        assert!(read[0].as_ref().unwrap_err().loses_rest());
    }
}
