//! Sentence embeddings: what a text means, as numbers.
//!
//! The model is a BERT encoder of the e5 family (Wang, Yang, Huang, Yang, Majumder & Wei 2024, "Multilingual E5 text
//! embeddings"): the mean of its last hidden states, brought to length 1. Its authors trained it with a word in front of
//! each text that says what the text is for, see [`Role`].

mod config;

use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use notis_text::{Analysis, Sentence};
use rust_bert::bert::{BertEmbeddings, BertModel};
use tch::{Device, Kind, Tensor, nn, no_grad};
use tokenizers::Tokenizer;

use crate::folder::Folder;
use crate::guard::guarded;
use crate::vector::normalized;
use crate::window::{spread, windows};
use crate::{Error, threads};

/// Tokens of a batch, padding included: more saves no time and takes memory.
const BATCH_TOKENS: usize = 4096;

/// Windows of an article that are read at most: some three thousand words.
const MOST_WINDOWS: usize = 8;
/// Tokens of a passage, and passages of an article that are read at most.
const PASSAGE_TOKENS: usize = 64;
const MOST_PASSAGES: usize = 4;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It asks, or names what is looked for.
    Query,
    /// It is looked at.
    Passage,
}

impl Role {
    fn prefix(self) -> &'static str {
        match self {
            Role::Query => "query: ",
            Role::Passage => "passage: ",
        }
    }
}

/// A sentence encoder.
pub struct Encoder {
    folder: Folder,
    // libtorch's tensors may move between threads, but not be used by two at a time.
    model: Mutex<BertModel<BertEmbeddings>>,
    tokenizer: Tokenizer,
    dimensions: usize,
    longest: usize,
}

impl Encoder {
    /// Loads the encoder in a folder: `config.json` of a BERT model, `model.safetensors` and `tokenizer.json`. It will
    /// work with `threads` threads.
    ///
    /// # Errors
    /// Where a file is missing or wrong; nothing in it can make this panic.
    pub fn load(folder: &Path, threads: usize) -> Result<Self, Error> {
        let folder = Folder::open(folder)?;
        let config = config::read(&folder)?;
        let tokenizer = tokenizer(&folder, config.vocab_size)?;
        let weights = folder.weights()?;
        weights.check(&config::matrices(&config))?;
        threads::set(threads);
        let build = || {
            let mut variables = nn::VarStore::new(Device::Cpu);
            let model = BertModel::new_with_optional_pooler(variables.root(), &config, false);
            let named = variables.variables();
            weights.check_all(named.iter().map(|(name, tensor)| (name, tensor.size())))?;
            variables
                .load(weights.path())
                .map_err(|error| folder.failed(error))?;
            variables.float();
            variables.freeze();
            Ok(model)
        };
        let model = guarded(build).map_err(|panic| folder.failed(panic))??;
        Ok(Encoder {
            model: Mutex::new(model),
            tokenizer,
            dimensions: config.hidden_size as usize,
            longest: config.max_position_embeddings as usize,
            folder,
        })
    }

