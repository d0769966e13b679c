//! The forms of inputs. What reads each, and what it is called, is told by [the registry](crate::registry).

/// The form of a file of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// A Parquet file.
    Parquet,
    /// An Arrow IPC file or stream, or a Feather file of version 2.
    Arrow,
    /// A ZIP folder of files of any of these forms.
    Zip,
    /// A document of Word or LibreOffice, `.docx` or `.odt`.
    Document,
    /// The first sheet of a workbook, `.xlsx`.
    Workbook,
    /// A NITF document.
    Nitf,
    /// NewsML-G2: an item or a message of many.
    Newsml,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A web page.
    Html,
    /// One JSON object a line.
    Jsonl,
    /// JSON objects in an array, or one after the other over several lines.
    Json,
    /// A table with `,` or `;` between the cells.
    Csv,
    /// A table with tabs between the cells.
    Tsv,
    /// One article a file, with an optional ` date YYYY-MM` head.
    Txt,
}

impl Format {
    /// Every format, in the order in which inputs are tried for them.
    pub const ALL: [Format; 14] = [
        Format::Parquet,
        Format::Arrow,
        Format::Zip,
        Format::Document,
        Format::Workbook,
        Format::Nitf,
        Format::Newsml,
        Format::Feed,
        Format::Html,
        Format::Jsonl,
        Format::Json,
        Format::Csv,
        Format::Tsv,
        Format::Txt,
    ];
}
