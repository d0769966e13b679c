//! What a reader must know before trusting a generated digest.

use notis_summarizer::Digest;

/// Words quoted to show where the unread part starts.
const OPENING_WORDS: usize = 4;

/// What the digest of `source` says that its article does not, and what of the article was not read: a line each.
pub(super) fn doubts(digest: &Digest, source: &str) -> Vec<String> {
    unsupported(digest)
        .into_iter()
        .chain(unread(digest, source))
        .collect()
}

fn unsupported(digest: &Digest) -> Option<String> {
    let mut found: Vec<&str> = Vec::new();
    for what in digest.sentences.iter().flat_map(|s| &s.unsupported) {
        if !found.contains(&what.as_str()) {
            found.push(what);
        }
    }
    (!found.is_empty()).then(|| format!("not in the article: {}", found.join(", ")))
}

fn unread(digest: &Digest, source: &str) -> Option<String> {
    let unread = digest.unread?.of(source);
    let share = (100 * unread.len()).div_ceil(source.len().max(1));
    let opening: Vec<&str> = unread.split_whitespace().take(OPENING_WORDS).collect();
    Some(format!(
        "not read: the last {share} % of the article, from «{} …»",
        opening.join(" ")
    ))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::print::Digested;
    use notis_corpus::Article;
    use notis_summarizer::DigestSentence;
    use notis_text::Span;

    const SOURCE: &str = "Elva steig i natt. Vegen er stengd ved Voss.";

    /// A digest by a model that read the first sentence of [`SOURCE`] alone, and made a number and a name up.
    fn doubtful() -> Digest {
        let read = Span::new(0, 18);
        let sentence = |text: &str, unsupported: &[&str]| {
            let unsupported = unsupported.iter().map(|&u| u.to_owned()).collect();
            DigestSentence::generated(text, read, unsupported)
        };
        let sentences = vec![
            sentence("Elva steig 3 meter i Flåm.", &["3", "Flåm"]),
            sentence("Flåm ventar.", &["Flåm"]),
        ];
        Digest {
            text: "Elva steig 3 meter i Flåm. Flåm ventar.".to_owned(),
            sentences,
            unread: Some(Span::new(19, SOURCE.len())),
            ..Digest::default()
        }
    }

    /// That digest as `print` shows it.
    pub(crate) fn shown(print: impl Fn(&Digested<'_>) -> String) -> String {
        let article = Article {
            id: "flaum".to_owned(),
            text: SOURCE.to_owned(),
            ..Article::default()
        };
        print(&Digested {
            article: &article,
            topics: &[],
            names: &[],
            digest: &doubtful(),
        })
    }

    #[test]
    fn what_is_made_up_and_what_is_unread_is_told_once() {
        assert_eq!(
            doubts(&doubtful(), SOURCE),
            [
                "not in the article: 3, Flåm",
                "not read: the last 57 % of the article, from «Vegen er stengd ved …»"
            ]
        );
        assert!(doubts(&Digest::default(), SOURCE).is_empty());
    }
}
