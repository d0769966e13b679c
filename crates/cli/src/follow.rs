//! A folder that is watched: articles as their files come.
//!
//! A file is read when whoever writes it has closed it or moved it into its place or, where the system does not tell of
//! that, when nothing has happened to it for [`QUIET`]. An article that is there already is given once more where
//! anything in it has changed.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use notis::{Article, Articles, Error, ReadOptions};

use crate::global_options::GlobalOptions;
use crate::signals::{self, Stop};

/// How long nothing must have happened to a file that nobody said was whole.
const QUIET: Duration = Duration::from_secs(1);
/// How often it is asked whether the run is to end.
const ASKED: Duration = Duration::from_millis(50);

/// The articles of a folder, without end until the run is interrupted.
pub(crate) struct Follow {
    folder: PathBuf,
    options: ReadOptions,
    current: Option<Articles>,
    /// Files that something happened to, and from when on they can be read.
    waiting: BTreeMap<PathBuf, Instant>,
    events: Receiver<notify::Result<Event>>,
    /// What each article that was given said, as a hash.
    given: HashMap<String, u64>,
    stop: Stop,
    /// Watches as long as it is there.
    _watcher: RecommendedWatcher,
}

impl Follow {
    /// Begins to watch, and then looks at what is there: nothing that comes between is missed.
    pub(crate) fn new(folder: &Path, options: &GlobalOptions) -> Result<Self> {
        let cannot = || format!("cannot follow {}", folder.display());
        ensure!(folder.is_dir(), "{}: it is no folder", cannot());
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender).with_context(cannot)?;
        watcher
            .watch(folder, RecursiveMode::Recursive)
            .with_context(cannot)?;
        let options = options.read_options();
        let current = match notis::open(&[folder.to_owned()], &options) {
            Err(Error::EmptyInput(_)) => None,
            there => Some(there?),
        };
        Ok(Follow {
            // As events name their paths.
            folder: std::path::absolute(folder).with_context(cannot)?,
            options,
            current,
            waiting: BTreeMap::new(),
            events,
            given: HashMap::new(),
            stop: signals::end_gently(),
            _watcher: watcher,
        })
    }

    /// Whether an article was not given before as it is now.
    fn is_new(&mut self, article: &Article) -> bool {
        let mut said = DefaultHasher::new();
        (&article.text, &article.title, &article.date, &article.url).hash(&mut said);
        let said = said.finish();
        self.given.insert(article.id.clone(), said) != Some(said)
    }

    /// Waits for a file that can be read; none where the run is to end.
    fn next_file(&mut self) -> Option<PathBuf> {
        while !self.stop.is_asked() {
            let now = Instant::now();
            let ready = self.waiting.iter().find(|(_, from)| **from <= now);
            if let Some(file) = ready.map(|(file, _)| file.clone()) {
                self.waiting.remove(&file);
                return Some(file);
            }
            match self.events.recv_timeout(ASKED) {
                Ok(Ok(event)) => self.note(event),
                // What the system could not tell is lost; the next event of the file brings it back.
                Ok(Err(_)) | Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        }
        None
    }

    fn note(&mut self, event: Event) {
        let Some(wait) = wait(event.kind) else { return };
        let now = Instant::now();
        for path in event.paths.into_iter().filter(|path| is_seen(path, &self.folder)) {
            // A new folder is looked through when it is sure to be watched: nobody tells of what lay in it before.
            let wait = if path.is_dir() { QUIET } else { wait };
            self.waiting.insert(path, now + wait);
        }
    }

    /// The articles of a file that came; none where it is gone again or of no form that is read. Files of a new folder
    /// wait for their turn.
    fn open(&mut self, file: &Path) -> Option<Result<Articles, Error>> {
        if file.is_dir() {
            let (now, folder) = (Instant::now(), &self.folder);
            let files = files_below(file).into_iter().filter(|file| is_seen(file, folder));
            self.waiting.extend(files.map(|file| (file, now)));
        }
        let read = file.is_file() && notis::is_article_file(file);
        let opened = read.then(|| notis::open_below(&self.folder, file, &self.options));
        opened.filter(|opened| !matches!(opened, Err(Error::EmptyInput(_))))
    }
}

/// How long to wait after an event before its file is read; `None` where it does not matter.
fn wait(kind: EventKind) -> Option<Duration> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) | EventKind::Modify(ModifyKind::Name(_)) => {
            Some(Duration::ZERO)
        }
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any => Some(QUIET),
        EventKind::Access(_) | EventKind::Remove(_) | EventKind::Other => None,
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let below = paths.flat_map(|path| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    });
    below.collect()
}

/// Whether nothing on the way to a file is hidden.
fn is_seen(path: &Path, folder: &Path) -> bool {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let hidden = |part: &std::ffi::OsStr| part.to_string_lossy().starts_with('.');
    !below.iter().any(hidden)
}

impl Iterator for Follow {
    type Item = Result<Article, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.current.as_mut().and_then(Iterator::next) {
                Some(Ok(article)) if !self.is_new(&article) => {}
                Some(Err(Error::EmptyInput(_))) => {}
                Some(article) => return Some(article),
                None => {
                    let file = self.next_file()?;
                    match self.open(&file) {
                        Some(Ok(articles)) => self.current = Some(articles),
                        Some(Err(error)) => return Some(Err(error)),
                        None => {}
                    }
                }
            }
        }
    }
}
