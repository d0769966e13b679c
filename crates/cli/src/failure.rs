//! Errors and remarks on standard error.

use std::error::Error;
use std::fmt::Display;
use std::io::{self, Write};

use notis::Setting;
use notis::print::{self, escape};

use crate::palette::error_head;

/// Prints what went wrong.
pub(crate) fn report(error: &anyhow::Error) {
    say(&error_head(&io::stderr(), "notis: error:"), &message(error));
}

/// Prints a remark that is no error.
pub(crate) fn remark(text: impl Display) {
    say("notis:", &escape::visible(&text.to_string()));
}

/// Standard error may be closed; then nobody wants to know.
fn say(head: &str, text: &str) {
    let _ = writeln!(io::stderr(), "{head} {text}");
}

/// The error with its causes, and the flags of what it speaks of.
///
/// Words of the input may stand in it. Only a mistake in topic definitions is told in several lines.
fn message(error: &anyhow::Error) -> String {
    let said = print::causes(error.chain()) + &flags(error);
    match error.downcast_ref() {
        Some(notis::Error::Topics(_)) => escape::lines(&said),
        _ => escape::visible(&said).into_owned(),
    }
}

/// The flags of the settings that the library's message speaks of, in parentheses.
fn flags(error: &anyhow::Error) -> String {
    let own = error.downcast_ref::<notis::Error>();
    let settings = own.map(notis::Error::settings).unwrap_or_default();
    let named: Vec<_> = settings.into_iter().filter_map(flag).collect();
    match named.as_slice() {
        [] => String::new(),
        named => format!(" ({})", named.join(", ")),
    }
}

fn flag(setting: Setting) -> Option<String> {
    Some(match setting {
        Setting::SkipBad => "--skip-bad".into(),
        Setting::InputFormat => "--input-format NAME".into(),
        Setting::Encoding => "--encoding windows-1252".into(),
        Setting::Column(field) => format!("--column {field}=NAME"),
        Setting::MaxArticle => "--max-article 100MB".into(),
        Setting::Topics => "--topics FILE".into(),
        Setting::Folds => "--folds".into(),
        Setting::Exclusive => "--exclusive".into(),
        Setting::NaiveBayes => "notis train --learner nb".into(),
        Setting::Model => "-m FILE".into(),
        Setting::ModelDir => "--model-dir DIR; notis doctor tells how to get one".into(),
        Setting::NamesModel => "notis train --names".into(),
        Setting::Method(name) => format!("--method {name}"),
        Setting::Endpoint => "--endpoint URL".into(),
        Setting::AllowRemote => "--allow-remote".into(),
        Setting::EndpointModel => "--model NAME".into(),
        Setting::Prompts => "notis digest --show-prompt".into(),
        Setting::Context => "--context N".into(),
        Setting::Timeout => "--timeout SECONDS".into(),
        Setting::Strict => "--strict".into(),
        _ => return None,
    })
}

/// Whether it only means that nobody reads the output any more.
pub(crate) fn is_closed_pipe(error: &anyhow::Error) -> bool {
    io_kind(error) == Some(io::ErrorKind::BrokenPipe)
}

/// Of which kind the system's error is that lies behind.
pub(crate) fn io_kind(error: &anyhow::Error) -> Option<io::ErrorKind> {
    let of_library = |cause: &(dyn Error + 'static)| cause.downcast_ref().and_then(notis::Error::io_kind);
    let of_system = |cause: &(dyn Error + 'static)| cause.downcast_ref().map(io::Error::kind);
    error
        .chain()
        .find_map(|cause| of_system(cause).or_else(|| of_library(cause)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cause_is_said_once() {
        let error = anyhow::anyhow!("full disk").context("cannot write: full disk");
        assert_eq!(message(&error), "cannot write: full disk");
        let error = anyhow::anyhow!("full disk").context("cannot write");
        assert_eq!(message(&error), "cannot write: full disk");
    }

    #[test]
    fn a_line_break_in_an_id_forges_no_message() {
        let error = anyhow::anyhow!("a.jsonl (article 1\nnotis: all is well\u{1b}[2J)");
        assert_eq!(message(&error), "a.jsonl (article 1␊notis: all is well␛[2J)");
        let wrong = notis::Topics::parse("[[topic]\nid='x'").unwrap_err().into();
        assert!(message(&wrong).lines().skip(1).all(|line| line.starts_with("  ")));
    }

    #[test]
    fn a_closed_pipe_is_found_below_its_context() {
        let broken = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(is_closed_pipe(
            &anyhow::Error::from(broken).context("cannot write")
        ));
        assert!(!is_closed_pipe(&anyhow::anyhow!("full disk")));
    }
}
