//! `.txt`: one article a file, with an optional ` date YYYY-MM` or ` date YYYY-MM-DD` head.

use super::{Reader, Records};
use crate::input::Input;
use crate::{Article, Error, ReadOptions, decode};

/// Reads text files.
pub(crate) struct Txt;

impl Reader for Txt {
    fn endings(&self) -> &'static [&'static str] {
        &["txt"]
    }

    /// Anything may be prose: only a name says so.
    fn sniff(&self, _: &[u8]) -> bool {
        false
    }

    fn whole_file(&self) -> bool {
        true
    }

    fn open(&self, mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let place = input.place();
        let text = decode::text(input.read_whole(options)?, &place)?;
        if text.trim().is_empty() {
            return Err(Error::EmptyFile { place });
        }
        let article = article(input.article, text);
        Ok(Box::new(std::iter::once(Ok(article))))
    }
}

/// The article that `text` is; the text is kept whole, head and all.
pub(crate) fn article(id: String, text: String) -> Article {
    let (date, rest) = split_date_head(&text);
    Article {
        id,
        title: title(rest).map(str::to_owned),
        date: date.map(str::to_owned),
        text,
        ..Article::default()
    }
}

/// The date of the head, and what follows it.
fn split_date_head(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text.trim_start().strip_prefix("date ") else {
        return (None, text);
    };
    let date = rest.split_whitespace().next().unwrap_or_default();
    if !is_date(date) {
        return (None, text);
    }
    let at = rest.find(date).unwrap_or_default() + date.len();
    (Some(date), &rest[at..])
}

/// Whether it is `YYYY-MM` or `YYYY-MM-DD`.
fn is_date(word: &str) -> bool {
    let parts: Vec<_> = word.split('-').collect();
    let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    match parts[..] {
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}

/// The first line, where it has no end mark and an empty line follows.
fn title(text: &str) -> Option<&str> {
    let mut lines = text.trim_start().lines();
    let first = lines.next()?.trim();
    let alone = lines.next().is_some_and(|second| second.trim().is_empty());
    (alone && lines.next().is_some() && !ends_a_sentence(first)).then_some(first)
}

fn ends_a_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '\'', '»', '”', '’', ')', ']'])
        .ends_with(['.', '!', '?', '…', ':', ';', ','])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_gives_the_date_and_stays_in_the_text() {
        let text = " date 2019-03-01 Ferja ligg ved kai.\n\nHo skal ut att.";
        let read = article("ferje".into(), text.into());
        assert_eq!(read.date.as_deref(), Some("2019-03-01"));
        assert_eq!(read.text, text);
        assert_eq!(read.title, None);
    }

    #[test]
    fn a_first_line_without_end_mark_before_an_empty_line_is_the_title() {
        let read = article(
            "a".into(),
            " date 2019-03 Ferja står\r\n\r\nHo ligg ved kai.\r\n".into(),
        );
        assert_eq!(read.title.as_deref(), Some("Ferja står"));
        let none = [
            "Ferja står\nHo ligg ved kai.",
            "Ferja står",
            "Står ferja?\n\nJa.",
            "– Vi ventar.»\n\nJa.",
            "",
        ];
        for text in none {
            assert_eq!(article("a".into(), text.into()).title, None, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_head_is_text() {
        for text in ["date 19-03 er feil", "dato 2019-03 her", "date", "date 2019-3"] {
            assert_eq!(article("a".into(), text.into()).date, None);
        }
    }
}
