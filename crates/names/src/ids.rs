//! What names go by in Wikidata, where a list tells.

use rustc_hash::FxHashMap;

use crate::{EntityType, Error, Kind};

/// Names, each with its kind and its number in Wikidata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WikidataIds {
    /// No id for a name that stands for several things of one kind.
    ids: FxHashMap<(String, Kind), Option<String>>,
}

/// What stands between the parts of a line.
const BETWEEN: char = '\t';

impl WikidataIds {
    /// Reads a list: a line a name, the name, its kind (`place`, or a type of NorNE) and its id, a tab between them. Empty
    /// lines, and those that begin with `#`, say nothing. A name that the list gives two ids of one kind has none.
    ///
    /// ```
    /// use notis_names::{Kind, WikidataIds};
    /// let ids = WikidataIds::read("stader.tsv", "Oslo\tplace\tQ585\nNoreg\tGPE_LOC\tQ20\n")?;
    /// assert_eq!(ids.of("Noreg", Kind::Place), Some("Q20"));
    /// assert_eq!(ids.of("Oslo", Kind::Person), None);
    /// # Ok::<(), notis_names::Error>(())
    /// ```
    ///
    /// # Errors
    /// Where a line is none of these, or there is no name.
    pub fn read(file: &str, text: &str) -> Result<Self, Error> {
        let mut list = WikidataIds::default();
        for (line, number) in text.lines().zip(1..) {
            let line = line.strip_prefix('\u{feff}').unwrap_or(line).trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, kind, id) = parts(line).map_err(|what| Error::Ids {
                file: file.to_owned(),
                line: number,
                what,
            })?;
            let known = list.ids.entry((name.to_owned(), kind));
            let known = known.or_insert_with(|| Some(id.to_owned()));
            if known.as_deref() != Some(id) {
                *known = None;
            }
        }
        match list.ids.len() {
            0 => Err(Error::NoIds(file.to_owned())),
            _ => Ok(list),
        }
    }

    /// These and those of another list, which has the last word.
    #[must_use]
    pub fn and(mut self, other: WikidataIds) -> Self {
        self.ids.extend(other.ids);
        self
    }

    /// The id of a name that names something of this kind.
    pub fn of(&self, name: &str, kind: Kind) -> Option<&str> {
        self.ids.get(&(name.to_owned(), kind))?.as_deref()
    }
}

/// The name, the kind and the id of a line.
fn parts(line: &str) -> Result<(&str, Kind, &str), String> {
    let parts: Vec<&str> = line.split(BETWEEN).map(str::trim).collect();
    let &[name, kind, id] = parts.as_slice() else {
        let count = parts.len();
        return Err(format!(
            "{count} cells; write a name, its kind and its Wikidata id with tabs between them"
        ));
    };
    if name.is_empty() {
        return Err("the name is missing".to_owned());
    }
    let kind = kind_of(kind).ok_or_else(|| {
        let known = Kind::ALL.map(Kind::as_str).join(", ");
        format!("«{kind}» is not a kind; write one of {known}, or a type of NorNE")
    })?;
    match is_id(id) {
        true => Ok((name, kind, id)),
        false => Err(format!(
            "«{id}» is not a Wikidata id; one is a Q and a number: Q585"
        )),
    }
}

fn kind_of(name: &str) -> Option<Kind> {
    let mut kinds = Kind::ALL.into_iter();
    kinds
        .find(|kind| kind.as_str() == name)
        .or_else(|| EntityType::named(name).map(EntityType::kind))
}

/// Whether it is a Q and a number that begins with no zero.
fn is_id(id: &str) -> bool {
    let number = id.strip_prefix('Q').unwrap_or_default();
    !number.is_empty() && !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<WikidataIds, String> {
        WikidataIds::read("a.tsv", text).map_err(|error| error.to_string())
    }

    #[test]
    fn a_name_of_two_things_has_no_id_and_the_last_list_has_the_last_word() {
        let ids =
            read("# stader\nSande\tplace\tQ1\nSande\tplace\tQ2\n\nOslo\tplace\tQ585\nOslo\tplace\tQ585\n")
                .unwrap();
        assert_eq!(ids.of("Sande", Kind::Place), None);
        assert_eq!(ids.of("Oslo", Kind::Place), Some("Q585"));
        let both = ids.and(read("Sande\tplace\tQ2\n").unwrap());
        assert_eq!(both.of("Sande", Kind::Place), Some("Q2"));
        assert_eq!(both.of("Oslo", Kind::Place), Some("Q585"));
    }

    #[test]
    fn a_bad_line_is_named() {
        for (text, told) in [
            ("Oslo\tplace\n", "a.tsv, line 1: 2 cells"),
            (
                "Oslo\tplace\tQ585\nOslo\tby\tQ585\n",
                "line 2: «by» is not a kind",
            ),
            ("Oslo\tplace\t585\n", "«585» is not a Wikidata id"),
            ("Oslo\tplace\tQ0\n", "«Q0» is not"),
            ("\tplace\tQ585\n", "the name is missing"),
            ("# ingen\n", "a.tsv: no name in it"),
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains(told), "{error}");
        }
    }
}
