//! What a reader must know before trusting a generated digest.

use crate::output::Digest;

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
    use crate::{Article, Language, Span};
    use notis_summarizer::DigestSentence;

    const SOURCE: &str = "Elva steig i natt. Vegen er stengd ved Voss.";

    /// A digest by a model that read the first sentence of [`SOURCE`] alone, and made a number and a name up.
    pub(crate) fn doubtful() -> (Article, Digest) {
        let read = Span::new(0, 18);
        let sentence = |text: &str, unsupported: &[&str]| {
            let unsupported = unsupported.iter().map(|&u| u.to_owned()).collect();
            DigestSentence::generated(text, read, unsupported)
        };
        let digest = notis_summarizer::Digest {
            text: "Elva steig 3 meter i Flåm. Flåm ventar.".to_owned(),
            sentences: vec![
                sentence("Elva steig 3 meter i Flåm.", &["3", "Flåm"]),
                sentence("Flåm ventar.", &["Flåm"]),
            ],
            unread: Some(Span::new(19, SOURCE.len())),
            ..notis_summarizer::Digest::default()
        };
        let article = Article {
            id: "flaum".to_owned(),
            text: SOURCE.to_owned(),
            ..Article::default()
        };
        let digest = Digest::new(&article, Language::Nynorsk, digest, Vec::new(), Vec::new());
        (article, digest)
    }

    #[test]
    fn what_is_made_up_and_what_is_unread_is_told_once() {
        let (article, digest) = doubtful();
        assert_eq!(
            doubts(&digest, &article.text),
            [
                "not in the article: 3, Flåm",
                "not read: the last 57 % of the article, from «Vegen er stengd ved …»"
            ]
        );
    }
}
