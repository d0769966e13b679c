//! Dates of articles on an axis: weeks, months or years from the first to the last, none left out.

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;

/// What the axis is divided into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Week,
    Month,
    Year,
}

/// Steps of the axis at most, before the next coarser unit is taken: more cannot be told apart in a small picture.
const STEPS: i32 = 40;

/// The periods of some dates, in order.
#[derive(Clone, Debug)]
pub(crate) struct Axis {
    unit: Unit,
    /// `2026-W48`, `2026-11` or `2026`.
    pub(crate) periods: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Axis {
    /// An axis from the first to the last of these dates; those that are no dates, or too coarse for the unit, have no
    /// place on it.
    pub(crate) fn of<'a>(dates: impl Iterator<Item = &'a str> + Clone) -> Self {
        let days: Vec<Date> = dates.clone().filter_map(first_day).collect();
        let are_exact = dates
            .filter(|date| first_day(date).is_some())
            .all(|date| date.len() >= 10);
        let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else {
            return Axis::from_first_to_last(Unit::Year, None);
        };
        let days = (last - first).get_days();
        let unit = if are_exact && days <= STEPS * 7 {
            Unit::Week
        } else if days <= STEPS * 31 {
            Unit::Month
        } else {
            Unit::Year
        };
        Axis::from_first_to_last(unit, Some((first, last)))
    }

    fn from_first_to_last(unit: Unit, ends: Option<(Date, Date)>) -> Self {
        let mut periods = Vec::new();
        if let Some((first, last)) = ends {
            let step = match unit {
                Unit::Week => 7.days(),
                Unit::Month => 1.month(),
                Unit::Year => 1.year(),
            };
            let mut day = unit.start(first);
            while day <= last {
                periods.push(unit.name(day));
                match day.checked_add(step) {
                    Ok(next) => day = next,
                    Err(_) => break,
                }
            }
        }
        let places = periods.iter().cloned().zip(0..).collect();
        Axis {
            unit,
            periods,
            places,
        }
    }

    /// The place of a date.
    pub(crate) fn place(&self, date: Option<&str>) -> Option<usize> {
        let day = date.and_then(first_day)?;
        self.places.get(&self.unit.name(day)).copied()
    }

    /// How many of these dates each period has.
    pub(crate) fn course<'a>(&self, dates: impl Iterator<Item = Option<&'a str>>) -> Vec<u64> {
        let mut course = vec![0; self.periods.len()];
        dates
            .filter_map(|date| self.place(date))
            .for_each(|place| course[place] += 1);
        course
    }
}

impl Unit {
    /// The first day of the period that a day lies in.
    fn start(self, day: Date) -> Date {
        match self {
            Unit::Week => {
                let back = i32::from(day.weekday().to_monday_zero_offset());
                day.checked_sub(back.days()).unwrap_or(day)
            }
            Unit::Month => day.first_of_month(),
            Unit::Year => day.first_of_year(),
        }
    }

    fn name(self, day: Date) -> String {
        match self {
            Unit::Week => {
                let week = day.iso_week_date();
                format!("{:04}-W{:02}", week.year(), week.week())
            }
            Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
            Unit::Year => format!("{:04}", day.year()),
        }
    }
}

/// The day of a date that may have a time, too.
pub(crate) fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// The first day that a date may mean: of `2026-11`, the first of November.
pub(crate) fn first_day(date: &str) -> Option<Date> {
    let text = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.get(..10)?.to_owned(),
    };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(dates: &[&str]) -> Axis {
        Axis::of(dates.iter().copied())
    }

    #[test]
    fn no_period_is_left_out() {
        let weeks = axis(&["2026-12-30", "2027-01-20"]);
        assert_eq!(weeks.periods, ["2026-W53", "2027-W01", "2027-W02", "2027-W03"]);
        assert_eq!(weeks.place(Some("2027-01-01")), Some(0));
        let months = axis(&["2025-11", "2026-02-03"]);
        assert_eq!(months.periods, ["2025-11", "2025-12", "2026-01", "2026-02"]);
        assert_eq!(axis(&["1999-05-01", "2003-01-01"]).periods.len(), 5);
    }

    #[test]
    fn what_is_no_date_has_no_place() {
        assert!(axis(&["udatert", ""]).periods.is_empty());
        assert_eq!(axis(&["2026-01-01"]).place(Some("i fjor")), None);
        assert_eq!(axis(&["2026-01-01"]).place(None), None);
    }
}
