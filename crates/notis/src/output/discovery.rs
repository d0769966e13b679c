//! The topics of articles that nobody labelled.

use notis_discover::Tried;
use notis_discover::measures::Coherence;
use serde::Serialize;

/// What `notis discover` found: its `report.json`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DiscoveryReport {
    /// Articles read.
    pub articles: usize,
    /// Articles that fit none of the topics.
    pub outside: usize,
    /// The topics: those known beforehand first, then those of most articles.
    pub topics: Vec<DiscoveredTopic>,
    /// Wider topics, where levels were asked for; the `parent` of a topic names one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wider: Vec<DiscoveredTopic>,
    /// The numbers of topics that were tried, where the number was chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tried: Vec<Tried>,
    /// The periods that `course` counts in: weeks, months or years, none left out. Empty where no article has a date.
    pub periods: Vec<String>,
    /// Dated articles in each period.
    pub articles_by_period: Vec<u64>,
    /// Some of the articles that fit none.
    pub outside_examples: Vec<ArticleRef>,
    /// Topics known beforehand that no article is surely about: they were not looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_found: Vec<String>,
}

/// A topic that was found.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DiscoveredTopic {
    /// Its id in `topics.toml` and `labels.tsv`.
    pub id: String,
    /// What it is called, by its words and names.
    pub name: String,
    /// The same in nynorsk.
    pub name_nn: String,
    /// The wider topic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// How many articles fit it.
    pub articles: usize,
    /// The words that are most its own, best first.
    pub keywords: Vec<TopicKeyword>,
    /// The names that are most its own, with the number of its articles that hold each.
    pub names: Vec<Counted>,
    /// Its most typical articles.
    pub typical: Vec<ArticleRef>,
    /// Its newest articles.
    pub recent: Vec<ArticleRef>,
    /// Its articles in each of the periods.
    pub course: Vec<u64>,
    /// Its articles in each written form.
    pub languages: Vec<Counted>,
    /// The papers that most of its articles are from.
    pub sources: Vec<Counted>,
    /// The topics of the model that its articles have, most frequent first.
    pub overlap: Vec<Overlap>,
    /// The other topic nearest to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<String>,
}

/// A word of a topic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct TopicKeyword {
    /// As bokmål articles write it most often, or as nynorsk ones do where none does.
    pub nb: String,
    /// As nynorsk articles write it most often, or as bokmål ones do where none does.
    pub nn: String,
    /// How much it is the topic's own.
    pub weight: f32,
    /// The share of the topic's articles that hold it.
    pub share: f32,
}

impl TopicKeyword {
    /// As it is shown: in both written forms, where they differ.
    pub fn shown(&self) -> String {
        if self.nb == self.nn {
            self.nb.clone()
        } else {
            format!("{}/{}", self.nb, self.nn)
        }
    }
}

/// Something with the number of its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Counted {
    /// What it is called.
    pub name: String,
    /// How many articles.
    pub articles: u64,
}

/// An article, as a list names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ArticleRef {
    /// Its id.
    pub id: String,
    /// Its title, or how its first sentence begins.
    pub title: String,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// How near it lies to the other articles of its topic, 0 to 1.
    pub likeness: f32,
}

/// How far a topic that was found is one of the model's.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Overlap {
    /// The model's topic.
    pub topic: String,
    /// Articles of both.
    pub articles: u64,
    /// The share of the found topic's articles.
    pub share: f32,
    /// The share of all articles that the model gives its topic.
    pub share_of_theirs: f32,
}

/// How good the topics are that `notis discover` finds: the report of `notis evaluate discovery`.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct DiscoveryScores {
    /// Articles read.
    pub articles: usize,
    /// Topics found.
    pub topics: usize,
    /// Articles that fit none.
    pub outside: usize,
    /// Seconds that finding them took, reading and analysis left out.
    pub seconds: f64,
    /// Whether the ten words of a topic stand together in the reference texts.
    #[serde(flatten)]
    pub coherence: Coherence,
    /// The share of distinct words among the ten words of all topics.
    pub diversity: f64,
    /// How far the words of topics come back when articles are drawn anew: the mean best Jaccard index, over topics and
    /// draws. `None` without draws.
    pub stability: Option<f64>,
    /// Against the labels of articles that have exactly one; `None` where there are none.
    pub agreement: Option<LabelAgreement>,
    /// The ten words of each topic, as stems.
    pub words: Vec<Vec<String>>,
}

/// How far topics agree with labels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct LabelAgreement {
    /// Articles with exactly one label.
    pub articles: usize,
    /// Distinct labels.
    pub labels: usize,
    /// How far the words of labels come back in the same draws, had the labels been the topics: what stability can be
    /// hoped for. `None` without draws.
    pub stability: Option<f64>,
    /// Every article dealt to its nearest topic.
    pub all: Agreement,
    /// The articles that fit their topic.
    pub fitting: Agreement,
}

/// Agreement of a grouping with labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Agreement {
    /// The share of articles with the most frequent label of their topic.
    pub purity: f64,
    /// Normalised mutual information.
    pub nmi: f64,
    /// The adjusted Rand index.
    pub ari: f64,
}
