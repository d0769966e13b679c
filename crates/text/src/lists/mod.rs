//! Every word list of the Norwegian analysis, each once.
//!
//! The lists are plain constants in one module a theme, `norwegian::page`, `norwegian::speech` and so on, and long ones
//! text files beside them. The code that reads a list knows what it is for and nothing of the language; this crate, the
//! topics, the digests and the chat take theirs from here.
//!
//! A few words stay where a rule of grammar names them one by one, since each has a part of its own in it: «det» that stands
//! for what was said, «den» of «siden den gang», «her» of a caption, «at», «som», «å». And `notis-corpus` knows nothing of this
//! crate, which reads what it reads: its three lists stand with it.
//!
//! # Another language
//!
//! For Danish, say:
//!
//! 1. Copy the folder `norwegian` to `danish` and translate its lists; what Danish lacks is an empty list, and lists that
//!    serve bokmål and nynorsk alike (`spellings`) are empty too.
//! 2. Re-export `danish` in place of `norwegian` below. The names of the lists stay, so no reader of a
//!    list is touched; where a form is named in code, the compiler and `CONTRIBUTING.md` tell.
//! 3. Go through the rules that name words: in this crate `quotes.rs` («ifølge»), `requests.rs` («vår»), `crumbs.rs` («Av»),
//!    `sentences/boundary.rs`, `tokens/numbers.rs` («kr»), `stem/spelling.rs` and, of `structure/`, `seams.rs`, `head.rs`,
//!    `credits.rs` and `unit.rs`; in `notis-summarizer` `claim.rs`, `keywords/noun.rs` (vowels), `lexicon/nouns.rs`, the names
//!    of groups in `group/grouping.rs` and, of `readable/`, `opener.rs`, `verbs.rs`, `shape.rs`, `marks.rs`, `quote.rs` and
//!    `persons.rs`; in `notis-topics` `definitions/zero_shot.rs` («og»).
//! 4. Translate what the crates say and read that do not take their words from here: months and days of dates, clutter of
//!    pages and names of styles in `notis-corpus` (`dates.rs`, `formats/extract.rs`, `formats/office.rs`), the task of a
//!    language model (`notis-chat`, `prompt.rs`), plain sentences of news (`notis-neural`, `background.rs`), pages and reports
//!    (`notis`, `page/`; `notis-server`, `desk/words/`).
//! 5. Endings are more than a list: read `stem/endings.rs` and `compounds.rs`, which say which stems an ending may leave.
//! 6. `languages/danish.txt` tells Danish from its neighbours already. A third neighbour of that kind needs a file there
//!    and a line in `language/neighbours.rs`.
//! 7. Count the openers anew (`scripts/openers.py`) and the background frequencies
//!    (`crates/features/examples/background.rs`) on texts of the language.

pub(crate) mod languages;
mod norwegian;

pub use norwegian::*;
