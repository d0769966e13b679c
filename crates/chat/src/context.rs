//! How much of an article a model reads.

/// Bytes of Norwegian text to a token of a model that was not made for Norwegian, which cuts its words into small pieces.
/// A guess on the safe side: tokenizers of such models give 2.5 to 3.5.
const BYTES_A_TOKEN: usize = 2;

/// Tokens that a text costs at most, as far as can be told without the model's tokenizer.
pub(crate) fn tokens(text: &str) -> usize {
    text.len().div_ceil(BYTES_A_TOKEN)
}

/// How many of the sentences, from the first on, fit into so many tokens.
pub(crate) fn fitting<'t>(sentences: impl Iterator<Item = &'t str>, room: usize) -> usize {
    let mut left = room;
    sentences
        .take_while(|sentence| {
            let cost = tokens(sentence) + 1;
            let fits = cost <= left;
            left -= if fits { cost } else { 0 };
            fits
        })
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cut_between_sentences() {
        let sentences = ["Elva steig i natt.", "Brua er stengd.", "Ingen er skadde."];
        let fit = |room| fitting(sentences.into_iter(), room);
        assert_eq!([fit(0), fit(10), fit(18), fit(19), fit(99)], [0, 1, 1, 2, 3]);
    }
}
