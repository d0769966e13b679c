//! `notis train --names`: a model of names and their kinds.

use std::collections::HashSet;
use std::path::PathBuf;

use anyhow::Result;
use notis::{Clusters, Gold, NameModel};

use crate::global_options::GlobalOptions;
use crate::output::Output;
use crate::progress::spinner;
use crate::sifted::Sifted;

/// Texts that open alike are one: archives hold articles twice.
const OPENING: usize = 200;

pub(super) fn train(gold: &[PathBuf], texts: &[PathBuf], options: &GlobalOptions) -> Result<()> {
    let output = options.model_output()?;
    let gold = Gold::read(gold)?;
    let clusters = clusters(texts, options)?;
    let bar = spinner(options.quiet);
    bar.set_message(format!("learning from {} sentences", gold.sentences()));
    let model = NameModel::train(&gold, clusters);
    bar.finish_and_clear();
    let bytes = model?.to_bytes();
    Output::save(&output, &bytes)?;
    options.remark(format_args!(
        "{}: a model of names, learned from {} sentences",
        output.display(),
        gold.sentences()
    ));
    Ok(())
}

/// What the words of the articles stand beside.
fn clusters(texts: &[PathBuf], options: &GlobalOptions) -> Result<Clusters> {
    let mut clusters = Clusters::default();
    if texts.is_empty() {
        return Ok(clusters);
    }
    let bar = spinner(options.quiet);
    let mut openings = HashSet::new();
    for article in Sifted::new(options.open(texts)?, options) {
        let article = article?;
        if openings.insert(article.text.chars().take(OPENING).collect::<String>()) {
            clusters.read(&article);
            bar.set_message(format!("{} words read", clusters.words()));
        }
    }
    bar.finish_and_clear();
    Ok(clusters)
}
