//! A topic defined in four lines, found at once and explained: cargo run --example own_topics -p notis

use notis::{Article, Desk, Error, EvidenceOrigin, Topics};

const TOPICS: &str =
    "[[topic]]\nid = 'laks'\naliases = ['laks*', 'oppdrettslaks*']\nrelated = ['merd*', 'lakselus*']";
const TEXT: &str =
    "Laksen rømde i natt. Meir enn tusen laks kom seg ut av merda, og oppdrettaren fiskar etter laksen.";

#[expect(clippy::print_stdout, reason = "an example shows what it found")]
fn main() -> Result<(), Error> {
    let desk = Desk::builder().topics(Topics::parse(TOPICS)?).build()?;
    let text = TEXT.to_owned();
    let article = Article {
        text,
        ..Article::default()
    };
    let reading = desk.read(&article)?;
    assert!(reading.tags().iter().any(|tag| tag.topic == "laks"));
    let evidence = reading.explain("laks");
    for part in evidence.iter().filter(|part| part.origin == EvidenceOrigin::Text) {
        println!("{:+.1} {}", part.weight, part.text);
    }
    Ok(())
}
