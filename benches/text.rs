//! MB/s of the text layer on one core: structure, sentences, tokens, stems, and all that `analyze` does.
//!
//! The articles are made of this project's own sentences, short (about 100 words) and long (about 5,000), with enough
//! different words that stems are not all remembered at once. Each figure is the best of several rounds; the counts are
//! asserted, so that a faster run that finds less fails. From the second pass on the stemmer has met every word, as in a
//! process that has run for a while; «no word met before» forgets them all before each pass. Where `../shared` is there,
//! the time to tell the written form of each of SIB-200's 1,600 sentences is measured too.
//!
//! ```text
//! cargo bench -p notis --bench text
//! cargo bench -p notis --bench text -- FILE.jsonl    # articles of your own: the "text" of each line
//! ```

mod clock;

use std::fs::File;
use std::hint::black_box;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;

use clock::seconds;
use notis_text::{Sentence, Stemmer, Token, Types, analyze, identify, names, sentences, structure, tokens};

const ROUNDS: usize = 5;
/// Bytes of the articles.
const BYTES: usize = 4 << 20;
/// Bytes that are read in a round, at the least: the time that a thread has computed is told in steps of some
/// milliseconds.
const ROUND: usize = 32 << 20;

const SENTENCES: [&str; 8] = [
    "Statsministeren sa mandag at regjeringen vil bruke 1 250 millioner kroner mer på skolene.",
    "– Vi er glade for at folk kom seg ut i tide, seier brannsjef Oddny Vangen til avisa.",
    "Elva steig med to meter i natt, og vegen mellom bygdene er stengd til kl. 14.30.",
    "Ifølge politiet ble ingen skadet, men flere hus må rives før vinteren.",
    "Nord-Korea svarer med å bryte samtalene med FN, skriver nettstedet nordavisen.no.",
    "Kampen endte 3–1 etter at hjemmelaget scoret to mål i løpet av ti minutter.",
    "Kommunestyret vedtok budsjettet med knapt fleirtal 12. desember i fjor.",
    "Prisene på strøm, mat og drivstoff økte mindre enn ventet, viser ferske tall.",
];

/// Articles of about `words` words, parted into paragraphs, with a name of its own in every sentence.
fn articles(words: usize) -> Vec<String> {
    let mut articles = Vec::new();
    let (mut bytes, mut count) = (0, 0);
    while bytes < BYTES {
        let mut article = String::from("Flaumen har snudd\n\n");
        for n in 0..words.div_ceil(15) {
            article.push_str(SENTENCES[(n + articles.len()) % SENTENCES.len()]);
            count += 1;
            article.push_str(&format!(
                " Det fortel {}vik{}en.",
                ["Sol", "Nes", "Ås", "Lund"][n % 4],
                count % 5000
            ));
            article.push_str(if n % 4 == 3 { "\n\n" } else { " " });
        }
        bytes += article.len();
        articles.push(article);
    }
    articles
}

fn bytes(articles: &[String]) -> usize {
    articles.iter().map(String::len).sum()
}

/// What `work` counts in all articles.
fn count(articles: &[String], mut work: impl FnMut(&str) -> usize) -> usize {
    let counts = articles.iter().map(|article| black_box(work(black_box(article))));
    counts.sum()
}

/// Measures the same `work` pass after pass, see [`measure_passes`].
fn measure(name: &str, articles: &[String], mut work: impl FnMut(&str) -> usize) -> usize {
    measure_passes(name, articles, || count(articles, &mut work))
}

/// Measures a `pass` over all articles, in rounds of as many as it takes to read enough. Prints the MB/s of the best
/// round, and gives what a pass counts.
fn measure_passes(name: &str, articles: &[String], mut pass: impl FnMut() -> usize) -> usize {
    let bytes = bytes(articles).max(1);
    let passes = ROUND.div_ceil(bytes);
    let (mut counted, mut best) = (0, f64::INFINITY);
    for _ in 0..ROUNDS {
        let start = seconds();
        counted = (0..passes).map(|_| pass()).fold(0, |_, counted| counted);
        best = best.min((seconds() - start) / passes as f64);
    }
    let mut out = std::io::stdout().lock();
    let _ = writeln!(
        out,
        "  {name:<28} {:>8.1} MB/s   {counted:>9} found",
        bytes as f64 / best / 1e6
    );
    counted
}

/// The 1,600 sentences of SIB-200's train and dev in both forms, where they are at hand.
fn sib200() -> Option<Vec<String>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let mut sentences = Vec::new();
    for set in ["nb-train", "nb-dev", "nn-train", "nn-dev"] {
        let file = File::open(data.join(format!("sib200-{set}.jsonl.gz"))).ok()?;
        for line in BufReader::new(flate2::read::GzDecoder::new(file)).lines() {
            let row: serde_json::Value = serde_json::from_str(&line.ok()?).ok()?;
            sentences.push(row["text"].as_str()?.to_owned());
        }
    }
    Some(sentences)
}

