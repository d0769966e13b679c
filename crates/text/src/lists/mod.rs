//! Every word list of the Norwegian analysis, each once.
//!
//! The lists are plain constants in one module a theme, `norwegian::page`, `norwegian::speech` and so on, and long ones
//! text files beside them. The code that reads a list knows what it is for and nothing of the language; this crate, and
//! the digests, take theirs from here.
//!
//! # Another language
//!
//! For Danish, say:
//!
//! 1. Copy the folder `norwegian` to `danish` and translate its lists; what Danish lacks is an empty list, and lists that
//!    serve bokmål and nynorsk alike (`spellings`) are empty too.
//! 2. Re-export `danish` in place of `norwegian` below. The names of the lists stay, so no reader of a
//!    list is touched; where a form is named in code, the compiler and `CONTRIBUTING.md` tell.
//! 3. Endings are more than a list: read `stem/endings.rs` and `compounds.rs`, which say which stems an ending may leave.
//! 4. `languages/danish.txt` tells Danish from its neighbours already. A third neighbour of that kind needs a file there
//!    and a line in `language/neighbours.rs`.
//! 5. Count the openers anew (`scripts/openers.py`) and the background frequencies
//!    (`crates/features/examples/background.rs`) on texts of the language.

pub(crate) mod languages;
mod norwegian;

pub use norwegian::*;
