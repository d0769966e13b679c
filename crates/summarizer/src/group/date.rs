//! Days, weeks and months of dates as articles bear them: `YYYY-MM-DD`, `YYYY-MM`, and what may follow a day.

use jiff::civil::Date;

/// A stretch of time that articles are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The day, or the date as it is given where it names none.
    Day,
    /// The ISO week, from Monday.
    Week,
    /// The month.
    Month,
}

impl Period {
    /// The name of the period that a date lies in, `2026-W48` or `2026-11`; nothing where the date does not tell.
    pub(super) fn of(self, date: &str) -> Option<String> {
        match self {
            Period::Day => (!date.is_empty()).then(|| date.get(..10).unwrap_or(date).to_owned()),
            Period::Week => {
                let week = parsed(date)?.iso_week_date();
                Some(format!("{:04}-W{:02}", week.year(), week.week()))
            }
            Period::Month => {
                let month = date.get(..7)?;
                let first = format!("{month}-01");
                first.parse::<Date>().ok().map(|_| month.to_owned())
            }
        }
    }
}

/// The day of a date, counted from a fixed day; `None` where no day is given or it is not a date.
pub(super) fn day(date: &str) -> Option<i64> {
    const START: Date = jiff::civil::date(1970, 1, 1);
    let since = parsed(date)?.since(START).ok()?;
    Some(i64::from(since.get_days()))
}

fn parsed(date: &str) -> Option<Date> {
    date.get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        let apart = |a, b| day(b).unwrap() - day(a).unwrap();
        assert_eq!(apart("2024-02-28", "2024-03-01"), 2);
        assert_eq!(apart("2023-02-28", "2023-03-01"), 1);
        assert_eq!(apart("2024-12-31", "2025-01-01T08:00"), 1);
        assert_eq!(apart("2000-01-01", "2001-01-01"), 366);
    }

    #[test]
    fn a_time_of_day_parts_no_group() {
        let of = |date| Period::Day.of(date);
        assert_eq!(of("2024-03-03T12:30:00+01:00").as_deref(), Some("2024-03-03"));
        assert_eq!(of("2024-03").as_deref(), Some("2024-03"));
        assert_eq!(of(""), None);
    }

    #[test]
    fn what_is_no_day_has_none() {
        assert_eq!(day("2024-05"), None);
        assert_eq!(day("i går kveld"), None);
        assert_eq!(day("2024-13-01"), None);
    }

    #[test]
    fn a_week_may_belong_to_the_year_before() {
        assert_eq!(Period::Week.of("2027-01-01").as_deref(), Some("2026-W53"));
        assert_eq!(Period::Week.of("2026-11-28").as_deref(), Some("2026-W48"));
        assert_eq!(Period::Week.of("2026-11"), None);
        assert_eq!(Period::Month.of("2026-11").as_deref(), Some("2026-11"));
        assert_eq!(Period::Month.of("2026-11-28").as_deref(), Some("2026-11"));
        assert_eq!(Period::Month.of("udatert"), None);
    }
}
