#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::{news, targets};

fuzz_target!(|input: news::Text<'_>| targets::same_text::holds(input));
