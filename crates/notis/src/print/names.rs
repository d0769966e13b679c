//! Names with their kinds, beneath a digest.

use crate::NameKind;
use crate::output::{Digest, GroupDigest};

/// Names that are told beneath a digest.
const TOLD: usize = 8;

/// The names of a digest; empty where kinds are not asked for.
pub(super) fn of_digest(digest: &Digest) -> String {
    told(digest.names_with_kinds())
}

/// The names of a group; empty where kinds are not asked for.
pub(super) fn of_group(group: &GroupDigest) -> String {
    told(group.names_with_kinds())
}

/// «Kari Dale (person), Bergen (place)»
fn told<'a>(names: impl Iterator<Item = (&'a str, NameKind)>) -> String {
    let told = names
        .take(TOLD)
        .map(|(name, kind)| format!("{name} ({})", kind.as_str()));
    told.collect::<Vec<_>>().join(", ")
}
