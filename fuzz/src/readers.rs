//! Bytes through the readers.

use notis_corpus::{Column, Encoding, Format, ReadOptions, Size, open_bytes};

use crate::laws;

const ENCODINGS: [&str; 4] = ["utf-8", "windows-1252", "utf-16le", "shift_jis"];

/// Reads bytes in one of `forms`: the first chooses it, the second the encoding and the names of fields.
pub fn read(forms: &[Option<Format>], input: &[u8]) {
    let [form, how, bytes @ ..] = input else { return };
    let form = forms[usize::from(*form) % forms.len()];
    let Ok(articles) = open_bytes("sak", bytes.to_vec(), &options(form, *how)) else { return };
    laws::read(articles);
}

/// How to read: mostly as by default.
fn options(format: Option<Format>, how: u8) -> ReadOptions {
    let encoding = if how < 192 { ENCODINGS[0] } else { ENCODINGS[usize::from(how) % ENCODINGS.len()] };
    let encoding: Encoding = encoding.parse().expect("it is an encoding");
    let column: Column = "text=a".parse().expect("it is a column");
    ReadOptions {
        format,
        encoding,
        max_article: Size::new(100_000),
        columns: if how % 8 == 7 { vec![column] } else { Vec::new() },
        label_field: (how % 16 == 8).then(|| "title".to_owned()),
    }
}
