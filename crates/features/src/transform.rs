//! From an article to its row, by what each thread keeps between articles.

use std::cell::RefCell;

use notis_text::{Analysis, TypeId};

use crate::column_cache::{ColumnCache, Stretch};
use crate::content::Content;
use crate::featurizer::Featurizer;
use crate::letters::LetterRuns;
use crate::tally::Tally;
use crate::views::View;
use notis_learn::SparseRow;

thread_local! {
    static WORKSPACE: RefCell<Workspace> = RefCell::default();
}

/// What a thread keeps between articles: room to work in, and the columns of the words it has met.
#[derive(Debug, Default)]
struct Workspace {
    tally: Tally,
    lookup: Lookup,
}

/// What finding the columns of a word takes.
#[derive(Debug, Default)]
struct Lookup {
    letters: LetterRuns,
    terms: Vec<u64>,
    /// The types of an article, with how often each stands there and where its columns lie.
    types: Vec<(TypeId, u32, Stretch)>,
    /// Of the vocabularies asked last, by their identity, the latest at the end.
    caches: Vec<(u64, ColumnCache)>,
}

/// Vocabularies that have a cache at a time: those of a model and its base.
const VOCABULARIES: usize = 4;

impl Lookup {
    /// Puts the cache of a vocabulary at the end.
    fn turn_to(&mut self, identity: u64) {
        if self.caches.last().is_some_and(|last| last.0 == identity) {
            return;
        }
        match self.caches.iter().position(|cache| cache.0 == identity) {
            Some(at) => self.caches[at..].rotate_left(1),
            None => {
                if self.caches.len() == VOCABULARIES {
                    self.caches.remove(0);
                }
                self.caches.push((identity, ColumnCache::default()));
            }
        }
    }
}

impl Featurizer {
    /// The row of an article.
    pub fn transform(&self, analysis: &Analysis<'_>) -> SparseRow {
        self.row(&Content::of(analysis))
    }

    /// The row of an article of which this counts.
    pub fn row(&self, content: &Content<'_>) -> SparseRow {
        let mut row = WORKSPACE.with_borrow_mut(|workspace| {
            let Workspace { tally, lookup } = workspace;
            tally.widen(self.vocabulary().len());
            self.look_up_words(content, lookup, |_, count, columns| {
                let count = u8::try_from(count).unwrap_or(u8::MAX);
                columns.iter().for_each(|&column| tally.add(column, count));
            });
            lookup.terms.clear();
            let views = &self.options().views;
            views.for_each_run(content, |run| lookup.terms.push(run.term));
            self.vocabulary()
                .columns(&lookup.terms, |_, column| tally.add(column, 1));
            tally.take()
        });
        let views = &self.options().views;
        let (meaning, encoded) = (views.meaning_of(content), views.encoded_of(content));
        for (view, numbers) in [(View::Meaning, &meaning[..]), (View::Encoded, encoded)] {
            row.indices.extend(self.columns_of(view).take(numbers.len()));
            row.values.extend(numbers);
        }
        self.weigh_row(&row.indices, &mut row.values);
        row
    }

    /// Calls `visit` for each type that counts, with how often it stands there and the columns of its own terms.
    pub(crate) fn for_each_type(&self, content: &Content<'_>, visit: impl FnMut(TypeId, u32, &[u32])) {
        WORKSPACE.with_borrow_mut(|workspace| self.look_up_words(content, &mut workspace.lookup, visit));
    }

    /// All words are looked up before the first is visited, so that they wait for memory together.
    fn look_up_words(
        &self,
        content: &Content<'_>,
        lookup: &mut Lookup,
        mut visit: impl FnMut(TypeId, u32, &[u32]),
    ) {
        lookup.turn_to(self.identity());
        let Lookup {
            letters,
            terms,
            types,
            caches,
        } = lookup;
        let Some((_, cache)) = caches.last_mut() else {
            return;
        };
        cache.make_room();
        types.clear();
        cache.fetch(content.counted().map(|(word, _)| content.hash(word)));
        for (word, count) in content.counted() {
            let stretch = cache.find(content.hash(word), |found| {
                terms.clear();
                let views = &self.options().views;
                views.within_word(content, word, letters, &mut |term| terms.push(term));
                self.vocabulary().columns(terms, |_, column| found.push(column));
            });
            types.push((word, count, stretch));
        }
        cache.fetch_columns(types.iter().map(|&(_, _, stretch)| stretch));
        for &(word, count, stretch) in &*types {
            visit(word, count, cache.columns(stretch));
        }
    }

