//! The pass over the text.

use super::classes::{Class, LATIN, class_at};
use super::plain::{Found, Page};
use super::{Case, Folding, Token, TokenKind, addresses, joins, numbers};
use crate::span::Span;

/// Where the pass stands.
pub(super) struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

/// What has been seen of a token so far.
#[derive(Default)]
struct Shape {
    capitals: u32,
    /// Capitals that neither open the token nor follow a hyphen.
    inner_capitals: u32,
    small: u32,
    opens_with_capital: bool,
    /// The slice cannot be its own folded form.
    altered: bool,
}

impl Shape {
    fn case(&self) -> Case {
        match (self.capitals, self.small) {
            (0, _) => Case::Lower,
            (2.., 0) => Case::Upper,
            _ if self.opens_with_capital && self.inner_capitals == 0 => Case::Initial,
            _ => Case::Mixed,
        }
    }

    /// The folding of a token of this shape that opens with the byte `first`.
    fn folding(&self, first: u8) -> Folding {
        match self.capitals {
            _ if self.altered => Folding::Other,
            0 => Folding::Same,
            1 if self.opens_with_capital && (first.is_ascii() || first == LATIN) => Folding::SmallFirst,
            _ => Folding::Other,
        }
    }
}

impl<'t> Scanner<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Scanner { text, at: 0 }
    }

    /// Appends the tokens to `out`, of which an e-mail address may take back its own parts.
    pub(super) fn read(mut self, out: &mut Vec<Token>) {
        while self.at < self.text.len() {
            let page = Page::at(self.text, self.at);
            self.read_page(&page, out);
        }
    }

    /// Reads what is whole on `page`, which opens at the scanner's place or before it.
    #[inline]
    fn read_page(&mut self, page: &Page, out: &mut Vec<Token>) {
        loop {
            match page.next(self.at) {
                Found::Word(token) => {
                    self.at = token.span.end;
                    out.push(token);
                }
                Found::Other(at) => {
                    self.at = at;
                    self.read_sign(out);
                }
                Found::Turn(at) => {
                    self.at = at;
                    return;
                }
            }
        }
    }

    /// Reads what the sign at the scanner's place opens, or goes behind it.
    fn read_sign(&mut self, out: &mut Vec<Token>) {
        let (class, len) = class_at(self.text, self.at);
        match class {
            Class::Lower | Class::Upper | Class::Digit | Class::Wide => self.read_token(out),
            Class::Mark => self.read_mark(len, out),
            _ => self.at += len,
        }
    }

    fn read_token(&mut self, out: &mut Vec<Token>) {
        let token = self.token(out);
        out.push(token);
    }

    /// Reads what the mark at the scanner's place opens, or goes behind it.
    fn read_mark(&mut self, len: usize, out: &mut Vec<Token>) {
        match self.opened_by_mark(out) {
            Some(token) => out.push(token),
            None => self.at += len,
        }
    }

    /// A hashtag, an account name, or an amount with its currency sign in front.
    fn opened_by_mark(&mut self, before: &mut Vec<Token>) -> Option<Token> {
        let start = self.at;
        let rest = &self.text[start..];
        let sign = rest.chars().next()?;
        let (next, _) = class_at(self.text, start + sign.len_utf8());
        let kind = match (sign, next) {
            ('#' | '@', Class::Lower | Class::Upper | Class::Digit | Class::Wide) => TokenKind::Tag,
            ('$' | '€' | '£', Class::Digit) => TokenKind::Money,
            _ => return None,
        };
        self.at += sign.len_utf8();
        let token = self.token(before);
        Some(Token {
            span: Span::new(start, token.span.end),
            kind: if token.kind == TokenKind::Address {
                TokenKind::Address
            } else {
                kind
            },
            folding: match token.folding {
                Folding::Same if sign.is_ascii() => Folding::Same,
                _ => Folding::Other,
            },
            ..token
        })
    }

    /// The token that opens with the letter or digit at the scanner's place.
    pub(super) fn token(&mut self, before: &mut Vec<Token>) -> Token {
        let start = self.at;
        let mut shape = Shape::default();
        self.word(start, &mut shape);
        if let Some(span) = addresses::around(self.text, Span::new(start, self.at), before) {
            self.at = span.end;
            return Token {
                span,
                kind: TokenKind::Address,
                case: Case::Lower,
                folding: Folding::Other,
            };
        }
        let mut kind = TokenKind::Word;
        if shape.capitals == 0 && shape.small == 0 {
            let (end, found) = numbers::number(self.text, start, self.at);
            shape.altered |= !self.text[self.at..end].is_empty();
            self.at = end;
            kind = found;
        } else if let Some(end) = numbers::amount_after_sign(self.text, Span::new(start, self.at)) {
            shape.altered = true;
            self.at = end;
            kind = TokenKind::Money;
        }
        Token {
            span: Span::new(start, self.at),
            kind,
            case: shape.case(),
            folding: shape.folding(self.text.as_bytes()[start]),
        }
    }

    /// Moves over the letters, digits and inner marks of one word.
    fn word(&mut self, start: usize, shape: &mut Shape) {
        let mut part_opens = true;
        loop {
            let (class, len) = class_at(self.text, self.at);
            match class {
                Class::Lower => shape.small += 1,
                Class::Upper => {
                    shape.capitals += 1;
                    shape.inner_capitals += u32::from(!part_opens);
                    shape.opens_with_capital |= self.at == start;
                }
                Class::Digit => {}
                Class::Wide => {
                    shape.small += 1;
                    shape.altered = true;
                }
                _ => {
                    let Some(join) = joins::over(self.text, start, self.at, class) else {
                        return;
                    };
                    shape.altered |= join.alters;
                    part_opens = join.opens_part;
                    self.at = join.to;
                    continue;
                }
            }
            part_opens = false;
            self.at += len;
        }
    }
}
