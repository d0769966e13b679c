//! Topics by their names and descriptions alone, without any labelled article.
//!
//! An article is near a topic where its vector is nearer the topic's words than texts in general are. How near texts
//! are in general differs from topic to topic, so it is measured on a few sentences about everything and nothing.

use crate::Error;
use crate::encoder::{Encoder, Role};
use crate::semantic::cosine;

/// Topics as an encoder sees their words.
pub struct ZeroShot {
    topics: Vec<Topic>,
}

struct Topic {
    vector: Vec<f32>,
    /// The mean cosine of [`ANYTHING`] with it.
    usual: f32,
}

/// What news can be about, in short sentences: what a topic's words are compared with.
const ANYTHING: [&str; 12] = [
    "En mann i 40-årene ble kjørt til sykehus etter en ulykke i natt.",
    "Kommunestyret vedtok budsjettet for neste år.",
    "Laget vant siste serierunde foran hjemmepublikum.",
    "Boka kjem ut til hausten, seier forfattaren.",
    "Selskapet øker omsetningen og ansetter flere.",
    "Det blir opphaldsver og lett bris utover dagen.",
    "Statsministeren møtte kollegaen sin til samtaler.",
    "Forskerne har undersøkt funnene i flere år.",
    "Politiet etterforsker saken og ber om tips.",
    "Elevane får nye lærebøker etter ferien.",
    "Festivalen samlet rekordmange besøkende.",
    "Krigen har pågått lenge, og ingen av partene vil gi seg.",
];

/// How much log-odds a cosine of 1 is worth, and where the even chance lies: set on every sixth article of the starter
/// corpus, so that F1 is highest there.
const SLOPE: f32 = 100.0;
const EVEN: f32 = 0.02;
/// So many topics that nothing is near to are thought beside those given, so that a single topic has something to be
/// compared with.
const FAR_TOPICS: f32 = 2.0;

impl ZeroShot {
    /// Topics told in words, «Klima: utslepp, oppvarming og politikken om det».
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn new(encoder: &Encoder, told: &[String]) -> Result<Self, Error> {
        let anything = encoder.embed(Role::Passage, &ANYTHING)?;
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        let topic = |vector: Vec<f32>| {
            let all: f32 = anything.iter().map(|text| cosine(text, &vector)).sum();
            Topic {
                usual: all / anything.len() as f32,
                vector,
            }
        };
        let vectors = encoder.embed(Role::Query, &told)?;
        Ok(ZeroShot {
            topics: vectors.into_iter().map(topic).collect(),
        })
    }

    /// The probability of each topic for an article's vector.
    pub fn probabilities(&self, article: &[f32]) -> Vec<f32> {
        let above = |topic: &Topic| cosine(&topic.vector, article) - topic.usual;
        let above: Vec<f32> = self.topics.iter().map(above).collect();
        // Some articles are nearer to every topic than others are; what counts is which topic they are nearest to.
        let level = above.iter().sum::<f32>() / (above.len() as f32 + FAR_TOPICS);
        let probability = |&above: &f32| 1.0 / (1.0 + (-SLOPE * (above - level - EVEN)).exp());
        above.iter().map(probability).collect()
    }
}
