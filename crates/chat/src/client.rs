//! Asking a server: requests, time-outs, tries.

use std::io::Read;
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use ureq::Agent;

use crate::endpoint::Endpoint;
use crate::prompt::Messages;
use crate::{Error, Options, reply};

/// Bytes of the longest answer that is read: a digest of 1,000 words a hundred times over.
const LONGEST: u64 = 1 << 20;
/// A server on this machine takes a connection at once, or not at all.
const CONNECT: Duration = Duration::from_secs(10);
/// What is waited before the second try; twice as long before the third.
const PAUSE: Duration = Duration::from_millis(250);
/// Characters of what a server says that an error repeats.
const SAID: usize = 200;

/// A model behind an address.
#[derive(Debug)]
pub(crate) struct Client {
    agent: Agent,
    endpoint: Endpoint,
    model: String,
    timeout: Duration,
    tries: u32,
}

/// What one try came to.
enum Try {
    Done(String),
    Again(Error),
    Failed(Error),
}

impl Client {
    pub(crate) fn new(options: &Options) -> Result<Self, Error> {
        let endpoint = Endpoint::parse(&options.endpoint, options.allow_remote)?;
        // No proxy and no redirection: both would carry articles elsewhere.
        let config = Agent::config_builder()
            .timeout_global(Some(options.timeout))
            .timeout_connect(Some(CONNECT.min(options.timeout)))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .build();
        Ok(Client {
            agent: config.into(),
            endpoint,
            model: options.model.clone(),
            timeout: options.timeout,
            tries: options.retries + 1,
        })
    }

    pub(crate) fn url(&self) -> &str {
        self.endpoint.url()
    }

    /// The digest that the model writes, in at most so many tokens.
    pub(crate) fn ask(&self, messages: &Messages, tokens: usize) -> Result<String, Error> {
        let body = self.request(messages, tokens);
        let mut last = None;
        for turn in 0..self.tries {
            if turn > 0 {
                sleep(PAUSE * (1 << (turn - 1).min(8)));
            }
            match self.once(&body) {
                Try::Done(digest) => return Ok(digest),
                Try::Failed(error) => return Err(error),
                Try::Again(error) => last = Some(error),
            }
        }
        Err(last.unwrap_or_else(|| self.unreachable("never asked".to_owned())))
    }

    fn request(&self, messages: &Messages, tokens: usize) -> Vec<u8> {
        let said = [("system", &messages.system), ("user", &messages.user)];
        let said = said.into_iter().filter(|(_, text)| !text.trim().is_empty());
        let said: Vec<_> = said
            .map(|(role, text)| json!({ "role": role, "content": text }))
            .collect();
        let request = json!({
            "model": self.model,
            "messages": said,
            "temperature": 0,
            "seed": 0,
            "stream": false,
            "max_tokens": tokens,
        });
        request.to_string().into_bytes()
    }

    fn once(&self, body: &[u8]) -> Try {
        let request = self.agent.post(self.url()).content_type("application/json");
        let mut response = match request.send(body) {
            Ok(response) => response,
            Err(error) => return self.failed(error),
        };
        let status = response.status().as_u16();
        let mut answer = Vec::new();
        let read = response
            .body_mut()
            .as_reader()
            .take(LONGEST)
            .read_to_end(&mut answer);
        if let Err(error) = read {
            return self.failed(ureq::Error::from(error));
        }
        let answer = String::from_utf8_lossy(&answer);
        match status {
            200 => match reply::digest_in(&answer) {
                Ok(digest) => Try::Done(digest),
                Err(why) => Try::Failed(Error::Reply {
                    url: self.url().to_owned(),
                    why,
                }),
            },
            429 | 500 | 502 | 503 | 504 => Try::Again(self.refused(status, &answer)),
            _ => Try::Failed(self.refused(status, &answer)),
        }
    }

    /// What a request that was not answered comes to: whoever was too slow once is not asked again.
    fn failed(&self, error: ureq::Error) -> Try {
        match error {
            ureq::Error::Timeout(_) => Try::Failed(Error::Slow {
                url: self.url().to_owned(),
                seconds: self.timeout.as_secs(),
            }),
            error => Try::Again(self.unreachable(error.to_string())),
        }
    }

    fn unreachable(&self, cause: String) -> Error {
        Error::Unreachable {
            url: self.url().to_owned(),
            tries: self.tries,
            cause,
        }
    }

    fn refused(&self, status: u16, answer: &str) -> Error {
        let said: String = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        Error::Status {
            url: self.url().to_owned(),
            status,
            said: said.chars().take(SAID).collect(),
        }
    }
}
