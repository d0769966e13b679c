//! Time grows linearly with the text, however it is made: four times the text takes at most eight times the processor's
//! time.

use notis_text::{sentences, structure};
use std::time::{Duration, Instant};

const MB: usize = 1_000_000;

/// Processor time of this thread where the system tells, so that other tests do not disturb; else the time that passed.
fn timed(run: impl FnOnce()) -> Duration {
    let cpu = || {
        let stat = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        stat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
    };
    let (start, started) = (cpu(), Instant::now());
    run();
    match (start, cpu()) {
        (Some(start), Some(end)) => end - start,
        _ => started.elapsed(),
    }
}

/// Time to find the blocks and sentences of `piece`, repeated up to `bytes`.
fn time(piece: &str, bytes: usize) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    timed(|| {
        let blocks = structure(&text, None);
        std::hint::black_box(sentences(&text, &blocks));
    })
}

fn assert_linear(piece: &str, bytes: usize) {
    let (small, large) = (time(piece, bytes / 4), time(piece, bytes));
    let floor = Duration::from_millis(20);
    assert!(
        large < 8 * small.max(floor),
        "{piece:?}: {small:?} for {} bytes, {large:?} for {bytes}",
        bytes / 4
    );
}

#[test]
fn ten_megabytes_in_one_paragraph() {
    assert_linear(
        "Kommunen har bestemt at brua skal stenges kl. 12.30 den 3. april, sier ordfører K. Dale. ",
        10 * MB,
    );
}

#[test]
fn ten_megabytes_without_a_space() {
    assert_linear("årsmøtedeltakar", 10 * MB);
    assert_linear("a.", 10 * MB);
}

#[test]
fn texts_made_to_be_slow() {
    for piece in [
        ". ",
        ".\"",
        "\" ",
        "« ",
        "(",
        ": ",
        "– ",
        " | ",
        "...",
        ". . ",
        "\n",
        "a\n",
        "A ",
        "Det ",
        "a Det er ",
        "Foto: ",
        "Foto: Kari Dale ",
        "a. – ",
        "a. ( ",
        "nr. 4. ",
        "J. ",
        "Les også: ",
        ". Les også «",
        ". Saken oppdateres. ",
        "A: ",
        "Kort tittel Det er sant ",
        "a, Å ",
        "OSLO (NTB): ",
        "Av Kari\n",
        "• \n",
        "å\u{30a}. ",
    ] {
        assert_linear(piece, 2 * MB);
    }
}
