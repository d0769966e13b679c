//! One face for rust-bert's generators, and their loading.

use std::path::{Path, PathBuf};

use rust_bert::RustBertError;
use rust_bert::bart::BartGenerator;
use rust_bert::pegasus::PegasusConditionalGenerator;
use rust_bert::pipelines::common::{ModelResource, ModelType, TokenizerOption};
use rust_bert::pipelines::generation_utils::{GenerateConfig, GeneratedIndicesOutput, LanguageGenerator};
use rust_bert::resources::LocalResource;
use rust_bert::t5::T5Generator;
use tch::Device;

use super::config::Family;
use super::settings::Settings;
use crate::Error;
use crate::folder::Folder;

/// A generator of any family.
pub(super) enum Model {
    T5(Box<T5Generator>),
    Bart(Box<BartGenerator>),
    Pegasus(Box<PegasusConditionalGenerator>),
}

impl Model {
    pub(super) fn load(
        family: Family,
        folder: &Folder,
        weights: &Path,
        settings: &Settings,
        tokenizer: TokenizerOption,
    ) -> Result<Self, Error> {
        let config = generate_config(family, folder, weights, settings)?;
        let loaded = match family {
            Family::T5 => T5Generator::new_with_tokenizer(config, tokenizer).map(|m| Model::T5(Box::new(m))),
            Family::Bart => {
                BartGenerator::new_with_tokenizer(config, tokenizer).map(|m| Model::Bart(Box::new(m)))
            }
            Family::Pegasus => PegasusConditionalGenerator::new_with_tokenizer(config, tokenizer)
                .map(|m| Model::Pegasus(Box::new(m))),
        };
        loaded.map_err(|error| folder.failed(error))
    }

    pub(super) fn tokenizer(&self) -> &TokenizerOption {
        match self {
            Model::T5(model) => model.get_tokenizer(),
            Model::Bart(model) => model.get_tokenizer(),
            Model::Pegasus(model) => model.get_tokenizer(),
        }
    }

    pub(super) fn generate(&self, prompt: &str) -> Result<Vec<GeneratedIndicesOutput>, RustBertError> {
        let prompt = Some([prompt]);
        let prompt = prompt.as_ref().map(<[_; 1]>::as_slice);
        match self {
            Model::T5(model) => model.generate_indices(prompt, None),
            Model::Bart(model) => model.generate_indices(prompt, None),
            Model::Pegasus(model) => model.generate_indices(prompt, None),
        }
    }
}

/// How rust-bert is asked; nothing in it is fetched from anywhere.
fn generate_config(
    family: Family,
    folder: &Folder,
    weights: &Path,
    settings: &Settings,
) -> Result<GenerateConfig, Error> {
    let config = folder.config_path()?;
    let local = |local_path: PathBuf| Box::new(LocalResource { local_path });
    Ok(GenerateConfig {
        model_type: family.model_type(),
        model_resource: ModelResource::Torch(local(weights.to_owned())),
        config_resource: local(config.clone()),
        // Not read: the tokenizer is handed over ready-made.
        vocab_resource: local(config),
        merges_resource: None,
        min_length: settings.min_length,
        max_length: Some(settings.max_length),
        do_sample: false,
        early_stopping: settings.beams > 1,
        num_beams: settings.beams,
        temperature: 1.0,
        top_k: 0,
        top_p: 1.0,
        repetition_penalty: 1.0,
        length_penalty: settings.length_penalty,
        no_repeat_ngram_size: settings.no_repeat_ngram,
        num_return_sequences: 1,
        num_beam_groups: None,
        diversity_penalty: None,
        device: Device::Cpu,
        kind: None,
    })
}

impl Family {
    fn model_type(self) -> ModelType {
        match self {
            Family::T5 => ModelType::T5,
            Family::Bart => ModelType::Bart,
            Family::Pegasus => ModelType::Pegasus,
        }
    }

    /// The files of its own tokenizer: a SentencePiece model, or a vocabulary with merges.
    fn tokenizer_files(self) -> (&'static str, Option<&'static str>) {
        match self {
            Family::T5 | Family::Pegasus => ("spiece.model", None),
            Family::Bart => ("vocab.json", Some("merges.txt")),
        }
    }
}

/// The tokenizer in a folder: the family's own files, or else tokenizer.json.
pub(super) fn tokenizer(family: Family, folder: &Folder) -> Result<TokenizerOption, Error> {
    const REMEDY: &str = "the tokenizer comes with the model (spiece.model, or vocab.json with merges.txt, or tokenizer.json with special_tokens_map.json); copy it from where the weights are from";
    let (vocabulary, merges) = family.tokenizer_files();
    let own = folder.find(vocabulary);
    let Some(path) = own else {
        let tokenizer = folder.file("tokenizer.json", REMEDY)?;
        let special = folder.file("special_tokens_map.json", REMEDY)?;
        let read = TokenizerOption::from_hf_tokenizer_file(&tokenizer, special);
        return read.map_err(|error| Error::invalid(tokenizer, error));
    };
    let merges = merges.map(|merges| folder.file(merges, REMEDY)).transpose()?;
    let name = |path: &Path| path.to_str().map(str::to_owned);
    let (Some(vocabulary), merges) = (name(&path), merges.as_deref().and_then(name)) else {
        return Err(Error::invalid(
            path,
            "rust-bert reads no path that is not UTF-8; rename the folder",
        ));
    };
    let spaced = (family == Family::Bart).then_some(false);
    let read = TokenizerOption::from_file(
        family.model_type(),
        &vocabulary,
        merges.as_deref(),
        false,
        None,
        spaced,
    );
    read.map_err(|error| Error::invalid(path, format_args!("is no tokenizer of this model: {error}")))
}
