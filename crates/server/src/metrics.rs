//! Numbers of the requests, for Prometheus.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use prometheus_client::encoding::{EncodeLabelSet, text};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

/// What tells counted requests apart.
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

    /// The id of a request.
    pub(crate) fn id(&self) -> String {
        format!(
            "{:x}-{:x}",
            self.start,
            self.count.fetch_add(1, Ordering::Relaxed)
        )
    }

    /// Counts a request as not yet answered while what this returns lives.
    pub(crate) fn begun(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// Counts an answer: to which route, with what status, and the seconds it took.
    pub(crate) fn answered(&self, route: String, status: u16, seconds: f64) {
        self.seconds.observe(seconds);
        self.requests.get_or_create(&Labels { route, status }).inc();
    }

    /// All numbers, where so many articles wait or are worked on.
    pub(crate) fn text(&self, waiting: usize) -> Result<String, fmt::Error> {
        self.waiting.set(waiting as i64);
        let mut body = String::new();
        text::encode(&mut body, &self.registry)?;
        Ok(body)
    }
}

/// Counts a request down again, also where its caller goes away before the answer.
pub(crate) struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}
