//! Pages of one file: HTML with its style and its pictures inside, that needs no script, no network and no other file.
//!
//! [`svg`] draws the pictures, each with axes, units and words for those who cannot see it; [`html`] escapes what comes
//! from articles.

mod discovery;
mod html;
mod kinds;
mod report;
mod shell;
mod spoken;
mod svg;

pub use spoken::PageLanguage;

pub(crate) use shell::Shell;
pub(crate) use spoken::Spoken;
