//! What the kinds of names are called on pages.

use super::PageLanguage;
use crate::NameKind;

impl PageLanguage {
    /// What names of this kind are called, many of them: «Personer».
    pub fn kind(self, kind: NameKind) -> &'static str {
        let [bokmal, nynorsk, english] = match kind {
            NameKind::Person => ["Personer", "Personar", "Persons"],
            NameKind::Organisation => ["Organisasjoner", "Organisasjonar", "Organisations"],
            NameKind::Place => ["Steder", "Stader", "Places"],
            NameKind::Product => ["Produkter og verk", "Produkt og verk", "Products and works"],
            NameKind::Event => ["Hendelser", "Hendingar", "Events"],
            NameKind::Derived => ["Avledet av navn", "Avleidde av namn", "Derived from names"],
            NameKind::Other => ["Andre navn", "Andre namn", "Other names"],
            // A kind that is newer than this table goes by its name in outputs.
            newer => [newer.as_str(); 3],
        };
        match self {
            PageLanguage::Bokmal => bokmal,
            PageLanguage::Nynorsk => nynorsk,
            PageLanguage::English => english,
        }
    }
}
