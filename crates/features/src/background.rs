//! What is known of Norwegian words before any training: in how many pages each stands, bokmål and nynorsk apart.
//!
//! A *page* is a stretch of at most 400 words of one form: long documents are cut and short ones joined, so
//! that a sentence and a report weigh alike. Frequencies are kept in steps of a twelfth of an octave (within 5 % of
//! the true number), which lets a quarter of a million words fit in two megabytes of a finite-state transducer.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fst::Streamer as _;
use libm::{exp2, log2, logf};
use notis_text::{Language, TokenKind, fold, tokens};
use thiserror::Error;

/// Words on a page.
pub(crate) const PAGE_WORDS: usize = 400;

/// Keys that no word can be, under which the numbers of pages stand.
const PAGE_KEYS: [&str; 2] = ["\u{1}nb", "\u{1}nn"];
const STEPS_PER_OCTAVE: f64 = 12.0;
/// How many bokmål pages' worth of belief a nynorsk frequency borrows from both forms together.
const PRIOR_PAGES: f32 = 500.0;

/// A written form of Norwegian.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Bokmål.
    Bokmal,
    /// Nynorsk.
    Nynorsk,
}

/// Why bytes are not background frequencies.
#[derive(Debug, Error)]
pub enum BackgroundError {
    /// The transducer is damaged or could not be built.
    #[error("the background frequencies are damaged: {0}; rebuild them as models/background.md says")]
    Damaged(#[from] fst::Error),
    /// It does not say how many pages it was counted on.
    #[error("the background frequencies name no number of pages; rebuild them as models/background.md says")]
    NoPages,
}

/// Document frequencies of Norwegian words.
#[derive(Debug)]
pub struct Background<D: AsRef<[u8]> = &'static [u8]> {
    words: fst::Map<D>,
    pages: [u32; 2],
}

impl Background {
    /// The frequencies that ship with notis (`models/background.md` names their sources).
    ///
    /// ```
    /// use notis_features::Background;
    /// use notis_text::Language;
    ///
    /// let background = Background::shipped();
    /// let of = |word| background.idf(word, Language::Bokmal);
    /// assert!(of("og") < of("regjeringen") && of("regjeringen") < of("tolvtoneteknikk"));
    /// ```
    pub fn shipped() -> &'static Background {
        static PARSED: LazyLock<Background> = LazyLock::new(|| {
            Background::new(notis_models::BACKGROUND)
                .unwrap_or_else(|error| unreachable!("models/background.fst is tested: {error}"))
        });
        &PARSED
    }
}

impl<D: AsRef<[u8]>> Background<D> {
    /// Frequencies from the bytes that [`BackgroundBuilder::finish`] wrote.
    ///
    /// # Errors
    /// Where they are damaged.
    pub fn new(bytes: D) -> Result<Self, BackgroundError> {
        let words = fst::Map::new(bytes)?;
        let pages_of = |key| words.get(key).map(|n| n as u32).ok_or(BackgroundError::NoPages);
        Ok(Background {
            pages: [pages_of(PAGE_KEYS[0])?, pages_of(PAGE_KEYS[1])?],
            words,
        })
    }

    /// How many words are known.
    pub fn len(&self) -> usize {
        self.words.len() - PAGE_KEYS.len()
    }

    /// Whether no word is known.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many pages of `form` were counted.
    pub fn pages(&self, form: Form) -> u32 {
        self.pages[form as usize]
    }

    /// In about how many pages of `form` the folded word stands; 0 where it is not known.
    pub fn document_frequency(&self, folded: &str, form: Form) -> u32 {
        self.frequencies(folded)[form as usize]
    }

    /// In about how many pages of either form the folded word stands.
    pub fn pages_with(&self, folded: &str) -> u32 {
        self.frequencies(folded).iter().sum()
    }

    /// Calls `visit` for every word, in the order of their bytes, with about how many pages of bokmål and of nynorsk it
    /// stands in.
    pub fn for_each_word(&self, mut visit: impl FnMut(&str, [u32; 2])) {
        let mut words = self.words.stream();
        while let Some((word, packed)) = words.next() {
            match std::str::from_utf8(word) {
                Ok(word) if !PAGE_KEYS.contains(&word) => visit(word, unpacked(packed)),
                _ => {}
            }
        }
    }

    fn frequencies(&self, folded: &str) -> [u32; 2] {
        unpacked(self.words.get(folded).unwrap_or_default())
    }

    /// How rare the folded word is in texts of this form: −ln of the chance that a page holds it, from 0 (on every
    /// page) to about 12 (never seen). Nynorsk, of which there is less to count, leans on both forms together; for
    /// other and unknown languages both are taken together.
    pub fn idf(&self, folded: &str, language: Language) -> f32 {
        let found = self.frequencies(folded);
        let all_pages = (self.pages[0] + self.pages[1]) as f32;
        let share = ((found[0] + found[1]) as f32 + 0.5) / (all_pages + 0.5);
        let form = match language {
            Language::Bokmal => Form::Bokmal,
            Language::Nynorsk => Form::Nynorsk,
            _ => return -logf(share.min(1.0)),
        };
        let (own, pages) = (found[form as usize] as f32, self.pages[form as usize] as f32);
        -logf(((own + PRIOR_PAGES * share) / (pages + PRIOR_PAGES)).min(1.0))
    }
}

