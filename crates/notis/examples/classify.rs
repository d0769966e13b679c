//! The topics of the articles in a folder: cargo run --example classify -p notis -- data/samples

use notis::{Desk, Error, ReadOptions};

#[expect(clippy::print_stdout, reason = "an example shows what it found")]
fn main() -> Result<(), Error> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let desk = Desk::shipped()?;
    let articles = notis::open(&inputs, &ReadOptions::default())?;
    for answer in desk.map(articles, |reading| Ok(reading.classification(false, false))) {
        let answer = answer?;
        let topics: Vec<_> = answer.topics.iter().map(|tag| &*tag.topic).collect();
        println!("{}: {}", answer.id, topics.join(", "));
    }
    Ok(())
}
