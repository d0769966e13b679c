//! Ids as the addresses that ninjs and Atom want them to be.

/// What stands before an id that is no address.
const OWN: &str = "urn:notis:";
/// What an id begins with that is an address already.
const SCHEMES: [&str; 4] = ["http://", "https://", "urn:", "tag:"];

/// The address that an id is, or is made into: every id has one of its own, from which [`id_of`] gives it back.
///
/// ```
/// use notis_corpus::{id_of, uri_of};
/// assert_eq!(uri_of("https://avisa.example/sak"), "https://avisa.example/sak");
/// assert_eq!(uri_of("2024/på kaia"), "urn:notis:2024/p%C3%A5%20kaia");
/// assert_eq!(id_of("urn:notis:2024/p%C3%A5%20kaia"), "2024/på kaia");
/// ```
pub fn uri_of(id: &str) -> String {
    if is_address(id) && !id.starts_with(OWN) {
        return id.to_owned();
    }
    let mut uri = OWN.to_owned();
    for byte in id.bytes() {
        match byte {
            b'/' | b':' | b'-' | b'.' | b'_' => uri.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

/// The id behind an address of [`uri_of`]; any other address is its own id.
pub fn id_of(uri: &str) -> String {
    let id = uri.strip_prefix(OWN).and_then(unescaped);
    id.unwrap_or_else(|| uri.to_owned())
}

fn is_address(id: &str) -> bool {
    let mut parts = id.split('%');
    let plain = |part: &str| part.bytes().all(stands_in_an_address);
    let escaped = |part: &str| part.bytes().take(2).filter(u8::is_ascii_hexdigit).count() == 2;
    SCHEMES.iter().any(|scheme| id.starts_with(scheme))
        && parts.next().is_some_and(plain)
        && parts.all(|part| escaped(part) && plain(part))
}

fn stands_in_an_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte)
}

fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte == b'%' {
            let digits = std::str::from_utf8(rest.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &rest[2..];
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_comes_back() {
        for id in [
            "",
            "a1",
            "/a",
            "saker.jsonl:3",
            "urn:notis:a",
            "urn:newsml:x:1",
            "urn: x",
            "https://a.example/ø?b=1",
            "https://a.example/%20?b=%C3",
            "https://a.example/%2",
            "tag:a.example,2024:1",
            "100 %",
            "a\u{1b}\u{202e}b",
        ] {
            let uri = uri_of(id);
            assert_eq!(id_of(&uri), id);
            assert!(is_address(&uri), "{uri}");
        }
    }
}
