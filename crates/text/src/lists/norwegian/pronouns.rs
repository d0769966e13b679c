//! Pronouns and demonstratives, folded.

/// Pronouns of the third person that stand for one human, as a subject.
pub const SINGULAR_SUBJECTS: &str = "han hun ho";

/// Pronouns of the third person that stand for one human, as an object.
pub const SINGULAR_OBJECTS: &str = "ham honom henne";

/// «de», which is a pronoun or an article.
pub const THEY: &str = "de dei";

/// Pronouns for several, as an object.
pub const PLURAL_OBJECTS: &str = "dem deim";

/// Possessive pronouns of the third person.
pub const POSSESSIVES: &str = "hans hennes hennar deres deira deires";

/// Pronouns of the first person: their speaker is not the reporter.
pub const FIRST_PERSON: &str = "jeg eg meg min mi mitt mine me";

/// Pronouns of the first person plural or the second person.
pub const WE_OR_YOU: &str = "vi oss vår vårt våre vårs du deg din ditt dine dere dykk";

/// Pronouns of the second person: whoever is spoken to.
pub const YOU: &str = "du deg din ditt dine dere dykk";

/// Demonstratives, and articles that may be one.
pub const DEMONSTRATIVES: &str = "dette denne disse desse den slik slike slikt sånn sånne sånt sådan sistnevnte sistnemnde sistnemnte førstnevnte \
    førstnemnde førstnemnte begge ingen samme same vedkommende vedkomande";

/// They make a preposition point back: «etter det», «av disse», «med ham».
pub const POINTED_AT: &str = "dette disse desse det denne den han ham honom hun henne ho dem dei begge da då";
