//! What the pages tell whoever uses them: what was done, what is missing, who is named, in the language they read.

use crate::desk::form;
use crate::store::{add, keeping};
use crate::support::{ARTICLE, Running, server};

const NAMED: &str = "Kari Dale frå Bergen leier Noregs Bank. – Renta går ned, seier Kari Dale i Bergen.";

fn shown(server: &Running, path: &str) -> String {
    server.get(path).body
}

#[test]
fn what_is_wrong_is_told_in_the_language_of_the_page() {
    let (_dir, server) = keeping();
    for (lang, told) in [
        ("nb", "Det finnes ikke her"),
        ("nn", "Det finst ikkje her"),
        ("en", "It is not here"),
    ] {
        let answer = server.get(&format!("/articles/ingen?lang={lang}"));
        assert_eq!(answer.status, 404);
        assert!(answer.body.contains(told), "{answer:?}");
        assert!(
            answer.body.contains("lang=\"en\">there is no article"),
            "{answer:?}"
        );
    }
}

#[test]
fn an_empty_desk_says_where_articles_come_from() {
    let (_dir, server) = keeping();
    for path in ["/today", "/review"] {
        let page = shown(&server, path);
        assert!(page.contains("Ingen saker her ennå"), "{path}: {page}");
    }
    add(&server, "a", "Rakett", ARTICLE);
    let none = shown(&server, "/today?topic=fotball");
    assert!(none.contains("Ingen saker passer til utvalget"), "{none}");
    form(&server, "/articles/a/correct", "topic=usa&back=review");
    assert!(shown(&server, "/review").contains("Alle saker er gjennomgått"));
}

#[test]
fn what_was_saved_is_confirmed() {
    let (_dir, server) = keeping();
    add(&server, "a", "Rakett", ARTICLE);
    let next = |body: &str| {
        let head = form(&server, "/articles/a/correct", body).head;
        let location = head.lines().find_map(|line| line.strip_prefix("location: "));
        location.unwrap().trim().to_owned()
    };
    let in_queue = shown(&server, &next("topic=usa&back=review"));
    assert!(
        in_queue.contains("Lagret. <a href=\"/articles/a\">Se på saken igjen</a>"),
        "{in_queue}"
    );
    let alone = shown(&server, &next("topic=usa"));
    assert!(alone.contains("role=\"status\">Lagret."), "{alone}");
    assert!(!shown(&server, "/articles/a").contains("role=\"status\""));
    assert!(shown(&server, "/today?kept=20").contains("Tok vare på 20 saker."));
}

#[test]
fn stories_tell_who_is_named_and_what_they_are_about() {
    let (_dir, server) = keeping();
    add(&server, "a", "Renta", NAMED);
    let corrected = form(&server, "/articles/a/correct", "topic=økonomi");
    assert_eq!(corrected.status, 303);
    let today = shown(&server, "/today?lang=nn");
    assert!(today.contains("<dt>Personar</dt><dd>Kari Dale</dd>"), "{today}");
    assert!(today.contains("<dt>Stader</dt>"), "{today}");
    assert!(
        today.contains("class=\"topic\" href=\"/today?topic=%C3%B8konomi\">Økonomi og næringsliv</a>"),
        "{today}"
    );
    let print = shown(&server, "/today/print?lang=nn&topic=%C3%B8konomi");
    assert!(print.contains("<dt>Personar</dt>\n<dd>Kari Dale</dd>"), "{print}");
    assert!(
        print.contains("Økonomi og næringsliv · 2026-11-27 · 1 sak"),
        "{print}"
    );
}

#[test]
fn names_are_told_where_more_articles_are_kept_than_stories_are_shown() {
    let (_dir, server) = keeping();
    for number in 0..=60 {
        add(&server, &format!("a{number}"), "Renta", NAMED);
    }
    let today = shown(&server, "/today?lang=nn");
    assert!(today.contains("61 saker"), "{today}");
    assert!(today.contains("<dt>Personar</dt><dd>Kari Dale</dd>"), "{today}");
}

#[test]
fn a_topic_that_nearly_fits_is_told_with_what_is_missing() {
    let (_dir, server) = keeping();
    add(
        &server,
        "a",
        "Avtalen",
        "Stortinget har vedteke ein ny avtale om rutene mellom Molde og Vestnes. Prisen blir den same til 2028, seier \
         ministeren.\n\nKommunane fryktar at det blir dyrt. Partiet stemde imot.\n\nSelskapet set inn to elektriske ferjer \
         frå nyttår og tilset 40 matrosar.",
    );
    let tried = form(
        &server,
        "/topics/edit",
        "new=1&id=ferjer&aliases=ferje*&do=preview",
    )
    .body;
    let nearest = "Nærmest er <a href=\"/articles/a\">Avtalen</a>: ";
    assert!(
        tried.contains(nearest) && tried.contains(" % som trengs."),
        "{tried}"
    );
    let far = form(
        &server,
        "/topics/edit",
        "new=1&id=romfart&aliases=romferd*&do=preview",
    )
    .body;
    assert!(!far.contains("Nærmest er"), "{far}");
    assert!(
        far.contains("Den nyeste saken får eller mister ikke temaet."),
        "{far}"
    );
}

#[test]
fn numbers_are_written_as_the_language_does() {
    let server = server(|_| ());
    let told = |lang: &str| shown(&server, &format!("/models?lang={lang}"));
    assert!(told("nb").contains("F1 0,") && told("en").contains("F1 0."));
}
