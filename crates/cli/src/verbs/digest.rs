//! `notis digest`: the few sentences that say what an article says.

use std::path::PathBuf;

use crate::chat_args::ChatArgs;
use crate::dates::Dates;
use anyhow::Result;
use clap::ValueEnum;
use notis::columnar::Container;
use notis::print::{Answer, Kind, PrintOptions, Printer};
use notis::{Budget, Desk, Digest, Error, GroupDigest, Reading, Topics};

use crate::format::{FormatArgs, Layout};
use crate::global_options::GlobalOptions;
use crate::inflow::{Ends, InflowArgs};
use crate::kind_args::KindArgs;
use crate::model_args::ModelArgs;
use crate::output::Output;
use crate::stream::Stream;
use crate::table::{self, tabulate};

/// Write a short digest of each article
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  notis digest articles/ --sentences 3
  notis digest articles/ --bullets 3
  notis digest articles/ --by story --since 2026-11-27 --format markdown -o morning.md")]
pub(crate) struct Args {
    #[command(flatten)]
    inflow: InflowArgs,
    #[command(flatten)]
    model: ModelArgs,
    /// Add the topics defined in FILE to those of the model
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,
    #[command(flatten)]
    length: Length,
    /// How sentences are chosen: notis, lead, centroid, textrank, lexrank …; by what they mean: semantic; or written by
    /// a model: abstractive
    #[arg(long, value_name = "NAME", default_value = "notis")]
    method: String,
    /// With --method abstractive: print the extractive digest where the article does not support the written one
    #[arg(long)]
    strict: bool,
    /// Say what the title says, too: for digests that are read without it
    #[arg(long)]
    with_title: bool,
    /// Print every sentence as it stands, nothing trimmed or replaced
    #[arg(long)]
    verbatim: bool,
    /// One digest for each article, topic, date, week, month or story
    #[arg(long, value_enum, default_value_t = By::Article)]
    by: By,
    #[command(flatten)]
    dates: Dates,
    #[command(flatten)]
    kinds: KindArgs,
    #[command(flatten)]
    format: FormatArgs,
    // Last, for what stands behind it in the help would come under its heading.
    #[command(flatten)]
    chat: ChatArgs,
}

/// How long a digest is; without it, what an editor would choose for the length of the article.
#[derive(Debug, clap::Args)]
#[group(multiple = false)]
struct Length {
    /// Exactly N sentences, or all where there are fewer
    #[arg(long, value_name = "N")]
    sentences: Option<usize>,
    /// At most N words
    #[arg(long, value_name = "N")]
    words: Option<usize>,
    /// At most N characters
    #[arg(long, value_name = "N")]
    chars: Option<usize>,
    /// At most this share of the words of the running text, above 0 and at most 1
    #[arg(long, value_name = "R")]
    ratio: Option<f64>,
    /// N points of one clause each
    #[arg(long, value_name = "N", conflicts_with = "by")]
    bullets: Option<usize>,
    /// The title or, where there is none, the clause that carries the news
    #[arg(long, conflicts_with = "by")]
    headline: bool,
}

/// What a digest is.
#[derive(Clone, Copy)]
enum Shape {
    Sentences(Budget),
    Bullets(usize),
    Headline,
}

impl Length {
    fn shape(&self) -> Shape {
        match self.bullets {
            Some(count) => Shape::Bullets(count),
            None if self.headline => Shape::Headline,
            None => Shape::Sentences(self.budget()),
        }
    }

