//! What is seen of requests: an id each, a line in the log, and numbers.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use axum::extract::{MatchedPath, Request, State as Extract};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use notis::print::escape;
use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use tracing::Level;
use tracing_subscriber::fmt::MakeWriter;

use crate::state::{Shared, State};

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

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Labels {
    route: String,
    status: u16,
}

/// Numbers for Prometheus.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    seconds: Histogram,
    in_flight: Gauge,
    waiting: Gauge,
    /// Makes the ids of this process differ from those of another.
    start: u64,
    count: AtomicU64,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        // From half a millisecond, about what a short article takes, to a minute.
        let seconds = || Histogram::new([0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0, 60.0]);
        let start = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let mut metrics = Metrics {
            registry: Registry::with_prefix("notis"),
            requests: Family::default(),
            seconds: seconds(),
            in_flight: Gauge::default(),
            waiting: Gauge::default(),
            start: start.as_micros() as u64,
            count: AtomicU64::new(0),
        };
        metrics.register();
        metrics
    }

    fn register(&mut self) {
        let registry = &mut self.registry;
        registry.register("requests", "Requests answered", self.requests.clone());
        registry.register(
            "request_seconds",
            "Time to the head of the answer",
            self.seconds.clone(),
        );
        registry.register(
            "requests_in_flight",
            "Requests not yet answered",
            self.in_flight.clone(),
        );
        registry.register(
            "articles_waiting",
            "Articles that wait or are worked on",
            self.waiting.clone(),
        );
    }

    fn id(&self) -> String {
        format!(
            "{:x}-{:x}",
            self.start,
            self.count.fetch_add(1, Ordering::Relaxed)
        )
    }
}

/// Counts a request down again, also where its caller goes away before the answer.
struct InFlight(Gauge);

impl InFlight {
    fn new(gauge: &Gauge) -> Self {
        gauge.inc();
        InFlight(gauge.clone())
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Gives a request an id, counts it and writes it to the log. The text of articles is not in the log.
pub(crate) async fn watch(Extract(state): Extract<Arc<State>>, request: Request, next: Next) -> Response {
    let metrics = &state.metrics;
    let (start, id) = (Instant::now(), metrics.id());
    let _in_flight = InFlight::new(&metrics.in_flight);
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("none", MatchedPath::as_str);
    let (route, method) = (route.to_owned(), request.method().clone());
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let (seconds, status) = (start.elapsed().as_secs_f64(), response.status().as_u16());
    metrics.seconds.observe(seconds);
    metrics.requests.get_or_create(&Labels { route, status }).inc();
    tracing::info!(id, %method, path, status, seconds, "request");
    if let Ok(id) = HeaderValue::from_str(&id) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), id);
    }
    response
}

/// Whether the server lives.
pub(crate) async fn health() -> impl IntoResponse {
    (
        [(header::CONTENT_TYPE, "application/json")],
        "{\"status\":\"ok\"}\n",
    )
}

/// The numbers, for Prometheus.
pub(crate) async fn metrics(Extract(state): Shared) -> Response {
    let metrics = &state.metrics;
    metrics.waiting.set(state.workers.busy() as i64);
    let mut body = String::new();
    match text::encode(&mut body, &metrics.registry) {
        Ok(()) => {
            let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
            ([(header::CONTENT_TYPE, kind)], body).into_response()
        }
        Err(_) => crate::problem::Problem::fault().into_response(),
    }
}
