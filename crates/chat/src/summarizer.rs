//! Digests by a model behind an address.

use notis_summarizer::{Budget, Digest, Document, Error as DigestError, Source, Summarizer};
use notis_text::Span;

use crate::client::Client;
use crate::prompt::{Messages, length};
use crate::{Error, Options, Prompts, context};

/// Tokens that a word of an answer takes at most; a model that thinks before it writes needs [`THINKING`] more.
const TOKENS_A_WORD: usize = 6;
/// Tokens that an answer may have beside its digest.
const THINKING: usize = 256;

/// Writes digests with a model behind an address, and checks each sentence against the article.
pub struct Chat {
    client: Client,
    prompts: Prompts,
    context: usize,
    /// What makes the digest instead where a sentence does not keep to the article.
    instead: Option<Box<dyn Summarizer>>,
}

/// What is asked about one article.
struct Question {
    messages: Messages,
    /// Tokens left for the answer.
    answer: usize,
    /// The sentences that the model does not see.
    unread: Option<Span>,
}

impl Chat {
    /// A model behind an address. Where `instead` is given, it makes the digest of an article about which the model writes
    /// what the article does not support, or nothing.
    ///
    /// # Errors
    /// Where the address is none, or none on this machine and that is not allowed. Nobody is asked yet.
    pub fn new(options: &Options, instead: Option<Box<dyn Summarizer>>) -> Result<Self, Error> {
        Ok(Chat {
            client: Client::new(options.checked()?)?,
            prompts: options.prompts.clone(),
            context: options.context,
            instead,
        })
    }

    /// The question about an article: as many of its sentences, from the first on, as the context holds.
    fn question(&self, document: &Document<'_>, budget: Budget) -> Result<Question, Error> {
        let article = document.article();
        let words = budget.words(document);
        let length = length(budget, words, article.language);
        let title = document.title_text().unwrap_or_default();
        let ask = |text: &str| self.prompts.messages(article.language, &length, &title, text);
        let asked = ask("");
        let answer = words * TOKENS_A_WORD + THINKING;
        let spent = answer + context::tokens(&asked.system) + context::tokens(&asked.user);
        let body: Vec<Span> = document.candidates().iter().map(|c| c.span).collect();
        let texts = || body.iter().map(|span| article.slice(*span));
        let read = context::fitting(texts(), self.context.saturating_sub(spent));
        if read == 0 {
            return Err(Error::Context {
                context: self.context,
            });
        }
        let text: Vec<&str> = texts().take(read).collect();
        let unread = body[read..].first().zip(body.last());
        Ok(Question {
            messages: ask(&text.join(" ")),
            answer,
            unread: unread.map(|(first, last)| Span::new(first.start, last.end)),
        })
    }
}

impl Summarizer for Chat {
    fn name(&self) -> &'static str {
        "abstractive"
    }

    fn summarize(&self, document: &Document<'_>, budget: Budget) -> Result<Digest, DigestError> {
        budget.room(document)?;
        if document.candidates().is_empty() {
            return Digest::generated(self.name(), document, Vec::new(), Budget::Auto, None);
        }
        let outside = |error: Error| DigestError::Outside(error.into());
        let question = self.question(document, budget).map_err(outside)?;
        let text = self
            .client
            .ask(&question.messages, question.answer)
            .map_err(outside)?;
        let sentences = Source::new(document.article()).check(&text);
        let doubtful = sentences.is_empty() || sentences.iter().any(|s| !s.unsupported.is_empty());
        match &self.instead {
            Some(instead) if doubtful => instead.summarize(document, budget),
            None if sentences.is_empty() => Err(outside(Error::Empty {
                url: self.client.url().to_owned(),
            })),
            _ => Digest::generated(self.name(), document, sentences, budget, question.unread),
        }
    }
}
