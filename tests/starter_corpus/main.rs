//! What the starter corpus promises, counted: topics, mentions, forms, lengths, dates, no two articles alike, and
//! nothing shared with the articles the program is examined on.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use notis_corpus::{Article, ReadOptions};
use notis_topics::Definitions;

/// Articles of a topic, and articles that only mention it, that every one of the first topics must have.
const ABOUT: usize = 30;
const MENTIONS: usize = 15;

/// The topics that joined the first 27 later, of which there are fewer articles.
const LATER: [&str; 13] = [
    "politikk",
    "forsvar",
    "ulykke",
    "arbeidsliv",
    "natur",
    "landbruk-fiske",
    "teknologi",
    "forskning",
    "religion",
    "idrett",
    "kjendis",
    "livsstil",
    "bolig",
];
const LATER_ABOUT: usize = 20;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(folder: &Path) -> Vec<Article> {
    let articles =
        notis_corpus::open(&[folder.to_owned()], &ReadOptions::default()).expect("the folder can be read");
    articles
        .map(|article| article.expect("every article can be read"))
        .collect()
}

fn corpus() -> Vec<Article> {
    read(&root().join("data/corpus"))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn shingles(text: &str, size: usize) -> HashSet<Vec<String>> {
    words(text).windows(size).map(<[String]>::to_vec).collect()
}

fn topics() -> BTreeSet<String> {
    let path = root().join("data/topics.toml");
    let definitions = Definitions::read(&path).expect("the topics can be read");
    definitions
        .topics()
        .iter()
        .map(|topic| topic.id.clone())
        .collect()
}

fn count<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for topic in lists.flatten() {
        *counts.entry(topic.as_str()).or_default() += 1;
    }
    counts
}

#[test]
fn there_are_600_articles_of_every_length_a_paper_has() {
    let articles = corpus();
    assert!(articles.len() >= 600, "{} articles", articles.len());
    let mut lengths: Vec<usize> = articles
        .iter()
        .map(|a| a.text.split_whitespace().count())
        .collect();
    lengths.sort_unstable();
    let flashes = lengths.iter().filter(|&&n| n < 50).count();
    assert!(flashes >= 5 && flashes * 10 < lengths.len(), "{flashes} flashes");
    let outside = lengths
        .iter()
        .filter(|&&n| (50..80).contains(&n) || n > 425)
        .count();
    assert_eq!(
        outside, 0,
        "articles that are neither flashes nor of 80 to about 400 words"
    );
    let median = lengths[lengths.len() / 2];
    assert!((160..=220).contains(&median), "median of {median} words");
}

#[test]
fn every_article_is_labelled_dated_and_in_a_known_form() {
    let known = topics();
    assert_eq!(known.len(), 40);
    for article in corpus() {
        let id = &article.id;
        let labels = article
            .labels
            .as_ref()
            .unwrap_or_else(|| panic!("{id} has no row in labels.tsv"));
        for topic in labels.iter().chain(&article.mentions) {
            assert!(known.contains(topic), "{id}: {topic} is not in data/topics.toml");
        }
        assert!(
            labels.iter().all(|topic| !article.mentions.contains(topic)),
            "{id}: about and mentioned at once"
        );
        let date = article
            .date
            .as_deref()
            .unwrap_or_else(|| panic!("{id} has no date"));
        let year: u32 = date[..4].parse().unwrap_or_else(|_| panic!("{id}: {date}"));
        assert!((2003..=2026).contains(&year), "{id}: {date}");
        assert!(
            matches!(article.lang.as_deref(), Some("nb" | "nn")),
            "{id}: {:?}",
            article.lang
        );
    }
}

#[test]
fn every_topic_has_articles_about_it_and_articles_that_only_mention_it() {
    let articles = corpus();
    let about = count(articles.iter().filter_map(|a| a.labels.as_ref()));
    let mentioned = count(articles.iter().map(|a| &a.mentions));
    let of = |counts: &BTreeMap<&str, usize>, topic: &str| counts.get(topic).copied().unwrap_or_default();
    let enough = |t: &str| match LATER.contains(&t) {
        true => of(&about, t) >= LATER_ABOUT,
        false => of(&about, t) >= ABOUT && of(&mentioned, t) >= MENTIONS,
    };
    let short: Vec<String> = topics()
        .iter()
        .filter(|t| !enough(t))
        .map(|t| {
            format!(
                "{t}: {} about it, {} mention it",
                of(&about, t),
                of(&mentioned, t)
            )
        })
        .collect();
    assert!(short.is_empty(), "{short:#?}");
}

#[test]
fn at_least_35_percent_are_in_nynorsk() {
    let articles = corpus();
    let nynorsk = articles
        .iter()
        .filter(|a| a.lang.as_deref() == Some("nn"))
        .count();
    assert!(
        nynorsk * 100 >= articles.len() * 35,
        "{nynorsk} of {}",
        articles.len()
    );
}

#[test]
fn the_form_that_is_told_is_the_form_that_is_labelled() {
    let articles = corpus();
    let told = |a: &Article| Some(notis_text::identify(&a.text).code()) == a.lang.as_deref();
    let wrong: Vec<&str> = articles
        .iter()
        .filter(|a| !told(a))
        .map(|a| a.id.as_str())
        .collect();
    assert!(wrong.len() * 100 <= articles.len(), "{wrong:?}");
}

/// Two articles that share a fifth of their runs of four words would be one plot told twice.
#[test]
fn no_two_articles_are_alike() {
    let mut articles = corpus();
    articles.extend(read(&root().join("data/samples")));
    let runs: Vec<HashSet<Vec<String>>> = articles.iter().map(|a| shingles(&a.text, 4)).collect();
    let mut holders: HashMap<&Vec<String>, Vec<usize>> = HashMap::new();
    for (index, run) in runs.iter().enumerate() {
        run.iter()
            .for_each(|shingle| holders.entry(shingle).or_default().push(index));
    }
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for pair in holders.values().filter(|h| h.len() == 2) {
        *shared.entry((pair[0], pair[1])).or_default() += 1;
    }
    let alike = |&(a, b): &(usize, usize), n: usize| n * 5 > runs[a].len().min(runs[b].len()) && n > 3;
    let mut pairs: Vec<_> = shared
        .iter()
        .filter(|(p, n)| alike(p, **n))
        .map(|(p, _)| *p)
        .collect();
    pairs.sort_unstable();
    let names: Vec<_> = pairs
        .iter()
        .map(|&(a, b)| (&articles[a].id, &articles[b].id))
        .collect();
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn samples_are_kept_out_of_training() {
    let trained: HashSet<String> = corpus().into_iter().map(|a| a.text).collect();
    let samples = read(&root().join("data/samples"));
    assert!(samples.len() >= 12, "{} samples", samples.len());
    assert!(samples.iter().all(|s| !trained.contains(&s.text)));
}

#[test]
#[ignore = "needs ../shared"]
fn nothing_is_shared_with_the_seeds() {
    let seeds = root().join("../shared/seeds");
    let taken: HashSet<Vec<String>> = read(&seeds).iter().flat_map(|a| shingles(&a.text, 6)).collect();
    let mut articles = corpus();
    articles.extend(read(&root().join("data/samples")));
    for article in articles {
        let copied = shingles(&article.text, 6)
            .into_iter()
            .find(|run| taken.contains(run));
        assert_eq!(copied, None, "{} shares six words with a seed", article.id);
    }
}
