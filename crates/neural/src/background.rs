//! What texts in general look like to an encoder.
//!
//! The vectors of sentence encoders lie in a narrow cone (Ethayarajh 2019, "How contextual are contextualized word
//! representations?"): what any two texts have in common has to be taken off before likeness tells much.

use crate::Error;
use crate::encoder::{Encoder, Role};
use crate::vector::{cosine, mean, normalized};

/// What news can be about, in short sentences.
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

/// How an encoder sees texts about everything and nothing.
pub(crate) struct Background {
    vectors: Vec<Vec<f32>>,
    mean: Vec<f32>,
}

impl Background {
    pub(crate) fn of(encoder: &Encoder) -> Result<Self, Error> {
        let vectors = encoder.embed(Role::Passage, &ANYTHING)?;
        Ok(Background {
            mean: mean(&vectors),
            vectors,
        })
    }

    /// What a vector has that texts in general have not, at length 1.
    pub(crate) fn apart(&self, vector: &[f32]) -> Vec<f32> {
        normalized(
            vector
                .iter()
                .zip(&self.mean)
                .map(|(x, usual)| x - usual)
                .collect(),
        )
    }

    /// The mean cosine of texts in general with a vector.
    pub(crate) fn usual(&self, vector: &[f32]) -> f32 {
        let cosines: f32 = self.vectors.iter().map(|text| cosine(text, vector)).sum();
        cosines / self.vectors.len() as f32
    }
}
