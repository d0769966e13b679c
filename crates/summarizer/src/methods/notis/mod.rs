//! The default method: what an editor would print.
//!
//! News puts the most important first (Brandow, Mitze & Rau 1995), says its topic often (Nenkova & Vanderwende 2005), and
//! names it in the title (Edmundson 1969); a sum of these ranks the sentences, less what the chosen ones have said already
//! (Carbonell & Goldstein 1998). The reader decides the rest: a sentence is taken only where it can be read without what
//! was left out, and only if no other one says the same. At last sentences are exchanged where that fills the budget better.

mod anaphora;
mod article;
mod choice;
mod news;
mod plan;
mod promise;
mod score;
mod sense;

pub use score::Weights;
pub use sense::{Relations, Sense, Words};

use super::method::{Edits, Summarizer, forced};
use crate::digest::in_order;
use crate::readable::Readings;
use crate::{Budget, Cost, Digest, DigestSentence, Document, Edit, Error, Room};
use article::Article;
use choice::{Candidates, Choice, Demand};

/// Sentences that tell the news, can be read by themselves, and do not repeat each other.
#[derive(Clone, Copy, Debug)]
pub struct Notis<S = Words> {
    sense: S,
    weights: Weights,
    edits: Edits,
}

impl Default for Notis {
    fn default() -> Self {
        Notis::new(Edits::Marked)
    }
}

impl Notis {
    /// The default method with or without edits.
    pub fn new(edits: Edits) -> Self {
        Notis::by(Words, edits)
    }
}

impl<S: Sense> Notis<S> {
    /// The same method by another sense of what is central and what is the same.
    pub fn by(sense: S, edits: Edits) -> Self {
        Notis {
            sense,
            weights: Weights::default(),
            edits,
        }
    }

    /// What is printed as it stands is chosen for what it tells, and how it reads only counts.
    fn demand(&self) -> Demand {
        match self.edits {
            Edits::None => Demand::New,
            Edits::Marked => Demand::Readable,
        }
    }

    /// The same with other weights.
    #[must_use]
    pub fn with_weights(self, weights: Weights) -> Self {
        Notis { weights, ..self }
    }
}

impl<S: Sense> Summarizer for Notis<S> {
    fn name(&self) -> &'static str {
        self.sense.name()
    }

    fn summarize(&self, document: &Document<'_>, budget: Budget) -> Result<Digest, Error> {
        let room = budget.room(document)?;
        let readings = Readings::of(document, self.edits == Edits::Marked);
        let article = Article::of(document, &readings, &self.sense)?;
        let sentences = match budget {
            Budget::Sentences(count) => {
                let introduce = (self.edits == Edits::Marked).then_some(room);
                print(&article, &self.plan(&article, count)?, introduce)
            }
            _ => self.choose(&article, budget, room)?,
        };
        Ok(Digest::new(self.name(), document, sentences))
    }

    /// Sentences are counted off from the opening, words are spent on what tells most.
    fn reads_query(&self, budget: Budget) -> bool {
        !matches!(budget, Budget::Sentences(_))
    }
}

impl<S: Sense> Notis<S> {
    /// The sentences of a digest of `count`: the opening read on, or the one that tells the news.
    fn plan(&self, article: &Article<'_>, count: usize) -> Result<Vec<usize>, Error> {
        let plan = plan::plan(article, count);
        let [opening] = plan[..] else {
            return Ok(plan);
        };
        let relations = self.sense.relate(article.document)?;
        Ok(vec![news::best(article, &relations.centrality, opening)])
    }

    /// The sentences that tell most in the `room` that a number of words leaves.
    fn choose(
        &self,
        article: &Article<'_>,
        budget: Budget,
        mut room: Room,
    ) -> Result<Vec<DigestSentence>, Error> {
        let &Article {
            document, readings, ..
        } = article;
        let relations = self.sense.relate(document)?;
        let told: Vec<bool> = (0..readings.len()).map(|i| article.is_told(i)).collect();
        let demand = self.demand();
        let mut weights = self.weights.within(&room, readings.len());
        if demand == Demand::Readable {
            weights.leaning = 0.0;
        }
        let candidates = Candidates {
            article: *article,
            scores: &score::scores(article, &told, &relations.centrality, &weights),
            known: &anaphora::open_with_known(document, readings, score::lead(readings, &told)),
            told: &told,
            same_claim: &relations.same_claim,
            weights,
        };
        let mut choice = Choice::new(candidates, demand);
        choice.take_best(&mut room);
        choice.exchange(&mut room);
        let chosen = choice.chosen();
        if chosen.is_empty() {
            let best = choice.take_least_bad(&mut Room::one_sentence());
            return Ok(forced(document, best, budget, &room));
        }
        let introduce = (self.edits == Edits::Marked).then_some(room);
        Ok(print(article, &chosen, introduce))
    }
}

