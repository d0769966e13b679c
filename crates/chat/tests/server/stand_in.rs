//! A stand-in for a model server: it answers on loopback what a test tells it to, and keeps what it was asked.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle, sleep};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How it answers one request.
#[derive(Clone, Debug)]
pub(crate) enum Answer {
    /// As the API has it.
    Says(String),
    /// The same, stopped for its length.
    Stopped(String),
    /// A status with a body.
    Status(u16, &'static str),
    /// A body that is not of this API.
    Raw(String),
    /// Nothing, for so long.
    Silence(Duration),
    /// Half of what was announced, then the end of the connection.
    Half(String),
    /// Elsewhere.
    Redirect(&'static str),
}

/// A server for the time of a test. It answers the first request with the first answer, and all further ones with the last.
pub(crate) struct StandIn {
    address: String,
    stop: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<Value>>>,
    thread: Option<JoinHandle<()>>,
}

/// No test takes longer.
const LONGEST: Duration = Duration::from_secs(30);

impl StandIn {
    pub(crate) fn answering(answers: &[Answer]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = format!("http://{}/v1", listener.local_addr().unwrap());
        let (stop, asked) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let serving = Serving {
            listener,
            answers: answers.to_vec(),
            stop: Arc::clone(&stop),
            asked: Arc::clone(&asked),
        };
        StandIn {
            address,
            stop,
            asked,
            thread: Some(thread::spawn(move || serving.run())),
        }
    }

    pub(crate) fn saying(text: &str) -> Self {
        StandIn::answering(&[Answer::Says(text.to_owned())])
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// The requests so far.
    pub(crate) fn asked(&self) -> Vec<Value> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Serving {
    listener: TcpListener,
    answers: Vec<Answer>,
    stop: Arc<AtomicBool>,
    asked: Arc<Mutex<Vec<Value>>>,
}

impl Serving {
    fn run(self) {
        let (began, mut turn) = (Instant::now(), 0);
        while !self.stop.load(Ordering::Relaxed) && began.elapsed() < LONGEST {
            match self.listener.accept() {
                Ok((stream, _)) => {
                    let answer = &self.answers[turn.min(self.answers.len() - 1)];
                    turn += 1;
                    // Whoever asks may hang up.
                    let _ = self.serve(stream, answer);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => sleep(Duration::from_millis(5)),
                Err(_) => return,
            }
        }
    }

    fn serve(&self, mut stream: TcpStream, answer: &Answer) -> std::io::Result<()> {
        stream.set_nonblocking(false)?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let asked = body_of(&mut stream)?;
        self.asked
            .lock()
            .unwrap()
            .push(serde_json::from_str(&asked).unwrap_or(Value::Null));
        let reply = |text: &str, finish: &str| {
            let message = json!({ "role": "assistant", "content": text });
            json!({ "choices": [{ "index": 0, "message": message, "finish_reason": finish }] }).to_string()
        };
        match answer {
            Answer::Says(text) => send(&mut stream, 200, &reply(text, "stop")),
            Answer::Stopped(text) => send(&mut stream, 200, &reply(text, "length")),
            Answer::Status(status, body) => send(&mut stream, *status, body),
            Answer::Raw(body) => send(&mut stream, 200, body),
            Answer::Silence(time) => {
                sleep(*time);
                Ok(())
            }
            Answer::Half(text) => {
                let body = reply(text, "stop");
                let half = &body[..body.len() / 2];
                let length = body.len();
                write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n{half}"
                )
            }
            Answer::Redirect(to) => write!(
                stream,
                "HTTP/1.1 307 Temporary Redirect\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ),
        }
    }
}

/// The body of a request, by its length.
fn body_of(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length")
                    .then(|| value.trim().parse::<usize>().ok())?
            });
            if body.len() >= length.unwrap_or(0) {
                return Ok(body.to_owned());
            }
        }
        match stream.read(&mut piece)? {
            0 => return Ok(String::new()),
            n => request.extend_from_slice(&piece[..n]),
        }
    }
}

fn send(stream: &mut TcpStream, status: u16, body: &str) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
}
