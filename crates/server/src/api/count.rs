//! A length that a caller asks for.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// So many sentences, words or characters: from 1 to what the largest body has bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Count(usize);

/// The bytes of the largest body; the description of the API says it too.
const LARGEST: usize = 16 << 20;

impl Count {
    pub(super) fn get(self) -> usize {
        self.0
    }

    fn of(digits: &str) -> Option<Self> {
        let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| are_digits)?;
        (1..=LARGEST).contains(&number).then_some(Count(number))
    }
}

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let wanted = || D::Error::custom(format_args!("give a number from 1 to {LARGEST}"));
        Count::of(&String::deserialize(deserializer)?).ok_or_else(wanted)
    }
}

/// A share of the words: above 0 and at most 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share(f64);

impl Share {
    pub(super) fn get(self) -> f64 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match f64::deserialize(deserializer)? {
            share if share > 0.0 && share <= 1.0 => Ok(Share(share)),
            _ => Err(D::Error::custom("give a share above 0 and at most 1")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_a_number_from_one() {
        assert_eq!(Count::of("16777216"), Some(Count(LARGEST)));
        for wrong in [
            "",
            "0",
            "-1",
            "+1",
            "1.0",
            "to",
            "16777217",
            "99999999999999999999999",
        ] {
            assert_eq!(Count::of(wrong), None, "{wrong}");
        }
    }
}
