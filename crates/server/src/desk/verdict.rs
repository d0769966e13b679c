//! What people say of the topics of an article: all of them at once, or one by itself.

use axum::extract::State as Extract;
use axum::response::Response;
use maud::{Markup, html};

use super::address::part;
use super::answer::{Shown, go, trouble};
use super::fields::{Fields, all, field};
use super::names::TopicNames;
use super::reading::Read;
use super::visitor::{Visitor, remember_signature};
use super::words::Words;
use crate::api::corrections::{self, Said};
use crate::extract::{Form, Segment};
use crate::feedback::once_each;
use crate::problem::Problem;
use crate::state::Shared;
use crate::store::{Stored, Verdicts};

/// The topics to tick: those of the model and of people, the nearest, and any other; each can be accepted or rejected by
/// itself too. In the queue it goes on to the next article, or skips to the address of `skip`.
pub(super) fn form(
    read: &Read,
    stored: &Stored,
    names: &TopicNames,
    visitor: &Visitor,
    skip: Option<&str>,
) -> Markup {
    let words = visitor.words();
    let verdicts = Verdicts::of(&stored.corrections);
    let about = verdicts.settle(read.classification.topics.iter().map(|tag| tag.topic.as_str()));
    let offered = offered(read, about.iter().map(String::as_str));
    html! {
        form.verdict method="post" action={ "/articles/" (part(&stored.article.id)) "/correct" } {
            // The first button is the one that Enter presses.
            button.hidden type="submit" tabindex="-1" aria-hidden="true" { (words.save) }
            @if skip.is_some() { input type="hidden" name="back" value="review"; }
            fieldset {
                legend { (words.about_these) }
                @for (number, topic) in (1..).zip(&offered) {
                    (tick(number, topic, about.contains(*topic), names, words))
                }
                label for="add" { (words.add_topic) }
                select id="add" name="topic" data-key="a" data-adds {
                    option value="" { "–" }
                    @for (id, name) in names.sorted() {
                        @if !offered.contains(&id) { option value=(id) { (name) } }
                    }
                }
            }
            p.signed {
                label for="who" { (words.signature) }
                input id="who" name="who" type="text" maxlength="100" autocomplete="nickname" value=(visitor.who);
            }
            p.choices {
                button type="submit" data-key="s" { (words.save) }
                @if let Some(skip) = skip { a.button.quiet href=(skip) data-key="n" { (words.skip_article) } }
            }
        }
    }
}

/// The topics of the model, those that people add, and the one that is nearest.
fn offered<'r>(read: &'r Read, about: impl Iterator<Item = &'r str>) -> Vec<&'r str> {
    let given = read.classification.topics.iter().map(|tag| tag.topic.as_str());
    let nearest = read.classification.nearest.iter();
    let nearest = nearest.map(|nearest| nearest.topic.as_str());
    let mut offered = Vec::new();
    for topic in given.chain(about).chain(nearest) {
        if !offered.contains(&topic) {
            offered.push(topic);
        }
    }
    offered
}

/// A topic to tick, and beside it what judges it alone, contrary to what is said of it so far; the first nine by keys too.
fn tick(number: usize, topic: &str, is_about: bool, names: &TopicNames, words: &Words) -> Markup {
    let key = (number < 10).then_some(number);
    let (field, says) = match is_about {
        true => (REJECT, words.reject_one),
        false => (ACCEPT, words.accept_one),
    };
    html! {
        div.judged {
            label.check {
                input type="checkbox" name="topic" value=(topic) checked[is_about] data-key=[key];
                " " (names.name(topic))
                @if let Some(key) = key { " " kbd aria-hidden="true" { (key) } }
            }
            button.quiet.small type="submit" name=(field) value=(topic) data-key=[key.map(|key| format!("shift {key}"))]
                aria-label={ (says) " " (names.name(topic)) } { (says) }
        }
    }
}

const ACCEPT: &str = "accept";
const REJECT: &str = "reject";

pub(super) async fn correct(
    visitor: Visitor,
    Extract(state): Shared,
    id: Result<Segment, Problem>,
    fields: Result<Fields, Problem>,
) -> Shown {
    let corrected = async {
        let (Segment(id), Form(fields)) = (id?, fields?);
        let who = field(&fields, "who").to_owned();
        let said = said(&fields, id.clone(), who.clone());
        let next = next(&id, field(&fields, "back") == "review", said.graded.is_some());
        corrections::keep(&state, said).await?;
        let mut response = go(&next);
        remember_signature(&mut response, &who);
        Ok::<Response, Problem>(response)
    };
    corrected.await.map_err(trouble(&visitor))
}

/// One topic where one was accepted or rejected, or else those that are ticked and no other.
fn said(fields: &[(String, String)], article: String, who: String) -> Said {
    let one = |name: &str| match field(fields, name) {
        "" => None,
        topic => Some(topic.to_owned()),
    };
    let (labels, graded) = match (one(ACCEPT), one(REJECT)) {
        (Some(topic), _) => (vec![topic.clone()], Some(vec![topic])),
        (None, Some(topic)) => (Vec::new(), Some(vec![topic])),
        (None, None) => (once_each(all(fields, "topic").map(str::to_owned).collect()), None),
    };
    Said {
        article,
        labels,
        graded,
        who,
    }
}

/// Where it goes from here: an article of which one topic was judged stays, for the others.
fn next(article: &str, in_queue: bool, one_topic: bool) -> String {
    match (in_queue, one_topic) {
        (true, true) => format!("/review?article={}", part(article)),
        (true, false) => format!("/review?saved={}", part(article)),
        (false, _) => format!("/articles/{}?saved=true", part(article)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|&(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn one_topic_is_judged_whatever_is_ticked_and_else_all_are() {
        let ticked = [
            ("topic", "syria"),
            ("topic", "fn"),
            ("topic", "fn"),
            ("topic", ""),
        ];
        let all = said(&fields(&ticked), "a".into(), "Kari".into());
        assert_eq!(
            (all.labels, all.graded),
            (vec!["fn".to_owned(), "syria".to_owned()], None)
        );
        let with = |name: &str| {
            let mut pairs = ticked.to_vec();
            pairs.push((name, "syria"));
            let said = said(&fields(&pairs), "a".into(), "Kari".into());
            (said.labels, said.graded)
        };
        let syria = || vec!["syria".to_owned()];
        assert_eq!(with(REJECT), (Vec::new(), Some(syria())));
        assert_eq!(with(ACCEPT), (syria(), Some(syria())));
    }
}
