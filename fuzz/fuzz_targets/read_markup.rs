#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::targets::readers;

fuzz_target!(|input: &[u8]| readers::markup(input));
