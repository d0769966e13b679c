//! Names in addresses.

/// A name as a part of an address.
pub(super) fn part(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'~' => out.push(char::from(byte)),
            // Dots are packed too: `..` would be a step.
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_an_address_is_nothing_but_a_name() {
        assert_eq!(part("2024/ferje å"), "2024%2Fferje%20%C3%A5");
        assert_eq!(part("../\r\nX: 1"), "%2E%2E%2F%0D%0AX%3A%201");
    }
}
