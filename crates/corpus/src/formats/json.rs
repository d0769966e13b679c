//! `.json`: articles in an array, or one after the other, each over as many lines as it likes.

use std::collections::VecDeque;
use std::io::BufRead;

use super::record::Objects;
use super::{Reader, Records};
use crate::decode::{Bytes, failure};
use crate::input::Input;
use crate::limits::PASSED_OVER;
use crate::{Article, Error, Place, ReadOptions, Size, detect};

/// Reads JSON documents.
pub(crate) struct Json;

impl Reader for Json {
    fn endings(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        detect::is_json(head)
    }

    fn open(&self, input: Input, options: &ReadOptions) -> Result<Records, Error> {
        Ok(Box::new(Documents {
            name: input.name.clone(),
            values: Values::new(input, options.max_article),
            objects: Objects::new(options),
            ready: VecDeque::new(),
        }))
    }
}

/// The articles of a JSON file, an object at a time.
struct Documents {
    values: Values,
    objects: Objects,
    name: String,
    ready: VecDeque<Result<Article, Error>>,
}

impl Documents {
    fn read(&mut self, value: &Value) {
        let place = Place::line(&self.values.file, value.line);
        let article = match std::str::from_utf8(&value.json) {
            Ok(json) => {
                let id = || format!("{}:{}", self.name, value.line);
                self.objects.article(json, &place, id)
            }
            Err(e) => Err(Error::NotUtf8 {
                place,
                byte: e.valid_up_to(),
            }),
        };
        self.ready.push_back(article);
    }
}

impl Iterator for Documents {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while self.ready.is_empty() {
            match self.values.next()? {
                Ok(value) => self.read(&value),
                Err(error) => return Some(Err(error)),
            }
        }
        self.ready.pop_front()
    }
}

/// One value and the line it starts on.
struct Value {
    json: Vec<u8>,
    line: u64,
}

/// The values of a JSON file: the elements of a top-level array, or values one after the other. They are only cut
/// apart here, by brackets and quotes, so that one that is broken inside does not hide the next.
struct Values {
    bytes: Bytes,
    file: String,
    limit: Size,
    line: u64,
    in_array: bool,
    begun: bool,
    done: bool,
}

impl Values {
    fn new(input: Input, limit: Size) -> Self {
        Values {
            bytes: input.bytes,
            file: input.file,
            limit,
            line: 1,
            in_array: false,
            begun: false,
            done: false,
        }
    }

    fn place(&self) -> Place {
        Place::line(&self.file, self.line)
    }

    fn peek(&mut self) -> Result<Option<u8>, Error> {
        let read = self.bytes.fill_buf().map(|buffer| buffer.first().copied());
        read.map_err(|e| failure(Place::line(&self.file, self.line), e))
    }

    fn take(&mut self, byte: u8) {
        self.line += u64::from(byte == b'\n');
        self.bytes.consume(1);
    }

    /// Goes on to the first byte of the next value; `None` at the end.
    fn find_value(&mut self) -> Result<Option<u8>, Error> {
        while let Some(byte) = self.peek()? {
            match byte {
                b'[' if !self.begun => self.in_array = true,
                b']' if self.in_array => self.in_array = false,
                b',' | b' ' | b'\t' | b'\r' | b'\n' => {}
                _ => {
                    self.begun = true;
                    return Ok(Some(byte));
                }
            }
            self.begun |= byte == b'[';
            self.take(byte);
        }
        match self.in_array {
            true => Err(self.cut_short()),
            false => Ok(None),
        }
    }

    fn cut_short(&self) -> Error {
        Error::Damaged {
            place: self.place(),
            reason: "the file ends in the middle of its JSON".into(),
        }
    }

    fn value(&mut self) -> Result<Option<Value>, Error> {
        if self.find_value()?.is_none() {
            return Ok(None);
        }
        let (start, mut shape) = (self.place(), Shape::default());
        let mut value = Value {
            json: Vec::new(),
            line: self.line,
        };
        let (limit, mut length) = (self.limit.bytes(), 0);
        while let Some(byte) = self.peek()? {
            if length > 0 && shape.ends_before(byte) {
                break;
            }
            self.take(byte);
            length += 1;
            if length <= limit {
                value.json.push(byte);
            } else if length > limit * PASSED_OVER {
                return Err(Error::Endless { place: start });
            }
            if shape.ends_with(byte) {
                break;
            }
        }
        match shape.is_open() {
            true => Err(self.cut_short()),
            false if length > limit => Err(Error::too_long(start, "article", self.limit)),
            false => Ok(Some(value)),
        }
    }
}

