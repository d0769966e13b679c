//! `notis classify`: the topics of each article.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::ValueEnum;
use notis_corpus::{Article, Articles};
use notis_topics::{Classified, ClassifyOptions};

use crate::everywhere::Everywhere;
use crate::judge::Judge;
use crate::models::{ModelArgs, definitions};
use crate::output::Output;
use crate::palette::Palette;
use crate::print::{tags_csv, tags_jsonl, tags_text};
use crate::stream::Stream;
use crate::summary::Summary;

/// Tag each article with its topics
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis classify articles/ --explain
  notis classify articles/ --topics my-topics.toml     topics defined five minutes ago
  notis classify news.jsonl.gz --format jsonl -o tags.jsonl")]
pub(crate) struct Args {
    /// Files or folders of articles, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    /// Topics to add to the model by their definitions alone
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
    /// Go by the names and descriptions of the topics in FILE alone, with the encoder in --model-dir
    #[arg(long, requires = "topics", conflicts_with_all = ["model", "explain"])]
    zero_shot: bool,
    /// Form of the output
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Show the words that carried each tag
    #[arg(long)]
    explain: bool,
    /// Give the probability of every topic
    #[arg(long)]
    scores: bool,
    /// Count the tags of each topic by month and written form instead
    #[arg(long, conflicts_with_all = ["explain", "scores"])]
    summary: bool,
    /// Stop after N articles
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    /// Give each topic whose probability is at least P, whatever its own threshold
    #[arg(long, value_name = "P")]
    threshold: Option<f64>,
    /// Open CSV with a byte-order mark, for a spreadsheet
    #[arg(long)]
    bom: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Jsonl,
    Csv,
}

impl Args {
    pub(crate) fn job(self, everywhere: Everywhere) -> Result<Job> {
        let in_range = self.threshold.is_none_or(|p| (0.0..=1.0).contains(&p));
        ensure!(
            in_range,
            "--threshold is a probability; give a number from 0 to 1"
        );
        let articles = everywhere.open(&self.inputs)?;
        let added = self.topics.as_deref().map(definitions).transpose()?;
        let judge = if self.zero_shot {
            Judge::zero_shot(added.as_ref(), &everywhere)?
        } else {
            let mut model = self.model.load()?;
            if let Some(added) = &added {
                model.add_definitions(added)?;
            }
            Judge::of_model(model, &everywhere)?
        };
        let options = ClassifyOptions {
            threshold: self.threshold,
            explain: self.explain,
        };
        Ok(Job {
            everywhere,
            articles,
            limit: self.limit,
            summary: self.summary,
            tagger: Tagger {
                judge,
                options,
                format: self.format,
                scores: self.scores,
                bom: self.bom,
            },
        })
    }
}

/// Tags ready to be given.
pub(crate) struct Job {
    everywhere: Everywhere,
    articles: Articles,
    limit: Option<usize>,
    summary: bool,
    tagger: Tagger,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let mut output = Output::open(self.everywhere.output.as_deref())?;
        let stream = Stream::new(self.articles, &self.everywhere, &output).at_most(self.limit);
        if self.summary {
            self.tagger.summarise(stream, &mut output)?;
        } else {
            self.tagger.tag(stream, &mut output)?;
        }
        output.finish()
    }
}

/// What tags articles, and how its answers are printed.
struct Tagger {
    judge: Judge,
    options: ClassifyOptions,
    format: Format,
    scores: bool,
    bom: bool,
}

impl Tagger {
    fn tag(&self, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let palette = output.palette();
        if self.format == Format::Csv {
            output.write_all(&tags_csv::head(self.judge.topics(), self.scores, self.bom)?)?;
        }
        stream.run(
            |article| self.print(&article, &self.classify(&article)?, palette),
            |printed| Ok(output.write_all(&printed)?),
        )
    }

    fn summarise(&self, stream: Stream<'_>, output: &mut Output) -> Result<()> {
        let mut summary = Summary::default();
        stream.run(
            |article| {
                let classified = self.classify(&article)?;
                Ok((article.date, classified))
            },
            |(date, classified)| {
                summary.add(date.as_deref(), &classified, self.judge.topics());
                Ok(())
            },
        )?;
        let printed = match self.format {
            Format::Text => summary.text(output.palette()).into_bytes(),
            Format::Jsonl => summary.jsonl()?,
            Format::Csv => summary.csv(self.bom)?,
        };
        Ok(output.write_all(&printed)?)
    }

    fn classify(&self, article: &Article) -> Result<Classified> {
        self.judge.classify(article, &self.options)
    }

    fn print(&self, article: &Article, classified: &Classified, palette: Palette) -> Result<Vec<u8>> {
        let (topics, scores) = (self.judge.topics(), self.scores);
        match self.format {
            Format::Text => Ok(tags_text::block(article, classified, topics, scores, palette).into()),
            Format::Jsonl => tags_jsonl::line(&article.id, classified, topics, &self.options, scores),
            Format::Csv => tags_csv::row(&article.id, classified, topics, scores),
        }
    }
}
