use notis::{Article, Desk};

use super::*;

fn desk() -> Desk {
    Desk::shipped().unwrap()
}

fn article(id: &str, date: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        date: Some(date.to_owned()),
        text: text.to_owned(),
        ..Article::default()
    }
}

const KOREA: &str = "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for Nord-Korea, \
                     melder Sør-Koreas hær.";
const FERRY: &str =
    "Ferja mellom Moss og Horten står etter ein motorbrann i natt. Ingen av skulane er stengde.";

fn keep(store: &Store, desk: &Desk, article: Article) -> Added {
    let prepared = Prepared::new(desk, "v1", article).unwrap();
    store.write_in_turn(move |tx| add(tx, &prepared)).unwrap()
}

fn correct_now(store: &Store, id: &str, labels: &[&str], graded: Option<&[&str]>) -> bool {
    let owned = |topics: &[&str]| topics.iter().map(|&t| t.to_owned()).collect::<Vec<_>>();
    let (id, labels, graded) = (id.to_owned(), owned(labels), graded.map(owned));
    let said = store.write_in_turn(move |tx| correct(tx, &id, &labels, graded.as_deref(), "Kari"));
    said.unwrap().is_some()
}

fn ids(store: &Store, filter: &Filter) -> Vec<String> {
    let lines = store.read(|db| list(db, filter, 0, 100)).unwrap();
    lines.into_iter().map(|line| line.id).collect()
}

