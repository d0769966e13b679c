//! Which of the mentions found in an article count.

use super::mention::{Mention, Role};

/// Drops what look-alikes cover, what lies inside a longer mention, and short forms without their context;
/// `is_ambiguous` tells those by the number of their pattern.
pub(super) fn settle(mut found: Vec<Mention>, is_ambiguous: impl Fn(u32) -> bool) -> Vec<Mention> {
    let order = |m: &Mention| {
        (
            m.topic,
            !m.in_title,
            m.span.start,
            usize::MAX - m.span.end,
            m.role,
        )
    };
    found.sort_by_key(order);
    let mut kept: Vec<Mention> = Vec::with_capacity(found.len());
    for of_topic in found.chunk_by(|a, b| a.topic == b.topic) {
        let begin = kept.len();
        let look_alikes = look_alikes(of_topic);
        let has_context = of_topic.iter().any(|m| m.role == Role::Context);
        let dropped = |m: &Mention| !has_context && is_ambiguous(m.pattern);
        for mention in of_topic.iter().filter(|m| counts(m.role) && !dropped(m)) {
            let inside = kept[begin..].last().is_some_and(|k| covers(k, mention));
            if !inside && !is_covered_by(mention, &look_alikes) {
                kept.push(*mention);
            }
        }
    }
    kept
}

/// The look-alikes among one topic's mentions, without those that overlap an earlier one.
fn look_alikes(of_topic: &[Mention]) -> Vec<Mention> {
    let mut kept: Vec<Mention> = Vec::new();
    for mention in of_topic.iter().filter(|m| m.role == Role::Exclude) {
        if !kept.last().is_some_and(|k| overlap(k, mention)) {
            kept.push(*mention);
        }
    }
    kept
}

fn is_covered_by(mention: &Mention, look_alikes: &[Mention]) -> bool {
    let before = |e: &Mention| (!e.in_title, e.span.end) <= (!mention.in_title, mention.span.start);
    let next = look_alikes.get(look_alikes.partition_point(before));
    next.is_some_and(|e| overlap(e, mention))
}

/// Whether mentions with this role are told to the caller.
fn counts(role: Role) -> bool {
    !matches!(role, Role::Context | Role::Exclude)
}

fn overlap(a: &Mention, b: &Mention) -> bool {
    a.in_title == b.in_title && a.span.start < b.span.end && b.span.start < a.span.end
}

/// Whether `kept` makes `mention` needless: both tell the same thing of overlapping words.
fn covers(kept: &Mention, mention: &Mention) -> bool {
    let rule = |m: &Mention| matches!(m.role, Role::Always | Role::Never);
    overlap(kept, mention) && rule(kept) == rule(mention)
}
