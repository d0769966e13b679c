//! Every method keeps every budget on every text, and its sentences stand in it.
#![no_main]

use std::sync::LazyLock;

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use notis::{Desk, METHODS};
use notis_fuzz::news::{Length, News};
use notis_fuzz::{laws, model};

static DESKS: LazyLock<Vec<[Desk; 2]>> =
    LazyLock::new(|| METHODS.map(|method| [false, true].map(|verbatim| model::desk(method, verbatim))).into());

#[derive(Arbitrary, Debug)]
struct Asked<'a> {
    news: News<'a>,
    method: u8,
    verbatim: bool,
    length: Length,
    points: u8,
}

fuzz_target!(|asked: Asked<'_>| {
    let desk = &DESKS[usize::from(asked.method) % METHODS.len()][usize::from(asked.verbatim)];
    let (article, budget) = (asked.news.article(), asked.length.budget());
    let reading = desk.read(&article).expect("without a neural model nothing fails");
    let digest = reading.digest(budget).expect("there is room for something");
    laws::digest(&digest, &article.text, budget);
    if asked.verbatim {
        assert!(digest.sentences.iter().all(|sentence| sentence.edits.is_empty()), "{digest:?}");
    }
    let again = reading.digest(budget).expect("it was made before");
    assert_eq!(digest.text, again.text);
    let points = usize::from(asked.points % 6) + 1;
    assert!(reading.bullets(points).expect("there is room for a point").sentences.len() <= points);
    reading.headline().expect("without a neural model nothing fails");
});
