//! A server and a client that writes its requests by hand, so that it can also write wrong ones.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::JoinHandle;
use std::time::Duration;

use notis::{Article, Desk, Model};
use notis_server::{Options, Server};
use tokio::sync::oneshot;

pub(crate) const ARTICLE: &str = "Nord-Korea skjøt opp en ny rakett natt til fredag. Raketten falt i havet øst for \
                                  Nord-Korea, melder Sør-Koreas hær.";

/// A server that ends with the test.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

pub(crate) fn server(change: impl FnOnce(&mut Options)) -> Running {
    let mut options = Options::new("127.0.0.1:0".parse().unwrap());
    options
        .models
        .push(("notis".to_owned(), Model::shipped().unwrap()));
    change(&mut options);
    let server = Server::bind(options).unwrap();
    let address = server.address();
    let (end, ended) = oneshot::channel::<()>();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build();
        let end = async { drop(ended.await) };
        runtime.unwrap().block_on(server.run(end)).unwrap();
    });
    Running {
        address,
        end: Some(end),
        thread: Some(thread),
    }
}

impl Running {
    /// Ends as a signal would end it, and waits for that.
    pub(crate) fn end(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        stream
    }

    /// Sends these bytes and reads to the end of the connection.
    pub(crate) fn raw(&self, bytes: &[u8]) -> Answer {
        let mut stream = self.connect();
        // It may answer and close before it has read all.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        Answer::parse(&answer)
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let length = body.len();
        let head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        self.raw(format!("{head}{headers}Content-Length: {length}\r\n\r\n{body}").as_bytes())
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", "")
    }

    pub(crate) fn post(&self, path: &str, json: &str) -> Answer {
        self.send("POST", path, "Content-Type: application/json\r\n", json)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let chunked = head.to_ascii_lowercase().contains("transfer-encoding: chunked");
        Answer {
            status: status.unwrap_or(0),
            body: if chunked { joined(body) } else { body.to_owned() },
            head: head.to_ascii_lowercase(),
        }
    }

    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Whether it is a problem that says what to do.
    pub(crate) fn is_problem(&self, status: u16) -> bool {
        let told = self.head.contains("application/problem+json") && self.json()["status"] == status;
        self.status == status && told && !self.json()["detail"].as_str().unwrap_or_default().is_empty()
    }
}

fn joined(mut chunks: &str) -> String {
    let mut body = String::new();
    while let Some((size, rest)) = chunks.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap();
        body.push_str(&rest[..size]);
        chunks = &rest[size + 2..];
    }
    body
}

/// The line of the library about this article.
pub(crate) fn line(id: &str, text: &str, work: impl Fn(&notis::Reading<'_>) -> Vec<u8>) -> String {
    let desk = Desk::shipped().unwrap();
    let article = Article {
        id: id.to_owned(),
        text: text.to_owned(),
        ..Article::default()
    };
    let reading = desk.read(&article).unwrap();
    String::from_utf8(work(&reading)).unwrap()
}
