//! Every method keeps every budget on every text, and its sentences stand in it.

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use notis::{Desk, METHODS};

use crate::news::{Length, News};
use crate::{laws, model};

static DESKS: LazyLock<Vec<[Desk; 2]>> = LazyLock::new(|| {
    METHODS
        .map(|method| [false, true].map(|verbatim| model::desk(method, verbatim)))
        .into()
});

/// An article and the digest asked of it.
#[derive(Arbitrary, Debug)]
pub struct Asked<'a> {
    news: News<'a>,
    method: u8,
    verbatim: bool,
    length: Length,
    points: u8,
}

/// The law of a digest.
pub fn holds(asked: Asked<'_>) {
    let desk = &DESKS[usize::from(asked.method) % METHODS.len()][usize::from(asked.verbatim)];
    let (article, budget) = (asked.news.article(), asked.length.budget());
    let reading = desk.read(&article).expect("without a neural model nothing fails");
    let digest = reading.digest(budget).expect("there is room for something");
    laws::digest(&digest, &article.text, budget);
    // Where the budget has no room for a whole sentence, one is cut all the same.
    if asked.verbatim {
        let edits = digest.sentences.iter().flat_map(|sentence| &sentence.edits);
        edits.for_each(|edit| assert_eq!(edit.kind, "cut", "{digest:?}"));
    }
    let again = reading.digest(budget).expect("it was made before");
    assert_eq!(digest.text, again.text);
    let points = usize::from(asked.points % 6) + 1;
    assert!(
        reading
            .bullets(points)
            .expect("there is room for a point")
            .sentences
            .len()
            <= points
    );
    reading.headline().expect("without a neural model nothing fails");
}
