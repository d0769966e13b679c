//! What topics are called in the language of the page.

use std::collections::BTreeMap;

use notis::{Desk, Model, Names};

use super::words::Lang;

/// What topics are called.
pub(super) struct TopicNames(BTreeMap<String, String>);

impl TopicNames {
    pub(super) fn of(desk: &Desk, lang: Lang) -> Self {
        let topics = desk.model().map(Model::definitions).unwrap_or_default();
        let name = |topic: &notis::Topic| {
            let name = named(&topic.names, lang).unwrap_or(&topic.id);
            (topic.id.clone(), name.to_owned())
        };
        TopicNames(topics.iter().map(name).collect())
    }

    /// What the topic is called: its id, where nobody has named it.
    pub(super) fn name<'a>(&'a self, topic: &'a str) -> &'a str {
        self.0.get(topic).map_or(topic, String::as_str)
    }

    /// What these topics are called, one after the other.
    pub(super) fn joined<'a>(&'a self, topics: impl IntoIterator<Item = &'a String>) -> String {
        let names: Vec<_> = topics.into_iter().map(|topic| self.name(topic)).collect();
        names.join(", ")
    }

    /// Ids and names, in the order of the names.
    pub(super) fn sorted(&self) -> Vec<(&str, &str)> {
        let mut topics: Vec<_> = self
            .0
            .iter()
            .map(|(id, name)| (id.as_str(), name.as_str()))
            .collect();
        topics.sort_by_key(|(_, name)| name.to_lowercase());
        topics
    }
}

fn named(names: &Names, lang: Lang) -> Option<&str> {
    let (nb, nn, en) = (names.nb.as_deref(), names.nn.as_deref(), names.en.as_deref());
    match lang {
        Lang::Nb => nb.or(nn),
        Lang::Nn => nn.or(nb),
        Lang::En => en.or(nb),
    }
}
