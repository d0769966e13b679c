//! Whatever the bytes, readers give articles or errors and come to an end: JSON: a record a line, arrays, ninjs, JSON Feed. The first byte
//! chooses the form or leaves it to the content, the second the encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_corpus::Format;

const FORMS: [Option<Format>; 4] = [Some(Format::Jsonl), Some(Format::Json), Some(Format::Feed), None];

fuzz_target!(|input: &[u8]| notis_fuzz::readers::read(&FORMS, input));
