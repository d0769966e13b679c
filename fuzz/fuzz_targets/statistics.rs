#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::{damage, news, targets};

fuzz_target!(|input: (Vec<damage::Damage>, Vec<news::News<'_>>, &[u8])| targets::statistics::holds(input));
