//! `notis suggest`: a draft of labels for an editor to correct, the least certain first.

use std::path::PathBuf;

use anyhow::Result;
use notis_corpus::{Article, Articles, LabelRow, write_labels};
use notis_topics::{Classified, ClassifyOptions, Input, Model, analyzed};

use crate::everywhere::Everywhere;
use crate::models::ModelArgs;
use crate::output::Output;
use crate::stream::Stream;
use crate::vectors::Vectors;

/// Draft a labels.tsv to correct, least certain first
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  notis suggest articles/ -o articles/labels.tsv

Articles that are labelled keep their labels and come last.")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let articles = everywhere.open(&self.inputs)?;
        let model = self.model.load()?;
        let vectors = Vectors::of_model(&model, &everywhere)?;
        let thresholds = model.card().topics.iter().map(|t| t.threshold).collect();
        Ok(Job {
            everywhere,
            articles,
            guesser: Guesser {
                model,
                vectors,
                thresholds,
            },
        })
    }
}

/// A draft ready to be made.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    guesser: Guesser,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let stream = Stream::new(self.articles, &self.everywhere, &output);
        let mut drafts = Vec::new();
        stream.run(
            |article| self.guesser.draft(&article),
            |draft| {
                drafts.push(draft);
                Ok(())
            },
        )?;
        drafts.sort_by(|a, b| a.certainty.total_cmp(&b.certainty));
        write_labels(drafts.iter().map(|draft| &draft.row), &mut output)?;
        output.finish()
    }
}

/// A model that fills in what nobody has labelled.
struct Guesser {
    model: Model,
    vectors: Vectors,
    thresholds: Vec<f32>,
}

impl Guesser {
    fn draft(&self, article: &Article) -> Result<Draft> {
        let (certainty, labels) = match &article.labels {
            Some(labels) => (f32::INFINITY, labels.clone()),
            None => self.guess(article)?,
        };
        let row = LabelRow {
            file: article.id.clone(),
            date: article.date.clone().unwrap_or_default(),
            lang: article.lang.clone().unwrap_or_default(),
            title: article.title.clone().unwrap_or_default(),
            labels,
            mentions: article.mentions.clone(),
        };
        Ok(Draft { certainty, row })
    }

    fn guess(&self, article: &Article) -> Result<(f32, Vec<String>)> {
        let analysis = analyzed(article);
        let vector = self.vectors.of(&analysis)?;
        let classified = self
            .model
            .classify(Input::new(&analysis, &vector), &ClassifyOptions::default());
        let tags = classified.decision.tags().iter();
        let labels = tags.map(|tag| self.model.topics()[tag.topic].id.clone());
        Ok((self.certainty(&classified), labels.collect()))
    }

    /// How far the topic that is nearest to its threshold is from it; an article that was not looked at is as certain
    /// as can be.
    fn certainty(&self, classified: &Classified) -> f32 {
        let distances = classified.scores.iter().zip(&self.thresholds);
        distances.map(|(p, t)| (p - t).abs()).fold(1.0, f32::min)
    }
}

/// The row of an article, and how certain the model is of it.
struct Draft {
    certainty: f32,
    row: LabelRow,
}