    /// How many numbers a vector has.
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// The vectors of texts, each of length 1; of a text longer than the model reads (512 tokens) the beginning counts.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn embed(&self, role: Role, texts: &[&str]) -> Result<Vec<Vec<f32>>, Error> {
        let inputs = texts
            .iter()
            .map(|text| self.tokens(role, text))
            .collect::<Result<Vec<_>, Error>>()?;
        let mut vectors = vec![Vec::new(); texts.len()];
        for batch in batches(&inputs) {
            let rows: Vec<&[i64]> = batch.iter().map(|&at| inputs[at].as_slice()).collect();
            let embedded = guarded(|| self.run(&rows)).and_then(|run| run);
            for (at, vector) in batch
                .into_iter()
                .zip(embedded.map_err(|e| self.folder.failed(e))?)
            {
                vectors[at] = vector;
            }
        }
        Ok(vectors)
    }

    /// The vector of a whole article: the mean over windows of as many sentences as the model reads at a time, each by
    /// its tokens, brought to length 1; of more than 8 windows the first two and others evenly from the rest. A title
    /// apart is the first sentence; date heads and what the page left behind do not count.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn embed_article(&self, article: &Analysis<'_>) -> Result<Vec<f32>, Error> {
        let parts = self.parts(article, self.longest, MOST_WINDOWS)?;
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        let mut sum = vec![0.0; self.dimensions];
        for (vector, part) in self.embed(Role::Passage, &texts)?.iter().zip(&parts) {
            let weight = part.tokens.min(self.longest) as f32;
            sum.iter_mut().zip(vector).for_each(|(sum, x)| *sum += weight * x);
        }
        Ok(normalized(sum))
    }

    /// The vectors of an article's passages, runs of sentences of about 64 tokens: at most four, the first two and others
    /// evenly from the rest, so that a long article takes no longer than a short one.
    ///
    /// # Errors
    /// Where the model cannot be run.
    pub fn embed_passages(&self, article: &Analysis<'_>) -> Result<Vec<Vec<f32>>, Error> {
        let parts = self.parts(article, PASSAGE_TOKENS, MOST_PASSAGES)?;
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        self.embed(Role::Passage, &texts)
    }

    /// Runs of an article's sentences of about `room` tokens, at most `most`.
    fn parts(&self, article: &Analysis<'_>, room: usize, most: usize) -> Result<Vec<Part>, Error> {
        let sentences = content(article);
        let cost = |sentence: &&str| Ok(self.tokens(Role::Passage, sentence)?.len());
        let costs = sentences
            .iter()
            .map(cost)
            .collect::<Result<Vec<usize>, Error>>()?;
        let parts = spread(windows(&costs, room), most);
        let part = |part: Range<usize>| Part {
            text: sentences[part.clone()].join(" "),
            tokens: costs[part].iter().sum(),
        };
        Ok(parts.into_iter().map(part).collect())
    }

    /// The ids of a text's tokens with its prefix and end marks, as many as the model reads.
    fn tokens(&self, role: Role, text: &str) -> Result<Vec<i64>, Error> {
        let text = format!("{}{text}", role.prefix());
        let encoding = guarded(|| {
            self.tokenizer
                .encode_fast(text, true)
                .map_err(|error| error.to_string())
        });
        let encoding = encoding
            .and_then(|e| e)
            .map_err(|error| self.folder.failed(error))?;
        let mut ids: Vec<i64> = encoding.get_ids().iter().map(|&id| i64::from(id)).collect();
        if let Some(end) = ids.pop() {
            ids.truncate(self.longest - 1);
            ids.push(end);
        }
        Ok(ids)
    }

    /// One batch through the model.
    fn run(&self, rows: &[&[i64]]) -> Result<Vec<Vec<f32>>, String> {
        let width = rows.iter().map(|row| row.len()).max().unwrap_or_default();
        let shape = [rows.len() as i64, width as i64];
        let padded = |fill: &dyn Fn(&i64) -> i64| {
            let row = |row: &&[i64]| {
                row.iter()
                    .map(fill)
                    .chain(std::iter::repeat(0))
                    .take(width)
                    .collect::<Vec<_>>()
            };
            Tensor::from_slice(&rows.iter().flat_map(row).collect::<Vec<i64>>()).view(shape)
        };
        let (ids, mask) = (padded(&|&id| id), padded(&|_| 1));
        let model = self.model.lock().unwrap_or_else(PoisonError::into_inner);
        let pooled = no_grad(|| {
            let output = model.forward_t(Some(&ids), Some(&mask), None, None, None, None, None, false);
            output.map(|output| mean(&output.hidden_state, &mask))
        });
        let pooled = pooled.map_err(|error| error.to_string())?;
        let numbers = Vec::<f32>::try_from(pooled.flatten(0, -1)).map_err(|error| error.to_string())?;
        Ok(numbers
            .chunks(self.dimensions)
            .map(|row| normalized(row.to_vec()))
            .collect())
    }
}

/// A run of an article's sentences.
struct Part {
    text: String,
    tokens: usize,
}

/// The sentences that say what an article is about.
fn content<'a>(article: &Analysis<'a>) -> Vec<&'a str> {
    let told = |sentence: &&Sentence| article.kind_of(sentence).purpose().is_content;
    let sentences = article.sentences.iter().filter(told);
    article
        .title
        .into_iter()
        .chain(sentences.map(|s| article.slice(s.span)))
        .collect()
}

/// The mean of the hidden states where there is text.
fn mean(states: &Tensor, mask: &Tensor) -> Tensor {
    let mask = mask.unsqueeze(-1).to_kind(Kind::Float);
    let along = [1_i64].as_slice();
    (states * &mask).sum_dim_intlist(along, false, Kind::Float)
        / mask.sum_dim_intlist(along, false, Kind::Float)
}

/// Texts of about the same length together, so that little is padded.
fn batches(inputs: &[Vec<i64>]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|&at| inputs[at].len());
    let mut batches: Vec<Vec<usize>> = Vec::new();
    for at in order {
        match batches.last_mut() {
            Some(batch) if (batch.len() + 1) * inputs[at].len() <= BATCH_TOKENS => batch.push(at),
            _ => batches.push(vec![at]),
        }
    }
    batches
}

fn tokenizer(folder: &Folder, vocabulary: i64) -> Result<Tokenizer, Error> {
    let path = folder.file(
        "tokenizer.json",
        "it comes with the model, or of scripts/convert-e5; sentencepiece.bpe.model alone does not do",
    )?;
    let text = crate::folder::text(&path)?;
    let read = guarded(|| text.parse::<Tokenizer>().map_err(|error| error.to_string()));
    let mut tokenizer = read
        .and_then(|read| read)
        .map_err(|error| Error::invalid(&path, format_args!("is no tokenizer: {error}")))?;
    if tokenizer.get_vocab_size(true) as i64 > vocabulary {
        let what = format_args!(
            "knows more tokens than the {vocabulary} of config.json; the two are of different models"
        );
        return Err(Error::invalid(path, what));
    }
    tokenizer.with_padding(None);
    let untruncated = tokenizer.with_truncation(None).map(drop);
    untruncated.map_err(|error| Error::invalid(path, error))?;
    Ok(tokenizer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_hold_all_texts_and_stay_small() {
        let inputs: Vec<Vec<i64>> = [500, 3, 500, 400, 7, 500, 500, 500, 500, 500, 500, 500]
            .map(|n| vec![0; n])
            .into();
        let batches = batches(&inputs);
        let mut all: Vec<usize> = batches.concat();
        all.sort_unstable();
        assert_eq!(all, (0..inputs.len()).collect::<Vec<_>>());
        let longest = |batch: &Vec<usize>| batch.iter().map(|&at| inputs[at].len()).max().unwrap();
        assert!(batches.iter().all(|b| b.len() * longest(b) <= BATCH_TOKENS));
    }
}
