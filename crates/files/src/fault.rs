//! Steps that can be made to fail.

use std::io;

/// Something that the disk is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Create,
    Write,
    Sync,
    Rename,
    Read,
}

impl Step {
    /// Goes on, unless a test wants this step to fail.
    #[cfg(not(feature = "faults"))]
    #[inline]
    pub(crate) fn go(self) -> io::Result<()> {
        Ok(())
    }

    /// Goes on, unless a test wants this step to fail.
    #[cfg(feature = "faults")]
    pub(crate) fn go(self) -> io::Result<()> {
        use std::sync::LazyLock;
        use std::sync::atomic::{AtomicU64, Ordering};
        static GONE: AtomicU64 = AtomicU64::new(0);
        static WANTED: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("NOTIS_FAULT").ok());
        let step = GONE.fetch_add(1, Ordering::Relaxed) + 1;
        match WANTED.as_deref().and_then(|wanted| Fault::of(wanted, step)) {
            None => Ok(()),
            Some(Fault::Error) => Err(io::Error::from_raw_os_error(self.code())),
            Some(Fault::Kill) => std::process::abort(),
        }
    }

    /// No room where something is written, and a fault of the device elsewhere, as Linux numbers them.
    #[cfg(feature = "faults")]
    fn code(self) -> i32 {
        match self {
            Step::Create | Step::Write | Step::Sync => 28,
            Step::Rename | Step::Read => 5,
        }
    }
}

/// What happens at a step.
#[cfg(feature = "faults")]
#[derive(Debug, PartialEq)]
enum Fault {
    Error,
    Kill,
}

#[cfg(feature = "faults")]
impl Fault {
    /// What `wanted` asks for at a step: `7`, `7+` or `7!`.
    fn of(wanted: &str, step: u64) -> Option<Self> {
        let number = wanted.trim_end_matches(['+', '!']).parse().ok()?;
        let from_then_on = wanted.ends_with('+') && step > number;
        let kind = if wanted.ends_with('!') {
            Fault::Kill
        } else {
            Fault::Error
        };
        (step == number || from_then_on).then_some(kind)
    }
}

#[cfg(all(test, feature = "faults"))]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_step_or_all_from_one_on() {
        assert_eq!(Fault::of("7", 7), Some(Fault::Error));
        assert_eq!(Fault::of("7", 8), None);
        assert_eq!(Fault::of("7+", 8), Some(Fault::Error));
        assert_eq!(Fault::of("7!", 7), Some(Fault::Kill));
        assert_eq!(Fault::of("", 1), None);
    }
}
