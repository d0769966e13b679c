//! What a name names.

use serde::{Deserialize, Serialize};

/// The kinds that a reader tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Kind {
    /// A person, real or not; an animal with a name.
    Person,
    /// A company, an authority, a party, a team, a band.
    Organisation,
    /// A country, a municipality, a mountain, a street, a building.
    Place,
    /// What people made: a law, a book, a programme, a car.
    Product,
    /// A war, a festival, a match, a storm.
    Event,
    /// A word made of a name that names nothing itself: «oslomann», «Brann-treneren».
    Derived,
    /// Anything else: a disease, a species.
    Other,
}

impl Kind {
    /// All, in their order.
    pub const ALL: [Kind; 7] = [
        Kind::Person,
        Kind::Organisation,
        Kind::Place,
        Kind::Product,
        Kind::Event,
        Kind::Derived,
        Kind::Other,
    ];

    /// Its name in outputs.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Place => "place",
            Kind::Product => "product",
            Kind::Event => "event",
            Kind::Derived => "derived",
            Kind::Other => "other",
        }
    }

    /// The names of each kind that has any, at most so many of each: kinds in their order, names in that in which they come.
    pub fn grouped<T>(names: impl IntoIterator<Item = (T, Kind)>, most: usize) -> Vec<(Kind, Vec<T>)> {
        let mut groups = Kind::ALL.map(|kind| (kind, Vec::new()));
        for (name, kind) in names {
            let of_kind = &mut groups[kind as usize].1;
            if of_kind.len() < most {
                of_kind.push(name);
            }
        }
        groups
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .collect()
    }
}

/// The nine types of NorNE (Jørgensen et al. 2020), which are finer: a country is a place where something happens, or a
/// party that acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum EntityType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place that governs nobody: a mountain, a street, a building.
    Loc,
    /// A country, a municipality or another place that is governed, as a place: «i Norge».
    GpeLoc,
    /// The same as a party that acts: «Norge krever».
    GpeOrg,
    /// A product or a work.
    Prod,
    /// An event.
    Evt,
    /// A word derived from a name.
    Drv,
    /// Anything else.
    Misc,
}

impl EntityType {
    /// All, in the order of the labels.
    pub const ALL: [EntityType; 9] = [
        EntityType::Per,
        EntityType::Org,
        EntityType::Loc,
        EntityType::GpeLoc,
        EntityType::GpeOrg,
        EntityType::Prod,
        EntityType::Evt,
        EntityType::Drv,
        EntityType::Misc,
    ];

    /// Its name in NorNE.
    pub fn as_str(self) -> &'static str {
        match self {
            EntityType::Per => "PER",
            EntityType::Org => "ORG",
            EntityType::Loc => "LOC",
            EntityType::GpeLoc => "GPE_LOC",
            EntityType::GpeOrg => "GPE_ORG",
            EntityType::Prod => "PROD",
            EntityType::Evt => "EVT",
            EntityType::Drv => "DRV",
            EntityType::Misc => "MISC",
        }
    }

    /// The type of this name. `GPE` alone, of gold that does not tell the senses apart, is a place.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "GPE" => Some(EntityType::GpeLoc),
            _ => Self::ALL.into_iter().find(|known| known.as_str() == name),
        }
    }

    /// The kind it is of.
    pub fn kind(self) -> Kind {
        match self {
            EntityType::Per => Kind::Person,
            EntityType::Org => Kind::Organisation,
            EntityType::Loc | EntityType::GpeLoc | EntityType::GpeOrg => Kind::Place,
            EntityType::Prod => Kind::Product,
            EntityType::Evt => Kind::Event,
            EntityType::Drv => Kind::Derived,
            EntityType::Misc => Kind::Other,
        }
    }

    /// Of the seven types of NorNE that do not tell the senses of governed places apart.
    pub(crate) fn coarse(self) -> Self {
        match self {
            EntityType::GpeLoc => EntityType::Loc,
            EntityType::GpeOrg => EntityType::Org,
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_together_by_kind_in_the_order_they_come() {
        let names = [
            ("Odda", Kind::Place),
            ("Kari Dale", Kind::Person),
            ("Bergen", Kind::Place),
            ("Voss", Kind::Place),
            ("pest", Kind::Other),
        ];
        let expected = vec![
            (Kind::Person, vec!["Kari Dale"]),
            (Kind::Place, vec!["Odda", "Bergen"]),
            (Kind::Other, vec!["pest"]),
        ];
        assert_eq!(Kind::grouped(names, 2), expected);
    }

    #[test]
    fn kinds_stand_in_the_order_of_their_list() {
        assert!(
            Kind::ALL
                .iter()
                .enumerate()
                .all(|(at, kind)| *kind as usize == at)
        );
    }
}
