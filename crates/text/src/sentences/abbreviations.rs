//! Norwegian abbreviations, and what a capital after their period means.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How an abbreviation and the word after it belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Follow {
    /// Something always follows: a title its name, «kl.» its hour, «f.eks.» its example.
    Bound,
    /// Stands inside and at the end of sentences: only a word that opens sentences tells that a new one begins.
    Either,
    /// Closes an enumeration or a sum: a capital begins a new sentence.
    Closing,
}

const BOUND: &str = "a.k.a abs adj adm adv ang anm ann apr arkivsaksnr art assist aug ass avd bd bhg bl bl.a bla bnr byr ca cand \
    d.v.s dat def dep.dir des desc dfr dir disp div dok dok.nr doc doktor dosent dr drs dvs e.g eks eksp eksl ekskl ev evt \
    f f.eks f.o.m feb febr fid fig fmr fnr fom forf forts fr frk fung gatenr gen gj.sn gjsn gnr gt h.k.h h.m hft hhv hovedst hr \
    i.e iflg iht ikr ill ing inkl innst innst.o innst.s int jan jf jfr jmf jnr kand kap kapt kgl kl kmd knr kol komm konf \
    konst kontr kpt kr.nr l.a lic lok lt lør m.a m.a.o m/ma maks man mar meld min mht mlm mlm mrk ms mr mrs n.b nb. \
    nr nto nov o.a.nr off ofl okt ons op oppl oppr ordf ot.prp ot.prp.nr overf overs p.g.a p.t pag pga pers pkt pr prof \
    prop prp pt pålyd ref ref. reg rel res resp rev rskr rt s.k saksnr sen sep sept serg sgt sign sivilark siv siv.ing sjt skr \
    skuesp sl.no som.nr sos sp.mål spes spm sst st st.meld st.meld.nr st.prp st.prp.nr stip stk.nr str stud søn \
    t.d t.eks t.o.m tab tel temp tlf tom tor tv tlf.nr u.st u.s ult undert univ u.a utg v vedk vedr vers viseadm vit vol vs \
    varamedl ø.h øk øv årg årsm ad adv.sekr hm kgl.res mill.kr m.h.t m.t.p d.s i.h.t o.s.fr ann.led avg";

const EITHER: &str = "ap co corp co. cm dep d.d d.y d.e f.n frp g gr ha inc int'l jr jun kg km kr krf kvm kv.m kom l lb ltd m mm mb mdr min \
    mnd mrd mill ml mt mva n p pb pk pst pct prs prosent. s sek sen. sp sr stk sv t t.h t.v tim to. tr u v.g vgs vg vrd a.s o n.k n.y \
    ff flg fl osv.s p.m a.m e.l o.l bto netto ekv obs red rød sml cl dl hl m.o.h moh o.h";

const CLOSING: &str = "etc et.al al osv o.s.v o.fl o.a m.m m.fl m.v mfl mv mm. m.v. f.kr e.kr f.kr.f e.kr.f p.p pp o.dl o.likn o.lign ol el \
    e.a i.l e.kr";

static TABLE: LazyLock<FxHashMap<&'static str, Follow>> = LazyLock::new(|| {
    [
        (EITHER, Follow::Either),
        (CLOSING, Follow::Closing),
        (BOUND, Follow::Bound),
    ]
    .into_iter()
    .flat_map(|(words, follow)| words.split_whitespace().map(move |w| (w, follow)))
    .collect()
});

/// Bytes of the longest abbreviation that is looked up.
const LONGEST: usize = 12;

/// What `word`, the stretch before a period, is as an abbreviation; `None` for a common word.
pub(super) fn abbreviation(word: &str) -> Option<Follow> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let mut lower = [0u8; 2 * LONGEST];
    let mut len = 0;
    for c in word.chars().flat_map(char::to_lowercase) {
        len += c.encode_utf8(&mut lower[len..]).len();
    }
    let lower = std::str::from_utf8(&lower[..len]).ok()?;
    TABLE
        .get(lower)
        .copied()
        .or_else(|| is_dotted(lower).then_some(Follow::Either))
}

/// Whether `word` is made of short parts with points between them: «t.o.m», «d.d».
fn is_dotted(word: &str) -> bool {
    let mut parts = 0;
    word.split('.').all(|part| {
        parts += 1;
        (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
    }) && parts > 1
        && !is_address(word)
}

/// Whether the last part is the domain of a web address: «vg.no».
fn is_address(word: &str) -> bool {
    matches!(
        word.rsplit('.').next(),
        Some("no" | "com" | "net" | "org" | "se" | "dk" | "fi" | "tv")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_told_from_words_whatever_their_case() {
        assert_eq!(abbreviation("Adm"), Some(Follow::Bound));
        assert_eq!(abbreviation("F.eks"), Some(Follow::Bound));
        assert_eq!(abbreviation("osv"), Some(Follow::Closing));
        assert_eq!(abbreviation("t.o.m"), Some(Follow::Bound));
        assert_eq!(abbreviation("å.h.s"), Some(Follow::Either));
        for word in ["skulen", "vg.no", "", "regjeringsmøtet"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
