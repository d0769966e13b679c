//! A topic defined in five lines, found at once and explained: cargo run --example own_topics -p notis

use notis::{Article, Desk, Error, Topics};

const TOPICS: &str =
    "[[topic]]\nid = 'laks'\naliases = ['laks*', 'oppdrettslaks*']\nrelated = ['merd*', 'lakselus*']";

#[expect(clippy::print_stdout, reason = "an example shows what it found")]
fn main() -> Result<(), Error> {
    let desk = Desk::builder().topics(Topics::parse(TOPICS)?).build()?;
    let text =
        "Laksen rømde i natt. Meir enn tusen laks kom seg ut av merda, og oppdrettaren fiskar etter laksen.";
    let article = Article {
        id: "rømming".into(),
        text: text.into(),
        ..Article::default()
    };
    let reading = desk.read(&article)?;
    let evidence = reading.explain("laks");
    for part in evidence.iter().filter(|part| part.field.is_none()) {
        println!("{:+.1} {}", part.weight, part.text);
    }
    assert!(reading.tags().iter().any(|tag| tag.topic == "laks"));
    Ok(())
}
