//! `notis discover`: the topics of articles that nobody labelled.

use std::path::PathBuf;

use anyhow::{Context, Result};
use notis::PageLanguage;
use notis::{Articles, Desk, Discoverer, Discovery, Topics};

use crate::global_options::GlobalOptions;
use crate::model_args::ModelArgs;
use crate::progress::spinner;
use crate::sifted::Sifted;
use crate::whole_folder::WholeFolder;

/// Find the topics of articles that nobody labelled
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis discover articles/ -o topics/                    as many topics as come back in samples of the articles
  notis discover articles/ -o topics/ --topics-count 40 --levels 2
  notis discover articles/ -o topics/ --seed-topics my-topics.toml

The folder that -o names then holds topics.toml (definitions to edit), labels.tsv (the topic of each article),
report.json and report.html (what the topics are, how they go over time). Articles that fit no topic have none.")]
pub(crate) struct Args {
    /// Files or folders of articles
    #[arg(required = true, value_name = "CORPUS")]
    inputs: Vec<PathBuf>,
    #[command(flatten)]
    model: ModelArgs,
    /// So many topics [default: chosen by how stable they are]
    #[arg(long, value_name = "N")]
    topics_count: Option<usize>,
    /// Levels of topics: 2 gathers them under wider ones, up to 4
    #[arg(long, value_name = "N", default_value_t = 1)]
    levels: usize,
    /// Definitions of topics that are to be found, beside others
    #[arg(long, value_name = "FILE")]
    seed_topics: Option<PathBuf>,
    /// Language of the page: nb, nn or en
    #[arg(long, value_name = "CODE", default_value = "nb")]
    language: PageLanguage,
    /// Seed of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        let target = options.output.as_deref();
        let folder =
            WholeFolder::new(target.context("where should the topics go? Name a folder with -o DIR")?)?;
        let mut discoverer = Discoverer::new().levels(self.levels).seed(self.seed);
        if let Some(count) = self.topics_count {
            discoverer = discoverer.topics_count(count);
        }
        if let Some(file) = &self.seed_topics {
            discoverer = discoverer.known(Topics::read(file)?);
        }
        let desk = self.model.desk_if_any(options.desk(Desk::builder()))?;
        Ok(Job {
            articles: options.open(&self.inputs)?,
            desk: desk.build()?,
            options,
            discoverer,
            folder,
            language: self.language,
        })
    }
}

/// Topics ready to be found.
pub(crate) struct Job {
    options: GlobalOptions,
    articles: Articles,
    desk: Desk,
    discoverer: Discoverer,
    folder: WholeFolder,
    language: PageLanguage,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let bar = spinner(self.options.quiet);
        bar.set_message("reading, and looking for topics");
        let articles = Sifted::new(self.articles, &self.options);
        let found = self.discoverer.discover(&self.desk, articles);
        bar.finish_and_clear();
        let found = found?;
        write(&self.folder, &found, self.language)?;
        self.folder.finish()?;
        let report = found.report();
        if !report.not_found.is_empty() {
            let topics = report.not_found.join(", ");
            self.options.remark(format_args!(
                "no article is surely about these seed topics: {topics}"
            ));
        }
        self.options.remark(format_args!(
            "{} topics in {} articles; {} articles fit none of them",
            report.topics.len(),
            report.articles,
            report.outside
        ));
        Ok(())
    }
}

fn write(folder: &WholeFolder, found: &Discovery, language: PageLanguage) -> Result<()> {
    folder.write("topics.toml", found.topics_toml().as_bytes())?;
    folder.write("labels.tsv", &found.labels_tsv()?)?;
    folder.write("report.json", &notis::output::json_line(found.report())?)?;
    folder.write("report.html", found.report().page(language).as_bytes())
}
