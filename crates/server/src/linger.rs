//! Connections that end so that the last answer is read.
//!
//! A caller that is answered before all of its body has come may still be sending. Closed at once, the connection would be
//! reset by the next byte that comes, and many callers then throw away the answer that they had not read yet.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

/// How long a caller may take to see that all was said: time to read an answer and to stop sending. One that closes sooner
/// is waited for no longer.
const PATIENCE: Duration = Duration::from_secs(2);
/// Bytes that are read and thrown away at a time.
const SCRAP: usize = 8 << 10;

/// A connection that, when all is said, reads on without listening until the caller closes it too.
pub(crate) struct Lingering {
    stream: TcpStream,
    /// Whether the server ends: then nobody is waited for.
    ending: Arc<AtomicBool>,
    /// Until when the caller is waited for, once all is said.
    until: Option<Pin<Box<Sleep>>>,
}

impl Lingering {
    pub(crate) fn new(stream: TcpStream, ending: Arc<AtomicBool>) -> Self {
        let until = None;
        Lingering {
            stream,
            ending,
            until,
        }
    }

    /// Reads what still comes, to the end of the connection.
    fn poll_end(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        let mut scrap = [0; SCRAP];
        loop {
            let mut scrap = ReadBuf::new(&mut scrap);
            match ready!(Pin::new(&mut self.stream).poll_read(cx, &mut scrap)) {
                Ok(()) if !scrap.filled().is_empty() => {}
                _ => return Poll::Ready(()),
            }
        }
    }
}

impl AsyncRead for Lingering {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Lingering {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    /// Says that nothing more comes, and waits for the caller to say the same.
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.until.is_none() {
            ready!(Pin::new(&mut self.stream).poll_shutdown(cx))?;
            self.until = Some(Box::pin(tokio::time::sleep(PATIENCE)));
        }
        if self.ending.load(Ordering::Relaxed) || self.poll_end(cx).is_ready() {
            return Poll::Ready(Ok(()));
        }
        let patience = self.until.as_mut().map(|until| until.as_mut().poll(cx));
        patience.unwrap_or(Poll::Ready(())).map(Ok)
    }
}
