//! What the fuzz targets share.

use std::convert::Infallible;

use notis_classifier::{Definitions, Model, TrainOptions};
use notis_corpus::Article;

const TOPICS: &str = r#"
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

const TEXTS: [(&str, &str); 4] = [
    ("laks", "Laksen i merda er sjuk. Oppdrettaren ventar på veterinær, og laks døyr kvar dag."),
    ("laks", "Oppdretteren mistet tusen laks da nota røk i natt."),
    ("bergen", "Bergen får ny bybane. Byrådet vil bygge over Bryggen, men ikke alle er glade."),
    ("bergen", "I Bergen regnet det i to måneder på rad, og paraplyene ble utsolgt."),
];

/// A small model of words and definitions.
pub fn small_model() -> Model {
    let definitions = Definitions::parse(TOPICS).expect("the definitions are well-formed");
    let articles = (0..40).map(|number| {
        let (label, text) = TEXTS[number % TEXTS.len()];
        Ok::<_, Infallible>(Article {
            id: number.to_string(),
            text: format!("{text} Sak {number}."),
            labels: Some(vec![label.to_owned()]),
            ..Article::default()
        })
    });
    Model::train(articles, Some(&definitions), None, &TrainOptions::default(), &|_| ())
        .expect("the articles teach something")
        .0
}
