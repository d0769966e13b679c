//! Articles of a stretch of time: `--since` and `--until`.

use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Result, bail, ensure};
use notis::Article;

use crate::global_options::GlobalOptions;

/// The first and the last date of the articles that are wanted.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Dates {
    /// Only articles of this date or later: 2026, 2026-11 or 2026-11-28
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<String>,
    /// Only articles of this date or earlier; of a month or a year, to its end
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<String>,
    /// Articles whose date is not known, or not known well enough.
    #[arg(skip)]
    undated: AtomicUsize,
    /// Articles of these dates.
    #[arg(skip)]
    held: AtomicUsize,
}

impl Dates {
    /// Refuses a stretch of time that ends before it begins.
    pub(crate) fn check(&self) -> Result<()> {
        if let (Some(since), Some(until)) = (&self.since, &self.until) {
            let shared = since.len().min(until.len());
            ensure!(
                since[..shared] <= until[..shared],
                "no date is of {since} or later and of {until} or earlier; swap --since and --until"
            );
        }
        Ok(())
    }

    /// Whether an article is of these dates. One whose date does not tell is not, and is counted.
    pub(crate) fn hold(&self, article: &Article) -> bool {
        if self.are_all() {
            return true;
        }
        let held = article.date.as_deref().and_then(|date| self.hold_date(date));
        match held {
            None => self.undated.fetch_add(1, Ordering::Relaxed),
            Some(held) => self.held.fetch_add(usize::from(held), Ordering::Relaxed),
        };
        held.unwrap_or(false)
    }

    fn are_all(&self) -> bool {
        self.since.is_none() && self.until.is_none()
    }

    /// Whether a date is one of them; `None` where it is given in less detail than that takes.
    fn hold_date(&self, date: &str) -> Option<bool> {
        let since = self
            .since
            .as_deref()
            .map(|since| Some(date.get(..since.len())? >= since));
        let until = self
            .until
            .as_deref()
            .map(|until| Some(date.get(..until.len())? <= until));
        let [since, until] = [since, until].map(|side| side.unwrap_or(Some(true)));
        Some(since? && until?)
    }

    /// Says when all has been read what was left out, and whether anything was not.
    pub(crate) fn close(&self, options: &GlobalOptions) -> Result<()> {
        let [undated, held] = [&self.undated, &self.held].map(|count| count.load(Ordering::Relaxed));
        if undated > 0 {
            options.remark(format_args!(
                "{undated} articles without a date that tells are left out (--since, --until)"
            ));
        }
        if held == 0 && !self.are_all() {
            let none = "no article is of the dates of --since and --until";
            if options.fail_if_empty {
                bail!("{none}");
            }
            options.remark(none);
        }
        Ok(())
    }
}

/// A date as it is given: a year, a month, or a day.
fn date(given: &str) -> Result<String, String> {
    let parts: Vec<&str> = given.split('-').collect();
    let sized = parts.iter().zip([4, 2, 2]).all(|(part, len)| part.len() == len);
    let number = |part: &&str| part.parse::<u8>().ok();
    let within = |at: usize, most: u8| {
        parts
            .get(at)
            .is_none_or(|part| number(part).is_some_and(|n| (1..=most).contains(&n)))
    };
    let digits = given.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if digits && sized && parts.len() <= 3 && within(1, 12) && within(2, 31) {
        Ok(given.to_owned())
    } else {
        Err("give a date as 2026, 2026-11 or 2026-11-28".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(since: Option<&str>, until: Option<&str>) -> Dates {
        Dates {
            since: since.map(str::to_owned),
            until: until.map(str::to_owned),
            ..Dates::default()
        }
    }

    #[test]
    fn both_ends_are_within() {
        let may = dates(Some("2026-05"), Some("2026-05"));
        assert_eq!(may.hold_date("2026-05-01"), Some(true));
        assert_eq!(may.hold_date("2026-05"), Some(true));
        assert_eq!(may.hold_date("2026-06-01"), Some(false));
        assert_eq!(
            dates(Some("2026-05-02"), None).hold_date("2026-05"),
            None,
            "which day is not told"
        );
        assert_eq!(
            dates(None, Some("2026")).hold_date("2026-12-31T23:59"),
            Some(true)
        );
    }

    #[test]
    fn a_stretch_that_ends_before_it_begins_is_refused() {
        assert!(dates(Some("2026-05-02"), Some("2026-05")).check().is_ok());
        assert!(dates(Some("2026"), Some("2026-01-01")).check().is_ok());
        let error = dates(Some("2026-06"), Some("2026-05-30")).check().unwrap_err();
        assert!(error.to_string().contains("swap"), "{error}");
    }

    #[test]
    fn only_dates_are_taken() {
        for given in ["2026", "2026-11", "2026-11-28"] {
            assert_eq!(date(given).as_deref(), Ok(given));
        }
        for given in [
            "",
            "26-11",
            "2026-13",
            "2026-11-40",
            "2026-11-28-1",
            "i går",
            "2026/11",
        ] {
            assert!(date(given).is_err(), "{given}");
        }
    }
}
