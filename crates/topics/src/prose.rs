//! Whether a page is running text at all.
//!
//! Lists of links, indexes and tables name many topics and are about none; what was learned from articles does not hold
//! for them. A page is taken for one where a far smaller share of its words stands in whole sentences than in any
//! article of the training corpus.

use notis_text::Analysis;

/// Fewer words show no habit: a flash may lack its full stop.
const FEWEST_WORDS: usize = 40;

/// The share of the training articles that may be odd ones.
const ODD: f64 = 0.01;

/// Fewer training articles do not show what is usual.
const FEWEST_ARTICLES: usize = 100;

/// A page with less than this part of the usual share is no running text.
const PART: f64 = 0.6;

/// The share of an article's words that stand in sentences with an end mark; `None` where it has too few to tell.
pub(crate) fn share_in_sentences(article: &Analysis<'_>) -> Option<f64> {
    let all = article.tokens.len();
    (all >= FEWEST_WORDS).then_some(())?;
    let whole = article
        .sentences
        .iter()
        .filter(|s| is_whole(article.slice(s.span)));
    let inside: usize = whole.map(|s| article.tokens_in(s.span).len()).sum();
    Some(inside as f64 / all as f64)
}

fn is_whole(sentence: &str) -> bool {
    sentence.ends_with(['.', '!', '?', '…', ':', '»', '”', '"', '’'])
}

/// The share below which a page is no running text, from those of the training articles; 0 where these are too few.
pub(crate) fn least_share(shares: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = shares.collect();
    if sorted.len() < FEWEST_ARTICLES {
        return 0.0;
    }
    sorted.sort_by(f64::total_cmp);
    PART * sorted[(ODD * sorted.len() as f64) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use notis_text::analyze;

    #[test]
    fn links_are_no_sentences() {
        let links = "Om oss\n\nKontakt\n\nNye saker\n\nTrykte skrifter i arkivet\n\n".repeat(8);
        let story = "Fjellvåken hekket i lia i år igjen, og ungene er store nå. ".repeat(8);
        assert!(share_in_sentences(&analyze(&links, None)) < Some(0.1));
        assert!(share_in_sentences(&analyze(&story, None)) > Some(0.9));
        assert_eq!(
            share_in_sentences(&analyze("Snø på Dovrefjell i natt", None)),
            None
        );
    }

    #[test]
    fn the_usual_share_needs_articles_and_passes_over_odd_ones() {
        assert_eq!(least_share([0.9; 99].into_iter()), 0.0);
        let shares = (0..200).map(|i| if i == 7 { 0.0 } else { 0.9 });
        assert!((least_share(shares) - PART * 0.9).abs() < 1e-9);
    }
}
