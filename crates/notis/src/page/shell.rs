//! The frame of a page: head, style, contents, sections.

use super::PageLanguage;
use super::html::{anchor, text};

/// The style of all pages.
const STYLE: &str = include_str!("style.css");

/// A page that grows section by section.
pub(crate) struct Shell {
    language: PageLanguage,
    title: String,
    contents: String,
    body: String,
}

impl Shell {
    pub(crate) fn new(language: PageLanguage, title: &str) -> Self {
        Shell {
            language,
            title: text(title),
            contents: String::new(),
            body: String::new(),
        }
    }

    /// Adds HTML that is in no section: what stands first.
    pub(crate) fn lead(&mut self, html: &str) {
        self.body.push_str(html);
    }

    /// Adds a section. `html` is what stands in it, `lead` a sentence that says what it shows.
    pub(crate) fn section(&mut self, heading: &str, lead: &str, html: &str) {
        let (anchor, heading) = (anchor("s", heading), text(heading));
        self.contents
            .push_str(&format!("<a href=\"#{anchor}\">{heading}</a>\n"));
        self.body.push_str(&format!(
            "<section id=\"{anchor}\"><h2>{heading}</h2>\n<p class=\"lead\">{}</p>\n{html}</section>\n",
            text(lead)
        ));
    }

    pub(crate) fn finish(self) -> String {
        let Shell {
            language,
            title,
            contents,
            body,
        } = self;
        let made = text(language.spoken().made_by);
        format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n\
             <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header><h1>{title}</h1>\n\
             <nav>\n{contents}</nav></header>\n<main>\n{body}</main>\n<footer>{made}</footer>\n</body>\n</html>\n",
            language.code()
        )
    }
}
