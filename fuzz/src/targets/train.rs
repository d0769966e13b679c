//! Any corpus teaches a model or says why it does not; the model answers, is read again as it was written, and learns.

use arbitrary::Arbitrary;
use notis::{Article, Desk, Learner, Model, Trainer};

use crate::news::News;

/// A corpus, and how to learn from it.
#[derive(Arbitrary, Debug)]
pub struct Asked<'a> {
    news: Vec<News<'a>>,
    learner: u8,
    exclusive: bool,
    calibrate: bool,
    times: u8,
}

/// More articles make an execution slow, and no new path.
const MOST: usize = 12;

/// The law of training.
pub fn holds(asked: Asked<'_>) {
    let news = asked.news.iter().take(MOST).map(News::article);
    // Folds need several articles of a label.
    let times = usize::from(asked.times % 4) + 1;
    let articles: Vec<Article> = news
        .flat_map(|article| std::iter::repeat_n(article, times))
        .collect();
    let numbered = (0..).zip(&articles);
    let articles: Vec<Article> = numbered
        .map(|(n, article): (usize, _)| Article {
            id: n.to_string(),
            ..article.clone()
        })
        .collect();
    let learner = Learner::all()
        .nth(usize::from(asked.learner) % 4)
        .expect("there are four");
    let trainer = Trainer::new()
        .learner(learner)
        .exclusive(asked.exclusive)
        .calibrate(asked.calibrate);
    let Ok((model, report)) = trainer.train(articles.iter().cloned().map(Ok)) else {
        return;
    };
    assert_eq!(report.articles, articles.len());
    let again = Model::from_bytes(&model.to_bytes()).expect("what was written is read");
    assert_eq!(again.to_bytes(), model.to_bytes());
    let [desk, other] =
        [model, again].map(|model| Desk::builder().model(model).build().expect("it is whole"));
    for article in &articles {
        let [line, same] = [&desk, &other].map(|desk| answer(desk, article));
        assert_eq!(line, same);
    }
    if let Some(Ok((learned, _))) = desk.model().map(|_| desk.learn(articles.into_iter().map(Ok))) {
        Model::from_bytes(&learned.to_bytes()).expect("what was learned is read");
    }
}

fn answer(desk: &Desk, article: &Article) -> String {
    let reading = desk.read(article).expect("without a neural model nothing fails");
    let classification = reading.classification(true, true);
    let scores = classification.scores.iter().flat_map(|scores| scores.iter());
    scores.for_each(|(_, p)| assert!((0.0..=1.0).contains(&p), "{classification:?}"));
    format!("{classification:?}")
}
