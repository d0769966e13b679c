//! RSS, Atom and JSON Feed: one article an item, HTML in its fields unpacked.

use feed_rs::model::{Entry, Feed as Document, Text};

use super::ninjs::written_form;
use super::{Reader, Records, once_each};
use crate::hints::Composer;
use crate::input::Input;
use crate::markup::{self, is_markup};
use crate::uri::id_of;
use crate::{Article, Error, Place, ReadOptions, detect};

/// Reads feeds.
pub(crate) struct Feed;

impl Reader for Feed {
    fn endings(&self) -> &'static [&'static str] {
        &["feed", "rss", "atom", "rdf"]
    }

    fn sniff(&self, head: &[u8]) -> bool {
        let root = detect::root(head);
        root.is_some_and(|root| ["rss", "feed", "RDF"].contains(&root)) || detect::is_json_feed(head)
    }

    fn open(&self, mut input: Input, options: &ReadOptions) -> Result<Records, Error> {
        let place = input.place();
        let bytes = input.read_whole(options)?;
        let feed = feed_rs::parser::parse(&bytes[..]).map_err(|error| Error::Broken {
            place: place.clone(),
            what: "feed",
            reason: error.to_string(),
        })?;
        let about = About::of(&feed, options);
        let entries = feed.entries.into_iter();
        Ok(Box::new(entries.map(move |entry| article(entry, &about, &place))))
    }
}

/// What a feed says of all its items.
struct About {
    source: Option<String>,
    lang: Option<String>,
    /// Whose categories are labels; nothing is all of them.
    scheme: Option<String>,
}

impl About {
    fn of(feed: &Document, options: &ReadOptions) -> Self {
        About {
            source: feed.title.as_ref().map(|title| markup::plain(&title.content)),
            lang: feed.language.as_deref().and_then(written_form),
            scheme: options.label_field.clone(),
        }
    }
}

fn article(entry: Entry, about: &About, place: &Place) -> Result<Article, Error> {
    let of_text = |text: Option<Text>| text.map(|text| text.content);
    let body = entry.content.and_then(|content| content.body);
    let body = body.or_else(|| of_text(entry.summary)).unwrap_or_default();
    let (text, hints) = unpacked(&body, place, &entry.id)?;
    let authors: Vec<_> = entry
        .authors
        .into_iter()
        .filter_map(|person| person.name)
        .collect();
    let labels = entry
        .categories
        .into_iter()
        .filter(|category| about.scheme.is_none() || category.scheme == about.scheme)
        .map(|category| category.label.unwrap_or(category.term));
    let labels = once_each(labels.collect());
    Ok(Article {
        id: id_of(&entry.id),
        text,
        hints,
        title: of_text(entry.title).map(|title| markup::plain(&title)),
        date: entry.published.or(entry.updated).map(|date| date.to_rfc3339()),
        lang: entry
            .language
            .as_deref()
            .and_then(written_form)
            .or_else(|| about.lang.clone()),
        source: about.source.clone(),
        author: (!authors.is_empty()).then(|| authors.join(", ")),
        url: entry.links.into_iter().next().map(|link| link.href),
        labels: (!labels.is_empty()).then_some(labels),
        ..Article::default()
    })
}

fn unpacked(body: &str, place: &Place, id: &str) -> Result<(String, Vec<crate::Hint>), Error> {
    if !is_markup(body) {
        return Ok((markup::plain(body), Vec::new()));
    }
    let mut composer = Composer::default();
    match markup::compose(body, &mut composer) {
        true => Ok(composer.finish()),
        false => Err(Error::TooDeep {
            place: place.clone().of(id),
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::HintKind;

    fn read(text: &str) -> Vec<Article> {
        read_with(text, &ReadOptions::default())
    }

    fn read_with(text: &str, options: &ReadOptions) -> Vec<Article> {
        let bytes = Box::new(Cursor::new(text.as_bytes().to_vec()));
        let input = Input::of_bytes(bytes, "strøm".into(), "strøm", options).unwrap();
        let records = crate::registry::records(input, None, options).unwrap();
        records.map(Result::unwrap).collect()
    }

    const RSS: &str = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Fjordavisa</title>\
        <language>nn</language><item><title>Ferja &amp; kaia</title><link>https://avisa.example/1</link>\
        <guid>sak-1</guid><pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><category>Samferdsel</category>\
        <description>&lt;h2&gt;Kai&lt;/h2&gt;&lt;p&gt;Ho ligg.&lt;/p&gt;</description></item>\
        <item><title>Snø</title><guid>sak-2</guid><description>Det snør.</description></item></channel></rss>";

    #[test]
    fn an_rss_file_is_its_items() {
        let articles = read(RSS);
        assert_eq!(articles.len(), 2);
        let first = &articles[0];
        assert_eq!(
            (first.id.as_str(), first.text.as_str()),
            ("sak-1", "Kai\n\nHo ligg.")
        );
        assert_eq!(first.hints[0].kind, HintKind::Heading);
        assert_eq!(first.title.as_deref(), Some("Ferja & kaia"));
        assert_eq!(first.date.as_deref(), Some("2024-05-03T08:00:00+00:00"));
        assert_eq!(first.source.as_deref(), Some("Fjordavisa"));
        assert_eq!(first.lang.as_deref(), Some("nn"));
        assert_eq!(first.url.as_deref().map(|url| url.ends_with("/1")), Some(true));
        assert_eq!(first.labels, Some(vec!["Samferdsel".into()]));
        assert_eq!(articles[1].text, "Det snør.");
        assert_eq!(articles[1].labels, None);
    }

    #[test]
    fn labels_may_be_the_categories_of_one_domain() {
        let options = ReadOptions {
            label_field: Some("tema".into()),
            ..ReadOptions::default()
        };
        let rss = RSS.replace(
            "<category>",
            "<category domain=\"tema\">Ferje</category><category domain=\"stad\">",
        );
        assert_eq!(read_with(&rss, &options)[0].labels, Some(vec!["Ferje".into()]));
        assert_eq!(
            read(&rss)[0].labels,
            Some(vec!["Ferje".into(), "Samferdsel".into()])
        );
    }

    #[test]
    fn atom_and_json_feed_are_feeds_too() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title><id>f</id><updated>2024-05-03T10:00:00Z\
            </updated><entry><id>e1</id><title>Sol</title><updated>2024-05-03T10:00:00Z</updated>\
            <author><name>Siri Moe</name></author><content type=\"html\">&lt;p&gt;Sola skein.&lt;/p&gt;</content></entry></feed>";
        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"A","items":[{"id":"e1","title":"Sol",
            "content_html":"<p>Sola skein.</p>","date_published":"2024-05-03T10:00:00Z","authors":[{"name":"Siri Moe"}]}]}"#;
        for feed in [atom, json] {
            let article = read(feed).remove(0);
            assert_eq!(
                (article.id.as_str(), article.text.as_str()),
                ("e1", "Sola skein.")
            );
            assert_eq!(article.author.as_deref(), Some("Siri Moe"));
            assert_eq!(article.date.as_deref(), Some("2024-05-03T10:00:00+00:00"));
        }
    }
}
