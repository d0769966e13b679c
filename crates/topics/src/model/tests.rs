use notis_corpus::Article;

use super::*;
use crate::{Decision, Origin, Reason};

pub(super) const TOPICS: &str = r#"
    [[topic]]
    id = "laks"
    aliases = ["laks*", "oppdrett*"]
    always = ["lakselus"]
    never = ["laksefisk på boks"]
    [[topic]]
    id = "bergen"
    aliases = ["Bergen"]
    related = ["Bryggen"]
"#;

fn definitions() -> Definitions {
    Definitions::parse(TOPICS).expect("the definitions of the test")
}

pub(super) fn article(id: usize, text: &str, labels: Option<&[&str]>) -> Result<Article, std::io::Error> {
    Ok(Article {
        id: format!("a{id}"),
        text: text.to_owned(),
        labels: labels.map(|l| l.iter().map(|&s| s.to_owned()).collect()),
        ..Article::default()
    })
}

pub(super) fn train(
    articles: Vec<Result<Article, std::io::Error>>,
    definitions: Option<&Definitions>,
    base: Option<&Model>,
    options: &TrainOptions,
) -> Result<(Model, TrainReport), Error> {
    Model::train(articles.into_iter(), definitions, base, options, &|_| ())
}

pub(super) fn defined() -> Model {
    let (model, _) =
        train(Vec::new(), Some(&definitions()), None, &TrainOptions::default()).expect("it is defined");
    model
}

/// Forty articles on fish and on football, labelled or not.
pub(super) fn sport_and_fish(labelled: bool) -> Vec<Result<Article, std::io::Error>> {
    (0..40)
        .map(|i| {
            let (text, label) = if i % 2 == 0 {
                (
                    format!(
                        "Laksen i merd {i} er sjuk. Oppdrettaren ventar på veterinær, og laks døyr kvar dag."
                    ),
                    "laks",
                )
            } else {
                (
                    format!("Laget vann kamp {i} på straffespark. Keeperen var god, og trenaren er nøgd."),
                    "fotball",
                )
            };
            article(i, &text, labelled.then_some(&[label]))
        })
        .collect()
}

pub(super) fn classify(model: &Model, text: &str, options: &ClassifyOptions) -> crate::Classified {
    model.classify(&notis_text::analyze(text, None), options)
}

fn tags(model: &Model, text: &str) -> Vec<String> {
    let classified = classify(model, text, &ClassifyOptions::default());
    let ids = classified
        .decision
        .tags()
        .iter()
        .map(|t| model.topics()[t.topic].id.clone());
    ids.collect()
}

const FISH: &str =
    "Laksen rømde frå merda. No leitar oppdrettaren etter laks i heile fjorden, og laks er funnen i elva.";

#[test]
fn evidence_adds_up_to_the_log_odds() {
    let (model, _) =
        train(sport_and_fish(true), None, None, &TrainOptions::default()).expect("it has labels");
    let explain = ClassifyOptions {
        explain: true,
        threshold: Some(0.0),
    };
    for model in [&model, &defined()] {
        for tag in classify(model, FISH, &explain).decision.tags() {
            let sum: f32 = tag.evidence.iter().map(|e| e.weight).sum();
            let p = f64::from(tag.probability);
            let odds = libm::log(p / (1.0 - p));
            assert!(
                (f64::from(sum) - odds).abs() < 0.02 * odds.abs().max(1.0),
                "{sum} {odds}"
            );
            let spans = tag.evidence.iter().filter(|e| e.origin == Origin::Text);
            assert!(spans.clone().all(|e| FISH[e.start..e.end] == e.text));
            assert!(tag.evidence.iter().any(|e| e.origin == Origin::Baseline));
        }
    }
}

