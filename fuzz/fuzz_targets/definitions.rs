#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::targets;

fuzz_target!(|input: targets::definitions::Asked<'_>| targets::definitions::holds(input));
