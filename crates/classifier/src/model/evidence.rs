//! Why a tag was given.

use super::Model;
use super::classify::SILENT;
use super::reading::Reading;
use crate::decision::Evidence;

/// No mention counts for less than this in sharing a score out.
const LEAST_LOSS: f64 = 0.01;

impl Model {
    /// Shares a topic's log-odds out over the words that carried them, the strongest first; see [`Evidence`].
    pub(super) fn evidence(&self, reading: &Reading<'_>, topic: usize, score: f64) -> Vec<Evidence> {
        let mut evidence = match reading.rule(topic) {
            Some((_, mention)) => vec![entry(reading, mention, score - SILENT)],
            None => self.shares(reading, topic, score - SILENT),
        };
        evidence.push(Evidence {
            text: String::new(),
            weight: SILENT as f32,
            start: 0,
            end: 0,
            field: Some(Evidence::BASELINE),
        });
        evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.start.cmp(&b.start)));
        evidence
    }

    /// Gives each mention its share of `carried`, by what the salience would lose without it.
    fn shares(&self, reading: &Reading<'_>, topic: usize, carried: f64) -> Vec<Evidence> {
        let mentions = reading.mentions(topic);
        let score = self.salience(reading, topic, mentions);
        let loss = |skip: usize| {
            let mut rest = mentions.to_vec();
            rest.remove(skip);
            (score - self.salience(reading, topic, &rest)).max(LEAST_LOSS)
        };
        let losses: Vec<f64> = (0..mentions.len()).map(loss).collect();
        let all: f64 = losses.iter().sum();
        let share = |(mention, loss)| entry(reading, mention, carried * loss / all);
        mentions.iter().zip(losses).map(share).collect()
    }
}

fn entry(reading: &Reading<'_>, mention: &crate::topics::Mention, weight: f64) -> Evidence {
    Evidence {
        text: reading.words(mention).to_owned(),
        weight: weight as f32,
        start: mention.span.start,
        end: mention.span.end,
        field: mention.in_title.then_some(Evidence::TITLE),
    }
}
