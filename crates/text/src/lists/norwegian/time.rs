//! Months and days.

/// The months.
pub const MONTHS: &[&str] = &[
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

/// The days of the week, each in the forms that are written.
pub const WEEKDAYS: &[&[&str]] = &[
    &["mandag", "måndag"],
    &["tirsdag", "tysdag"],
    &["onsdag"],
    &["torsdag"],
    &["fredag"],
    &["lørdag", "laurdag"],
    &["søndag", "sundag"],
];

/// Short forms of months, which time stamps have.
pub const SHORT_MONTHS: &[&str] = &[
    "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "des",
];
