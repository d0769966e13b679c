//! What words are weighed by.

use std::str::FromStr;

use notis_features::ViewSet;

use crate::Error;

/// What words are weighed by: a list such as `words=2,stems,chars=3-5,compounds,marks`.
///
/// ```
/// let features: notis::Features = "words=2,chars=3-5".parse()?;
/// assert!("ord".parse::<notis::Features>().is_err());
/// # Ok::<(), notis::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Features(pub(crate) ViewSet);

impl FromStr for Features {
    type Err = Error;

    fn from_str(list: &str) -> Result<Self, Error> {
        let mut views = ViewSet::NONE;
        for item in list.split(',').map(str::trim) {
            let unknown = || {
                Error::Options(format!(
                    "«{item}» is no feature; there are words=1 to words=5, stems, chars=3-5, compounds, marks and e5"
                ))
            };
            add(&mut views, item).ok_or_else(unknown)?;
        }
        Ok(Features(views))
    }
}

/// Switches a view on; `None` where there is no such view.
fn add(views: &mut ViewSet, item: &str) -> Option<()> {
    match item.split_once('=') {
        Some(("words", longest)) => views.words = longest.parse().ok().filter(|n| (1..=5).contains(n))?,
        Some(("chars", lengths)) => views.chars = Some(runs(lengths)?),
        Some(_) => return None,
        None => match item {
            "words" => views.words = 1,
            "stems" => views.stems = true,
            "chars" => views.chars = Some((3, 5)),
            "compounds" => views.compounds = true,
            "marks" => views.marks = true,
            // How many numbers it gives is known when the encoder is there.
            "e5" => views.encoded = 1,
            _ => return None,
        },
    }
    Some(())
}

/// The shortest and the longest run of letters, «3-5».
fn runs(lengths: &str) -> Option<(u8, u8)> {
    let (shortest, longest) = lengths.split_once('-').unwrap_or((lengths, lengths));
    let lengths = (shortest.parse().ok()?, longest.parse().ok()?);
    (1 <= lengths.0 && lengths.0 <= lengths.1 && lengths.1 <= 8).then_some(lengths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_switches_views_on() {
        let Features(views) = "words=2, chars=3-4,stems".parse().unwrap();
        assert_eq!(
            (views.words, views.chars, views.stems, views.compounds),
            (2, Some((3, 4)), true, false)
        );
        for wrong in ["", "ord", "words=0", "chars=5-3", "chars=9", "words=x"] {
            assert!(wrong.parse::<Features>().is_err(), "{wrong}");
        }
    }
}
