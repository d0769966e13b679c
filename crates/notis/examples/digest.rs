//! A digest of each article in a folder as Markdown: cargo run --example digest -p notis -- data/samples

use std::io::Write;

use notis::print::{Answer, Form, PrintOptions};
use notis::{Budget, Desk, ReadOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let desk = Desk::builder().method("notis").build()?;
    let markdown = Form::Markdown.printer(PrintOptions::default());
    let articles = notis::open(&inputs, &ReadOptions::default())?;
    let printed = desk.map(articles, |reading| {
        markdown.article(
            reading.article(),
            &Answer::Digest(&reading.digest(Budget::Sentences(2))?),
        )
    });
    for digest in printed {
        std::io::stdout().write_all(&digest?)?;
    }
    Ok(())
}
