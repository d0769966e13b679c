//! A progress bar for long work.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use notis::Meter;

/// How far the reading has come. It shows itself only where standard error is a terminal that nothing else is printed
/// on, and the work is not done at once.
pub(crate) struct Bar {
    bar: ProgressBar,
    /// What tells how much has been read; nothing where articles come without end.
    meter: Option<Meter>,
    articles: u64,
}

/// The bar moves after so many articles.
const EVERY: u64 = 128;

impl Bar {
    /// A bar for reading what `meter` measures; `hidden` where results go to the same terminal.
    pub(crate) fn reading(meter: Option<Meter>, hidden: bool) -> Self {
        let bar = match meter.as_ref().and_then(Meter::total) {
            Some(total) => {
                ProgressBar::new(total).with_style(style("{bar:30} {bytes}/{total_bytes}, {eta} left {msg}"))
            }
            None => ProgressBar::no_length().with_style(style("{spinner} {bytes} {msg}")),
        };
        if hidden || !io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        Bar {
            bar,
            meter,
            articles: 0,
        }
    }

    /// Counts an article; now and then the bar moves to where the reading is.
    pub(crate) fn count(&mut self) {
        self.articles += 1;
        if self.articles.is_multiple_of(EVERY) {
            self.bar.set_position(self.meter.as_ref().map_or(0, Meter::read));
            self.bar.set_message(format!("({} articles)", self.articles));
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A spinner for work whose end is not known.
pub(crate) fn spinner(quiet: bool) -> ProgressBar {
    let bar = ProgressBar::new_spinner().with_style(style("{spinner} {msg}"));
    if quiet || !io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    } else {
        bar.enable_steady_tick(Duration::from_millis(100));
    }
    bar
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
