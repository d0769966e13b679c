//! What the form of the first page sends: a text, or a file.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;
use notis::{Article, ReadOptions};

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
    file: Option<(String, Vec<u8>)>,
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
                ("file", Some(file)) if !bytes.is_empty() => sent.file = Some((file, bytes.to_vec())),
                ("title", _) => sent.title = words(&bytes)?.trim().to_owned(),
                // A form sends line breaks as two characters.
                ("text", _) => sent.text = words(&bytes)?.replace("\r\n", "\n"),
                ("keep", _) => sent.keep = true,
                _ => {}
            }
        }
        Ok(sent)
    }

    /// Reads the file, or takes the text as an article.
    pub(super) fn articles(self) -> Result<Articles, Problem> {
        if let Some((name, bytes)) = self.file {
            return of_file(&name, &bytes);
        }
        let id = fingerprint(self.text.as_bytes());
        let article = Article {
            id,
            title: Some(self.title).filter(|title| !title.is_empty()),
            text: self.text,
            ..Article::default()
        };
        let is_empty = article.text.trim().is_empty();
        Ok(Articles {
            articles: (!is_empty).then_some(article).into_iter().collect(),
            bad: Vec::new(),
        })
    }
}

/// Reads a file as the command line would. Only the end of its name is used: it tells the form.
fn of_file(name: &str, bytes: &[u8]) -> Result<Articles, Problem> {
    let folder = tempfile::tempdir().map_err(unreadable)?;
    let file = folder.path().join(harmless(name));
    std::fs::write(&file, bytes).map_err(unreadable)?;
    let mut read = Articles::default();
    for article in notis::open(&[file], &ReadOptions::default())? {
        match article {
            Ok(article) => read.articles.push(article),
            Err(error) => read.bad.push(shown(&error, folder.path())),
        }
    }
    Ok(read)
}

/// An error without the folder that the caller knows nothing of.
fn shown(error: &notis::Error, folder: &std::path::Path) -> String {
    error.to_string().replace(&format!("{}/", folder.display()), "")
}

/// A name of letters, digits, dashes and dots that is a file of its folder.
fn harmless(name: &str) -> String {
    let is_harmless = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let name: String = name
        .chars()
        .map(|c| if is_harmless(c) { c } else { '_' })
        .collect();
    let end: Vec<char> = name.chars().rev().take(100).collect();
    let name: String = end.into_iter().rev().collect();
    format!("f{}", name.trim_start_matches('.'))
}

fn words(bytes: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(bytes).map_err(|_| Problem::bad("the text is not UTF-8; send the page again"))
}

fn unreadable(error: std::io::Error) -> Problem {
    tracing::error!(%error, "an uploaded file cannot be put down");
    Problem::fault()
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
    fn a_file_is_put_down_under_a_harmless_name() {
        assert_eq!(harmless("sak.txt"), "fsak.txt");
        assert_eq!(harmless("../../etc/passwd"), "f_.._etc_passwd");
        assert_eq!(harmless("a\0b\r\n/c.jsonl"), "fa_b___c.jsonl");
        assert!(harmless(&"å".repeat(500)).chars().count() <= 101);
    }
}
