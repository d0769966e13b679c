//! What a word is within a name: begins it, goes on with it, or stands outside of any.

use std::ops::Range;

use crate::EntityType;

/// 0 is outside; a type that begins has an odd number, one that goes on the even number behind it.
pub(crate) type Label = u8;

/// Outside of any name.
pub(crate) const OUTSIDE: Label = 0;

/// How many labels there are.
pub(crate) const LABELS: usize = 2 * EntityType::ALL.len() + 1;

/// Room for them, a whole number of vector registers.
pub(crate) const WIDTH: usize = 20;

/// A number for each label, and zeros behind.
pub(crate) type PerLabel<T> = [T; WIDTH];

/// The label of a word that begins a name of this type.
pub(crate) fn begins(entity: EntityType) -> Label {
    entity as Label * 2 + 1
}

/// The label of a further word of it.
pub(crate) fn goes_on(entity: EntityType) -> Label {
    begins(entity) + 1
}

/// The type behind a label.
pub(crate) fn entity(label: Label) -> Option<EntityType> {
    EntityType::ALL
        .get(usize::from(label.checked_sub(1)?) / 2)
        .copied()
}

/// Whether a label may stand behind another, or open a sentence where that is `None`: nothing goes on that did not begin.
pub(crate) fn may_follow(before: Option<usize>, label: usize) -> bool {
    let goes_on = label > 0 && label.is_multiple_of(2);
    !goes_on || before.is_some_and(|before| before == label || before + 1 == label)
}

/// A name among the words of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Its words.
    pub words: Range<usize>,
    /// What it names.
    pub entity: EntityType,
}

/// The names that labels tell. A word that goes on with what did not begin begins it, as evaluations of names count it.
pub(crate) fn entities(labels: &[Label]) -> Vec<Entity> {
    let mut found: Vec<Entity> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let Some(entity) = entity(label) else { continue };
        match found.last_mut() {
            Some(last) if label == goes_on(entity) && last.words.end == at && last.entity == entity => {
                last.words.end += 1;
            }
            _ => found.push(Entity {
                words: at..at + 1,
                entity,
            }),
        }
    }
    found
}

/// How often each type was met.
pub(crate) type EntityCounts = [u32; EntityType::ALL.len()];

/// The type that was met most often, the first of equals.
pub(crate) fn commonest(counts: &EntityCounts) -> Option<EntityType> {
    let known = EntityType::ALL.into_iter().zip(counts).rev();
    known
        .filter(|(_, count)| **count > 0)
        .max_by_key(|(_, count)| **count)
        .map(|(entity, _)| entity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_of_a_type_side_by_side_stay_two() {
        let (begin, on) = (begins(EntityType::Per), goes_on(EntityType::Per));
        let found = entities(&[begin, on, begin, OUTSIDE, on]);
        let words: Vec<_> = found.iter().map(|entity| entity.words.clone()).collect();
        assert_eq!(words, [0..2, 2..3, 4..5]);
    }

    #[test]
    fn a_name_goes_on_with_its_own_type_alone() {
        let [person, place] = [EntityType::Per, EntityType::Loc];
        assert!(may_follow(Some(begins(person).into()), goes_on(person).into()));
        assert!(may_follow(Some(goes_on(person).into()), goes_on(person).into()));
        assert!(!may_follow(Some(begins(place).into()), goes_on(person).into()));
        assert!(!may_follow(None, goes_on(person).into()));
        assert!(may_follow(None, begins(place).into()));
    }
}
