//! Prints synthetic articles as JSON Lines, to try the ways of `docs/scale.md` on more articles than anybody may pass on:
//!
//! ```text
//! cargo run --release -p notis-features --example synthetic -- ARTICLES SEED [WORDS]
//! ```
//!
//! Words are drawn by how many pages of the background frequencies they stand on; every fortieth is two of them put
//! together, as compounds are, so that new words keep coming. Each article has one of forty labels, or none, and draws every
//! tenth word from a fortieth of the rarer words. The same arguments give the same articles.

use std::error::Error;
use std::io::{BufWriter, Write, stdout};

use notis_features::Background;
use notis_learn::random::SplitMix;

const TOPICS: usize = 40;
/// One word in so many is a compound.
const COMPOUND: usize = 40;
/// One word in so many is the topic's own.
const OWN: usize = 10;
/// Words on fewer pages than this may be a topic's own.
const RARE: u32 = 1_000;

/// Words, drawn by their weights.
#[derive(Default)]
struct Urn {
    words: Vec<String>,
    /// The sum of the weights up to and with each.
    sums: Vec<usize>,
}

impl Urn {
    fn add(&mut self, word: &str, weight: u32) {
        let sum = self.sums.last().copied().unwrap_or_default();
        self.words.push(word.to_owned());
        self.sums.push(sum + weight as usize);
    }

    fn draw(&self, random: &mut SplitMix) -> &str {
        let at = random.below(self.sums.last().copied().unwrap_or(1));
        &self.words[self.sums.partition_point(|&sum| sum <= at)]
    }
}

struct Urns {
    all: Urn,
    own: Vec<Urn>,
}

impl Urns {
    fn filled() -> Self {
        let mut urns = Urns {
            all: Urn::default(),
            own: (0..TOPICS).map(|_| Urn::default()).collect(),
        };
        let mut rare = 0;
        Background::shipped().for_each_word(|word, pages| {
            let pages = pages.iter().sum();
            if word.chars().all(char::is_alphabetic) {
                urns.all.add(word, pages);
                rare += usize::from(pages < RARE);
                if pages < RARE {
                    urns.own[rare % TOPICS].add(word, pages);
                }
            }
        });
        urns
    }

    fn text(&self, topic: Option<usize>, words: usize, random: &mut SplitMix) -> String {
        let mut text = String::new();
        for at in 0..words {
            let own = topic.filter(|_| at % OWN == OWN - 1);
            let urn = own.map_or(&self.all, |topic| &self.own[topic]);
            text += urn.draw(random);
            if at % COMPOUND == COMPOUND - 1 {
                text += self.all.draw(random);
            }
            text += if at % 15 == 14 { ". " } else { " " };
        }
        text
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<u64> = std::env::args()
        .skip(1)
        .map(|number| number.parse())
        .collect::<Result<_, _>>()?;
    let [articles, seed, rest @ ..] = given.as_slice() else {
        return Err("usage: synthetic ARTICLES SEED [WORDS]".into());
    };
    let words = rest.first().copied().unwrap_or(250) as usize;
    let (urns, mut random) = (Urns::filled(), SplitMix(*seed));
    let mut out = BufWriter::new(stdout().lock());
    for number in 0..*articles {
        let topic = random.below(TOPICS + TOPICS / 4);
        let topic = (topic < TOPICS).then_some(topic);
        let text = urns.text(topic, words, &mut random);
        let labels = topic.map_or_else(String::new, |topic| format!("\"emne-{topic:02}\""));
        writeln!(
            out,
            "{{\"id\":\"{seed}-{number}\",\"text\":\"{text}\",\"labels\":[{labels}]}}"
        )?;
    }
    Ok(out.flush()?)
}
