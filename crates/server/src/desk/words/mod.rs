//! What the pages say, in bokmål, nynorsk and English.

mod en;
mod nb;
mod nn;
mod wording;

use std::fmt::{Arguments, Display};

use notis::PageLanguage;

pub(crate) use wording::Words;

/// A language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lang {
    Nb,
    Nn,
    En,
}

impl Lang {
    /// All there are, with what each calls itself.
    pub(crate) const ALL: [(Lang, &'static str); 3] =
        [(Lang::Nb, "Bokmål"), (Lang::Nn, "Nynorsk"), (Lang::En, "English")];

    /// Its code, as HTML and browsers write it.
    pub(crate) fn code(self) -> &'static str {
        self.words().lang
    }

    /// The language of a code, such as `nn-NO`; `no` is bokmål.
    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let main = code.trim().split('-').next().unwrap_or_default();
        match main.to_ascii_lowercase().as_str() {
            "nb" | "no" => Some(Lang::Nb),
            "nn" => Some(Lang::Nn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    /// The language that a browser likes best of those there are (RFC 9110, `Accept-Language`).
    pub(crate) fn preferred(header: &str) -> Option<Self> {
        let weighed = header.split(',').filter_map(|part| {
            let (code, weight) = part.split_once(";q=").unwrap_or((part, "1"));
            let weight: f32 = weight.trim().parse().ok().filter(|weight| *weight > 0.0)?;
            Some((Lang::of_code(code)?, weight))
        });
        let mut best: Option<(Lang, f32)> = None;
        for (lang, weight) in weighed {
            if best.is_none_or(|(_, known)| weight > known) {
                best = Some((lang, weight));
            }
        }
        best.map(|(lang, _)| lang)
    }

    /// The same language, as the library's pages have it.
    pub(crate) fn of_pages(self) -> PageLanguage {
        match self {
            Lang::Nb => PageLanguage::Bokmal,
            Lang::Nn => PageLanguage::Nynorsk,
            Lang::En => PageLanguage::English,
        }
    }

    /// What the pages say in it.
    pub(crate) fn words(self) -> &'static Words {
        match self {
            Lang::Nb => &nb::WORDS,
            Lang::Nn => &nn::WORDS,
            Lang::En => &en::WORDS,
        }
    }
}

/// So many articles.
pub(crate) fn articles(count: u64, words: &Words) -> String {
    counted(count, words.article_1, words.articles_n)
}

/// What is said of one, or of so many.
pub(crate) fn counted(count: u64, one: &str, many: &str) -> String {
    match count {
        1 => one.to_owned(),
        count => fill(many, &[&count]),
    }
}

/// A number as the language writes it.
pub(crate) fn decimal(number: Arguments<'_>, words: &Words) -> String {
    number.to_string().replace('.', words.decimal)
}

/// `words` with their `{}` filled in.
pub(crate) fn fill(words: &str, values: &[&dyn Display]) -> String {
    let mut parts = words.split("{}");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        out += &value.to_string();
        out += part;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_language_it_likes_best() {
        assert_eq!(
            Lang::preferred("nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.5"),
            Some(Lang::Nn)
        );
        assert_eq!(Lang::preferred("de, en;q=0.5, no;q=0.7"), Some(Lang::Nb));
        assert_eq!(Lang::preferred("de"), None);
        assert_eq!(Lang::preferred("nb;q=0, ;q=x, \u{0}"), None);
    }

    #[test]
    fn decimals_stand_behind_what_the_language_puts_there() {
        assert_eq!(decimal(format_args!("{:+.1}", 1.25), Lang::Nn.words()), "+1,2");
        assert_eq!(decimal(format_args!("{:.2}", 0.5), Lang::En.words()), "0.50");
    }

    #[test]
    fn what_is_to_be_filled_in_is() {
        assert_eq!(fill("{} av {} <b>", &[&1, &"{}"]), "1 av {} <b>");
        let holes = |words: &str| words.matches("{}").count();
        for (lang, _) in Lang::ALL {
            assert_eq!(holes(lang.words().nearest), 3);
            assert_eq!(holes(lang.words().learn_running), 2);
            assert_eq!(holes(lang.words().preview_needed), 2);
        }
    }
}
