//! Whatever the bytes, readers give articles or errors and come to an end: tables. The first byte
//! chooses the form or leaves it to the content, the second the encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_corpus::Format;

const FORMS: [Option<Format>; 3] = [Some(Format::Csv), Some(Format::Tsv), None];

fuzz_target!(|input: &[u8]| notis_fuzz::readers::read(&FORMS, input));
