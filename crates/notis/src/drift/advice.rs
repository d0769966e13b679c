//! What to do about drift, in plain words.

use crate::output::{Corrected, DriftReport};

/// A rise of the share of unfamiliar words that is worth new training: half as many again, and two in a hundred words. This
/// and the numbers below are judgement; no drift with a known remedy was measured.
const WORDS_TIMES: f64 = 1.5;
const WORDS_MORE: f64 = 0.02;
/// Corrected articles that a judgement of tags needs, and a fall of micro-F1 beyond what so few show by chance.
const CORRECTED: u64 = 50;
const FALL: f64 = 0.05;
/// Labels given for each that was promised, from where probabilities hold no more.
const PROMISED: [f64; 2] = [0.8, 1.25];

/// Advice for a report.
pub(super) fn of(report: &DriftReport) -> Vec<String> {
    let told = [tags(report), words(report), topics(report)];
    let told: Vec<String> = told.into_iter().flatten().collect();
    if told.is_empty() {
        return vec![
            "The recent articles are much like the earlier ones: nothing calls for new training.".to_owned(),
        ];
    }
    told
}

fn tags(report: &DriftReport) -> Vec<String> {
    let Some(recent) = &report.recent.corrected else {
        return vec![format!(
            "No recent article is labelled, so nobody knows whether its tags are right: correct {CORRECTED} or more, and ask again."
        )];
    };
    if recent.articles < CORRECTED {
        return vec![format!(
            "Only {} recent articles are labelled; {CORRECTED} or more would tell whether tags are still right.",
            recent.articles
        )];
    }
    let earlier = report
        .baseline
        .corrected
        .as_ref()
        .filter(|corrected| corrected.articles >= CORRECTED);
    fallen(earlier, recent)
        .into_iter()
        .chain(promised(recent))
        .collect()
}

fn fallen(earlier: Option<&Corrected>, recent: &Corrected) -> Option<String> {
    let earlier = earlier.filter(|earlier| earlier.micro_f1 - recent.micro_f1 > FALL)?;
    Some(format!(
        "Train anew with the corrected articles: the tags' F1 fell from {:.2} to {:.2}.",
        earlier.micro_f1, recent.micro_f1
    ))
}

fn promised(recent: &Corrected) -> Option<String> {
    let kept = recent.given as f64 / recent.promised.max(f64::MIN_POSITIVE);
    let say = |what: &str| {
        Some(format!(
            "The probabilities are too {what}: {:.0} labels were promised, people gave {}. Train anew with the corrected articles, so that thresholds fit.",
            recent.promised, recent.given
        ))
    };
    match kept {
        kept if kept < PROMISED[0] => say("high"),
        kept if kept > PROMISED[1] => say("low"),
        _ => None,
    }
}

fn words(report: &DriftReport) -> Vec<String> {
    let (Some(earlier), Some(recent)) = (report.baseline.unfamiliar_words, report.recent.unfamiliar_words)
    else {
        return Vec::new();
    };
    if recent < WORDS_TIMES * earlier || recent - earlier < WORDS_MORE {
        return Vec::new();
    }
    let words: Vec<&str> = report
        .new_words
        .iter()
        .take(8)
        .map(|word| word.word.as_str())
        .collect();
    vec![format!(
        "Train anew with newer articles: {:.1} % of their words are unknown to the model, {:.1} % before. New are: {}.",
        100.0 * recent,
        100.0 * earlier,
        words.join(", ")
    )]
}

fn topics(report: &DriftReport) -> Vec<String> {
    if report.changed_topics.is_empty() {
        return Vec::new();
    }
    let told = report
        .changed_topics
        .iter()
        .take(5)
        .map(|topic| format!("{} × {:.1}", topic.topic, topic.ratio));
    vec![format!(
        "The mix of topics has changed ({}). That alone is news and no fault; look at a few articles of these topics, and correct them if tags are wrong.",
        told.collect::<Vec<_>>().join(", ")
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::DriftMonth;

    fn report(f1: [f64; 2], promised: f64) -> DriftReport {
        let month = |micro_f1, promised| DriftMonth {
            unfamiliar_words: Some(0.05),
            corrected: Some(Corrected {
                articles: 100,
                micro_f1,
                promised,
                given: 100,
            }),
            ..DriftMonth::default()
        };
        DriftReport {
            articles: 200,
            baseline: month(f1[0], 100.0),
            months: Vec::new(),
            recent: month(f1[1], promised),
            new_words: Vec::new(),
            changed_topics: Vec::new(),
            advice: Vec::new(),
        }
    }

    #[test]
    fn what_has_not_changed_calls_for_nothing() {
        assert!(of(&report([0.8, 0.78], 105.0))[0].contains("nothing calls for new training"));
    }

    #[test]
    fn a_fall_and_a_broken_promise_are_told() {
        let told = of(&report([0.8, 0.6], 160.0));
        assert!(
            told[0].contains("from 0.80 to 0.60") && told[1].contains("too high"),
            "{told:?}"
        );
        assert!(of(&report([0.8, 0.8], 60.0))[0].contains("too low"));
    }
}