#[test]
fn articles_are_kept_replaced_and_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    let (store, desk) = (Store::open(dir.path()).unwrap(), desk());
    assert_eq!(keep(&store, &desk, article("a", "2026-11-27", KOREA)), Added::New);
    assert_eq!(
        keep(&store, &desk, article("a", "2026-11-27", KOREA)),
        Added::Known
    );
    assert_eq!(
        keep(&store, &desk, article("a", "2026-11-28", FERRY)),
        Added::Replaced
    );
    let former: i64 = store
        .read(|db| Ok(db.query_row("SELECT count(*) FROM former", [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(former, 1);
    let kept = store.read(|db| super::article(db, "a")).unwrap().unwrap();
    assert_eq!(
        (kept.article.text.as_str(), kept.article.date.as_deref()),
        (FERRY, Some("2026-11-28"))
    );
    assert!(store.write_in_turn(|tx| delete(tx, "a")).unwrap());
    assert!(!store.write_in_turn(|tx| delete(tx, "a")).unwrap());
    for table in ["article", "former", "reading", "tag", "about", "words"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let rows: i64 = store
            .read(|db| Ok(db.query_row(&sql, [], |row| row.get(0))?))
            .unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn lists_go_by_topic_date_and_source_and_people_have_the_last_word() {
    let dir = tempfile::tempdir().unwrap();
    let (store, desk) = (Store::open(dir.path()).unwrap(), desk());
    keep(&store, &desk, article("korea", "2026-11-26", KOREA));
    keep(&store, &desk, article("ferje", "2026-11-27", FERRY));
    let about = |topic: &str| {
        let topic = Some(topic.to_owned());
        ids(
            &store,
            &Filter {
                topic,
                ..Filter::default()
            },
        )
    };
    assert_eq!(ids(&store, &Filter::default()), ["ferje", "korea"]);
    assert_eq!(about("nord-korea"), ["korea"]);
    let from = Some("2026-11-27".to_owned());
    assert_eq!(
        ids(
            &store,
            &Filter {
                from,
                ..Filter::default()
            }
        ),
        ["ferje"]
    );
    assert!(correct_now(&store, "korea", &[], Some(&["nord-korea"])));
    assert!(correct_now(
        &store,
        "ferje",
        &["nord-korea"],
        Some(&["nord-korea"])
    ));
    assert!(!correct_now(&store, "ingen", &[], None));
    assert_eq!(about("nord-korea"), ["ferje"]);
    // What people said holds for the next model too.
    keep(&store, &desk, article("korea", "2026-11-26", KOREA));
    assert_eq!(about("nord-korea"), ["ferje"]);
    assert_eq!(store.read(|db| doubtful(db, 0, 9)).unwrap().len(), 0);
    let bars = store.read(|db| timeline(db, &Filter::default())).unwrap();
    let ferry = bars.iter().find(|bar| bar.topic == "nord-korea").unwrap();
    assert_eq!((ferry.day.as_str(), ferry.articles), ("2026-11-27", 1));
}

#[test]
fn words_are_found_in_both_written_forms_and_a_query_is_only_words() {
    let dir = tempfile::tempdir().unwrap();
    let (store, desk) = (Store::open(dir.path()).unwrap(), desk());
    keep(&store, &desk, article("ferje", "2026-11-27", FERRY));
    let found = |words: &str| {
        let query = Query::new(&desk, words).unwrap();
        let hits = store.read(|db| search(db, &query, 0, 9)).unwrap();
        hits.into_iter().map(|hit| hit.line.id).collect::<Vec<_>>()
    };
    assert_eq!(found("skolene"), ["ferje"]);
    assert_eq!(found("motorbrannen Moss"), ["ferje"]);
    assert!(found("motorbrannen Bergen").is_empty());
    for hostile in [
        "\"",
        "text:ferja OR NEAR(",
        "* AND NOT",
        "') DROP TABLE article; --",
        "",
        "🙂",
    ] {
        found(hostile);
    }
    assert_eq!(ids(&store, &Filter::default()), ["ferje"]);
}

#[test]
fn what_goes_out_comes_in_again() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (store, desk) = (Store::open(one.path()).unwrap(), desk());
    let mut korea = article("korea", "2026-11-26", KOREA);
    korea.title = Some("«Ny rakett»".to_owned());
    korea.labels = Some(vec!["nord-korea".to_owned()]);
    keep(&store, &desk, korea);
    keep(&store, &desk, article("ferje", "2026-11-27", FERRY));
    assert!(correct_now(
        &store,
        "ferje",
        &["samferdsel"],
        Some(&["samferdsel"])
    ));
    let exported = |folder: &Path| {
        let mut out = Vec::new();
        export(folder, &mut out).unwrap();
        out
    };
    let lines = exported(one.path());
    let file = other.path().join("ut.jsonl");
    std::fs::write(&file, &lines).unwrap();
    let folder = other.path().join("data");
    assert_eq!(import(&folder, std::slice::from_ref(&file)).unwrap().new, 2);
    assert_eq!(exported(&folder), lines);
    assert_eq!(import(&folder, std::slice::from_ref(&file)).unwrap().known, 2);
    assert_eq!(exported(&folder), lines);
    // Every other verb reads it: labels and what was looked at.
    let read: Vec<Article> = notis::open(&[file], &notis::ReadOptions::default())
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert_eq!(read[0].labels.as_deref(), Some(&["nord-korea".to_owned()][..]));
    assert_eq!(
        read[1].graded,
        Some(notis::Graded::Topics(vec!["samferdsel".to_owned()]))
    );
}

#[test]
fn a_copy_is_a_store_and_takes_nothings_place() {
    let dir = tempfile::tempdir().unwrap();
    let (store, desk) = (Store::open(&dir.path().join("data")).unwrap(), desk());
    keep(&store, &desk, article("ferje", "2026-11-27", FERRY));
    let copy = dir.path().join("kopi");
    std::fs::create_dir(&copy).unwrap();
    let file = copy.join(FILE);
    backup(&dir.path().join("data"), &file).unwrap();
    assert!(matches!(
        backup(&dir.path().join("data"), &file),
        Err(Error::Exists(_))
    ));
    assert!(matches!(
        backup(&copy.join("ingen"), &dir.path().join("x")),
        Err(Error::Missing(_))
    ));
    assert_eq!(
        ids(&Store::open_existing(&copy).unwrap(), &Filter::default()),
        ["ferje"]
    );
}

#[test]
fn the_least_certain_come_first_until_somebody_has_judged_them() {
    let dir = tempfile::tempdir().unwrap();
    let (store, desk) = (Store::open(dir.path()).unwrap(), desk());
    keep(&store, &desk, article("a", "2026-11-26", KOREA));
    keep(&store, &desk, article("b", "2026-11-27", FERRY));
    let queue = store.read(|db| doubtful(db, 0, 9)).unwrap();
    let certainty = |id: &str| -> f64 {
        let sql = "SELECT certainty FROM reading JOIN article ON number = article WHERE id = ?1";
        store
            .read(|db| Ok(db.query_row(sql, [id], |row| row.get(0))?))
            .unwrap()
    };
    assert!(certainty(&queue[0].id) <= certainty(&queue[1].id));
    assert!(correct_now(&store, &queue[0].id, &[], None));
    assert_eq!(store.read(|db| doubtful(db, 0, 9)).unwrap().len(), 1);
}
