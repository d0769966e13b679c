//! Articles on their way into a model.

use notis_corpus::{Article, Articles, Checker, Error};

use crate::everywhere::Everywhere;
use crate::failure::remark;

/// Articles without the bad records, where these are to be passed over.
pub(crate) struct Sifted<'a> {
    articles: Option<Articles>,
    everywhere: &'a Everywhere,
}

impl<'a> Sifted<'a> {
    /// Nothing to read where there are no articles.
    pub(crate) fn new(articles: Option<Articles>, everywhere: &'a Everywhere) -> Self {
        Sifted { articles, everywhere }
    }
}

impl Iterator for Sifted<'_> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.articles.as_mut()?.next() {
                Some(Err(bad)) if self.everywhere.skip_bad => remark(format_args!("passed over: {bad}")),
                item => return item,
            }
        }
    }
}

/// The articles of a corpus, looked at as they pass; what is odd about them is told when all have been read, which is
/// before anything is learned.
pub(crate) struct Checked<'a> {
    articles: Sifted<'a>,
    checker: Option<Checker>,
}

impl<'a> Checked<'a> {
    pub(crate) fn new(articles: Sifted<'a>) -> Self {
        Checked {
            articles,
            checker: Some(Checker::default()),
        }
    }
}

impl Iterator for Checked<'_> {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.articles.next();
        match &item {
            Some(Ok(article)) => self.checker.iter_mut().for_each(|checker| checker.see(article)),
            Some(Err(_)) => {}
            None => {
                let findings = self.checker.take().map(|checker| checker.findings());
                let findings = findings.into_iter().flatten();
                findings.for_each(|finding| self.articles.everywhere.remark(finding));
            }
        }
        item
    }
}
