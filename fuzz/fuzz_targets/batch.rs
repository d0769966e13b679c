#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_fuzz::{news, targets};

fuzz_target!(|input: (Vec<news::News<'_>>, u8)| targets::batch::holds(input));
