//! What is odd about a labelled corpus, told before training: rare topics, labels that look like typing errors,
//! articles that are there twice, empty texts.

use std::collections::BTreeMap;
use std::fmt;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::Article;

/// A topic with fewer articles than this is rare.
const RARE: usize = 5;
/// A label is taken for a typing error of one that is at least so many times as frequent.
const TYPO_RATIO: usize = 5;

/// Something odd about a corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A topic that few articles are about.
    RareTopic {
        /// The topic.
        topic: String,
        /// How many articles are about it.
        articles: usize,
    },
    /// A label that is one letter, or only the case, away from a frequent one.
    LikelyTypo {
        /// The label as written.
        label: String,
        /// The label that was likely meant.
        meant: String,
    },
    /// Articles whose texts are the same but for white space and case.
    Duplicates {
        /// The first of them.
        first: String,
        /// The others.
        others: Vec<String>,
    },
    /// Articles without text.
    EmptyTexts {
        /// Their ids.
        articles: Vec<String>,
    },
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Finding::RareTopic { topic, articles } => {
                write!(
                    f,
                    "few articles are about {topic}: {articles}; more would make it surer"
                )
            }
            Finding::LikelyTypo { label, meant } => {
                write!(f, "the label «{label}» looks like a slip for «{meant}»")
            }
            Finding::Duplicates { first, others } => {
                write!(f, "the text of {first} is there again as {}", some_of(others))
            }
            Finding::EmptyTexts { articles } => {
                let have = if articles.len() == 1 {
                    "article has"
                } else {
                    "articles have"
                };
                write!(f, "{} {have} no text: {}", articles.len(), some_of(articles))
            }
        }
    }
}

fn some_of(ids: &[String]) -> String {
    let more = if ids.len() > 3 { ", …" } else { "" };
    format!("{}{more}", ids[..ids.len().min(3)].join(", "))
}

/// Looks at the articles of a corpus as they pass.
///
/// ```
/// let mut checker = notis_corpus::Checker::default();
/// checker.see(&notis_corpus::Article { id: "tom".into(), ..Default::default() });
/// assert_eq!(checker.findings()[0].to_string(), "1 article has no text: tom");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    topics: BTreeMap<String, usize>,
    first_with_text: BTreeMap<u64, String>,
    duplicates: BTreeMap<String, Vec<String>>,
    empty: Vec<String>,
}

impl Checker {
    /// Takes note of an article.
    pub fn see(&mut self, article: &Article) {
        for label in article.labels.iter().flatten() {
            *self.topics.entry(label.clone()).or_default() += 1;
        }
        if article.text.trim().is_empty() {
            self.empty.push(article.id.clone());
            return;
        }
        let hash = text_hash(&article.text);
        match self.first_with_text.get(&hash) {
            Some(first) => self
                .duplicates
                .entry(first.clone())
                .or_default()
                .push(article.id.clone()),
            None => {
                self.first_with_text.insert(hash, article.id.clone());
            }
        }
    }

    /// How many articles are about each topic.
    pub fn topics(&self) -> &BTreeMap<String, usize> {
        &self.topics
    }

    /// What is odd, in a fixed order.
    pub fn findings(&self) -> Vec<Finding> {
        let typos = self.topics.keys().filter_map(|label| self.typo(label));
        let rare = self.topics.iter().filter(|(_, n)| **n < RARE);
        let rare = rare.map(|(topic, &articles)| Finding::RareTopic {
            topic: topic.clone(),
            articles,
        });
        let duplicates = self.duplicates.iter().map(|(first, others)| Finding::Duplicates {
            first: first.clone(),
            others: others.clone(),
        });
        let empty = (!self.empty.is_empty()).then(|| Finding::EmptyTexts {
            articles: self.empty.clone(),
        });
        typos.chain(rare).chain(duplicates).chain(empty).collect()
    }

    fn typo(&self, label: &str) -> Option<Finding> {
        let count = self.topics[label];
        let mut frequent = self.topics.iter().filter(|(_, n)| **n >= TYPO_RATIO * count);
        let (meant, _) = frequent.find(|(other, _)| is_slip(label, other))?;
        Some(Finding::LikelyTypo {
            label: label.to_owned(),
            meant: meant.clone(),
        })
    }
}

/// A hash of the text that white space and case do not change.
fn text_hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    for word in text.split_whitespace() {
        for letter in word.chars() {
            if letter.is_ascii() {
                hasher.write_u32(u32::from(letter.to_ascii_lowercase()));
            } else {
                letter
                    .to_lowercase()
                    .for_each(|lower| hasher.write_u32(lower.into()));
            }
        }
        hasher.write_u32(u32::from(' '));
    }
    hasher.finish()
}

/// Whether `label` may be a slip of the finger for `other`: the same but for case, or, in words of four letters and
/// more, but for one letter more, less, changed or swapped with its neighbour. Labels that differ in their numbers
/// are meant so.
fn is_slip(label: &str, other: &str) -> bool {
    let (a, b): (Vec<_>, Vec<_>) = (
        label.to_lowercase().chars().collect(),
        other.to_lowercase().chars().collect(),
    );
    let near = a.len().min(b.len()) >= 4 && digits(&a) == digits(&b) && one_edit_apart(&a, &b);
    label != other && (a == b || near)
}

fn digits(label: &[char]) -> Vec<char> {
    label.iter().copied().filter(char::is_ascii_digit).collect()
}

fn one_edit_apart(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (short, long) = (&short[head..], &long[head..]);
    match long.len() - short.len() {
        1 => *short == long[1..],
        0 if short.len() >= 2 => {
            short[1..] == long[1..] || (short[0] == long[1] && short[1] == long[0] && short[2..] == long[2..])
        }
        0 => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(id: &str, text: &str, labels: &[&str]) -> Article {
        Article {
            id: id.into(),
            text: text.into(),
            labels: Some(labels.iter().map(|l| (*l).to_owned()).collect()),
            ..Article::default()
        }
    }

    #[test]
    fn slips_are_near_and_short_ids_are_left_alone() {
        for (label, other) in [
            ("Syria", "syria"),
            ("syra", "syria"),
            ("sryia", "syria"),
            ("syrika", "syria"),
            ("helso", "helse"),
        ] {
            assert!(is_slip(label, other), "{label} {other}");
        }
        for (label, other) in [
            ("iran", "irak2"),
            ("is", "us"),
            ("fn", "eu"),
            ("syria", "syria"),
            ("kilde-1", "kilde-2"),
        ] {
            assert!(!is_slip(label, other), "{label} {other}");
        }
    }

    #[test]
    fn a_corpus_is_checked_as_it_passes() {
        let mut checker = Checker::default();
        for n in 0..10 {
            checker.see(&article(
                &format!("a{n}"),
                &format!("Sak nummer {n}."),
                &["helse"],
            ));
        }
        checker.see(&article("b", "sak  nummer 3.", &["hesle"]));
        checker.see(&article("tom", " \n", &[]));
        let found: Vec<_> = checker.findings().iter().map(Finding::to_string).collect();
        assert_eq!(
            found,
            [
                "the label «hesle» looks like a slip for «helse»",
                "few articles are about hesle: 1; more would make it surer",
                "the text of a3 is there again as b",
                "1 article has no text: tom",
            ]
        );
    }
}
