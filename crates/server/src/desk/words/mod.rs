//! What the pages say, in bokmål, nynorsk and English.

mod en;
mod nb;
mod nn;

use std::fmt::{Arguments, Display};

use notis::PageLanguage;

/// What the pages say. `{}` is filled in, in the order it stands.
pub(crate) struct Words {
    pub(crate) lang: &'static str,
    /// What stands before decimals.
    pub(crate) decimal: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) language: &'static str,
    pub(crate) menu: &'static str,
    pub(crate) foot: &'static str,
    pub(crate) api: &'static str,
    pub(crate) nav_paste: &'static str,
    pub(crate) nav_today: &'static str,
    pub(crate) nav_review: &'static str,
    pub(crate) nav_topics: &'static str,
    pub(crate) nav_models: &'static str,
    pub(crate) nav_search: &'static str,
    pub(crate) paste_title: &'static str,
    pub(crate) paste_lead: &'static str,
    pub(crate) field_title: &'static str,
    pub(crate) field_text: &'static str,
    pub(crate) field_file: &'static str,
    pub(crate) keep: &'static str,
    pub(crate) read: &'static str,
    pub(crate) read_another: &'static str,
    pub(crate) paste_empty: &'static str,
    pub(crate) paste_many: &'static str,
    pub(crate) kept_n: &'static str,
    pub(crate) paste_bad: &'static str,
    pub(crate) topics: &'static str,
    pub(crate) no_topic: &'static str,
    pub(crate) sure: &'static str,
    pub(crate) digest: &'static str,
    pub(crate) digest_hint: &'static str,
    pub(crate) keywords: &'static str,
    pub(crate) names: &'static str,
    pub(crate) form: &'static str,
    pub(crate) text: &'static str,
    pub(crate) evidence: &'static str,
    pub(crate) edited: &'static str,
    pub(crate) reason_too_short: &'static str,
    pub(crate) reason_not_norwegian: &'static str,
    pub(crate) reason_unfamiliar: &'static str,
    pub(crate) reason_below: &'static str,
    pub(crate) nearest: &'static str,
    pub(crate) lang_nb: &'static str,
    pub(crate) lang_nn: &'static str,
    pub(crate) lang_da: &'static str,
    pub(crate) lang_sv: &'static str,
    pub(crate) lang_other: &'static str,
    pub(crate) lang_unknown: &'static str,
    pub(crate) no_store_title: &'static str,
    pub(crate) no_store: &'static str,
    pub(crate) today_title: &'static str,
    pub(crate) filter: &'static str,
    pub(crate) all_topics: &'static str,
    pub(crate) all_sources: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) source: &'static str,
    pub(crate) show: &'static str,
    pub(crate) stories: &'static str,
    pub(crate) nothing_yet: &'static str,
    pub(crate) paste_one: &'static str,
    pub(crate) or_inbox: &'static str,
    pub(crate) none_selected: &'static str,
    pub(crate) articles_n: &'static str,
    pub(crate) article_1: &'static str,
    pub(crate) newest_only: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) timeline_hint: &'static str,
    pub(crate) timeline_table: &'static str,
    pub(crate) others: &'static str,
    pub(crate) without: &'static str,
    pub(crate) day: &'static str,
    pub(crate) print: &'static str,
    pub(crate) print_title: &'static str,
    pub(crate) kept_at: &'static str,
    pub(crate) corrections: &'static str,
    pub(crate) correct: &'static str,
    pub(crate) about_these: &'static str,
    pub(crate) add_topic: &'static str,
    pub(crate) signature: &'static str,
    pub(crate) save: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) look_again: &'static str,
    pub(crate) delete: &'static str,
    pub(crate) delete_sure: &'static str,
    pub(crate) said_about: &'static str,
    pub(crate) said_not: &'static str,
    pub(crate) said_none: &'static str,
    pub(crate) model_said: &'static str,
    pub(crate) people_said: &'static str,
    pub(crate) review_title: &'static str,
    pub(crate) review_lead: &'static str,
    pub(crate) review_left: &'static str,
    pub(crate) review_done: &'static str,
    pub(crate) skip_article: &'static str,
    pub(crate) keys: &'static str,
    pub(crate) accept_one: &'static str,
    pub(crate) reject_one: &'static str,
    pub(crate) disagreement: &'static str,
    pub(crate) disagreement_lead: &'static str,
    pub(crate) no_disagreement: &'static str,
    pub(crate) learn_title: &'static str,
    pub(crate) learn_lead: &'static str,
    pub(crate) learn_now: &'static str,
    pub(crate) learn_running: &'static str,
    pub(crate) learn_failed: &'static str,
    pub(crate) learn_none: &'static str,
    pub(crate) learned_from: &'static str,
    pub(crate) learned_on: &'static str,
    pub(crate) learned_anew: &'static str,
    pub(crate) tried_on: &'static str,
    pub(crate) not_tried: &'static str,
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) right: &'static str,
    pub(crate) wrong: &'static str,
    pub(crate) missed: &'static str,
    pub(crate) all_together: &'static str,
    pub(crate) changes: &'static str,
    pub(crate) gains: &'static str,
    pub(crate) loses: &'static str,
    pub(crate) no_changes: &'static str,
    pub(crate) use_model: &'static str,
    pub(crate) see_change: &'static str,
    pub(crate) topics_title: &'static str,
    pub(crate) topics_lead: &'static str,
    pub(crate) new_topic: &'static str,
    pub(crate) topic_id: &'static str,
    pub(crate) topic_id_hint: &'static str,
    pub(crate) name_nb: &'static str,
    pub(crate) name_nn: &'static str,
    pub(crate) name_en: &'static str,
    pub(crate) aliases: &'static str,
    pub(crate) related: &'static str,
    pub(crate) exclude: &'static str,
    pub(crate) one_a_line: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) preview_none_1: &'static str,
    pub(crate) preview_none_n: &'static str,
    pub(crate) preview_nearest: &'static str,
    pub(crate) preview_needed: &'static str,
    pub(crate) preview_some_1: &'static str,
    pub(crate) preview_some_n: &'static str,
    pub(crate) by_words: &'static str,
    pub(crate) topic_wrong: &'static str,
    pub(crate) topic_saved: &'static str,
    pub(crate) models_title: &'static str,
    pub(crate) in_use: &'static str,
    pub(crate) model_topics: &'static str,
    pub(crate) trained_on: &'static str,
    pub(crate) f1_folds: &'static str,
    pub(crate) made_at: &'static str,
    pub(crate) card: &'static str,
    pub(crate) scores: &'static str,
    pub(crate) scores_lead: &'static str,
    pub(crate) no_scores: &'static str,
    pub(crate) precision: &'static str,
    pub(crate) recall: &'static str,
    pub(crate) reliability: &'static str,
    pub(crate) promised: &'static str,
    pub(crate) came_true: &'static str,
    pub(crate) pairs: &'static str,
    pub(crate) compare: &'static str,
    pub(crate) threshold: &'static str,
    pub(crate) words_n: &'static str,
    pub(crate) iptc: &'static str,
    pub(crate) search_title: &'static str,
    pub(crate) search_words: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) search: &'static str,
    pub(crate) found_none: &'static str,
    pub(crate) error_title: &'static str,
    pub(crate) wrong_here: &'static str,
    pub(crate) wrong_busy: &'static str,
    pub(crate) wrong_large: &'static str,
    pub(crate) wrong_missing: &'static str,
    pub(crate) wrong_request: &'static str,
}

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
