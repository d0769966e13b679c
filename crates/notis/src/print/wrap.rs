//! Lines of a readable length.

use super::escape::visible;

/// The widest line, in characters.
pub(super) const WIDTH: usize = 88;

/// `text` in lines of at most [`WIDTH`] characters, each after `indent` spaces; a longer word has a line of its own.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = word.chars().count();
        if column > 0 && column + 1 + width > WIDTH {
            out.push('\n');
            column = 0;
        }
        if column == 0 {
            out.extend(std::iter::repeat_n(' ', indent));
            column = indent;
        } else {
            out.push(' ');
            column += 1;
        }
        out.push_str(&visible(word));
        column += width;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_indented_and_none_is_too_long() {
        let text = "Ferja låg ved kai heile natta fordi vinden var for sterk. ".repeat(5);
        let lines = wrapped(&text, 2);
        assert!(
            lines
                .lines()
                .all(|l| l.starts_with("  F") || l.starts_with("  ") && l.chars().count() <= WIDTH)
        );
        assert_eq!(lines.split_whitespace().count(), text.split_whitespace().count());
    }
}
