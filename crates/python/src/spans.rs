//! Byte offsets, as the library counts, to the character offsets by which Python slices.

use notis::Article;
use notis::output::json_line;
use serde::Serialize;
use serde_json::{Map, Value};

/// At which character each byte of a text stands.
pub(crate) struct Characters(Vec<usize>);

impl Characters {
    pub(crate) fn of(text: &str) -> Self {
        let is_first = |byte: u8| byte & 0b1100_0000 != 0b1000_0000;
        let mut before = 0;
        let mut at: Vec<usize> = Vec::with_capacity(text.len() + 1);
        for byte in text.bytes() {
            before += usize::from(is_first(byte));
            at.push(before - 1);
        }
        at.push(before);
        Characters(at)
    }

    /// The character at a byte offset; that after the last, where there is no such byte.
    pub(crate) fn at(&self, byte: usize) -> usize {
        self.0.get(byte).or(self.0.last()).copied().unwrap_or_default()
    }
}

/// The characters of an article: of its text, and of the title beside it.
struct Places {
    text: Characters,
    title: Characters,
}

impl Places {
    fn of(article: &Article) -> Self {
        Places {
            text: Characters::of(&article.text),
            title: Characters::of(article.title.as_deref().unwrap_or_default()),
        }
    }

    fn turn(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.turn(item)),
            Value::Object(fields) => {
                let in_title = fields.get("field").is_some_and(|field| field == "title");
                turn_ends(if in_title { &self.title } else { &self.text }, fields);
                fields.values_mut().for_each(|field| self.turn(field));
            }
            _ => {}
        }
    }
}

fn turn_ends(characters: &Characters, fields: &mut Map<String, Value>) {
    for end in ["start", "end"] {
        if let Some(offset) = fields.get_mut(end)
            && let Some(byte) = offset.as_u64()
        {
            *offset = characters.at(byte as usize).into();
        }
    }
}

/// What the library says of an article as a line of JSON, its offsets turned into those of characters.
///
/// # Errors
/// As [`json_line`].
pub(crate) fn told(answer: &impl Serialize, article: &Article) -> Result<Value, notis::Error> {
    let mut value = parsed(answer)?;
    Places::of(article).turn(&mut value);
    Ok(value)
}

/// The same of a group's digest, each of whose sentences is of the article that its `id` names.
pub(crate) fn told_of_group<'a>(
    answer: &impl Serialize,
    article: impl Fn(&str) -> Option<&'a Article>,
) -> Result<Value, notis::Error> {
    let mut value = parsed(answer)?;
    let sentences = value.get_mut("sentences").and_then(Value::as_array_mut);
    for sentence in sentences.into_iter().flatten() {
        let of = sentence.get("id").and_then(Value::as_str).and_then(&article);
        if let Some(article) = of {
            Places::of(article).turn(sentence);
        }
    }
    Ok(value)
}

/// By way of JSON, so that numbers read as the command line prints them: 0.9, not 0.8999999761581421.
pub(crate) fn parsed(answer: &impl Serialize) -> Result<Value, notis::Error> {
    let line = json_line(answer)?;
    Ok(serde_json::from_slice(&line).unwrap_or_else(|error| unreachable!("a line of JSON is JSON: {error}")))
}