impl Iterator for Values {
    type Item = Result<Value, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let value = self.value().transpose();
        self.done = match &value {
            None => true,
            Some(Err(error)) => !matches!(error, Error::TooLong { .. }),
            Some(Ok(_)) => false,
        };
        value
    }
}

/// How deep a value is open as its bytes pass.
#[derive(Default)]
struct Shape {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Shape {
    fn is_open(&self) -> bool {
        self.depth > 0 || self.in_text
    }

    /// Whether `byte` stands after a bare word or number.
    fn ends_before(&self, byte: u8) -> bool {
        !self.is_open() && matches!(byte, b',' | b']' | b' ' | b'\t' | b'\r' | b'\n')
    }

    /// Takes in `byte`; whether the value ends with it.
    fn ends_with(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = self.in_text,
            b'"' => self.in_text = !self.in_text,
            _ if self.in_text => return false,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => return false,
        }
        matches!(byte, b'}' | b']' | b'"') && !self.is_open()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read_within(text: &str, max_article: Size) -> Vec<Result<Article, Error>> {
        let options = ReadOptions {
            max_article,
            ..ReadOptions::default()
        };
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        let input = Input::of_bytes(bytes, "saker.json".into(), "saker.json", &options);
        Json.open(input.unwrap(), &options).unwrap().collect()
    }

    fn read(text: &str) -> Vec<Result<Article, Error>> {
        read_within(text, Size::ARTICLE)
    }

    fn texts(text: &str) -> Vec<String> {
        read(text).into_iter().map(|a| a.unwrap().text).collect()
    }

    #[test]
    fn an_array_a_row_of_objects_and_one_alone_are_all_read() {
        assert_eq!(
            texts("[{\"text\":\"a\"},\n {\"text\": \"]}\\\"\"}]\n"),
            ["a", "]}\""]
        );
        assert_eq!(texts("{\n \"text\": \"a\"\n}\n{\"text\":\"b\"} "), ["a", "b"]);
        assert_eq!(texts("[]"), Vec::<String>::new());
        assert!(read("{}]").iter().all(Result::is_err));
    }

    #[test]
    fn articles_without_an_id_go_by_the_line_they_start_on() {
        let ids: Vec<_> = read("[\n{\"text\":\"a\"},\n\n{\"text\":\"b\"}]")
            .into_iter()
            .map(|a| a.unwrap().id)
            .collect();
        assert_eq!(ids, ["saker.json:2", "saker.json:4"]);
    }

    #[test]
    fn one_that_is_no_article_is_named_and_the_next_one_is_read() {
        let read = read("[{\"text\":\"a\"}, 7, {\"txt\":{}},\n{\"text\": ,}, {\"text\":\"b\"}]");
        for (item, said) in [
            (1, "an object"),
            (2, "missing field `text`"),
            (3, "line 2: broken JSON"),
        ] {
            let error = read[item].as_ref().unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
        assert_eq!(read[4].as_ref().unwrap().text, "b");
    }

    #[test]
    fn a_file_cut_short_or_with_an_endless_value_is_an_error() {
        for cut in ["[{\"text\":\"a\"},", "[{\"text\":\"a\"},{\"te", "{\"text\":\"a\""] {
            assert!(read(cut).last().unwrap().is_err(), "{cut}");
        }
        let long = format!("[{{\"text\":\"{}\"}},{{\"text\":\"b\"}}]", "a".repeat(99));
        let read = read_within(&long, Size::new(50));
        let error = read[0].as_ref().unwrap_err();
        assert!(error.to_string().contains("allow longer articles"), "{error}");
        assert_eq!(read[1].as_ref().unwrap().text, "b");
        let endless = read_within(&long, Size::new(1));
        assert!(endless[0].as_ref().unwrap_err().loses_rest());
    }
}
