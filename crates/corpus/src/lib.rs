//! Articles and labels: reading and writing them in every format notis knows, and checking a corpus.

mod article;

pub use article::Article;
