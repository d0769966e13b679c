//! The stems of each line of standard input, a line for a line, parted by spaces: what a script needs to measure the
//! stemmer inside another library's learner. `--content` leaves the stop words out, `--apart` switches the variant map off.
//!
//! ```text
//! echo "Skulane opnar i veka som kjem" | cargo run --release -p notis-text --example stems
//! ```

use notis_text::{Stemmer, TokenKind, Variants, fold, is_stop_word, tokens};
use std::io::{self, BufRead, Write};

fn main() -> io::Result<()> {
    let given = |flag: &str| std::env::args().any(|argument| argument == flag);
    let content = given("--content");
    let mut stemmer = Stemmer::new(if given("--apart") {
        Variants::Apart
    } else {
        Variants::United
    });
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let stems = stems(&line, content, &mut stemmer);
        writeln!(out, "{}", stems.join(" "))?;
    }
    Ok(())
}

fn stems(line: &str, content: bool, stemmer: &mut Stemmer) -> Vec<String> {
    let mut found = Vec::new();
    tokens(line, &mut found);
    let words = found.iter().filter(|token| token.kind == TokenKind::Word);
    let mut folded = String::new();
    words
        .filter_map(|token| {
            folded.clear();
            fold(token.span.of(line), &mut folded);
            (!content || !is_stop_word(&folded)).then(|| stemmer.stem(&folded).to_owned())
        })
        .collect()
}
