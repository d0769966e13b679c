//! Dates as people and programs write them, given back as ISO 8601.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

/// The months by the letters that tell them apart, in both written forms.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des",
];
/// Central European time in the letters that feeds use for it, which RFC 2822 does not know.
const ZONES: [(&str, &str); 2] = [(" CEST", " +0200"), (" CET", " +0100")];

/// The date as ISO 8601, as exact as it was given: a year, a month, a day, or a time with its distance from UTC where
/// that is known. `None` where it is no date.
///
/// ```
/// use notis_corpus::iso_date;
/// assert_eq!(iso_date("30.11.2025").as_deref(), Some("2025-11-30"));
/// assert_eq!(iso_date("søndag 3. mars 2024").as_deref(), Some("2024-03-03"));
/// assert_eq!(iso_date("Sun, 03 Mar 2024 12:30:00 +0100").as_deref(), Some("2024-03-03T12:30:00+01:00"));
/// assert_eq!(iso_date("31.02.2024"), None);
/// ```
pub fn iso_date(given: &str) -> Option<String> {
    let given = given.trim();
    year_or_month(given)
        .or_else(|| iso(given))
        .or_else(|| mail(given))
        .or_else(|| norwegian(given))
}

/// The first moment of a day or a time that [`iso_date`] gives, in UTC as RFC 3339 writes it: formats that know no days want
/// one. A time without its distance from UTC is taken to be in UTC. A year or a month has none that would not be made up.
///
/// ```
/// use notis_corpus::moment;
/// assert_eq!(moment("2024-03-03T12:30:00+01:00").as_deref(), Some("2024-03-03T11:30:00Z"));
/// assert_eq!(moment("2024-03-03").as_deref(), Some("2024-03-03T00:00:00Z"));
/// assert_eq!(moment("2024-03"), None);
/// assert_eq!(moment("i går"), None);
/// ```
pub fn moment(date: &str) -> Option<String> {
    let pieces = Pieces::parse(date).ok()?;
    let there = DateTime::from_parts(pieces.date(), pieces.time().unwrap_or(Time::midnight()));
    let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
    Some(offset.to_timestamp(there).ok()?.to_string())
}

/// `YYYY` or `YYYY-MM`.
fn year_or_month(given: &str) -> Option<String> {
    let (year, month) = given.split_once('-').unwrap_or((given, "01"));
    let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let number = month.parse::<u8>().ok()?;
    (digits(year, 4) && digits(month, 2) && (1..=12).contains(&number)).then(|| given.to_owned())
}

/// ISO 8601 and RFC 3339.
fn iso(given: &str) -> Option<String> {
    let pieces = Pieces::parse(given).ok()?;
    let offset = pieces.to_numeric_offset().or_else(|| {
        let zulu = given.ends_with(['Z', 'z']);
        zulu.then_some(Offset::UTC)
    });
    Some(written(pieces.date(), pieces.time(), offset))
}

/// RFC 822 and its successors, as in mail and RSS.
fn mail(given: &str) -> Option<String> {
    let plain = ZONES.iter().fold(given.to_owned(), |text, (name, offset)| {
        let stem = text.strip_suffix(name).map(str::to_owned);
        stem.map_or(text, |stem| stem + offset)
    });
    let zoned = jiff::fmt::rfc2822::DateTimeParser::new()
        .parse_zoned_datetime(&plain)
        .ok()?;
    Some(written(zoned.date(), Some(zoned.time()), Some(zoned.offset())))
}

/// `3.3.2024`, `3. mars 2024`, `mars 2024`, with a day of the week before and a time of day after it.
fn norwegian(given: &str) -> Option<String> {
    let lower = given.to_lowercase();
    let parts: Vec<_> = lower
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty() && !matches!(*part, "kl" | "kl." | "den"))
        .collect();
    let parts = match parts.split_first() {
        Some((weekday, rest)) if weekday.trim_end_matches('.').ends_with("dag") => rest,
        _ => &parts[..],
    };
    if let [month, year] = parts
        && let (Some(month), Some(year)) = (month_of(month), full_year(year))
    {
        return Some(format!("{year:04}-{month:02}"));
    }
    let (date, rest) = day(parts)?;
    let time = match rest {
        [] => None,
        [time] => Some(time_of_day(time)?),
        _ => return None,
    };
    Some(written(date, time, None))
}

