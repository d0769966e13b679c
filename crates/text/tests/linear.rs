//! Time grows linearly with the text, however it is made: four times the text takes at most eight times the processor's
//! time. Each implementation is held to it at 10 MB, in one paragraph and without a space.

use notis_text::{
    Stemmer, Types, analyze, attribution, identify, names, sentences, split_compound, structure, tokens,
};
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

/// Something that is done with a text, and gives a count.
type Work = fn(&str) -> usize;

/// Everything that reads a text.
const IMPLEMENTATIONS: [(&str, Work); 6] = [
    ("structure", |text| structure(text, None).len()),
    ("sentences", |text| sentences(text, &structure(text, None)).len()),
    ("tokens and stems", types),
    ("language", |text| usize::from(identify(text).is_norwegian())),
    ("names", |text| names(&analyze(text, None)).len()),
    ("speakers", speakers),
];

fn types(text: &str) -> usize {
    let mut found = Vec::new();
    tokens(text, &mut found);
    let (types, _) = Types::of(("", &[]), (text, &found), &mut Stemmer::default());
    let parts = |id| split_compound(types.form(id), &|part: &str| part.len() as u32 * 40).len();
    types.ids().map(parts).sum()
}

fn speakers(text: &str) -> usize {
    let found = sentences(text, &structure(text, None));
    let speakers = found
        .iter()
        .filter_map(|sentence| attribution(text, sentence.span));
    speakers.count()
}

/// Time that `work` takes for `piece`, repeated up to `bytes`.
fn time(work: Work, piece: &str, bytes: usize) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    timed(|| {
        std::hint::black_box(work(&text));
    })
}

fn assert_linear(name: &str, work: Work, piece: &str, bytes: usize) {
    let (small, large) = (time(work, piece, bytes / 4), time(work, piece, bytes));
    // What takes less is told by the machine's memory and by its neighbours more than by the text.
    let floor = Duration::from_millis(50);
    assert!(
        large < 8 * small.max(floor),
        "{name} of {piece:?}: {small:?} for {} bytes, {large:?} for {bytes}",
        bytes / 4
    );
}

#[test]
fn ten_megabytes_in_one_paragraph() {
    let piece = "Kommunen har bestemt at brua skal stenges kl. 12.30 den 3. april, sier ordfører K. Dale. ";
    for (name, work) in IMPLEMENTATIONS {
        assert_linear(name, work, piece, 10 * MB);
    }
}

#[test]
fn ten_megabytes_without_a_space() {
    for piece in ["årsmøtedeltakar", "a.", "Kari-"] {
        for (name, work) in IMPLEMENTATIONS {
            assert_linear(name, work, piece, 10 * MB);
        }
    }
}

/// Text of so many bytes in which each sentence has a name and a word of its own.
fn new_words(bytes: usize) -> String {
    let letters = |mut n: usize| {
        let mut word = String::new();
        while n > 0 {
            word.push(char::from(b'a' + (n % 26) as u8));
            n /= 26;
        }
        word
    };
    let sentence = |n| {
        let new = letters(26_usize.pow(4) + n);
        format!("Kari V{new} bur i {new}dalen. ")
    };
    (0..).map(sentence).take(bytes / 32).collect()
}

#[test]
fn ten_megabytes_of_words_met_once() {
    let [small, large] = [10 * MB / 4, 10 * MB].map(new_words);
    for (name, work) in IMPLEMENTATIONS {
        let time = |text: &str| {
            timed(|| {
                std::hint::black_box(work(text));
            })
        };
        let (small, large) = (time(&small), time(&large));
        let floor = Duration::from_millis(50);
        assert!(large < 8 * small.max(floor), "{name}: {small:?}, then {large:?}");
    }
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
        "Se ",
        "Se på bildene her ",
        "NY BRU: Slik blir den. ",
        "A: ",
        "Kort tittel Det er sant ",
        "a, Å ",
        "OSLO (NTB): ",
        "Av Kari\n",
        "• \n",
        "å\u{30a}. ",
    ] {
        assert_linear("speakers", speakers, piece, 2 * MB);
    }
}
