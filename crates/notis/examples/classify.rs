//! The topics of the articles in a folder: cargo run --example classify -p notis -- data/samples

use notis::{Desk, Error, ReadOptions};

fn main() -> Result<(), Error> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let desk = Desk::shipped()?;
    let articles = notis::open(&inputs, &ReadOptions::default())?;
    for tagged in desk.map(articles, |reading| {
        Ok((reading.article().id.clone(), reading.tags()))
    }) {
        let (id, tags) = tagged?;
        let topics: Vec<_> = tags
            .iter()
            .map(|tag| format!("{} {:.2}", tag.topic, tag.probability))
            .collect();
        show(&id, &topics.join(", "));
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example shows what it found")]
fn show(id: &str, topics: &str) {
    println!("{id}: {topics}");
}
