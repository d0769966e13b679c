#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::{damage, targets};

fuzz_target!(|input: (Vec<damage::Damage>, &[u8])| targets::model::holds(input));
