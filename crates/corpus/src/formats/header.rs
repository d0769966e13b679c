//! The header of a table, seen from its first bytes.

use crate::options::Field;

/// Whichever of `,`, `;` and tab the first line holds most of, outside quotes.
pub(crate) fn delimiter_of(head: &[u8]) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for &byte in first_line(head) {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += usize::from(!quoted && *delimiter == byte);
        }
    }
    let [comma, rest @ ..] = counts;
    let most = rest
        .into_iter()
        .fold(comma, |best, next| if next.1 > best.1 { next } else { best });
    most.0
}

/// What stands between the items of a list in a cell: `;`, or `|` too where `;` parts the cells.
pub(crate) fn list_separators(delimiter: u8) -> &'static [char] {
    match delimiter {
        b';' => &['|', ';'],
        _ => &[';'],
    }
}

/// Whether the first line is a table's header: names of fields alone, the text among them.
pub(crate) fn is_header(head: &[u8]) -> bool {
    let delimiter = delimiter_of(head);
    let mut cells = first_line(head).split(|&b| b == delimiter).map(|cell| {
        let cell = cell.trim_ascii();
        let bare = cell.strip_prefix(b"\"").and_then(|c| c.strip_suffix(b"\""));
        bare.unwrap_or(cell)
    });
    let is = |cell: &[u8], field: Field| cell.eq_ignore_ascii_case(field.as_str().as_bytes());
    let known = |cell: &[u8]| Field::ALL.into_iter().any(|field| is(cell, field));
    let all: Vec<_> = cells.by_ref().collect();
    all.len() > 1 && all.iter().all(|cell| known(cell)) && all.iter().any(|cell| is(cell, Field::Text))
}

fn first_line(head: &[u8]) -> &[u8] {
    let end = head.iter().position(|&b| b == b'\n');
    &head[..end.unwrap_or(head.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_told_by_the_header() {
        assert_eq!(delimiter_of(b"id,text,labels\n"), b',');
        assert_eq!(delimiter_of(b"id;\"a,b,c\";text\n"), b';');
        assert_eq!(delimiter_of(b"text\n"), b',');
    }
}