    /// The share of an article's words that are known by their stem, or by their form where stems are not counted, 0 to
    /// 1; `None` where neither is.
    pub fn share_of_known_words(&self, analysis: &Analysis<'_>) -> Option<f64> {
        let words = self.looked_up(analysis)?;
        let known = words.iter().filter(|(.., is_known)| *is_known);
        let known: u32 = known.map(|(_, count, _)| count).sum();
        let all: u32 = words.iter().map(|(_, count, _)| count).sum();
        Some(f64::from(known) / f64::from(all.max(1)))
    }

    /// The words of an article that are not known by their stem, or by their form where stems are not counted; `None` where
    /// neither is.
    pub fn unknown_words(&self, analysis: &Analysis<'_>) -> Option<Vec<TypeId>> {
        let words = self.looked_up(analysis)?.into_iter();
        let unknown = words.filter(|(.., is_known)| !is_known);
        Some(unknown.map(|(word, ..)| word).collect())
    }

    /// The words of an article, each with how often it stands there and whether it is known by its stem, or by its form
    /// where stems are not counted; `None` where neither is.
    fn looked_up(&self, analysis: &Analysis<'_>) -> Option<Vec<(TypeId, u32, bool)>> {
        let views = &self.options().views;
        (views.stems || views.words > 0).then_some(())?;
        let content = Content::of(analysis);
        let counted = content.counted();
        let (terms, mut words): (Vec<u64>, Vec<_>) = counted
            .map(|(word, count)| (content.word_itself(word, views.stems), (word, count, false)))
            .unzip();
        self.vocabulary().columns(&terms, |at, _| words[at].2 = true);
        Some(words)
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::TEXTS;
    use crate::{FeatureOptions, Featurizer, FeaturizerBuilder, SparseRow, ViewSet};
    use notis_text::analyze;

    fn fitted(views: &ViewSet, texts: &[&str]) -> Featurizer {
        let mut builder = FeaturizerBuilder::new(FeatureOptions {
            views: views.clone(),
            min_df: 1,
            ..FeatureOptions::default()
        });
        for text in texts {
            builder.add(&views.terms(&analyze(text, None)));
        }
        builder.finish().0
    }

    #[test]
    fn featurizers_asked_in_turn_do_not_mix_their_words() {
        let views = ViewSet {
            stems: true,
            ..ViewSet::default()
        };
        let featurizers: Vec<Featurizer> = (1..=3)
            .cycle()
            .take(6)
            .map(|count| fitted(&views, &TEXTS[..count]))
            .collect();
        let row = |featurizer: &Featurizer| featurizer.transform(&analyze("Ferja gikk nei.", None));
        let first: Vec<SparseRow> = featurizers.iter().map(row).collect();
        let again: Vec<SparseRow> = featurizers.iter().map(row).collect();
        assert_eq!(first, again);
        assert_eq!(first[..3], first[3..], "the same texts make the same featurizer");
        assert_ne!(first[0], first[2]);
    }

    #[test]
    fn known_words_are_counted_where_they_stand() {
        let share = |views: &ViewSet, text| fitted(views, &TEXTS).share_of_known_words(&analyze(text, None));
        let stems = ViewSet {
            stems: true,
            ..ViewSet::NONE
        };
        assert_eq!(share(&stems, "Ferja låg ved ferja."), Some(0.5));
        assert_eq!(share(&stems, "Ferjer låg ved ferjene."), Some(0.5));
        assert_eq!(share(&stems, ""), Some(0.0));
        let unknown = fitted(&stems, &TEXTS).unknown_words(&analyze("Ferja låg ved ferja.", None));
        assert_eq!(unknown, Some(vec![1, 2]), "«låg» and «ved»");
        let forms = ViewSet::default();
        assert_eq!(share(&forms, "Ferja låg ved ferja."), Some(0.5));
        assert_eq!(share(&forms, "Ferjer låg ved ferjene."), Some(0.0));
        let letters = ViewSet {
            chars: Some((3, 5)),
            ..ViewSet::NONE
        };
        assert_eq!(share(&letters, "Ferja"), None);
    }
}
