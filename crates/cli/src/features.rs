//! `--features`: what words are weighed by.

use notis_features::ViewSet;

/// The views of a list such as `words=2,stems,chars=3-5,compounds,marks`.
pub(crate) fn parse(list: &str) -> Result<ViewSet, String> {
    let mut views = ViewSet {
        words: 0,
        ..ViewSet::default()
    };
    for item in list.split(',').map(str::trim) {
        add(&mut views, item).ok_or_else(|| {
            format!(
                "«{item}» is no feature; there are words=1 to words=5, stems, chars=3-5, compounds, marks and e5"
            )
        })?;
    }
    Ok(views)
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
        let views = parse("words=2, chars=3-4,stems").unwrap();
        assert_eq!(
            (views.words, views.chars, views.stems, views.compounds),
            (2, Some((3, 4)), true, false)
        );
        for wrong in ["", "ord", "words=0", "chars=5-3", "chars=9", "words=x"] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