/// The day that the parts begin with, and what follows it.
fn day<'a, 'b>(parts: &'a [&'b str]) -> Option<(Date, &'a [&'b str])> {
    let (first, rest) = parts.split_first()?;
    let numbers: Vec<_> = first.split('.').collect();
    if let [day, month, year] = numbers[..] {
        let date = Date::new(full_year(year)?, month.parse().ok()?, day.parse().ok()?);
        return Some((date.ok()?, rest));
    }
    let [month, year, rest @ ..] = rest else {
        return None;
    };
    let day = first.trim_end_matches('.').parse().ok()?;
    let date = Date::new(full_year(year)?, month_of(month)?, day);
    Some((date.ok()?, rest))
}

fn month_of(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|start| word.starts_with(start))?;
    let alone = word.chars().all(char::is_alphabetic) && word.len() <= "september".len();
    alone.then_some(at as i8 + 1)
}

/// A year of four digits, or of two in this century.
fn full_year(digits: &str) -> Option<i16> {
    let digits = digits.trim_end_matches('.');
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// `12.30`, `12:30` or `12:30:05`.
fn time_of_day(given: &str) -> Option<Time> {
    let parts: Vec<i8> = given
        .split(['.', ':'])
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    match parts[..] {
        [hour, minute] => Time::new(hour, minute, 0, 0).ok(),
        [hour, minute, second] => Time::new(hour, minute, second, 0).ok(),
        _ => None,
    }
}

/// As ISO writes it, to the second.
pub(crate) fn written(date: Date, time: Option<Time>, offset: Option<Offset>) -> String {
    let Some(time) = time else {
        return date.to_string();
    };
    let seconds = Time::new(time.hour(), time.minute(), time.second(), 0).unwrap_or(time);
    let moment = DateTime::from_parts(date, seconds);
    let offset = offset.map(|offset| {
        let minutes = offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    });
    format!("{moment}{}", offset.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_kept_as_exact_as_they_are_given() {
        for (given, iso) in [
            ("2024", "2024"),
            ("2024-03", "2024-03"),
            (" 2024-03-03 ", "2024-03-03"),
            ("20240303", "2024-03-03"),
            ("2024-03-03T12:30:00Z", "2024-03-03T12:30:00+00:00"),
            ("2024-03-03T12:30:00.123+01:00", "2024-03-03T12:30:00+01:00"),
            ("2024-03-03 12:30", "2024-03-03T12:30:00"),
            ("20051109T141300+0100", "2005-11-09T14:13:00+01:00"),
            ("Sun, 3 Mar 2024 12:30:00 GMT", "2024-03-03T12:30:00+00:00"),
            ("Sun, 03 Mar 2024 12:30:00 CET", "2024-03-03T12:30:00+01:00"),
            ("3.3.2024", "2024-03-03"),
            ("03.03.24 12.30", "2024-03-03T12:30:00"),
            ("3. mars 2024", "2024-03-03"),
            ("Sundag 3. mars 2024 kl. 12.30", "2024-03-03T12:30:00"),
            ("24. des. 2023", "2023-12-24"),
            ("mars 2024", "2024-03"),
        ] {
            assert_eq!(iso_date(given).as_deref(), Some(iso), "{given}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for given in [
            "",
            "i går",
            "2024-13",
            "31.02.2024",
            "3. foo 2024",
            "12:30",
            "03/04/2024",
            "3.3.2024 i Oslo",
            "1-2",
            "12345",
            "mars",
            "3. mars",
        ] {
            assert_eq!(iso_date(given), None, "{given}");
        }
    }
}
