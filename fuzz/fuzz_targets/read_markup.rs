//! Whatever the bytes, readers give articles or errors and come to an end: markup: web pages, feeds, NITF, NewsML-G2. The first byte
//! chooses the form or leaves it to the content, the second the encoding.
#![no_main]

use libfuzzer_sys::fuzz_target;
use notis_corpus::Format;

const FORMS: [Option<Format>; 5] = [Some(Format::Html), Some(Format::Feed), Some(Format::Nitf), Some(Format::Newsml), None];

fuzz_target!(|input: &[u8]| notis_fuzz::readers::read(&FORMS, input));
