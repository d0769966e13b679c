//! The words of the pages themselves, in the three languages they are made in.

use std::str::FromStr;

use crate::Error;

/// The language that a page speaks; what articles say stays as they say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PageLanguage {
    /// Bokmål.
    #[default]
    Bokmal,
    /// Nynorsk.
    Nynorsk,
    /// English.
    English,
}

impl PageLanguage {
    /// Every language, by its code.
    pub const ALL: [PageLanguage; 3] = [PageLanguage::Bokmal, PageLanguage::Nynorsk, PageLanguage::English];

    /// Its code.
    pub fn code(self) -> &'static str {
        match self {
            PageLanguage::Bokmal => "nb",
            PageLanguage::Nynorsk => "nn",
            PageLanguage::English => "en",
        }
    }

    pub(crate) fn spoken(self) -> &'static Spoken {
        match self {
            PageLanguage::Bokmal => &BOKMAL,
            PageLanguage::Nynorsk => &NYNORSK,
            PageLanguage::English => &ENGLISH,
        }
    }
}

impl FromStr for PageLanguage {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let named = PageLanguage::ALL
            .into_iter()
            .find(|language| language.code() == code);
        named.ok_or_else(|| {
            Error::Options(format!(
                "«{code}» is no language of a page; there are nb, nn and en"
            ))
        })
    }
}

/// What pages say. `{}` is filled in.
pub(crate) struct Spoken {
    pub(crate) articles: &'static str,
    pub(crate) topics: &'static str,
    pub(crate) topic: &'static str,
    pub(crate) period: &'static str,
    pub(crate) numbers: &'static str,
    pub(crate) made_by: &'static str,
    pub(crate) discovery_title: &'static str,
    pub(crate) outside: &'static str,
    pub(crate) outside_lead: &'static str,
    pub(crate) sizes: &'static str,
    pub(crate) sizes_lead: &'static str,
    pub(crate) over_time: &'static str,
    pub(crate) over_time_lead: &'static str,
    pub(crate) each_topic: &'static str,
    pub(crate) each_topic_lead: &'static str,
    pub(crate) keywords: &'static str,
    pub(crate) names: &'static str,
    pub(crate) typical: &'static str,
    pub(crate) recent: &'static str,
    pub(crate) overlap: &'static str,
    pub(crate) nearest: &'static str,
    pub(crate) wider: &'static str,
    pub(crate) chosen: &'static str,
    pub(crate) chosen_lead: &'static str,
    pub(crate) stability: &'static str,
    pub(crate) silhouette: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) languages: &'static str,
}

static BOKMAL: Spoken = Spoken {
    articles: "saker",
    topics: "temaer",
    topic: "tema",
    period: "periode",
    numbers: "Tallene som tabell",
    made_by: "Laget av notis, uten nett. Siden henter ingenting.",
    discovery_title: "Temaer i {} saker",
    outside: "Saker uten tema",
    outside_lead: "Disse sakene ligner ikke mer på sitt nærmeste tema enn saker flest ligner på et tema som ikke er deres. De står utenfor.",
    sizes: "Temaene",
    sizes_lead: "Antall saker som hører til hvert tema.",
    over_time: "Temaene over tid",
    over_time_lead: "Antall saker i hver periode. Hver figur har sin egen akse.",
    each_topic: "Hvert tema",
    each_topic_lead: "Ordene er de som står i temaets saker og lite ellers; ord med to former er skrevet på bokmål og nynorsk.",
    keywords: "Ord",
    names: "Navn",
    typical: "Mest typiske saker",
    recent: "Nyeste saker",
    overlap: "Temaer i modellen som sakene også har",
    nearest: "Nærmeste tema",
    wider: "Hører under",
    chosen: "Hvorfor så mange temaer",
    chosen_lead: "For hvert antall: hvor like temaer man finner i ulike utvalg av sakene, og hvor mye nærmere sakene ligger sitt eget tema enn det neste. Det minste antallet som er nesten best i begge, er valgt.",
    stability: "stabilitet",
    silhouette: "skille",
    sources: "Kilder",
    languages: "Målform",
};

static NYNORSK: Spoken = Spoken {
    articles: "saker",
    topics: "tema",
    topic: "tema",
    period: "periode",
    numbers: "Tala som tabell",
    made_by: "Laga av notis, utan nett. Sida hentar ingenting.",
    discovery_title: "Tema i {} saker",
    outside: "Saker utan tema",
    outside_lead: "Desse sakene liknar ikkje meir på det næraste temaet sitt enn saker flest liknar på eit tema som ikkje er deira. Dei står utanfor.",
    sizes: "Temaa",
    sizes_lead: "Talet på saker som høyrer til kvart tema.",
    over_time: "Temaa over tid",
    over_time_lead: "Talet på saker i kvar periode. Kvar figur har sin eigen akse.",
    each_topic: "Kvart tema",
    each_topic_lead: "Orda er dei som står i sakene til temaet og lite elles; ord med to former er skrivne på bokmål og nynorsk.",
    keywords: "Ord",
    names: "Namn",
    typical: "Mest typiske saker",
    recent: "Nyaste saker",
    overlap: "Tema i modellen som sakene òg har",
    nearest: "Næraste tema",
    wider: "Høyrer under",
    chosen: "Kvifor så mange tema",
    chosen_lead: "For kvart tal: kor like tema ein finn i ulike utval av sakene, og kor mykje nærare sakene ligg sitt eige tema enn det neste. Det minste talet som er nesten best i begge, er valt.",
    stability: "stabilitet",
    silhouette: "skilje",
    sources: "Kjelder",
    languages: "Målform",
};

static ENGLISH: Spoken = Spoken {
    articles: "articles",
    topics: "topics",
    topic: "topic",
    period: "period",
    numbers: "The numbers as a table",
    made_by: "Made by notis, offline. This page fetches nothing.",
    discovery_title: "Topics in {} articles",
    outside: "Articles without a topic",
    outside_lead: "These articles are no more like their nearest topic than articles commonly are like a topic that is not theirs. They stay out.",
    sizes: "The topics",
    sizes_lead: "Number of articles that belong to each topic.",
    over_time: "The topics over time",
    over_time_lead: "Number of articles in each period. Each picture has an axis of its own.",
    each_topic: "Each topic",
    each_topic_lead: "The words are those that stand in the topic's articles and little elsewhere; words with two forms are given in bokmål and nynorsk.",
    keywords: "Words",
    names: "Names",
    typical: "Most typical articles",
    recent: "Newest articles",
    overlap: "Topics of the model that the articles also have",
    nearest: "Nearest topic",
    wider: "Belongs under",
    chosen: "Why so many topics",
    chosen_lead: "For each number: how alike the topics are that different samples of the articles give, and how much nearer articles lie to their own topic than to the next. The smallest number that is nearly the best in both is taken.",
    stability: "stability",
    silhouette: "separation",
    sources: "Sources",
    languages: "Written form",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_known_by_their_codes() {
        for language in PageLanguage::ALL {
            assert_eq!(language.code().parse::<PageLanguage>().unwrap(), language);
        }
        assert!("sv".parse::<PageLanguage>().is_err());
    }
}
