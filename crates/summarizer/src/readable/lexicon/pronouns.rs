//! Pronouns and demonstratives.

pub(super) const SINGULAR_SUBJECTS: &str = "han hun ho";

pub(super) const SINGULAR_OBJECTS: &str = "ham honom henne";

pub(super) const THEY: &str = "de dei";

pub(super) const PLURAL_OBJECTS: &str = "dem deim";

pub(super) const POSSESSIVES: &str = "hans hennes hennar deres deira deires";

pub(super) const FIRST_PERSON: &str = "jeg eg meg min mi mitt mine me";

pub(super) const WE_OR_YOU: &str = "vi oss vår vårt våre vårs du deg din ditt dine dere dykk";

pub(super) const DEMONSTRATIVES: &str = "dette denne disse desse den slik slike slikt sånn sånne sånt sådan \
    sistnevnte sistnemnde sistnemnte førstnevnte førstnemnde førstnemnte begge ingen samme same vedkommende vedkomande";

pub(super) const POINTED_AT: &str =
    "dette disse desse det denne den han ham honom hun henne ho dem dei begge da då";