#[test]
fn evidence_keeps_the_types_of_its_words() {
    let analysis = notis_text::analyze(FISH, None);
    let explain = ClassifyOptions {
        explain: true,
        threshold: Some(0.0),
    };
    for tag in defined().classify(&analysis, &explain).decision.tags() {
        for evidence in &tag.evidence {
            let forms = evidence.types.iter().map(|&word| analysis.types.form(word));
            assert_eq!(forms.collect::<Vec<_>>().join(" "), evidence.text.to_lowercase());
            assert!(
                evidence
                    .weighted_types()
                    .all(|(_, weight)| weight == evidence.weight)
            );
        }
    }
}

#[test]
fn a_model_read_again_answers_the_same() {
    let (model, _) =
        train(sport_and_fish(true), None, None, &TrainOptions::default()).expect("it has labels");
    let bytes = model.to_bytes();
    let again = Model::from_bytes(&bytes).expect("bytes of a model");
    let options = ClassifyOptions::default();
    assert_eq!(again.to_bytes(), bytes);
    assert_eq!(
        classify(&again, FISH, &options).scores,
        classify(&model, FISH, &options).scores
    );
}

#[test]
fn definitions_alone_tag_and_a_passing_mention_does_not() {
    let model = defined();
    assert_eq!(tags(&model, FISH), ["laks"]);
    let day = "Ho åt middag heime og såg ut på regnet. Så ringde telefonen, og mora fortalde lenge om turen til byen. ";
    let passing = format!(
        "{}Etterpå kjøpte ho brød, mjølk, ost og litt laks i butikken.",
        day.repeat(8)
    );
    assert!(tags(&model, &passing).is_empty());
}

#[test]
fn the_rules_of_an_editor_win() {
    let model = defined();
    assert_eq!(
        tags(&model, "I dag var det årsmøte. Nokon nemnde lakselus til slutt."),
        ["laks"]
    );
    assert!(tags(&model, &format!("{FISH} Det står om laksefisk på boks òg.")).is_empty());
}

#[test]
fn it_abstains_with_a_reason() {
    let model = defined();
    let reason = |text| match classify(&model, text, &ClassifyOptions::default()).decision {
        Decision::Abstained(reason) => reason,
        Decision::Tagged(_) => panic!("{text} was tagged"),
    };
    assert_eq!(reason("Laks i dag"), Reason::TooShort);
    assert_eq!(
        reason("Kommunestyret vedtok i går å byggje ny skule i sentrum."),
        Reason::BelowThreshold
    );
}

#[test]
fn unlabelled_articles_teach_by_weak_labels() {
    let (model, report) = train(
        sport_and_fish(false),
        Some(&definitions()),
        None,
        &TrainOptions::default(),
    )
    .expect("it is defined");
    assert_eq!(report.labelled, 0);
    assert!(
        report.remarks.iter().any(|r| r.contains("20 of 40")),
        "{:?}",
        report.remarks
    );
    assert_eq!(tags(&model, FISH), ["laks"]);
}

#[test]
fn a_base_keeps_its_topics() {
    let base = defined();
    let more = Definitions::parse("[[topic]]\nid = 'fotball'\naliases = ['straffespark*', 'keeper*']")
        .expect("a definition");
    let (model, _) =
        train(Vec::new(), Some(&more), Some(&base), &TrainOptions::default()).expect("it is defined");
    let ids: Vec<&str> = model.topics().iter().map(|t| t.id.as_str()).collect();
    assert_eq!(ids, ["laks", "bergen", "fotball"]);
    assert_eq!(tags(&model, FISH), ["laks"]);
}

#[test]
fn an_exclusive_model_always_gives_one_topic() {
    let options = TrainOptions {
        exclusive: true,
        ..TrainOptions::default()
    };
    let (model, _) = train(sport_and_fish(true), None, None, &options).expect("it has labels");
    assert_eq!(tags(&model, FISH), ["laks"]);
    assert_eq!(tags(&model, "Keeperen"), ["fotball"]);
}

#[test]
fn an_unknown_label_is_named_with_its_article() {
    let articles = vec![
        article(1, FISH, Some(&["lakse"])),
        article(2, FISH, Some(&["bergen"])),
    ];
    let error = train(articles, Some(&definitions()), None, &TrainOptions::default())
        .expect_err("the label is unknown");
    assert!(
        error.to_string().contains("a1") && error.to_string().contains("«laks»"),
        "{error}"
    );
}

