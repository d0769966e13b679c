//! What corrections do to a model.

use super::tests::{TOPICS, article, classify, defined, sport_and_fish, train};
use super::*;
use notis_corpus::Article;

/// The same news of salmon under another name, which the model has never met.
fn trout(i: usize, labels: Option<&[&str]>) -> Result<Article, std::io::Error> {
    let text =
        format!("Regnbogeaure nummer {i} rømde i natt, og eigaren fiskar etter regnbogeauren i sundet.");
    article(100 + i, &text, labels)
}

#[test]
fn corrections_raise_articles_like_them_and_no_others() {
    let model = trained();
    let corrections = (0..12).map(|i| trout(i, Some(&["laks"])));
    let (learned, count) = model.learn(corrections).expect("its words can learn");
    let score = |model: &Model, text: &str, topic: usize| {
        classify(model, text, &ClassifyOptions::default()).scores[topic]
    };
    let unseen = "Regnbogeauren rømde i natt frå eit anlegg i sundet, og eigaren fiskar etter han.";
    let football = "Laget vann kampen på straffespark. Keeperen var god, og trenaren er nøgd.";
    assert_eq!(count, 12);
    assert!(score(&learned, unseen, 0) > score(&model, unseen, 0) + 0.2);
    assert!((score(&learned, football, 2) - score(&model, football, 2)).abs() < 0.05);
    assert!(learned.was_trained_on(&trout(3, None).unwrap().text) && !model.was_trained_on(unseen));
    let again = Model::from_bytes(&learned.to_bytes()).expect("bytes of a model");
    assert_eq!(again.parts.corrections, learned.parts.corrections);
    assert_eq!((again.card().corrections, model.card().corrections), (12, 0));
    assert_eq!(again.parts.held_out, learned.parts.held_out);
    assert!((score(&again, unseen, 0) - score(&learned, unseen, 0)).abs() < 1e-5);
}

#[test]
fn evidence_after_corrections_still_adds_up() {
    let model = trained();
    let (learned, _) = model.learn((0..12).map(|i| trout(i, Some(&["laks"])))).unwrap();
    let explain = ClassifyOptions {
        explain: true,
        threshold: Some(0.0),
    };
    for tag in classify(&learned, &trout(3, None).unwrap().text, &explain)
        .decision
        .tags()
    {
        let sum: f32 = tag.evidence.iter().map(|e| e.weight).sum();
        let p = f64::from(tag.probability);
        let odds = libm::log(p / (1.0 - p));
        assert!(
            (f64::from(sum) - odds).abs() < 0.02 * odds.abs().max(1.0),
            "{sum} {odds}"
        );
    }
}

#[test]
fn an_article_corrected_anew_replaces_its_old_correction() {
    let model = trained();
    let learn =
        |model: &Model, labels: &[&str]| model.learn((0..6).map(|i| trout(i, Some(labels)))).unwrap().0;
    let twice = learn(&learn(&model, &["laks"]), &["fotball"]);
    assert_eq!(twice.to_bytes(), learn(&model, &["fotball"]).to_bytes());
}

#[test]
fn corrections_of_a_topic_defined_later_are_learned_too() {
    let model = trained();
    let (mut learned, _) = model.learn((0..6).map(|i| trout(i, Some(&["laks"])))).unwrap();
    let more = Definitions::parse("[[topic]]\nid = 'aure'\naliases = ['sjøaure*']").unwrap();
    learned.add_definitions(&more).unwrap();
    let text = trout(9, None).unwrap().text;
    let before = classify(&learned, &text, &ClassifyOptions::default()).scores;
    assert_eq!(before.len(), 4);
    let (learned, _) = learned
        .learn((6..12).map(|i| trout(i, Some(&["aure", "laks"]))))
        .unwrap();
    assert!(classify(&learned, &text, &ClassifyOptions::default()).scores[3] > before[3] + 0.1);
    assert!(Model::from_bytes(&learned.to_bytes()).is_ok());
}

#[test]
fn who_knows_no_words_cannot_learn() {
    let error = defined()
        .learn((0..3).map(|i| trout(i, Some(&["laks"]))))
        .unwrap_err();
    assert!(matches!(error, Error::CannotLearn), "{error}");
    let model = trained();
    let unlabelled = model.learn((0..3).map(|i| trout(i, None))).unwrap_err();
    assert!(matches!(unlabelled, Error::NothingJudged), "{unlabelled}");
}

fn trained() -> Model {
    let options = TrainOptions::default();
    let (model, _) = train(sport_and_fish(true), Some(&with_football()), None, &options).unwrap();
    model
}

fn with_football() -> Definitions {
    let toml = format!("{TOPICS}\n[[topic]]\nid = 'fotball'\naliases = ['straffespark*', 'keeper*']");
    Definitions::parse(&toml).expect("the definitions of the test")
}
