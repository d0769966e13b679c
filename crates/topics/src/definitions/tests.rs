use super::*;

#[test]
fn mistakes_are_named() {
    let error = |text: &str| Definitions::parse(text).expect_err(text).to_string();
    assert!(error("").contains("[[topic]]"));
    assert!(error("[[topic]]\nid = 'to ord'\naliases = ['x']").contains("white space"));
    assert!(error("[[topic]]\nid = 'a'").contains("alias"));
    assert!(error("[[topic]]\nid = 'a'\nalias = ['b']").contains("alias"));
    assert!(error("[[topic]]\nid = 'a'\naliases = ['*']").contains("line 3"));
    assert!(error("[[topic]]\nid = 'a'\naliases = ['x']\nprecision = 95.0").contains("between 0 and 1"));
    assert!(error("[[topic]]\nid = 'a'\naliases = ['x']\nrecall = 0.0").contains("recall"));
    assert!(
        error("[[topic]]\nid = 'a'\naliases = ['x']\nrecall = 0.9\nprecision = 0.9").contains("only one")
    );
    let was = "[[topic]]\nid = 'a'\naliases = ['b']\nwas = ['c']\n[[topic]]\nid = 'c'\naliases = ['d']";
    assert!(error(was).contains("a label means one topic"));
    let twice = "[[topic]]\nid = 'a'\naliases = ['b']\n";
    assert!(error(&twice.repeat(2)).contains("twice"));
}

#[test]
fn a_topic_cannot_be_above_itself() {
    let text = "[[topic]]\nid='a'\nparent='b'\naliases=['x']\n[[topic]]\nid='b'\nparent='a'\naliases=['y']";
    assert!(matches!(
        Definitions::parse(text),
        Err(DefinitionsError::Parent { .. })
    ));
}

#[test]
fn long_chains_of_parents_take_no_longer_than_their_topics() {
    let topic = |number: usize| {
        format!(
            "[[topic]]\nid = 't{number}'\nparent = 't{}'\naliases = ['ferje{number}']\n",
            number + 1
        )
    };
    let mut text: String = (0..20_000).map(topic).collect();
    text += "[[topic]]\nid = 't20000'\naliases = ['kai']";
    let start = std::time::Instant::now();
    assert_eq!(Definitions::parse(&text).unwrap().topics().len(), 20_001);
    assert!(start.elapsed().as_secs() < 20, "a quadratic check takes minutes");
}

#[test]
fn one_bad_alias_among_many_makes_a_short_error() {
    let aliases = "'ferje', ".repeat(500_000);
    let text = format!("[[topic]]\nid = 'a'\naliases = [{aliases}'*']");
    let error = Definitions::parse(&text).unwrap_err().to_string();
    assert!(
        error.len() < 3_000 && error.contains("line 3"),
        "{} bytes",
        error.len()
    );
}

#[test]
fn ids_hold_no_control_characters() {
    let text = "[[topic]]\nid = \"a\\u001b[31m\"\naliases = ['x']";
    assert!(matches!(
        Definitions::parse(text),
        Err(DefinitionsError::Id { .. })
    ));
}
