#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::targets;

fuzz_target!(|input: targets::train::Asked<'_>| targets::train::holds(input));
