//! A small model of words and definitions, trained on the spot.

use std::sync::LazyLock;

use notis::{Article, Desk, Model, Topics, Trainer};

const TOPICS: &str = "
[[topic]]
id = 'ferje'
names = { nb = 'Ferje' }
aliases = ['ferje*', 'ferge*', '+båt+', 'IS']
context = ['kai*']
always = ['ferjekø']
never = ['ferjemannen']
[[topic]]
id = 'voss'
parent = 'ferje'
aliases = ['Voss', '=Krim', '\"stille uke\"', '*laks']
related = ['Lønavatnet', 'Nord-Korea']
exclude = ['Vossevangen']
";

const TEXTS: [(&str, &str); 4] = [
    (
        "ferje",
        "Ferja ligg framleis ved kai. Rederiet ventar på ein del til motoren, og ferja går ikkje før laurdag.",
    ),
    (
        "ferje",
        "Fergen sto i tre timer, og køen strakte seg helt til kirken.",
    ),
    (
        "voss",
        "Voss får ny svømmehall. Kommunen bygger ved Lønavatnet, men ikke alle er enige.",
    ),
    (
        "voss",
        "På Voss snødde det i to uker, og alle spadene ble utsolgt.",
    ),
];

/// The model.
pub fn small() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(trained);
    &MODEL
}

/// A desk with the model, which digests by this method.
pub fn desk(method: &str, verbatim: bool) -> Desk {
    let builder = Desk::builder()
        .model(small().clone())
        .method(method)
        .verbatim(verbatim);
    builder.build().expect("the method is one of notis::METHODS")
}

fn trained() -> Model {
    let articles = (0..40).map(|number| {
        let (label, text) = TEXTS[number % TEXTS.len()];
        Ok(Article {
            id: number.to_string(),
            text: format!("{text} Sak {number}."),
            labels: Some(vec![label.to_owned()]),
            ..Article::default()
        })
    });
    let topics = Topics::parse(TOPICS).expect("the definitions are well-formed");
    let trained = Trainer::new().topics(topics).train(articles);
    trained.expect("the articles teach something").0
}
