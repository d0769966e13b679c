//! `digest --format markdown`: for a newsletter or a wiki.

use super::Digested;
use super::digest_doubts::doubts;

/// A digest under a heading of its own; what is doubtful in it is set apart.
pub(crate) fn block(digested: &Digested<'_>) -> String {
    let article = digested.article;
    let heading = escaped(article.title.as_deref().unwrap_or(&article.id));
    let id = article.title.as_ref().map(|_| article.id.as_str());
    let topics = digested.topics.iter().map(String::as_str);
    let facts = id.into_iter().chain(article.date.as_deref()).chain(topics);
    let facts: Vec<_> = facts.map(escaped).collect();
    let beneath = if facts.is_empty() {
        String::new()
    } else {
        format!("*{}*\n\n", facts.join(" · "))
    };
    let doubts: String = doubts(digested.digest, &article.text)
        .iter()
        .map(|doubt| format!("> {}\n\n", escaped(doubt)))
        .collect();
    format!(
        "## {heading}\n\n{beneath}{}\n\n{doubts}",
        escaped(&digested.digest.text)
    )
}

/// `text` as words that Markdown takes for nothing but words.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let opens_a_list = text
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .starts_with(['.', ')']);
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    for (at, c) in text.char_indices() {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '<' | '[' | ']');
        let at_the_start = at == 0 && matches!(c, '#' | '+' | '-' | '>' | '=');
        let in_a_number = opens_a_list && number > 0 && at == number;
        if anywhere || at_the_start || in_a_number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::digest_doubts::tests::shown;

    #[test]
    fn doubts_are_set_apart_beneath_the_digest() {
        assert_eq!(
            shown(block),
            "## flaum\n\nElva steig 3 meter i Flåm. Flåm ventar.\n\n> not in the article: 3, Flåm\n\n\
             > not read: the last 57 % of the article, from «Vegen er stengd ved …»\n\n"
        );
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(
            escaped("3. april kom <b>han</b>"),
            "3\\. april kom \\<b>han\\</b>"
        );
        assert_eq!(escaped("# Nei, [ja] 5 * 3"), "\\# Nei, \\[ja\\] 5 \\* 3");
        assert_eq!(
            escaped("– Vi håper, sa hun 3. april."),
            "– Vi håper, sa hun 3. april."
        );
    }
}
