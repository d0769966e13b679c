#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::targets;

fuzz_target!(|input: targets::read_packed::Packed<'_>| targets::read_packed::holds(input));
