//! Conjunctions, adverbs and prepositions.

pub(super) const CONJUNCTIONS: &str = "men og eller";

pub(super) const ADVERBS: &str = "her der derfra derifrå dit herfra da då så dermed dermad derfor difor deretter dernest \
    dessuten dessutan attpåtil likevel allikevel imidlertid samtidig samstundes også òg heller etterpå etterhvert ellers \
    elles videre vidare derimot følgelig følgjeleg altså således såleis dog riktignok rett tvert motsatt tilsvarende \
    tilsvarande nettopp nemlig nemleg bakgrunnen årsaken årsaka grunnen resultatet forskjellen skilnaden ja nei jo joda \
    neida akkurat hverken verken innen ergo dertil herav hvorpå hvoretter atter utover forresten førøvrig foreløpig \
    hittil enda endå";

pub(super) const PREPOSITIONS: &str = "etter før med av til i på for om ved mot under gjennom uten utan blant mellom hos \
    fra frå over ifølge ifølgje siden sidan rundt bak foran framfor utenfor utanfor trass grunnet som";

pub(super) const POINTING_COMPLEMENTS: &str = "derfor difor grunnen årsaken det de dei han hun ho også òg";

pub(super) const FRAGMENT_STARTS: &str = "ikke ikkje at som aldri bare berre så hvem hva kva kven hvor kor hvorfor \
    hvordan korleis kvifor med uten utan likevel også heller enda fordi selv mest";

pub(super) const SUBORDINATORS: &str = "når hvis dersom viss fordi ettersom mens medan selv sjølv";