    fn budget(&self) -> Budget {
        let sentences = self.sentences.map(Budget::Sentences);
        let words = self.words.map(Budget::Words);
        let chars = self.chars.map(Budget::Chars);
        let ratio = self.ratio.map(Budget::Ratio);
        sentences.or(words).or(chars).or(ratio).unwrap_or(Budget::Auto)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    Article,
    Topic,
    Date,
    Week,
    Month,
    Story,
}

impl By {
    /// What unites articles; nothing where each stands for itself.
    fn group(self) -> Option<notis::By> {
        match self {
            By::Article => None,
            By::Topic => Some(notis::By::Topic),
            By::Date => Some(notis::By::Date),
            By::Week => Some(notis::By::Week),
            By::Month => Some(notis::By::Month),
            By::Story => Some(notis::By::Story),
        }
    }
}

impl Args {
    pub(crate) fn job(self, options: GlobalOptions) -> Result<Job> {
        self.dates.check()?;
        let format = self.format.checked()?;
        let ends = self.inflow.open(&options, format.layout())?;
        let desk = self.kinds.desk(options.desk(Desk::builder()))?;
        let desk = desk
            .method(self.method)
            .verbatim(self.verbatim)
            .with_title(self.with_title)
            .strict(self.strict);
        let (model, desk) = self.chat.desk(self.model, desk)?;
        let desk = model.desk_if_any(desk)?;
        let desk = match self.topics.as_deref().map(Topics::read).transpose()? {
            Some(topics) => desk.topics(topics),
            None => desk,
        };
        let desk = desk.build()?;
        Ok(Job {
            ends,
            options,
            prompts: self.chat.prompts_to_show()?,
            by: self.by,
            dates: self.dates,
            editor: Editor {
                desk,
                budget: self.length.budget(),
                shape: self.length.shape(),
                format,
                kinds: self.kinds.are_asked(),
            },
        })
    }
}

/// Digests ready to be made.
pub(crate) struct Job {
    options: GlobalOptions,
    ends: Ends,
    /// What is printed instead of digests where the prompts are asked for.
    prompts: Option<String>,
    by: By,
    dates: Dates,
    editor: Editor,
}

impl Job {
    pub(crate) fn run(self) -> Result<()> {
        let (inflow, mut output) = self.ends.opened(&self.options)?;
        if let Some(prompts) = self.prompts {
            output.print(prompts.as_bytes())?;
            return output.finish();
        }
        let stream = Stream::new(inflow, &self.options, &output);
        match (self.by.group(), self.editor.format.layout()) {
            (None, Layout::Printed(_)) => self.editor.each(stream, &self.dates, &mut output)?,
            (None, Layout::Table(container)) => {
                self.editor
                    .tabulate(container, stream, &self.dates, &mut output)?;
            }
            (Some(by), Layout::Printed(_)) => self.editor.groups(by, stream, &self.dates, &mut output)?,
            (Some(by), Layout::Table(container)) => {
                let groups = self.editor.grouped(by, stream, &self.dates)?;
                table::write(container, groups, &mut output)?;
            }
        }
        self.dates.close(&self.options)?;
        output.finish()
    }
}

/// Makes digests and prints them.
struct Editor {
    desk: Desk,
    budget: Budget,
    shape: Shape,
    format: FormatArgs,
    /// Whether names come with their kinds.
    kinds: bool,
}

impl Editor {
    fn digest(&self, reading: &Reading<'_>) -> Result<Digest, Error> {
        match self.shape {
            Shape::Sentences(budget) => reading.digest(budget),
            Shape::Bullets(count) => reading.bullets(count),
            Shape::Headline => reading.headline(),
        }
    }

    fn printer(&self, output: &Output) -> Result<Box<dyn Printer>> {
        let asked = PrintOptions {
            kinds: self.kinds,
            ..PrintOptions::default()
        };
        self.format.printer(output, asked)
    }

    /// Digests articles as they come, into a table.
    fn tabulate(
        &self,
        container: Container,
        stream: Stream<'_>,
        dates: &Dates,
        output: &mut Output,
    ) -> Result<()> {
        let row = |reading: &Reading<'_>| {
            let held = dates.hold(reading.article());
            held.then(|| self.digest(reading)).transpose()
        };
        tabulate(container, stream, &self.desk, output, row)
    }

    /// Digests articles as they come.
    fn each(&self, stream: Stream<'_>, dates: &Dates, output: &mut Output) -> Result<()> {
        let printer = self.printer(output)?;
        output.print(&printer.head(Kind::Digest)?)?;
        stream.run(
            &self.desk,
            |reading| {
                if !dates.hold(reading.article()) {
                    return Ok(Vec::new());
                }
                let digest = self.digest(reading)?;
                printer.article(reading.article(), &Answer::Digest(&digest))
            },
            |printed| output.print(&printed),
        )?;
        output.print(&printer.tail())
    }

    fn groups(&self, by: notis::By, stream: Stream<'_>, dates: &Dates, output: &mut Output) -> Result<()> {
        let printer = self.printer(output)?;
        output.print(&printer.head(Kind::Group)?)?;
        for digest in self.grouped(by, stream, dates)? {
            output.print(&printer.group(&digest)?)?;
        }
        output.print(&printer.tail())
    }

    /// Digests groups of articles. Of each article only what groups need stays in memory, not its text.
    fn grouped(&self, by: notis::By, stream: Stream<'_>, dates: &Dates) -> Result<Vec<GroupDigest>> {
        let mut items = Vec::new();
        stream.run(
            &self.desk,
            |reading| {
                let held = dates.hold(reading.article());
                held.then(|| reading.group_item(self.budget)).transpose()
            },
            |item| {
                items.extend(item);
                Ok(())
            },
        )?;
        Ok(notis::digest_groups(&items, by, self.budget)?)
    }
}
