//! The lines of a body, as they come.

use std::time::Duration;

use axum::body::BodyDataStream;
use futures_util::StreamExt;

/// The lines of a body, as they come. One that is too long is passed over to its end.
pub(super) struct Lines {
    body: BodyDataStream,
    unread: Vec<u8>,
    longest: usize,
    patience: Duration,
    ended: bool,
}

/// Why a line cannot be had.
#[derive(Debug, thiserror::Error)]
pub(super) enum Broken {
    /// It does not end in time to be held.
    #[error("the line is longer than {0} bytes; it was passed over")]
    TooLong(usize),
    /// No more comes.
    #[error("the upload broke off: {0}; send what follows again")]
    Upload(String),
}

impl Lines {
    pub(super) fn new(body: BodyDataStream, longest: usize, patience: Duration) -> Self {
        Lines {
            body,
            unread: Vec::new(),
            longest,
            patience,
            ended: false,
        }
    }

    /// The next line, without its end; nothing after the last.
    pub(super) async fn next(&mut self) -> Option<Result<Vec<u8>, Broken>> {
        let mut seen = 0;
        let mut long = false;
        loop {
            if let Some(end) = self.unread[seen..].iter().position(|&byte| byte == b'\n') {
                let rest = self.unread.split_off(seen + end + 1);
                let line = std::mem::replace(&mut self.unread, rest);
                return Some(self.whole(line, long));
            }
            if self.unread.len() > self.longest {
                long = true;
                self.unread.clear();
            }
            seen = self.unread.len();
            match self.more().await {
                Ok(true) => {}
                Ok(false) if self.unread.is_empty() && !long => return None,
                Ok(false) => return Some(self.last(long)),
                Err(broken) => return Some(Err(broken)),
            }
        }
    }

    fn last(&mut self, long: bool) -> Result<Vec<u8>, Broken> {
        let line = std::mem::take(&mut self.unread);
        self.whole(line, long)
    }

    fn whole(&self, line: Vec<u8>, long: bool) -> Result<Vec<u8>, Broken> {
        if long || line.len() > self.longest + 1 {
            return Err(Broken::TooLong(self.longest));
        }
        Ok(line)
    }

    /// Waits for more of the body; false at its end.
    async fn more(&mut self) -> Result<bool, Broken> {
        if self.ended {
            return Ok(false);
        }
        let piece = tokio::time::timeout(self.patience, self.body.next()).await;
        let reason = match piece {
            Ok(Some(Ok(piece))) => {
                self.unread.extend_from_slice(&piece);
                return Ok(true);
            }
            Ok(None) => None,
            Ok(Some(Err(error))) => Some(error.to_string()),
            Err(_) => Some("nothing came for too long".to_owned()),
        };
        self.ended = true;
        // Half a line is no article.
        match reason {
            Some(reason) => {
                self.unread.clear();
                Err(Broken::Upload(reason))
            }
            None => Ok(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn lines(pieces: &'static [&'static str], longest: usize) -> Vec<Result<String, String>> {
        let pieces = futures_util::stream::iter(pieces.iter().map(|piece| Ok::<_, std::io::Error>(*piece)));
        let body = Body::from_stream(pieces).into_data_stream();
        let mut lines = Lines::new(body, longest, Duration::from_secs(1));
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut found = Vec::new();
            while let Some(line) = lines.next().await {
                found.push(
                    line.map(|line| String::from_utf8(line).unwrap())
                        .map_err(|e| e.to_string()),
                );
            }
            found
        })
    }

    #[test]
    fn lines_do_not_depend_on_the_pieces_they_come_in() {
        let expected = [Ok("ei\n".to_owned()), Ok("\n".to_owned()), Ok("to".to_owned())];
        assert_eq!(lines(&["ei\n\nto"], 9), expected);
        assert_eq!(lines(&["e", "i", "\n", "\nt", "o"], 9), expected);
        assert!(lines(&[], 9).is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over_to_its_end() {
        for pieces in [&["a\n0123456789\nb\n"][..], &["a\n01234", "5678", "9\nb\n"]] {
            let found = lines(pieces, 4);
            assert_eq!(found.len(), 3, "{found:?}");
            assert!(found[1].as_ref().unwrap_err().contains("longer than 4 bytes"));
            assert_eq!(found[2], Ok("b\n".to_owned()));
        }
    }
}
