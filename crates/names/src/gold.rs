//! Gold: sentences whose names people have marked, in CoNLL-U as NorNE has them, or a word and a label a line.

use crate::label::{Label, OUTSIDE, begins, goes_on};
use crate::{EntityType, Error};

/// A text whose names are marked.
#[derive(Clone, Debug, Default)]
pub struct GoldDocument {
    /// Its sentences.
    pub sentences: Vec<GoldSentence>,
}

/// A sentence whose names are marked.
#[derive(Clone, Debug, Default)]
pub struct GoldSentence {
    /// Its words and marks.
    pub words: Vec<String>,
    /// What stands between a word and the next: whether there is a space.
    pub spaces: Vec<bool>,
    pub(crate) labels: Vec<Label>,
}

/// What opens the comment in front of a new text in CoNLL-U.
const NEW_DOCUMENT: &str = "# newdoc";
/// What opens the label among the remarks of a word.
const NAME: &str = "name=";
/// The word that NDT ends a heading with: no part of the text.
const HEADING_END: &str = "|";

/// Reads gold: CoNLL-U with `name=B-PER` among the remarks of a word (its tenth column), or lines of two columns, a word
/// and its label. An empty line ends a sentence, `# newdoc` opens a text.
///
/// ```
/// let gold = "Kari\tB-PER\nDale\tI-PER\nsyng\tO\n\nVoss\tB-GPE_LOC\nventar\tO\n";
/// let documents = notis_names::read_gold("gull.tsv", gold)?;
/// assert_eq!(documents[0].sentences[1].words, ["Voss", "ventar"]);
/// # Ok::<(), notis_names::Error>(())
/// ```
///
/// # Errors
/// Where a line has no label, or one that is not known.
pub fn read_gold(file: &str, text: &str) -> Result<Vec<GoldDocument>, Error> {
    let mut documents = vec![GoldDocument::default()];
    let mut sentence = GoldSentence::default();
    for (line, number) in text.lines().zip(1..) {
        let wrong = |what| Error::Gold {
            file: file.to_owned(),
            line: number,
            what,
        };
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        if line.trim().is_empty() {
            end(&mut sentence, &mut documents);
        } else if line.starts_with(NEW_DOCUMENT) {
            end(&mut sentence, &mut documents);
            documents.push(GoldDocument::default());
        } else if !is_comment(line) {
            sentence.read(line).map_err(wrong)?;
        }
    }
    end(&mut sentence, &mut documents);
    documents.retain(|document| !document.sentences.is_empty());
    if documents.is_empty() {
        return Err(Error::NoGold(file.to_owned()));
    }
    Ok(documents)
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#') && !line.starts_with("#\t")
}

fn end(sentence: &mut GoldSentence, documents: &mut [GoldDocument]) {
    let ended = std::mem::take(sentence);
    if let Some(document) = documents.last_mut()
        && !ended.words.is_empty()
    {
        document.sentences.push(ended);
    }
}

impl GoldSentence {
    /// Reads the line of a word.
    fn read(&mut self, line: &str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let (word, label, remarks) = match columns[..] {
            [word, label] => (word, Some(label), ""),
            [number, word, .., remarks] if columns.len() == 10 => {
                if number.contains(['-', '.']) {
                    return Ok(());
                }
                (
                    word,
                    remarks.split('|').find_map(|remark| remark.strip_prefix(NAME)),
                    remarks,
                )
            }
            _ => {
                return Err(format!(
                    "{} columns; a word has 10 (CoNLL-U) or 2 (word, label)",
                    columns.len()
                ));
            }
        };
        if word == HEADING_END {
            return Ok(());
        }
        let label = label.ok_or_else(|| format!("the word «{word}» has no {NAME}… among its remarks"))?;
        self.labels.push(self.label(label)?);
        self.words.push(word.to_owned());
        self.spaces
            .push(!remarks.split('|').any(|remark| remark == "SpaceAfter=No"));
        Ok(())
    }

    fn label(&self, written: &str) -> Result<Label, String> {
        let unknown = || {
            let known = EntityType::ALL.map(EntityType::as_str).join(", ");
            format!("unknown label «{written}»; labels are O, B-TYPE and I-TYPE, and types are GPE, {known}")
        };
        if written == "O" {
            return Ok(OUTSIDE);
        }
        let (place, name) = written.split_once('-').ok_or_else(unknown)?;
        let entity = EntityType::named(name).ok_or_else(unknown)?;
        let before = self.labels.last().map(|&label| usize::from(label));
        match place {
            "B" => Ok(begins(entity)),
            "I" if crate::label::may_follow(before, goes_on(entity).into()) => Ok(goes_on(entity)),
            // What goes on without having begun, as in gold of IOB1.
            "I" => Ok(begins(entity)),
            _ => Err(unknown()),
        }
    }

    /// Its words as they stand in a text.
    pub(crate) fn text(&self) -> (String, Vec<notis_text::Span>) {
        let mut text = String::new();
        let mut spans = Vec::with_capacity(self.words.len());
        for (word, &space) in self.words.iter().zip(&self.spaces) {
            let start = text.len();
            text.push_str(word);
            spans.push(notis_text::Span::new(start, text.len()));
            if space {
                text.push(' ');
            }
        }
        (text.trim_end().to_owned(), spans)
    }

    /// How many names begin in it.
    pub fn names(&self) -> usize {
        crate::label::entities(&self.labels).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(sentence: &GoldSentence) -> Vec<Option<EntityType>> {
        sentence
            .labels
            .iter()
            .map(|&label| crate::label::entity(label))
            .collect()
    }

    const LINE: &str = "1\tKari\tKari\tPROPN\t_\t_\t2\tnsubj\t_\tSpaceAfter=No|name=B-PER\n";

    #[test]
    fn conllu_is_read_with_its_spaces_and_documents() {
        let text = format!("# newdoc id = a\n# text = Kari\n{LINE}\n# newdoc id = b\n{LINE}\n");
        let documents = read_gold("a.conllu", &text).unwrap();
        assert_eq!(documents.len(), 2);
        let sentence = &documents[1].sentences[0];
        assert_eq!(types(sentence), [Some(EntityType::Per)]);
        assert_eq!(sentence.spaces, [false]);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, said) in [
            ("Voss\tB-PLACE\n", "gull.tsv, line 1: unknown label «B-PLACE»"),
            ("Kari\tB-PER\n\nVoss\n", "gull.tsv, line 3: 1 columns"),
            (
                "1\tKari\t_\t_\t_\t_\t_\t_\t_\t_\n",
                "gull.tsv, line 1: the word «Kari» has no name=",
            ),
            ("\n# newdoc\n", "gull.tsv: no sentence"),
        ] {
            let error = read_gold("gull.tsv", text).unwrap_err().to_string();
            assert!(error.starts_with(said), "{error}");
        }
    }

    #[test]
    fn a_text_is_what_its_words_and_spaces_make() {
        let mut sentence = GoldSentence::default();
        sentence
            .read("1\tVoss\t_\t_\t_\t_\t_\t_\t_\tname=B-GPE_LOC")
            .unwrap();
        sentence
            .read("2\tventar\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|name=O")
            .unwrap();
        sentence.read("3\t.\t_\t_\t_\t_\t_\t_\t_\tname=O").unwrap();
        let (text, spans) = sentence.text();
        assert_eq!(text, "Voss ventar.");
        assert_eq!(spans[2].of(&text), ".");
    }
}
