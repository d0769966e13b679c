//! What spoils digests for a reader, counted.

use crate::readable;
use crate::{Digest, DigestSentence};
use notis_text::{Analysis, analyze};

/// How many sentences of how many digests a reader would stumble over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readability {
    /// Digests that were read.
    pub digests: usize,
    /// Sentences in them.
    pub sentences: usize,
    /// Sentences with remains of the page: the bars of a head, a photo credit.
    pub page: usize,
    /// Sentences that open by pointing back while the sentence before them is left out.
    pub orphans: usize,
    /// Quotes that do not say who speaks.
    pub lone_quotes: usize,
    /// Sentences that claim what an earlier one of the digest claims.
    pub repeated: usize,
    /// Sentences without an end mark, or of under five words.
    pub fragments: usize,
}

impl Readability {
    /// A count per hundred digests.
    pub fn per_hundred(&self, count: usize) -> f64 {
        100.0 * count as f64 / self.digests.max(1) as f64
    }
}

/// Counts over digests and the articles they are of.
pub(super) fn count<'a>(articles: impl Iterator<Item = &'a Analysis<'a>>, digests: &[Digest]) -> Readability {
    let mut counts = Readability {
        digests: digests.len(),
        ..Readability::default()
    };
    for (article, digest) in articles.zip(digests) {
        let mut end = None;
        for (i, sentence) in digest.sentences.iter().enumerate() {
            let gap = &article.text[end.unwrap_or(0)..sentence.span.start];
            read(&mut counts, sentence, gap.trim().is_empty());
            counts.repeated += usize::from(repeats(&digest.sentences[..i], sentence));
            end = Some(sentence.span.end);
        }
    }
    counts
}

fn read(counts: &mut Readability, sentence: &DigestSentence, follows: bool) {
    let printed = analyze(&sentence.text, None);
    let faults = readable::faults(&printed);
    counts.sentences += 1;
    counts.page += usize::from(faults.page);
    counts.orphans += usize::from(faults.points_back && !follows);
    counts.lone_quotes += usize::from(faults.lone_quote);
    counts.fragments += usize::from(faults.fragment);
}

/// Whether most of the telling words of the shorter of two sentences are in the other.
fn repeats(earlier: &[DigestSentence], sentence: &DigestSentence) -> bool {
    let stems = |text: &str| {
        let analysis = analyze(text, None);
        let ids = analysis
            .token_types
            .iter()
            .filter(|&&id| !analysis.types.is_stop_word(id));
        let mut stems: Vec<String> = ids.map(|&id| analysis.types.stem(id).to_owned()).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let these = stems(&sentence.text);
    earlier.iter().any(|other| {
        let others = stems(&other.text);
        let shared = these
            .iter()
            .filter(|stem| others.binary_search(stem).is_ok())
            .count();
        shared * 2 > these.len().min(others.len()).max(1)
    })
}
