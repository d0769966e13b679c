//! The laws without a fuzzer, by any compiler: over every input of `corpus/`, and over inputs at random, the same in every run.

use std::fs::File;
use std::io::Read;
use std::panic::catch_unwind;
use std::path::Path;

use notis_fuzz::targets::ALL;
use zip::ZipArchive;

/// An input with its name.
type Input = (String, Vec<u8>);

/// Asserts that every law holds of the inputs of its target.
fn all_hold(inputs: impl Fn(&str) -> Vec<Input>) {
    let mut broken = Vec::new();
    for (target, holds) in ALL {
        let inputs = inputs(target);
        assert!(!inputs.is_empty(), "{target} has no input");
        let breaks = |(_, bytes): &&Input| catch_unwind(|| holds(bytes)).is_err();
        broken.extend(
            inputs
                .iter()
                .filter(breaks)
                .map(|(name, _)| format!("{target}: {name}")),
        );
    }
    assert!(broken.is_empty(), "{broken:?}");
}

/// The inputs kept for a target.
fn kept(target: &str) -> Vec<Input> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("corpus/{target}.zip"));
    let mut archive =
        ZipArchive::new(File::open(path).expect("every target has inputs")).expect("it is a ZIP");
    let numbers = 0..archive.len();
    let input = |number| {
        let mut bytes = Vec::new();
        let mut member = archive.by_index(number).expect("it is one of them");
        member.read_to_end(&mut bytes).expect("it is sound");
        (format!("kept input {number}"), bytes)
    };
    numbers.map(input).collect()
}

/// Numbers without a pattern (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) % end
    }
}

/// Up to 4 kB. A list goes on where its next byte is odd: in every third input most are, so that some are long, and in every
/// third bytes are small, so that strings are.
fn random(seed: u64) -> Input {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let most = [16, 64, 256, 1024, 4096][chance.below(5) as usize];
    let (length, kind) = (chance.below(most), chance.below(3));
    let byte = |_| match (kind, chance.below(256) as u8) {
        (0, byte) => byte % 32,
        (1, byte) if chance.below(16) > 0 => byte | 1,
        (_, byte) => byte,
    };
    (format!("{seed} at random"), (0..length).map(byte).collect())
}

#[test]
fn hold_of_what_the_fuzzer_came_upon() {
    all_hold(kept);
}

#[test]
fn hold_at_random() {
    all_hold(|_| (1..300).map(random).collect());
}
