//! Articles without the bad records, where these are to be passed over.

use notis::{Article, Error};

use crate::failure::remark;
use crate::global_options::GlobalOptions;

/// Articles on their way into the work of a verb; under `--skip-bad` bad records are told of and left out.
pub(crate) struct Sifted<I> {
    articles: I,
    skip_bad: bool,
}

impl<I> Sifted<I> {
    pub(crate) fn new(articles: I, options: &GlobalOptions) -> Self {
        Sifted {
            articles,
            skip_bad: options.skip_bad,
        }
    }
}

impl<I: Iterator<Item = Result<Article, Error>>> Iterator for Sifted<I> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.articles.next() {
                Some(Err(bad)) if self.skip_bad && bad.is_bad_record() => {
                    remark(format_args!("passed over: {bad}"));
                }
                item => return item,
            }
        }
    }
}
