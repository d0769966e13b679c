//! Verbs that rules ask for, in the forms that news uses.

pub(super) const FINITE: &str = "er var har hadde skal skulle vil ville kan kunne må måtte bør burde får fikk fekk ble \
    blir blei vart vert kom kommer kjem går gikk gjekk finnes finst fantes fanst gjør gjer gjorde ser så står stod sto \
    tar tok gir gav ga hjelper betyr tyder viser syner viste sier seier sa mener meiner mente meinte tror trur trodde \
    trudde synes synest ligger ligg lå virker verkar";

pub(super) const POINTING: &str = "sier seier sa skriver skriv skrev melder melde meldte opplyser opplyste viser syner \
    viste synte bekrefter bekreftet stadfestar stadfesta mener meiner mente meinte forteller fortel fortalte betyr \
    betydde tyder gjør gjer gjorde innebærer inneber innebar fører førte skyldes skuldast skyldtes gjelder gjeld gjaldt \
    tror trur trodde fikk fekk får synes synest syntes kommer kjem kom hevder hevdar hevdet heter heiter het ga gav gir \
    hjalp hjelper krever krev krevde varte varer varar vakte vekker vet veit visste vil ville skjer skjedde står stod \
    sto tok tar understreker understrekar advarer åtvarar svarer svarar svarte fremgår framgår framkjem fremkommer \
    rapporterer rapporterte uttaler uttalar uttalte påpeker påpeikar samme same burde bør";

/// Verbs that paint the manner («jublar», «oppsummerer», «lover») are left out: without the words around it, a quote with
/// one of them reads like part of a scene.
pub(super) const REPORTING: &str = "sier seier sa skriver skriv skrev skreiv mener meiner mente meinte forteller fortel \
    fortalte ifølge ifølgje uttaler uttalar uttalte opplyser opplyste hevder hevdar hevdet svarer svarar svarte heter \
    heiter påpeker påpeikar understreker understrekar forklarer forklarar forklarte spør spurte står stod sto";

pub(super) const TAIL: &str = "skriver skriv melder melde ifølge ifølgje rapporterer";