/// The signs by which a digest of one sentence knows the news, for each of the first sentences: what `scripts/news_weights.py`
/// finds their weights from.
///
/// # Errors
/// None for the words alone.
#[doc(hidden)]
pub fn news_signs(document: &Document<'_>) -> Result<Vec<news::Signs>, Error> {
    let readings = Readings::of(document, true);
    let article = Article::of(document, &readings, &Words)?;
    Ok(news::signs(&article, &Words.relate(document)?.centrality))
}

/// The chosen sentences with their edits; full names as far as there is `room` for them.
fn print(of: &Article<'_>, chosen: &[usize], introduce: Option<Room>) -> Vec<DigestSentence> {
    let document = of.document;
    let mut edits: Vec<Vec<Edit>> = mended(of, chosen);
    if let Some(mut room) = introduce {
        let made = chosen.iter().copied().zip(edits.iter().map(Vec::as_slice));
        let put_in = of.readings.introductions(made);
        for (edits, put_in) in edits.iter_mut().zip(put_in) {
            edits.extend(put_in.into_iter().filter(|edit| fit(edit, &mut room)));
            in_order(edits);
        }
    }
    let spans = chosen.iter().map(|&c| document.candidates()[c].span);
    let printed = spans.zip(edits);
    printed
        .map(|(span, edits)| DigestSentence::edited(document.article().original, span, edits))
        .collect()
}

/// The edits of each chosen sentence, by whether the one before it is chosen.
fn mended(of: &Article<'_>, chosen: &[usize]) -> Vec<Vec<Edit>> {
    let mut before = None;
    let mend = |&candidate: &usize| {
        let follows = before
            .replace(candidate)
            .is_some_and(|b| b + 1 == candidate && of.document.touch(b, candidate));
        let reading = &of.readings[candidate];
        if follows {
            reading.following.clone()
        } else {
            reading.alone.clone()
        }
    };
    chosen.iter().map(mend).collect()
}

