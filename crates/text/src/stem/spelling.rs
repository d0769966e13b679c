//! Spellings in which the written forms differ by rule.

/// Endings of a base in nynorsk, and what bokmål has for them.
const ENDINGS: [(&str, &str); 5] = [
    ("leghe", "lighe"),
    ("leg", "lig"),
    ("semd", "somhe"),
    ("løys", "løshe"),
    ("sam", "som"),
];

/// Spells a base the bokmål way where a rule tells it.
pub(super) fn unite(base: &mut String) {
    if base.starts_with("hv") {
        base.replace_range(..2, "kv");
    }
    soften(base);
    if base.len() < 6 {
        return;
    }
    if let Some((nynorsk, bokmal)) = ENDINGS.iter().find(|(nynorsk, _)| base.ends_with(nynorsk)) {
        base.replace_range(base.len() - nynorsk.len().., bokmal);
    }
}

/// «byggje» and «bygge», «tenkje» and «tenke»: the j before an ending is nynorsk's.
fn soften(base: &mut String) {
    if base.len() > 3 && (base.ends_with("gj") || base.ends_with("kj")) {
        base.pop();
    }
}

/// One consonant in the place of two at the end: «programmet» and «program», «tall» and «tal».
pub(super) fn single_last_consonant(base: &mut String) {
    let mut last = base.bytes().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && a.is_ascii_alphabetic()
        && base.len() > 3
    {
        base.pop();
    }
}
