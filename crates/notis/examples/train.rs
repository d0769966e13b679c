//! A model of one's own corpus, which goes on learning: cargo run --example train -p notis -- data/corpus

use notis::{Desk, Error, Learner, ReadOptions, Trainer};

#[expect(clippy::print_stdout, reason = "an example shows what it found")]
fn main() -> Result<(), Error> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let corpus = || notis::open(&inputs, &ReadOptions::default());
    let trainer = Trainer::new().learner(Learner::NAIVE_BAYES).calibrate(false);
    let (model, report) = trainer.train(corpus()?)?;
    let (topics, articles) = (model.topics().len(), report.articles);
    println!("{topics} topics from {articles} articles");
    let (_, learned) = Desk::builder().model(model).build()?.learn(corpus()?.take(10))?;
    println!("learned once more from {learned} of them");
    Ok(())
}
