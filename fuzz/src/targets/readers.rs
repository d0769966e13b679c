//! Whatever the bytes, readers give articles or errors and come to an end. The first byte chooses the form or leaves it to
//! the content, the second the encoding.

use notis_corpus::{Column, Encoding, Format, ReadOptions, Size, open_bytes};

use crate::laws;

/// Text files, in every encoding.
pub fn text(input: &[u8]) {
    read(&[Some(Format::Txt), None], input);
}

/// Tables.
pub fn table(input: &[u8]) {
    read(&[Some(Format::Csv), Some(Format::Tsv), None], input);
}

/// JSON: a record a line, arrays, ninjs, JSON Feed.
pub fn json(input: &[u8]) {
    read(
        &[Some(Format::Jsonl), Some(Format::Json), Some(Format::Feed), None],
        input,
    );
}

/// Markup: web pages, feeds, NITF, NewsML-G2.
pub fn markup(input: &[u8]) {
    read(
        &[
            Some(Format::Html),
            Some(Format::Feed),
            Some(Format::Nitf),
            Some(Format::Newsml),
            None,
        ],
        input,
    );
}

const ENCODINGS: [&str; 4] = ["utf-8", "windows-1252", "utf-16le", "shift_jis"];

fn read(forms: &[Option<Format>], input: &[u8]) {
    let [form, how, bytes @ ..] = input else { return };
    let form = forms[usize::from(*form) % forms.len()];
    let Ok(articles) = open_bytes("sak", bytes.to_vec(), &options(form, *how)) else {
        return;
    };
    laws::read(articles);
}

/// How to read: mostly as by default.
fn options(format: Option<Format>, how: u8) -> ReadOptions {
    let encoding = if how < 192 {
        ENCODINGS[0]
    } else {
        ENCODINGS[usize::from(how) % ENCODINGS.len()]
    };
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