#[test]
fn labels_alone_tell_what_is_unlike_all_that_was_read() {
    let options = TrainOptions {
        features: Some(notis_features::ViewSet::default()),
        ..TrainOptions::default()
    };
    let (model, _) = train(sport_and_fish(true), None, None, &options).unwrap();
    let reason = |text| match classify(
        &model,
        text,
        &ClassifyOptions {
            threshold: Some(1.0),
            ..ClassifyOptions::default()
        },
    )
    .decision
    {
        Decision::Abstained(reason) => Some(reason),
        Decision::Tagged(_) => None,
    };
    assert_eq!(
        reason("Rypekyllingar i lyngheia gøymer seg under einer."),
        Some(Reason::Unfamiliar)
    );
    assert_eq!(
        reason("Laksen er sjuk, og trenaren ventar på laget kvar dag."),
        Some(Reason::BelowThreshold)
    );
}

/// The file of a small model that has all there is: definitions, words, joins, what it was trained on.
fn small_file() -> Vec<u8> {
    let options = TrainOptions {
        features: Some(notis_features::ViewSet {
            words: 1,
            ..notis_features::ViewSet::NONE
        }),
        ..TrainOptions::default()
    };
    let (model, _) = train(sport_and_fish(true), None, Some(&defined()), &options).unwrap();
    model.to_bytes()
}

#[test]
fn every_flipped_bit_of_a_model_is_noticed() {
    let whole = small_file();
    let mut bytes = whole.clone();
    for bit in 0..bytes.len() * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(Model::from_bytes(&bytes).is_err(), "bit {bit}");
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    assert!(Model::from_bytes(&whole).is_ok());
}

#[test]
fn a_damaged_model_under_a_right_checksum_answers_or_is_refused() {
    let whole = small_file();
    let explained = ClassifyOptions {
        explain: true,
        ..ClassifyOptions::default()
    };
    let mut opened = 0;
    for at in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        crate::container::seal(&mut bytes);
        if let Ok(model) = Model::from_bytes(&bytes) {
            opened += 1;
            classify(
                &model,
                "Laksen i merda er sjuk, og oppdrettaren på Bryggen ventar.",
                &explained,
            );
        }
    }
    assert!(
        opened > 100,
        "only {opened} of {} were opened at all",
        whole.len()
    );
}

#[test]
fn numbers_that_are_none_and_metadata_of_another_type_are_refused() {
    use crate::container::{Array, Container};
    let whole = Container::from_bytes(&small_file()).unwrap();
    let changed = |change: &dyn Fn(&mut Container)| {
        let mut container = whole.clone();
        change(&mut container);
        Model::from_bytes(&container.to_bytes())
    };
    assert!(changed(&|_| ()).is_ok());
    for name in ["words0.scales", "words0.biases", "words0.thresholds"] {
        for number in [f32::NAN, f32::INFINITY] {
            let change = |container: &mut Container| {
                let Some(Array::F32(numbers)) = container.arrays.get_mut(name) else {
                    panic!("{name} are numbers")
                };
                numbers[0] = number;
            };
            assert!(changed(&change).is_err(), "{name} {number}");
        }
    }
    for name in ["least prose", "training"] {
        assert!(
            changed(&|container| container.put(name, &["x"])).is_err(),
            "{name}"
        );
    }
}

#[test]
fn labels_that_no_file_can_hold_are_refused() {
    for label in ["fisk;kjøtt", "fisk\nkjøtt", "fisk\u{1b}[31m", " "] {
        let articles = vec![
            article(0, "Laksen i merda er sjuk.", Some(&[label])),
            article(1, "Laget vann på straffespark.", Some(&["fotball"])),
        ];
        let error = train(articles, None, None, &TrainOptions::default()).expect_err(label);
        assert!(
            matches!(error, Error::Label { ref place, .. } if place == "a0"),
            "{error}"
        );
    }
}
