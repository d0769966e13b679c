//! What the fuzz targets share.

use std::convert::Infallible;

use notis_topics::{Definitions, Model, TrainOptions};
use notis_corpus::Article;

const TOPICS: &str = "
[[topic]]
id = 'ferje'
aliases = ['ferje*', 'ferge*']
always = ['ferjekø']
never = ['ferjemannen']
[[topic]]
id = 'voss'
aliases = ['Voss']
related = ['Lønavatnet']
";

const TEXTS: [(&str, &str); 4] = [
    ("ferje", "Ferja ligg framleis ved kai. Rederiet ventar på ein del til motoren, og ferja går ikkje før laurdag."),
    ("ferje", "Fergen sto i tre timer, og køen strakte seg helt til kirken."),
    ("voss", "Voss får ny svømmehall. Kommunen bygger ved Lønavatnet, men ikke alle er enige."),
    ("voss", "På Voss snødde det i to uker, og alle spadene ble utsolgt."),
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
