//! Where the articles of a verb come from: inputs that are there, or a folder that is watched; less what an earlier run
//! has done.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use notis::print::Form;
use notis::{Article, Articles, Error, Meter};

use crate::follow::Follow;
use crate::format::Layout;
use crate::global_options::GlobalOptions;
use crate::output::Output;
use crate::resume::Resumed;

/// Articles that come while the run goes on, and runs that go on where another ended.
#[derive(Debug, clap::Args)]
pub(crate) struct InflowArgs {
    /// Files or folders of articles, or - for standard input
    #[arg(
        required_unless_present = "follow",
        conflicts_with = "follow",
        value_name = "INPUT"
    )]
    inputs: Vec<PathBuf>,
    /// Read what is in FOLDER, then what comes into it, until interrupted (Ctrl-C)
    #[arg(long, value_name = "FOLDER")]
    follow: Option<PathBuf>,
    /// Go on with the file of -o where a run ended: it grows in place, and articles whose results it holds are passed over
    #[arg(long)]
    resume: bool,
}

impl InflowArgs {
    /// The articles and the place of their results.
    pub(crate) fn open(&self, options: &GlobalOptions, layout: Layout) -> Result<Ends> {
        let resumed = self.resumed(options, layout)?;
        ensure!(
            self.follow.is_none() || !matches!(layout, Layout::Table(_)),
            "--follow gives each result as its article comes, and a table is whole at its end alone; choose --format jsonl"
        );
        let mut inflow = match &self.follow {
            Some(folder) => Inflow::of_folder(Follow::new(folder, options)?),
            None => Inflow::from(options.open(&self.inputs)?),
        };
        let output = match resumed {
            Some(resumed) => {
                let (output, done) = resumed.split();
                inflow.articles = Box::new(inflow.articles.filter(move |article| !done.holds(article)));
                Some(output)
            }
            None => None,
        };
        Ok(Ends { inflow, output })
    }

    fn resumed(&self, options: &GlobalOptions, layout: Layout) -> Result<Option<Resumed>> {
        if !self.resume {
            return Ok(None);
        }
        let file = options.output.as_deref();
        let file = file.context("--resume goes on with the file of an earlier run; name it with -o FILE")?;
        ensure!(
            layout == Layout::Printed(Form::Jsonl),
            "--resume tells by the lines of a file what is done; add --format jsonl"
        );
        Resumed::open(file).map(Some)
    }
}

/// Both ends of a run.
pub(crate) struct Ends {
    inflow: Inflow,
    /// A file that grows; without it results go where the flags say.
    output: Option<Output>,
}

impl Ends {
    /// The articles, and the output opened: what comes one by one goes out one by one.
    pub(crate) fn opened(self, options: &GlobalOptions) -> Result<(Inflow, Output)> {
        let output = match self.output {
            Some(growing) => growing,
            None => Output::open(options.output.as_deref())?,
        };
        let live = self.inflow.live;
        Ok((self.inflow, if live { output.at_once() } else { output }))
    }
}

/// Articles on their way in.
pub(crate) struct Inflow {
    pub(crate) articles: Box<dyn Iterator<Item = Result<Article, Error>> + Send>,
    /// How much of them has been read, where that can be told.
    pub(crate) meter: Option<Meter>,
    /// Whether they come one by one, so that none may wait for the next.
    pub(crate) live: bool,
}

impl From<Articles> for Inflow {
    fn from(articles: Articles) -> Self {
        Inflow {
            meter: Some(articles.meter()),
            live: articles.is_live(),
            articles: Box::new(articles),
        }
    }
}

impl Inflow {
    fn of_folder(follow: Follow) -> Self {
        Inflow {
            articles: Box::new(follow),
            meter: None,
            live: true,
        }
    }
}
