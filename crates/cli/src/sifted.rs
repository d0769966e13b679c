//! Articles without the bad records, where these are to be passed over.

use notis::{Article, Error};

use crate::failure::remark;
use crate::global_options::GlobalOptions;

/// Articles on their way into the work of a verb. Under `--skip-bad` bad records are told of and left out; where all are
/// bad, that is an error all the same.
pub(crate) struct Sifted<'a, I> {
    articles: I,
    options: &'a GlobalOptions,
    /// Whether an input without an article is fine.
    may_be_empty: bool,
    good: u64,
    bad: u64,
}

impl<'a, I> Sifted<'a, I> {
    /// Articles to learn from: every input must hold some.
    pub(crate) fn new(articles: I, options: &'a GlobalOptions) -> Self {
        Sifted {
            articles,
            options,
            may_be_empty: false,
            good: 0,
            bad: 0,
        }
    }

    /// Articles as they come: an input without one is worth a remark, unless `--fail-if-empty` says otherwise.
    pub(crate) fn maybe_none(self) -> Self {
        Sifted {
            may_be_empty: !self.options.fail_if_empty,
            ..self
        }
    }

    /// Whether a record is told of and passed over.
    fn passes_over(&mut self, bad: &Error) -> bool {
        if self.may_be_empty && matches!(bad, Error::EmptyInput(_)) {
            self.options.remark(format_args!("nothing to read: {bad}"));
            return true;
        }
        let passes = self.options.skip_bad && bad.is_bad_record();
        if passes {
            self.bad += 1;
            // Told even to who wants it quiet: what is lost is no remark.
            remark(format_args!("passed over: {bad}"));
        }
        passes
    }

    /// What is wrong when all has been read: every record.
    fn all_bad(&mut self) -> Option<Error> {
        let bad = std::mem::take(&mut self.bad);
        (bad > 0 && self.good == 0).then(|| {
            Error::Options(format!(
                "nothing could be read: all records are bad ({bad}); see the remarks above"
            ))
        })
    }
}

impl<I: Iterator<Item = Result<Article, Error>>> Iterator for Sifted<'_, I> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.articles.next() {
                Some(Ok(article)) => {
                    self.good += 1;
                    return Some(Ok(article));
                }
                Some(Err(bad)) if self.passes_over(&bad) => {}
                Some(Err(bad)) => return Some(Err(bad)),
                None => return self.all_bad().map(Err),
            }
        }
    }
}