/// Prints the microseconds it takes to tell the written form of a sentence, by a thread that has met no word before.
fn measure_language(sentences: &[String]) {
    identify(&sentences[0]);
    let first_meeting = || {
        let start = seconds();
        let told = sentences
            .iter()
            .filter(|sentence| identify(sentence).is_norwegian());
        (told.count(), seconds() - start)
    };
    let rounds = (0..ROUNDS).map(|_| std::thread::scope(|scope| scope.spawn(first_meeting).join()));
    let (told, best) = rounds
        .flatten()
        .min_by(|one, other| one.1.total_cmp(&other.1))
        .unwrap_or_default();
    let _ = writeln!(
        std::io::stdout().lock(),
        "written form: {:.1} µs a sentence, {told} of {} Norwegian",
        best * 1e6 / sentences.len() as f64,
        sentences.len()
    );
    assert!(
        told * 100 > sentences.len() * 98,
        "{told} sentences told to be Norwegian"
    );
}

/// What an article needs before anything is made of it: its tokens, its types with their stems, its sentences.
#[derive(Default)]
struct Reader {
    found: Vec<Token>,
    stemmer: Stemmer,
}

impl Reader {
    fn tokens(&mut self, text: &str) -> usize {
        self.found.clear();
        tokens(text, &mut self.found);
        self.found.len()
    }

    fn stems(&mut self, text: &str) -> usize {
        self.tokens(text);
        let (types, [_, ids]) = Types::of(("", &[]), (text, &self.found), &mut self.stemmer);
        black_box(ids);
        types.len()
    }

    fn all(&mut self, text: &str) -> usize {
        split(text).len() + self.stems(text)
    }
}

fn split(text: &str) -> Vec<Sentence> {
    sentences(text, &structure(text, None))
}

fn report(title: &str, articles: &[String]) -> (usize, usize) {
    let _ = writeln!(std::io::stdout().lock(), "{title}: {} articles", articles.len());
    let mut reader = Reader::default();
    measure("structure", articles, |text| structure(text, None).len());
    let sentence_count = measure("structure + sentences", articles, |text| split(text).len());
    let token_count = measure("tokens", articles, |text| reader.tokens(text));
    measure("tokens + stems", articles, |text| reader.stems(text));
    let all = measure("tokens + sentences + stems", articles, |text| reader.all(text));
    let anew = measure_passes("  no word met before", articles, || {
        let mut reader = Reader::default();
        count(articles, |text| reader.all(text))
    });
    assert_eq!(all, anew);
    measure("language (whole text)", articles, |text| {
        usize::from(identify(text).is_norwegian())
    });
    let analyzed = measure("analyze", articles, |text| analyze(text, None).tokens.len());
    measure("analyze + names", articles, |text| {
        names(&analyze(text, None)).len()
    });
    assert_eq!(token_count, analyzed);
    (sentence_count, token_count)
}

/// The texts of a file of articles, a JSON object a line.
fn texts(file: &str) -> Vec<String> {
    let lines = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let text = |line: &str| {
        let article: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(article["text"].as_str()?.to_owned())
    };
    let texts: Option<Vec<String>> = lines.lines().map(text).collect();
    texts.unwrap_or_else(|| panic!("{file}: a line without a \"text\""))
}

fn main() {
    let file = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'));
    if let Some(file) = file {
        let articles = texts(&file);
        let (sentence_count, token_count) = report(&file, &articles);
        let words: usize = articles.iter().map(|text| text.split_whitespace().count()).sum();
        assert!(sentence_count >= articles.iter().filter(|text| !text.trim().is_empty()).count());
        assert!(
            token_count * 10 > words * 9 && token_count * 10 < words * 12,
            "{token_count} tokens in {words} words"
        );
        return;
    }
    match sib200() {
        Some(sentences) => measure_language(&sentences),
        None => {
            let _ = writeln!(
                std::io::stdout().lock(),
                "written form: skipped, no SIB-200 in ../shared/data"
            );
        }
    }
    for (title, words) in [("short articles", 100), ("long articles", 5000)] {
        let articles = articles(words);
        let (sentence_count, token_count) = report(title, &articles);
        let written: usize = articles
            .iter()
            .map(|article| article.matches(" Det fortel ").count())
            .sum();
        // Two sentences for each that was written, and the title.
        assert_eq!(sentence_count, 2 * written + articles.len());
        assert!(
            token_count > 15 * written && token_count < 22 * written,
            "{token_count} tokens"
        );
    }
}
