//! Connections: accepted up to a limit, given up where they are slow, ended when the server is asked to end.

use std::net::{SocketAddr, TcpListener as Socket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use rlimit::Resource;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::caretaker::Caretaker;
use crate::linger::Lingering;
use crate::state::State;
use crate::{Error, Limits, Options, router};

/// A server that holds its address and has loaded its models.
pub struct Server {
    socket: Socket,
    address: SocketAddr,
    state: Arc<State>,
    /// Ends after the last request.
    caretaker: Option<Caretaker>,
}

impl Server {
    /// Takes the address and loads the models; nothing is answered yet.
    ///
    /// # Errors
    /// Where the options do not go together, the address is taken, or a model cannot be used.
    pub fn bind(options: Options) -> Result<Self, Error> {
        let listen = options.listen;
        let state = Arc::new(State::new(options)?);
        let socket = Socket::bind(listen).map_err(|cause| Error::Listen {
            address: listen,
            cause,
        })?;
        socket.set_nonblocking(true)?;
        Ok(Server {
            address: socket.local_addr()?,
            socket,
            caretaker: Caretaker::start(&state)?,
            state,
        })
    }

    /// Where it listens: the port is known also where the system chose it.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `end` comes; requests that have begun then end first.
    ///
    /// # Errors
    /// Where the system takes the address away.
    pub async fn run(self, end: impl Future<Output = ()>) -> Result<(), Error> {
        let listener = TcpListener::from_std(self.socket)?;
        let limits = self.state.limits;
        let _caretaker = self.caretaker;
        let door = Door::new(router::router(self.state), &limits);
        tokio::select! {
            () = end => {}
            () = door.accept(&listener) => {}
        }
        drop(listener);
        door.close(limits.ending).await;
        Ok(())
    }
}

/// The routes as a service, for a caller that brings its own listener: every answer but those of the inbox, which only
/// [`Server`] looks into.
///
/// # Errors
/// As [`Server::bind`], but for the address, which is not taken.
pub fn routes(options: Options) -> Result<Router, Error> {
    Ok(router::router(Arc::new(State::new(options)?)))
}

/// Serves until the process is asked to end (SIGINT, SIGTERM). `ready` is called once, when requests are accepted.
///
/// # Errors
/// As [`Server::bind`].
pub fn serve(options: Options, ready: impl FnOnce(SocketAddr)) -> Result<(), Error> {
    let server = Server::bind(options)?;
    // The articles are worked on by the rayon pool; these threads only speak.
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    runtime.worker_threads(2).enable_all().build()?.block_on(async {
        let end = asked_to_end()?;
        ready(server.address());
        server.run(end).await
    })
}

/// Ends when the process is asked to end.
#[cfg(unix)]
fn asked_to_end() -> Result<impl Future<Output = ()>, Error> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> Result<impl Future<Output = ()>, Error> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}

/// Where connections come in.
struct Door {
    router: Router,
    http: http1::Builder,
    places: Arc<Semaphore>,
    open: GracefulShutdown,
    ending: Arc<AtomicBool>,
}

impl Door {
    fn new(router: Router, limits: &Limits) -> Self {
        let mut http = http1::Builder::new();
        http.timer(TokioTimer::new()).header_read_timeout(limits.arrival);
        Door {
            router,
            http,
            places: Arc::new(Semaphore::new(places(limits.connections))),
            open: GracefulShutdown::new(),
            ending: Arc::default(),
        }
    }

    /// Accepts connections, as many at a time as there are places.
    async fn accept(&self, listener: &TcpListener) {
        while let Ok(place) = self.places.clone().acquire_owned().await {
            match listener.accept().await {
                Ok((stream, _)) => self.serve(stream, place),
                Err(error) => wait_out(&error).await,
            }
        }
    }

    fn serve(&self, stream: TcpStream, place: OwnedSemaphorePermit) {
        // Answers are small: each goes out at once.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(self.router.clone());
        let stream = Lingering::new(stream, Arc::clone(&self.ending));
        let connection = self.http.serve_connection(TokioIo::new(stream), service);
        let connection = self.open.watch(connection);
        tokio::spawn(async move {
            let _place = place;
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection broke");
            }
        });
    }

    async fn close(self, patience: Duration) {
        self.ending.store(true, Ordering::Relaxed);
        if tokio::time::timeout(patience, self.open.shutdown())
            .await
            .is_err()
        {
            tracing::warn!("requests were still going on when the time to end was over");
        }
    }
}

/// File handles for all that is no connection: the store, its files and models, the inbox.
const OWN_HANDLES: u64 = 256;

/// How many connections there is room for: so many, or what the system's limit of file handles leaves, which is raised as
/// far as it goes. Without that, callers who only connect would take the store its files away.
fn places(wanted: usize) -> usize {
    let needed = wanted as u64 + OWN_HANDLES;
    let as_it_is = |_| Resource::NOFILE.get_soft();
    let given = rlimit::increase_nofile_limit(needed)
        .or_else(as_it_is)
        .unwrap_or(needed);
    if given < needed {
        tracing::warn!(
            given,
            needed,
            "few file handles (ulimit -n): fewer connections at a time"
        );
    }
    // Where hardly any are left, half of them.
    let places = given.saturating_sub(OWN_HANDLES).max(given / 2);
    wanted.min(usize::try_from(places).unwrap_or(wanted))
}

/// A caller that has gone again is nothing; where the system has no file handles left, some will soon be free.
async fn wait_out(error: &std::io::Error) {
    tracing::warn!(%error, "a connection could not be accepted");
    tokio::time::sleep(Duration::from_millis(100)).await;
}
