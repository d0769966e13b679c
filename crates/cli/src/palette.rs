//! Colours of the terminal.

use anstream::ColorChoice;
use anstream::stream::RawStream;
use anstyle::{AnsiColor, Style as Codes};
use notis::print::{Around, Style};

/// The style that fits `stream`: colours where it is a terminal that shows them (and `NO_COLOR` is not set), nothing
/// elsewhere.
pub(crate) fn style(stream: &impl RawStream) -> Style {
    let mut style = Style::default();
    if anstream::AutoStream::choice(stream) != ColorChoice::Never {
        style.strong = around(Codes::new().bold());
        style.faint = around(Codes::new().dimmed());
        style.topic = around(AnsiColor::Green.on_default().bold());
        style.evidence = around(AnsiColor::Yellow.on_default().bold());
    }
    style
}

/// The head of an error on `stream`.
pub(crate) fn error_head(stream: &impl RawStream, head: &str) -> String {
    let (before, behind) = match anstream::AutoStream::choice(stream) {
        ColorChoice::Never => Around::default(),
        _ => around(AnsiColor::Red.on_default().bold()),
    };
    format!("{before}{head}{behind}")
}

fn around(codes: Codes) -> Around {
    (codes.render().to_string(), codes.render_reset().to_string())
}
