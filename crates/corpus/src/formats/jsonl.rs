//! `.jsonl`: one JSON object a line.

use std::collections::BTreeMap;
use std::io::BufRead;

use serde::{Deserialize, Deserializer};
use serde_json::error::Category;

use super::once_each;
use crate::decode::{Bytes, failure};
use crate::{Article, Error, Place, ReadOptions};

/// The articles of a JSONL file, a line at a time.
pub(crate) struct Lines {
    bytes: Bytes,
    file: String,
    name: String,
    renames: Vec<(String, &'static str)>,
    line: Vec<u8>,
    number: u64,
    failed: bool,
}

impl Lines {
    /// `file` stands in errors, `name` in the ids of records without one.
    pub(crate) fn new(bytes: Bytes, file: &str, name: &str, options: &ReadOptions) -> Self {
        let renames = options.columns.iter();
        Lines {
            bytes,
            file: file.to_owned(),
            name: name.to_owned(),
            renames: renames.map(|c| (c.name.clone(), c.field.as_str())).collect(),
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
            let read = self.bytes.read_until(b'\n', &mut self.line);
            if read.map_err(|e| failure(self.place(), e))? == 0 {
                return Ok(false);
            }
            if !self.line.trim_ascii().is_empty() {
                return Ok(true);
            }
        }
    }

    fn place(&self) -> Place {
        Place::line(&self.file, self.number)
    }

    fn parse(&self) -> Result<Article, Error> {
        let line = std::str::from_utf8(&self.line).map_err(|e| Error::NotUtf8 {
            place: self.place(),
            byte: e.valid_up_to(),
        })?;
        let record = self.record(line.trim_end()).map_err(|e| self.explain(&e))?;
        Ok(record.into_article(|| format!("{}:{}", self.name, self.number)))
    }

    fn record(&self, line: &str) -> serde_json::Result<Record> {
        if self.renames.is_empty() {
            return serde_json::from_str(line);
        }
        let mut object: serde_json::Map<String, serde_json::Value> = serde_json::from_str(line)?;
        for (name, field) in &self.renames {
            if let Some(value) = object.remove(name) {
                object.insert((*field).to_owned(), value);
            }
        }
        serde_json::from_value(object.into())
    }

    fn explain(&self, error: &serde_json::Error) -> Error {
        let said = error.to_string();
        let reason = said.split(" at line ").next().unwrap_or_default().to_owned();
        let place = self.place();
        match error.classify() {
            Category::Data => Error::NotAnArticle { place, reason },
            _ => Error::BrokenJson {
                place,
                column: error.column(),
                reason,
            },
        }
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
            Err(error) => {
                self.failed = true;
                Some(Err(error))
            }
        }
    }
}

/// A line as it is written; fields that are not known are passed over.
#[derive(Deserialize)]
#[serde(expecting = "an object with \"id\" and \"text\"")]
struct Record {
    #[serde(default, deserialize_with = "text_or_number")]
    id: Option<String>,
    text: String,
    title: Option<String>,
    #[serde(default, deserialize_with = "text_or_number")]
    date: Option<String>,
    lang: Option<String>,
    source: Option<String>,
    labels: Option<Vec<String>>,
    mentions: Option<Vec<String>>,
    grades: Option<BTreeMap<String, u8>>,
    summaries_nb: Option<Vec<String>>,
    summaries_nn: Option<Vec<String>>,
}

impl Record {
    fn into_article(self, id: impl FnOnce() -> String) -> Article {
        Article {
            id: self.id.filter(|id| !id.is_empty()).unwrap_or_else(id),
            text: self.text,
            title: self.title.filter(|title| !title.trim().is_empty()),
            date: self.date,
            lang: self.lang,
            source: self.source,
            labels: self.labels.map(once_each),
            mentions: once_each(self.mentions.unwrap_or_default()),
            grades: self.grades.unwrap_or_default(),
            summaries_nb: self.summaries_nb.unwrap_or_default(),
            summaries_nn: self.summaries_nn.unwrap_or_default(),
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "a text or a number")]
enum TextOrNumber {
    Text(String),
    Number(serde_json::Number),
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::deserialize(deserializer)?.map(|value| match value {
        TextOrNumber::Text(text) => text,
        TextOrNumber::Number(number) => number.to_string(),
    }))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(text: &[u8], options: &ReadOptions) -> Vec<Result<Article, Error>> {
        let bytes = Box::new(Cursor::new(text.to_vec()));
        Lines::new(bytes, "mappe/saker.jsonl", "saker.jsonl", options).collect()
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
    fn other_names_are_mapped() {
        let options = ReadOptions {
            columns: vec!["text=brødtekst".parse().unwrap()],
            ..ReadOptions::default()
        };
        let read = read("{\"brødtekst\":\"Snø\",\"text\":1}".as_bytes(), &options);
        assert_eq!(read[0].as_ref().unwrap().text, "Snø");
    }
}
