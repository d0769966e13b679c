//! Days between dates.

/// The day of a date `YYYY-MM-DD`, counted from a fixed day; `None` where no day is given or it is not a date.
///
/// Hinnant (2013), "chrono-compatible low-level date algorithms".
pub(super) fn day(date: &str) -> Option<i64> {
    let mut parts = date.split('-').map(str::parse::<i64>);
    let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) = (parts.next(), parts.next(), parts.next()) else {
        return None;
    };
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(0..=9999).contains(&year) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    Some(
        year * 365 + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + day,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_across_months_and_leap_years() {
        let apart = |a, b| day(b).unwrap() - day(a).unwrap();
        assert_eq!(apart("2024-02-28", "2024-03-01"), 2);
        assert_eq!(apart("2023-02-28", "2023-03-01"), 1);
        assert_eq!(apart("2024-12-31", "2025-01-01"), 1);
        assert_eq!(apart("2000-01-01", "2001-01-01"), 366);
    }

    #[test]
    fn what_is_no_day_has_none() {
        assert_eq!(day("2024-05"), None);
        assert_eq!(day("i går"), None);
        assert_eq!(day("2024-13-01"), None);
    }
}
