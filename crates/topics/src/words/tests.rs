use super::*;
use crate::container::Container;
use notis_features::{Content, FeatureOptions, FeaturizerBuilder, SparseRows, ViewSet};
use notis_learn::learners::{LearnerKind, Targets};
use notis_text::analyze;

const SPORT: [&str; 6] = [
    "Laget vant kampen med tre mål.",
    "Spissen skåret to mål i finalen.",
    "Treneren var nøgd med kampen på heimebane.",
    "Keeperen redda straffa og laget vann.",
    "Stadion jublet da målet kom i kampen.",
    "Spelaren fekk raudt kort i finalen.",
];
const HEALTH: [&str; 6] = [
    "Sykehuset mangler leger og sykepleiere.",
    "Pasientar ventar lenge på sjukehuset.",
    "Legen ga pasienten ny medisin.",
    "Fastlegen har for mange pasienter på lista.",
    "Helseforetaket sparer penger på sykehuset.",
    "Medisinen hjelper pasientar med astma.",
];

fn corpus() -> (Featurizer, SparseRows, Vec<u16>) {
    let views = ViewSet {
        stems: true,
        chars: Some((3, 4)),
        ..ViewSet::default()
    };
    let mut builder = FeaturizerBuilder::new(FeatureOptions {
        views,
        min_df: 1,
        ..FeatureOptions::default()
    });
    let mut labels = Vec::new();
    for (sport, health) in SPORT.iter().zip(&HEALTH) {
        for (label, text) in [(0, sport), (1, health)] {
            let terms = builder.options().views.terms(&analyze(text, None));
            builder.add(&terms);
            labels.push(label);
        }
    }
    let (featurizer, counts) = builder.finish();
    (featurizer, counts, labels)
}

fn trained(options: &WordOptions, exclusive: bool) -> (WordModel, WordReport) {
    let (featurizer, counts, labels) = corpus();
    let targets = if exclusive {
        Targets::exclusive(2, &labels)
    } else {
        Targets::multiple(2, &labels.iter().map(|&label| [label]).collect::<Vec<_>>())
    };
    WordModel::train(featurizer, counts, &targets, options).unwrap()
}

#[test]
fn every_learner_tells_sport_from_health() {
    let article = analyze("Kampen endte med to mål til laget.", None);
    for kind in LearnerKind::ALL {
        for exclusive in [true, false] {
            let options = WordOptions {
                learner: Some(kind),
                folds: 3,
                ..WordOptions::default()
            };
            let (model, report) = trained(&options, exclusive);
            let p = model.probabilities(&model.scores(&article));
            assert!(p[0] > p[1], "{kind:?} {exclusive} {p:?}");
            assert_eq!(report.out_of_fold.len(), 24);
        }
    }
}

#[test]
fn contributions_add_up_to_the_score() {
    let (model, _) = trained(
        &WordOptions {
            folds: 3,
            ..WordOptions::default()
        },
        false,
    );
    let article = analyze("Laget vant. Laget jubla.", Some("Kampen"));
    let content = Content::of(&article);
    let located = model.locate(&article, &content, model.featurizer().row(&content));
    for topic in 0..2 {
        let parts: f64 = model
            .contributions(&located, topic)
            .iter()
            .map(|part| part.weight)
            .sum();
        let score = f64::from(model.scores(&article)[topic] - model.bias(topic));
        assert!((parts - score).abs() < 1e-4);
    }
    assert!(
        model
            .contributions(&located, 0)
            .iter()
            .any(|part| part.in_title && part.weight > 0.0)
    );
}

#[test]
fn a_model_read_back_answers_alike() {
    for exclusive in [true, false] {
        let options = WordOptions {
            learner: Some(LearnerKind::NB),
            folds: 3,
            ..WordOptions::default()
        };
        let (model, _) = trained(&options, exclusive);
        let mut container = Container::default();
        model.write_into(&mut container, "words");
        let mut read = Container::from_bytes(&container.to_bytes()).unwrap();
        assert_eq!(WordModel::read_from(&mut read, "words").unwrap(), model);
        read.arrays.clear();
        assert!(WordModel::read_from(&mut read, "words").is_err());
    }
}

#[test]
fn any_number_of_threads_trains_the_same() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let options = WordOptions {
        folds: 3,
        ..WordOptions::default()
    };
    assert_eq!(alone.install(|| trained(&options, true)), trained(&options, true));
}

#[test]
fn naive_bayes_learns_on_as_if_it_had_seen_all_at_once() {
    let (featurizer, counts, labels) = corpus();
    let fixed = WordOptions {
        fixed: Some(LearnerKind::NB.with(0.1)),
        calibrate: false,
        ..WordOptions::default()
    };
    let part: Vec<usize> = (0..8).collect();
    let rest: Vec<usize> = (8..12).collect();
    for exclusive in [true, false] {
        let targets = |rows: &[usize]| {
            let chosen: Vec<[u16; 1]> = rows.iter().map(|&row| [labels[row]]).collect();
            if exclusive {
                Targets::exclusive(2, chosen.as_flattened())
            } else {
                Targets::multiple(2, &chosen)
            }
        };
        let all: Vec<usize> = (0..12).collect();
        let train = |rows: &[usize]| {
            WordModel::train(featurizer.clone(), counts.select(rows), &targets(rows), &fixed)
                .unwrap()
                .0
        };
        let learned = train(&part)
            .learn(&featurizer.weighed(&counts.select(&rest)), &targets(&rest))
            .unwrap()
            .unwrap();
        let at_once = train(&all);
        for row in featurizer.weighed(&counts).iter() {
            for (a, b) in learned
                .weights
                .scores(row)
                .iter()
                .zip(at_once.weights.scores(row))
            {
                assert!((a - b).abs() < 1e-4, "{a} {b}");
            }
        }
    }
}

#[test]
fn other_learners_say_that_they_cannot_learn_on() {
    let fixed = WordOptions {
        fixed: Some(LearnerKind::SVM.with(1.0)),
        calibrate: false,
        ..WordOptions::default()
    };
    let (model, _) = trained(&fixed, true);
    let (_, counts, labels) = corpus();
    assert!(
        model
            .learn(&counts, &Targets::exclusive(2, &labels))
            .unwrap()
            .is_none()
    );
}
