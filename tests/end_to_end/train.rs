//! `notis train`.

use crate::support::*;

/// Twelve articles of two topics, some in each form.
fn corpus() -> Folder {
    let folder = Folder::new(&[("topics.toml", TOPICS)]);
    let mut lines = String::new();
    for n in 0..10 {
        for (topic, text) in [("laks", SALMON), ("ferje", FERRY)] {
            let text = format!("{text}Dette er sak nummer {n} i år.");
            lines += &serde_json::json!({"id": format!("{topic}{n}"), "text": text, "labels": [topic]})
                .to_string();
            lines.push('\n');
        }
    }
    folder.write("c.jsonl", lines.as_bytes());
    folder
}

#[test]
fn a_model_learns_the_labels_of_a_corpus() {
    let folder = corpus();
    let run = folder.notis("train c.jsonl -o m.notis");
    assert!(
        run.err.contains("2 topics") && run.err.contains("20 articles"),
        "{}",
        run.err
    );
    run.ok();
    folder.write(
        "ny.txt",
        "Laksen gjekk til botnar i merda. Oppdrettaren i bygda slaktar laks heile veka.".as_bytes(),
    );
    let line = folder
        .notis("classify ny.txt -m m.notis --format jsonl --scores")
        .json()
        .remove(0);
    assert!(
        line["scores"]["laks"].as_f64() > line["scores"]["ferje"].as_f64(),
        "{line}"
    );
}

#[test]
fn the_same_corpus_gives_the_same_bytes_whatever_the_threads() {
    let folder = corpus();
    folder
        .notis("train c.jsonl --topics topics.toml -o a.notis --threads 1")
        .ok();
    folder
        .notis("train c.jsonl --topics topics.toml -o b.notis --threads 4")
        .ok();
    assert!(folder.read("a.notis") == folder.read("b.notis"));
}

#[test]
fn a_model_of_definitions_alone_works_at_once() {
    let folder = Folder::new(&[("laks.txt", SALMON)]);
    let line = folder
        .notis(&format!("classify laks.txt -m {} --format jsonl", small_model()))
        .json()
        .remove(0);
    assert_eq!(line["topics"][0]["topic"], "laks");
}

#[test]
fn a_base_keeps_its_topics_beside_the_new() {
    let folder = corpus();
    folder.write("ny.toml", b"[[topic]]\nid = 'buss'\naliases = ['buss*']\n");
    folder
        .notis(&format!(
            "train --topics ny.toml --base {} -o m.notis",
            small_model()
        ))
        .ok();
    let card = folder.notis("inspect m.notis").ok();
    for topic in ["laks", "ferje", "buss"] {
        assert!(card.contains(topic), "{card}");
    }
}

#[test]
fn an_exclusive_model_gives_exactly_one_topic() {
    let folder = corpus();
    folder
        .notis("train c.jsonl --exclusive --learner svm -o m.notis")
        .ok();
    folder.write(
        "ny.txt",
        "Kommunen pussar opp rådhuset for fire millionar kroner.".as_bytes(),
    );
    for file in ["ny.txt", "c.jsonl"] {
        for line in folder
            .notis(&format!("classify {file} -m m.notis --format jsonl"))
            .json()
        {
            assert_eq!(line["topics"].as_array().unwrap().len(), 1, "{line}");
        }
    }
}

#[test]
fn every_learner_learns() {
    let folder = corpus();
    for learner in ["auto", "nb", "complement-nb", "svm", "logistic"] {
        folder
            .notis(&format!(
                "train c.jsonl --learner {learner} --budget 5 -o m.notis"
            ))
            .ok();
        let line = folder
            .notis("classify c.jsonl -m m.notis --limit 1 --format jsonl --scores")
            .json()
            .remove(0);
        assert!(
            line["scores"]["laks"].as_f64() > line["scores"]["ferje"].as_f64(),
            "{learner}: {line}"
        );
    }
}

#[test]
fn oddities_of_a_corpus_are_told_before_training() {
    let folder = corpus();
    let mut lines = String::from_utf8(folder.read("c.jsonl")).unwrap();
    lines += &serde_json::json!({"id": "kopi", "text": format!("{SALMON}Dette er sak nummer 3 i år."), "labels": ["lask"]}).to_string();
    lines += "\n{\"id\":\"tom\",\"text\":\"\",\"labels\":[]}\n";
    folder.write("c.jsonl", lines.as_bytes());
    let run = folder.notis("train c.jsonl -o m.notis");
    for words in [
        "«lask» looks like a slip for «laks»",
        "laks3 is there again as kopi",
        "1 article has no text: tom",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
}

#[test]
fn a_model_needs_a_place_and_something_to_learn_from() {
    let folder = corpus();
    folder.notis("train c.jsonl").fails_saying(&["-o MODEL"]);
    folder.notis("train -o m.notis").fails_saying(&["--topics"]);
}

#[test]
fn auto_says_what_it_compared_and_what_it_chose() {
    let run = corpus().notis("train c.jsonl -o m.notis --learner auto --budget 2s");
    for words in ["compared ", "recipes on folds, best ", "words are weighed by "] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    run.ok();
}

#[test]
fn features_are_switches_and_the_card_tells_them() {
    let folder = corpus();
    folder
        .notis("train c.jsonl -o m.notis --learner svm --features words=1,compounds")
        .ok();
    let card = folder.notis("inspect m.notis").ok();
    for words in [
        "learned from 20 articles, 20 of them labelled",
        "svm 3 on words, compounds",
        "micro-F1 1.000 on folds",
    ] {
        assert!(card.contains(words), "{words}: {card}");
    }
}

#[test]
fn unlabelled_articles_teach_what_definitions_find_in_them() {
    let folder = corpus();
    let lines = String::from_utf8(folder.read("c.jsonl")).unwrap();
    let unlabelled: Vec<String> = lines
        .lines()
        .map(|line| {
            let mut article: serde_json::Value = serde_json::from_str(line).unwrap();
            article.as_object_mut().unwrap().remove("labels");
            article.to_string()
        })
        .collect();
    folder.write("u.jsonl", unlabelled.join("\n").as_bytes());
    let run = folder.notis("train u.jsonl --topics topics.toml -o m.notis");
    assert!(
        run.err
            .contains("no article has labels: 20 of 20 serve as examples"),
        "{}",
        run.err
    );
    run.ok();
}

#[test]
fn rules_of_an_editor_decide_and_are_shown() {
    let rules = format!("{TOPICS}always = ['Fergebladet']\nnever = ['fergefri*']\n");
    let folder = Folder::new(&[
        ("topics.toml", &rules),
        ("ja.txt", "Fergebladet skriver om en konsert i kirken på lørdag."),
        ("nei.txt", &format!("{FERRY}Bygda blir fergefri om ti år.")),
    ]);
    folder.notis("train --topics topics.toml -o m.notis").ok();
    let yes = folder
        .notis("classify ja.txt -m m.notis --format jsonl --explain")
        .json()
        .remove(0);
    assert_eq!(yes["topics"][0]["topic"], "ferje");
    assert_eq!(yes["topics"][0]["evidence"][0]["text"], "Fergebladet");
    let no = folder
        .notis("classify nei.txt -m m.notis --format jsonl")
        .json()
        .remove(0);
    assert_eq!(no["topics"].as_array().unwrap().len(), 0, "{no}");
}
