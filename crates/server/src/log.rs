//! The log, an object a line.

use std::io::{self, Write};

use notis::print::escape;
use tracing::Level;
use tracing_subscriber::fmt::MakeWriter;

/// Sends the log, an object a line, to this writer; nothing below `least`.
pub fn log_to(writer: impl for<'w> MakeWriter<'w> + Send + Sync + 'static, least: Level) {
    let log = tracing_subscriber::fmt()
        .with_max_level(least)
        .json()
        .flatten_event(true)
        .with_target(false);
    // A second log in one process goes where the first goes.
    let _ = log
        .with_current_span(false)
        .with_span_list(false)
        .with_writer(HarmlessTo(writer))
        .try_init();
}

/// Makes the writers of the log.
struct HarmlessTo<M>(M);

impl<'w, M: MakeWriter<'w>> MakeWriter<'w> for HarmlessTo<M> {
    type Writer = Harmless<M::Writer>;

    fn make_writer(&'w self) -> Self::Writer {
        Harmless(self.0.make_writer())
    }
}

/// A log in which nothing acts on the terminal that shows it: JSON escapes the control characters below U+0020 alone.
struct Harmless<W>(W);

impl<W: Write> Write for Harmless<W> {
    /// An event comes whole, as a line.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        for line in text.split_inclusive('\n') {
            let ended = line.strip_suffix('\n');
            self.0
                .write_all(escape::visible(ended.unwrap_or(line)).as_bytes())?;
            self.0.write_all(ended.map_or(b"", |_| b"\n"))?;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