/// Takes the words that an edit puts in from the room, if they fit.
fn fit(edit: &Edit, room: &mut Room) -> bool {
    let cost = Cost {
        sentences: 0,
        ..Cost::of(&edit.replacement)
    };
    let fits = room.fits(cost);
    if fits {
        room.take(cost);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Query;
    use notis_text::analyze;

    fn digest(text: &str, budget: Budget) -> String {
        let article = analyze(text, None);
        let document = Document::new(&article, &Query::default());
        Notis::default().summarize(&document, budget).unwrap().text
    }

    #[test]
    fn the_news_is_found_behind_a_quote_that_opens_the_article() {
        let text = "– Dette har vi venta på i mange år, og no er det endeleg vår tur til å feire.\n\n\
            Sogndal kommune får 40 millionar kroner til ny symjehall, stadfestar fylkeskommunen torsdag.\n\n\
            Hallen skal stå ferdig om tre år.";
        assert!(digest(text, Budget::Sentences(1)).starts_with("Sogndal kommune får 40 millionar"));
    }

    #[test]
    fn a_short_item_is_told_by_its_first_sentence() {
        for (lead, rest) in [
            (
                "Kari Moen er ny leder i Sortland Arbeiderparti.",
                "Hun fikk 41 av 53 stemmer på årsmøtet 12. mars.",
            ),
            (
                "Ferja mellom Moss og Horten står etter grunnstøyting.",
                "2 av 3 ferjer er på verkstad, og 14 avgangar er innstilte.",
            ),
            (
                "Prisen på olje falt kraftig mandag kveld.",
                "Et fat kostet 61,40 dollar klokken 16, mot 68,20 dollar fredag. Det er 7 dollar under nivået 1. mai.",
            ),
        ] {
            assert_eq!(digest(&format!("{lead} {rest}"), Budget::Sentences(1)), lead);
        }
    }

    #[test]
    fn the_news_is_not_given_for_more_words() {
        let lead = "Brua over Storelva på Notodden ble stengt natt til tirsdag etter flommen.";
        let long = "Brua over Storelva ble bygd i 1962, og kommunen har satt av 18 millioner kroner til å reparere den når \
            flommen i Storelva har trukket seg tilbake.";
        assert_eq!(digest(&format!("{lead}\n\n{long}"), Budget::Words(30)), lead);
    }

    #[test]
    fn a_sentence_that_points_back_comes_only_behind_the_one_it_points_at() {
        let text = "Regjeringen foreslår å fjerne avgiften på elektriske ferger fra nyttår.\n\n\
            Avgiften ble innført i 1998, da olje var billig og batterier var dyre, tunge og lite utbredt i skipsfarten.\n\n\
            Derfor vil rederiene bestille tolv nye elektriske ferger allerede i år, opplyser næringen.\n\n\
            Rederiene har ventet på forslaget om avgiften i flere år, og verftene har ledig plass.";
        let digest = digest(text, Budget::Words(26));
        assert!(!digest.contains("Derfor"), "{digest}");
        assert!(
            digest.contains("Regjeringen foreslår") && digest.contains("verftene"),
            "{digest}"
        );
    }

    #[test]
    fn a_teaser_gives_way_to_the_sentence_that_tells_it_in_full() {
        let text = "Den kjende forfattaren vart 89 år. Den kjende forfattaren Liv Moe er død, 89 år gammal. Ho døydde måndag \
            kveld heime på garden i Vik, med familien rundt seg.";
        assert!(digest(text, Budget::Sentences(2)).starts_with("Den kjende forfattaren Liv Moe er død"));
    }

    #[test]
    fn what_follows_is_preferred_to_a_jump() {
        let text = "Kommunen selger kraftverket til et selskap i Bergen for 400 millioner kroner. Salget skal etter planen \
            gjennomføres før nyttår. Pengene vil bli brukt på veier og skoler i hele kommunen. Kraftverket ble bygd i 1952. \
            Selskapet i Bergen eier 14 kraftverk fra før, og omsatte for 900 millioner kroner i fjor. Salget av kraftverket er \
            omstridt i Bergen.";
        let told = digest(text, Budget::Sentences(3));
        assert!(told.ends_with("veier og skoler i hele kommunen."), "{told}");
    }

    #[test]
    fn a_title_that_was_read_is_not_told_again() {
        let text = "Kommunen stenger skolen i Vik til våren. Elevene skal få plass på skolen i Lom, som har ledige rom. Foreldrene \
            protesterer.";
        let article = analyze(text, Some("Til våren stenger kommunen skolen i Vik"));
        let told = |document: Document<'_>| {
            Notis::default()
                .summarize(&document, Budget::Sentences(1))
                .unwrap()
                .text
        };
        let read = told(Document::new(&article, &Query::default()));
        assert!(read.starts_with("Elevene"), "{read}");
        let unread = told(Document::new(&article, &Query::default()).without_title());
        assert!(unread.starts_with("Kommunen stenger"), "{unread}");
    }

    #[test]
    fn what_the_reader_cares_about_comes_first() {
        let text = "Fylkestinget vedtok onsdag budsjettet for neste år etter lang debatt.\n\n\
            Bussrutene i Setesdal blir færre.\n\n\
            Ungdomsskulen på Evje får ny verkstad, og elevane gler seg stort til dette.";
        let article = analyze(text, None);
        let types = article.types.ids();
        let wanted = types.filter(|&id| matches!(article.types.form(id), "evje" | "verkstad"));
        let query = Query::new(wanted.map(|id| (id, 1.0)));
        let notis = Notis::default().with_weights(Weights {
            query: 5.0,
            ..Weights::default()
        });
        let document = Document::new(&article, &query);
        let digest = notis.summarize(&document, Budget::Words(14)).unwrap();
        assert!(digest.text.contains("verkstad"), "{}", digest.text);
    }
}
