//! The two sides of a comparison: periods or sources.

use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::calendar::first_day;
use crate::discover::About;

/// One side of a comparison: a period (`2025`, `2025-03`, `2025-01..2025-06`) or a source by its name.
///
/// ```
/// let side: notis::Side = "2025-01..2025-06".parse()?;
/// assert_eq!(side.to_string(), "2025-01..2025-06");
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    written: String,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// From the first date to the last, each as exact as it was written.
    Period(String, String),
    Source,
}

impl FromStr for Side {
    type Err = Error;

    fn from_str(written: &str) -> Result<Self, Error> {
        let (first, last) = written.split_once("..").unwrap_or((written, written));
        let are_dates = first_day(first).is_some() && first_day(last).is_some();
        if written.trim().is_empty() || (are_dates && first > last) {
            let text = format!(
                "«{written}» is no side of a comparison; give a period such as 2025-01..2025-06, or a source"
            );
            return Err(Error::Options(text));
        }
        let kind = if are_dates {
            Kind::Period(first.to_owned(), last.to_owned())
        } else {
            Kind::Source
        };
        Ok(Side {
            written: written.to_owned(),
            kind,
        })
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Side {
    /// Whether an article is of this side.
    pub(crate) fn holds(&self, about: &About) -> bool {
        match &self.kind {
            Kind::Source => about.source.as_deref() == Some(self.written.as_str()),
            Kind::Period(first, last) => about.date.as_deref().is_some_and(|date| {
                date >= first.as_str() && date.get(..last.len()).unwrap_or(date) <= last.as_str()
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(date: &str, source: &str) -> About {
        About {
            id: String::new(),
            title: String::new(),
            date: Some(date.to_owned()),
            source: Some(source.to_owned()),
            link: None,
            language: notis_text::Language::Bokmal,
            label: None,
        }
    }

    #[test]
    fn a_period_holds_its_last_day() {
        let side: Side = "2025-01..2025-06".parse().unwrap();
        assert!(side.holds(&about("2025-06-30", "a")) && side.holds(&about("2025-01", "a")));
        assert!(!side.holds(&about("2025-07-01", "a")) && !side.holds(&about("2024-12-31", "a")));
        let year: Side = "2024".parse().unwrap();
        assert!(year.holds(&about("2024-12-31", "a")));
    }

    #[test]
    fn what_is_no_date_is_a_source() {
        let side: Side = "Avisa Nordland".parse().unwrap();
        assert!(side.holds(&about("2024-01-01", "Avisa Nordland")));
        assert!("".parse::<Side>().is_err() && "2025..2024".parse::<Side>().is_err());
    }
}