/// The frequencies in both forms.
fn unpacked(packed: u64) -> [u32; 2] {
    [
        level_frequency(packed as u8),
        level_frequency((packed >> 8) as u8),
    ]
}

/// Frequencies as steps: 0 for none, then a twelfth of an octave each from 1 on.
fn frequency_level(frequency: u32) -> u64 {
    if frequency == 0 {
        return 0;
    }
    1 + libm::round(log2(f64::from(frequency)) * STEPS_PER_OCTAVE) as u64
}

fn level_frequency(level: u8) -> u32 {
    static FREQUENCIES: LazyLock<[u32; 256]> = LazyLock::new(|| {
        std::array::from_fn(|level| match level.checked_sub(1) {
            None => 0,
            Some(steps) => libm::round(exp2(steps as f64 / STEPS_PER_OCTAVE)) as u32,
        })
    });
    FREQUENCIES[usize::from(level)]
}

/// Counts in how many pages words stand.
#[derive(Debug, Default)]
pub struct BackgroundBuilder {
    frequencies: BTreeMap<String, [u32; 2]>,
    forms: [OpenPage; 2],
}

/// The page being filled.
#[derive(Debug, Default)]
struct OpenPage {
    words: Vec<String>,
    pages: u32,
}

impl BackgroundBuilder {
    /// Counts a text; what does not fill a page waits for the next text of the same form.
    pub fn add(&mut self, text: &str, form: Form) {
        let mut found = Vec::new();
        tokens(text, &mut found);
        for token in found.iter().filter(|token| token.kind == TokenKind::Word) {
            let mut word = String::new();
            fold(token.span.of(text), &mut word);
            self.forms[form as usize].words.push(word);
            if self.forms[form as usize].words.len() == PAGE_WORDS {
                self.close(form);
            }
        }
    }

    fn close(&mut self, form: Form) {
        let page = &mut self.forms[form as usize];
        let mut words = std::mem::take(&mut page.words);
        page.pages += u32::from(!words.is_empty());
        words.sort_unstable();
        words.dedup();
        for word in words {
            self.frequencies.entry(word).or_default()[form as usize] += 1;
        }
    }

    /// The bytes of a [`Background`], with the words that stand in at least `least` pages of both forms together.
    ///
    /// # Errors
    /// Where the transducer cannot be built.
    pub fn finish(mut self, least: u32) -> Result<Vec<u8>, BackgroundError> {
        self.close(Form::Bokmal);
        self.close(Form::Nynorsk);
        let mut map = fst::MapBuilder::memory();
        for (key, page) in PAGE_KEYS.iter().zip(&self.forms) {
            map.insert(key, u64::from(page.pages))?;
        }
        for (word, [nb, nn]) in self
            .frequencies
            .iter()
            .filter(|(_, found)| found[0] + found[1] >= least)
        {
            map.insert(word, frequency_level(*nb) | frequency_level(*nn) << 8)?;
        }
        Ok(map.into_inner()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(texts: &[(&str, Form)]) -> Background<Vec<u8>> {
        let mut builder = BackgroundBuilder::default();
        for (text, form) in texts {
            builder.add(text, *form);
        }
        Background::new(builder.finish(1).unwrap()).unwrap()
    }

    #[test]
    fn frequencies_are_kept_apart_by_form() {
        let background = counted(&[("Jeg vet ikke.", Form::Bokmal), ("Eg veit ikkje.", Form::Nynorsk)]);
        assert_eq!(background.document_frequency("ikke", Form::Bokmal), 1);
        assert_eq!(background.document_frequency("ikke", Form::Nynorsk), 0);
        assert_eq!(background.document_frequency("ikkje", Form::Nynorsk), 1);
        assert_eq!((background.pages(Form::Bokmal), background.len()), (1, 6));
        let mut words = Vec::new();
        background.for_each_word(|word, pages| words.push((word.to_owned(), pages)));
        assert_eq!((words.len(), &words[0]), (6, &("eg".to_owned(), [0, 1])));
    }

    #[test]
    fn long_texts_are_cut_into_pages_and_short_ones_joined() {
        let long = "ord ".repeat(PAGE_WORDS * 3);
        let background = counted(&[
            (&long, Form::Bokmal),
            ("ein", Form::Nynorsk),
            ("to", Form::Nynorsk),
        ]);
        assert_eq!(
            (background.pages(Form::Bokmal), background.pages(Form::Nynorsk)),
            (3, 1)
        );
        assert_eq!(background.document_frequency("ord", Form::Bokmal), 3);
    }

    #[test]
    fn steps_stay_within_five_percent() {
        for frequency in 1..100_000_u32 {
            let back = f64::from(level_frequency(frequency_level(frequency) as u8));
            assert!(
                (back / f64::from(frequency) - 1.0).abs() < 0.05,
                "{frequency} became {back}"
            );
        }
    }

    #[test]
    fn bytes_that_are_no_background_are_refused() {
        assert!(Background::new(b"notis".as_slice()).is_err());
        assert!(Background::new(fst::MapBuilder::memory().into_inner().unwrap()).is_err());
    }

    #[test]
    fn the_shipped_words_know_both_forms() {
        let background = Background::shipped();
        assert!(background.len() > 50_000);
        assert!(background.idf("ikkje", Language::Nynorsk) < background.idf("ikkje", Language::Bokmal));
    }
}
