//! What a model answers, without what models put around it.

use notis_text::lists::page::DIGEST_HEADS;
use serde::Deserialize;

/// The answer of the chat API, as far as it is read.
#[derive(Debug, Deserialize)]
struct Reply {
    choices: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
struct Choice {
    message: Message,
    finish_reason: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Message {
    content: Option<String>,
}

/// The digest in the body of an answer, or what is wrong with it.
pub(crate) fn digest_in(body: &str) -> Result<String, String> {
    let reply: Reply = serde_json::from_str(body).map_err(|error| error.to_string())?;
    let choice = reply.choices.into_iter().next().ok_or("it has no choices")?;
    let content = choice.message.content.unwrap_or_default();
    let digest = plain(&content);
    Ok(match choice.finish_reason.as_deref() {
        Some("length") => whole_sentences(&digest),
        _ => digest,
    })
}

/// The text without thoughts, fences, headings and the marks of lists and emphasis.
fn plain(content: &str) -> String {
    let spoken = content.rsplit("</think>").next().unwrap_or(content);
    let spoken = spoken.split("<think>").next().unwrap_or(spoken);
    let lines = spoken.lines().map(str::trim).filter(|line| !is_frame(line));
    let lines: Vec<String> = lines.map(|line| unmarked(line).replace("**", "")).collect();
    lines.join("\n").trim().to_owned()
}

/// Whether a line only frames the digest: a fence, a heading, «Sammendrag:».
fn is_frame(line: &str) -> bool {
    let bare = line.trim_matches(['*', '#', ' ', ':']).to_lowercase();
    line.starts_with("```") || line.starts_with("# ") || DIGEST_HEADS.contains(&bare.as_str())
}

/// A line without the mark of a list in front of it.
fn unmarked(line: &str) -> &str {
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - numbered.len();
    let point = numbered.strip_prefix(". ").or(numbered.strip_prefix(") "));
    let bullet = line
        .strip_prefix("- ")
        .or(line.strip_prefix("* "))
        .or(line.strip_prefix("• "));
    match (bullet, point) {
        (Some(rest), _) => rest,
        // A year or a day opens sentences, too.
        (None, Some(rest)) if number == 1 => rest,
        _ => line,
    }
}

/// The text up to the last sentence that ends: the model was stopped in the middle of one.
fn whole_sentences(text: &str) -> String {
    let end = text.rfind(['.', '!', '?']).map_or(0, |at| at + 1);
    text[..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(content: &str, finish: &str) -> String {
        let message = serde_json::json!({ "role": "assistant", "content": content });
        serde_json::json!({ "choices": [{ "message": message, "finish_reason": finish }] }).to_string()
    }

    #[test]
    fn what_models_put_around_a_digest_is_taken_away() {
        for content in [
            "Elva steig. Brua er stengd.",
            "<think>Hva er nyheten?</think>\nElva steig. Brua er stengd.",
            "**Sammendrag:**\n\nElva steig. Brua er stengd.",
            "```\nElva steig. **Brua** er stengd.\n```",
        ] {
            assert_eq!(
                digest_in(&body(content, "stop")).unwrap(),
                "Elva steig. Brua er stengd."
            );
        }
        assert_eq!(
            digest_in(&body("- Elva steig.\n2. Brua er stengd.", "stop")).unwrap(),
            "Elva steig.\nBrua er stengd."
        );
        assert_eq!(digest_in(&body("2024. Et år.", "stop")).unwrap(), "2024. Et år.");
    }

    #[test]
    fn a_digest_that_was_stopped_ends_with_its_last_sentence() {
        assert_eq!(
            digest_in(&body("Elva steig. Brua er ste", "length")).unwrap(),
            "Elva steig."
        );
        assert_eq!(digest_in(&body("Elva ste", "length")).unwrap(), "");
    }

    #[test]
    fn other_answers_are_told() {
        for other in [
            "",
            "<html>",
            "{}",
            "{\"choices\": []}",
            "{\"choices\": [{\"text\": \"Elva steig.\"}]}",
        ] {
            assert!(digest_in(other).is_err(), "{other}");
        }
    }
}
