//! A digest of each article in a folder as Markdown: cargo run --example digest -p notis -- data/samples

use std::io::Write;

use notis::print::{Answer, Form, PrintOptions};
use notis::{Budget, Desk, ReadOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let inputs: Vec<_> = std::env::args_os().skip(1).map(Into::into).collect();
    let desk = Desk::shipped()?;
    let markdown = Form::Markdown.printer(PrintOptions::default());
    for article in notis::open(&inputs, &ReadOptions::default())? {
        let article = article?;
        let digest = desk.read(&article)?.digest(Budget::Sentences(2))?;
        std::io::stdout().write_all(&markdown.article(&article, &Answer::Digest(&digest))?)?;
    }
    Ok(())
}
