//! What the form of the first page sends: a text, and files.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use notis::{Article, Format, ReadOptions};

use crate::fingerprint::fingerprint;
use crate::problem::Problem;

/// Articles that are shown of a file.
pub(super) const SHOWN: usize = 20;

/// What was sent.
#[derive(Default)]
pub(super) struct Sent {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) keep: bool,
    files: Vec<(String, Vec<u8>)>,
}

/// The articles of what was sent.
#[derive(Default)]
pub(super) struct Articles {
    pub(super) articles: Vec<Article>,
    /// What could not be read.
    pub(super) bad: Vec<String>,
}

impl Sent {
    pub(super) async fn of(mut form: Multipart) -> Result<Self, Problem> {
        let mut sent = Sent::default();
        while let Some(field) = form.next_field().await? {
            let name = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().map(str::to_owned);
            let bytes = field.bytes().await?;
            match (name.as_str(), file) {
                ("file", Some(file)) if !bytes.is_empty() => sent.files.push((file, bytes.to_vec())),
                ("title", _) => sent.title = words(&bytes)?.trim().to_owned(),
                // A form sends line breaks as two characters.
                ("text", _) => sent.text = words(&bytes)?.replace("\r\n", "\n"),
                ("keep", _) => sent.keep = true,
                _ => {}
            }
        }
        Ok(sent)
    }

    /// The text as an article, then those of the files.
    pub(super) fn articles(self) -> Result<Articles, Problem> {
        let mut read = Articles::default();
        if !self.text.trim().is_empty() {
            let id = fingerprint(self.text.as_bytes());
            of_file("tekst.txt", self.text.into_bytes(), Some(Format::Txt), &mut read)?;
            let pasted = read.articles.iter_mut();
            pasted.for_each(|article| named(article, id.clone(), &self.title));
        }
        for (name, bytes) in self.files {
            of_file(&name, bytes, None, &mut read)?;
        }
        Ok(read)
    }
}

/// A text goes by a hash of it, and by the title that stands beside it.
fn named(article: &mut Article, id: String, title: &str) {
    article.id = id;
    if !title.is_empty() {
        article.title = Some(title.to_owned());
    }
}

/// Reads a file as the command line would. Its name tells the form, and with a hash of what it holds what the article goes
/// by: another file of that name is another article.
fn of_file(name: &str, bytes: Vec<u8>, format: Option<Format>, read: &mut Articles) -> Result<(), Problem> {
    let prefix = format!("{}-", fingerprint(&bytes));
    let options = ReadOptions {
        format,
        ..ReadOptions::default()
    };
    let name = format!("{prefix}{}", harmless(name));
    for article in notis::Articles::of_bytes(&name, bytes, &options)? {
        match article {
            Ok(article) => read.articles.push(article),
            // The caller knows the name alone.
            Err(error) => read.bad.push(error.to_string().replace(&prefix, "")),
        }
    }
    Ok(())
}

/// A name of letters, digits, dashes and dots.
fn harmless(name: &str) -> String {
    let is_harmless = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name: String = name
        .chars()
        .map(|c| if is_harmless(c) { c } else { '_' })
        .collect();
    let end: Vec<char> = name.chars().rev().take(100).collect();
    end.into_iter().rev().collect()
}

fn words(bytes: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(bytes).map_err(|_| Problem::bad("the text is not UTF-8; send the page again"))
}

impl From<MultipartError> for Problem {
    fn from(error: MultipartError) -> Self {
        Problem::new(error.status(), error.body_text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_goes_by_a_harmless_name() {
        assert_eq!(harmless("sak.txt"), "sak.txt");
        assert_eq!(harmless("../../etc/passwd"), ".._.._etc_passwd");
        assert_eq!(harmless("a\0b\r\n/c.jsonl"), "a_b___c.jsonl");
        assert!(harmless(&"å".repeat(500)).chars().count() <= 100);
    }

    #[test]
    fn a_text_and_all_files_are_read_and_files_of_one_name_are_told_apart() {
        let sent = Sent {
            title: "Flaum i Flåm".to_owned(),
            text: " date 2026-11-27\nElva steig i natt.".to_owned(),
            files: vec![
                ("sak.txt".to_owned(), b"Ferja st\xc3\xa5r.".to_vec()),
                ("sak.txt".to_owned(), "Ferja går.".into()),
                ("feil.jsonl".to_owned(), b"{\n".to_vec()),
            ],
            ..Sent::default()
        };
        let read = sent.articles().unwrap();
        assert_eq!(read.articles.len(), 3);
        let ids: std::collections::BTreeSet<_> = read.articles.iter().map(|article| &article.id).collect();
        assert_eq!(ids.len(), 3);
        assert_eq!(read.articles[0].title.as_deref(), Some("Flaum i Flåm"));
        assert_eq!(read.articles[0].date.as_deref(), Some("2026-11-27"));
        assert!(read.bad[0].starts_with("feil.jsonl, line 1"), "{:?}", read.bad);
    }
}
