//! What is known of words whatever they stand in: how rare each is in Norwegian, and what it may be in a sentence.
//!
//! Finding that out takes a walk through the background's transducer, letter by letter, and through the lists of the word
//! classes. Most words of an article stood in earlier ones, so each thread keeps what it found in a cache.

use crate::lexicon::{Classes, classes};
use notis_features::{Background, WordCache};
use notis_text::{Analysis, Language, TypeId};
use std::cell::RefCell;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Known {
    /// [`Background::idf`] in the written form of the article.
    pub(crate) rarity: f32,
    pub(crate) classes: Classes,
}

impl Known {
    fn find(folded: &str, language: Language) -> Self {
        Known {
            rarity: Background::shipped().idf(folded, language),
            classes: classes(folded),
        }
    }
}

thread_local! {
    static CACHE: RefCell<WordCache<Known>> = RefCell::default();
}

/// What is known of each word type of an article.
pub(crate) fn known(article: &Analysis<'_>) -> Vec<Known> {
    let (types, language) = (&article.types, article.language);
    let hash = |hash: &u64| hash ^ place(language);
    let hashes: Vec<u64> = types.hashes().iter().map(hash).collect();
    let find = |id| Known::find(types.form(id as TypeId), language);
    CACHE.with_borrow_mut(|cache| cache.get_or_add_all(&hashes, find))
}

/// [`Background`] tells bokmål, nynorsk and all others apart.
fn place(language: Language) -> u64 {
    match language {
        Language::Bokmal => 0,
        Language::Nynorsk => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cached_word_is_what_it_was_at_first() {
        let text = "Ferja til Voss gjekk ikkje i natt, seier regjeringen.";
        for language in [
            Language::Bokmal,
            Language::Nynorsk,
            Language::Danish,
            Language::Bokmal,
        ] {
            let mut article = notis_text::analyze(text, None);
            article.language = language;
            let forms = article.types.ids().map(|id| article.types.form(id));
            let fresh: Vec<Known> = forms.map(|form| Known::find(form, language)).collect();
            assert_eq!(known(&article), fresh);
        }
    }
}
