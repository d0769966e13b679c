//! Whatever an article holds, every printer shows it as data: nothing acts on a terminal, JSON is JSON, XML is XML, a table
//! has its columns and no formulas.

use std::sync::LazyLock;

use notis::print::{Answer, Form, Kind, NinjsVersion, PrintOptions, Printer};
use notis::{Article, Budget, By, Desk, Error, Reading};

use crate::news::News;
use crate::{laws, model};

static DESK: LazyLock<Desk> = LazyLock::new(|| model::desk("notis", false));

/// The law of printers.
pub fn holds(news: News<'_>) {
    let article = news.article();
    let reading = DESK.read(&article).expect("without a neural model nothing fails");
    for form in [
        Form::Text,
        Form::Jsonl,
        Form::Csv,
        Form::Markdown,
        Form::Html,
        Form::Atom,
    ] {
        check_all(form, &*form.printer(PrintOptions::default()), &article, &reading);
    }
    for ninjs in NinjsVersion::ALL {
        let printer = Form::Ninjs.printer(PrintOptions {
            ninjs,
            ..PrintOptions::default()
        });
        check_all(Form::Ninjs, &*printer, &article, &reading);
    }
}

fn check_all(form: Form, printer: &dyn Printer, article: &Article, reading: &Reading<'_>) {
    let (digest, tags, analysis) = (
        reading.digest(Budget::Auto),
        reading.classification(true, true),
        reading.analysis(),
    );
    let digest = digest.expect("there is room for something");
    check(form, printer, Kind::Digest, || {
        printer.article(article, &Answer::Digest(&digest))
    });
    check(form, printer, Kind::Classification, || {
        printer.article(article, &Answer::Classification(&tags))
    });
    check(form, printer, Kind::Analysis, || {
        printer.article(article, &Answer::Analysis(&analysis))
    });
    let mut summary = notis::output::Summary::default();
    summary.add(article.date.as_deref(), &tags);
    check(form, printer, Kind::Summary, || printer.summary(&summary));
    let items = [reading
        .group_item(Budget::Auto)
        .expect("there is room for something")];
    for group in notis::digest_groups(&items, By::Date, Budget::Auto).expect("there is room for something") {
        check(form, printer, Kind::Group, || printer.group(&group));
    }
}

/// A form that has no place for an answer says so at its head.
fn check(form: Form, printer: &dyn Printer, kind: Kind, piece: impl FnOnce() -> Result<Vec<u8>, Error>) {
    let Ok(mut whole) = printer.head(kind) else {
        assert!(piece().is_err(), "{form:?} {kind:?}");
        return;
    };
    whole.extend(piece().expect("what has a head has pieces"));
    whole.extend(printer.tail());
    let whole = String::from_utf8(whole).expect("every form is text");
    // The separator of a spreadsheet's line may be two characters.
    let acting = whole.replace("\r\n", "\n").chars().find(|&c| laws::acts(c));
    assert!(
        acting.is_none() || is_json(form) && !acting.is_some_and(char::is_control),
        "{form:?} {kind:?}: {whole:?}"
    );
    match form {
        Form::Jsonl | Form::Ninjs => whole.lines().for_each(is_object),
        Form::Csv => is_table(&whole),
        Form::Atom => is_xml(&whole),
        Form::Html => has_our_tags_only(&whole),
        _ => {}
    }
}

fn is_json(form: Form) -> bool {
    matches!(form, Form::Jsonl | Form::Ninjs)
}

fn is_object(line: &str) {
    let value: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
    assert!(value.is_object());
}

/// Rows of equal length without formulas.
fn is_table(text: &str) {
    let mut table = csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(text.as_bytes());
    for row in table.records() {
        let row = row.expect("rows have equal lengths");
        let is_number = |cell: &str| cell.replace(',', ".").parse::<f64>().is_ok();
        let formula = row
            .iter()
            .find(|cell| cell.starts_with(['=', '+', '-', '@']) && !is_number(cell));
        assert!(formula.is_none(), "{formula:?}");
    }
}

fn is_xml(text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut depth = 0_i32;
    loop {
        match reader.read_event().expect("it is well-formed") {
            quick_xml::events::Event::Start(_) => depth += 1,
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}

/// Every tag of our pages.
const TAGS: [&str; 51] = [
    "!doctype",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "link",
    "body",
    "main",
    "article",
    "section",
    "header",
    "footer",
    "nav",
    "div",
    "h1",
    "h2",
    "h3",
    "p",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "details",
    "summary",
    "figure",
    "blockquote",
    "a",
    "mark",
    "time",
    "span",
    "strong",
    "em",
    "b",
    "i",
    "small",
    "sup",
    "cite",
    "code",
    "abbr",
];

/// Whatever comes from an article opens and closes no tag of its own.
fn has_our_tags_only(text: &str) {
    for tag in text.split('<').skip(1) {
        let name = tag
            .trim_start_matches('/')
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '!')
            .next();
        let name = name.unwrap_or_default().to_ascii_lowercase();
        assert!(TAGS.contains(&&*name), "<{name}> in {text}");
    }
}
