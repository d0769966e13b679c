//! What comes from articles, made harmless to what shows it.

use std::borrow::Cow;

/// Whether a character acts on a terminal, breaks a line or turns the direction of text instead of being seen.
fn acts(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The sign that shows such a character.
fn sign(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '␡',
        '\u{2028}' | '\u{2029}' => '␤',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// Whether a byte can begin a character that acts; most texts hold few such bytes, and a loop without branches finds out.
fn can_begin_one(byte: u8) -> bool {
    (byte < 0x20) | (byte == 0x7f) | (byte == 0xc2) | (byte == 0xe2)
}

fn replaced(text: &str, with: impl Fn(char) -> char) -> Cow<'_, str> {
    let may_act = text.bytes().fold(false, |any, byte| any | can_begin_one(byte));
    if may_act && text.contains(acts) {
        Cow::Owned(text.chars().map(|c| if acts(c) { with(c) } else { c }).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// A name, a title, a label as a line of its own can show it: every character that acts becomes a sign.
///
/// ```
/// assert_eq!(notis::print::escape::visible("a\u{1b}[31m\nb"), "a␛[31m␊b");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, sign)
}

/// Running text on one line: white space that acts becomes a space, anything else that acts a sign.
pub(crate) fn prose(text: &str) -> Cow<'_, str> {
    replaced(text, |c| if c.is_whitespace() { ' ' } else { sign(c) })
}

/// Text that may have several lines, such as a message that shows a place in a file: lines after the first are indented,
/// so that none can be taken for a message of its own.
pub fn lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(visible).collect();
    lines.join("\n  ")
}

/// `text` as words that HTML takes for nothing but words, between tags and in quoted attributes.
///
/// ```
/// assert_eq!(notis::print::escape::html("<b>\"Ja\" & 'nei'"), "&lt;b&gt;&quot;Ja&quot; &amp; &#39;nei&#39;");
/// ```
pub fn html(text: &str) -> String {
    entities(&prose(text))
}

/// The marks of HTML as entities; what acts is left to who asks.
pub(crate) fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Whether an address is one of the web: any other may be a command to whoever follows it.
///
/// ```
/// assert!(notis::print::escape::is_web("https://avisa.example/ferje"));
/// assert!(!notis::print::escape::is_web("javascript:alert(1)"));
/// ```
pub fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// `text` on one line between tags or in an attribute of XML: what acts is a sign, what no XML may hold too.
pub(crate) fn xml(text: &str) -> String {
    let shown = visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    quick_xml::escape::escape(&shown).into_owned()
}

/// The same of text that may have several lines.
pub(crate) fn lines_of_xml(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(xml).collect();
    lines.join("\n")
}

/// `text` as words that Markdown takes for nothing but words.
pub(crate) fn markdown(text: &str) -> String {
    let text = prose(text);
    let mut out = String::with_capacity(text.len() + 8);
    let number = text.find(|c: char| !c.is_ascii_digit()).unwrap_or_default();
    let opens_a_list = number > 0 && text[number..].starts_with(['.', ')']);
    for (at, c) in text.char_indices() {
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '<' | '[' | ']' | '&' | '~');
        let at_the_start = at == 0 && matches!(c, '#' | '+' | '-' | '>' | '=');
        if anywhere || at_the_start || opens_a_list && at == number {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: &str = "a\u{7}\u{1b}]0;x\u{9b}31m\r\n\u{85}\u{2028}\u{202e}b";

    #[test]
    fn nothing_that_acts_is_left() {
        for harmless in [visible(HOSTILE), prose(HOSTILE), markdown(HOSTILE).into()] {
            assert!(!harmless.contains(acts), "{harmless:?}");
        }
        assert_eq!(prose("a\r\nb"), "a  b");
        assert!(matches!(visible("Ærlig – «talt»"), Cow::Borrowed(_)));
    }

    #[test]
    fn whatever_acts_begins_with_a_byte_that_is_looked_for() {
        let begins = |c: char| can_begin_one(c.encode_utf8(&mut [0; 4]).as_bytes()[0]);
        assert!(('\0'..=char::MAX).filter(|&c| acts(c)).all(begins));
        for c in ('\0'..=char::MAX).filter(|&c| acts(c)) {
            assert_eq!(visible(&format!("blåbær {c}")), format!("blåbær {}", sign(c)));
        }
    }

    #[test]
    fn a_line_break_forges_no_message() {
        assert_eq!(lines("bad\nnotis: fine"), "bad\n  notis: fine");
    }

    #[test]
    fn nothing_in_xml_is_markup_or_forbidden() {
        let shown = lines_of_xml("<a href='x'>&amp;\u{0}\u{ffff}\n\"b\"");
        assert_eq!(
            shown,
            "&lt;a href=&apos;x&apos;&gt;&amp;amp;␀\u{fffd}\n&quot;b&quot;"
        );
    }

    #[test]
    fn words_stay_words() {
        assert_eq!(
            markdown("3. april kom <b>han</b>"),
            "3\\. april kom \\<b>han\\</b>"
        );
        assert_eq!(markdown("# Nei, [ja] 5 * 3"), "\\# Nei, \\[ja\\] 5 \\* 3");
        assert_eq!(
            markdown("– Vi håper, sa hun 3. april."),
            "– Vi håper, sa hun 3. april."
        );
        assert_eq!(markdown("Tittel\n# Forfalsket"), "Tittel # Forfalsket");
        assert_eq!(
            markdown("&lt;script&gt; ~~nei~~"),
            "\\&lt;script\\&gt; \\~\\~nei\\~\\~"
        );
    }
}
