//! What is done while nobody asks: the inbox is emptied, and articles are read anew that another model has read.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use notis::{Article, ReadOptions};
use rayon::prelude::*;

use crate::desks::Named;
use crate::state::State;
use crate::store::{self, Imported, Inbox, Prepared, Read, Store, Watch, keep_all};

/// How long it rests between two looks: a file is read when it has not changed from one to the next.
const REST: Duration = Duration::from_millis(700);

/// How often it looks, where somebody has written, whether articles have come that no model has read: `notis store
/// import` may run beside the server. The look goes through the whole store.
const LOOK: Duration = Duration::from_secs(10);

/// Articles that are read anew before it looks whether it is to end.
const CHUNK: usize = 64;

/// The thread that does it; it ends when this is dropped.
pub(crate) struct Caretaker {
    end: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Caretaker {
    /// Starts it, where there is a store to take care of.
    pub(crate) fn start(state: &Arc<State>) -> Result<Option<Self>, crate::Error> {
        let Some(store) = state.store_if_any().cloned() else {
            return Ok(None);
        };
        let mut inbox = Inbox::open(store.folder())?;
        let mut unread = Unread::new(&store)?;
        let (end, ended) = channel();
        let state = Arc::clone(state);
        let thread = std::thread::Builder::new().name("notis-caretaker".to_owned());
        let thread = thread.spawn(move || {
            while ended.recv_timeout(REST) == Err(RecvTimeoutError::Timeout) {
                let is_to_end = || ended.try_recv() == Err(TryRecvError::Disconnected);
                let taken = inbox.look(&mut |path| taken(&state, &store, path));
                let read = taken.and_then(|()| unread.read(&store, &state.desks.first(), &is_to_end));
                if let Err(error) = read {
                    tracing::error!(%error, "the store could not be taken care of");
                }
            }
        })?;
        Ok(Some(Caretaker {
            end: Some(end),
            thread: Some(thread),
        }))
    }
}

impl Drop for Caretaker {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The articles that the model in use has not read, and when they are looked for: when another model answers, and now and
/// then when somebody has written.
struct Unread {
    watch: Watch,
    /// By which version all were read at the last look, and when that was.
    read_by: Option<(String, Instant)>,
}

impl Unread {
    fn new(store: &Store) -> Result<Self, store::Error> {
        Ok(Unread {
            watch: store.watch()?,
            read_by: None,
        })
    }

    /// Reads them, where it is time to look.
    fn read(
        &mut self,
        store: &Store,
        named: &Named,
        is_to_end: &dyn Fn() -> bool,
    ) -> Result<(), store::Error> {
        if !self.is_time(named.version())? {
            return Ok(());
        }
        // Until all are read, it is time.
        self.read_by = None;
        while read_anew(store, named)? > 0 {
            if is_to_end() {
                return Ok(());
            }
        }
        self.read_by = Some((named.version().to_owned(), Instant::now()));
        Ok(())
    }

    fn is_time(&mut self, version: &str) -> Result<bool, store::Error> {
        let same = self.read_by.as_ref().filter(|(read_by, _)| read_by == version);
        if same.is_some_and(|(_, at)| at.elapsed() < LOOK) {
            return Ok(false);
        }
        let is_another = same.is_none();
        // Asked in any case: what was written before this look is looked at now.
        Ok(self.watch.has_changed()? || is_another)
    }
}

/// Reads in what was dropped into the inbox; what is good of it is kept, whatever else it holds.
fn taken(state: &State, store: &Store, path: &Path) -> Result<(), String> {
    let read = read_in(state, store, path).map_err(|error| error.to_string())?;
    tracing::info!(
        articles = read.0.all(),
        new = read.0.new,
        "read in from the inbox"
    );
    if read.1.is_empty() {
        return Ok(());
    }
    let kept = format!("{} articles were read in; these were not:", read.0.all());
    Err(std::iter::once(kept).chain(read.1).collect::<Vec<_>>().join("\n"))
}

/// Reads in a file or folder. Bad records are told.
pub(crate) fn read_in(
    state: &State,
    store: &Store,
    path: &Path,
) -> Result<(Imported, Vec<String>), store::Error> {
    let named = state.desks.first();
    let (desk, version) = (named.desk(), named.version());
    let mut bad = Vec::new();
    let articles = notis::open(&[path.to_owned()], &ReadOptions::default())?;
    let articles = articles.filter_map(|article| match article {
        Err(error) if error.is_bad_record() => {
            bad.push(error.to_string());
            None
        }
        article => Some(article.map_err(store::Error::from)),
    });
    let mut kept = Imported::default();
    let prepare = |article: Article| Prepared::new(&desk, version, article);
    keep_all(store, articles, &prepare, &mut kept)?;
    Ok((kept, bad))
}

/// Reads some articles again that the model in use has not read; how many there were.
fn read_anew(store: &Store, named: &Named) -> Result<usize, store::Error> {
    let (desk, version) = (named.desk(), named.version());
    let numbers = store.read(|db| store::unread(db, version, CHUNK))?;
    let read = |number: &i64| -> Result<Option<(i64, Read)>, store::Error> {
        let Some(article) = store.read(|db| store::only_article(db, *number))? else {
            return Ok(None);
        };
        let reading = desk.read(&article)?;
        Ok(Some((*number, Read::new(&desk, version, &reading)?)))
    };
    let read: Vec<_> = numbers
        .par_iter()
        .filter_map(|n| read(n).transpose())
        .collect::<Result<_, _>>()?;
    store.write_in_turn(move |tx| {
        read.iter()
            .try_for_each(|(number, read)| store::reread(tx, *number, read))
    })?;
    Ok(numbers.len())
}
